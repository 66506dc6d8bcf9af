//! The assessment: from a case to a number, in seven steps that can each be read back.
//!
//! 1. **Known**: what came after the day of the question is left outside.
//! 2. **Prior**: how often comparable seasons return, and what is known of this one.
//! 3. **Silence**: what it means that nothing was said, and that nobody looked.
//! 4. **Official**: the platform's own word, and what it silences.
//! 5. **Platform**: its latest reply that decides nothing.
//! 6. **Origins**: independent voices, for and against.
//! 7. **Total**: the sum Λ, calibrated, at most ± 6; p = σ(Λ).
//!
//! Each step reports what it found as items; Λ is their sum in this order, so explaining the number is printing it. Input is sorted
//! first: the same case gives the same bits, whatever the order in which it was told.
//!
//! ```
//! use greenlight::renewal::{Parameters, StepName, assess, examples};
//!
//! let answer = assess(&examples::trauma_code(), Parameters::rc1());
//! assert!((answer.probability().value() - 0.627).abs() < 0.001);
//! let sum: f64 = answer.items().map(|item| item.log_odds().value()).sum();
//! assert!((sum - answer.log_odds().value()).abs() < 1e-12);
//! assert_eq!(answer.steps().len(), StepName::ALL.len());
//! ```

use serde::Deserialize;
use serde::Serialize;

use crate::renewal::case::Case;
use crate::renewal::case::Known;
use crate::renewal::case::Term;
use crate::renewal::claim::Claim;
use crate::renewal::interval::Interval;
use crate::renewal::item::Item;
use crate::renewal::item::ItemCode;
use crate::renewal::item::Source;
use crate::renewal::kept::KeptAssessment;
use crate::renewal::kept::NotAnAssessment;
use crate::renewal::official;
use crate::renewal::origins;
use crate::renewal::origins::Today;
use crate::renewal::origins::WeighedOrigin;
use crate::renewal::parameters::Parameters;
use crate::renewal::platform;
use crate::renewal::report;
use crate::renewal::said::Reply;
use crate::renewal::said::Stance;
use crate::renewal::scale::LogOdds;
use crate::renewal::scale::Probability;
use crate::renewal::scale::Sd;
use crate::renewal::silence;
use crate::renewal::span::Day;
use crate::renewal::status::EvidenceGrade;
use crate::renewal::status::RenewalBand;
use crate::renewal::status::RenewalStatus;
use crate::renewal::text::ClaimId;
use crate::renewal::vocabulary::vocabulary;

vocabulary! {
    /// The steps, in order.
    StepName {
        /// What could be known.
        Known = "known",
        /// Comparable seasons and features.
        Prior = "prior",
        /// Nothing was said, nobody looked.
        Silence = "silence",
        /// The platform's own word.
        Official = "official",
        /// Its latest reply.
        Platform = "platform",
        /// Independent voices.
        Origins = "origins",
        /// The sum.
        Total = "total",
    }
}

/// What one step found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Which step.
    pub name: StepName,
    /// What it adds to the sum.
    pub items: Vec<Item>,
    /// Claims that it let pass no further.
    pub set_aside: Vec<ClaimId>,
}

/// The latest word of the platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfficialPosition {
    /// It ordered the season.
    Confirmed,
    /// It ended the show.
    Cancelled,
    /// It answered without deciding.
    Replied(Reply),
    /// It has said nothing.
    Silent,
}

impl OfficialPosition {
    /// Its one word, e.g. `UNDER_REVIEW`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Confirmed => "CONFIRMED",
            Self::Cancelled => "CANCELLED",
            Self::Replied(Reply::NoPlans) => "NO_PLANS",
            Self::Replied(Reply::PositiveTalks) => "POSITIVE_TALKS",
            Self::Replied(Reply::UnderReview) => "UNDER_REVIEW",
            Self::Replied(Reply::NoDecision) => "NO_DECISION",
            Self::Replied(Reply::NoComment) => "NO_COMMENT",
            Self::Silent => "SILENT",
        }
    }
}

/// The answer: a number, its reasons and its words.
#[must_use = "an assessment decides nothing by itself: print or store it"]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "KeptAssessment")]
pub struct Assessment {
    as_of: Day,
    last_check: Day,
    steps: Vec<Step>,
    origins: Vec<WeighedOrigin>,
    position: OfficialPosition,
    official_statement: Option<ClaimId>,
    log_odds: LogOdds,
    sd: Sd,
    interval: Interval,
    status: RenewalStatus,
}

impl TryFrom<KeptAssessment> for Assessment {
    type Error = NotAnAssessment;

    fn try_from(kept: KeptAssessment) -> Result<Self, NotAnAssessment> {
        kept.check()?;
        let KeptAssessment { as_of, last_check, steps, origins, position, official_statement, .. } = kept;
        let KeptAssessment { log_odds, sd, interval, status, .. } = kept;
        Ok(Self { as_of, last_check, steps, origins, position, official_statement, log_odds, sd, interval, status })
    }
}

/// Assesses a case: how likely the season comes, why, and how sure that is.
pub fn assess(case: &Case, parameters: &Parameters) -> Assessment {
    let mut answer = assess_known(&Known::of(case), parameters);
    let later = case.claims().iter().filter(|claim| claim.known_at() > case.as_of());
    answer.steps.insert(0, step(StepName::Known, Vec::new(), later));
    answer
}

/// The steps after the first.
pub(super) fn assess_known(known: &Known, parameters: &Parameters) -> Assessment {
    let today = Today { as_of: known.as_of, last_check: known.last_check };
    let weighed = report::weigh(known, parameters);
    let hearing = official::hear(&weighed, parameters);
    let governing = hearing.governing.as_ref();
    let reply = platform::latest(&weighed, parameters).filter(|_| governing.is_none());
    let origins = origins::weigh(&hearing.unofficial, today, parameters);
    let stance = governing.map(|statement| statement.stance);

    let silence = silence::items(known, stance == Some(Stance::Supports), parameters);
    let official = governing.map(|statement| statement.item(known.last_check, parameters));
    let answered = reply.as_ref().map(|reply| reply.item(known.as_of, parameters));
    let voices = origins.iter().filter_map(WeighedOrigin::item).collect();
    let mut steps = vec![
        step(StepName::Prior, prior(known), []),
        step(StepName::Silence, silence, []),
        step(StepName::Official, Vec::from_iter(official), hearing.discarded),
        step(StepName::Platform, Vec::from_iter(answered), []),
        step(StepName::Origins, voices, []),
    ];
    let total = total(&steps, parameters);
    steps.push(step(StepName::Total, total.items, []));

    let statement = governing.map(|statement| statement.claim).or(reply.as_ref().map(|reply| reply.claim));
    let reply = reply.as_ref().map(|reply| reply.reply);
    Assessment {
        as_of: known.as_of,
        last_check: known.last_check,
        steps,
        position: position(stance, reply),
        official_statement: statement.map(|claim| claim.id().clone()),
        log_odds: total.log_odds,
        sd: total.sd,
        interval: Interval::around(total.log_odds, total.sd, parameters),
        status: RenewalStatus::of(stance, reply, &origins),
        origins,
    }
}

fn step<'a>(name: StepName, items: Vec<Item>, set_aside: impl IntoIterator<Item = &'a Claim>) -> Step {
    Step { name, items, set_aside: set_aside.into_iter().map(|claim| claim.id().clone()).collect() }
}

/// The terms of the prior, by code.
fn prior(known: &Known) -> Vec<Item> {
    let item = |term: &&Term| {
        let facts = term.facts.iter().cloned().map(Source::Fact).collect();
        Item::new(ItemCode::Prior(term.code.clone()), term.log_odds.value(), term.sd.value() * term.sd.value(), facts)
    };
    known.terms.iter().map(item).collect()
}

fn position(official: Option<Stance>, reply: Option<Reply>) -> OfficialPosition {
    match (official, reply) {
        (Some(Stance::Supports), _) => OfficialPosition::Confirmed,
        (Some(Stance::Denies), _) => OfficialPosition::Cancelled,
        (None, Some(reply)) => OfficialPosition::Replied(reply),
        (None, None) => OfficialPosition::Silent,
    }
}

struct Total {
    items: Vec<Item>,
    log_odds: LogOdds,
    sd: Sd,
}

/// Λ: the sum in order, calibrated, then kept within ± 6.
fn total(steps: &[Step], parameters: &Parameters) -> Total {
    let items = || steps.iter().flat_map(|step| &step.items);
    let (a, b) = (parameters.calibration.intercept.value(), parameters.calibration.slope.value());
    let limit = parameters.limit.value();
    let sum: f64 = items().map(|item| item.log_odds().value()).sum();
    let variance: f64 = items().map(Item::variance).sum();
    let taught = a + (b - 1.0) * sum;
    let calibrated = sum + taught;
    let limited = calibrated.clamp(-limit, limit);
    let technical = [(ItemCode::Calibration, taught), (ItemCode::Limit, limited - calibrated)];
    let present = technical.into_iter().filter(|(_, value)| *value != 0.0);
    Total {
        items: present.map(|(code, value)| Item::new(code, value, 0.0, Vec::new())).collect(),
        log_odds: LogOdds::nearest(limited),
        sd: Sd::nearest(b * variance.sqrt()),
    }
}

impl Assessment {
    /// The day of the evidence.
    pub const fn as_of(&self) -> Day {
        self.as_of
    }

    /// The last day on which somebody looked, at the latest `as_of`.
    pub const fn last_check(&self) -> Day {
        self.last_check
    }

    /// Whether nobody has looked for news up to `as_of`.
    pub fn is_stale(&self) -> bool {
        self.last_check < self.as_of
    }

    /// How likely the season comes.
    pub fn probability(&self) -> Probability {
        self.log_odds.probability()
    }

    /// Λ, the sum of the items.
    pub const fn log_odds(&self) -> LogOdds {
        self.log_odds
    }

    /// How unsure Λ is.
    pub const fn sd(&self) -> Sd {
        self.sd
    }

    /// The range in which the truth lies eight times in ten.
    pub const fn interval80(&self) -> Interval {
        self.interval
    }

    /// What is known, facts first.
    pub const fn status(&self) -> RenewalStatus {
        self.status
    }

    /// The probability in words.
    pub fn band(&self) -> RenewalBand {
        RenewalBand::of(self.probability())
    }

    /// How much the evidence narrows it.
    pub fn evidence_grade(&self) -> EvidenceGrade {
        EvidenceGrade::of(self.interval)
    }

    /// The latest word of the platform.
    pub const fn official_position(&self) -> OfficialPosition {
        self.position
    }

    /// The claim with that word.
    pub const fn official_statement(&self) -> Option<&ClaimId> {
        self.official_statement.as_ref()
    }

    /// What each step found, in order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Every reason, in the order of the sum.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.steps.iter().flat_map(|step| &step.items)
    }

    /// One reason.
    pub fn item(&self, code: &ItemCode) -> Option<&Item> {
        self.items().find(|item| item.code() == code)
    }

    /// Independent voices as they were weighed: supporting ones first, each side strongest first.
    pub fn origins(&self) -> &[WeighedOrigin] {
        &self.origins
    }
}
