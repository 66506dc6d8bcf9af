//! `external_id`: the same thing elsewhere.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{EpisodeId, ExternalIdId, PersonId, SeasonId, ShowId};

/// The same thing elsewhere.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "external_id")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: ExternalIdId,
    /// Lower case: imdb, tmdb, tvmaze, tvdb, wikidata, netflix.
    pub source: String,
    /// As that source writes it, e.g. tt28106730.
    pub value: String,
    /// Set when it is a show.
    pub show_id: Option<ShowId>,
    /// Set when it is a season.
    pub season_id: Option<SeasonId>,
    /// Set when it is a episode.
    pub episode_id: Option<EpisodeId>,
    /// Set when it is a person.
    pub person_id: Option<PersonId>,
    /// The show of `show_id`.
    #[sea_orm(belongs_to, from = "show_id", to = "id")]
    pub show: BelongsTo<Option<super::show::Entity>>,
    /// The season of `season_id`.
    #[sea_orm(belongs_to, from = "season_id", to = "id")]
    pub season: BelongsTo<Option<super::season::Entity>>,
    /// The episode of `episode_id`.
    #[sea_orm(belongs_to, from = "episode_id", to = "id")]
    pub episode: BelongsTo<Option<super::episode::Entity>>,
    /// The person of `person_id`.
    #[sea_orm(belongs_to, from = "person_id", to = "id")]
    pub person: BelongsTo<Option<super::person::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
