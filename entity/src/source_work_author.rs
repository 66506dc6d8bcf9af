//! `source_work_author`: who made a source work.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{PersonId, SourceWorkAuthorId, SourceWorkId, TermId};

/// Who made a source work.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "source_work_author")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: SourceWorkAuthorId,
    /// The work.
    #[sea_orm(unique_key = "work_position")]
    pub source_work_id: SourceWorkId,
    /// Null = not in the catalog.
    #[sea_orm(indexed)]
    pub person_id: Option<PersonId>,
    /// As printed on the work.
    pub name: String,
    /// Author, artist …, a term.
    #[sea_orm(indexed)]
    pub job_id: TermId,
    /// From 1, as printed.
    #[sea_orm(unique_key = "work_position")]
    pub position: i32,
    /// The source work of `source_work_id`.
    #[sea_orm(belongs_to, from = "source_work_id", to = "id")]
    pub source_work: BelongsTo<super::source_work::Entity>,
    /// The person of `person_id`.
    #[sea_orm(belongs_to, from = "person_id", to = "id")]
    pub person: BelongsTo<Option<super::person::Entity>>,
    /// The term of `job_id`.
    #[sea_orm(belongs_to, from = "job_id", to = "id")]
    pub job: BelongsTo<super::term::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
