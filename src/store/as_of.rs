//! The day by which evidence must have been knowable.

use std::fmt::{Debug, Formatter, Result};

use chrono::NaiveDate;

/// The day by which evidence must have been knowable.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AsOf {
    /// The day on which the question is asked; cursors outlive it, so it does not show which day that was.
    Today(NaiveDate),
    /// A day that the question names.
    Day(NaiveDate),
}

impl AsOf {
    /// The day itself, UTC.
    pub fn day(self) -> NaiveDate {
        match self {
            Self::Today(day) | Self::Day(day) => day,
        }
    }
}

impl Debug for AsOf {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Today(_) => f.write_str("today"),
            Self::Day(day) => Debug::fmt(day, f),
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::AsOf;

    #[test]
    fn a_cursor_of_today_still_fits_tomorrow() {
        let [one, two] = [20, 21].map(|day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap());
        assert_eq!(format!("{:?}", AsOf::Today(one)), format!("{:?}", AsOf::Today(two)));
        assert_ne!(format!("{:?}", AsOf::Day(one)), format!("{:?}", AsOf::Day(two)));
        assert_ne!(AsOf::Today(one), AsOf::Today(two), "what was loaded for one day is not read for another");
    }
}
