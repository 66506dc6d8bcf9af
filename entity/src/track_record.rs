//! `track_record`: whether a voucher turned out right about one claim.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{ClaimId, OriginId, OutletId, PersonId, PlatformId, TrackRecordId};
use crate::kinds::VoucherClass;

/// Whether a voucher turned out right about one claim.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "track_record")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: TrackRecordId,
    /// Its class as a source.
    pub voucher_class: VoucherClass,
    /// Who answers for it, as printed, e.g. insiders close to the production.
    pub voucher_name: String,
    /// Set when the voucher is that outlet.
    pub voucher_outlet_id: Option<OutletId>,
    /// Set when the voucher is that person.
    pub voucher_person_id: Option<PersonId>,
    /// Set when the voucher is that platform.
    pub voucher_platform_id: Option<PlatformId>,
    /// The utterance.
    #[sea_orm(indexed)]
    pub origin_id: OriginId,
    /// The claim.
    #[sea_orm(unique_key = "claim_model")]
    pub claim_id: ClaimId,
    /// Day on which it was known.
    pub resolved_on: Date,
    /// Right or wrong.
    pub is_right: bool,
    /// 1, or ½ for a window that lapsed; surprise and age are weighed when it is read.
    pub weight: f64,
    /// 0..1, what was expected before the claim.
    pub prior_probability: f64,
    /// What it teaches by its surprise, traced back to 2000-01-01: what a record is worth on a day is the sum of these by one factor.
    pub lesson: f64,
    /// The model that weighed it.
    #[sea_orm(unique_key = "claim_model")]
    pub model_version: String,
    /// The outlet of `voucher_outlet_id`.
    #[sea_orm(belongs_to, from = "voucher_outlet_id", to = "id")]
    pub voucher_outlet: BelongsTo<Option<super::outlet::Entity>>,
    /// The person of `voucher_person_id`.
    #[sea_orm(belongs_to, from = "voucher_person_id", to = "id")]
    pub voucher_person: BelongsTo<Option<super::person::Entity>>,
    /// The platform of `voucher_platform_id`.
    #[sea_orm(belongs_to, from = "voucher_platform_id", to = "id")]
    pub voucher_platform: BelongsTo<Option<super::platform::Entity>>,
    /// The origin of `origin_id`.
    #[sea_orm(belongs_to, from = "origin_id", to = "id")]
    pub origin: BelongsTo<super::origin::Entity>,
    /// The claim of `claim_id`.
    #[sea_orm(belongs_to, from = "claim_id", to = "id")]
    pub claim: BelongsTo<super::claim::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
