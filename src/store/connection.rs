//! One store for both databases: SQLite (embedded default) and `PostgreSQL`.

use std::path::Path;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use sea_orm::DatabaseConnection;
use sea_orm::SqlxPostgresConnector;
use sea_orm::SqlxSqliteConnector;
use sea_orm::sqlx::{
    self, ConnectOptions as _, Connection as _, PgConnection,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use crate::store::error::StoreError;

/// How long a SQLite statement of a server waits for a lock before it fails: less than a request may take.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// How often a database is tried that refuses to wait.
const RETRY: Duration = Duration::from_millis(20);

/// The oldest `PostgreSQL` that is tested, as `server_version_num` counts.
const OLDEST_POSTGRES: i32 = 150_000;

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
        if is_sqlite(url) { Ok(Self::sqlite(sqlite_options(url)?, readers)) } else { Self::postgres(url, readers) }
    }

    /// As [`Store::lazy`], after one connection of its own showed that the database is there and fit for use.
    pub async fn open(url: &str, readers: u32) -> Result<Self, StoreError> {
        Self::open_within(url, readers, BUSY_TIMEOUT).await
    }

    /// As [`Store::open`], for a program that can wait so long for another one that writes to the same SQLite file.
    pub async fn open_within(url: &str, readers: u32, patience: Duration) -> Result<Self, StoreError> {
        if !is_sqlite(url) {
            fit(&mut connect_postgres(url).await?).await?;
            return Ok(Self::lazy(url, readers)?);
        }
        let options = sqlite_options(url)?.busy_timeout(patience);
        folder_exists(options.get_filename())?;
        connect_sqlite(&options, patience).await?.close().await?;
        Ok(Self::sqlite(options, readers))
    }

    /// Closes every connection; a SQLite file is whole without its log afterwards.
    pub async fn close(self) -> Result<(), StoreError> {
        self.read.close().await?;
        Ok(self.write.close().await?)
    }

    fn sqlite(options: SqliteConnectOptions, readers: u32) -> Self {
        let pool = |size| {
            SqlitePoolOptions::new()
                .max_connections(size)
                .test_before_acquire(false)
                .idle_timeout(None)
                .max_lifetime(None)
        };
        let read = pool(readers).connect_lazy_with(options.clone().pragma("query_only", "ON"));
        let write = pool(1).connect_lazy_with(options);
        Self {
            read: SqlxSqliteConnector::from_sqlx_sqlite_pool(read),
            write: SqlxSqliteConnector::from_sqlx_sqlite_pool(write),
        }
    }

    fn postgres(url: &str, readers: u32) -> Result<Self, sqlx::Error> {
        let pool = PgPoolOptions::new()
            .max_connections(readers)
            .test_before_acquire(false)
            .connect_lazy_with(postgres_options(url)?);
        let both = SqlxPostgresConnector::from_sqlx_postgres_pool(pool);
        Ok(Self { read: both.clone(), write: both })
    }
}

/// Whether an address names a SQLite file; every other one is `PostgreSQL`'s.
pub fn is_sqlite(url: &str) -> bool {
    url.starts_with("sqlite:")
}

/// The file of a SQLite address; none for `PostgreSQL` and databases in memory.
pub fn sqlite_file(url: &str) -> Option<PathBuf> {
    let options = url.parse::<SqliteConnectOptions>().ok().filter(|_| is_sqlite(url))?;
    let file = options.get_filename();
    (!url.contains(":memory:") && !url.contains("mode=memory")).then(|| file.to_path_buf())
}

/// A connection to `PostgreSQL` outside of every pool.
///
/// # Errors
/// At once, where a pool would wait for a server that does not answer.
pub async fn connect_postgres(url: &str) -> Result<PgConnection, StoreError> {
    Ok(postgres_options(url)?.connect().await?)
}

/// Connects where several may be the first to do so: who turns a new file to its log must be alone, and SQLite does not wait
/// for that as it does for other locks.
async fn connect_sqlite(options: &SqliteConnectOptions, patience: Duration) -> Result<SqliteConnection, StoreError> {
    let until = Instant::now() + patience;
    loop {
        match options.connect().await.map_err(StoreError::from) {
            Err(StoreError::Locked) if Instant::now() < until => tokio::time::sleep(RETRY).await,
            connected => return connected,
        }
    }
}

fn sqlite_options(url: &str) -> Result<SqliteConnectOptions, sqlx::Error> {
    let options = url.parse::<SqliteConnectOptions>()?;
    Ok(options
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Normal)
        .busy_timeout(BUSY_TIMEOUT)
        .foreign_keys(true)
        .pragma("mmap_size", "1073741824")
        .pragma("temp_store", "MEMORY")
        .statement_cache_capacity(256)
        .disable_statement_logging())
}

fn postgres_options(url: &str) -> Result<PgConnectOptions, sqlx::Error> {
    // the driver would take any scheme for its own
    if !["postgres://", "postgresql://"].iter().any(|scheme| url.starts_with(scheme)) {
        return Err(sqlx::Error::Configuration("it begins neither with sqlite: nor with postgres:".into()));
    }
    let options = url.parse::<PgConnectOptions>()?;
    Ok(options.application_name("greenlight").statement_cache_capacity(256).disable_statement_logging())
}

fn folder_exists(file: &Path) -> Result<(), StoreError> {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() && !folder.is_dir() => {
            Err(StoreError::MissingFolder(folder.to_path_buf()))
        }
        _ => Ok(()),
    }
}

/// Refuses a `PostgreSQL` that would answer differently from SQLite, or not at all.
async fn fit(connection: &mut PgConnection) -> Result<(), StoreError> {
    let (number, version, encoding, ctype): (i32, String, String, String) = sqlx::query_as(
        "SELECT current_setting('server_version_num')::int, current_setting('server_version'), \
                pg_encoding_to_char(encoding)::text, datctype::text \
           FROM pg_database WHERE datname = current_database()",
    )
    .fetch_one(connection)
    .await?;
    if number < OLDEST_POSTGRES {
        return Err(StoreError::TooOld(version));
    }
    if encoding != "UTF8" {
        return Err(StoreError::Encoding(encoding));
    }
    if ["C", "POSIX"].contains(&ctype.as_str()) {
        return Err(StoreError::CharacterType(ctype));
    }
    Ok(())
}
