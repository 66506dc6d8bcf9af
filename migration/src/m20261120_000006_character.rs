//! `character`, `character_text`, `credit`.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::shape::{drop_tables, index, keyed, kind, kind_null, reference};

/// `character`, `character_text`, `credit`.
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
                keyed("character")
                    .col(string_uniq("slug"))
                    .col(big_integer("show_id"))
                    .foreign_key(&mut reference("character", "show_id", "show"))
                    .take(),
            )
            .await?;
        manager.create_index(index("character", "show_id", &["show_id"]).take()).await?;
        manager
            .create_table(
                keyed("character_text")
                    .col(big_integer("character_id"))
                    .col(string("locale"))
                    .col(string("text"))
                    .foreign_key(&mut reference("character_text", "character_id", "character"))
                    .take(),
            )
            .await?;
        manager
            .create_index(index("character_text", "character_locale", &["character_id", "locale"]).unique().take())
            .await?;
        manager
            .create_table(
                keyed("credit")
                    .col(big_integer("show_id"))
                    .col(integer_null("season_number"))
                    .col(big_integer_null("episode_id"))
                    .col(big_integer("person_id"))
                    .col(big_integer("job_id"))
                    .col(big_integer_null("character_id"))
                    .col(string_null("credited_as"))
                    .col(integer("position"))
                    .col(kind_null("billing", &["main", "supporting", "guest"]))
                    .col(kind("state", &["credited", "expected", "superseded"]))
                    .col(big_integer_null("superseded_by_id"))
                    .foreign_key(&mut reference("credit", "show_id", "show"))
                    .foreign_key(&mut reference("credit", "episode_id", "episode"))
                    .foreign_key(&mut reference("credit", "person_id", "person"))
                    .foreign_key(&mut reference("credit", "job_id", "term"))
                    .foreign_key(&mut reference("credit", "character_id", "character"))
                    .foreign_key(&mut reference("credit", "superseded_by_id", "credit"))
                    .take(),
            )
            .await?;
        manager
            .create_index(index("credit", "show_job_position", &["show_id", "job_id", "position"]).unique().take())
            .await?;
        manager.create_index(index("credit", "episode_id", &["episode_id"]).take()).await?;
        manager.create_index(index("credit", "person_id", &["person_id"]).take()).await?;
        manager.create_index(index("credit", "job_id", &["job_id"]).take()).await?;
        manager.create_index(index("credit", "character_id", &["character_id"]).take()).await?;
        manager.create_index(index("credit", "superseded_by_id", &["superseded_by_id"]).take()).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["credit", "character_text", "character"]).await
    }
}
