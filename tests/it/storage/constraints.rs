//! What the tables themselves refuse.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ConnectionTrait, DbBackend, SqlErr};

use super::tables::lines;
use crate::support::world::{With, World, on_both};

const SHOW: &str = "INSERT INTO show (id, slug, sort_key, format, popularity, created_at, updated_at) \
                    VALUES (1, 'a', 'a', 'series', 0.5, '2026-01-01 00:00:00+00:00', '2026-01-01 00:00:00+00:00')";

/// What the database says to a statement that it must refuse.
async fn refusal(world: &World, statement: &str) -> String {
    world.write().execute_unprepared(statement).await.unwrap_err().to_string()
}

#[test]
fn an_unknown_word_of_a_closed_vocabulary_is_refused() {
    on_both(With::Nothing, async |world| {
        world.sql(SHOW).await;
        let said = refusal(&world, "UPDATE show SET format = 'sitcom'").await;
        assert!(said.to_lowercase().contains("check constraint"), "{said}");
    });
}

/// The words that the tables allow, by `table.column`.
async fn words_of_checks(world: &World) -> BTreeMap<String, BTreeSet<String>> {
    let sql = match world.backend() {
        DbBackend::Sqlite => "SELECT name || ' ' || sql AS line FROM sqlite_schema WHERE type = 'table'",
        _ => {
            "SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) AS line FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace"
        }
    };
    let mut words = BTreeMap::new();
    for line in lines(world.write(), sql).await {
        let table = line.split(' ').next().unwrap().to_owned();
        // SQLite: CHECK ("kind" IN ('a', 'b')), PostgreSQL: CHECK ((kind = ANY (ARRAY['a'::text, 'b'::text])))
        for check in line.split("CHECK (").skip(1).filter(|check| check.contains('\'')) {
            let column = check.trim_start_matches(['(', '"']).split([' ', '"', ')']).next().unwrap();
            let quoted = check.split("))").next().unwrap().split('\'').skip(1).step_by(2);
            words.insert(format!("{table}.{column}"), quoted.map(str::to_owned).collect());
        }
    }
    words
}

/// The words that the entities know, by `table.column`: serde lists them when it is given another.
fn words_of_entities() -> BTreeMap<String, BTreeSet<String>> {
    let mut words = BTreeMap::new();
    macro_rules! ask {
        ($($table:ident)*) => {$(
            for column in <::entity::$table::Column as sea_orm::Iterable>::iter() {
                let column = sea_orm::IdenStatic::as_str(&column).to_owned();
                let row = serde_json::json!({ column.as_str(): "?" });
                let said = serde_json::from_value::<::entity::$table::Model>(row).unwrap_err().to_string();
                if let Some((_, expected)) = said.split_once("unknown variant `?`, expected ") {
                    let known = expected.split('`').skip(1).step_by(2).map(str::to_owned).collect();
                    words.insert(format!("{}.{column}", stringify!($table)), known);
                }
            }
        )*};
    }
    ::entity::each_table!(ask);
    words
}

#[test]
fn the_tables_allow_exactly_the_words_that_the_entities_know() {
    on_both(With::Nothing, async |world| {
        let known = words_of_entities();
        assert!(known.len() > 30, "only {} columns hold a closed vocabulary", known.len());
        assert_eq!(words_of_checks(&world).await, known);
    });
}

#[test]
fn a_reference_to_two_things_or_none_is_refused_where_one_is_meant() {
    on_both(With::Nothing, async |world| {
        world.sql(SHOW).await;
        let person = "INSERT INTO person (id, slug, sort_key, popularity, created_at, updated_at) \
                      VALUES (1, 'p', 'p', 0.5, '2026-01-01 00:00:00+00:00', '2026-01-01 00:00:00+00:00')";
        world.sql(person).await;
        let name = |show: &str, person: &str| {
            format!(
                "INSERT INTO name (show_id, person_id, text, sort_key, kind, is_primary) \
                 VALUES ({show}, {person}, 'A', 'a', 'display', true)"
            )
        };
        for statement in [name("1", "1"), name("NULL", "NULL")] {
            let said = refusal(&world, &statement).await;
            assert!(said.to_lowercase().contains("check constraint"), "{said}");
        }
        world.sql(&name("1", "NULL")).await;
        world.sql(&name("NULL", "1")).await;
    });
}

#[test]
fn a_reference_to_nothing_is_refused() {
    on_both(With::Nothing, async |world| {
        let text = "INSERT INTO show_text (show_id, locale, text) VALUES (7, 'en', 'x')";
        let error = world.write().execute_unprepared(text).await.unwrap_err();
        assert!(matches!(error.sql_err(), Some(SqlErr::ForeignKeyConstraintViolation(_))), "{error}");
    });
}

#[test]
fn a_row_that_others_refer_to_stays() {
    on_both(With::Starter, async |world| {
        let error = world.write().execute_unprepared("DELETE FROM show").await.unwrap_err();
        assert!(matches!(error.sql_err(), Some(SqlErr::ForeignKeyConstraintViolation(_))), "{error}");
    });
}

#[test]
fn readers_on_sqlite_cannot_write() {
    crate::support::world::on_sqlite(With::Nothing, async |world| {
        let error = world.store.read.execute_unprepared(SHOW).await.unwrap_err();
        assert!(error.to_string().contains("readonly"), "{error}");
    });
}

const SQLITE_FOREIGN_KEYS: &str = r#"
SELECT t.name || '.' || f."from" AS line FROM sqlite_schema t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table'"#;
const SQLITE_FIRST_COLUMNS: &str = r"
SELECT t.name || '.' || c.name AS line
  FROM sqlite_schema t, pragma_index_list(t.name) i, pragma_index_info(i.name) c WHERE t.type = 'table' AND c.seqno = 0";
const POSTGRES_FOREIGN_KEYS: &str = r"
SELECT c.conrelid::regclass || '.' || a.attname AS line
  FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] WHERE c.contype = 'f'";
const POSTGRES_FIRST_COLUMNS: &str = r"
SELECT i.indrelid::regclass || '.' || a.attname AS line
  FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
 WHERE i.indrelid::regclass::text NOT LIKE 'pg\_%'";

#[test]
fn every_foreign_key_is_the_beginning_of_an_index() {
    on_both(With::Nothing, async |world| {
        let (keys, indexes) = match world.backend() {
            DbBackend::Sqlite => (SQLITE_FOREIGN_KEYS, SQLITE_FIRST_COLUMNS),
            _ => (POSTGRES_FOREIGN_KEYS, POSTGRES_FIRST_COLUMNS),
        };
        let keys: BTreeSet<_> = lines(world.write(), keys).await.into_iter().collect();
        let covered: BTreeSet<_> = lines(world.write(), indexes).await.into_iter().collect();
        assert!(keys.len() > 100, "only {} foreign keys", keys.len());
        assert_eq!(keys.difference(&covered).collect::<Vec<_>>(), Vec::<&String>::new());
    });
}
