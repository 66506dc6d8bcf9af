//! The day by which evidence must have been knowable, as an argument.

use crate::graphql::plan::Arguments;
use crate::graphql::scalars::Date;
use crate::store::as_of::AsOf;

/// The day that is asked for; by default the UTC day that it is now.
pub(super) fn as_of(given: Option<Date>) -> AsOf {
    given.map_or_else(|| AsOf::Today(Date::today().0), |day| AsOf::Day(day.0))
}

impl Arguments {
    /// The day in the argument `asOf`.
    pub(super) fn as_of(&self) -> AsOf {
        as_of(self.get("asOf"))
    }
}
