//! `platform`: a broadcaster or streaming service.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::PlatformId;

/// A broadcaster or streaming service.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "platform")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: PlatformId,
    /// Readable address part.
    #[sea_orm(unique)]
    pub slug: String,
    /// As printed.
    pub name: String,
    /// ISO 3166-1 alpha-2 seat; null = unknown or worldwide.
    pub country: Option<String>,
    /// Its site; null = unknown.
    pub homepage: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
