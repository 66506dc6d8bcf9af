//! `api_key`: a key, without its secret.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::ApiKeyId;
use crate::kinds::ApiRole;

/// A key, without its secret.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "api_key")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: ApiKeyId,
    /// As its owner calls it.
    pub name: String,
    /// What it may do.
    pub role: ApiRole,
    /// SHA-256 of the secret, hex.
    #[sea_orm(unique)]
    pub digest: String,
    /// When it was made, UTC.
    pub created_at: ChronoDateTimeUtc,
    /// Null = never.
    pub expires_at: Option<ChronoDateTimeUtc>,
    /// Null = never.
    pub last_used_at: Option<ChronoDateTimeUtc>,
    /// Null = valid.
    pub revoked_at: Option<ChronoDateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
