//! `season`: one season; may exist before release, once ordered.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{SeasonId, ShowId};
use crate::kinds::DatePrecision;

/// One season; may exist before release, once ordered.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "season")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: SeasonId,
    /// Its show.
    #[sea_orm(unique_key = "show_number")]
    pub show_id: ShowId,
    /// From 1; 0 = specials.
    #[sea_orm(unique_key = "show_number")]
    pub number: i32,
    /// First day its first episode can be out; null = none or unknown.
    pub premiered_on: Option<Date>,
    /// How exact that day is; null exactly where it is.
    pub premiered_on_precision: Option<DatePrecision>,
    /// First day its last episode can be out; null = not complete, or unknown.
    pub completed_on: Option<Date>,
    /// How exact that day is; null exactly where it is.
    pub completed_on_precision: Option<DatePrecision>,
    /// Null = unknown.
    pub episode_count: Option<i32>,
    /// First day on which its platform called it a limited series; null = never.
    pub labelled_limited_on: Option<Date>,
    /// The show of `show_id`.
    #[sea_orm(belongs_to, from = "show_id", to = "id")]
    pub show: BelongsTo<super::show::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
