//! A database of one's own, on SQLite and on `PostgreSQL`, for every test.

use std::fs;
use std::future::Future;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use greenlight::cli::migrate;
use greenlight::importers::starter;
use greenlight::store::Store;
use greenlight::store::export::export;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};
use tempfile::TempDir;

use crate::support::postgres;

/// How many connections the readers of a test have.
const READERS: u32 = 3;

/// What the database of a test holds when the test begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum With {
    /// Not even tables.
    NoTables,
    /// The tables, and not one row.
    Nothing,
    /// The starter catalog.
    Starter,
}

/// One migrated database and what a test does with it.
pub(crate) struct World {
    /// Its readers and its writer.
    pub(crate) store: Store,
    /// Its address.
    pub(crate) url: String,
    /// The file's folder on SQLite.
    folder: Option<TempDir>,
}

impl World {
    /// Which database it is.
    pub(crate) fn backend(&self) -> DbBackend {
        self.store.write.get_database_backend()
    }

    /// The connection that may write.
    pub(crate) fn write(&self) -> &DatabaseConnection {
        &self.store.write
    }

    /// Everything that an export writes.
    pub(crate) async fn exported(&self) -> String {
        let mut lines = Vec::new();
        export(&self.store.read, &mut lines).await.unwrap();
        String::from_utf8(lines).unwrap()
    }

    /// The number that a query finds.
    pub(crate) async fn number(&self, sql: &str) -> i64 {
        let row = self.write().query_one_raw(Statement::from_string(self.backend(), sql)).await.unwrap().unwrap();
        row.try_get_by_index(0).unwrap()
    }

    /// Runs statements that a test prepares its world with.
    pub(crate) async fn sql(&self, statements: &str) {
        self.write().execute_unprepared(statements).await.unwrap();
    }

    fn open(url: String, folder: Option<TempDir>) -> Self {
        Self { store: Store::lazy(&url, READERS).unwrap(), url, folder }
    }
}

/// Runs `body` on SQLite and then, where this machine has it, on `PostgreSQL`, each time on a database of its own.
pub(crate) fn on_both(with: With, body: impl AsyncFn(World)) {
    on_sqlite(with, &body);
    on_postgres(with, &body);
}

/// Runs `body` on SQLite.
pub(crate) fn on_sqlite(with: With, body: impl AsyncFn(World)) {
    run(async { body(sqlite(with)).await });
}

/// Runs `body` on `PostgreSQL`, where this machine has it.
pub(crate) fn on_postgres(with: With, body: impl AsyncFn(World)) {
    if postgres::cluster().is_none() {
        return;
    }
    let template = template(with);
    run(async {
        let world = postgres(template).await;
        let url = world.url.clone();
        eprintln!("on PostgreSQL, {url}");
        body(world).await;
        drop_database(&url).await;
    });
}

/// A second database of the same kind as `world`.
pub(crate) async fn another(with: With, world: &World) -> World {
    match world.backend() {
        DbBackend::Sqlite => sqlite(with),
        _ => postgres(template(with)).await,
    }
}

/// A new SQLite database in a folder of its own.
pub(crate) fn sqlite(with: With) -> World {
    let folder = TempDir::with_prefix("greenlight-").unwrap();
    let file = folder.path().join("greenlight.db");
    if with != With::NoTables {
        fs::write(&file, prepared_sqlite(with)).unwrap();
    }
    World::open(format!("sqlite://{}?mode=rwc", file.display()), Some(folder))
}

/// The bytes of a database that holds `with`, prepared once.
fn prepared_sqlite(with: With) -> &'static [u8] {
    static NOTHING: OnceLock<Result<Vec<u8>, String>> = OnceLock::new();
    static STARTER: OnceLock<Result<Vec<u8>, String>> = OnceLock::new();
    let prepared = if with == With::Starter { &STARTER } else { &NOTHING };
    let bytes = prepared.get_or_init(|| {
        let world = sqlite(With::NoTables);
        apart(async move {
            prepare(&world, with).await;
            fs::read(world.folder.as_ref().unwrap().path().join("greenlight.db")).unwrap()
        })
    });
    bytes.as_ref().unwrap()
}

/// The name of the `PostgreSQL` database that is copied for `with`, prepared once.
fn template(with: With) -> &'static str {
    static NOTHING: OnceLock<Result<(), String>> = OnceLock::new();
    static STARTER: OnceLock<Result<(), String>> = OnceLock::new();
    let (name, prepared) = match with {
        With::NoTables => return "template0",
        With::Nothing => ("prepared_nothing", &NOTHING),
        With::Starter => ("prepared_starter", &STARTER),
    };
    let done = prepared.get_or_init(|| {
        apart(async move {
            create_database(name, "template0").await;
            let url = postgres::cluster().unwrap().url(name);
            prepare(&World::open(url, None), with).await;
        })
    });
    done.as_ref().unwrap();
    name
}

/// Fills a database and closes it, so that it can be copied.
async fn prepare(world: &World, with: With) {
    migrate::up(&world.url, &world.store).await.unwrap();
    if with == With::Starter {
        starter::load_into_empty(world.write()).await.unwrap();
    }
    if world.backend() == DbBackend::Sqlite {
        world.sql("PRAGMA wal_checkpoint(TRUNCATE)").await;
    }
    world.store.clone().close().await.unwrap();
}

async fn postgres(template: &str) -> World {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let name = format!("test_{}", NUMBER.fetch_add(1, Ordering::Relaxed));
    create_database(&name, template).await;
    World::open(postgres::cluster().unwrap().url(&name), None)
}

async fn create_database(name: &str, template: &str) {
    as_administrator(&format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
}

async fn drop_database(url: &str) {
    let name = url.rsplit('/').find(|part| part.contains('?')).unwrap_or(url);
    let name = name.split('?').next().unwrap();
    as_administrator(&format!("DROP DATABASE {name} WITH (FORCE)")).await;
}

/// Runs one statement in the database that every cluster has.
pub(crate) async fn as_administrator(statement: &str) {
    let store = Store::lazy(&postgres::cluster().unwrap().url("postgres"), 1).unwrap();
    store.write.execute_unprepared(statement).await.unwrap();
    store.close().await.unwrap();
}

fn run<T>(body: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(body)
}

/// Runs `body` on a thread and a runtime of its own, because the caller may already be inside one.
fn apart<T: Send + 'static>(body: impl Future<Output = T> + Send + 'static) -> Result<T, String> {
    std::thread::spawn(move || run(body)).join().map_err(|_| "the database could not be prepared: see above".to_owned())
}
