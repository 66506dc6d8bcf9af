//! Everything that this server holds, as JSON Lines.
//!
//! One row a line, `{"table":{"column":value}}`, columns in the entity's order, nulls left out; tables parents first, rows by key.
//! What is derived (search index, track records, outlooks) or belongs to this one server (keys, runs, the change feed) stays; published
//! forecasts go along, because they were promised to be kept.

use std::io;
use std::io::Write;

use futures_util::TryStreamExt as _;
use sea_orm::AccessMode;
use sea_orm::DatabaseConnection;
use sea_orm::DatabaseTransaction;
use sea_orm::DbErr;
use sea_orm::EntityTrait;
use sea_orm::IsolationLevel;
use sea_orm::Iterable;
use sea_orm::PrimaryKeyToColumn as _;
use sea_orm::QueryOrder as _;
use sea_orm::TransactionOptions;
use sea_orm::TransactionTrait as _;
use serde::Serialize;
use serde_json::Value;

use crate::store::error::StoreError;
use crate::store::normal::normalise;

/// Tables that neither leave nor enter as JSON Lines.
const LEFT_OUT: [&str; 9] = [
    "search_key",
    "search_gram",
    "track_record",
    "outlook",
    "api_key",
    "change",
    "idempotency_key",
    "import_run",
    "import_reject",
];

/// Whether a table is part of an export.
pub fn is_exported(table: &str) -> bool {
    !LEFT_OUT.contains(&table)
}

/// An export that did not reach its end.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// Reading failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Writing failed.
    #[error("the export cannot be written: {0}; what was written so far is not whole")]
    Write(io::Error),
}

impl From<io::Error> for ExportError {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

impl From<DbErr> for ExportError {
    fn from(error: DbErr) -> Self {
        Self::Store(error.into())
    }
}

impl From<serde_json::Error> for ExportError {
    fn from(error: serde_json::Error) -> Self {
        Self::Write(error.into())
    }
}

/// Writes all rows as they stood at one moment; memory does not grow with them.
pub async fn export(db: &DatabaseConnection, out: &mut impl Write) -> Result<u64, ExportError> {
    let moment = TransactionOptions {
        isolation_level: Some(IsolationLevel::RepeatableRead),
        access_mode: Some(AccessMode::ReadOnly),
        ..Default::default()
    };
    let snapshot = db.begin_with_options(moment).await?;
    let mut rows = 0;
    macro_rules! write_tables {
        ($($table:ident)*) => {$(
            if is_exported(stringify!($table)) {
                rows += Box::pin(write_table::<::entity::$table::Entity>(&snapshot, stringify!($table), out)).await?;
            }
        )*};
    }
    ::entity::each_table!(write_tables);
    out.flush()?;
    snapshot.rollback().await?;
    Ok(rows)
}

async fn write_table<E>(db: &DatabaseTransaction, table: &str, out: &mut impl Write) -> Result<u64, ExportError>
where
    E: EntityTrait,
    E::Model: Serialize,
{
    let mut select = E::find();
    for key in E::PrimaryKey::iter() {
        select = select.order_by_asc(key.into_column());
    }
    let mut stream = select.stream(db).await?;
    let mut rows = 0;
    while let Some(mut row) = stream.try_next().await? {
        normalise(&mut row);
        write_row(table, &row, out)?;
        rows += 1;
    }
    Ok(rows)
}

fn write_row(table: &str, row: &impl Serialize, out: &mut impl Write) -> Result<(), ExportError> {
    let mut columns = serde_json::to_value(row)?;
    if let Value::Object(columns) = &mut columns {
        columns.retain(|_, value| !value.is_null());
    }
    write!(out, "{{\"{table}\":")?;
    serde_json::to_writer(&mut *out, &columns)?;
    out.write_all(b"}\n")?;
    Ok(())
}
