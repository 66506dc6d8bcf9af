//! Comparisons that filters are made of, and the direction of orders.

use async_graphql::{Enum, InputObject};

use crate::graphql::scalars::Date;
use crate::store::filter;
use crate::store::page::Direction;

/// A whole number; all that is given must hold.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct IntFilter {
    /// That number, e.g. 3.
    eq: Option<i32>,
    /// One of these, e.g. [1, 2].
    r#in: Option<Vec<i32>>,
    /// That number or more, e.g. 1.
    gte: Option<i32>,
    /// That number or less, e.g. 10.
    lte: Option<i32>,
    /// Whether it is known at all.
    exists: Option<bool>,
}

impl IntFilter {
    /// The same for the store.
    pub(super) fn into_store(self) -> filter::IntFilter {
        filter::IntFilter {
            eq: self.eq,
            any_of: self.r#in.unwrap_or_default(),
            gte: self.gte,
            lte: self.lte,
            exists: self.exists,
        }
    }
}

/// A day; all that is given must hold.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct DateFilter {
    /// That day, e.g. 2025-01-24.
    eq: Option<Date>,
    /// That day or later.
    gte: Option<Date>,
    /// That day or earlier.
    lte: Option<Date>,
    /// Whether it is known at all.
    exists: Option<bool>,
}

impl DateFilter {
    /// The same for the store.
    pub(super) fn into_store(self) -> filter::DateFilter {
        let day = |date: Option<Date>| date.map(|date| date.0);
        filter::DateFilter { eq: day(self.eq), gte: day(self.gte), lte: day(self.lte), exists: self.exists }
    }
}

/// Which way an order runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "Direction")]
pub(super) enum OrderDirection {
    /// Smallest, earliest or first in the alphabet first; unknown last.
    Asc,
    /// Largest, latest or last in the alphabet first; unknown last.
    Desc,
}
