//! `origin`: the utterance that claims go back to; it votes once.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{OriginId, OutletId, PersonId, PlatformId, ShowId};
use crate::kinds::{DatePrecision, VoucherClass};

/// The utterance that claims go back to; it votes once.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "origin")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: OriginId,
    /// Its show.
    #[sea_orm(unique_key = "show_code")]
    pub show_id: ShowId,
    /// Stable within the show, e.g. `xports-exclusive`.
    #[sea_orm(unique_key = "show_code")]
    pub code: String,
    /// Short name, e.g. Xports News exclusive, 23 September 2025.
    pub label: String,
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
    /// First day it can have been said.
    pub said_on: Date,
    /// How exact that day is.
    pub said_on_precision: DatePrecision,
    /// The show of `show_id`.
    #[sea_orm(belongs_to, from = "show_id", to = "id")]
    pub show: BelongsTo<super::show::Entity>,
    /// The outlet of `voucher_outlet_id`.
    #[sea_orm(belongs_to, from = "voucher_outlet_id", to = "id")]
    pub voucher_outlet: BelongsTo<Option<super::outlet::Entity>>,
    /// The person of `voucher_person_id`.
    #[sea_orm(belongs_to, from = "voucher_person_id", to = "id")]
    pub voucher_person: BelongsTo<Option<super::person::Entity>>,
    /// The platform of `voucher_platform_id`.
    #[sea_orm(belongs_to, from = "voucher_platform_id", to = "id")]
    pub voucher_platform: BelongsTo<Option<super::platform::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
