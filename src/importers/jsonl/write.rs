//! Writes the rows of a batch: one statement for many rows.

use sea_orm::ActiveModelTrait;
use sea_orm::DatabaseTransaction;
use sea_orm::DbErr;
use sea_orm::EntityTrait;
use sea_orm::IntoActiveModel;
use sea_orm::Iterable;
use sea_orm::PrimaryKeyToColumn as _;
use sea_orm::TransactionTrait as _;
use sea_orm::sea_query::OnConflict;

use crate::importers::jsonl::batch::Incoming;

/// Values that one statement may carry: SQLite takes 32,766, `PostgreSQL` 65,535.
const VALUES_PER_STATEMENT: usize = 30_000;

/// Rows that one statement writes at most; the lines that are kept in memory.
const ROWS_PER_STATEMENT: usize = 500;

/// How many rows of a table go into one statement.
pub(super) fn rows_per_statement<E: EntityTrait>() -> usize {
    (VALUES_PER_STATEMENT / E::Column::iter().count().max(1)).clamp(1, ROWS_PER_STATEMENT)
}

/// A write that failed, and the line that is to blame where it could be found.
pub(super) struct Failure {
    /// The line.
    pub(super) line: Option<u64>,
    /// What the database said.
    pub(super) error: DbErr,
}

impl From<DbErr> for Failure {
    fn from(error: DbErr) -> Self {
        Self { line: None, error }
    }
}

/// Inserts rows, or overwrites those with the same key.
///
/// Many at once; when that fails it is undone and tried row by row, so that the line can be named.
pub(super) async fn write<E>(db: &DatabaseTransaction, rows: &[Incoming<E::Model>]) -> Result<(), Failure>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
    E::ActiveModel: Send,
{
    if rows.is_empty() {
        return Ok(());
    }
    let savepoint = db.begin().await?;
    let Err(error) = upsert::<E>(&savepoint, rows).await else { return Ok(savepoint.commit().await?) };
    savepoint.rollback().await?;
    for incoming in rows {
        upsert::<E>(db, std::slice::from_ref(incoming))
            .await
            .map_err(|error| Failure { line: Some(incoming.line), error })?;
    }
    Err(error.into())
}

async fn upsert<E>(db: &DatabaseTransaction, rows: &[Incoming<E::Model>]) -> Result<(), DbErr>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
    E::ActiveModel: Send,
{
    let models = rows.iter().map(|incoming| incoming.row.clone().into_active_model().reset_all());
    let mut insert = E::insert_many(models);
    let (keys, others) = columns::<E>();
    if !others.is_empty() {
        insert = insert.on_conflict(OnConflict::columns(keys).update_columns(others).to_owned());
    }
    insert.exec_without_returning(db).await.map(drop)
}

/// The columns of the key, and the others.
fn columns<E: EntityTrait>() -> (Vec<E::Column>, Vec<E::Column>) {
    let keys: Vec<E::Column> = E::PrimaryKey::iter().map(|key| key.into_column()).collect();
    let is_key = |column: &E::Column| {
        keys.iter().any(|key| sea_orm::IdenStatic::as_str(key) == sea_orm::IdenStatic::as_str(column))
    };
    let others = E::Column::iter().filter(|column| !is_key(column)).collect();
    (keys, others)
}
