//! `outlet`: who publishes.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::OutletId;
use crate::kinds::OutletKind;

/// Who publishes.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "outlet")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: OutletId,
    /// Readable address part.
    #[sea_orm(unique)]
    pub slug: String,
    /// As printed.
    pub name: String,
    /// Normalised name, for ordering.
    pub sort_key: String,
    /// ISO 3166-1 alpha-2; null = unknown or international.
    pub country: Option<String>,
    /// BCP 47; null = unknown.
    pub language: Option<String>,
    /// What kind.
    pub kind: OutletKind,
    /// Its site; null = unknown.
    pub homepage: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
