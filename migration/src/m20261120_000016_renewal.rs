//! `resolution`, `track_record`, `outlook`, `forecast`.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::shape::{at_most_one, drop_tables, index, keyed, kind, reference};

/// `resolution`, `track_record`, `outlook`, `forecast`.
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
                keyed("resolution")
                    .col(big_integer("show_id"))
                    .col(integer("season_number"))
                    .col(kind("outcome", &["renewed", "not_renewed", "void"]))
                    .col(date("resolved_on"))
                    .col(string("reason"))
                    .col(big_integer_null("claim_id"))
                    .col(string_null("url"))
                    .col(date_null("reversed_on"))
                    .foreign_key(&mut reference("resolution", "show_id", "show"))
                    .foreign_key(&mut reference("resolution", "claim_id", "claim"))
                    .take(),
            )
            .await?;
        manager.create_index(index("resolution", "show_season", &["show_id", "season_number"]).unique().take()).await?;
        manager.create_index(index("resolution", "claim_id", &["claim_id"]).take()).await?;
        manager
            .create_table(
                keyed("track_record")
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
                    .col(big_integer("origin_id"))
                    .col(big_integer("claim_id"))
                    .col(date("resolved_on"))
                    .col(boolean("is_right"))
                    .col(double("weight"))
                    .col(double("prior_probability"))
                    .col(double("lesson"))
                    .col(string("model_version"))
                    .foreign_key(&mut reference("track_record", "voucher_outlet_id", "outlet"))
                    .foreign_key(&mut reference("track_record", "voucher_person_id", "person"))
                    .foreign_key(&mut reference("track_record", "voucher_platform_id", "platform"))
                    .foreign_key(&mut reference("track_record", "origin_id", "origin"))
                    .foreign_key(&mut reference("track_record", "claim_id", "claim"))
                    .check(at_most_one(&["voucher_outlet_id", "voucher_person_id", "voucher_platform_id"]))
                    .take(),
            )
            .await?;
        manager
            .create_index(index("track_record", "claim_model", &["claim_id", "model_version"]).unique().take())
            .await?;
        manager.create_index(index("track_record", "origin_id", &["origin_id"]).take()).await?;
        for sql in [
            "CREATE INDEX ix_track_record_voucher_outlet_id ON track_record (voucher_outlet_id) WHERE voucher_outlet_id IS NOT NULL",
            "CREATE INDEX ix_track_record_voucher_person_id ON track_record (voucher_person_id) WHERE voucher_person_id IS NOT NULL",
            "CREATE INDEX ix_track_record_voucher_platform_id ON track_record (voucher_platform_id) WHERE voucher_platform_id IS NOT NULL",
            "CREATE INDEX ix_track_record_voucher_name ON track_record (voucher_name) WHERE voucher_outlet_id IS NULL AND voucher_person_id IS NULL AND voucher_platform_id IS NULL",
        ] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        manager
            .create_table(
                keyed("outlook")
                    .col(big_integer("show_id"))
                    .col(integer("season_number"))
                    .col(big_integer_null("platform_id"))
                    .col(kind("phase", &["not_open", "open", "resolved"]))
                    .col(kind("decision", &["undecided", "renewed", "cancelled", "concluded", "lapsed", "reversed"]))
                    .col(date("computed_for"))
                    .col(date("horizon"))
                    .col(double("probability"))
                    .col(double("log_odds"))
                    .col(double("sd"))
                    .col(double("interval_low"))
                    .col(double("interval_high"))
                    .col(kind(
                        "band",
                        &[
                            "almost_certain",
                            "very_likely",
                            "likely",
                            "toss_up",
                            "less_likely_than_not",
                            "very_unlikely",
                            "almost_no_chance",
                        ],
                    ))
                    .col(kind(
                        "status",
                        &[
                            "officially_renewed",
                            "officially_cancelled",
                            "conflicting_reports",
                            "reported_not_confirmed",
                            "under_consideration",
                            "reported_renewed",
                            "reported_cancelled",
                            "statements_only",
                            "no_news",
                        ],
                    ))
                    .col(kind("evidence_grade", &["well_supported", "moderate", "thin"]))
                    .col(integer("independent_origins"))
                    .col(double_null("change_30_days"))
                    .col(date_null("checked_until"))
                    .col(boolean("is_stale"))
                    .col(json_binary("answer"))
                    .col(string("model_version"))
                    .col(string("input_hash"))
                    .foreign_key(&mut reference("outlook", "show_id", "show"))
                    .foreign_key(&mut reference("outlook", "platform_id", "platform"))
                    .take(),
            )
            .await?;
        manager.create_index(index("outlook", "show_season", &["show_id", "season_number"]).unique().take()).await?;
        manager.create_index(index("outlook", "platform_id", &["platform_id"]).take()).await?;
        for sql in [
            "CREATE INDEX ix_outlook_probability ON outlook (probability desc, id desc)",
            "CREATE INDEX ix_outlook_phase_probability ON outlook (phase, probability desc, id desc)",
            "CREATE INDEX ix_outlook_change ON outlook (change_30_days)",
            "CREATE INDEX ix_outlook_checked_until ON outlook (checked_until)",
            "CREATE INDEX ix_outlook_horizon ON outlook (horizon)",
        ] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        manager
            .create_table(
                keyed("forecast")
                    .col(big_integer("show_id"))
                    .col(integer("season_number"))
                    .col(date("as_of"))
                    .col(timestamp_with_time_zone("recorded_at"))
                    .col(double("probability"))
                    .col(double("interval_low"))
                    .col(double("interval_high"))
                    .col(kind(
                        "band",
                        &[
                            "almost_certain",
                            "very_likely",
                            "likely",
                            "toss_up",
                            "less_likely_than_not",
                            "very_unlikely",
                            "almost_no_chance",
                        ],
                    ))
                    .col(kind(
                        "status",
                        &[
                            "officially_renewed",
                            "officially_cancelled",
                            "conflicting_reports",
                            "reported_not_confirmed",
                            "under_consideration",
                            "reported_renewed",
                            "reported_cancelled",
                            "statements_only",
                            "no_news",
                        ],
                    ))
                    .col(json_binary("published"))
                    .col(string("model_version"))
                    .col(string("input_hash"))
                    .foreign_key(&mut reference("forecast", "show_id", "show"))
                    .take(),
            )
            .await?;
        for sql in ["CREATE INDEX ix_forecast_show_season ON forecast (show_id, season_number, recorded_at desc)"] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["forecast", "outlook", "track_record", "resolution"]).await
    }
}
