//! What must be true of the database before the first answer.

use std::time::Duration;

use crate::cli::migrate;
use crate::cli::migrate::MigrateError;
use crate::importers::jsonl::ImportError;
use crate::importers::jsonl::Summary;
use crate::importers::starter;
use crate::store::Store;
use crate::store::StoreError;

/// How long a start waits for another that migrates the same SQLite file or loads its starter catalog.
const PATIENCE: Duration = Duration::from_mins(1);

/// A database that could not be made ready.
#[derive(Debug, thiserror::Error)]
pub enum PrepareError {
    /// It is not there, or not fit for use.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Its tables could not be brought up to date.
    #[error(transparent)]
    Migrate(#[from] MigrateError),
    /// The starter catalog could not be loaded.
    #[error(transparent)]
    Starter(#[from] ImportError),
}

/// What was done to make the database ready.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Prepared {
    /// Migrations applied.
    pub migrations: usize,
    /// The starter catalog, where it was loaded.
    pub starter: Option<Summary>,
}

/// Creates what is missing: the SQLite file, tables, and in an empty database the starter catalog if it is wanted.
pub async fn prepare(url: &str, with_starter: bool) -> Result<Prepared, PrepareError> {
    prepare_within(url, with_starter, PATIENCE).await
}

/// The same for a program that waits no longer than that for another one to let go of a SQLite file.
pub async fn prepare_within(url: &str, with_starter: bool, patience: Duration) -> Result<Prepared, PrepareError> {
    let store = Store::open_within(url, 1, patience).await?;
    let prepared = fill(url, &store, with_starter).await;
    store.close().await?;
    prepared
}

async fn fill(url: &str, store: &Store, with_starter: bool) -> Result<Prepared, PrepareError> {
    let migrations = migrate::up(url, store).await?;
    if migrations > 0 {
        tracing::info!(migrations, "migrated the database");
    }
    let starter = if with_starter { starter::load_into_empty(&store.write).await? } else { None };
    if let Some(summary) = starter {
        tracing::info!(rows = summary.new, "loaded the starter catalog");
    }
    Ok(Prepared { migrations, starter })
}
