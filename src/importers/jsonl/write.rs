//! Writes the rows of a batch: one statement for many rows.

use sea_orm::ActiveModelTrait as _;
use sea_orm::ConnectionTrait as _;
use sea_orm::DatabaseTransaction;
use sea_orm::DbErr;
use sea_orm::EntityTrait;
use sea_orm::ExprTrait as _;
use sea_orm::IdenStatic as _;
use sea_orm::Identity;
use sea_orm::IntoActiveModel;
use sea_orm::Iterable as _;
use sea_orm::ModelTrait as _;
use sea_orm::PrimaryKeyToColumn;
use sea_orm::RelationTrait as _;
use sea_orm::TransactionTrait as _;
use sea_orm::sea_query::Expr;
use sea_orm::sea_query::OnConflict;
use sea_orm::sea_query::Query;

use crate::importers::jsonl::batch::Incoming;

/// Values that one statement may carry: SQLite takes 32,766, `PostgreSQL` 65,535.
const VALUES_PER_STATEMENT: usize = 30_000;

/// Rows that one statement writes at most; the lines that are kept in memory.
const ROWS_PER_STATEMENT: usize = 500;

/// How many rows of a table go into one statement.
pub(super) fn rows_per_statement<E: EntityTrait>() -> usize {
    (VALUES_PER_STATEMENT / E::Column::iter().count().max(1)).clamp(1, ROWS_PER_STATEMENT)
}

/// A write that failed, and what is to blame where it could be found.
pub(super) struct Failure {
    /// The line.
    pub(super) line: Option<u64>,
    /// The column that refers to nothing.
    pub(super) field: Option<String>,
    /// What the database said.
    pub(super) error: DbErr,
}

impl From<DbErr> for Failure {
    fn from(error: DbErr) -> Self {
        Self { line: None, field: None, error }
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
    let Err(error) = attempt::<E>(db, rows).await else { return Ok(()) };
    for incoming in rows {
        if let Err(error) = attempt::<E>(db, std::slice::from_ref(incoming)).await {
            let field = missing_parent::<E>(db, &incoming.row).await?;
            return Err(Failure { line: Some(incoming.line), field, error });
        }
    }
    Err(error.into())
}

/// Writes rows so that, when it fails, the transaction goes on as if nothing had been tried.
async fn attempt<E>(db: &DatabaseTransaction, rows: &[Incoming<E::Model>]) -> Result<(), DbErr>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
    E::ActiveModel: Send,
{
    let savepoint = db.begin().await?;
    match upsert::<E>(&savepoint, rows).await {
        Ok(()) => savepoint.commit().await,
        Err(error) => savepoint.rollback().await.and(Err(error)),
    }
}

/// The first column of a row that refers to a row that is not there.
async fn missing_parent<E: EntityTrait>(db: &DatabaseTransaction, row: &E::Model) -> Result<Option<String>, DbErr> {
    for relation in E::Relation::iter().map(|relation| relation.def()) {
        let Identity::Unary(name) = relation.from_col else { continue };
        let name = name.to_string();
        let Some(column) = E::Column::iter().find(|column| column.as_str() == name) else { continue };
        let key = row.get(column);
        let parent =
            Query::select().expr(Expr::val(1)).from(relation.to_tbl).and_where(Expr::col("id").eq(key.clone())).take();
        if key != key.as_null() && db.query_one(&parent).await?.is_none() {
            return Ok(Some(name));
        }
    }
    Ok(None)
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
    let keys: Vec<E::Column> = E::PrimaryKey::iter().map(PrimaryKeyToColumn::into_column).collect();
    let is_key = |column: &E::Column| keys.iter().any(|key| key.as_str() == column.as_str());
    let others = E::Column::iter().filter(|column| !is_key(column)).collect();
    (keys, others)
}
