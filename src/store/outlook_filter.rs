//! Which stored outlooks: conditions on the row itself, with subqueries for what belongs to its show.

use ::entity::ids::ShowId;
use ::entity::kinds::{DecisionStatus, EvidenceGrade, OutlookPhase, RenewalBand, RenewalStatus};
use ::entity::{outlook, platform, show};
use sea_orm::sea_query::{Expr, SelectStatement};
use sea_orm::{ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, QuerySelect as _, QueryTrait as _};

use crate::store::filter::{DateFilter, FloatFilter, IntFilter, one_of};
use crate::store::show_filter::ShowFilter;

/// Which outlooks; all that is given must hold, an empty list leaves its field open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct OutlookFilter {
    /// Filters that must all hold.
    pub all: Vec<OutlookFilter>,
    /// Filters of which one must hold.
    pub any: Vec<OutlookFilter>,
    /// A filter that must not hold.
    pub not: Option<Box<OutlookFilter>>,
    /// Keys of shows.
    pub shows: Vec<ShowId>,
    /// Target season.
    pub season: IntFilter,
    /// Whether the question is open.
    pub phases: Vec<OutlookPhase>,
    /// What was decided.
    pub decisions: Vec<DecisionStatus>,
    /// Bands of the probability.
    pub bands: Vec<RenewalBand>,
    /// What is known officially and reported.
    pub statuses: Vec<RenewalStatus>,
    /// How much the evidence narrows it.
    pub evidence_grades: Vec<EvidenceGrade>,
    /// Slugs of those who would order it.
    pub platforms: Vec<String>,
    /// Countries of production of the show.
    pub origin_countries: Vec<String>,
    /// Codes of genres of the show.
    pub genres: Vec<String>,
    /// 0..1.
    pub probability: FloatFilter,
    /// Minus the probability thirty days before.
    pub change: FloatFilter,
    /// Utterances in favour that count as independent.
    pub independent_origins: IntFilter,
    /// Whether nobody has looked up to the day; null = either.
    pub is_stale: Option<bool>,
    /// Last day on which somebody looked.
    pub checked_until: DateFilter,
    /// Last day that counts.
    pub horizon: DateFilter,
}

impl OutlookFilter {
    /// The condition on rows of `outlook`; true or false, never unknown.
    pub fn condition(&self) -> Condition {
        let any = self.any.iter().fold(Condition::any(), |any, filter| any.add(filter.condition()));
        self.all
            .iter()
            .fold(self.of_itself(), |all, filter| all.add(filter.condition()))
            .add_option((!any.is_empty()).then_some(any))
            .add_option(self.not.as_ref().map(|filter| Condition::all().add(filter.condition()).not()))
            .add_option(self.of_its_show())
            .add_option(self.of_its_platform())
    }

    /// The keys of the shows that have such an outlook.
    pub(super) fn shows(&self) -> SelectStatement {
        let found = outlook::Entity::find().select_only().column(outlook::Column::ShowId);
        found.filter(self.condition()).into_query()
    }

    fn of_itself(&self) -> Condition {
        use outlook::Column;
        Condition::all()
            .add_option(one_of(Column::ShowId.into_expr(), self.shows.iter().copied()))
            .add_option(one_of(Column::Phase.into_expr(), self.phases.iter().copied()))
            .add_option(one_of(Column::Decision.into_expr(), self.decisions.iter().copied()))
            .add_option(one_of(Column::Band.into_expr(), self.bands.iter().copied()))
            .add_option(one_of(Column::Status.into_expr(), self.statuses.iter().copied()))
            .add_option(one_of(Column::EvidenceGrade.into_expr(), self.evidence_grades.iter().copied()))
            .add_option(self.is_stale.map(|is_stale| Column::IsStale.eq(is_stale)))
            .add_option(self.of_its_figures())
    }

    /// What it says in numbers and days; null = nothing is asked of them.
    fn of_its_figures(&self) -> Option<Condition> {
        use outlook::Column;
        let asked = [
            self.season.condition(&Column::SeasonNumber.into_expr()),
            self.probability.condition(&Column::Probability.into_expr()),
            self.change.condition(&Column::Change30Days.into_expr()),
            self.independent_origins.condition(&Column::IndependentOrigins.into_expr()),
            self.checked_until.condition(&Column::CheckedUntil.into_expr()),
            self.horizon.condition(&Column::Horizon.into_expr()),
        ];
        let asked = asked.into_iter().filter(|condition| !condition.is_empty());
        Some(asked.fold(Condition::all(), Condition::add)).filter(|all| !all.is_empty())
    }

    fn of_its_show(&self) -> Option<Expr> {
        let of_show = ShowFilter {
            genres: self.genres.clone(),
            origin_countries: self.origin_countries.clone(),
            ..ShowFilter::default()
        };
        let fitting = show::Entity::find().select_only().column(show::Column::Id).filter(of_show.condition());
        let is_asked = !self.genres.is_empty() || !self.origin_countries.is_empty();
        is_asked.then(|| outlook::Column::ShowId.in_subquery(fitting.into_query()))
    }

    fn of_its_platform(&self) -> Option<Condition> {
        let named = platform::Column::Slug.is_in(self.platforms.iter().cloned());
        let platforms = platform::Entity::find().select_only().column(platform::Column::Id).filter(named);
        let theirs = outlook::Column::PlatformId.in_subquery(platforms.into_query());
        let known = outlook::Column::PlatformId.is_not_null();
        (!self.platforms.is_empty()).then(|| Condition::all().add(known).add(theirs))
    }
}
