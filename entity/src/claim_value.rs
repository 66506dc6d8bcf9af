//! `claim_value`: what is claimed, typed.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{ChartEntryId, ClaimValueId, CreditId, NameId, NominationId, ShowId, ShowSourceId};
use crate::kinds::{DatePrecision, ValueKind};

/// What is claimed, typed.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "claim_value")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: ClaimValueId,
    /// Which of the columns below carries it.
    pub kind: ValueKind,
    /// DATE: first day it can be.
    pub date: Option<Date>,
    /// How exact that day is; null exactly where it is.
    pub date_precision: Option<DatePrecision>,
    /// NUMBER and COUNT: how much.
    pub amount: Option<f64>,
    /// NUMBER: e.g. hours.
    pub unit: Option<String>,
    /// TEXT: the words. COUNT: the label, e.g. triple crown.
    pub text: Option<String>,
    /// Set when it is a name.
    pub name_id: Option<NameId>,
    /// Set when it is a credit.
    pub credit_id: Option<CreditId>,
    /// Set when it is a nomination.
    pub nomination_id: Option<NominationId>,
    /// Set when it is a chart entry.
    pub chart_entry_id: Option<ChartEntryId>,
    /// Set when it is a show source.
    pub show_source_id: Option<ShowSourceId>,
    /// Set when it is a show.
    pub show_id: Option<ShowId>,
    /// The name of `name_id`.
    #[sea_orm(belongs_to, from = "name_id", to = "id")]
    pub name: BelongsTo<Option<super::name::Entity>>,
    /// The credit of `credit_id`.
    #[sea_orm(belongs_to, from = "credit_id", to = "id")]
    pub credit: BelongsTo<Option<super::credit::Entity>>,
    /// The nomination of `nomination_id`.
    #[sea_orm(belongs_to, from = "nomination_id", to = "id")]
    pub nomination: BelongsTo<Option<super::nomination::Entity>>,
    /// The chart entry of `chart_entry_id`.
    #[sea_orm(belongs_to, from = "chart_entry_id", to = "id")]
    pub chart_entry: BelongsTo<Option<super::chart_entry::Entity>>,
    /// The show source of `show_source_id`.
    #[sea_orm(belongs_to, from = "show_source_id", to = "id")]
    pub show_source: BelongsTo<Option<super::show_source::Entity>>,
    /// The show of `show_id`.
    #[sea_orm(belongs_to, from = "show_id", to = "id")]
    pub show: BelongsTo<Option<super::show::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
