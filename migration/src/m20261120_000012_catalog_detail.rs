//! `rating`, `image`, `external_id`, `slug_alias`, `merged_into`.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::shape::{drop_tables, exactly_one, keyed, kind, reference};

/// `rating`, `image`, `external_id`, `slug_alias`, `merged_into`.
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
                keyed("rating")
                    .col(big_integer_null("show_id"))
                    .col(big_integer_null("season_id"))
                    .col(big_integer_null("episode_id"))
                    .col(string("source"))
                    .col(double("value"))
                    .col(double("scale"))
                    .col(integer_null("votes"))
                    .col(date("rated_on"))
                    .foreign_key(&mut reference("rating", "show_id", "show"))
                    .foreign_key(&mut reference("rating", "season_id", "season"))
                    .foreign_key(&mut reference("rating", "episode_id", "episode"))
                    .check(exactly_one(&["show_id", "season_id", "episode_id"]))
                    .take(),
            )
            .await?;
        for sql in [
            "CREATE INDEX ix_rating_show_id ON rating (show_id) WHERE show_id IS NOT NULL",
            "CREATE INDEX ix_rating_season_id ON rating (season_id) WHERE season_id IS NOT NULL",
            "CREATE INDEX ix_rating_episode_id ON rating (episode_id) WHERE episode_id IS NOT NULL",
        ] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        manager
            .create_table(
                keyed("image")
                    .col(big_integer_null("show_id"))
                    .col(big_integer_null("season_id"))
                    .col(big_integer_null("episode_id"))
                    .col(big_integer_null("person_id"))
                    .col(big_integer_null("character_id"))
                    .col(kind("kind", &["poster", "backdrop", "logo", "still", "portrait"]))
                    .col(string("url"))
                    .col(integer_null("width"))
                    .col(integer_null("height"))
                    .col(string_null("locale"))
                    .col(string_null("credit"))
                    .col(string_null("licence"))
                    .foreign_key(&mut reference("image", "show_id", "show"))
                    .foreign_key(&mut reference("image", "season_id", "season"))
                    .foreign_key(&mut reference("image", "episode_id", "episode"))
                    .foreign_key(&mut reference("image", "person_id", "person"))
                    .foreign_key(&mut reference("image", "character_id", "character"))
                    .check(exactly_one(&["show_id", "season_id", "episode_id", "person_id", "character_id"]))
                    .take(),
            )
            .await?;
        for sql in [
            "CREATE INDEX ix_image_show_id ON image (show_id) WHERE show_id IS NOT NULL",
            "CREATE INDEX ix_image_season_id ON image (season_id) WHERE season_id IS NOT NULL",
            "CREATE INDEX ix_image_episode_id ON image (episode_id) WHERE episode_id IS NOT NULL",
            "CREATE INDEX ix_image_person_id ON image (person_id) WHERE person_id IS NOT NULL",
            "CREATE INDEX ix_image_character_id ON image (character_id) WHERE character_id IS NOT NULL",
        ] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        manager
            .create_table(
                keyed("external_id")
                    .col(string("source"))
                    .col(string("value"))
                    .col(big_integer_null("show_id"))
                    .col(big_integer_null("season_id"))
                    .col(big_integer_null("episode_id"))
                    .col(big_integer_null("person_id"))
                    .foreign_key(&mut reference("external_id", "show_id", "show"))
                    .foreign_key(&mut reference("external_id", "season_id", "season"))
                    .foreign_key(&mut reference("external_id", "episode_id", "episode"))
                    .foreign_key(&mut reference("external_id", "person_id", "person"))
                    .check(exactly_one(&["show_id", "season_id", "episode_id", "person_id"]))
                    .take(),
            )
            .await?;
        for sql in [
            "CREATE UNIQUE INDEX ix_external_id_show_id ON external_id (source, value) WHERE show_id IS NOT NULL",
            "CREATE INDEX ix_external_id_show_id_all ON external_id (show_id) WHERE show_id IS NOT NULL",
            "CREATE UNIQUE INDEX ix_external_id_season_id ON external_id (source, value) WHERE season_id IS NOT NULL",
            "CREATE INDEX ix_external_id_season_id_all ON external_id (season_id) WHERE season_id IS NOT NULL",
            "CREATE UNIQUE INDEX ix_external_id_episode_id ON external_id (source, value) WHERE episode_id IS NOT NULL",
            "CREATE INDEX ix_external_id_episode_id_all ON external_id (episode_id) WHERE episode_id IS NOT NULL",
            "CREATE UNIQUE INDEX ix_external_id_person_id ON external_id (source, value) WHERE person_id IS NOT NULL",
            "CREATE INDEX ix_external_id_person_id_all ON external_id (person_id) WHERE person_id IS NOT NULL",
        ] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        manager
            .create_table(
                keyed("slug_alias")
                    .col(string("slug"))
                    .col(big_integer_null("show_id"))
                    .col(big_integer_null("person_id"))
                    .col(big_integer_null("character_id"))
                    .col(big_integer_null("source_work_id"))
                    .col(big_integer_null("award_id"))
                    .col(big_integer_null("platform_id"))
                    .col(big_integer_null("chart_id"))
                    .col(big_integer_null("outlet_id"))
                    .foreign_key(&mut reference("slug_alias", "show_id", "show"))
                    .foreign_key(&mut reference("slug_alias", "person_id", "person"))
                    .foreign_key(&mut reference("slug_alias", "character_id", "character"))
                    .foreign_key(&mut reference("slug_alias", "source_work_id", "source_work"))
                    .foreign_key(&mut reference("slug_alias", "award_id", "award"))
                    .foreign_key(&mut reference("slug_alias", "platform_id", "platform"))
                    .foreign_key(&mut reference("slug_alias", "chart_id", "chart"))
                    .foreign_key(&mut reference("slug_alias", "outlet_id", "outlet"))
                    .check(exactly_one(&[
                        "show_id",
                        "person_id",
                        "character_id",
                        "source_work_id",
                        "award_id",
                        "platform_id",
                        "chart_id",
                        "outlet_id",
                    ]))
                    .take(),
            )
            .await?;
        for sql in [
            "CREATE UNIQUE INDEX ix_slug_alias_show_id ON slug_alias (slug) WHERE show_id IS NOT NULL",
            "CREATE INDEX ix_slug_alias_show_id_all ON slug_alias (show_id) WHERE show_id IS NOT NULL",
            "CREATE UNIQUE INDEX ix_slug_alias_person_id ON slug_alias (slug) WHERE person_id IS NOT NULL",
            "CREATE INDEX ix_slug_alias_person_id_all ON slug_alias (person_id) WHERE person_id IS NOT NULL",
            "CREATE UNIQUE INDEX ix_slug_alias_character_id ON slug_alias (slug) WHERE character_id IS NOT NULL",
            "CREATE INDEX ix_slug_alias_character_id_all ON slug_alias (character_id) WHERE character_id IS NOT NULL",
            "CREATE UNIQUE INDEX ix_slug_alias_source_work_id ON slug_alias (slug) WHERE source_work_id IS NOT NULL",
            "CREATE INDEX ix_slug_alias_source_work_id_all ON slug_alias (source_work_id) WHERE source_work_id IS NOT NULL",
            "CREATE UNIQUE INDEX ix_slug_alias_award_id ON slug_alias (slug) WHERE award_id IS NOT NULL",
            "CREATE INDEX ix_slug_alias_award_id_all ON slug_alias (award_id) WHERE award_id IS NOT NULL",
            "CREATE UNIQUE INDEX ix_slug_alias_platform_id ON slug_alias (slug) WHERE platform_id IS NOT NULL",
            "CREATE INDEX ix_slug_alias_platform_id_all ON slug_alias (platform_id) WHERE platform_id IS NOT NULL",
            "CREATE UNIQUE INDEX ix_slug_alias_chart_id ON slug_alias (slug) WHERE chart_id IS NOT NULL",
            "CREATE INDEX ix_slug_alias_chart_id_all ON slug_alias (chart_id) WHERE chart_id IS NOT NULL",
            "CREATE UNIQUE INDEX ix_slug_alias_outlet_id ON slug_alias (slug) WHERE outlet_id IS NOT NULL",
            "CREATE INDEX ix_slug_alias_outlet_id_all ON slug_alias (outlet_id) WHERE outlet_id IS NOT NULL",
        ] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        manager
            .create_table(
                keyed("merged_into")
                    .col(big_integer("old_id"))
                    .col(timestamp_with_time_zone("merged_at"))
                    .col(big_integer_null("show_id"))
                    .col(big_integer_null("person_id"))
                    .foreign_key(&mut reference("merged_into", "show_id", "show"))
                    .foreign_key(&mut reference("merged_into", "person_id", "person"))
                    .check(exactly_one(&["show_id", "person_id"]))
                    .take(),
            )
            .await?;
        for sql in [
            "CREATE UNIQUE INDEX ix_merged_into_show_id ON merged_into (old_id) WHERE show_id IS NOT NULL",
            "CREATE INDEX ix_merged_into_show_id_all ON merged_into (show_id) WHERE show_id IS NOT NULL",
            "CREATE UNIQUE INDEX ix_merged_into_person_id ON merged_into (old_id) WHERE person_id IS NOT NULL",
            "CREATE INDEX ix_merged_into_person_id_all ON merged_into (person_id) WHERE person_id IS NOT NULL",
        ] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["merged_into", "slug_alias", "external_id", "image", "rating"]).await
    }
}
