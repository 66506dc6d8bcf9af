//! Databases that cannot be used: each says what to do, and loses nothing.

use std::time::Duration;

use greenlight::cli::migrate::{self, MigrateError};
use greenlight::cli::prepare::{PrepareError, Prepared, prepare, prepare_within};
use greenlight::store::{Store, StoreError};
use sea_orm::{ConnectionTrait, DbBackend};
use tempfile::TempDir;

use crate::support::postgres::cluster;
use crate::support::world::{With, as_administrator, on_both, on_postgres, on_sqlite};

#[test]
fn a_first_start_creates_everything_and_a_second_changes_nothing() {
    on_both(With::NoTables, async |world| {
        let first = prepare(&world.url, true).await.unwrap();
        assert!(first.migrations > 10 && first.starter.is_some_and(|starter| starter.new > 100), "{first:?}");
        let before = world.exported().await;
        assert_eq!(prepare(&world.url, true).await.unwrap(), Prepared::default());
        assert_eq!(world.exported().await, before);
    });
}

#[test]
fn without_the_starter_an_empty_database_stays_empty() {
    on_both(With::NoTables, async |world| {
        assert_eq!(prepare(&world.url, false).await.unwrap().starter, None);
        assert_eq!(world.exported().await, "");
    });
}

#[test]
fn of_servers_that_start_at_once_one_migrates_and_the_others_wait() {
    on_both(With::NoTables, async |world| {
        let start = || prepare(&world.url, true);
        let (a, b, c) = tokio::join!(start(), start(), start());
        let migrations: Vec<_> = [a, b, c].into_iter().map(|prepared| prepared.unwrap().migrations).collect();
        assert_eq!(migrations.iter().filter(|number| **number > 0).count(), 1, "{migrations:?}");
        assert_eq!(world.number("SELECT count(*) FROM show WHERE slug = 'squid-game'").await, 1);
    });
}

#[test]
fn a_database_of_a_newer_version_is_left_alone() {
    on_both(With::Starter, async |world| {
        world.sql("INSERT INTO seaql_migrations (version, applied_at) VALUES ('m29990101_000001_later', 1)").await;
        let before = world.exported().await;
        let error = prepare(&world.url, true).await.unwrap_err();
        assert!(matches!(&error, PrepareError::Migrate(MigrateError::Newer(name)) if name == "m29990101_000001_later"));
        assert!(error.to_string().contains("start that version"), "{error}");
        assert_eq!(world.exported().await, before);
    });
}

#[test]
fn a_missing_folder_is_named() {
    on_sqlite(With::NoTables, async |world| {
        let url = world.url.replace("greenlight.db", "no/such/greenlight.db");
        let error = prepare(&url, true).await.unwrap_err();
        assert!(matches!(error, PrepareError::Store(StoreError::MissingFolder(_))), "{error}");
        assert!(error.to_string().contains("no/such"), "{error}");
    });
}

#[test]
fn a_file_that_may_not_be_created_is_missed() {
    on_sqlite(With::NoTables, async |world| {
        let error = prepare(&world.url.replace("mode=rwc", "mode=rw"), true).await.unwrap_err();
        assert!(matches!(error, PrepareError::Store(StoreError::MissingFile)), "{error}");
    });
}

#[test]
fn a_file_that_is_something_else_is_left_alone() {
    on_sqlite(With::NoTables, async |world| {
        let file = world.url.trim_start_matches("sqlite://").trim_end_matches("?mode=rwc");
        let text = "not a database ".repeat(1_000);
        std::fs::write(file, &text).unwrap();
        let error = prepare(&world.url, true).await.unwrap_err();
        assert!(matches!(error, PrepareError::Store(StoreError::NotADatabase)), "{error}");
        assert_eq!(std::fs::read_to_string(file).unwrap(), text);
    });
}

#[test]
fn a_read_only_database_is_not_migrated() {
    on_sqlite(With::Nothing, async |world| {
        migrate::down(&world.url, &world.store, 1).await.unwrap();
        let error = prepare(&world.url.replace("mode=rwc", "mode=ro"), false).await.unwrap_err();
        assert!(matches!(error, PrepareError::Migrate(MigrateError::Store(StoreError::ReadOnly))), "{error}");
    });
}

#[test]
fn a_locked_database_says_so_and_stays_as_it_was() {
    on_sqlite(With::Nothing, async |world| {
        let other = Store::lazy(&world.url, 1).unwrap();
        other.write.execute_unprepared("BEGIN EXCLUSIVE").await.unwrap();
        let error = prepare_within(&world.url, true, Duration::from_millis(100)).await.unwrap_err();
        assert!(error.to_string().contains("another program"), "{error}");
        other.write.execute_unprepared("ROLLBACK").await.unwrap();
        assert_eq!(world.exported().await, "");
    });
}

#[test]
fn an_address_of_no_database_we_know_is_refused() {
    on_sqlite(With::NoTables, async |_| {
        let error = prepare("mysql://localhost/greenlight", true).await.unwrap_err();
        assert!(matches!(error, PrepareError::Store(StoreError::Address(_))), "{error}");
    });
}

#[test]
fn a_postgresql_that_does_not_answer_is_noticed_at_once() {
    on_sqlite(With::NoTables, async |_| {
        let nowhere = TempDir::new().unwrap();
        let url = format!("postgres://postgres@localhost/greenlight?host={}", nowhere.path().display());
        let error = prepare(&url, true).await.unwrap_err();
        assert!(matches!(error, PrepareError::Store(StoreError::Unreachable(_))), "{error}");
    });
}

#[test]
fn a_postgresql_without_the_database_says_how_to_create_it() {
    on_postgres(With::NoTables, async |_| {
        let error = prepare(&cluster().unwrap().url("nowhere"), true).await.unwrap_err();
        assert!(matches!(error, PrepareError::Store(StoreError::MissingDatabase(_))), "{error}");
        assert!(error.to_string().contains("createdb"), "{error}");
    });
}

#[test]
fn a_postgresql_that_knows_no_letters_is_refused() {
    on_postgres(With::NoTables, async |_| {
        let create = |name: &str, how: &str| format!("CREATE DATABASE {name} TEMPLATE template0 {how}");
        as_administrator(&create("letterless", "LOCALE 'C'")).await;
        as_administrator(&create("latin", "ENCODING 'SQL_ASCII' LOCALE 'C'")).await;
        let letterless = prepare(&cluster().unwrap().url("letterless"), true).await.unwrap_err();
        assert!(matches!(&letterless, PrepareError::Store(StoreError::CharacterType(name)) if name == "C"));
        assert!(letterless.to_string().contains("--locale=C.UTF-8"), "{letterless}");
        let latin = prepare(&cluster().unwrap().url("latin"), true).await.unwrap_err();
        assert!(matches!(&latin, PrepareError::Store(StoreError::Encoding(name)) if name == "SQL_ASCII"));
    });
}

#[test]
fn the_status_lists_what_is_applied_and_what_is_pending() {
    on_both(With::Nothing, async |world| {
        let count = async |applied| {
            migrate::status(&world.store).await.unwrap().iter().filter(|step| step.is_applied == applied).count()
        };
        let all = count(true).await;
        assert_eq!(count(false).await, 0);
        assert_eq!(migrate::down(&world.url, &world.store, 2).await.unwrap(), 2);
        assert_eq!((count(true).await, count(false).await), (all - 2, 2));
        assert_eq!(migrate::up(&world.url, &world.store).await.unwrap(), 2);
        assert_eq!(world.backend() == DbBackend::Sqlite, world.url.starts_with("sqlite:"));
    });
}
