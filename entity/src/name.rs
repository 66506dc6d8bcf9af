//! `name`: one spelling of a name or title.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{AwardCategoryId, AwardId, CharacterId, EpisodeId, NameId, PersonId, SeasonId, ShowId, SourceWorkId};
use crate::kinds::NameKind;

/// One spelling of a name or title.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "name")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: NameId,
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
    /// Set when it is a source work.
    pub source_work_id: Option<SourceWorkId>,
    /// Set when it is a award.
    pub award_id: Option<AwardId>,
    /// Set when it is a award category.
    pub award_category_id: Option<AwardCategoryId>,
    /// As written.
    pub text: String,
    /// Normalised, for ordering and comparing.
    pub sort_key: String,
    /// BCP 47 language and script; null = unknown.
    pub locale: Option<String>,
    /// What kind of spelling.
    pub kind: NameKind,
    /// The first choice of its language and kind.
    pub is_primary: bool,
    /// People only; null = not a person, or unknown.
    pub family_name_first: Option<bool>,
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
    /// The source work of `source_work_id`.
    #[sea_orm(belongs_to, from = "source_work_id", to = "id")]
    pub source_work: BelongsTo<Option<super::source_work::Entity>>,
    /// The award of `award_id`.
    #[sea_orm(belongs_to, from = "award_id", to = "id")]
    pub award: BelongsTo<Option<super::award::Entity>>,
    /// The award category of `award_category_id`.
    #[sea_orm(belongs_to, from = "award_category_id", to = "id")]
    pub award_category: BelongsTo<Option<super::award_category::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
