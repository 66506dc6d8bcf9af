//! `award_category`: a category of one award body.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{AwardCategoryId, AwardId};
use crate::kinds::AwardWeightClass;

/// A category of one award body.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "award_category")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: AwardCategoryId,
    /// The award body.
    #[sea_orm(unique_key = "award_code")]
    pub award_id: AwardId,
    /// Stable within the award, e.g. `best-drama`.
    #[sea_orm(unique_key = "award_code")]
    pub code: String,
    /// What the model counts it as; null = not counted.
    pub weight_class: Option<AwardWeightClass>,
    /// The award of `award_id`.
    #[sea_orm(belongs_to, from = "award_id", to = "id")]
    pub award: BelongsTo<super::award::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
