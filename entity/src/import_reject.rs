//! `import_reject`: a source row that was refused.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{ImportRejectId, ImportRunId};

/// A source row that was refused.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "import_reject")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: ImportRejectId,
    /// The run.
    #[sea_orm(indexed)]
    pub import_run_id: ImportRunId,
    /// Line in the file, from 1.
    pub line: i64,
    /// Column at fault; null = the whole row.
    pub field: Option<String>,
    /// Why, in a sentence.
    pub reason: String,
    /// The row as read.
    pub row: String,
    /// The import run of `import_run_id`.
    #[sea_orm(belongs_to, from = "import_run_id", to = "id")]
    pub import_run: BelongsTo<super::import_run::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
