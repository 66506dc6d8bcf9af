//! `episode`: one episode.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{EpisodeId, SeasonId, ShowId};
use crate::kinds::DatePrecision;

/// One episode.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "episode")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: EpisodeId,
    /// Its season.
    #[sea_orm(unique_key = "season_number")]
    pub season_id: SeasonId,
    /// Its show, kept here so that one index serves a show's list.
    pub show_id: ShowId,
    /// Its season's number, kept for the same reason.
    pub season_number: i32,
    /// From 1 within the season.
    #[sea_orm(unique_key = "season_number")]
    pub number: i32,
    /// First day it can be out; null = not set, or unknown.
    pub aired_on: Option<Date>,
    /// How exact that day is; null exactly where it is.
    pub aired_on_precision: Option<DatePrecision>,
    /// Null = unknown.
    pub runtime_minutes: Option<i32>,
    /// The season of `season_id`.
    #[sea_orm(belongs_to, from = "season_id", to = "id")]
    pub season: BelongsTo<super::season::Entity>,
    /// The show of `show_id`.
    #[sea_orm(belongs_to, from = "show_id", to = "id")]
    pub show: BelongsTo<super::show::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
