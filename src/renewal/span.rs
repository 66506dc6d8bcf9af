//! Days, and what time leaves of things.
//!
//! The model knows days and no finer time. What somebody said wears off: it *halves* in so many days.
//!
//! ```
//! use greenlight::renewal::{Day, Span};
//!
//! let day = |m, d| Day::from_ymd_opt(2025, m, d).unwrap();
//! assert_eq!(Span::between(day(1, 24), day(5, 24)).count(), 120);
//! assert_eq!(Span::between(day(5, 24), day(1, 24)).count(), -120);
//! ```

use chrono::NaiveDate;

/// A day of the calendar (UTC); the model knows no finer time.
pub type Day = NaiveDate;

/// Whole days from one day to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span(i32);

impl Span {
    /// From the first day to the second; negative when the second comes first.
    pub fn between(from: Day, to: Day) -> Self {
        let days = to.signed_duration_since(from).num_days();
        Self(i32::try_from(days).unwrap_or(if days < 0 { i32::MIN } else { i32::MAX }))
    }

    /// So many days.
    pub const fn days(days: i32) -> Self {
        Self(days)
    }

    /// The number of days.
    pub const fn count(self) -> i32 {
        self.0
    }

    /// The day so much later; the calendar's last day when there is none.
    pub(super) fn after(self, day: Day) -> Day {
        day.checked_add_signed(chrono::TimeDelta::days(i64::from(self.0))).unwrap_or(Day::MAX)
    }

    pub(super) fn as_f64(self) -> f64 {
        f64::from(self.0)
    }

    /// What is left after so long of something that halves every `half_life` days: 1 before it begins.
    pub(super) fn decay(self, half_life: f64) -> f64 {
        (-self.as_f64().max(0.0) / half_life).exp2()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decay_halves_and_never_grows() {
        assert!((Span::days(365).decay(365.0) - 0.5).abs() < 1e-15);
        assert!((Span::days(-9).decay(365.0) - 1.0).abs() < 1e-15);
    }
}
