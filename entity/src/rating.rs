//! `rating`: a score elsewhere on a day; a series of snapshots, never overwritten.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{EpisodeId, RatingId, SeasonId, ShowId};

/// A score elsewhere on a day; a series of snapshots, never overwritten.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "rating")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: RatingId,
    /// Set when it is a show.
    pub show_id: Option<ShowId>,
    /// Set when it is a season.
    pub season_id: Option<SeasonId>,
    /// Set when it is a episode.
    pub episode_id: Option<EpisodeId>,
    /// Lower case code, e.g. `imdb`.
    pub source: String,
    /// On its own scale.
    pub value: f64,
    /// Highest of that scale, e.g. 10.
    pub scale: f64,
    /// Null = not given.
    pub votes: Option<i32>,
    /// Day of the reading.
    pub rated_on: Date,
    /// The show of `show_id`.
    #[sea_orm(belongs_to, from = "show_id", to = "id")]
    pub show: BelongsTo<Option<super::show::Entity>>,
    /// The season of `season_id`.
    #[sea_orm(belongs_to, from = "season_id", to = "id")]
    pub season: BelongsTo<Option<super::season::Entity>>,
    /// The episode of `episode_id`.
    #[sea_orm(belongs_to, from = "episode_id", to = "id")]
    pub episode: BelongsTo<Option<super::episode::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
