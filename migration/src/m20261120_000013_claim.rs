//! `origin`, `claim_value`, `claim_value_member`, `claim`, `claim_season`, `claim_hop`.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::shape::{at_most_one, drop_tables, exactly_one, index, keyed, kind, kind_null, pk, reference, table};

/// `origin`, `claim_value`, `claim_value_member`, `claim`, `claim_season`, `claim_hop`.
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
                keyed("origin")
                    .col(big_integer("show_id"))
                    .col(string("code"))
                    .col(string("label"))
                    .col(kind(
                        "voucher_class",
                        &[
                            "platform",
                            "production_company",
                            "creator",
                            "director",
                            "cast",
                            "outlet_insider",
                            "unsourced",
                        ],
                    ))
                    .col(string("voucher_name"))
                    .col(big_integer_null("voucher_outlet_id"))
                    .col(big_integer_null("voucher_person_id"))
                    .col(big_integer_null("voucher_platform_id"))
                    .col(date("said_on"))
                    .col(kind("said_on_precision", &["day", "month", "year"]))
                    .foreign_key(&mut reference("origin", "show_id", "show"))
                    .foreign_key(&mut reference("origin", "voucher_outlet_id", "outlet"))
                    .foreign_key(&mut reference("origin", "voucher_person_id", "person"))
                    .foreign_key(&mut reference("origin", "voucher_platform_id", "platform"))
                    .check(at_most_one(&["voucher_outlet_id", "voucher_person_id", "voucher_platform_id"]))
                    .take(),
            )
            .await?;
        manager.create_index(index("origin", "show_code", &["show_id", "code"]).unique().take()).await?;
        for sql in [
            "CREATE INDEX ix_origin_voucher_outlet_id ON origin (voucher_outlet_id) WHERE voucher_outlet_id IS NOT NULL",
            "CREATE INDEX ix_origin_voucher_person_id ON origin (voucher_person_id) WHERE voucher_person_id IS NOT NULL",
            "CREATE INDEX ix_origin_voucher_platform_id ON origin (voucher_platform_id) WHERE voucher_platform_id IS NOT NULL",
        ] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        manager
            .create_table(
                keyed("claim_value")
                    .col(kind("kind", &["date", "number", "count", "text", "reference"]))
                    .col(date_null("date"))
                    .col(kind_null("date_precision", &["day", "month", "year"]))
                    .col(double_null("amount"))
                    .col(string_null("unit"))
                    .col(string_null("text"))
                    .col(big_integer_null("name_id"))
                    .col(big_integer_null("credit_id"))
                    .col(big_integer_null("nomination_id"))
                    .col(big_integer_null("chart_entry_id"))
                    .col(big_integer_null("show_source_id"))
                    .col(big_integer_null("show_id"))
                    .foreign_key(&mut reference("claim_value", "name_id", "name"))
                    .foreign_key(&mut reference("claim_value", "credit_id", "credit"))
                    .foreign_key(&mut reference("claim_value", "nomination_id", "nomination"))
                    .foreign_key(&mut reference("claim_value", "chart_entry_id", "chart_entry"))
                    .foreign_key(&mut reference("claim_value", "show_source_id", "show_source"))
                    .foreign_key(&mut reference("claim_value", "show_id", "show"))
                    .check(at_most_one(&[
                        "name_id",
                        "credit_id",
                        "nomination_id",
                        "chart_entry_id",
                        "show_source_id",
                        "show_id",
                    ]))
                    // date and its precision are set together
                    .check(Expr::cust("((date IS NULL) = (date_precision IS NULL))"))
                    .take(),
            )
            .await?;
        for sql in [
            "CREATE INDEX ix_claim_value_name_id ON claim_value (name_id) WHERE name_id IS NOT NULL",
            "CREATE INDEX ix_claim_value_credit_id ON claim_value (credit_id) WHERE credit_id IS NOT NULL",
            "CREATE INDEX ix_claim_value_nomination_id ON claim_value (nomination_id) WHERE nomination_id IS NOT NULL",
            "CREATE INDEX ix_claim_value_chart_entry_id ON claim_value (chart_entry_id) WHERE chart_entry_id IS NOT NULL",
            "CREATE INDEX ix_claim_value_show_source_id ON claim_value (show_source_id) WHERE show_source_id IS NOT NULL",
            "CREATE INDEX ix_claim_value_show_id ON claim_value (show_id) WHERE show_id IS NOT NULL",
        ] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        manager
            .create_table(
                table("claim_value_member")
                    .col(big_integer("claim_value_id"))
                    .col(integer("position"))
                    .col(big_integer("nomination_id"))
                    .primary_key(&mut pk("claim_value_member", &["claim_value_id", "position"]))
                    .foreign_key(&mut reference("claim_value_member", "claim_value_id", "claim_value"))
                    .foreign_key(&mut reference("claim_value_member", "nomination_id", "nomination"))
                    .take(),
            )
            .await?;
        manager.create_index(index("claim_value_member", "nomination_id", &["nomination_id"]).take()).await?;
        manager
            .create_table(
                keyed("claim")
                    .col(string_null("code"))
                    .col(big_integer("show_id"))
                    .col(big_integer_null("subject_show_id"))
                    .col(big_integer_null("subject_season_id"))
                    .col(big_integer_null("subject_episode_id"))
                    .col(big_integer_null("subject_person_id"))
                    .col(big_integer_null("subject_character_id"))
                    .col(big_integer_null("subject_credit_id"))
                    .col(big_integer_null("subject_nomination_id"))
                    .col(big_integer_null("subject_award_ceremony_id"))
                    .col(big_integer_null("subject_chart_entry_id"))
                    .col(big_integer_null("subject_outlet_id"))
                    .col(big_integer_null("subject_source_work_id"))
                    .col(big_integer_null("subject_platform_id"))
                    .col(big_integer_null("report_id"))
                    .col(big_integer("origin_id"))
                    .col(kind(
                        "grouping_rule",
                        &["same_voucher", "same_outlet", "shared_details", "copied_text", "alone", "editor"],
                    ))
                    .col(string("grouping_reason"))
                    .col(boolean("is_grouped_by_editor"))
                    .col(kind(
                        "topic",
                        &[
                            "renewal",
                            "schedule",
                            "cast",
                            "credit",
                            "name",
                            "identity",
                            "release",
                            "episodes",
                            "source_work",
                            "award",
                            "award_count",
                            "chart",
                            "character",
                            "plot",
                            "comparison",
                            "reception",
                            "outlet",
                        ],
                    ))
                    .col(kind("kind", &["decision", "production", "intent", "noncommittal", "fact", "opinion"]))
                    .col(kind("stance", &["supports", "neutral", "denies"]))
                    .col(kind_null("certainty", &["confirmed", "probable", "possible", "speculative"]))
                    .col(string_null("hedge"))
                    .col(string_null("condition"))
                    .col(kind_null(
                        "platform_reply",
                        &["no_plans", "positive_talks", "under_review", "no_decision", "no_comment"],
                    ))
                    .col(string("summary"))
                    .col(string_null("quote"))
                    .col(string_null("quote_locale"))
                    .col(string_null("quote_translation"))
                    .col(big_integer_null("claim_value_id"))
                    .col(kind(
                        "voucher_class",
                        &[
                            "platform",
                            "production_company",
                            "creator",
                            "director",
                            "cast",
                            "outlet_insider",
                            "unsourced",
                        ],
                    ))
                    .col(string("voucher_name"))
                    .col(big_integer_null("voucher_outlet_id"))
                    .col(big_integer_null("voucher_person_id"))
                    .col(big_integer_null("voucher_platform_id"))
                    .col(date("said_on"))
                    .col(kind("said_on_precision", &["day", "month", "year"]))
                    .col(date("known_at"))
                    .col(timestamp_with_time_zone("recorded_at"))
                    .col(kind_null("milestone", &["preparation", "filming", "production", "release", "decision"]))
                    .col(date_null("window_from"))
                    .col(date_null("window_to"))
                    .col(string_null("window_text"))
                    .col(boolean("is_spoiler"))
                    .col(timestamp_with_time_zone_null("withdrawn_at"))
                    .col(string_null("withdrawal_reason"))
                    .col(big_integer_null("superseded_by_id"))
                    .foreign_key(&mut reference("claim", "show_id", "show"))
                    .foreign_key(&mut reference("claim", "subject_show_id", "show"))
                    .foreign_key(&mut reference("claim", "subject_season_id", "season"))
                    .foreign_key(&mut reference("claim", "subject_episode_id", "episode"))
                    .foreign_key(&mut reference("claim", "subject_person_id", "person"))
                    .foreign_key(&mut reference("claim", "subject_character_id", "character"))
                    .foreign_key(&mut reference("claim", "subject_credit_id", "credit"))
                    .foreign_key(&mut reference("claim", "subject_nomination_id", "nomination"))
                    .foreign_key(&mut reference("claim", "subject_award_ceremony_id", "award_ceremony"))
                    .foreign_key(&mut reference("claim", "subject_chart_entry_id", "chart_entry"))
                    .foreign_key(&mut reference("claim", "subject_outlet_id", "outlet"))
                    .foreign_key(&mut reference("claim", "subject_source_work_id", "source_work"))
                    .foreign_key(&mut reference("claim", "subject_platform_id", "platform"))
                    .foreign_key(&mut reference("claim", "report_id", "report"))
                    .foreign_key(&mut reference("claim", "origin_id", "origin"))
                    .foreign_key(&mut reference("claim", "claim_value_id", "claim_value"))
                    .foreign_key(&mut reference("claim", "voucher_outlet_id", "outlet"))
                    .foreign_key(&mut reference("claim", "voucher_person_id", "person"))
                    .foreign_key(&mut reference("claim", "voucher_platform_id", "platform"))
                    .foreign_key(&mut reference("claim", "superseded_by_id", "claim"))
                    .check(exactly_one(&[
                        "subject_show_id",
                        "subject_season_id",
                        "subject_episode_id",
                        "subject_person_id",
                        "subject_character_id",
                        "subject_credit_id",
                        "subject_nomination_id",
                        "subject_award_ceremony_id",
                        "subject_chart_entry_id",
                        "subject_outlet_id",
                        "subject_source_work_id",
                        "subject_platform_id",
                    ]))
                    .check(at_most_one(&["voucher_outlet_id", "voucher_person_id", "voucher_platform_id"]))
                    .take(),
            )
            .await?;
        manager.create_index(index("claim", "report_id", &["report_id"]).take()).await?;
        manager.create_index(index("claim", "origin_id", &["origin_id"]).take()).await?;
        manager.create_index(index("claim", "claim_value_id", &["claim_value_id"]).take()).await?;
        manager.create_index(index("claim", "superseded_by_id", &["superseded_by_id"]).take()).await?;
        for sql in [
            "CREATE UNIQUE INDEX ix_claim_code ON claim (code)",
            "CREATE INDEX ix_claim_show_said ON claim (show_id, said_on, id)",
            "CREATE INDEX ix_claim_known ON claim (known_at, id)",
            "CREATE INDEX ix_claim_said ON claim (said_on, id)",
            "CREATE INDEX ix_claim_recorded ON claim (recorded_at, id)",
            "CREATE INDEX ix_claim_subject_show_id ON claim (subject_show_id) WHERE subject_show_id IS NOT NULL",
            "CREATE INDEX ix_claim_subject_season_id ON claim (subject_season_id) WHERE subject_season_id IS NOT NULL",
            "CREATE INDEX ix_claim_subject_episode_id ON claim (subject_episode_id) WHERE subject_episode_id IS NOT NULL",
            "CREATE INDEX ix_claim_subject_person_id ON claim (subject_person_id) WHERE subject_person_id IS NOT NULL",
            "CREATE INDEX ix_claim_subject_character_id ON claim (subject_character_id) WHERE subject_character_id IS NOT NULL",
            "CREATE INDEX ix_claim_subject_credit_id ON claim (subject_credit_id) WHERE subject_credit_id IS NOT NULL",
            "CREATE INDEX ix_claim_subject_nomination_id ON claim (subject_nomination_id) WHERE subject_nomination_id IS NOT NULL",
            "CREATE INDEX ix_claim_subject_award_ceremony_id ON claim (subject_award_ceremony_id) WHERE subject_award_ceremony_id IS NOT NULL",
            "CREATE INDEX ix_claim_subject_chart_entry_id ON claim (subject_chart_entry_id) WHERE subject_chart_entry_id IS NOT NULL",
            "CREATE INDEX ix_claim_subject_outlet_id ON claim (subject_outlet_id) WHERE subject_outlet_id IS NOT NULL",
            "CREATE INDEX ix_claim_subject_source_work_id ON claim (subject_source_work_id) WHERE subject_source_work_id IS NOT NULL",
            "CREATE INDEX ix_claim_subject_platform_id ON claim (subject_platform_id) WHERE subject_platform_id IS NOT NULL",
            "CREATE INDEX ix_claim_voucher_outlet_id ON claim (voucher_outlet_id) WHERE voucher_outlet_id IS NOT NULL",
            "CREATE INDEX ix_claim_voucher_person_id ON claim (voucher_person_id) WHERE voucher_person_id IS NOT NULL",
            "CREATE INDEX ix_claim_voucher_platform_id ON claim (voucher_platform_id) WHERE voucher_platform_id IS NOT NULL",
        ] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        manager
            .create_table(
                table("claim_season")
                    .col(big_integer("claim_id"))
                    .col(integer("season_number"))
                    .primary_key(&mut pk("claim_season", &["claim_id", "season_number"]))
                    .foreign_key(&mut reference("claim_season", "claim_id", "claim"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                table("claim_hop")
                    .col(big_integer("claim_id"))
                    .col(integer("hop"))
                    .col(big_integer("outlet_id"))
                    .col(big_integer_null("report_id"))
                    .col(double("fidelity"))
                    .primary_key(&mut pk("claim_hop", &["claim_id", "hop"]))
                    .foreign_key(&mut reference("claim_hop", "claim_id", "claim"))
                    .foreign_key(&mut reference("claim_hop", "outlet_id", "outlet"))
                    .foreign_key(&mut reference("claim_hop", "report_id", "report"))
                    .take(),
            )
            .await?;
        manager.create_index(index("claim_hop", "outlet_id", &["outlet_id"]).take()).await?;
        manager.create_index(index("claim_hop", "report_id", &["report_id"]).take()).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["claim_hop", "claim_season", "claim", "claim_value_member", "claim_value", "origin"])
            .await
    }
}
