//! Pages of short lists that are read whole: the keys first, then the rows of the page.

use sea_orm::Value;

use crate::store::loader::Key;
use crate::store::page::{End, PageRequest, Position, SortValue};

/// The keys of one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyPage<Id> {
    /// Keys with their positions, in the order of the list.
    pub keys: Vec<(Position, Id)>,
    /// Whether keys follow.
    pub has_next: bool,
    /// Whether keys precede.
    pub has_previous: bool,
}

/// The page of `keys` that is asked for; a cursor whose row is gone stands for the end of the list that it points away from.
pub fn page_of<Id: Key + Into<Value>>(keys: &[Id], asked: &PageRequest) -> KeyPage<Id> {
    let place = |position: &Option<Position>| {
        position.as_ref().and_then(|position| keys.iter().position(|key| place_of(*key) == *position))
    };
    let start = place(&asked.after).map_or(0, |at| at + 1);
    let end = place(&asked.before).unwrap_or(keys.len()).max(start);
    let size = usize::from(asked.size);
    let (start, end) = match asked.from {
        End::First => (start, end.min(start + size)),
        End::Last => (start.max(end.saturating_sub(size)), end),
    };
    let page = keys.get(start..end).unwrap_or_default();
    KeyPage {
        keys: page.iter().map(|key| (place_of(*key), *key)).collect(),
        has_next: end < keys.len(),
        has_previous: start > 0,
    }
}

fn place_of<Id: Into<Value>>(key: Id) -> Position {
    match key.into() {
        Value::BigInt(Some(number)) => vec![SortValue::Int(number)],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use ::entity::ids::ReportId;

    use super::page_of;
    use crate::store::page::{End, PageRequest, SortValue};

    fn keys(request: &PageRequest) -> (Vec<i64>, bool, bool) {
        let all = [7, 3, 9, 4].map(ReportId);
        let page = page_of(&all, request);
        (page.keys.iter().map(|(_, key)| key.0).collect(), page.has_previous, page.has_next)
    }

    #[test]
    fn a_page_is_cut_from_either_end_and_between_cursors() {
        let at = |key| Some(vec![SortValue::Int(key)]);
        let first = |size| PageRequest::first(size);
        assert_eq!(keys(&first(2)), (vec![7, 3], false, true));
        assert_eq!(keys(&PageRequest { after: at(3), ..first(2) }), (vec![9, 4], true, false));
        assert_eq!(keys(&PageRequest { from: End::Last, ..first(3) }), (vec![3, 9, 4], true, false));
        assert_eq!(keys(&PageRequest { from: End::Last, before: at(9), ..first(1) }), (vec![3], true, true));
        assert_eq!(keys(&PageRequest { after: at(4), before: at(7), ..first(2) }), (vec![], true, false));
    }
}
