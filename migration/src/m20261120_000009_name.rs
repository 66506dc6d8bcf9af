//! `name`.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::shape::{by_code_point, drop_tables, exactly_one, keyed, kind, reference};

/// `name`.
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
                keyed("name")
                    .col(big_integer_null("show_id"))
                    .col(big_integer_null("season_id"))
                    .col(big_integer_null("episode_id"))
                    .col(big_integer_null("person_id"))
                    .col(big_integer_null("character_id"))
                    .col(big_integer_null("source_work_id"))
                    .col(big_integer_null("award_id"))
                    .col(big_integer_null("award_category_id"))
                    .col(string("text"))
                    .col(string("sort_key"))
                    .col(string_null("locale"))
                    .col(kind(
                        "kind",
                        &[
                            "display",
                            "original",
                            "translation",
                            "romanization",
                            "working",
                            "abbreviation",
                            "pseudonym",
                            "misspelling",
                        ],
                    ))
                    .col(boolean("is_primary"))
                    .col(boolean_null("family_name_first"))
                    .foreign_key(&mut reference("name", "show_id", "show"))
                    .foreign_key(&mut reference("name", "season_id", "season"))
                    .foreign_key(&mut reference("name", "episode_id", "episode"))
                    .foreign_key(&mut reference("name", "person_id", "person"))
                    .foreign_key(&mut reference("name", "character_id", "character"))
                    .foreign_key(&mut reference("name", "source_work_id", "source_work"))
                    .foreign_key(&mut reference("name", "award_id", "award"))
                    .foreign_key(&mut reference("name", "award_category_id", "award_category"))
                    .check(exactly_one(&[
                        "show_id",
                        "season_id",
                        "episode_id",
                        "person_id",
                        "character_id",
                        "source_work_id",
                        "award_id",
                        "award_category_id",
                    ]))
                    .take(),
            )
            .await?;
        for sql in [
            "CREATE INDEX ix_name_sort_key ON name (sort_key)",
            "CREATE INDEX ix_name_show_id ON name (show_id) WHERE show_id IS NOT NULL",
            "CREATE INDEX ix_name_season_id ON name (season_id) WHERE season_id IS NOT NULL",
            "CREATE INDEX ix_name_episode_id ON name (episode_id) WHERE episode_id IS NOT NULL",
            "CREATE INDEX ix_name_person_id ON name (person_id) WHERE person_id IS NOT NULL",
            "CREATE INDEX ix_name_character_id ON name (character_id) WHERE character_id IS NOT NULL",
            "CREATE INDEX ix_name_source_work_id ON name (source_work_id) WHERE source_work_id IS NOT NULL",
            "CREATE INDEX ix_name_award_id ON name (award_id) WHERE award_id IS NOT NULL",
            "CREATE INDEX ix_name_award_category_id ON name (award_category_id) WHERE award_category_id IS NOT NULL",
        ] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        by_code_point(manager, "name", "sort_key").await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["name"]).await
    }
}
