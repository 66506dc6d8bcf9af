//! The parameters, grouped as the essays use them: one struct for each idea, one number for each code.

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
use crate::renewal::window::Milestone;

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
