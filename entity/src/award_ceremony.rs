//! `award_ceremony`: one edition of an award.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{AwardCeremonyId, AwardId};

/// One edition of an award.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "award_ceremony")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: AwardCeremonyId,
    /// The award body.
    pub award_id: AwardId,
    /// E.g. 61; null = not counted.
    pub edition: Option<i32>,
    /// Calendar year.
    pub year: i32,
    /// Winners made public, maybe before the ceremony; null = unknown.
    pub announced_on: Option<Date>,
    /// Trophies handed over; null = unknown.
    pub held_on: Option<Date>,
    /// The award of `award_id`.
    #[sea_orm(belongs_to, from = "award_id", to = "id")]
    pub award: BelongsTo<super::award::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
