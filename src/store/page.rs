//! Pages of a list: where one begins, how long it is, and where each of its rows stands.

use std::cmp::Ordering;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::{BinOper, Expr, ExprTrait as _, Order};
use sea_orm::{Condition, Value};
use serde::{Deserialize, Serialize};

/// One sort value of a row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SortValue {
    /// A whole number or a key.
    Int(i64),
    /// A fraction, as its bits, so that it compares and hashes.
    Float(u64),
    /// A normalised text.
    Text(String),
    /// A day.
    Day(NaiveDate),
    /// An instant.
    Instant(DateTime<Utc>),
}

impl SortValue {
    /// A fraction.
    pub fn float(value: f64) -> Self {
        Self::Float(value.to_bits())
    }

    fn value(&self) -> Value {
        match self {
            Self::Int(value) => (*value).into(),
            Self::Float(bits) => f64::from_bits(*bits).into(),
            Self::Text(text) => text.clone().into(),
            Self::Day(day) => (*day).into(),
            Self::Instant(instant) => (*instant).into(),
        }
    }
}

/// Where a row stands in its list: its sort values, the tie-break last.
pub type Position = Vec<SortValue>;

/// Upwards or downwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Smallest first.
    Asc,
    /// Largest first.
    Desc,
}

impl Direction {
    fn reversed(self) -> Self {
        match self {
            Self::Asc => Self::Desc,
            Self::Desc => Self::Asc,
        }
    }

    pub(super) fn order(self) -> Order {
        match self {
            Self::Asc => Order::Asc,
            Self::Desc => Order::Desc,
        }
    }
}

/// One term of an order: what it sorts by in the database, and the same value of a row.
#[derive(Debug)]
pub struct Term<Row> {
    /// The column or expression; never null: a nullable one is coalesced to stand last.
    pub by: Expr,
    /// Upwards or downwards.
    pub direction: Direction,
    /// The same value, read off a row.
    pub of: fn(&Row) -> SortValue,
}

impl<Row> Term<Row> {
    /// Sorts by `by`, which is `of` a row.
    pub fn new(by: impl Into<Expr>, direction: Direction, of: fn(&Row) -> SortValue) -> Self {
        Self { by: by.into(), direction, of }
    }
}

/// From which end a page is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// The first rows.
    First,
    /// The last rows.
    Last,
}

/// Which rows of a list are asked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PageRequest {
    /// How many, 1..=100.
    pub size: u16,
    /// From which end.
    pub from: End,
    /// Only rows behind this one.
    pub after: Option<Position>,
    /// Only rows before this one.
    pub before: Option<Position>,
}

impl PageRequest {
    /// The first `size` rows.
    pub fn first(size: u16) -> Self {
        Self { size, from: End::First, after: None, before: None }
    }

    /// Rows to read: one more than the page, to know whether there are more.
    pub(super) fn limit(&self) -> u64 {
        u64::from(self.size) + 1
    }

    /// The directions in which the rows are read.
    pub(super) fn order<Row>(&self, terms: &[Term<Row>]) -> Vec<(Expr, Order)> {
        let turn = |direction: Direction| if self.from == End::Last { direction.reversed() } else { direction };
        terms.iter().map(|term| (term.by.clone(), turn(term.direction).order())).collect()
    }

    /// The condition that rows lie between the cursors.
    pub(super) fn between<Row>(&self, terms: &[Term<Row>]) -> Condition {
        Condition::all()
            .add_option(self.after.as_ref().map(|position| beyond(terms, position, |direction| direction)))
            .add_option(self.before.as_ref().map(|position| beyond(terms, position, Direction::reversed)))
    }
}

/// Rows that stand behind `position`; `turn` reverses the order for rows before it.
///
/// Terms of one direction become one row value, which is one range of the index on both databases.
fn beyond<Row>(terms: &[Term<Row>], position: &Position, turn: fn(Direction) -> Direction) -> Condition {
    let passes =
        |direction| if turn(direction) == Direction::Asc { BinOper::GreaterThan } else { BinOper::SmallerThan };
    let sides: Vec<_> = terms.iter().zip(position).map(|(term, value)| (term, Expr::val(value.value()))).collect();
    if let Some(((first, _), rest)) = sides.split_first()
        && rest.iter().all(|(term, _)| term.direction == first.direction)
    {
        let row = Expr::tuple(sides.iter().map(|(term, _)| term.by.clone()));
        let values = Expr::tuple(sides.iter().map(|(_, value)| value.clone()));
        return Condition::all().add(row.binary(passes(first.direction), values));
    }
    let mut any = Condition::any();
    let mut equal = Condition::all();
    for (term, value) in sides {
        any = any.add(equal.clone().add(term.by.clone().binary(passes(term.direction), value.clone())));
        equal = equal.add(term.by.clone().eq(value));
    }
    any
}

/// A page: rows, where each stands, and whether there are more on either side.
#[derive(Debug)]
pub struct Page<Row> {
    /// The rows with their positions, in the order of the list.
    pub rows: Vec<(Position, Arc<Row>)>,
    /// Whether rows follow.
    pub has_next: bool,
    /// Whether rows precede.
    pub has_previous: bool,
}

impl<Row> Default for Page<Row> {
    fn default() -> Self {
        Self { rows: Vec::new(), has_next: false, has_previous: false }
    }
}

impl<Row> Page<Row> {
    /// Cuts a page out of all rows of a list, which stand in its order; whole numbers, days and texts compare as the
    /// database compares them.
    pub fn cut(rows: impl Iterator<Item = Arc<Row>>, request: &PageRequest, terms: &[Term<Row>]) -> Self {
        let is_between = |row: &Arc<Row>| {
            let stands = |other: &Position| compared(&place(&**row, terms), other, terms);
            request.after.as_ref().is_none_or(|after| stands(after).is_gt())
                && request.before.as_ref().is_none_or(|before| stands(before).is_lt())
        };
        let mut rows: Vec<_> = rows.filter(is_between).collect();
        if request.from == End::Last {
            rows.reverse();
        }
        Self::of(rows, request, terms)
    }

    /// Makes a page of the rows that were read for `request`: at most one more than its size.
    pub(super) fn of(mut rows: Vec<Arc<Row>>, request: &PageRequest, terms: &[Term<Row>]) -> Self {
        let more = rows.len() > usize::from(request.size);
        rows.truncate(usize::from(request.size));
        if request.from == End::Last {
            rows.reverse();
        }
        let (has_next, has_previous) = match request.from {
            End::First => (more, request.after.is_some()),
            End::Last => (request.before.is_some(), more),
        };
        Self { rows: rows.into_iter().map(|row| (place(&*row, terms), row)).collect(), has_next, has_previous }
    }
}

fn place<Row>(row: &Row, terms: &[Term<Row>]) -> Position {
    terms.iter().map(|term| (term.of)(row)).collect()
}

/// Which of two positions stands first.
fn compared<Row>(one: &Position, other: &Position, terms: &[Term<Row>]) -> Ordering {
    let by_term = terms.iter().zip(one.iter().zip(other)).map(|(term, (one, other))| match term.direction {
        Direction::Asc => one.cmp(other),
        Direction::Desc => other.cmp(one),
    });
    by_term.fold(Ordering::Equal, Ordering::then)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use sea_orm::sea_query::Expr;

    use super::{Direction, End, Page, PageRequest, SortValue, Term};

    fn cut(request: &PageRequest) -> (Vec<i64>, bool, bool) {
        let terms = [Term::new(Expr::col("id"), Direction::Desc, |row: &i64| SortValue::Int(*row))];
        let page = Page::cut([5, 4, 3, 2, 1].into_iter().map(Arc::new), request, &terms);
        (page.rows.iter().map(|(_, row)| **row).collect(), page.has_next, page.has_previous)
    }

    fn at(row: i64) -> Vec<SortValue> {
        vec![SortValue::Int(row)]
    }

    #[test]
    fn a_page_is_cut_behind_its_cursor() {
        assert_eq!(cut(&PageRequest { after: Some(at(4)), ..PageRequest::first(2) }), (vec![3, 2], true, true));
        assert_eq!(cut(&PageRequest { after: Some(at(3)), ..PageRequest::first(2) }), (vec![2, 1], false, true));
    }

    #[test]
    fn a_page_from_the_end_keeps_the_order_of_the_list() {
        let last = |before| PageRequest { size: 2, from: End::Last, after: None, before };
        assert_eq!(cut(&last(None)), (vec![2, 1], false, true));
        assert_eq!(cut(&last(Some(at(3)))), (vec![5, 4], true, false));
    }
}
