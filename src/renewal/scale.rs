//! The scales that everything is measured on.
//!
//! A number without its scale is how forecasts go wrong, so a number that crosses a border of this module has a type, and a value of that
//! type is in its range: it was checked once, when it came into being.
//!
//! | type | range | what it measures |
//! |---|---|---|
//! | [`Probability`] | 0 … 1 | how likely it is |
//! | [`LogOdds`] | ± 10⁶ | evidence, as the natural logarithm of odds; 0 = none, positive = in favour |
//! | [`Sd`] | 0 … 10⁶ | how sure that evidence is: a standard deviation on the same scale |
//! | [`Share`] | 0 … 1 | a part of a whole: a weight, what is left after decay |
//! | [`Fidelity`] | ½ … 1 | that a chain of retellings says what was said; ½ is a coin |
//! | [`Worth`] | −1 … 1 | what a wording says: 1 "it comes", −1 "it does not" |
//!
//! Evidence is counted in log odds because there it *adds*: two independent reasons that each double the odds give ln 2 + ln 2
//! (I. J. Good's weight of evidence).
//!
//! ```
//! use greenlight::renewal::{LogOdds, Probability};
//!
//! let even = LogOdds::NONE.probability();
//! assert_eq!(even, Probability::new(0.5)?);
//! assert!((LogOdds::new(f64::ln(3.0))?.probability().value() - 0.75).abs() < 1e-12); // three to one
//! assert!(Probability::new(f64::NAN).is_err());
//! # Ok::<(), greenlight::renewal::OutOfRange>(())
//! ```

use std::fmt;

use serde::Deserialize;
use serde::Serialize;

/// A number that its scale does not have.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("{what} is a number from {least} to {most}, not {found}")]
pub struct OutOfRange {
    what: &'static str,
    least: f64,
    most: f64,
    found: f64,
}

/// Makes a checked scale: name, least, most, and how a message calls it.
macro_rules! scale {
    ($(#[$doc:meta])* $name:ident, $least:literal ..= $most:literal, $what:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
        #[serde(try_from = "f64", into = "f64")]
        pub struct $name(f64);

        impl $name {
            /// The value, if it lies on the scale.
            pub fn new(value: f64) -> Result<Self, OutOfRange> {
                if ($least..=$most).contains(&value) {
                    return Ok(Self(value));
                }
                Err(OutOfRange { what: $what, least: $least, most: $most, found: value })
            }

            /// The bare number.
            pub const fn value(self) -> f64 {
                self.0
            }
        }

        impl TryFrom<f64> for $name {
            type Error = OutOfRange;
            fn try_from(value: f64) -> Result<Self, OutOfRange> {
                Self::new(value)
            }
        }

        impl From<$name> for f64 {
            fn from(scaled: $name) -> Self {
                scaled.0
            }
        }
    };
}

scale!(
    /// How likely something is, 0 … 1.
    Probability, 0.0..=1.0, "a probability"
);
scale!(
    /// Evidence: the natural logarithm of odds, ± 10⁶; positive is in favour.
    LogOdds, -1_000_000.0..=1_000_000.0, "a log odds"
);
scale!(
    /// A standard deviation of log odds, 0 … 10⁶.
    Sd, 0.0..=1_000_000.0, "a standard deviation"
);
scale!(
    /// A part of a whole, 0 … 1.
    Share, 0.0..=1.0, "a share"
);
scale!(
    /// The chance that a chain of retellings reports faithfully, ½ … 1; at ½ it tells nothing.
    Fidelity, 0.5..=1.0, "a fidelity"
);

scale!(
    /// What a wording is worth, −1 … 1: full support is 1, full denial −1.
    Worth, -1.0..=1.0, "a worth"
);
scale!(
    /// A quantity of the parameter file that is above 0, e.g. a half-life in days.
    Positive, 1e-9..=1e9, "a quantity"
);

scale!(
    /// How far a probability moved, −1 … 1.
    Change, -1.0..=1.0, "a change of probability"
);

/// The nearest number on a scale, for results that rounding or overflow may carry past its end.
macro_rules! nearest {
    ($($name:ident in $least:literal ..= $most:literal),+) => {
        $(impl $name {
            pub(super) const fn nearest(value: f64) -> Self {
                // A zero has no sign, here as in a database.
                Self(value.clamp($least, $most) + 0.0)
            }
        })+
    };
}
nearest!(
    Probability in 0.0..=1.0, Share in 0.0..=1.0, Fidelity in 0.5..=1.0, Worth in -1.0..=1.0,
    LogOdds in -1_000_000.0..=1_000_000.0, Sd in 0.0..=1_000_000.0
);

impl Change {
    /// From one probability to another.
    pub fn between(before: Probability, after: Probability) -> Self {
        Self(after.0 - before.0)
    }
}

impl Probability {
    /// The same as evidence: ln(p / (1 − p)).
    pub fn log_odds(self) -> LogOdds {
        LogOdds::nearest((self.0 / (1.0 - self.0)).ln())
    }

    /// In whole per cent, as it is printed; "confidently 0 or 100" is never said of an open question.
    pub fn percent(self) -> Percent {
        Percent((self.0 * 100.0).round().clamp(1.0, 99.0))
    }
}

impl LogOdds {
    /// No evidence either way: odds of one to one.
    pub const NONE: Self = Self(0.0);

    /// The probability with these odds: 1 / (1 + e^−x).
    pub fn probability(self) -> Probability {
        Probability::nearest(sigmoid(self.0))
    }

    /// By what the odds are multiplied: e^x, e.g. ×1.7.
    pub fn odds_multiplier(self) -> Multiplier {
        Multiplier(self.0.exp())
    }
}

impl Share {
    /// The whole.
    pub const ALL: Self = Self(1.0);

    /// A share that a formula keeps on the scale.
    pub(super) const fn computed(value: f64) -> Self {
        Self(value)
    }
}

impl Fidelity {
    /// First hand: nothing was retold.
    pub const FIRST_HAND: Self = Self(1.0);

    /// How much a chain carries: 2f − 1, from 0 (a coin) to 1 (first hand).
    ///
    /// This is what multiplies along a chain, each link being a binary symmetric channel.
    pub fn correlation(self) -> Share {
        Share::nearest(2.0 * self.0 - 1.0)
    }

    /// The fidelity of a whole chain: 2f − 1 = Π (2fₖ − 1).
    ///
    /// ```
    /// use greenlight::renewal::Fidelity;
    ///
    /// let aggregator = Fidelity::new(0.95)?;
    /// let quote_in_aggregator = Fidelity::of_chain([Fidelity::new(0.98)?, aggregator]);
    /// assert!((quote_in_aggregator.value() - 0.932).abs() < 1e-12);
    /// assert_eq!(Fidelity::of_chain([]), Fidelity::FIRST_HAND);
    /// # Ok::<(), greenlight::renewal::OutOfRange>(())
    /// ```
    pub fn of_chain(links: impl IntoIterator<Item = Self>) -> Self {
        let carried: f64 = links.into_iter().map(|link| link.correlation().value()).product();
        Self::nearest(f64::midpoint(carried, 1.0))
    }
}

/// Whole per cent for print, 1 … 99.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Percent(f64);

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.0}", self.0)
    }
}

/// A factor on the odds, above 0; 1 changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Multiplier(f64);

impl Multiplier {
    /// The bare factor.
    pub const fn value(self) -> f64 {
        self.0
    }
}

impl fmt::Display for Multiplier {
    /// `×1.7`; small factors keep two digits that mean something: `×0.034`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            big if big >= 10.0 => write!(f, "×{big:.0}"),
            plain if plain >= 0.95 => write!(f, "×{plain:.1}"),
            small if small >= 0.095 => write!(f, "×{small:.2}"),
            tiny => write!(f, "×{tiny:.3}"),
        }
    }
}

pub(super) fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_a_scale_are_on_it_and_nothing_beyond() {
        assert!(Fidelity::new(0.5).is_ok() && Fidelity::new(1.0).is_ok());
        for wrong in [0.499, 2.0, f64::NAN, f64::INFINITY] {
            assert!(Fidelity::new(wrong).is_err(), "{wrong}");
        }
        assert!(Sd::new(-1e-300).is_err());
        assert_eq!(Fidelity::new(2.0).unwrap_err().to_string(), "a fidelity is a number from 0.5 to 1, not 2");
    }

    #[test]
    fn probability_and_log_odds_are_two_names_of_one_thing() {
        for p in [0.001, 0.2, 0.5, 0.95] {
            let there_and_back = Probability::new(p).unwrap().log_odds().probability().value();
            assert!((there_and_back - p).abs() < 1e-12);
        }
    }

    #[test]
    fn certainty_of_an_open_question_is_never_printed() {
        assert_eq!(Probability::new(0.9999).unwrap().percent().to_string(), "99");
        assert_eq!(Probability::new(0.0).unwrap().percent().to_string(), "1");
    }

    #[test]
    fn multipliers_keep_digits_that_mean_something() {
        let print = |x: f64| LogOdds::new(x.ln()).unwrap().odds_multiplier().to_string();
        assert_eq!([print(1.74), print(99.0), print(0.2), print(0.034)], ["×1.7", "×99", "×0.20", "×0.034"]);
    }
}
