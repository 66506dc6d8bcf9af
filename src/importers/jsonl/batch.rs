//! Some lines of one table, and how they compare with what is stored.

use std::collections::HashMap;

use sea_orm::ColumnTrait as _;
use sea_orm::DatabaseTransaction;
use sea_orm::DbErr;
use sea_orm::EntityTrait;
use sea_orm::Iterable;
use sea_orm::PrimaryKeyToColumn as _;
use sea_orm::QueryFilter as _;
use serde_json::Map;
use serde_json::Value;

use crate::importers::jsonl::key::Key;

/// Lines that follow one another in one file and are rows of one table.
#[derive(Debug)]
pub(super) struct Batch {
    /// The table.
    pub(super) table: &'static str,
    /// Each with its number in the file.
    pub(super) lines: Vec<(u64, Map<String, Value>)>,
}

impl Batch {
    /// An empty batch of a table.
    pub(super) fn of(table: &'static str) -> Self {
        Self { table, lines: Vec::new() }
    }
}

/// A row as a line gives it.
pub(super) struct Incoming<M> {
    /// The line.
    pub(super) line: u64,
    /// Its key.
    pub(super) key: Key,
    /// The row.
    pub(super) row: M,
}

/// What a batch means for the database.
pub(super) struct Difference<M> {
    /// Rows that are not there, or not equal.
    pub(super) write: Vec<Incoming<M>>,
    /// Keys of those that are there.
    pub(super) changed: Vec<Key>,
    /// How many are there and equal.
    pub(super) unchanged: u64,
}

/// Compares rows with those that are stored under their keys.
pub(super) async fn compare<E>(
    db: &DatabaseTransaction,
    rows: Vec<Incoming<E::Model>>,
) -> Result<Difference<E::Model>, DbErr>
where
    E: EntityTrait,
    E::Model: PartialEq,
{
    let stored = stored::<E>(db, &rows).await?;
    let mut difference = Difference { write: Vec::with_capacity(rows.len()), changed: Vec::new(), unchanged: 0 };
    for incoming in rows {
        match stored.get(&incoming.key) {
            Some(row) if *row == incoming.row => difference.unchanged += 1,
            Some(_) => {
                difference.changed.push(incoming.key.clone());
                difference.write.push(incoming);
            }
            None => difference.write.push(incoming),
        }
    }
    Ok(difference)
}

/// The stored rows with the same first part of their key: the rows themselves, or those of the same parents.
async fn stored<E: EntityTrait>(
    db: &DatabaseTransaction,
    rows: &[Incoming<E::Model>],
) -> Result<HashMap<Key, E::Model>, DbErr> {
    let Some(first) = E::PrimaryKey::iter().next() else { return Ok(HashMap::new()) };
    let mut keys: Vec<i64> = rows.iter().filter_map(|incoming| incoming.key.first()).collect();
    keys.sort_unstable();
    keys.dedup();
    let found = E::find().filter(first.into_column().is_in(keys)).all(db).await?;
    Ok(found.into_iter().map(|row| (Key::of(&row), row)).collect())
}
