//! `resolution`: how the question of a target season was answered.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{ClaimId, ResolutionId, ShowId};
use crate::kinds::Outcome;

/// How the question of a target season was answered.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "resolution")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: ResolutionId,
    /// The show.
    #[sea_orm(unique_key = "show_season")]
    pub show_id: ShowId,
    /// Target season, from 1.
    #[sea_orm(unique_key = "show_season")]
    pub season_number: i32,
    /// Yes, no or void.
    pub outcome: Outcome,
    /// Day of the answer.
    pub resolved_on: Date,
    /// Why, in a sentence.
    pub reason: String,
    /// The deciding claim; null = the catalog itself.
    #[sea_orm(indexed)]
    pub claim_id: Option<ClaimId>,
    /// Its page; null = none.
    pub url: Option<String>,
    /// Ordered, later withdrawn; null = stands.
    pub reversed_on: Option<Date>,
    /// The show of `show_id`.
    #[sea_orm(belongs_to, from = "show_id", to = "id")]
    pub show: BelongsTo<super::show::Entity>,
    /// The claim of `claim_id`.
    #[sea_orm(belongs_to, from = "claim_id", to = "id")]
    pub claim: BelongsTo<Option<super::claim::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
