//! `import_run`: one run of an importer.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{DatasetId, ImportRunId};
use crate::kinds::ImportState;

/// One run of an importer.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "import_run")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: ImportRunId,
    /// Which source.
    #[sea_orm(indexed)]
    pub dataset_id: DatasetId,
    /// SHA-256 of the file, hex.
    pub fingerprint: String,
    /// Where it stands.
    pub state: ImportState,
    /// When it began, UTC.
    pub started_at: ChronoDateTimeUtc,
    /// Null = not finished.
    pub finished_at: Option<ChronoDateTimeUtc>,
    /// Source rows done, for resuming.
    pub position: i64,
    /// Rows read.
    pub read_count: i64,
    /// Rows new.
    pub created_count: i64,
    /// Rows changed.
    pub changed_count: i64,
    /// Rows as before.
    pub unchanged_count: i64,
    /// Rows not wanted.
    pub skipped_count: i64,
    /// Rows refused.
    pub rejected_count: i64,
    /// Identities that a person must decide.
    pub review_count: i64,
    /// The dataset of `dataset_id`.
    #[sea_orm(belongs_to, from = "dataset_id", to = "id")]
    pub dataset: BelongsTo<super::dataset::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
