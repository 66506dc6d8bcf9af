//! `report`: one article or post, held as facts, link and fingerprint; never its text.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{OutletId, ReportId};
use crate::kinds::DatePrecision;

/// One article or post, held as facts, link and fingerprint; never its text.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "report")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: ReportId,
    /// Who published it.
    #[sea_orm(indexed)]
    pub outlet_id: OutletId,
    /// Its page; null = none.
    pub url: Option<String>,
    /// As printed.
    pub title: String,
    /// Printed name of the writer; null = none.
    pub byline: Option<String>,
    /// BCP 47; null = unknown.
    pub language: Option<String>,
    /// First day it can be by its own date; null = undated.
    pub published_on: Option<Date>,
    /// How exact that day is; null exactly where it is.
    pub published_on_precision: Option<DatePrecision>,
    /// When this server first saw it, UTC.
    pub first_seen_at: ChronoDateTimeUtc,
    /// Latest past fact that it tells: it cannot be older; null = none held.
    pub not_before: Option<Date>,
    /// The day the ledger uses, after lint and corroboration.
    pub effective_on: Date,
    /// Says of itself that it has it alone.
    pub is_exclusive: bool,
    /// In our own words.
    pub summary: String,
    /// Shingle hashes of its text; null = not taken.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub fingerprint: Option<Json>,
    /// When it was taken back, UTC; null = it stands.
    pub withdrawn_at: Option<ChronoDateTimeUtc>,
    /// Why, in a sentence; null = it stands.
    pub withdrawal_reason: Option<String>,
    /// The outlet of `outlet_id`.
    #[sea_orm(belongs_to, from = "outlet_id", to = "id")]
    pub outlet: BelongsTo<super::outlet::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
