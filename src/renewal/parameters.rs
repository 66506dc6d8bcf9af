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
use crate::renewal::rules::Calibration;
use crate::renewal::rules::Dampening;
use crate::renewal::rules::OverdueByMilestone;
use crate::renewal::rules::Prior;
use crate::renewal::rules::RecordRules;
use crate::renewal::rules::ReliabilityByClass;
use crate::renewal::rules::Replies;
use crate::renewal::rules::Silence;
use crate::renewal::rules::Vote;
use crate::renewal::rules::Wording;
use crate::renewal::said::Reply;
use crate::renewal::scale::Positive;
use crate::renewal::scale::Share;
use crate::renewal::scale::Worth;
use crate::renewal::span::Span;
use crate::renewal::text::Prose;

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
