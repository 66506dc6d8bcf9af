//! Overdue: what is left of a claim when the date that it named passes and nothing is seen.
//!
//! "Filming begins next summer" can be checked, and claims that can be checked are the honest ones: they count in full until their window ends.
//! If it ends without a trace, the claim was probably wrong, or the plan was dropped. Of true announcements, a part c₁ is noticed at all, and
//! noticed after θ days on average; so the share of true ones that would still be unseen τ days after the end is
//!
//! > s = 1 − c₁(1 − e^(−τ/θ)),  and L becomes max(0, L + ln s)
//!
//! A claim is doubted down to nothing, never turned into evidence against: its silence is counted elsewhere. Filming is hard to
//! hide (.90 in 120 days), a release harder (.98 in 60), preparations are easy to miss (.30 in 180).
//!
//! ```
//! use greenlight::renewal::{Day, Milestone, Parameters, Window, overdue};
//!
//! let day = |y, m, d| Day::from_ymd_opt(y, m, d).unwrap();
//! let summer = Window::new(Milestone::Filming, Some(day(2026, 6, 1)), day(2026, 8, 31))?;
//! let left = |on| overdue(summer, on, Parameters::rc1()).value();
//! assert_eq!(left(day(2026, 8, 31)), 1.0);
//! assert!((left(day(2026, 12, 29)) - 0.431).abs() < 0.001); // 120 days later
//! # Ok::<(), greenlight::renewal::ClaimError>(())
//! ```

use crate::renewal::parameters::Parameters;
use crate::renewal::scale::Share;
use crate::renewal::span::Day;
use crate::renewal::span::Span;
use crate::renewal::window::Window;

/// The share of true announcements that would still be unseen on a day, 1 until the window has ended.
pub fn overdue(window: Window, last_check: Day, parameters: &Parameters) -> Share {
    let late = Span::between(window.to(), last_check).as_f64();
    if late <= 0.0 {
        return Share::ALL;
    }
    let seen = parameters.overdue.of(window.milestone());
    Share::nearest(1.0 - seen.share.value() * (1.0 - (-late / seen.days.value()).exp()))
}

/// The same where there may be no window.
pub(super) fn left_of(window: Option<Window>, last_check: Day, parameters: &Parameters) -> Share {
    window.map_or(Share::ALL, |window| overdue(window, last_check, parameters))
}

/// Evidence that has been doubted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Faded {
    pub(super) log_odds: f64,
    pub(super) variance: f64,
}

/// L′ = max(0, L + ln s), with its variance in proportion.
pub(super) fn fade(log_odds: f64, variance: f64, left: Share) -> Faded {
    let faded = (log_odds + left.value().ln()).max(0.0);
    let kept = if log_odds > 0.0 { faded / log_odds } else { 0.0 };
    Faded { log_odds: faded, variance: variance * kept * kept }
}
