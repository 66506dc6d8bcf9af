//! `award`: an award body.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::AwardId;

/// An award body.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "award")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: AwardId,
    /// Readable address part.
    #[sea_orm(unique)]
    pub slug: String,
    /// ISO 3166-1 alpha-2; null = unknown or international.
    pub country: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
