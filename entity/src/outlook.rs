//! `outlook`: the default answer for one season in play, overwritten daily.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{OutlookId, PlatformId, ShowId};
use crate::kinds::{DecisionStatus, EvidenceGrade, OutlookPhase, RenewalBand, RenewalStatus};

/// The default answer for one season in play, overwritten daily.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "outlook")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: OutlookId,
    /// The show.
    #[sea_orm(unique_key = "show_season")]
    pub show_id: ShowId,
    /// Target season, from 1.
    #[sea_orm(unique_key = "show_season")]
    pub season_number: i32,
    /// Who would order it; null = unknown.
    #[sea_orm(indexed)]
    pub platform_id: Option<PlatformId>,
    /// Whether the question is open on that day, or answered.
    pub phase: OutlookPhase,
    /// What was decided by that day.
    pub decision: DecisionStatus,
    /// The UTC day it answers for.
    pub computed_for: Date,
    /// Last day that counts.
    pub horizon: Date,
    /// 0..1, open at both ends.
    pub probability: f64,
    /// Natural logarithm; sum of the items.
    pub log_odds: f64,
    /// Of the log odds.
    pub sd: f64,
    /// Lower end of the 80 % range.
    pub interval_low: f64,
    /// Upper end of the 80 % range.
    pub interval_high: f64,
    /// Band of the probability.
    pub band: RenewalBand,
    /// What is known officially and reported.
    pub status: RenewalStatus,
    /// How much the evidence narrows it.
    pub evidence_grade: EvidenceGrade,
    /// Utterances in favour that count as independent.
    pub independent_origins: i32,
    /// Minus the probability thirty days before; null = no number then.
    pub change_30_days: Option<f64>,
    /// Last day on which somebody looked; null = never recorded.
    pub checked_until: Option<Date>,
    /// Nobody has looked up to the day.
    pub is_stale: bool,
    /// What is known and what follows, whole.
    #[sea_orm(column_type = "JsonBinary")]
    pub answer: Json,
    /// The model that computed it.
    pub model_version: String,
    /// SHA-256 of the canonical inputs, hex.
    pub input_hash: String,
    /// The show of `show_id`.
    #[sea_orm(belongs_to, from = "show_id", to = "id")]
    pub show: BelongsTo<super::show::Entity>,
    /// The platform of `platform_id`.
    #[sea_orm(belongs_to, from = "platform_id", to = "id")]
    pub platform: BelongsTo<Option<super::platform::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
