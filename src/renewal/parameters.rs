//! The parameters: every number of the model, in one versioned file.
//!
//! `rc-1.json`, beside this page, is the only place where the model's numbers stand. It is read once, and each number is checked against its
//! scale; a file that misses one, has one too many, or one out of range is not a parameter file. Another version is another file.
//!
//! What was fitted: the betas of the prior, from 302 first seasons that entered the global Netflix Top 10 between 2021-07 and 2023-07. What
//! was set: everything else, from published forecasting records and by judgement, and to be tested by the backtest.
//!
//! ```
//! use greenlight::renewal::Parameters;
//!
//! assert_eq!(Parameters::rc1().version().as_str(), "rc-1");
//! assert!(Parameters::parse(r#"{"version": "rc-2"}"#).is_err());
//! ```

use std::sync::LazyLock;

use serde::Deserialize;

use crate::renewal::claim::VoucherClass;
use crate::renewal::reliability::Reliability;
use crate::renewal::said::Certainty;
use crate::renewal::said::Kind;
use crate::renewal::said::Reply;
use crate::renewal::scale::LogOdds;
use crate::renewal::scale::Positive;
use crate::renewal::scale::Sd;
use crate::renewal::scale::Share;
use crate::renewal::scale::Worth;
use crate::renewal::span::Span;
use crate::renewal::text::Prose;
use crate::renewal::window::Milestone;

const RC1: &str = include_str!("rc-1.json");

/// A file that is no parameter file.
#[derive(Debug, thiserror::Error)]
pub enum ParameterError {
    /// Something is missing, unknown or off its scale.
    #[error("not a parameter file: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// With more than half for the next voice, many voices would outweigh the platform's word.
    #[error("vote.next_weight must be at most 0.5, or a side has no bound below an official statement")]
    Unbounded,
}

/// Every number of the model.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    version: String,
    population: String,
    pub(super) prior: Prior,
    pub(super) silence: Silence,
    pub(super) reliability: ReliabilityByClass,
    pub(super) record: RecordRules,
    pub(super) wording: Wording,
    pub(super) replies: Replies,
    pub(super) reply_half_life_days: Positive,
    pub(super) dampening: Dampening,
    pub(super) official_delta: Share,
    pub(super) vote: Vote,
    pub(super) overdue: OverdueByMilestone,
    pub(super) calibration: Calibration,
    pub(super) limit: Positive,
    pub(super) interval_z: Positive,
}

impl Parameters {
    /// The parameters of `rc-1`.
    pub fn rc1() -> &'static Self {
        static PARSED: LazyLock<Parameters> = LazyLock::new(|| {
            #[expect(clippy::expect_used, reason = "the file is compiled in, and a test reads it")]
            Parameters::parse(RC1).expect("rc-1.json is a parameter file")
        });
        &PARSED
    }

    /// The text of the parameter file of `rc-1`.
    pub fn rc1_file() -> Prose {
        Prose::new(RC1)
    }

    /// Reads and checks a parameter file.
    pub fn parse(json: &str) -> Result<Self, ParameterError> {
        let parameters: Self = serde_json::from_str(json)?;
        if parameters.vote.next_weight.value() > 0.5 {
            return Err(ParameterError::Unbounded);
        }
        Ok(parameters)
    }

    /// The version of the model, e.g. `rc-1`.
    pub fn version(&self) -> Prose {
        Prose::new(&self.version)
    }

    /// Where the prior was fitted.
    pub fn population(&self) -> Prose {
        Prose::new(&self.population)
    }

    /// What a class of sources starts from.
    pub fn reliability_of(&self, class: VoucherClass) -> Reliability {
        self.reliability.of(class)
    }

    /// What a platform's reply is worth.
    pub fn reply_worth(&self, reply: Reply) -> Worth {
        Worth::nearest(self.replies.of(reply))
    }

    /// The days after which a question closes.
    pub fn horizon(&self) -> Span {
        Span::days(self.silence.horizon_days)
    }
}

/// A number with how sure it is.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Estimate {
    pub(super) log_odds: LogOdds,
    pub(super) sd: Sd,
}

/// See [`crate::renewal::prior`](crate::renewal::Features).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Prior {
    pub(super) base: Base,
    pub(super) chart: ChartByMarket,
    pub(super) week_one: WeekOne,
    pub(super) uncharted: Estimate,
    pub(super) limited_label: Estimate,
    pub(super) serial_source: SerialSource,
    pub(super) awards: Estimate,
    pub(super) later_season: Estimate,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Base {
    pub(super) netflix_korea: Estimate,
    pub(super) netflix_other_non_english: Estimate,
    pub(super) netflix_english: Estimate,
    pub(super) elsewhere: Estimate,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChartByMarket {
    pub(super) korea: ChartFit,
    pub(super) other_non_english: ChartFit,
    pub(super) english: ChartFit,
}

/// The weight of the hours, and the hours of the market's shows (mean and sd of z).
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChartFit {
    pub(super) beta: Estimate,
    pub(super) mean: LogOdds,
    pub(super) sd: Sd,
}

/// What week-one hours in a range, with a #1 within two weeks, tell of z.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WeekOne {
    pub(super) least_hours: u64,
    pub(super) most_hours: u64,
    pub(super) mean: LogOdds,
    pub(super) sd: Sd,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SerialSource {
    pub(super) korea: Estimate,
    pub(super) elsewhere: Estimate,
}

/// See [`crate::renewal::silence_after`].
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Silence {
    pub(super) coverage: Share,
    pub(super) shape: Positive,
    pub(super) scale_days: Positive,
    pub(super) horizon_days: i32,
    pub(super) forgiven: Share,
    pub(super) relative_sd: Share,
    pub(super) staleness_variance_per_year: Positive,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReliabilityByClass {
    platform: Reliability,
    production_company: Reliability,
    outlet_insider: Reliability,
    creator: Reliability,
    director: Reliability,
    cast: Reliability,
    unsourced: Reliability,
}

impl ReliabilityByClass {
    pub(super) const fn of(&self, class: VoucherClass) -> Reliability {
        match class {
            VoucherClass::Platform => self.platform,
            VoucherClass::ProductionCompany => self.production_company,
            VoucherClass::OutletInsider => self.outlet_insider,
            VoucherClass::Creator => self.creator,
            VoucherClass::Director => self.director,
            VoucherClass::Cast => self.cast,
            VoucherClass::Unsourced => self.unsourced,
        }
    }
}

/// See [`crate::renewal::Record`].
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RecordRules {
    pub(super) half_life_days: Positive,
    pub(super) floor: Share,
    pub(super) lapse_days: i32,
    pub(super) lapse_weight: Share,
}

/// What a wording is worth, and how sure that is where it hedges.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wording {
    confirmed: Share,
    probable: Share,
    possible: Share,
    speculative: Share,
    hedged_sd: Share,
}

impl Wording {
    pub(super) const fn of(&self, certainty: Certainty) -> Share {
        match certainty {
            Certainty::Confirmed => self.confirmed,
            Certainty::Probable => self.probable,
            Certainty::Possible => self.possible,
            Certainty::Speculative => self.speculative,
        }
    }

    pub(super) const fn sd(&self, certainty: Certainty) -> f64 {
        if matches!(certainty, Certainty::Confirmed) { 0.0 } else { self.hedged_sd.value() }
    }
}

/// What a platform's reply is worth.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Replies {
    no_plans: Worth,
    positive_talks: Worth,
    under_review: Worth,
    no_decision: Worth,
    no_comment: Worth,
    pub(super) sd: Share,
}

impl Replies {
    pub(super) const fn of(&self, reply: Reply) -> f64 {
        let worth = match reply {
            Reply::NoPlans => self.no_plans,
            Reply::PositiveTalks => self.positive_talks,
            Reply::UnderReview => self.under_review,
            Reply::NoDecision => self.no_decision,
            Reply::NoComment => self.no_comment,
        };
        worth.value()
    }
}

/// κ, and how soon a reply must follow.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Dampening {
    pub(super) factor: Share,
    pub(super) within_days: i32,
}

/// See [`crate::renewal::WeighedOrigin`].
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Vote {
    pub(super) cap: Positive,
    pub(super) next_weight: Positive,
    half_life_days: HalfLives,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct HalfLives {
    decision: Positive,
    production: Positive,
    intent: Positive,
}

impl Vote {
    pub(super) const fn half_life(&self, kind: Kind) -> f64 {
        let days = match kind {
            Kind::Decision => self.half_life_days.decision,
            Kind::Production => self.half_life_days.production,
            Kind::Intent => self.half_life_days.intent,
        };
        days.value()
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OverdueByMilestone {
    filming: Seen,
    production: Seen,
    prep: Seen,
    release: Seen,
    decision: Seen,
}

/// The part of true announcements that is noticed, and after how many days on average.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Seen {
    pub(super) share: Share,
    pub(super) days: Positive,
}

impl OverdueByMilestone {
    pub(super) const fn of(&self, milestone: Milestone) -> Seen {
        match milestone {
            Milestone::Filming => self.filming,
            Milestone::Production => self.production,
            Milestone::Prep => self.prep,
            Milestone::Release => self.release,
            Milestone::Decision => self.decision,
        }
    }
}

/// The map from evidence to evidence that past forecasts teach; 0 and 1 change nothing.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Calibration {
    pub(super) intercept: LogOdds,
    pub(super) slope: Positive,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_that_is_compiled_in_is_a_parameter_file() {
        assert!(Parameters::parse(RC1).is_ok());
    }

    #[test]
    fn a_number_off_its_scale_a_missing_and_an_unknown_one_are_refused() {
        for (right, wrong) in [
            ("\"coverage\": 0.95", "\"coverage\": 1.5"),
            ("\"platform\": [99, 1]", "\"platform\": [99, 0]"),
            ("\"next_weight\": 0.5", "\"next_weight\": 0.9"),
            ("\"limit\": 6,", ""),
            ("\"limit\": 6,", "\"limit\": 6, \"luck\": 7,"),
        ] {
            let broken = RC1.replace(right, wrong);
            assert_ne!(broken, RC1, "{right} stands in the file");
            assert!(Parameters::parse(&broken).is_err(), "{wrong}");
        }
    }
}
