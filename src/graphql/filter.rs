//! Comparisons that filters are made of.

use async_graphql::InputObject;

use crate::graphql::scalars::Date;
use crate::store;

/// Compares a whole number; all that is given must hold.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct IntFilter {
    /// Equal to this, e.g. 2025.
    eq: Option<i32>,
    /// One of these, e.g. [2024, 2025].
    #[graphql(name = "in")]
    any_of: Option<Vec<i32>>,
    /// At least this, e.g. 2020.
    gte: Option<i32>,
    /// At most this, e.g. 2025.
    lte: Option<i32>,
    /// True = it is known, false = it is not.
    exists: Option<bool>,
}

impl IntFilter {
    /// The same comparison for the store.
    pub(super) fn into_store(self) -> store::filter::IntFilter {
        store::filter::IntFilter {
            eq: self.eq,
            any_of: self.any_of.unwrap_or_default(),
            gte: self.gte,
            lte: self.lte,
            exists: self.exists,
        }
    }
}

/// Compares a day; all that is given must hold.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct DateFilter {
    /// On this day, e.g. 2025-09-23.
    eq: Option<Date>,
    /// On or after this day, e.g. 2025-01-01.
    gte: Option<Date>,
    /// On or before this day, e.g. 2025-12-31.
    lte: Option<Date>,
    /// True = it is known, false = it is not.
    exists: Option<bool>,
}

impl DateFilter {
    /// The same comparison for the store.
    pub(super) fn into_store(self) -> store::filter::DateFilter {
        store::filter::DateFilter {
            eq: self.eq.map(|day| day.0),
            gte: self.gte.map(|day| day.0),
            lte: self.lte.map(|day| day.0),
            exists: self.exists,
        }
    }
}
