//! `term`: a word of a growing vocabulary: genres, jobs, media.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::TermId;
use crate::kinds::Vocabulary;

/// A word of a growing vocabulary: genres, jobs, media.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "term")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: TermId,
    /// Which vocabulary.
    #[sea_orm(unique_key = "vocabulary_code")]
    pub vocabulary: Vocabulary,
    /// Stable within the vocabulary, lower case, e.g. `web-novel`.
    #[sea_orm(unique_key = "vocabulary_code")]
    pub code: String,
    /// English.
    pub label: String,
    /// What it covers; null = the label says it.
    pub description: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
