//! Comparisons that filters are made of, and the direction of orders.

use async_graphql::{Enum, InputObject};

use crate::graphql::scalars::{Date, DateTime};
use crate::store::filter;
use crate::store::page::Direction;
use crate::store::show_filter;

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

/// A fraction; all that is given must hold.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct FloatFilter {
    /// That value or more, e.g. 7.5.
    gte: Option<f64>,
    /// That value or less, e.g. 10.
    lte: Option<f64>,
    /// Whether it is known at all.
    exists: Option<bool>,
}

impl FloatFilter {
    /// The same for the store.
    pub(super) fn into_store(self) -> filter::FloatFilter {
        filter::FloatFilter { gte: self.gte.map(Into::into), lte: self.lte.map(Into::into), exists: self.exists }
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

/// An instant; all that is given must hold.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct DateTimeFilter {
    /// Then or later, e.g. 2025-09-23T08:53:00Z.
    gte: Option<DateTime>,
    /// Then or earlier.
    lte: Option<DateTime>,
}

impl DateTimeFilter {
    /// The same for the store.
    pub(super) fn into_store(self) -> filter::DateTimeFilter {
        filter::DateTimeFilter { gte: self.gte.map(|instant| instant.0), lte: self.lte.map(|instant| instant.0) }
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

/// The latest reading of one source; all that is given must hold.
#[derive(Clone, Debug, InputObject)]
pub(super) struct RatingFilter {
    /// Lower case code of the source, e.g. imdb.
    source: String,
    /// On the source's own scale, e.g. {gte: 8}; default any.
    value: Option<FloatFilter>,
    /// Votes, e.g. {gte: 1000}; default any.
    votes: Option<IntFilter>,
}

impl RatingFilter {
    /// The same for the store.
    pub(super) fn into_store(self) -> show_filter::RatingFilter {
        show_filter::RatingFilter {
            source: self.source,
            value: self.value.unwrap_or_default().into_store(),
            votes: self.votes.unwrap_or_default().into_store(),
        }
    }
}
