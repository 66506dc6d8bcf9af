//! `outlet`, `outlet_alias`, `report`.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::shape::{by_code_point, drop_tables, index, keyed, kind, kind_null, reference};

/// `outlet`, `outlet_alias`, `report`.
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
                keyed("outlet")
                    .col(string_uniq("slug"))
                    .col(string("name"))
                    .col(string("sort_key"))
                    .col(string_null("country"))
                    .col(string_null("language"))
                    .col(kind(
                        "kind",
                        &["platform_newsroom", "trade", "newspaper", "entertainment_site", "aggregator", "blog"],
                    ))
                    .col(string_null("homepage"))
                    .take(),
            )
            .await?;
        by_code_point(manager, "outlet", "sort_key").await?;
        manager
            .create_table(
                keyed("outlet_alias")
                    .col(big_integer("outlet_id"))
                    .col(string("text"))
                    .col(string_uniq("match_key"))
                    .col(boolean("is_misprint"))
                    .foreign_key(&mut reference("outlet_alias", "outlet_id", "outlet"))
                    .take(),
            )
            .await?;
        manager.create_index(index("outlet_alias", "outlet_id", &["outlet_id"]).take()).await?;
        manager
            .create_table(
                keyed("report")
                    .col(big_integer("outlet_id"))
                    .col(string_null("url"))
                    .col(string("title"))
                    .col(string_null("byline"))
                    .col(string_null("language"))
                    .col(date_null("published_on"))
                    .col(kind_null("published_on_precision", &["day", "month", "year"]))
                    .col(timestamp_with_time_zone("first_seen_at"))
                    .col(date_null("not_before"))
                    .col(date("effective_on"))
                    .col(boolean("is_exclusive"))
                    .col(string("summary"))
                    .col(json_binary_null("fingerprint"))
                    .col(timestamp_with_time_zone_null("withdrawn_at"))
                    .col(string_null("withdrawal_reason"))
                    .foreign_key(&mut reference("report", "outlet_id", "outlet"))
                    // published_on and its precision are set together
                    .check(Expr::cust("((published_on IS NULL) = (published_on_precision IS NULL))"))
                    .take(),
            )
            .await?;
        manager.create_index(index("report", "outlet_id", &["outlet_id"]).take()).await?;
        for sql in [
            "CREATE UNIQUE INDEX ix_report_url ON report (url)",
            "CREATE INDEX ix_report_effective ON report (effective_on, id)",
            "CREATE INDEX ix_report_first_seen ON report (first_seen_at, id)",
        ] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["report", "outlet_alias", "outlet"]).await
    }
}
