//! `person`: one person, however spelt.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::PersonId;
use crate::kinds::DatePrecision;

/// One person, however spelt.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "person")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: PersonId,
    /// Readable address part.
    #[sea_orm(unique)]
    pub slug: String,
    /// Normalised display name, for ordering.
    pub sort_key: String,
    /// First day the birth date can be; null = unknown.
    pub birth_date: Option<Date>,
    /// How exact that day is; null exactly where it is.
    pub birth_date_precision: Option<DatePrecision>,
    /// 0..1 within this server; only for ordering.
    pub popularity: f64,
    /// When this server first had the person, UTC.
    pub created_at: ChronoDateTimeUtc,
    /// Last change of anything shown with the person, UTC.
    pub updated_at: ChronoDateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
