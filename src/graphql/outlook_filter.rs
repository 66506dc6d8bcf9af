//! Which stored outlooks, and in which order.

use async_graphql::{Enum, ID, InputObject, Result};

use crate::graphql::decision::{DecisionStatus, OutlookPhase};
use crate::graphql::error::bad_input;
use crate::graphql::filter::{DateFilter, FloatFilter, IntFilter, OrderDirection};
use crate::graphql::id;
use crate::graphql::renewal_words::{EvidenceGrade, RenewalBand, RenewalStatus};
use crate::graphql::scalars::CountryCode;
use crate::renewal;
use crate::store::outlook_filter::OutlookFilter;
use crate::store::outlook_list::{OutlookOrder, OutlookSort, Outlooks};

/// How deep filters may be nested.
const DEEPEST: u8 = 8;

/// Which seasons in play: all fields that are given must hold; a list means any of its members, an empty one leaves the field
/// open. What is unknown holds nothing but `exists: false`, and `not` holds exactly the others.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct RenewalOutlookFilter {
    /// Filters that must all hold; nested at most 8 deep.
    all: Option<Vec<RenewalOutlookFilter>>,
    /// Filters of which one must hold, e.g. [{stale: true}, {evidenceGrades: [THIN]}].
    any: Option<Vec<RenewalOutlookFilter>>,
    /// A filter that must not hold, e.g. {statuses: [NO_NEWS]}.
    not: Option<Box<RenewalOutlookFilter>>,
    /// Global ids of shows.
    shows: Option<Vec<ID>>,
    /// Target season, from 2, e.g. {eq: 2}.
    season: Option<IntFilter>,
    /// Whether the question is open; [] = any. Default [OPEN] where outlooks are listed, unless `decisions` are given; any in filters
    /// within others and in `ShowFilter.nextSeason`.
    phases: Option<Vec<OutlookPhase>>,
    /// What was decided, e.g. [RENEWED].
    decisions: Option<Vec<DecisionStatus>>,
    /// The probability in words, e.g. [LIKELY, VERY_LIKELY].
    bands: Option<Vec<RenewalBand>>,
    /// What is known officially and reported, e.g. [CONFLICTING_REPORTS].
    statuses: Option<Vec<RenewalStatus>>,
    /// How much the evidence narrows the number, e.g. [THIN].
    evidence_grades: Option<Vec<EvidenceGrade>>,
    /// Slugs of the platforms that would order it, e.g. ["netflix"].
    platforms: Option<Vec<String>>,
    /// Countries of production of the show, e.g. ["KR"].
    origin_countries: Option<Vec<CountryCode>>,
    /// Codes of genres of the show, e.g. ["medical"].
    genres: Option<Vec<String>>,
    /// 0..1, e.g. {gte: 0.5}.
    probability: Option<FloatFilter>,
    /// The probability minus that of thirty days before, -1..1, e.g. {gte: 0.1}; unknown = there was no number then.
    change: Option<FloatFilter>,
    /// Utterances in favour that count as independent, e.g. {gte: 2}.
    independent_origins: Option<IntFilter>,
    /// Nobody has looked for news up to the day of the answer.
    stale: Option<bool>,
    /// Last day on which somebody looked for news, e.g. {lte: "2026-09-01"}.
    checked_until: Option<DateFilter>,
    /// Last day that counts, e.g. {lte: "2026-12-31"}.
    horizon: Option<DateFilter>,
}

impl RenewalOutlookFilter {
    /// The same for the store.
    pub(super) fn into_store(self) -> Result<OutlookFilter> {
        self.nested(DEEPEST)
    }

    /// The same for a list of outlooks: of open questions, where nobody says otherwise.
    fn listed(mut self) -> Result<OutlookFilter> {
        if self.decisions.is_none() {
            self.phases.get_or_insert_with(|| vec![OutlookPhase::Open]);
        }
        self.into_store()
    }

    fn nested(self, levels: u8) -> Result<OutlookFilter> {
        let deeper = |filter: Self| match levels.checked_sub(1) {
            Some(levels) => filter.nested(levels),
            None => Err(bad_input(format!("Nest filters at most {DEEPEST} deep."))),
        };
        let each =
            |filters: Option<Vec<Self>>| filters.unwrap_or_default().into_iter().map(deeper).collect::<Result<_>>();
        Ok(OutlookFilter {
            all: each(self.all)?,
            any: each(self.any)?,
            not: self.not.map(|filter| deeper(*filter)).transpose()?.map(Box::new),
            shows: id::keys("Show", &self.shows.unwrap_or_default())?,
            season: self.season.unwrap_or_default().into_store(),
            phases: self.phases.unwrap_or_default().into_iter().map(Into::into).collect(),
            decisions: self.decisions.unwrap_or_default().into_iter().map(Into::into).collect(),
            bands: told(self.bands, renewal::RenewalBand::from),
            statuses: told(self.statuses, renewal::RenewalStatus::from),
            evidence_grades: told(self.evidence_grades, renewal::EvidenceGrade::from),
            platforms: self.platforms.unwrap_or_default(),
            origin_countries: self.origin_countries.unwrap_or_default().into_iter().map(|code| code.0).collect(),
            genres: self.genres.unwrap_or_default(),
            probability: self.probability.unwrap_or_default().into_store(),
            change: self.change.unwrap_or_default().into_store(),
            independent_origins: self.independent_origins.unwrap_or_default().into_store(),
            is_stale: self.stale,
            checked_until: self.checked_until.unwrap_or_default().into_store(),
            horizon: self.horizon.unwrap_or_default().into_store(),
        })
    }
}

/// Words of the model as they stand in columns.
fn told<G, M: Into<S>, S>(given: Option<Vec<G>>, model: fn(G) -> M) -> Vec<S> {
    given.unwrap_or_default().into_iter().map(|word| model(word).into()).collect()
}

/// What seasons in play are ordered by; what is unknown stands last in both directions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "OutlookSort")]
pub(super) enum RenewalOutlookOrderField {
    /// The probability, 0..1.
    Probability,
    /// It minus that of thirty days before.
    Change,
    /// Width of the 80 % range, 0..1.
    IntervalWidth,
    /// Last day on which somebody looked for news.
    CheckedUntil,
    /// Last day that counts.
    Horizon,
    /// Popularity of the show within this server.
    Popularity,
}

/// One step of an order; the next step decides between equals, and the id in the end.
#[derive(Clone, Copy, Debug, InputObject)]
pub(super) struct RenewalOutlookOrder {
    /// By what, e.g. CHANGE.
    field: RenewalOutlookOrderField,
    /// Upwards or downwards; default DESC.
    #[graphql(default_with = "OrderDirection::Desc")]
    direction: OrderDirection,
}

/// The list of seasons in play by the arguments of its field.
pub(super) fn outlooks(
    filter: Option<RenewalOutlookFilter>,
    order_by: Option<Vec<RenewalOutlookOrder>>,
) -> Result<Outlooks> {
    let order: OutlookOrder =
        order_by.unwrap_or_default().iter().map(|step| (step.field.into(), step.direction.into())).collect();
    let is_repeated = |(at, step): (usize, &(OutlookSort, _))| order.iter().take(at).any(|earlier| earlier.0 == step.0);
    if order.iter().enumerate().any(is_repeated) {
        return Err(bad_input("Name each field of `orderBy` once: the second time it decides nothing."));
    }
    Ok(Outlooks { filter: filter.unwrap_or_default().listed()?, order })
}
