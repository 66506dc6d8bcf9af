//! `show_source`: that a show was adapted from a work.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{ShowId, ShowSourceId, SourceWorkId};

/// That a show was adapted from a work.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "show_source")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: ShowSourceId,
    /// The show.
    #[sea_orm(unique_key = "show_work")]
    pub show_id: ShowId,
    /// The work.
    #[sea_orm(unique_key = "show_work", indexed)]
    pub source_work_id: SourceWorkId,
    /// Whether story is left to adapt; null = unknown.
    pub has_material_left: Option<bool>,
    /// The show of `show_id`.
    #[sea_orm(belongs_to, from = "show_id", to = "id")]
    pub show: BelongsTo<super::show::Entity>,
    /// The source work of `source_work_id`.
    #[sea_orm(belongs_to, from = "source_work_id", to = "id")]
    pub source_work: BelongsTo<super::source_work::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
