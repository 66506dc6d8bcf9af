//! `doctor` finds what is ill, says what to do, and changes nothing.

use greenlight::cli::doctor::{Finding, examine};
use greenlight::cli::migrate;
use greenlight::config::Settings;

use crate::support::server::settings;
use crate::support::world::{With, World, on_both, on_sqlite};

fn looking_at(url: &str) -> Settings {
    Settings { database_url: url.to_owned(), ..settings() }
}

async fn findings(world: &World) -> Vec<Finding> {
    examine(&looking_at(&world.url)).await
}

/// The only problem.
async fn problem(world: &World) -> Finding {
    let mut ill: Vec<_> = findings(world).await.into_iter().filter(|finding| finding.advice.is_some()).collect();
    assert_eq!(ill.len(), 1, "{ill:?}");
    ill.remove(0)
}

#[test]
fn a_new_server_is_well() {
    on_both(With::Starter, async |world| {
        let all = findings(&world).await;
        assert!(all.iter().all(|finding| finding.advice.is_none()), "{all:?}");
        for subject in
            ["version", "configuration", "database", "migrations", "references", "content", "search", "limit"]
        {
            assert!(all.iter().any(|finding| finding.subject == subject), "nothing about {subject}: {all:?}");
        }
    });
}

#[test]
fn a_missing_database_is_not_created() {
    on_sqlite(With::NoTables, async |world| {
        assert!(problem(&world).await.advice.unwrap().contains("greenlight migrate up"));
        assert_eq!(problem(&world).await.said, "there is none yet");
    });
}

#[test]
fn pending_migrations_are_counted() {
    on_both(With::Nothing, async |world| {
        migrate::down(&world.url, &world.store, 1).await.unwrap();
        let found = problem(&world).await;
        assert!(found.subject == "migrations" && found.said.starts_with("1 of "), "{found:?}");
        assert!(found.advice.unwrap().contains("greenlight migrate up"));
    });
}

#[test]
fn a_newer_database_is_noticed() {
    on_both(With::Nothing, async |world| {
        world.sql("INSERT INTO seaql_migrations (version, applied_at) VALUES ('m29990101_000001_later', 1)").await;
        let found = problem(&world).await;
        assert!(found.said.contains("newer Greenlight") && found.advice.unwrap().starts_with("start that version"));
    });
}

#[test]
fn names_that_search_cannot_find_are_counted() {
    on_both(With::Starter, async |world| {
        world.sql("DELETE FROM search_gram").await;
        world.sql("DELETE FROM search_key WHERE name_id IN (SELECT id FROM name WHERE text = '추영우')").await;
        let found = problem(&world).await;
        assert!(found.subject == "search" && found.said.starts_with("1 names"), "{found:?}");
        assert!(found.advice.unwrap().contains("--repair"));
    });
}

#[test]
fn broken_references_are_counted() {
    on_sqlite(With::Nothing, async |world| {
        world.sql("PRAGMA foreign_keys = OFF; INSERT INTO character (slug, show_id) VALUES ('x', 7); PRAGMA foreign_keys = ON").await;
        let found = problem(&world).await;
        assert!(found.subject == "references" && found.said == "1 are broken", "{found:?}");
    });
}

#[test]
fn a_database_that_does_not_answer_is_one_problem() {
    on_sqlite(With::NoTables, async |_| {
        let all = examine(&looking_at("postgres://me:secret@localhost:1/x")).await;
        let ill: Vec<_> = all.iter().filter(|finding| finding.advice.is_some()).collect();
        assert_eq!(ill.len(), 1, "{ill:?}");
        assert!(ill[0].said.starts_with("PostgreSQL does not answer"), "{ill:?}");
        assert!(!format!("{all:?}").contains("secret"), "{all:?}");
    });
}
