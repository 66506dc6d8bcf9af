//! `platform_check`, `contradiction`, `contradiction_side`, `contradiction_side_claim`, `contradiction_ground`.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::shape::{drop_tables, exactly_one, index, keyed, kind, pk, reference, table};

/// `platform_check`, `contradiction`, `contradiction_side`, `contradiction_side_claim`, `contradiction_ground`.
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
                keyed("platform_check")
                    .col(string("channel"))
                    .col(timestamp_with_time_zone("checked_at"))
                    .col(big_integer_null("found_claim_id"))
                    .col(big_integer_null("show_id"))
                    .col(big_integer_null("platform_id"))
                    .foreign_key(&mut reference("platform_check", "found_claim_id", "claim"))
                    .foreign_key(&mut reference("platform_check", "show_id", "show"))
                    .foreign_key(&mut reference("platform_check", "platform_id", "platform"))
                    .check(exactly_one(&["show_id", "platform_id"]))
                    .take(),
            )
            .await?;
        manager.create_index(index("platform_check", "found_claim_id", &["found_claim_id"]).take()).await?;
        for sql in [
            "CREATE INDEX ix_platform_check_show_id ON platform_check (show_id) WHERE show_id IS NOT NULL",
            "CREATE INDEX ix_platform_check_platform_id ON platform_check (platform_id) WHERE platform_id IS NOT NULL",
        ] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        manager
            .create_table(
                keyed("contradiction")
                    .col(big_integer("show_id"))
                    .col(kind("kind", &["status", "chronology", "value", "name", "role", "scope", "count"]))
                    .col(big_integer_null("subject_show_id"))
                    .col(big_integer_null("subject_season_id"))
                    .col(big_integer_null("subject_person_id"))
                    .col(big_integer_null("subject_character_id"))
                    .col(big_integer_null("subject_credit_id"))
                    .col(big_integer_null("subject_nomination_id"))
                    .col(big_integer_null("subject_award_ceremony_id"))
                    .col(big_integer_null("subject_chart_entry_id"))
                    .col(big_integer_null("subject_outlet_id"))
                    .col(big_integer_null("subject_source_work_id"))
                    .col(big_integer_null("subject_report_id"))
                    .col(string("question"))
                    .col(date("noticed_on"))
                    .col(date_null("resolved_on"))
                    .col(string_null("resolution_reason"))
                    .col(boolean("is_resolved_by_editor"))
                    .foreign_key(&mut reference("contradiction", "show_id", "show"))
                    .foreign_key(&mut reference("contradiction", "subject_show_id", "show"))
                    .foreign_key(&mut reference("contradiction", "subject_season_id", "season"))
                    .foreign_key(&mut reference("contradiction", "subject_person_id", "person"))
                    .foreign_key(&mut reference("contradiction", "subject_character_id", "character"))
                    .foreign_key(&mut reference("contradiction", "subject_credit_id", "credit"))
                    .foreign_key(&mut reference("contradiction", "subject_nomination_id", "nomination"))
                    .foreign_key(&mut reference("contradiction", "subject_award_ceremony_id", "award_ceremony"))
                    .foreign_key(&mut reference("contradiction", "subject_chart_entry_id", "chart_entry"))
                    .foreign_key(&mut reference("contradiction", "subject_outlet_id", "outlet"))
                    .foreign_key(&mut reference("contradiction", "subject_source_work_id", "source_work"))
                    .foreign_key(&mut reference("contradiction", "subject_report_id", "report"))
                    .check(exactly_one(&[
                        "subject_show_id",
                        "subject_season_id",
                        "subject_person_id",
                        "subject_character_id",
                        "subject_credit_id",
                        "subject_nomination_id",
                        "subject_award_ceremony_id",
                        "subject_chart_entry_id",
                        "subject_outlet_id",
                        "subject_source_work_id",
                        "subject_report_id",
                    ]))
                    .take(),
            )
            .await?;
        manager.create_index(index("contradiction", "show_id", &["show_id"]).take()).await?;
        for sql in [
            "CREATE INDEX ix_contradiction_noticed ON contradiction (noticed_on, id)",
            "CREATE INDEX ix_contradiction_subject_show_id ON contradiction (subject_show_id) WHERE subject_show_id IS NOT NULL",
            "CREATE INDEX ix_contradiction_subject_season_id ON contradiction (subject_season_id) WHERE subject_season_id IS NOT NULL",
            "CREATE INDEX ix_contradiction_subject_person_id ON contradiction (subject_person_id) WHERE subject_person_id IS NOT NULL",
            "CREATE INDEX ix_contradiction_subject_character_id ON contradiction (subject_character_id) WHERE subject_character_id IS NOT NULL",
            "CREATE INDEX ix_contradiction_subject_credit_id ON contradiction (subject_credit_id) WHERE subject_credit_id IS NOT NULL",
            "CREATE INDEX ix_contradiction_subject_nomination_id ON contradiction (subject_nomination_id) WHERE subject_nomination_id IS NOT NULL",
            "CREATE INDEX ix_contradiction_subject_award_ceremony_id ON contradiction (subject_award_ceremony_id) WHERE subject_award_ceremony_id IS NOT NULL",
            "CREATE INDEX ix_contradiction_subject_chart_entry_id ON contradiction (subject_chart_entry_id) WHERE subject_chart_entry_id IS NOT NULL",
            "CREATE INDEX ix_contradiction_subject_outlet_id ON contradiction (subject_outlet_id) WHERE subject_outlet_id IS NOT NULL",
            "CREATE INDEX ix_contradiction_subject_source_work_id ON contradiction (subject_source_work_id) WHERE subject_source_work_id IS NOT NULL",
            "CREATE INDEX ix_contradiction_subject_report_id ON contradiction (subject_report_id) WHERE subject_report_id IS NOT NULL",
        ] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        manager
            .create_table(
                keyed("contradiction_side")
                    .col(big_integer("contradiction_id"))
                    .col(integer("position"))
                    .col(string("reading"))
                    .col(boolean("prevails"))
                    .col(big_integer_null("claim_value_id"))
                    .foreign_key(&mut reference("contradiction_side", "contradiction_id", "contradiction"))
                    .foreign_key(&mut reference("contradiction_side", "claim_value_id", "claim_value"))
                    .take(),
            )
            .await?;
        manager
            .create_index(
                index("contradiction_side", "contradiction_position", &["contradiction_id", "position"])
                    .unique()
                    .take(),
            )
            .await?;
        manager.create_index(index("contradiction_side", "claim_value_id", &["claim_value_id"]).take()).await?;
        manager
            .create_table(
                table("contradiction_side_claim")
                    .col(big_integer("contradiction_side_id"))
                    .col(big_integer("claim_id"))
                    .primary_key(&mut pk("contradiction_side_claim", &["contradiction_side_id", "claim_id"]))
                    .foreign_key(&mut reference(
                        "contradiction_side_claim",
                        "contradiction_side_id",
                        "contradiction_side",
                    ))
                    .foreign_key(&mut reference("contradiction_side_claim", "claim_id", "claim"))
                    .take(),
            )
            .await?;
        manager.create_index(index("contradiction_side_claim", "claim_id", &["claim_id"]).take()).await?;
        manager
            .create_table(
                keyed("contradiction_ground")
                    .col(big_integer("contradiction_id"))
                    .col(integer("position"))
                    .col(big_integer_null("show_id"))
                    .col(big_integer_null("season_id"))
                    .col(big_integer_null("person_id"))
                    .col(big_integer_null("character_id"))
                    .col(big_integer_null("credit_id"))
                    .col(big_integer_null("nomination_id"))
                    .col(big_integer_null("award_ceremony_id"))
                    .col(big_integer_null("chart_entry_id"))
                    .col(big_integer_null("source_work_id"))
                    .col(big_integer_null("report_id"))
                    .col(big_integer_null("claim_id"))
                    .col(big_integer_null("platform_check_id"))
                    .foreign_key(&mut reference("contradiction_ground", "contradiction_id", "contradiction"))
                    .foreign_key(&mut reference("contradiction_ground", "show_id", "show"))
                    .foreign_key(&mut reference("contradiction_ground", "season_id", "season"))
                    .foreign_key(&mut reference("contradiction_ground", "person_id", "person"))
                    .foreign_key(&mut reference("contradiction_ground", "character_id", "character"))
                    .foreign_key(&mut reference("contradiction_ground", "credit_id", "credit"))
                    .foreign_key(&mut reference("contradiction_ground", "nomination_id", "nomination"))
                    .foreign_key(&mut reference("contradiction_ground", "award_ceremony_id", "award_ceremony"))
                    .foreign_key(&mut reference("contradiction_ground", "chart_entry_id", "chart_entry"))
                    .foreign_key(&mut reference("contradiction_ground", "source_work_id", "source_work"))
                    .foreign_key(&mut reference("contradiction_ground", "report_id", "report"))
                    .foreign_key(&mut reference("contradiction_ground", "claim_id", "claim"))
                    .foreign_key(&mut reference("contradiction_ground", "platform_check_id", "platform_check"))
                    .check(exactly_one(&[
                        "show_id",
                        "season_id",
                        "person_id",
                        "character_id",
                        "credit_id",
                        "nomination_id",
                        "award_ceremony_id",
                        "chart_entry_id",
                        "source_work_id",
                        "report_id",
                        "claim_id",
                        "platform_check_id",
                    ]))
                    .take(),
            )
            .await?;
        manager
            .create_index(
                index("contradiction_ground", "contradiction_position", &["contradiction_id", "position"])
                    .unique()
                    .take(),
            )
            .await?;
        for sql in [
            "CREATE INDEX ix_contradiction_ground_show_id ON contradiction_ground (show_id) WHERE show_id IS NOT NULL",
            "CREATE INDEX ix_contradiction_ground_season_id ON contradiction_ground (season_id) WHERE season_id IS NOT NULL",
            "CREATE INDEX ix_contradiction_ground_person_id ON contradiction_ground (person_id) WHERE person_id IS NOT NULL",
            "CREATE INDEX ix_contradiction_ground_character_id ON contradiction_ground (character_id) WHERE character_id IS NOT NULL",
            "CREATE INDEX ix_contradiction_ground_credit_id ON contradiction_ground (credit_id) WHERE credit_id IS NOT NULL",
            "CREATE INDEX ix_contradiction_ground_nomination_id ON contradiction_ground (nomination_id) WHERE nomination_id IS NOT NULL",
            "CREATE INDEX ix_contradiction_ground_award_ceremony_id ON contradiction_ground (award_ceremony_id) WHERE award_ceremony_id IS NOT NULL",
            "CREATE INDEX ix_contradiction_ground_chart_entry_id ON contradiction_ground (chart_entry_id) WHERE chart_entry_id IS NOT NULL",
            "CREATE INDEX ix_contradiction_ground_source_work_id ON contradiction_ground (source_work_id) WHERE source_work_id IS NOT NULL",
            "CREATE INDEX ix_contradiction_ground_report_id ON contradiction_ground (report_id) WHERE report_id IS NOT NULL",
            "CREATE INDEX ix_contradiction_ground_claim_id ON contradiction_ground (claim_id) WHERE claim_id IS NOT NULL",
            "CREATE INDEX ix_contradiction_ground_platform_check_id ON contradiction_ground (platform_check_id) WHERE platform_check_id IS NOT NULL",
        ] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            manager,
            &[
                "contradiction_ground",
                "contradiction_side_claim",
                "contradiction_side",
                "contradiction",
                "platform_check",
            ],
        )
        .await
    }
}
