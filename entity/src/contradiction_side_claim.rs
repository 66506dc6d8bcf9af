//! `contradiction_side_claim`: a claim that takes a side.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{ClaimId, ContradictionSideId};

/// A claim that takes a side.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "contradiction_side_claim")]
pub struct Model {
    /// The side.
    #[sea_orm(primary_key, auto_increment = false)]
    pub contradiction_side_id: ContradictionSideId,
    /// The claim.
    #[sea_orm(primary_key, auto_increment = false, indexed)]
    pub claim_id: ClaimId,
    /// The contradiction side of `contradiction_side_id`.
    #[sea_orm(belongs_to, from = "contradiction_side_id", to = "id")]
    pub contradiction_side: BelongsTo<super::contradiction_side::Entity>,
    /// The claim of `claim_id`.
    #[sea_orm(belongs_to, from = "claim_id", to = "id")]
    pub claim: BelongsTo<super::claim::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
