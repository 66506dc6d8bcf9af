//! `search_key`, `search_gram`.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::shape::{by_code_point, drop_tables, index, keyed, pk, reference, table};

/// `search_key`, `search_gram`.
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
                keyed("search_key")
                    .col(big_integer("name_id"))
                    .col(string("key"))
                    .col(boolean("is_romanized"))
                    .col(double("popularity"))
                    .foreign_key(&mut reference("search_key", "name_id", "name"))
                    .take(),
            )
            .await?;
        manager.create_index(index("search_key", "name_id", &["name_id"]).take()).await?;
        for sql in ["CREATE INDEX ix_search_key_key ON search_key (key, popularity desc)"] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        by_code_point(manager, "search_key", "key").await?;
        manager
            .create_table(
                table("search_gram")
                    .col(string("gram"))
                    .col(big_integer("search_key_id"))
                    .primary_key(&mut pk("search_gram", &["gram", "search_key_id"]))
                    .foreign_key(&mut reference("search_gram", "search_key_id", "search_key"))
                    .take(),
            )
            .await?;
        manager.create_index(index("search_gram", "search_key_id", &["search_key_id"]).take()).await?;
        by_code_point(manager, "search_gram", "gram").await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["search_gram", "search_key"]).await
    }
}
