//! `dataset`: a supplier of facts, with its terms.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::DatasetId;

/// A supplier of facts, with its terms.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "dataset")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: DatasetId,
    /// Stable, lower case, e.g. `netflix-top10`.
    #[sea_orm(unique)]
    pub code: String,
    /// As printed.
    pub name: String,
    /// Terms of use in a word, e.g. CC BY-SA 4.0; null = not stated.
    pub licence: Option<String>,
    /// Line that the terms ask pages to print; null = none asked.
    pub attribution: Option<String>,
    /// Its site.
    pub url: Option<String>,
    /// When its last import finished; null = never.
    pub last_imported_at: Option<ChronoDateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
