//! An item: one reason, with what it adds and what it rests on.
//!
//! The answer is the sum of its items, so an explanation is the list of them and nothing is hidden. An item's code is stable: it is the same
//! in the API, in the case files and in the test vectors.
//!
//! | code | reason |
//! |---|---|
//! | `prior:<term>` | how often comparable seasons come back, and what is known of this one |
//! | `silence`, `staleness` | nothing was said; nobody has looked |
//! | `official` | the platform's own word |
//! | `platform:<reply>` | its latest answer that decides nothing |
//! | `origin:<key>` | one independent utterance, whatever the number of its retellings |
//! | `calibration`, `limit` | what past forecasts teach; no more than ± 6 |
//!
//! ```
//! use greenlight::renewal::{ItemCode, Reply};
//!
//! assert_eq!(ItemCode::Platform(Reply::UnderReview).to_string(), "platform:under_review");
//! ```

use std::fmt;

use serde::Deserialize;
use serde::Serialize;

use crate::renewal::said::Reply;
use crate::renewal::scale::LogOdds;
use crate::renewal::scale::Sd;
use crate::renewal::text::ClaimId;
use crate::renewal::text::FactId;
use crate::renewal::text::OriginKey;
use crate::renewal::text::TermCode;
use crate::renewal::vocabulary::vocabulary;

/// Which reason.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum ItemCode {
    /// A term of the prior.
    Prior(TermCode),
    /// Nothing was said.
    Silence,
    /// Nobody has looked.
    Staleness,
    /// The platform's own word.
    Official,
    /// Its latest answer that decides nothing.
    Platform(Reply),
    /// One independent utterance.
    Origin(OriginKey),
    /// What past forecasts teach.
    Calibration,
    /// No more than ± 6.
    Limit,
}

impl fmt::Display for ItemCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Prior(term) => write!(f, "prior:{term}"),
            Self::Silence => f.write_str("silence"),
            Self::Staleness => f.write_str("staleness"),
            Self::Official => f.write_str("official"),
            Self::Platform(reply) => write!(f, "platform:{}", reply.code()),
            Self::Origin(key) => write!(f, "origin:{key}"),
            Self::Calibration => f.write_str("calibration"),
            Self::Limit => f.write_str("limit"),
        }
    }
}

/// Words that are no code of a reason.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no code of a reason, such as silence or prior:base")]
pub struct NotACode(String);

impl TryFrom<String> for ItemCode {
    type Error = NotACode;

    fn try_from(code: String) -> Result<Self, NotACode> {
        let (group, which) = code.split_once(':').unwrap_or((&code, ""));
        let found = match (group, which) {
            ("prior", term) => TermCode::new(term).ok().map(Self::Prior),
            ("platform", reply) => Reply::from_code(reply).map(Self::Platform),
            ("origin", key) => OriginKey::new(key).ok().map(Self::Origin),
            ("silence", "") => Some(Self::Silence),
            ("staleness", "") => Some(Self::Staleness),
            ("official", "") => Some(Self::Official),
            ("calibration", "") => Some(Self::Calibration),
            ("limit", "") => Some(Self::Limit),
            _ => None,
        };
        found.ok_or(NotACode(code))
    }
}

impl From<ItemCode> for String {
    fn from(code: ItemCode) -> Self {
        code.to_string()
    }
}

vocabulary! {
    /// Which part of the model a reason belongs to.
    ItemGroup {
        /// Comparable seasons and features.
        Prior = "PRIOR",
        /// Silence and staleness.
        Silence = "SILENCE",
        /// Official statements.
        Official = "OFFICIAL",
        /// The platform's replies.
        Platform = "PLATFORM",
        /// Independent utterances.
        Origin = "ORIGIN",
        /// Calibration and limit.
        Technical = "TECHNICAL",
    }
}

impl ItemCode {
    /// The part of the model.
    pub const fn group(&self) -> ItemGroup {
        match self {
            Self::Prior(_) => ItemGroup::Prior,
            Self::Silence | Self::Staleness => ItemGroup::Silence,
            Self::Official => ItemGroup::Official,
            Self::Platform(_) => ItemGroup::Platform,
            Self::Origin(_) => ItemGroup::Origin,
            Self::Calibration | Self::Limit => ItemGroup::Technical,
        }
    }
}

/// What a reason rests on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A claim.
    Claim(ClaimId),
    /// A fact of the catalog.
    Fact(FactId),
}

/// One reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    code: ItemCode,
    log_odds: LogOdds,
    sd: Sd,
    sources: Vec<Source>,
}

impl Item {
    pub(super) fn new(code: ItemCode, log_odds: f64, variance: f64, sources: Vec<Source>) -> Self {
        // A variance is a difference of moments, and may round to a hair below 0.
        Self { code, log_odds: LogOdds::nearest(log_odds), sd: Sd::nearest(variance.max(0.0).sqrt()), sources }
    }

    /// Which reason.
    pub const fn code(&self) -> &ItemCode {
        &self.code
    }

    /// What it adds; positive supports.
    pub const fn log_odds(&self) -> LogOdds {
        self.log_odds
    }

    /// How unsure that is.
    pub const fn sd(&self) -> Sd {
        self.sd
    }

    /// What it rests on.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    pub(super) fn variance(&self) -> f64 {
        self.sd.value() * self.sd.value()
    }
}
