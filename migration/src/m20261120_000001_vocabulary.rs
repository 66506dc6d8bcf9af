//! `dataset`, `term`, `platform`.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::shape::{drop_tables, index, keyed, kind};

/// `dataset`, `term`, `platform`.
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
                keyed("dataset")
                    .col(string_uniq("code"))
                    .col(string("name"))
                    .col(string_null("licence"))
                    .col(string_null("attribution"))
                    .col(string_null("url"))
                    .col(timestamp_with_time_zone_null("last_imported_at"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                keyed("term")
                    .col(kind("vocabulary", &["genre", "job", "medium"]))
                    .col(string("code"))
                    .col(string("label"))
                    .col(string_null("description"))
                    .take(),
            )
            .await?;
        manager.create_index(index("term", "vocabulary_code", &["vocabulary", "code"]).unique().take()).await?;
        manager
            .create_table(
                keyed("platform")
                    .col(string_uniq("slug"))
                    .col(string("name"))
                    .col(string_null("country"))
                    .col(string_null("homepage"))
                    .take(),
            )
            .await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["platform", "term", "dataset"]).await
    }
}
