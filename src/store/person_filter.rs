//! Which people.

use ::entity::ids::{PersonId, ShowId};
use ::entity::kinds::{CreditState, NominationResult};
use ::entity::{credit, external_id, nomination, nomination_recipient, person, term};
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, QuerySelect as _, QueryTrait as _};

use crate::store::credit::with_job;
use crate::store::filter::{DateFilter, DateTimeFilter, IntFilter, one_of};
use crate::store::search::Searched;
use crate::store::search_filter::found_by;

/// Which people; all that is given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct PersonFilter {
    /// All of these hold.
    pub all: Vec<PersonFilter>,
    /// One of these holds; empty = not asked.
    pub any: Vec<PersonFilter>,
    /// This does not hold.
    pub not: Option<Box<PersonFilter>>,
    /// Keys; empty = any.
    pub ids: Vec<PersonId>,
    /// A spelling, as in search; null = any.
    pub search: Option<String>,
    /// Job codes of their credits; empty = any.
    pub jobs: Vec<String>,
    /// Shows on which they are credited; empty = any.
    pub shows: Vec<ShowId>,
    /// Awards won, shared ones counted.
    pub wins: IntFilter,
    /// Day of birth.
    pub birth_date: DateFilter,
    /// Catalogs that know them; empty = any.
    pub external_id_sources: Vec<String>,
    /// Last change.
    pub updated_at: DateTimeFilter,
}

impl PersonFilter {
    /// The condition on the table of people.
    pub(super) fn condition(&self) -> Condition {
        let any = self.any.iter().fold(Condition::any(), |any, filter| any.add(filter.condition()));
        let all = self.all.iter().fold(self.own(), |all, filter| all.add(filter.condition()));
        all.add_option((!self.any.is_empty()).then_some(any))
            .add_option(self.not.as_ref().map(|filter| Condition::all().add(filter.condition()).not()))
    }

    /// The condition of its own fields.
    fn own(&self) -> Condition {
        let id = || person::Column::Id;
        Condition::all()
            .add_option(one_of(id().into_expr(), self.ids.iter().copied()))
            .add_option(self.search.as_ref().map(|text| found_by(text, Searched::Person, id().into_expr())))
            .add_option(self.credited())
            .add_option((self.wins != IntFilter::default()).then(|| self.wins.condition(&wins())))
            .add(self.birth_date.condition(&person::Column::BirthDate.into_expr()))
            .add_option(self.known_elsewhere())
            .add(self.updated_at.condition(&person::Column::UpdatedAt.into_expr()))
    }

    /// They have a credit in one of the jobs on one of the shows.
    fn credited(&self) -> Option<Expr> {
        let job = (!self.jobs.is_empty()).then(|| with_job(term::Column::Code.is_in(self.jobs.clone()).into()));
        let show = (!self.shows.is_empty()).then(|| credit::Column::ShowId.is_in(self.shows.iter().copied()));
        if job.is_none() && show.is_none() {
            return None;
        }
        let credits = credit::Entity::find()
            .select_only()
            .column(credit::Column::PersonId)
            .filter(credit::Column::State.eq(CreditState::Credited))
            .filter(Condition::all().add_option(job).add_option(show));
        Some(person::Column::Id.in_subquery(credits.into_query()))
    }

    /// One of the catalogs knows them.
    fn known_elsewhere(&self) -> Option<Expr> {
        let sources = (!self.external_id_sources.is_empty()).then(|| self.external_id_sources.clone())?;
        let known = external_id::Entity::find()
            .select_only()
            .column(external_id::Column::PersonId)
            .filter(external_id::Column::Source.is_in(sources))
            .filter(external_id::Column::PersonId.is_not_null());
        Some(person::Column::Id.in_subquery(known.into_query()))
    }
}

/// How many awards a person won, shared ones counted.
pub(super) fn wins() -> Expr {
    let of = |column| Expr::col((nomination_recipient::Entity, column));
    let won = Query::select()
        .expr(of(nomination_recipient::Column::Id).count())
        .from(nomination_recipient::Entity)
        .inner_join(
            nomination::Entity,
            Expr::col((nomination::Entity, nomination::Column::Id)).eq(of(nomination_recipient::Column::NominationId)),
        )
        .and_where(of(nomination_recipient::Column::PersonId).eq(Expr::col((person::Entity, person::Column::Id))))
        .and_where(Expr::col((nomination::Entity, nomination::Column::Result)).eq(NominationResult::Won))
        .take();
    won.into()
}
