//! Which claims.

use ::entity::ids::{ClaimId, OriginId, OutletId, ReportId, ShowId};
use ::entity::kinds::{Certainty, ClaimKind, ClaimTopic, PlatformReply, Stance, VoucherClass};
use ::entity::{claim, claim_season, report};
use chrono::NaiveDate;
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, QuerySelect as _, QueryTrait as _};

use crate::store::claim::{Subject, Voucher};
use crate::store::filter::{DateFilter, known_one_of, one_of};
use crate::store::node::NodeKey;
use crate::store::standing::ClaimStanding;
use crate::store::standing_filter::has_standing;

/// Which claims: all that is given must hold, and an empty list holds for any claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ClaimFilter {
    /// All of these hold.
    pub all: Vec<ClaimFilter>,
    /// One of these holds.
    pub any: Vec<ClaimFilter>,
    /// This does not hold.
    pub not: Option<Box<ClaimFilter>>,
    /// Itself.
    pub ids: Vec<ClaimId>,
    /// Stable names in the files they came from.
    pub codes: Vec<String>,
    /// In whose ledgers they stand.
    pub shows: Vec<ShowId>,
    /// What they speak of.
    pub subjects: Vec<NodeKey>,
    /// Target seasons.
    pub seasons: Vec<i32>,
    /// What they are about.
    pub topics: Vec<ClaimTopic>,
    /// What kind.
    pub kinds: Vec<ClaimKind>,
    /// For, against or neither.
    pub stances: Vec<Stance>,
    /// How sure they are worded.
    pub certainties: Vec<Certainty>,
    /// Replies of platforms.
    pub platform_replies: Vec<PlatformReply>,
    /// Classes of those who answer for them.
    pub voucher_classes: Vec<VoucherClass>,
    /// Those who answer for them.
    pub vouchers: Vec<NodeKey>,
    /// Outlets that published them.
    pub outlets: Vec<OutletId>,
    /// Utterances they go back to.
    pub origins: Vec<OriginId>,
    /// Reports that make them.
    pub reports: Vec<ReportId>,
    /// When they were said: the first day that it can have been.
    pub said_on: DateFilter,
    /// When they could first be known.
    pub known_on: DateFilter,
    /// What became of them by the day of the list.
    pub standings: Vec<ClaimStanding>,
}

impl ClaimFilter {
    /// The condition on a claim as it stood on a day; true or false, never unknown.
    pub(super) fn condition(&self, day: NaiveDate) -> Condition {
        let nested =
            |filters: &[Self], all| filters.iter().fold(all, |all: Condition, filter| all.add(filter.condition(day)));
        Condition::all()
            .add_option((!self.all.is_empty()).then(|| nested(&self.all, Condition::all())))
            .add_option((!self.any.is_empty()).then(|| nested(&self.any, Condition::any())))
            .add_option(self.not.as_ref().map(|filter| filter.condition(day).not()))
            .add(self.of_what_is_said())
            .add(self.of_who_says_it())
            .add(self.said_on.condition(&claim::Column::SaidOn.into_expr()))
            .add(self.known_on.condition(&claim::Column::KnownAt.into_expr()))
            .add_option((!self.standings.is_empty()).then(|| self.of_what_became(day)))
    }

    fn of_what_became(&self, day: NaiveDate) -> Condition {
        self.standings.iter().fold(Condition::any(), |any, standing| any.add(has_standing(*standing, day)))
    }

    fn of_what_is_said(&self) -> Condition {
        let is = |column: claim::Column| column.into_expr();
        Condition::all()
            .add_option(one_of(is(claim::Column::Id), self.ids.iter().copied()))
            .add_option(known_one_of(is(claim::Column::Code), self.codes.iter().cloned()))
            .add_option(one_of(is(claim::Column::ShowId), self.shows.iter().copied()))
            .add_option((!self.subjects.is_empty()).then(|| Subject::any(&self.subjects)))
            .add_option((!self.seasons.is_empty()).then(|| speaks_of(&self.seasons)))
            .add_option(one_of(is(claim::Column::Topic), self.topics.iter().copied()))
            .add_option(one_of(is(claim::Column::Kind), self.kinds.iter().copied()))
            .add_option(one_of(is(claim::Column::Stance), self.stances.iter().copied()))
            .add_option(known_one_of(is(claim::Column::Certainty), self.certainties.iter().copied()))
            .add_option(known_one_of(is(claim::Column::PlatformReply), self.platform_replies.iter().copied()))
    }

    fn of_who_says_it(&self) -> Condition {
        let is = |column: claim::Column| column.into_expr();
        Condition::all()
            .add_option(one_of(is(claim::Column::VoucherClass), self.voucher_classes.iter().copied()))
            .add_option((!self.vouchers.is_empty()).then(|| Voucher::any(&self.vouchers)))
            .add_option((!self.outlets.is_empty()).then(|| published_by(&self.outlets)))
            .add_option(one_of(is(claim::Column::OriginId), self.origins.iter().copied()))
            .add_option(known_one_of(is(claim::Column::ReportId), self.reports.iter().copied()))
    }
}

/// Claims that speak of one of these seasons.
fn speaks_of(seasons: &[i32]) -> Condition {
    let of_claim = Expr::col((claim_season::Entity, claim_season::Column::ClaimId));
    let named = claim_season::Entity::find()
        .select_only()
        .column(claim_season::Column::ClaimId)
        .filter(of_claim.equals((claim::Entity, claim::Column::Id)))
        .filter(claim_season::Column::SeasonNumber.is_in(seasons.iter().copied()));
    Condition::all().add(Expr::exists(named.into_query()))
}

/// Claims in reports of these outlets.
fn published_by(outlets: &[OutletId]) -> Condition {
    let reports = report::Entity::find()
        .select_only()
        .column(report::Column::Id)
        .filter(report::Column::OutletId.is_in(outlets.iter().copied()));
    let column = claim::Column::ReportId;
    Condition::all().add(column.is_not_null()).add(column.in_subquery(reports.into_query()))
}
