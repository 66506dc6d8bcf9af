//! The keys of rows, and which of them an import has seen.

use std::collections::BTreeMap;
use std::collections::HashMap;
use std::collections::HashSet;
use std::hash::DefaultHasher;
use std::hash::Hash;
use std::hash::Hasher as _;

use sea_orm::EntityTrait;
use sea_orm::Iterable;
use sea_orm::ModelTrait;
use sea_orm::PrimaryKeyToColumn as _;
use sea_orm::Value;

/// One part of a primary key.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Part {
    /// Of a surrogate key, a reference, a position.
    Number(i64),
    /// Of a code.
    Text(String),
}

/// The primary key of a row.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key(pub(super) Vec<Part>);

impl Key {
    /// The key of a row.
    pub(super) fn of<M: ModelTrait>(row: &M) -> Self {
        let columns = <M::Entity as EntityTrait>::PrimaryKey::iter().map(|key| row.get(key.into_column()));
        Self(columns.map(part).collect())
    }

    /// Its first part as the database takes it: the row's own key, or its parent's.
    pub(super) fn first(&self) -> Option<i64> {
        match self.0.first() {
            Some(Part::Number(number)) => Some(*number),
            _ => None,
        }
    }
}

fn part(value: Value) -> Part {
    match value {
        Value::BigInt(Some(number)) => Part::Number(number),
        Value::Int(Some(number)) => Part::Number(number.into()),
        Value::String(Some(text)) => Part::Text(text),
        other => Part::Text(format!("{other:?}")),
    }
}

/// The keys of the rows that this import has read.
///
/// Surrogate keys are kept as ranges, because exports count upwards: a million rows in order are one range. Compound keys are
/// kept as 64-bit hashes: among ten million rows two of them collide once in half a million imports.
#[derive(Debug, Default)]
pub(super) struct Seen {
    ranges: HashMap<&'static str, BTreeMap<i64, i64>>,
    hashes: HashSet<u64>,
}

impl Seen {
    /// Notes a key; false when it was there already.
    pub(super) fn note(&mut self, table: &'static str, key: &Key) -> bool {
        match key.0.as_slice() {
            [Part::Number(number)] => note_number(self.ranges.entry(table).or_default(), *number),
            _ => self.hashes.insert(hash(table, key)),
        }
    }

    /// The tables with surrogate keys that were read.
    pub(super) fn tables(&self) -> impl Iterator<Item = &'static str> {
        self.ranges.keys().copied()
    }
}

fn hash(table: &str, key: &Key) -> u64 {
    let mut hasher = DefaultHasher::new();
    (table, key).hash(&mut hasher);
    hasher.finish()
}

/// Adds a number to ranges (first → last, inclusive) that neither touch nor overlap; false when it was in one.
fn note_number(ranges: &mut BTreeMap<i64, i64>, number: i64) -> bool {
    let before = ranges.range(..=number).next_back().map(|(first, last)| (*first, *last));
    if before.is_some_and(|(_, last)| last >= number) {
        return false;
    }
    let first = before.filter(|(_, last)| last.checked_add(1) == Some(number)).map_or(number, |(first, _)| first);
    let last = number.checked_add(1).and_then(|next| ranges.remove(&next)).unwrap_or(number);
    ranges.insert(first, last);
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_new_once_in_any_order() {
        let mut ranges = BTreeMap::new();
        let order = [5, 3, 4, 1, 2, 9, i64::MAX, i64::MIN, 8, 7, 6];
        assert!(order.iter().all(|number| note_number(&mut ranges, *number)));
        assert!(order.iter().all(|number| !note_number(&mut ranges, *number)));
        assert_eq!(ranges.into_iter().collect::<Vec<_>>(), [(i64::MIN, i64::MIN), (1, 9), (i64::MAX, i64::MAX)]);
    }
}
