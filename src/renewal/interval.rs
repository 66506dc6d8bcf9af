//! The interval: how far the number can be trusted.
//!
//! Items are independent reasons, so their variances add; on the log-odds scale the sum is taken as normal, and eight times in ten the truth
//! should lie within Λ ± 1.28 sd. The ends are then read as probabilities, so the interval is lopsided near 0 and 1, as it should be.
//!
//! ```
//! use greenlight::renewal::{Interval, LogOdds, Parameters, Sd};
//!
//! let unsure = Interval::around(LogOdds::NONE, Sd::new(1.0)?, Parameters::rc1());
//! assert!((unsure.low().value() - 0.217).abs() < 0.001 && (unsure.high().value() - 0.783).abs() < 0.001);
//! # Ok::<(), greenlight::renewal::OutOfRange>(())
//! ```

use serde::Deserialize;
use serde::Serialize;

use crate::renewal::kept::KeptInterval;
use crate::renewal::parameters::Parameters;
use crate::renewal::scale::LogOdds;
use crate::renewal::scale::Probability;
use crate::renewal::scale::Sd;
use crate::renewal::scale::Share;
use crate::renewal::scale::sigmoid;

/// The range in which the probability lies eight times in ten.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "KeptInterval")]
pub struct Interval {
    low: Probability,
    high: Probability,
}

impl Interval {
    /// The range around a sum of evidence.
    pub fn around(log_odds: LogOdds, sd: Sd, parameters: &Parameters) -> Self {
        let reach = parameters.interval_z.value() * sd.value();
        let end = |x: f64| Probability::nearest(sigmoid(x));
        Self { low: end(log_odds.value() - reach), high: end(log_odds.value() + reach) }
    }

    /// The range from one end to the other; `None` = the wrong way round.
    pub(super) fn between(low: Probability, high: Probability) -> Option<Self> {
        (low <= high).then_some(Self { low, high })
    }

    /// The range between two ends.
    pub(super) fn spanning(one: Probability, other: Probability) -> Self {
        let (low, high) = if one <= other { (one, other) } else { (other, one) };
        Self { low, high }
    }

    /// Lower end.
    pub const fn low(&self) -> Probability {
        self.low
    }

    /// Upper end.
    pub const fn high(&self) -> Probability {
        self.high
    }

    /// From end to end, 0 … 1.
    pub fn width(&self) -> Share {
        Share::nearest(self.high.value() - self.low.value())
    }
}
