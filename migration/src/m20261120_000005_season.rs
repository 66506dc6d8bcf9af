//! `season`, `episode`.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::shape::{drop_tables, index, keyed, kind_null, reference};

/// `season`, `episode`.
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
                keyed("season")
                    .col(big_integer("show_id"))
                    .col(integer("number"))
                    .col(date_null("premiered_on"))
                    .col(kind_null("premiered_on_precision", &["day", "month", "year"]))
                    .col(date_null("completed_on"))
                    .col(kind_null("completed_on_precision", &["day", "month", "year"]))
                    .col(integer_null("episode_count"))
                    .col(date_null("labelled_limited_on"))
                    .foreign_key(&mut reference("season", "show_id", "show"))
                    // premiered_on and its precision are set together
                    .check(Expr::cust("((premiered_on IS NULL) = (premiered_on_precision IS NULL))"))
                    // completed_on and its precision are set together
                    .check(Expr::cust("((completed_on IS NULL) = (completed_on_precision IS NULL))"))
                    .take(),
            )
            .await?;
        manager.create_index(index("season", "show_number", &["show_id", "number"]).unique().take()).await?;
        manager
            .create_table(
                keyed("episode")
                    .col(big_integer("season_id"))
                    .col(big_integer("show_id"))
                    .col(integer("season_number"))
                    .col(integer("number"))
                    .col(date_null("aired_on"))
                    .col(kind_null("aired_on_precision", &["day", "month", "year"]))
                    .col(integer_null("runtime_minutes"))
                    .foreign_key(&mut reference("episode", "season_id", "season"))
                    .foreign_key(&mut reference("episode", "show_id", "show"))
                    // aired_on and its precision are set together
                    .check(Expr::cust("((aired_on IS NULL) = (aired_on_precision IS NULL))"))
                    .take(),
            )
            .await?;
        manager.create_index(index("episode", "season_number", &["season_id", "number"]).unique().take()).await?;
        for sql in [
            "CREATE INDEX ix_episode_show_order ON episode (show_id, season_number, number)",
            "CREATE INDEX ix_episode_show_aired ON episode (show_id, aired_on)",
        ] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["episode", "season"]).await
    }
}
