//! The words of the renewal model: closed vocabularies, each beside the text to print.

use async_graphql::{Enum, SimpleObject};

use crate::graphql::scalars::Url;
use crate::renewal;

/// The probability in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "renewal::RenewalBand")]
pub(super) enum RenewalBand {
    /// From .95; in practice this needs an official statement.
    AlmostCertain,
    /// .80 – .95.
    VeryLikely,
    /// .55 – .80.
    Likely,
    /// .45 – .55.
    TossUp,
    /// .20 – .45.
    LessLikelyThanNot,
    /// .05 – .20.
    VeryUnlikely,
    /// Below .05.
    AlmostNoChance,
}

/// What is known, facts first; the first of these that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "renewal::RenewalStatus")]
pub(super) enum RenewalStatus {
    /// The platform ordered it.
    OfficiallyRenewed,
    /// The platform ended the show.
    OfficiallyCancelled,
    /// Reports say both.
    ConflictingReports,
    /// It is reported, and the platform answered without deciding.
    ReportedNotConfirmed,
    /// The platform says that it is deciding.
    UnderConsideration,
    /// It is reported, and the platform has said nothing.
    ReportedRenewed,
    /// Its end is reported.
    ReportedCancelled,
    /// People of the show spoke of it; nobody reports it.
    StatementsOnly,
    /// Nothing.
    NoNews,
}

/// How much the evidence narrows the number, by the width of the 80 % range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "renewal::EvidenceGrade")]
pub(super) enum EvidenceGrade {
    /// At most .20 wide.
    WellSupported,
    /// At most .40 wide.
    Moderate,
    /// Wider.
    Thin,
}

/// Part of the model that a reason belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "renewal::ItemGroup")]
pub(super) enum RenewalItemGroup {
    /// Comparable seasons, and what is known of this one.
    Prior,
    /// Nothing was said, or nobody looked.
    Silence,
    /// The platform's own word.
    Official,
    /// Its latest reply that decides nothing.
    Platform,
    /// Independent utterances.
    Origin,
    /// Calibration, and no more than ± 6.
    Technical,
}

/// What might happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "renewal::CounterfactualEvent")]
pub(super) enum CounterfactualEvent {
    /// The platform orders the season.
    PlatformConfirms,
    /// The platform ends the show.
    PlatformCancels,
    /// Another outlet reports it from its own sources.
    SecondIndependentOutlet,
    /// The platform says that it is positively in talks.
    PositiveTalks,
    /// The platform says that there are no plans.
    NoPlans,
    /// A quarter without a word.
    #[graphql(name = "SILENT_90_DAYS")]
    Silent90Days,
    /// Half a year without a word.
    #[graphql(name = "SILENT_180_DAYS")]
    Silent180Days,
    /// A year without a word.
    #[graphql(name = "SILENT_365_DAYS")]
    Silent365Days,
}

/// A range.
#[derive(Clone, Copy, Debug, SimpleObject)]
pub(super) struct Interval {
    /// Lower end, e.g. 0.35.
    pub(super) low: f64,
    /// Upper end, e.g. 0.84.
    pub(super) high: f64,
}

impl From<renewal::Interval> for Interval {
    fn from(interval: renewal::Interval) -> Self {
        Self { low: interval.low().value(), high: interval.high().value() }
    }
}

/// What the number would be if something happened.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct Counterfactual {
    /// What would happen.
    event: CounterfactualEvent,
    /// The same to print, English, e.g. "the platform orders the season".
    label: &'static str,
    /// 0..1, e.g. 0.741.
    probability: f64,
    /// That minus the probability now, -1..1, e.g. 0.114.
    delta: f64,
}

impl From<renewal::Counterfactual> for Counterfactual {
    fn from(would: renewal::Counterfactual) -> Self {
        Self {
            event: would.event.into(),
            label: would.event.label(),
            probability: would.probability.value(),
            delta: would.change.value(),
        }
    }
}

/// Which model, and from what.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct ModelInfo {
    /// E.g. rc-1.
    version: String,
    /// Every number of the model: its parameter file, JSON.
    parameters: String,
    /// Where its prior was fitted, e.g. "302 first seasons that entered the global Netflix Top 10 between 2021-07 and 2023-07".
    population: String,
    /// How forecasts of others did where outcomes are known: what this model has to reach.
    known_bars: Vec<KnownBar>,
}

/// How another forecaster did.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct KnownBar {
    /// Who and on what, to print, English.
    label: &'static str,
    /// Seasons that were forecast.
    n: i32,
    /// Mean squared error of the probabilities, 0..1; lower is better, e.g. 0.163.
    brier: f64,
    /// The same of always saying how often such seasons return, on the same seasons, e.g. 0.188.
    climatology_brier: f64,
    /// Its page; null = none.
    url: Option<Url>,
}

impl KnownBar {
    /// Those that are known.
    fn all() -> Vec<Self> {
        vec![
            Self {
                label: "streaming seasons, 35 days after they were complete, by a model of hours watched",
                n: 112,
                brier: 0.163,
                climatology_brier: 0.188,
                url: None,
            },
            Self {
                label: "seasons of US broadcast networks, by the published odds of forecasters, who were badly over-confident at both ends",
                n: 355,
                brier: 0.202,
                climatology_brier: 0.225,
                url: None,
            },
        ]
    }
}

impl ModelInfo {
    /// The model that answers.
    pub(super) fn rc1() -> Self {
        let parameters = renewal::Parameters::rc1();
        Self {
            version: parameters.version().into(),
            parameters: renewal::Parameters::rc1_file().into(),
            population: parameters.population().into(),
            known_bars: KnownBar::all(),
        }
    }
}
