//! What `doctor` asks the database.

use sea_orm::ConnectionTrait;
use sea_orm::DatabaseConnection;
use sea_orm::DbBackend;
use sea_orm::DbErr;
use sea_orm::Statement;
use sea_orm::TransactionTrait as _;

use crate::cli::doctor::Finding;
use crate::cli::migrate;
use crate::cli::migrate::MigrateError;
use crate::ledger::search_index;
use crate::store::Store;
use crate::store::StoreError;
use crate::store::connection;

/// Tables whose size tells what this server is good for.
const COUNTED: [&str; 7] = ["show", "season", "person", "name", "report", "claim", "chart_entry"];

/// Everything about the database at `url`; a missing one is not created.
pub(super) async fn examine(url: &str) -> Vec<Finding> {
    if connection::sqlite_file(url).is_some_and(|file| !file.exists()) {
        let advice = "start `greenlight`, or create it with `greenlight migrate up`";
        return vec![Finding::ill("database", "there is none yet", advice)];
    }
    let store = match Store::open(url, 1).await {
        Ok(store) => store,
        Err(error) => return vec![failed("database", &error)],
    };
    let mut findings = Vec::new();
    let looked = look(&store, &mut findings).await;
    findings.extend(looked.err().map(|error| failed("database", &error)));
    findings
}

/// Builds the search index anew; returns how many names it holds.
pub(super) async fn repair(url: &str) -> Result<usize, StoreError> {
    let store = Store::open(url, 1).await?;
    let transaction = store.write.begin().await?;
    let names = search_index::rebuild(&transaction).await?;
    transaction.commit().await?;
    store.close().await?;
    Ok(names)
}

/// An error's text says what is wrong and, behind its last colon, what to do.
fn failed(subject: &'static str, error: &impl ToString) -> Finding {
    let text = error.to_string();
    match text.rsplit_once(": ").filter(|_| !text.starts_with("the database failed")) {
        Some((said, advice)) => Finding::ill(subject, said, advice),
        None => Finding::ill(subject, text, "look at the database's own log"),
    }
}

async fn look(store: &Store, findings: &mut Vec<Finding>) -> Result<(), StoreError> {
    let db = &store.read;
    findings.push(version(db).await?);
    findings.extend(settings(db).await?);
    let migrations = migrations(store).await;
    let is_migrated = migrations.advice.is_none();
    findings.push(migrations);
    if is_migrated {
        findings.push(references(db).await?);
        findings.push(content(db).await?);
        findings.push(search(db).await?);
    }
    Ok(())
}

async fn version(db: &DatabaseConnection) -> Result<Finding, DbErr> {
    let said = match db.get_database_backend() {
        DbBackend::Postgres => {
            let sql = "SELECT 'PostgreSQL ' || current_setting('server_version') || ', LC_CTYPE ' || datctype \
                       FROM pg_database WHERE datname = current_database()";
            text(db, sql).await?
        }
        _ => text(db, "SELECT 'SQLite ' || sqlite_version()").await?,
    };
    Ok(Finding::well("database", said))
}

/// Settings of SQLite that we switch on with every connection.
async fn settings(db: &DatabaseConnection) -> Result<Vec<Finding>, DbErr> {
    if db.get_database_backend() != DbBackend::Sqlite {
        return Ok(Vec::new());
    }
    let journal = text(db, "SELECT journal_mode FROM pragma_journal_mode").await?;
    let keys = number(db, "SELECT foreign_keys FROM pragma_foreign_keys").await?;
    Ok(vec![
        if journal == "wal" {
            Finding::well("journal", "write-ahead, readers and the writer do not wait for each other")
        } else {
            let advice = "put the file on a local disk: network disks have no write-ahead log";
            Finding::ill("journal", format!("{journal}, readers wait for the writer"), advice)
        },
        if keys == 1 {
            Finding::well("foreign keys", "enforced")
        } else {
            Finding::ill("foreign keys", "not enforced", "use the SQLite that Greenlight brings")
        },
    ])
}

async fn migrations(store: &Store) -> Finding {
    let steps = match migrate::status(store).await {
        Ok(steps) => steps,
        Err(error @ (MigrateError::Newer(_) | MigrateError::Store(_))) => return failed("migrations", &error),
    };
    match steps.iter().filter(|step| !step.is_applied).count() {
        0 => Finding::well("migrations", format!("all {} applied", steps.len())),
        pending => Finding::ill(
            "migrations",
            format!("{pending} of {} pending", steps.len()),
            "start `greenlight`, or apply them with `greenlight migrate up`",
        ),
    }
}

/// Rows that refer to nothing: only a program without our settings can leave them in SQLite.
async fn references(db: &DatabaseConnection) -> Result<Finding, DbErr> {
    let broken = match db.get_database_backend() {
        DbBackend::Sqlite => number(db, "SELECT count(*) FROM pragma_foreign_key_check").await?,
        _ => number(db, "SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND NOT convalidated").await?,
    };
    Ok(match broken {
        0 => Finding::well("references", "whole"),
        _ => Finding::ill(
            "references",
            format!("{broken} are broken"),
            "export, and import into an empty database: the message names each row",
        ),
    })
}

async fn content(db: &DatabaseConnection) -> Result<Finding, DbErr> {
    let mut counts = Vec::with_capacity(COUNTED.len());
    for table in COUNTED {
        let rows = number(db, &format!("SELECT count(*) FROM {table}")).await?;
        counts.push(format!("{} {rows}", table.replace('_', " ")));
    }
    Ok(Finding::well("content", counts.join(", ")))
}

async fn search(db: &DatabaseConnection) -> Result<Finding, DbErr> {
    let missing = search_index::missing(db).await?.len();
    Ok(match missing {
        0 => Finding::well(
            "search",
            format!("{} keys, every name is found", number(db, "SELECT count(*) FROM search_key").await?),
        ),
        _ => Finding::ill(
            "search",
            format!("{missing} names cannot be found"),
            "build the index anew with `greenlight doctor --repair`",
        ),
    })
}

async fn text(db: &DatabaseConnection, sql: &str) -> Result<String, DbErr> {
    first(db, sql).await
}

async fn number(db: &DatabaseConnection, sql: &str) -> Result<i64, DbErr> {
    first(db, sql).await
}

/// The first column of the only row.
async fn first<T: sea_orm::TryGetable>(db: &DatabaseConnection, sql: &str) -> Result<T, DbErr> {
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
    let row = row.ok_or_else(|| DbErr::RecordNotFound(sql.to_owned()))?;
    row.try_get_by_index(0)
}
