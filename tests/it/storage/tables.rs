//! Reads the tables of a database, so that two can be compared.

use std::collections::BTreeSet;

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};

const SQLITE: &str = r#"
WITH t AS (SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'seaql_migrations')
SELECT t.name || ' column ' || c.name || ' ' || lower(c.type) || iif(c."notnull", ' not null', '')
       || iif(c.pk, ' pk' || c.pk, '') || ifnull(' default ' || c.dflt_value, '') AS line
  FROM t, pragma_table_info(t.name) c
UNION ALL
SELECT t.name || ' foreign key ' || f."from" || ' -> ' || f."table" || '.' || f."to" || ' on delete ' || f.on_delete
  FROM t, pragma_foreign_key_list(t.name) f
UNION ALL
SELECT t.name || iif(i."unique", ' unique', ' index') || iif(i.origin = 'c', ' ' || i.name, '') || ' ('
       || (SELECT group_concat(x.name || iif(x."desc", ' desc', ''), ', ')
             FROM (SELECT * FROM pragma_index_xinfo(i.name) WHERE key ORDER BY seqno) x) || ')' || iif(i.partial, ' partial', '')
  FROM t, pragma_index_list(t.name) i WHERE i.name NOT LIKE 'ix\_%' ESCAPE '\'
"#;

const POSTGRES: &str = r"
SELECT table_name || ' column ' || column_name || ' ' || udt_name || CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END
       || COALESCE(' identity ' || identity_generation, '') || COALESCE(' default ' || column_default, '') AS line
  FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'seaql_migrations'
UNION ALL
SELECT conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid)
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'f', 'u') AND conrelid::regclass::text <> 'seaql_migrations'
UNION ALL
SELECT indexdef FROM pg_indexes
 WHERE schemaname = 'public' AND tablename <> 'seaql_migrations' AND indexname NOT LIKE 'ix\_%'
";

/// Every column, key, reference and index, one line each.
///
/// Indexes that only a migration can write (`ix_…`) and CHECKs are left out.
pub(crate) async fn tables(db: &DatabaseConnection) -> BTreeSet<String> {
    let sql = if db.get_database_backend() == DbBackend::Sqlite { SQLITE } else { POSTGRES };
    lines(db, sql).await.into_iter().collect()
}

/// The column `line` of every row that `sql` finds.
pub(crate) async fn lines(db: &DatabaseConnection, sql: &str) -> Vec<String> {
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap();
    rows.iter().map(|row| row.try_get("", "line").unwrap()).collect()
}

/// What stands in only one of two databases: `-` in the first, `+` in the second.
pub(crate) fn differences(first: &BTreeSet<String>, second: &BTreeSet<String>) -> Vec<String> {
    let lost = first.difference(second).map(|line| format!("- {line}"));
    let added = second.difference(first).map(|line| format!("+ {line}"));
    lost.chain(added).collect()
}
