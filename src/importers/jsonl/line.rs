//! One line as a row: `{"table":{"column":value}}`.

use std::fmt;
use std::marker::PhantomData;

use indexmap::IndexMap;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde::de::Error as _;
use serde::de::MapAccess;
use serde::de::Visitor;
use serde_json::Map;
use serde_json::Value;

use crate::importers::jsonl::problem::Problem;
use crate::importers::jsonl::source::LONGEST_LINE;
use crate::store::export::is_exported;

/// What stands before the name of a column that is given twice, on its way through serde.
const TWICE: &str = "given twice: ";

/// A problem, and the field that has it.
pub(super) type Found = (Option<String>, Problem);

/// A line that names a table we import.
#[derive(Debug)]
pub(super) struct Line {
    /// The table.
    pub(super) table: &'static str,
    /// Its columns, not yet looked at.
    pub(super) columns: Map<String, Value>,
}

impl Line {
    /// Reads a line; none when it is blank.
    pub(super) fn read(line: &[u8]) -> Result<Option<Self>, Found> {
        if u64::try_from(line.len()).is_ok_and(|length| length > LONGEST_LINE) {
            return Err((None, Problem::TooLong(LONGEST_LINE)));
        }
        if line.trim_ascii().is_empty() {
            return Ok(None);
        }
        let tables: Tables = serde_json::from_slice(line).map_err(|error| not_json(&error))?;
        let mut tables = tables.0.into_iter();
        let (Some((name, columns)), None) = (tables.next(), tables.next()) else {
            return Err((None, Problem::NotARow));
        };
        if let Some(field) = columns.iter().find_map(|(field, value)| has_nul(value).then(|| field.clone())) {
            return Err((Some(field), Problem::Nul));
        }
        Ok(Some(Self { table: table(name).map_err(|problem| (None, problem))?, columns }))
    }
}

/// The table of that name.
fn table(name: String) -> Result<&'static str, Problem> {
    macro_rules! names {
        ($($table:ident)*) => { [$(stringify!($table)),*] };
    }
    match ::entity::each_table!(names).into_iter().find(|table| *table == name) {
        Some(table) if is_exported(table) => Ok(table),
        Some(_) => Err(Problem::OwnTable(name)),
        None => Err(Problem::UnknownTable(name)),
    }
}

fn not_json(error: &serde_json::Error) -> Found {
    let said = error.to_string();
    // serde counts lines within the line
    let said = said.split(" at line ").next().unwrap_or(&said);
    match said.strip_prefix(TWICE) {
        Some(column) => (Some(column.to_owned()), Problem::GivenTwice),
        None if error.is_eof() => (None, Problem::NotJson("it ends in the middle".into())),
        None => (None, Problem::NotJson(said.to_owned())),
    }
}

fn has_nul(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('\0'),
        Value::Array(items) => items.iter().any(has_nul),
        Value::Object(fields) => fields.iter().any(|(key, value)| key.contains('\0') || has_nul(value)),
        _ => false,
    }
}

/// The columns as the entity's row.
pub(super) fn row<M: DeserializeOwned>(columns: &Map<String, Value>) -> Result<M, Found> {
    serde_json::from_value(Value::Object(columns.clone())).map_err(|error| blame::<M>(columns, &error.to_string()))
}

/// Which field made it fail: the last of the shortest beginning of the row that fails in the same way.
fn blame<M: DeserializeOwned>(columns: &Map<String, Value>, said: &str) -> Found {
    if let Some(field) = said.strip_prefix("missing field `").and_then(|rest| rest.split('`').next()) {
        return (Some(field.to_owned()), Problem::Missing);
    }
    let mut beginning = Map::new();
    for (field, value) in columns {
        beginning.insert(field.clone(), value.clone());
        let failure =
            serde_json::from_value::<M>(Value::Object(beginning.clone())).err().map(|error| error.to_string());
        if failure.as_deref() == Some(said) {
            return (Some(field.clone()), Problem::BadValue(said.to_owned()));
        }
    }
    (None, Problem::BadValue(said.to_owned()))
}

/// A whole line: every table in it with its columns.
struct Tables(Vec<(String, Map<String, Value>)>);

impl<'de> Deserialize<'de> for Tables {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(
            deserializer.deserialize_map(Fields::<Columns>(PhantomData))?.into_iter().map(|(t, c)| (t, c.0)).collect(),
        ))
    }
}

/// The columns of a row.
struct Columns(Map<String, Value>);

impl<'de> Deserialize<'de> for Columns {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(deserializer.deserialize_map(Fields::<Value>(PhantomData))?.into_iter().collect()))
    }
}

/// Reads an object that says no field twice.
struct Fields<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for Fields<V> {
    type Value = IndexMap<String, V>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut fields = IndexMap::new();
        while let Some((name, value)) = access.next_entry::<String, V>()? {
            if fields.contains_key(&name) {
                return Err(A::Error::custom(format_args!("{TWICE}{name}")));
            }
            fields.insert(name, value);
        }
        Ok(fields)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(line: &str) -> Found {
        Line::read(line.as_bytes()).unwrap_err()
    }

    #[test]
    fn a_row_is_one_table_with_its_columns() {
        let line = Line::read(br#"{"term":{"id":1,"code":"cast"}}"#).unwrap().unwrap();
        assert_eq!((line.table, line.columns.len()), ("term", 2));
        assert!(Line::read(b"  \r\n").unwrap().is_none());
    }

    #[test]
    fn anything_else_is_refused() {
        assert_eq!(refused("{}"), (None, Problem::NotARow));
        assert_eq!(refused(r#"{"term":{},"show":{}}"#), (None, Problem::NotARow));
        assert_eq!(refused(r#"{"term":{"id":1"#), (None, Problem::NotJson("it ends in the middle".into())));
        assert!(matches!(refused(r#"["term"]"#), (None, Problem::NotJson(_))));
        assert!(matches!(refused(r#"{"term":7}"#), (None, Problem::NotJson(_))));
        assert!(matches!(refused(r#"{"term":{}} {}"#), (None, Problem::NotJson(_))));
        assert!(matches!(Line::read(b"{\"term\":{\"code\":\"\xff\"}}").unwrap_err(), (None, Problem::NotJson(_))));
    }

    #[test]
    fn a_field_stands_once() {
        assert_eq!(refused(r#"{"term":{"id":1,"id":2}}"#), (Some("id".into()), Problem::GivenTwice));
        assert_eq!(refused(r#"{"term":{},"term":{}}"#), (Some("term".into()), Problem::GivenTwice));
    }

    #[test]
    fn a_table_is_one_that_is_exported() {
        assert_eq!(refused(r#"{"shwo":{}}"#), (None, Problem::UnknownTable("shwo".into())));
        assert_eq!(refused(r#"{"api_key":{}}"#), (None, Problem::OwnTable("api_key".into())));
    }

    #[test]
    fn the_field_that_fails_is_named() {
        let columns = |json: &str| serde_json::from_str::<Map<String, Value>>(json).unwrap();
        let failed = |json: &str| row::<entity::term::Model>(&columns(json)).unwrap_err();
        let (field, problem) = failed(r#"{"id":1,"vocabulary":"sport","code":"x","label":"X"}"#);
        assert_eq!(field.as_deref(), Some("vocabulary"));
        assert!(problem.to_string().contains("sport"), "{problem}");
        assert_eq!(failed(r#"{"id":1,"vocabulary":"job","code":"x"}"#), (Some("label".into()), Problem::Missing));
        assert_eq!(failed(r#"{"id":"1","vocabulary":"job","code":7,"label":"X"}"#).0.as_deref(), Some("id"));
    }

    #[test]
    fn a_nul_is_refused_because_only_one_database_could_store_it() {
        assert_eq!(refused(r#"{"term":{"code":"a\u0000b"}}"#), (Some("code".into()), Problem::Nul));
    }
}
