//! `change`: one change, append-only, in order of commit.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{ChangeId, ShowId};
use crate::kinds::ChangeKind;

/// One change, append-only, in order of commit.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "change")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: ChangeId,
    /// When, UTC.
    pub changed_at: ChronoDateTimeUtc,
    /// What happened.
    pub kind: ChangeKind,
    /// GraphQL type of the subject, e.g. Show.
    pub subject_type: String,
    /// Its key then; it may have been merged since.
    pub subject_id: i64,
    /// The show it is about; null = about none.
    #[sea_orm(indexed)]
    pub show_id: Option<ShowId>,
    /// Field by field: name, before, after.
    #[sea_orm(column_type = "JsonBinary")]
    pub fields: Json,
    /// Why, in a sentence; null = none given.
    pub reason: Option<String>,
    /// Role and key name, or importer; null = withheld.
    pub actor: Option<String>,
    /// The show of `show_id`.
    #[sea_orm(belongs_to, from = "show_id", to = "id")]
    pub show: BelongsTo<Option<super::show::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
