//! A window: what a claim announces for a stretch of time.
//!
//! "Filming begins next summer" can be checked, and so can be wrong. A window ends on or after the day on which it begins; without
//! a first day it reads "by …". What its end means is told in [`overdue`](mod@crate::renewal::overdue).
//!
//! ```
//! use greenlight::renewal::{Day, Milestone, Window};
//!
//! let summer = Window::new(Milestone::Filming, None, Day::from_ymd_opt(2026, 8, 31).unwrap())?;
//! assert_eq!((summer.from(), summer.milestone().code()), (None, "filming"));
//! # Ok::<(), greenlight::renewal::ClaimError>(())
//! ```

use serde::Deserialize;
use serde::Serialize;

use crate::renewal::claim::ClaimError;
use crate::renewal::kept::KeptWindow;
use crate::renewal::span::Day;
use crate::renewal::vocabulary::vocabulary;

vocabulary! {
    /// What a claim announces for a stretch of time.
    Milestone {
        /// Cameras roll.
        Filming = "filming",
        /// Work on it in general.
        Production = "production",
        /// Preparations begin.
        Prep = "prep",
        /// It can be watched.
        Release = "release",
        /// The platform decides.
        Decision = "decision",
    }
}

/// When something is announced for; it ends on or after the day on which it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "KeptWindow")]
pub struct Window {
    milestone: Milestone,
    from: Option<Day>,
    to: Day,
}

impl Window {
    /// A window; without a first day it reads "by …".
    pub fn new(milestone: Milestone, from: Option<Day>, to: Day) -> Result<Self, ClaimError> {
        match from {
            Some(from) if to < from => Err(ClaimError::WindowEndsBeforeItBegins { from, to }),
            _ => Ok(Self { milestone, from, to }),
        }
    }

    /// What is announced.
    pub const fn milestone(&self) -> Milestone {
        self.milestone
    }

    /// First day; `None` = open.
    pub const fn from(&self) -> Option<Day> {
        self.from
    }

    /// Last day.
    pub const fn to(&self) -> Day {
        self.to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_of_one_day_is_one_and_a_turned_one_is_none() {
        let (first, second) = (Day::from_ymd_opt(2026, 6, 1).unwrap(), Day::from_ymd_opt(2026, 6, 2).unwrap());
        assert!(Window::new(Milestone::Filming, Some(first), first).is_ok());
        let error = Window::new(Milestone::Filming, Some(second), first).unwrap_err();
        assert_eq!(error.to_string(), "the window ends on 2026-06-01, before it begins on 2026-06-02");
    }
}
