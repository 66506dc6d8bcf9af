//! `idempotency_key`: the answer of a write, kept for 24 hours.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::IdempotencyKeyId;

/// The answer of a write, kept for 24 hours.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "idempotency_key")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: IdempotencyKeyId,
    /// As the client sent it, with its API key.
    #[sea_orm(unique)]
    pub key: String,
    /// SHA-256 of the write, hex.
    pub request_digest: String,
    /// The answer that was given.
    #[sea_orm(column_type = "JsonBinary")]
    pub response: Json,
    /// When, UTC.
    pub created_at: ChronoDateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
