//! Which reports.

use ::entity::ids::{OutletId, ReportId, ShowId};
use ::entity::{claim, contradiction, contradiction_side_claim, report};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, JoinType, QueryFilter as _, QuerySelect as _, QueryTrait as _,
    RelationTrait as _,
};

use crate::store::filter::{DateFilter, DateTimeFilter, known_one_of, one_of};

/// Which reports: all that is given must hold, and an empty list holds for any report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ReportFilter {
    /// All of these hold.
    pub all: Vec<ReportFilter>,
    /// One of these holds.
    pub any: Vec<ReportFilter>,
    /// This does not hold.
    pub not: Option<Box<ReportFilter>>,
    /// Itself.
    pub ids: Vec<ReportId>,
    /// Who published them.
    pub outlets: Vec<OutletId>,
    /// In whose ledgers they claim something.
    pub shows: Vec<ShowId>,
    /// BCP 47 languages.
    pub languages: Vec<String>,
    /// As they date themselves: the first day that it can be.
    pub published_on: DateFilter,
    /// The day that the ledger uses.
    pub effective_on: DateFilter,
    /// When this server first saw them.
    pub first_seen_at: DateTimeFilter,
    /// Whether they are part of a conflict.
    pub has_contradiction: Option<bool>,
    /// Whether they say that they have it alone.
    pub is_exclusive: Option<bool>,
    /// Whether they were taken back.
    pub is_withdrawn: Option<bool>,
}

impl ReportFilter {
    /// The condition on a report; true or false, never unknown.
    pub(super) fn condition(&self) -> Condition {
        let nested =
            |filters: &[Self], all| filters.iter().fold(all, |all: Condition, filter| all.add(filter.condition()));
        Condition::all()
            .add_option((!self.all.is_empty()).then(|| nested(&self.all, Condition::all())))
            .add_option((!self.any.is_empty()).then(|| nested(&self.any, Condition::any())))
            .add_option(self.not.as_ref().map(|filter| filter.condition().not()))
            .add(self.own())
            .add_option((!self.shows.is_empty()).then(|| of_shows(&self.shows)))
            .add_option(self.has_contradiction.map(|has| if has { in_conflict() } else { in_conflict().not() }))
    }

    fn own(&self) -> Condition {
        let withdrawn = report::Column::WithdrawnAt;
        Condition::all()
            .add_option(one_of(report::Column::Id.into_expr(), self.ids.iter().copied()))
            .add_option(one_of(report::Column::OutletId.into_expr(), self.outlets.iter().copied()))
            .add_option(known_one_of(report::Column::Language.into_expr(), self.languages.iter().cloned()))
            .add(self.published_on.condition(&report::Column::PublishedOn.into_expr()))
            .add(self.effective_on.condition(&report::Column::EffectiveOn.into_expr()))
            .add(self.first_seen_at.condition(&report::Column::FirstSeenAt.into_expr()))
            .add_option(self.is_exclusive.map(|is| report::Column::IsExclusive.eq(is)))
            .add_option(self.is_withdrawn.map(|is| if is { withdrawn.is_not_null() } else { withdrawn.is_null() }))
    }
}

/// A claim of the report around this condition.
fn of_report() -> Expr {
    Expr::col((claim::Entity, claim::Column::ReportId)).equals((report::Entity, report::Column::Id))
}

/// Reports that claim something in the ledger of one of these shows.
fn of_shows(shows: &[ShowId]) -> Condition {
    let claims = claim::Entity::find()
        .select_only()
        .column(claim::Column::Id)
        .filter(of_report())
        .filter(claim::Column::ShowId.is_in(shows.iter().copied()));
    Condition::all().add(Expr::exists(claims.into_query()))
}

/// Reports whose claim takes a side in a conflict, or about which there is one.
fn in_conflict() -> Condition {
    let sides = contradiction_side_claim::Entity::find()
        .select_only()
        .column(contradiction_side_claim::Column::ClaimId)
        .join(JoinType::InnerJoin, contradiction_side_claim::Relation::Claim.def())
        .filter(of_report());
    let subject = Expr::col((contradiction::Entity, contradiction::Column::SubjectReportId));
    let about = contradiction::Entity::find()
        .select_only()
        .column(contradiction::Column::Id)
        .filter(subject.equals((report::Entity, report::Column::Id)));
    Condition::any().add(Expr::exists(sides.into_query())).add(Expr::exists(about.into_query()))
}
