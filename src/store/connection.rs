//! One store for both databases: SQLite (embedded default) and `PostgreSQL`.

use std::time::Duration;

use sea_orm::{
    DatabaseConnection, SqlxPostgresConnector, SqlxSqliteConnector,
    sqlx::{
        self, ConnectOptions as _,
        postgres::{PgConnectOptions, PgPoolOptions},
        sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
    },
};

/// How long a SQLite statement waits for a lock before it fails.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// The database, with readers and the writer kept apart.
///
/// On SQLite the readers cannot write (`query_only`) and there is one writer; on `PostgreSQL` both are one pool.
#[derive(Clone, Debug)]
pub struct Store {
    /// Connections for reading.
    pub read: DatabaseConnection,
    /// The connection for writing.
    pub write: DatabaseConnection,
}

impl Store {
    /// Prepares connections to `url` without opening any; `readers` is the size of the reading pool.
    ///
    /// Call it on the runtime that will use it: a pool lives on the reactor that first polled it.
    pub fn lazy(url: &str, readers: u32) -> Result<Self, sqlx::Error> {
        if url.starts_with("sqlite:") {
            let options = url
                .parse::<SqliteConnectOptions>()?
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Normal)
                .busy_timeout(BUSY_TIMEOUT)
                .foreign_keys(true)
                .pragma("mmap_size", "1073741824")
                .pragma("temp_store", "MEMORY")
                .statement_cache_capacity(256)
                .disable_statement_logging();
            let pool = |size| {
                SqlitePoolOptions::new()
                    .max_connections(size)
                    .test_before_acquire(false)
                    .idle_timeout(None)
                    .max_lifetime(None)
            };
            let read = pool(readers).connect_lazy_with(options.clone().pragma("query_only", "ON"));
            let write = pool(1).connect_lazy_with(options);
            Ok(Self {
                read: SqlxSqliteConnector::from_sqlx_sqlite_pool(read),
                write: SqlxSqliteConnector::from_sqlx_sqlite_pool(write),
            })
        } else {
            let options = url
                .parse::<PgConnectOptions>()?
                .application_name("greenlight")
                .statement_cache_capacity(256)
                .disable_statement_logging();
            let pool =
                PgPoolOptions::new().max_connections(readers).test_before_acquire(false).connect_lazy_with(options);
            let both = SqlxPostgresConnector::from_sqlx_postgres_pool(pool);
            Ok(Self { read: both.clone(), write: both })
        }
    }
}
