//! `show_country`: a country of production of a show.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::ShowId;

/// A country of production of a show.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "show_country")]
pub struct Model {
    /// The show.
    #[sea_orm(primary_key, auto_increment = false)]
    pub show_id: ShowId,
    /// ISO 3166-1 alpha-2, e.g. KR.
    #[sea_orm(primary_key, auto_increment = false)]
    pub country: String,
    /// From 1, as credited.
    pub position: i32,
    /// The show of `show_id`.
    #[sea_orm(belongs_to, from = "show_id", to = "id")]
    pub show: BelongsTo<super::show::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
