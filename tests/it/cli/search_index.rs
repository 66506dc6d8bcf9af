//! The search index follows what is imported.

use std::io::Cursor;

use greenlight::importers::jsonl::{Source, import};
use greenlight::ledger::search_index;

use crate::storage::tables::lines;
use crate::support::world::{With, World, another, on_both};

const KEYS: &str = "SELECT n.id || ' ' || k.key || ' ' || k.popularity || ' ' || k.is_romanized || ' ' || \
                    (SELECT count(*) FROM search_gram g WHERE g.search_key_id = k.id) AS line \
                    FROM search_key k JOIN name n ON n.id = k.name_id ORDER BY n.id, k.key";

async fn keys(world: &World) -> Vec<String> {
    lines(world.write(), KEYS).await
}

async fn take(world: &World, rows: String) {
    import(world.write(), [Source::reader("rows.jsonl", Cursor::new(rows))]).await.unwrap();
}

#[test]
fn every_name_of_the_starter_catalog_can_be_found() {
    on_both(With::Starter, async |world| {
        assert_eq!(search_index::missing(world.write()).await.unwrap(), []);
        let found = keys(&world).await;
        assert!(found.len() > 50, "only {} keys", found.len());
        assert!(found.iter().any(|key| key.contains(" 추영우 ")), "{found:?}");
        let without = "SELECT count(*) FROM search_key k WHERE NOT EXISTS (SELECT 1 FROM search_gram g WHERE g.search_key_id = k.id)";
        assert_eq!(world.number(without).await, 0);
    });
}

#[test]
fn a_changed_name_is_found_by_its_new_spelling_only() {
    on_both(With::Starter, async |world| {
        let all = world.exported().await;
        let name = all.lines().find(|line| line.contains("추영우") && line.starts_with("{\"name\"")).unwrap();
        take(&world, name.replace("추영우", "남궁민")).await;
        let found = keys(&world).await;
        assert!(found.iter().any(|key| key.contains(" 남궁민 ")), "{found:?}");
        assert!(!found.iter().any(|key| key.contains(" 추영우 ")), "{found:?}");
    });
}

#[test]
fn what_becomes_popular_is_proposed_earlier() {
    on_both(With::Starter, async |world| {
        let all = world.exported().await;
        let rows = all.lines().filter(|line| line.starts_with("{\"show\":") || line.starts_with("{\"person\":"));
        let famous = |line: &str| {
            let mut row: serde_json::Value = serde_json::from_str(line).unwrap();
            let (_, columns) = row.as_object_mut().unwrap().iter_mut().next().unwrap();
            columns["popularity"] = 0.125.into();
            row.to_string()
        };
        let rows: Vec<_> = rows.map(famous).collect();
        take(&world, rows.join("\n")).await;
        assert_eq!(world.number("SELECT count(*) FROM search_key WHERE popularity <> 0.125").await, 0);
        assert!(world.number("SELECT count(*) FROM search_key").await > 50);
    });
}

#[test]
fn an_index_that_grew_equals_one_that_was_built_at_once() {
    on_both(With::Starter, async |world| {
        let grown = another(With::Nothing, &world).await;
        let all = world.exported().await;
        let (before, rest) = all.split_at(all.find("{\"name\":").unwrap());
        take(&grown, before.to_owned()).await;
        for name in rest.lines().take_while(|line| line.starts_with("{\"name\":")) {
            take(&grown, name.to_owned()).await;
        }
        take(&grown, all).await;
        assert_eq!(keys(&grown).await, keys(&world).await);
        search_index::rebuild(grown.write()).await.unwrap();
        assert_eq!(keys(&grown).await, keys(&world).await);
    });
}
