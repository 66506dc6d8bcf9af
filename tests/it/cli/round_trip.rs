//! What is exported comes back the same, between the two databases too.

use std::io::Cursor;
use std::path::PathBuf;

use greenlight::cli;
use greenlight::importers::jsonl::{Source, Summary, import};
use sea_orm::DbBackend;

use crate::support::postgres::cluster;
use crate::support::world::{With, World, another, on_both, on_postgres, sqlite};

/// Imports `lines` under the name `rows.jsonl`.
async fn take(world: &World, lines: &str) -> Summary {
    let source = Source::reader("rows.jsonl", Cursor::new(lines.to_owned()));
    import(world.write(), [source]).await.unwrap()
}

/// Rows that the two databases would keep differently if they could.
const TRICKY: &str = concat!(
    r#"{"show":{"id":900,"slug":"z","sort_key":"Z ß é","format":"series","popularity":0.1,"#,
    r#""created_at":"2026-01-02T03:04:05.123456789Z","updated_at":"1900-01-01T00:00:00Z"}}"#,
    "\n",
    r#"{"show":{"id":901,"slug":"y","sort_key":"","format":"limited","popularity":0.30000000000000004,"#,
    r#""created_at":"2026-01-02T03:04:05+09:00","updated_at":"2026-01-02T03:04:05.1Z"}}"#,
    "\n",
    r#"{"show_country":{"show_id":900,"country":"US","position":1}}"#,
    "\n",
    r#"{"show_country":{"show_id":900,"country":"KR","position":2}}"#,
    "\n",
    r#"{"show_country":{"show_id":900,"country":"kr","position":3}}"#,
    "\n",
    r#"{"forecast":{"id":9001,"show_id":900,"season_number":2,"as_of":"2026-01-01","recorded_at":"2026-01-01T00:00:00Z","#,
    r#""probability":1e-7,"interval_low":1e-8,"interval_high":0.5,"band":"likely","status":"no_news","#,
    r#""published":{"bb":[1.0,1e16,0.1,{"z":null,"a":"\\ \" \n 괴물"}],"a":-0.0,"ccc":2.5e-9},"#,
    r#""model_version":"1","input_hash":"00"}}"#,
    "\n",
);

#[test]
fn an_export_of_an_import_is_the_same_to_the_byte() {
    on_both(With::Starter, async |world| {
        let lines = world.exported().await;
        let empty = another(With::Nothing, &world).await;
        let summary = take(&empty, &lines).await;
        assert_eq!(summary.new, u64::try_from(lines.lines().count()).unwrap());
        assert_eq!(empty.exported().await, lines);
    });
}

#[test]
fn what_goes_to_the_other_database_and_back_is_the_same_to_the_byte() {
    on_postgres(With::Nothing, async |postgres| {
        let (first, last) = (sqlite(With::Starter), sqlite(With::Nothing));
        take(&first, TRICKY).await;
        let lines = first.exported().await;
        take(&postgres, &lines).await;
        assert_eq!(postgres.exported().await, lines);
        take(&last, &postgres.exported().await).await;
        assert_eq!(last.exported().await, lines);
    });
}

#[test]
fn values_are_kept_in_one_form_on_both_databases() {
    on_both(With::Nothing, async |world| {
        take(&world, TRICKY).await;
        let lines = world.exported().await;
        assert!(lines.contains(r#""created_at":"2026-01-02T03:04:05.123456Z""#), "{lines}");
        assert!(lines.contains(r#""popularity":0.30000000000000004"#), "{lines}");
        assert!(
            lines.contains(r#""a":0,"bb":[1,10000000000000000,0.1,{"a":"\\ \" \n 괴물","z":null}],"ccc":2.5e-9"#),
            "{lines}"
        );
        let countries: Vec<_> = lines.lines().filter(|line| line.contains("show_country")).collect();
        assert!(
            countries[0].contains("KR") && countries[1].contains("US") && countries[2].contains("kr"),
            "{countries:?}"
        );
        assert_eq!(take(&world, TRICKY).await, Summary { read: 6, unchanged: 6, ..Default::default() });
    });
}

#[test]
fn importing_twice_changes_nothing() {
    on_both(With::Starter, async |world| {
        let lines = world.exported().await;
        let summary = take(&world, &lines).await;
        assert_eq!((summary.new, summary.changed, summary.unchanged), (0, 0, summary.read));
        assert_eq!(world.exported().await, lines);
    });
}

#[test]
fn a_changed_row_is_updated_and_the_others_stay() {
    on_both(With::Starter, async |world| {
        let lines = world.exported().await;
        let changed = lines.replacen(r#""label":"Action""#, r#""label":"Deeds""#, 1);
        assert_ne!(changed, lines);
        let summary = take(&world, &changed).await;
        assert_eq!((summary.new, summary.changed, summary.unchanged), (0, 1, summary.read - 1));
        assert_eq!(world.exported().await, changed);
    });
}

#[test]
fn rows_may_change_places() {
    on_both(With::Starter, async |world| {
        let lines = world.exported().await;
        let turned: Vec<_> = lines.lines().map(|line| turned_round(line).unwrap_or_else(|| line.to_owned())).collect();
        let turned = format!("{}\n", turned.join("\n"));
        let moved = lines.lines().zip(turned.lines()).filter(|(before, after)| before != after).count();
        assert!(moved > 3, "only {moved} credits moved");
        assert_eq!(take(&world, &turned).await.changed, u64::try_from(moved).unwrap());
        assert_eq!(world.exported().await, turned);
    });
}

/// A credit that has the first or second place of its show, with the other of the two; none for other lines.
fn turned_round(line: &str) -> Option<String> {
    let mut row: serde_json::Value = serde_json::from_str(line).unwrap();
    let position = &mut row.get_mut("credit")?["position"];
    *position = (3 - position.as_i64().filter(|position| *position <= 2)?).into();
    Some(row.to_string())
}

#[test]
fn a_column_that_is_left_out_becomes_null() {
    on_both(With::Nothing, async |world| {
        take(&world, r#"{"platform":{"id":1,"slug":"tvn","name":"tvN","country":"KR"}}"#).await;
        take(&world, r#"{"platform":{"id":1,"slug":"tvn","name":"tvN"}}"#).await;
        assert_eq!(world.exported().await, "{\"platform\":{\"id\":1,\"slug\":\"tvn\",\"name\":\"tvN\"}}\n");
    });
}

#[test]
fn a_row_may_refer_to_a_later_one_of_its_table() {
    on_both(With::Nothing, async |world| {
        let lines = "{\"source_work\":{\"id\":1,\"slug\":\"webtoon\",\"medium_id\":1,\"derived_from_id\":2}}\n\
                     {\"source_work\":{\"id\":2,\"slug\":\"novel\",\"medium_id\":1}}\n";
        take(&world, r#"{"term":{"id":1,"vocabulary":"medium","code":"novel","label":"Novel"}}"#).await;
        assert_eq!(take(&world, lines).await.new, 2);
        assert!(world.exported().await.ends_with(lines), "{}", world.exported().await);
        assert_eq!(take(&world, lines).await.unchanged, 2);
    });
}

#[test]
fn more_rows_than_one_statement_takes_come_back() {
    on_both(With::Nothing, async |world| {
        let row = |id| format!("{{\"platform\":{{\"id\":{id},\"slug\":\"p{id}\",\"name\":\"P\"}}}}\n");
        let lines: String = (1..=1_203).map(row).collect();
        assert_eq!(take(&world, &lines).await.new, 1_203);
        assert_eq!(world.exported().await, lines);
        // the other way round, one of them changed
        let backwards: Vec<_> = lines.lines().rev().map(|line| line.replace("\"p7\"", "\"seven\"")).collect();
        let summary = take(&world, &backwards.join("\n")).await;
        assert_eq!((summary.changed, summary.unchanged), (1, 1_202));
    });
}

#[test]
fn new_rows_get_keys_above_those_that_were_imported() {
    on_both(With::Nothing, async |world| {
        take(&world, r#"{"platform":{"id":41,"slug":"tvn","name":"tvN"}}"#).await;
        world.sql("INSERT INTO platform (slug, name) VALUES ('mbc', 'MBC')").await;
        assert_eq!(world.number("SELECT id FROM platform WHERE slug = 'mbc'").await, 42);
        // and importing lower ones does not count backwards
        take(&world, r#"{"platform":{"id":7,"slug":"sbs","name":"SBS"}}"#).await;
        world.sql("INSERT INTO platform (slug, name) VALUES ('kbs', 'KBS')").await;
        assert_eq!(world.number("SELECT id FROM platform WHERE slug = 'kbs'").await, 43);
    });
}

#[test]
fn every_self_reference_of_the_tables_may_point_forward() {
    on_both(With::Nothing, async |world| {
        let own = match world.backend() {
            DbBackend::Sqlite => {
                "SELECT t.name || '.' || f.\"from\" AS line FROM sqlite_schema t, pragma_foreign_key_list(t.name) f \
                 WHERE t.type = 'table' AND f.\"table\" = t.name ORDER BY 1"
            }
            _ => {
                "SELECT c.conrelid::regclass || '.' || a.attname AS line FROM pg_constraint c JOIN pg_attribute a \
                 ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] WHERE c.contype = 'f' AND c.conrelid = c.confrelid ORDER BY 1"
            }
        };
        let own = crate::storage::tables::lines(world.write(), own).await;
        // the list in importers::jsonl::link
        assert_eq!(own, ["claim.superseded_by_id", "credit.superseded_by_id", "source_work.derived_from_id"]);
    });
}

#[test]
fn the_commands_write_and_read_files() {
    on_both(With::Starter, async |world| {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("all.jsonl");
        let rows = cli::export::write(&world.url, Some(&file)).await.unwrap();
        let lines = std::fs::read_to_string(&file).unwrap();
        assert_eq!(lines, world.exported().await);
        assert_eq!(rows, u64::try_from(lines.lines().count()).unwrap());
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1, "a half-written file was left");
        let other = another(With::NoTables, &world).await;
        let summary = cli::import::read(&other.url, &[file]).await.unwrap();
        assert_eq!(summary.to_string(), format!("{rows} rows read: {rows} new, 0 changed, 0 unchanged"));
        assert_eq!(other.exported().await, lines);
    });
}

#[test]
fn several_files_are_one_import() {
    on_both(With::Nothing, async |world| {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            let path: PathBuf = folder.path().join(name);
            std::fs::write(&path, text).unwrap();
            path
        };
        let good = write("good.jsonl", r#"{"platform":{"id":1,"slug":"tvn","name":"tvN"}}"#);
        let bad = write("bad.jsonl", "{}");
        let error = cli::import::read(&world.url, &[good.clone(), bad]).await.unwrap_err();
        assert!(error.to_string().contains("bad.jsonl, line 1"), "{error}");
        assert_eq!(world.exported().await, "");
        let missing = folder.path().join("missing.jsonl");
        let error = cli::import::read(&world.url, &[good, missing]).await.unwrap_err();
        assert!(error.to_string().contains("missing.jsonl cannot be read"), "{error}");
        assert_eq!(world.exported().await, "");
        assert!(cluster().is_some() || world.backend() == DbBackend::Sqlite);
    });
}
