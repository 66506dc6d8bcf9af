//! `greenlight migrate`: brings the tables to the form that this version needs.

use std::collections::HashSet;
use std::fmt;
use std::io;
use std::io::Write as _;

use ::migration::Migrator;
use ::migration::MigratorTrait as _;
use clap::Subcommand;
use sea_orm::ConnectionTrait;
use sea_orm::DbBackend;
use sea_orm::DbErr;
use sea_orm::SqliteTransactionMode;
use sea_orm::Statement;
use sea_orm::TransactionOptions;
use sea_orm::TransactionTrait as _;
use sea_orm::sqlx;
use sea_orm::sqlx::PgConnection;

use crate::store::Store;
use crate::store::StoreError;
use crate::store::connection::connect_postgres;

/// Whoever holds this advisory lock of `PostgreSQL` migrates; the bytes of "greenlit".
const LOCK: i64 = 0x6772_6565_6e6c_6974;

/// Migrations that were not run.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    /// The database knows a migration that this binary does not.
    #[error(
        "the database was migrated by a newer Greenlight ({0} is unknown here): start that version, or restore a backup; \
         nothing was changed"
    )]
    Newer(String),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<DbErr> for MigrateError {
    fn from(error: DbErr) -> Self {
        Self::Store(error.into())
    }
}

/// One migration, and whether the database has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its name.
    pub name: String,
    /// Whether it was applied.
    pub is_applied: bool,
}

impl fmt::Display for Step {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", if self.is_applied { "applied" } else { "pending" }, self.name)
    }
}

/// What `greenlight migrate` can do.
#[derive(Clone, Copy, Debug, Subcommand)]
pub enum Action {
    /// Apply what is pending; `serve` does so by itself
    Up,
    /// Take migrations back, with all that their tables hold
    Down {
        /// How many, newest first
        #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
        steps: u32,
    },
    /// List what is applied and what is pending
    Status,
}

/// Does it and prints what was done.
pub async fn run(url: &str, action: Action) -> anyhow::Result<()> {
    let store = Store::open(url, 1).await?;
    let said = match action {
        Action::Up => format!("{} migrations applied", up(url, &store).await?),
        Action::Down { steps } => format!("{} migrations taken back", down(url, &store, steps).await?),
        Action::Status => status(&store).await?.iter().map(Step::to_string).collect::<Vec<_>>().join("\n"),
    };
    store.close().await?;
    writeln!(io::stdout(), "{said}")?;
    Ok(())
}

/// Applies what is pending; returns how many migrations that were.
///
/// Several servers may do it at once: one migrates and the others wait for it.
pub async fn up(url: &str, store: &Store) -> Result<usize, MigrateError> {
    alone(url, store, Direction::Up).await
}

/// Takes back the last `steps` migrations with all that their tables hold; returns how many that were.
pub async fn down(url: &str, store: &Store, steps: u32) -> Result<usize, MigrateError> {
    alone(url, store, Direction::Down(steps)).await
}

/// Every migration of this version, oldest first.
pub async fn status(store: &Store) -> Result<Vec<Step>, MigrateError> {
    steps(&store.read).await
}

#[derive(Clone, Copy)]
enum Direction {
    Up,
    Down(u32),
}

/// Migrates while nobody else does: under an advisory lock on `PostgreSQL`, as the only writer on SQLite.
async fn alone(url: &str, store: &Store, direction: Direction) -> Result<usize, MigrateError> {
    if store.write.get_database_backend() == DbBackend::Postgres {
        // The lock ends with its connection, whatever happens to this process.
        let _lock = locked(url).await?;
        return migrate(&store.write, direction).await;
    }
    let now =
        TransactionOptions { sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate), ..Default::default() };
    let transaction = store.write.begin_with_options(now).await?;
    let migrated = migrate(&transaction, direction).await?;
    transaction.commit().await?;
    Ok(migrated)
}

async fn locked(url: &str) -> Result<PgConnection, StoreError> {
    let mut connection = connect_postgres(url).await?;
    sqlx::query("SELECT pg_advisory_lock($1)").bind(LOCK).execute(&mut connection).await?;
    Ok(connection)
}

async fn migrate<'c, C>(db: &'c C, direction: Direction) -> Result<usize, MigrateError>
where
    C: ConnectionTrait,
    &'c C: ::migration::IntoSchemaManagerConnection<'c>,
{
    let before = applied_count(db).await?;
    match direction {
        Direction::Up => Migrator::up(db, None).await?,
        Direction::Down(steps) => Migrator::down(db, Some(steps)).await?,
    }
    Ok(before.abs_diff(applied_count(db).await?))
}

async fn applied_count(db: &impl ConnectionTrait) -> Result<usize, MigrateError> {
    Ok(steps(db).await?.iter().filter(|step| step.is_applied).count())
}

async fn steps(db: &impl ConnectionTrait) -> Result<Vec<Step>, MigrateError> {
    let applied = applied(db).await?;
    let known: Vec<String> = Migrator::migrations().iter().map(|migration| migration.name().to_owned()).collect();
    if let Some(newer) = applied.iter().find(|name| !known.contains(name)) {
        return Err(MigrateError::Newer(newer.clone()));
    }
    Ok(known.into_iter().map(|name| Step { is_applied: applied.contains(&name), name }).collect())
}

/// The names of the migrations that the database has, without creating the table that says so.
async fn applied(db: &impl ConnectionTrait) -> Result<HashSet<String>, DbErr> {
    let table = match db.get_database_backend() {
        DbBackend::Postgres => "SELECT 1 WHERE to_regclass('seaql_migrations') IS NOT NULL",
        _ => "SELECT 1 FROM sqlite_schema WHERE name = 'seaql_migrations'",
    };
    let ask = |sql| Statement::from_string(db.get_database_backend(), sql);
    if db.query_one_raw(ask(table)).await?.is_none() {
        return Ok(HashSet::new());
    }
    let rows = db.query_all_raw(ask("SELECT version FROM seaql_migrations")).await?;
    rows.iter().map(|row| row.try_get("", "version")).collect()
}
