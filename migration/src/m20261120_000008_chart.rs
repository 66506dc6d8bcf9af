//! `chart`, `chart_entry`.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::shape::{drop_tables, index, keyed, kind, kind_null, reference};

/// `chart`, `chart_entry`.
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
                keyed("chart")
                    .col(string_uniq("slug"))
                    .col(string("name"))
                    .col(big_integer("platform_id"))
                    .col(string_null("country"))
                    .col(kind_null("stratum", &["english", "non_english"]))
                    .col(kind("metric", &["hours", "views", "unstated"]))
                    .foreign_key(&mut reference("chart", "platform_id", "platform"))
                    .take(),
            )
            .await?;
        manager.create_index(index("chart", "platform_id", &["platform_id"]).take()).await?;
        manager
            .create_table(
                keyed("chart_entry")
                    .col(big_integer("chart_id"))
                    .col(date("week"))
                    .col(integer("rank"))
                    .col(big_integer("show_id"))
                    .col(integer_null("season_number"))
                    .col(big_integer_null("hours_viewed"))
                    .col(big_integer_null("views"))
                    .col(integer_null("runtime_minutes"))
                    .col(integer_null("weeks_on_chart"))
                    .col(integer_null("days_available"))
                    .col(string("label"))
                    .foreign_key(&mut reference("chart_entry", "chart_id", "chart"))
                    .foreign_key(&mut reference("chart_entry", "show_id", "show"))
                    .take(),
            )
            .await?;
        manager
            .create_index(index("chart_entry", "chart_week_rank", &["chart_id", "week", "rank"]).unique().take())
            .await?;
        for sql in ["CREATE INDEX ix_chart_entry_show_chart ON chart_entry (show_id, chart_id, week)"] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["chart_entry", "chart"]).await
    }
}
