//! `image`: the address of a picture that is hosted elsewhere.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{CharacterId, EpisodeId, ImageId, PersonId, SeasonId, ShowId};
use crate::kinds::ImageKind;

/// The address of a picture that is hosted elsewhere.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "image")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: ImageId,
    /// Set when it is a show.
    pub show_id: Option<ShowId>,
    /// Set when it is a season.
    pub season_id: Option<SeasonId>,
    /// Set when it is a episode.
    pub episode_id: Option<EpisodeId>,
    /// Set when it is a person.
    pub person_id: Option<PersonId>,
    /// Set when it is a character.
    pub character_id: Option<CharacterId>,
    /// What kind.
    pub kind: ImageKind,
    /// Largest known.
    pub url: String,
    /// Pixels; null = unknown.
    pub width: Option<i32>,
    /// Pixels; null = unknown.
    pub height: Option<i32>,
    /// Language of the lettering; null = none or unknown.
    pub locale: Option<String>,
    /// Who must be named beside it; null = nobody.
    pub credit: Option<String>,
    /// Terms; null = not stated.
    pub licence: Option<String>,
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
    /// The character of `character_id`.
    #[sea_orm(belongs_to, from = "character_id", to = "id")]
    pub character: BelongsTo<Option<super::character::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
