//! `forecast`: a published number, kept for ever.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{ForecastId, ShowId};
use crate::kinds::{RenewalBand, RenewalStatus};

/// A published number, kept for ever.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "forecast")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: ForecastId,
    /// The show.
    pub show_id: ShowId,
    /// Target season, from 1.
    pub season_number: i32,
    /// Effective day of the evidence.
    pub as_of: Date,
    /// When this server published it, UTC.
    pub recorded_at: ChronoDateTimeUtc,
    /// 0..1, open at both ends.
    pub probability: f64,
    /// Lower end of the 80 % range.
    pub interval_low: f64,
    /// Upper end of the 80 % range.
    pub interval_high: f64,
    /// Band of the probability.
    pub band: RenewalBand,
    /// What was known officially and reported.
    pub status: RenewalStatus,
    /// The whole answer as it was published.
    #[sea_orm(column_type = "JsonBinary")]
    pub published: Json,
    /// The model that computed it.
    pub model_version: String,
    /// SHA-256 of the canonical inputs, hex.
    pub input_hash: String,
    /// The show of `show_id`.
    #[sea_orm(belongs_to, from = "show_id", to = "id")]
    pub show: BelongsTo<super::show::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
