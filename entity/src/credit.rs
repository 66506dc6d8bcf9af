//! `credit`: one person in one job on one show, or one season or episode of it.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{CharacterId, CreditId, EpisodeId, PersonId, ShowId, TermId};
use crate::kinds::{Billing, CreditState};

/// One person in one job on one show, or one season or episode of it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "credit")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: CreditId,
    /// The show.
    #[sea_orm(unique_key = "show_job_position")]
    pub show_id: ShowId,
    /// Target season, also before that season exists; null = the whole show.
    pub season_number: Option<i32>,
    /// Null = not of one episode.
    #[sea_orm(indexed)]
    pub episode_id: Option<EpisodeId>,
    /// Who.
    #[sea_orm(indexed)]
    pub person_id: PersonId,
    /// Cast, director …, a term.
    #[sea_orm(unique_key = "show_job_position", indexed)]
    pub job_id: TermId,
    /// Cast only; null = unknown or not cast.
    #[sea_orm(indexed)]
    pub character_id: Option<CharacterId>,
    /// Spelling in the credits; null = the display name.
    pub credited_as: Option<String>,
    /// Dense, from 1, within show and job.
    #[sea_orm(unique_key = "show_job_position")]
    pub position: i32,
    /// Null = not cast, or unknown.
    pub billing: Option<Billing>,
    /// How sure the credit is.
    pub state: CreditState,
    /// The credit that took its place; null = none.
    #[sea_orm(indexed)]
    pub superseded_by_id: Option<CreditId>,
    /// The show of `show_id`.
    #[sea_orm(belongs_to, from = "show_id", to = "id")]
    pub show: BelongsTo<super::show::Entity>,
    /// The episode of `episode_id`.
    #[sea_orm(belongs_to, from = "episode_id", to = "id")]
    pub episode: BelongsTo<Option<super::episode::Entity>>,
    /// The person of `person_id`.
    #[sea_orm(belongs_to, from = "person_id", to = "id")]
    pub person: BelongsTo<super::person::Entity>,
    /// The term of `job_id`.
    #[sea_orm(belongs_to, from = "job_id", to = "id")]
    pub job: BelongsTo<super::term::Entity>,
    /// The character of `character_id`.
    #[sea_orm(belongs_to, from = "character_id", to = "id")]
    pub character: BelongsTo<Option<super::character::Entity>>,
    /// The credit of `superseded_by_id`.
    #[sea_orm(self_ref, relation_enum = "SupersededBy", from = "superseded_by_id", to = "id")]
    pub superseded_by: BelongsTo<Option<Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
