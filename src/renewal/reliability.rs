//! How reliable a source is: a Beta distribution, not a number.
//!
//! Its mean says how often the source is right, its variance how well we know that. Evidence uses 2r̄ − 1, computed as
//! (α − β)/(α + β): 1 for who is always right, 0 for a coin, negative for who is mostly wrong.
//!
//! ```
//! use greenlight::renewal::{Parameters, VoucherClass};
//!
//! let outlet = Parameters::rc1().reliability_of(VoucherClass::OutletInsider); // Beta(5.8, 2.5)
//! assert!((outlet.mean().value() - 5.8 / 8.3).abs() < 1e-12);
//! ```

use serde::Deserialize;
use serde::Serialize;
use statrs::function::beta::inv_beta_reg;

use crate::renewal::interval::Interval;
use crate::renewal::scale::Probability;

/// Beta(α, β), both above 0.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
#[serde(try_from = "(f64, f64)", into = "(f64, f64)")]
pub struct Reliability {
    alpha: f64,
    beta: f64,
}

/// Counts that are not above 0.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("a reliability is two numbers above 0, not {0} and {1}")]
pub struct NotAReliability(f64, f64);

impl TryFrom<(f64, f64)> for Reliability {
    type Error = NotAReliability;

    fn try_from((alpha, beta): (f64, f64)) -> Result<Self, NotAReliability> {
        let counts = |x: f64| x > 0.0 && x.is_finite();
        if counts(alpha) && counts(beta) { Ok(Self { alpha, beta }) } else { Err(NotAReliability(alpha, beta)) }
    }
}

impl From<Reliability> for (f64, f64) {
    fn from(reliability: Reliability) -> Self {
        (reliability.alpha, reliability.beta)
    }
}

impl Reliability {
    /// What it got right, with what its class starts from.
    pub const fn alpha(&self) -> f64 {
        self.alpha
    }

    /// What it got wrong, with what its class starts from.
    pub const fn beta(&self) -> f64 {
        self.beta
    }

    /// How often it is right, r̄.
    pub fn mean(&self) -> Probability {
        Probability::nearest(self.alpha / (self.alpha + self.beta))
    }

    /// The range in which the true share lies eight times in ten: between the first and the last tenth of the Beta.
    ///
    /// ```
    /// use greenlight::renewal::{Parameters, VoucherClass};
    ///
    /// let platform = Parameters::rc1().reliability_of(VoucherClass::Platform).interval80();
    /// let cast = Parameters::rc1().reliability_of(VoucherClass::Cast).interval80();
    /// assert!(platform.low().value() > 0.97 && cast.high().value() < 0.68);
    /// assert!(cast.width() > platform.width());
    /// ```
    pub fn interval80(&self) -> Interval {
        let tenth = |share: f64| Probability::nearest(inv_beta_reg(self.alpha, self.beta, share));
        Interval::spanning(tenth(0.1), tenth(0.9))
    }

    /// 2r̄ − 1, from −1 to 1.
    pub(super) fn correlation(&self) -> f64 {
        (self.alpha - self.beta) / (self.alpha + self.beta)
    }

    /// The variance of 2r − 1.
    pub(super) fn variance(&self) -> f64 {
        let sum = self.alpha + self.beta;
        4.0 * self.alpha * self.beta / (sum * sum * (sum + 1.0))
    }

    pub(super) fn learning(&self, right: f64, wrong: f64) -> Self {
        Self { alpha: self.alpha + right, beta: self.beta + wrong }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_above_zero() {
        for wrong in [(0.0, 1.0), (1.0, -1.0), (f64::NAN, 1.0), (1.0, f64::INFINITY)] {
            assert!(Reliability::try_from(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn eight_in_ten_lie_between_the_ends() {
        for (alpha, beta) in [(5.8, 2.5), (10.6, 9.4), (99.0, 1.0), (1.0, 1.0), (6.0, 40.0), (5_000.0, 0.3)] {
            let ends = Reliability::try_from((alpha, beta)).unwrap().interval80();
            let below = |end: Probability| statrs::function::beta::beta_reg(alpha, beta, end.value());
            assert!((below(ends.low()) - 0.1).abs() < 1e-6, "{alpha} {beta}: {ends:?}");
            assert!((below(ends.high()) - 0.9).abs() < 1e-6, "{alpha} {beta}: {ends:?}");
        }
    }

    #[test]
    fn a_coin_carries_nothing() {
        assert_eq!(Reliability::try_from((3.0, 3.0)).unwrap().correlation().to_bits(), 0.0_f64.to_bits());
    }
}
