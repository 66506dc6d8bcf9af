//! `award`, `award_category`, `award_ceremony`, `nomination`, `nomination_recipient`.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::shape::{drop_tables, exactly_one, index, keyed, kind, kind_null, reference};

/// `award`, `award_category`, `award_ceremony`, `nomination`, `nomination_recipient`.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(keyed("award").col(string_uniq("slug")).col(string_null("country")).take()).await?;
        manager
            .create_table(
                keyed("award_category")
                    .col(big_integer("award_id"))
                    .col(string("code"))
                    .col(kind_null("weight_class", &["series", "craft", "newcomer"]))
                    .foreign_key(&mut reference("award_category", "award_id", "award"))
                    .take(),
            )
            .await?;
        manager.create_index(index("award_category", "award_code", &["award_id", "code"]).unique().take()).await?;
        manager
            .create_table(
                keyed("award_ceremony")
                    .col(big_integer("award_id"))
                    .col(integer_null("edition"))
                    .col(integer("year"))
                    .col(date_null("announced_on"))
                    .col(date_null("held_on"))
                    .foreign_key(&mut reference("award_ceremony", "award_id", "award"))
                    .take(),
            )
            .await?;
        for sql in ["CREATE UNIQUE INDEX ix_award_ceremony_award_edition ON award_ceremony (award_id, edition)"] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        manager
            .create_table(
                keyed("nomination")
                    .col(big_integer("award_ceremony_id"))
                    .col(big_integer("award_category_id"))
                    .col(kind("result", &["nominated", "won"]))
                    .col(big_integer_null("show_id"))
                    .foreign_key(&mut reference("nomination", "award_ceremony_id", "award_ceremony"))
                    .foreign_key(&mut reference("nomination", "award_category_id", "award_category"))
                    .foreign_key(&mut reference("nomination", "show_id", "show"))
                    .take(),
            )
            .await?;
        manager.create_index(index("nomination", "award_ceremony_id", &["award_ceremony_id"]).take()).await?;
        manager.create_index(index("nomination", "award_category_id", &["award_category_id"]).take()).await?;
        manager.create_index(index("nomination", "show_id", &["show_id"]).take()).await?;
        manager
            .create_table(
                keyed("nomination_recipient")
                    .col(big_integer("nomination_id"))
                    .col(integer("position"))
                    .col(big_integer_null("show_id"))
                    .col(big_integer_null("person_id"))
                    .foreign_key(&mut reference("nomination_recipient", "nomination_id", "nomination"))
                    .foreign_key(&mut reference("nomination_recipient", "show_id", "show"))
                    .foreign_key(&mut reference("nomination_recipient", "person_id", "person"))
                    .check(exactly_one(&["show_id", "person_id"]))
                    .take(),
            )
            .await?;
        manager
            .create_index(
                index("nomination_recipient", "nomination_position", &["nomination_id", "position"]).unique().take(),
            )
            .await?;
        for sql in [
            "CREATE INDEX ix_nomination_recipient_show_id ON nomination_recipient (show_id) WHERE show_id IS NOT NULL",
            "CREATE INDEX ix_nomination_recipient_person_id ON nomination_recipient (person_id) WHERE person_id IS NOT NULL",
        ] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["nomination_recipient", "nomination", "award_ceremony", "award_category", "award"]).await
    }
}
