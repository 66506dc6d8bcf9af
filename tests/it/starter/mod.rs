//! The files of the starter catalog, read as they are.

mod facts;
mod form;

use std::fs;
use std::path::Path;

use serde_json::{Map, Value};

/// One row: its table and its columns.
pub(crate) struct Row {
    /// The table.
    pub(crate) table: String,
    /// Its columns that are set.
    pub(crate) columns: Map<String, Value>,
}

impl Row {
    /// A column as text; empty when it is not set.
    fn text(&self, column: &str) -> &str {
        self.columns.get(column).and_then(Value::as_str).unwrap_or_default()
    }

    /// A column as a number; `None` when it is not set.
    fn number(&self, column: &str) -> Option<i64> {
        self.columns.get(column).and_then(Value::as_i64)
    }

    /// Its key; `None` in a table that only joins.
    fn id(&self) -> Option<i64> {
        self.number("id")
    }
}

/// All files in the order of their names, as one text.
fn files() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("starter");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "jsonl"));
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// All rows in the order of the files.
fn rows() -> Vec<Row> {
    files().lines().map(row).collect()
}

/// The rows of one table.
fn table(name: &str) -> Vec<Row> {
    rows().into_iter().filter(|row| row.table == name).collect()
}

fn row(line: &str) -> Row {
    let fields: Map<String, Value> = serde_json::from_str(line).unwrap();
    assert_eq!(fields.len(), 1, "one table a line: {line}");
    let (table, columns) = fields.into_iter().next().unwrap();
    let Value::Object(columns) = columns else { panic!("no row: {line}") };
    Row { table, columns }
}
