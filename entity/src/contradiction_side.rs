//! `contradiction_side`: one reading of what is in dispute.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{ClaimValueId, ContradictionId, ContradictionSideId};

/// One reading of what is in dispute.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "contradiction_side")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: ContradictionSideId,
    /// The contradiction.
    #[sea_orm(unique_key = "contradiction_position")]
    pub contradiction_id: ContradictionId,
    /// From 1.
    #[sea_orm(unique_key = "contradiction_position")]
    pub position: i32,
    /// What this side holds, in a sentence.
    pub reading: String,
    /// Taken as right; the loser is kept.
    pub prevails: bool,
    /// Its value; null = the reading says all.
    #[sea_orm(indexed)]
    pub claim_value_id: Option<ClaimValueId>,
    /// The contradiction of `contradiction_id`.
    #[sea_orm(belongs_to, from = "contradiction_id", to = "id")]
    pub contradiction: BelongsTo<super::contradiction::Entity>,
    /// The claim value of `claim_value_id`.
    #[sea_orm(belongs_to, from = "claim_value_id", to = "id")]
    pub claim_value: BelongsTo<Option<super::claim_value::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
