//! `claim_season`: a target season that a claim speaks of.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::ClaimId;

/// A target season that a claim speaks of.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "claim_season")]
pub struct Model {
    /// The claim.
    #[sea_orm(primary_key, auto_increment = false)]
    pub claim_id: ClaimId,
    /// Target season, from 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub season_number: i32,
    /// The claim of `claim_id`.
    #[sea_orm(belongs_to, from = "claim_id", to = "id")]
    pub claim: BelongsTo<super::claim::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
