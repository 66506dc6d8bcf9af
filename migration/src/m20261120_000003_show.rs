//! `show`, `show_country`, `show_genre`, `show_text`, `show_platform`.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::shape::{by_code_point, drop_tables, index, keyed, kind, kind_null, pk, reference, table};

/// `show`, `show_country`, `show_genre`, `show_text`, `show_platform`.
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
                keyed("show")
                    .col(string_uniq("slug"))
                    .col(string("sort_key"))
                    .col(kind("format", &["series", "limited", "anthology"]))
                    .col(string_null("original_language"))
                    .col(date_null("premiered_on"))
                    .col(kind_null("premiered_on_precision", &["day", "month", "year"]))
                    .col(date_null("ended_on"))
                    .col(kind_null("ended_on_precision", &["day", "month", "year"]))
                    .col(double("popularity"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("updated_at"))
                    // premiered_on and its precision are set together
                    .check(Expr::cust("((premiered_on IS NULL) = (premiered_on_precision IS NULL))"))
                    // ended_on and its precision are set together
                    .check(Expr::cust("((ended_on IS NULL) = (ended_on_precision IS NULL))"))
                    .take(),
            )
            .await?;
        for sql in [
            "CREATE INDEX ix_show_popularity ON show (popularity desc, id desc)",
            "CREATE INDEX ix_show_sort_key ON show (sort_key, id)",
            "CREATE INDEX ix_show_updated ON show (updated_at, id)",
            "CREATE INDEX ix_show_premiered ON show (premiered_on, id)",
        ] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        by_code_point(manager, "show", "sort_key").await?;
        manager
            .create_table(
                table("show_country")
                    .col(big_integer("show_id"))
                    .col(string("country"))
                    .col(integer("position"))
                    .primary_key(&mut pk("show_country", &["show_id", "country"]))
                    .foreign_key(&mut reference("show_country", "show_id", "show"))
                    .take(),
            )
            .await?;
        by_code_point(manager, "show_country", "country").await?;
        for sql in ["CREATE INDEX ix_show_country_country ON show_country (country, show_id)"] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        manager
            .create_table(
                table("show_genre")
                    .col(big_integer("show_id"))
                    .col(big_integer("genre_id"))
                    .col(double("popularity"))
                    .primary_key(&mut pk("show_genre", &["show_id", "genre_id"]))
                    .foreign_key(&mut reference("show_genre", "show_id", "show"))
                    .foreign_key(&mut reference("show_genre", "genre_id", "term"))
                    .take(),
            )
            .await?;
        for sql in
            ["CREATE INDEX ix_show_genre_genre_popularity ON show_genre (genre_id, popularity desc, show_id desc)"]
        {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        manager
            .create_table(
                keyed("show_text")
                    .col(big_integer("show_id"))
                    .col(string("locale"))
                    .col(string("text"))
                    .foreign_key(&mut reference("show_text", "show_id", "show"))
                    .take(),
            )
            .await?;
        manager.create_index(index("show_text", "show_locale", &["show_id", "locale"]).unique().take()).await?;
        manager
            .create_table(
                keyed("show_platform")
                    .col(big_integer("show_id"))
                    .col(big_integer("platform_id"))
                    .col(kind("role", &["original", "broadcaster", "distributor"]))
                    .col(string_null("country"))
                    .col(string_null("url"))
                    .foreign_key(&mut reference("show_platform", "show_id", "show"))
                    .foreign_key(&mut reference("show_platform", "platform_id", "platform"))
                    .take(),
            )
            .await?;
        manager.create_index(index("show_platform", "show_id", &["show_id"]).take()).await?;
        manager.create_index(index("show_platform", "platform_id", &["platform_id"]).take()).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["show_platform", "show_text", "show_genre", "show_country", "show"]).await
    }
}
