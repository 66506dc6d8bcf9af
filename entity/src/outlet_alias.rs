//! `outlet_alias`: another name of an outlet, or a known misprint of it.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{OutletAliasId, OutletId};

/// Another name of an outlet, or a known misprint of it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "outlet_alias")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: OutletAliasId,
    /// The outlet.
    #[sea_orm(indexed)]
    pub outlet_id: OutletId,
    /// As met.
    pub text: String,
    /// Folded letters and digits, by which it is found.
    #[sea_orm(unique)]
    pub match_key: String,
    /// Wrong, but met in print.
    pub is_misprint: bool,
    /// The outlet of `outlet_id`.
    #[sea_orm(belongs_to, from = "outlet_id", to = "id")]
    pub outlet: BelongsTo<super::outlet::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
