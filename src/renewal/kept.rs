//! What is kept as JSON, and how it is read again: through the same doors by which it came into being.
//!
//! A stored or published answer must still be readable when the model has moved on, so it is kept whole: the case, and what followed
//! from it then. What is read is checked as if it were new: a window that ends before it begins, a claim known before it was made, an
//! assessment whose reasons do not add up are errors, not values.
//!
//! ```
//! use greenlight::renewal::{Assessment, Parameters, assess, examples};
//!
//! let answer = assess(&examples::trauma_code(), Parameters::rc1());
//! let kept = serde_json::to_string(&answer)?;
//! assert_eq!(serde_json::from_str::<Assessment>(&kept)?, answer);
//! # Ok::<(), serde_json::Error>(())
//! ```

use serde::Deserialize;

use crate::renewal::assess::OfficialPosition;
use crate::renewal::assess::Step;
use crate::renewal::case::Case;
use crate::renewal::case::CaseError;
use crate::renewal::case::Term;
use crate::renewal::claim::Claim;
use crate::renewal::claim::ClaimError;
use crate::renewal::claim::Voucher;
use crate::renewal::interval::Interval;
use crate::renewal::item::Item;
use crate::renewal::origins::WeighedOrigin;
use crate::renewal::record::Record;
use crate::renewal::said::Said;
use crate::renewal::scale::Fidelity;
use crate::renewal::scale::LogOdds;
use crate::renewal::scale::Probability;
use crate::renewal::scale::Sd;
use crate::renewal::span::Day;
use crate::renewal::status::RenewalStatus;
use crate::renewal::text::ClaimId;
use crate::renewal::text::OriginKey;
use crate::renewal::window::Milestone;
use crate::renewal::window::Window;

/// How far the reasons may be from their sum: what writing and reading decimals could ever cost.
const ROUNDING: f64 = 1e-9;

/// A kept answer that contradicts itself.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum NotAnAssessment {
    /// The sum of the reasons is the answer.
    #[error("its reasons add up to {sum}, not to {log_odds}")]
    DoesNotAddUp {
        /// Of the reasons.
        sum: f64,
        /// As it says.
        log_odds: f64,
    },
    /// A range holds its number.
    #[error("its probability {0} lies outside of its range")]
    OutsideItsRange(f64),
}

/// A range whose ends are the wrong way round.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("a range reaches from its lower end to its upper, not from {low} to {high}")]
pub struct NotARange {
    low: f64,
    high: f64,
}

/// A window as it is kept.
#[derive(Deserialize)]
pub(super) struct KeptWindow {
    milestone: Milestone,
    from: Option<Day>,
    to: Day,
}

impl TryFrom<KeptWindow> for Window {
    type Error = ClaimError;

    fn try_from(kept: KeptWindow) -> Result<Self, ClaimError> {
        Self::new(kept.milestone, kept.from, kept.to)
    }
}

/// A claim as it is kept.
#[derive(Deserialize)]
pub(super) struct KeptClaim {
    id: ClaimId,
    origin: OriginKey,
    voucher: Voucher,
    said: Said,
    fidelity: Fidelity,
    claimed_on: Day,
    known_at: Day,
    window: Option<Window>,
}

impl TryFrom<KeptClaim> for Claim {
    type Error = ClaimError;

    fn try_from(kept: KeptClaim) -> Result<Self, ClaimError> {
        let KeptClaim { id, origin, voucher, said, fidelity, claimed_on, known_at, window } = kept;
        Self::new(id, origin, voucher, said, fidelity, claimed_on, known_at, window)
    }
}

/// A case as it is kept.
#[derive(Deserialize)]
pub(super) struct KeptCase {
    as_of: Day,
    complete_on: Day,
    checked_until: Option<Day>,
    terms: Vec<Term>,
    claims: Vec<Claim>,
    records: Vec<Record>,
}

impl TryFrom<KeptCase> for Case {
    type Error = CaseError;

    fn try_from(kept: KeptCase) -> Result<Self, CaseError> {
        Self::new(kept.as_of, kept.complete_on, kept.checked_until, kept.terms, kept.claims, kept.records)
    }
}

/// A range as it is kept.
#[derive(Deserialize)]
pub(super) struct KeptInterval {
    low: Probability,
    high: Probability,
}

impl TryFrom<KeptInterval> for Interval {
    type Error = NotARange;

    fn try_from(kept: KeptInterval) -> Result<Self, NotARange> {
        Self::between(kept.low, kept.high).ok_or(NotARange { low: kept.low.value(), high: kept.high.value() })
    }
}

/// An assessment as it is kept.
#[derive(Deserialize)]
pub(super) struct KeptAssessment {
    pub(super) as_of: Day,
    pub(super) last_check: Day,
    pub(super) steps: Vec<Step>,
    pub(super) origins: Vec<WeighedOrigin>,
    pub(super) position: OfficialPosition,
    pub(super) official_statement: Option<ClaimId>,
    pub(super) log_odds: LogOdds,
    pub(super) sd: Sd,
    pub(super) interval: Interval,
    pub(super) status: RenewalStatus,
}

impl KeptAssessment {
    /// The reasons add up, and the range holds the number; whatever model it was.
    pub(super) fn check(&self) -> Result<(), NotAnAssessment> {
        let items = self.steps.iter().flat_map(|step| &step.items);
        let (sum, log_odds) = (items.map(Item::log_odds).map(LogOdds::value).sum::<f64>(), self.log_odds.value());
        if (sum - log_odds).abs() > ROUNDING {
            return Err(NotAnAssessment::DoesNotAddUp { sum, log_odds });
        }
        let probability = self.log_odds.probability();
        let holds = self.interval.low() <= probability && probability <= self.interval.high();
        if holds { Ok(()) } else { Err(NotAnAssessment::OutsideItsRange(probability.value())) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::renewal::assess::Assessment;
    use crate::renewal::assess::assess;
    use crate::renewal::examples;
    use crate::renewal::parameters::Parameters;

    fn read<T: serde::de::DeserializeOwned>(kept: &serde_json::Value) -> Result<T, String> {
        serde_json::from_value(kept.clone()).map_err(|error| error.to_string())
    }

    #[test]
    fn what_cannot_be_is_not_read() {
        let answer = serde_json::to_value(assess(&examples::trauma_code(), Parameters::rc1())).unwrap();
        assert!(read::<Assessment>(&answer).is_ok());
        for (place, wrong, fault) in [
            ("/log_odds", serde_json::json!(2.0), "add up"),
            ("/interval/high", serde_json::json!(0.1), "a range reaches"),
            ("/interval/low", serde_json::json!(0.7), "outside of its range"),
            ("/steps/1/items/0/code", serde_json::json!("luck"), "no code"),
            ("/sd", serde_json::json!(-1.0), "a standard deviation"),
        ] {
            let mut broken = answer.clone();
            *broken.pointer_mut(place).unwrap() = wrong;
            let error = read::<Assessment>(&broken).unwrap_err();
            assert!(error.contains(fault), "{place}: {error}");
        }
    }

    #[test]
    fn a_kept_case_is_checked_like_a_new_one() {
        let case = serde_json::to_value(examples::trauma_code()).unwrap();
        assert_eq!(read::<Case>(&case), Ok(examples::trauma_code()));
        let mut twice = case.clone();
        let first = twice["claims"][0].clone();
        twice["claims"].as_array_mut().unwrap().push(first);
        assert!(read::<Case>(&twice).unwrap_err().contains("two claims"));
        let mut early = case;
        early["claims"][0]["known_at"] = serde_json::json!("1999-01-01");
        assert!(read::<Case>(&early).unwrap_err().contains("before it was claimed"));
    }
}
