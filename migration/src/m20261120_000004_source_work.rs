//! `source_work`, `source_work_author`, `show_source`.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::shape::{drop_tables, index, keyed, reference};

/// `source_work`, `source_work_author`, `show_source`.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                keyed("source_work")
                    .col(string_uniq("slug"))
                    .col(big_integer("medium_id"))
                    .col(big_integer_null("derived_from_id"))
                    .foreign_key(&mut reference("source_work", "medium_id", "term"))
                    .foreign_key(&mut reference("source_work", "derived_from_id", "source_work"))
                    .take(),
            )
            .await?;
        manager.create_index(index("source_work", "medium_id", &["medium_id"]).take()).await?;
        manager.create_index(index("source_work", "derived_from_id", &["derived_from_id"]).take()).await?;
        manager
            .create_table(
                keyed("source_work_author")
                    .col(big_integer("source_work_id"))
                    .col(big_integer_null("person_id"))
                    .col(string("name"))
                    .col(big_integer("job_id"))
                    .col(integer("position"))
                    .foreign_key(&mut reference("source_work_author", "source_work_id", "source_work"))
                    .foreign_key(&mut reference("source_work_author", "person_id", "person"))
                    .foreign_key(&mut reference("source_work_author", "job_id", "term"))
                    .take(),
            )
            .await?;
        manager
            .create_index(index("source_work_author", "work_position", &["source_work_id", "position"]).unique().take())
            .await?;
        manager.create_index(index("source_work_author", "person_id", &["person_id"]).take()).await?;
        manager.create_index(index("source_work_author", "job_id", &["job_id"]).take()).await?;
        manager
            .create_table(
                keyed("show_source")
                    .col(big_integer("show_id"))
                    .col(big_integer("source_work_id"))
                    .col(boolean_null("has_material_left"))
                    .foreign_key(&mut reference("show_source", "show_id", "show"))
                    .foreign_key(&mut reference("show_source", "source_work_id", "source_work"))
                    .take(),
            )
            .await?;
        manager.create_index(index("show_source", "show_work", &["show_id", "source_work_id"]).unique().take()).await?;
        manager.create_index(index("show_source", "source_work_id", &["source_work_id"]).take()).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["show_source", "source_work_author", "source_work"]).await
    }
}
