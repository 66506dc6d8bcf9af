//! People.

use ::entity::person;
use sea_orm::{DatabaseConnection, DbErr};

/// The person under a readable address; old addresses keep resolving.
pub async fn by_slug(db: &DatabaseConnection, slug: &str) -> Result<Option<person::Model>, DbErr> {
    person::Entity::find_by_slug(slug).one(db).await
}
