//! `fact_source`.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::shape::{drop_tables, exactly_one, index, keyed, reference};

/// `fact_source`.
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
                keyed("fact_source")
                    .col(big_integer_null("show_id"))
                    .col(big_integer_null("season_id"))
                    .col(big_integer_null("episode_id"))
                    .col(big_integer_null("person_id"))
                    .col(big_integer_null("character_id"))
                    .col(big_integer_null("credit_id"))
                    .col(big_integer_null("nomination_id"))
                    .col(big_integer_null("award_ceremony_id"))
                    .col(big_integer_null("chart_entry_id"))
                    .col(big_integer_null("name_id"))
                    .col(big_integer_null("image_id"))
                    .col(big_integer_null("external_id_id"))
                    .col(big_integer_null("show_platform_id"))
                    .col(big_integer_null("show_source_id"))
                    .col(big_integer_null("source_work_id"))
                    .col(string_null("field"))
                    .col(big_integer_null("claim_id"))
                    .col(big_integer_null("dataset_id"))
                    .col(string_null("url"))
                    .col(timestamp_with_time_zone("recorded_at"))
                    .col(boolean("prevails"))
                    .foreign_key(&mut reference("fact_source", "show_id", "show"))
                    .foreign_key(&mut reference("fact_source", "season_id", "season"))
                    .foreign_key(&mut reference("fact_source", "episode_id", "episode"))
                    .foreign_key(&mut reference("fact_source", "person_id", "person"))
                    .foreign_key(&mut reference("fact_source", "character_id", "character"))
                    .foreign_key(&mut reference("fact_source", "credit_id", "credit"))
                    .foreign_key(&mut reference("fact_source", "nomination_id", "nomination"))
                    .foreign_key(&mut reference("fact_source", "award_ceremony_id", "award_ceremony"))
                    .foreign_key(&mut reference("fact_source", "chart_entry_id", "chart_entry"))
                    .foreign_key(&mut reference("fact_source", "name_id", "name"))
                    .foreign_key(&mut reference("fact_source", "image_id", "image"))
                    .foreign_key(&mut reference("fact_source", "external_id_id", "external_id"))
                    .foreign_key(&mut reference("fact_source", "show_platform_id", "show_platform"))
                    .foreign_key(&mut reference("fact_source", "show_source_id", "show_source"))
                    .foreign_key(&mut reference("fact_source", "source_work_id", "source_work"))
                    .foreign_key(&mut reference("fact_source", "claim_id", "claim"))
                    .foreign_key(&mut reference("fact_source", "dataset_id", "dataset"))
                    .check(exactly_one(&[
                        "show_id",
                        "season_id",
                        "episode_id",
                        "person_id",
                        "character_id",
                        "credit_id",
                        "nomination_id",
                        "award_ceremony_id",
                        "chart_entry_id",
                        "name_id",
                        "image_id",
                        "external_id_id",
                        "show_platform_id",
                        "show_source_id",
                        "source_work_id",
                    ]))
                    // exactly one of claim and data set
                    .check(Expr::cust("((claim_id IS NULL) <> (dataset_id IS NULL))"))
                    .take(),
            )
            .await?;
        manager.create_index(index("fact_source", "claim_id", &["claim_id"]).take()).await?;
        manager.create_index(index("fact_source", "dataset_id", &["dataset_id"]).take()).await?;
        for sql in [
            "CREATE INDEX ix_fact_source_show_id ON fact_source (show_id) WHERE show_id IS NOT NULL",
            "CREATE INDEX ix_fact_source_season_id ON fact_source (season_id) WHERE season_id IS NOT NULL",
            "CREATE INDEX ix_fact_source_episode_id ON fact_source (episode_id) WHERE episode_id IS NOT NULL",
            "CREATE INDEX ix_fact_source_person_id ON fact_source (person_id) WHERE person_id IS NOT NULL",
            "CREATE INDEX ix_fact_source_character_id ON fact_source (character_id) WHERE character_id IS NOT NULL",
            "CREATE INDEX ix_fact_source_credit_id ON fact_source (credit_id) WHERE credit_id IS NOT NULL",
            "CREATE INDEX ix_fact_source_nomination_id ON fact_source (nomination_id) WHERE nomination_id IS NOT NULL",
            "CREATE INDEX ix_fact_source_award_ceremony_id ON fact_source (award_ceremony_id) WHERE award_ceremony_id IS NOT NULL",
            "CREATE INDEX ix_fact_source_chart_entry_id ON fact_source (chart_entry_id) WHERE chart_entry_id IS NOT NULL",
            "CREATE INDEX ix_fact_source_name_id ON fact_source (name_id) WHERE name_id IS NOT NULL",
            "CREATE INDEX ix_fact_source_image_id ON fact_source (image_id) WHERE image_id IS NOT NULL",
            "CREATE INDEX ix_fact_source_external_id_id ON fact_source (external_id_id) WHERE external_id_id IS NOT NULL",
            "CREATE INDEX ix_fact_source_show_platform_id ON fact_source (show_platform_id) WHERE show_platform_id IS NOT NULL",
            "CREATE INDEX ix_fact_source_show_source_id ON fact_source (show_source_id) WHERE show_source_id IS NOT NULL",
            "CREATE INDEX ix_fact_source_source_work_id ON fact_source (source_work_id) WHERE source_work_id IS NOT NULL",
        ] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["fact_source"]).await
    }
}
