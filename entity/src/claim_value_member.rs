//! `claim_value_member`: one of the things that a COUNT counts.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{ClaimValueId, NominationId};

/// One of the things that a COUNT counts.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "claim_value_member")]
pub struct Model {
    /// The value.
    #[sea_orm(primary_key, auto_increment = false)]
    pub claim_value_id: ClaimValueId,
    /// From 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    /// The award counted.
    #[sea_orm(indexed)]
    pub nomination_id: NominationId,
    /// The claim value of `claim_value_id`.
    #[sea_orm(belongs_to, from = "claim_value_id", to = "id")]
    pub claim_value: BelongsTo<super::claim_value::Entity>,
    /// The nomination of `nomination_id`.
    #[sea_orm(belongs_to, from = "nomination_id", to = "id")]
    pub nomination: BelongsTo<super::nomination::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
