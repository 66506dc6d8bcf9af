//! `person`.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::shape::{by_code_point, drop_tables, keyed, kind_null};

/// `person`.
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
                keyed("person")
                    .col(string_uniq("slug"))
                    .col(string("sort_key"))
                    .col(date_null("birth_date"))
                    .col(kind_null("birth_date_precision", &["day", "month", "year"]))
                    .col(double("popularity"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone("updated_at"))
                    // birth_date and its precision are set together
                    .check(Expr::cust("((birth_date IS NULL) = (birth_date_precision IS NULL))"))
                    .take(),
            )
            .await?;
        for sql in [
            "CREATE INDEX ix_person_popularity ON person (popularity desc, id desc)",
            "CREATE INDEX ix_person_sort_key ON person (sort_key, id)",
            "CREATE INDEX ix_person_updated ON person (updated_at, id)",
        ] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        by_code_point(manager, "person", "sort_key").await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["person"]).await
    }
}
