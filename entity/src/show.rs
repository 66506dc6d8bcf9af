//! `show`: one series.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::ShowId;
use crate::kinds::{DatePrecision, ShowFormat};

/// One series.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "show")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: ShowId,
    /// Readable address part.
    #[sea_orm(unique)]
    pub slug: String,
    /// Normalised display title, for ordering.
    pub sort_key: String,
    /// Shape of the series.
    pub format: ShowFormat,
    /// BCP 47; null = unknown.
    pub original_language: Option<String>,
    /// First day the premiere can be; null = none or unknown.
    pub premiered_on: Option<Date>,
    /// How exact that day is; null exactly where it is.
    pub premiered_on_precision: Option<DatePrecision>,
    /// First day the end can be; null = not over, or unknown.
    pub ended_on: Option<Date>,
    /// How exact that day is; null exactly where it is.
    pub ended_on_precision: Option<DatePrecision>,
    /// 0..1 within this server; only for ordering.
    pub popularity: f64,
    /// When this server first had the show, UTC.
    pub created_at: ChronoDateTimeUtc,
    /// Last change of anything shown with the show, UTC.
    pub updated_at: ChronoDateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
