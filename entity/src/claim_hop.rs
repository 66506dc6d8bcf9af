//! `claim_hop`: one retelling on a claim's way from the utterance to its report.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{ClaimId, OutletId, ReportId};

/// One retelling on a claim's way from the utterance to its report.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "claim_hop")]
pub struct Model {
    /// The claim.
    #[sea_orm(primary_key, auto_increment = false)]
    pub claim_id: ClaimId,
    /// From 1, nearest the utterance first.
    #[sea_orm(primary_key, auto_increment = false)]
    pub hop: i32,
    /// Who retold it.
    #[sea_orm(indexed)]
    pub outlet_id: OutletId,
    /// In which report; null = not held.
    #[sea_orm(indexed)]
    pub report_id: Option<ReportId>,
    /// 0..1, chance that this hop is faithful.
    pub fidelity: f64,
    /// The claim of `claim_id`.
    #[sea_orm(belongs_to, from = "claim_id", to = "id")]
    pub claim: BelongsTo<super::claim::Entity>,
    /// The outlet of `outlet_id`.
    #[sea_orm(belongs_to, from = "outlet_id", to = "id")]
    pub outlet: BelongsTo<super::outlet::Entity>,
    /// The report of `report_id`.
    #[sea_orm(belongs_to, from = "report_id", to = "id")]
    pub report: BelongsTo<Option<super::report::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
