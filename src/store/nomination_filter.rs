//! Which nominations.

use ::entity::ids::{PersonId, ShowId};
use ::entity::kinds::NominationResult;
use ::entity::{award, award_category, award_ceremony, nomination, nomination_recipient};
use sea_orm::sea_query::{Expr, ExprTrait as _, Query, SelectStatement};
use sea_orm::{ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, QuerySelect as _, QueryTrait as _};

use crate::store::filter::{DateFilter, IntFilter, known_one_of, one_of};

/// Which nominations; all that is given must hold, an empty list holds for any.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct NominationFilter {
    /// All of these hold.
    pub all: Vec<NominationFilter>,
    /// Any of these holds.
    pub any: Vec<NominationFilter>,
    /// This does not hold.
    pub not: Option<Box<NominationFilter>>,
    /// Slugs of award bodies.
    pub awards: Vec<String>,
    /// Numbers of ceremonies.
    pub editions: Vec<i32>,
    /// Calendar years of ceremonies.
    pub years: Option<IntFilter>,
    /// Codes of categories.
    pub categories: Vec<String>,
    /// Nominated or won.
    pub results: Vec<NominationResult>,
    /// Won, and so did others in the same category.
    pub is_shared: Option<bool>,
    /// Shows that they were for.
    pub shows: Vec<ShowId>,
    /// People whom they honour.
    pub people: Vec<PersonId>,
    /// Day on which the winners became public.
    pub announced_on: Option<DateFilter>,
}

impl NominationFilter {
    /// The condition on rows of the table `nomination`; it is never null, so its negation holds for all other rows.
    pub(super) fn condition(&self) -> Condition {
        let any = self.any.iter().fold(Condition::any(), |any, filter| any.add(filter.condition()));
        self.all
            .iter()
            .fold(Condition::all(), |all, filter| all.add(filter.condition()))
            .add_option((!self.any.is_empty()).then_some(any))
            .add_option(self.not.as_ref().map(|filter| filter.condition().not()))
            .add_option(self.ceremonies().map(|ids| nomination::Column::AwardCeremonyId.in_subquery(ids)))
            .add_option(self.categories().map(|ids| nomination::Column::AwardCategoryId.in_subquery(ids)))
            .add_option(one_of(nomination::Column::Result.into_expr(), self.results.iter().copied()))
            .add_option(self.is_shared.map(|is| if is { shared() } else { shared().not() }))
            .add_option(known_one_of(nomination::Column::ShowId.into_expr(), self.shows.iter().copied()))
            .add_option(self.honouring().map(|ids| nomination::Column::Id.in_subquery(ids)))
    }

    fn ceremonies(&self) -> Option<SelectStatement> {
        let years = |years: &IntFilter| years.condition(&award_ceremony::Column::Year.into_expr());
        let days = |days: &DateFilter| days.condition(&award_ceremony::Column::AnnouncedOn.into_expr());
        let fits = Condition::all()
            .add_option(self.awards().map(|ids| award_ceremony::Column::AwardId.in_subquery(ids)))
            .add_option(known_one_of(award_ceremony::Column::Edition.into_expr(), self.editions.iter().copied()))
            .add_option(self.years.as_ref().map(years))
            .add_option(self.announced_on.as_ref().map(days));
        let ceremonies = award_ceremony::Entity::find().select_only().column(award_ceremony::Column::Id);
        (!fits.is_empty()).then(|| ceremonies.filter(fits).into_query())
    }

    fn awards(&self) -> Option<SelectStatement> {
        let fits = one_of(award::Column::Slug.into_expr(), self.awards.iter().cloned())?;
        Some(award::Entity::find().select_only().column(award::Column::Id).filter(fits).into_query())
    }

    fn categories(&self) -> Option<SelectStatement> {
        let fits = one_of(award_category::Column::Code.into_expr(), self.categories.iter().cloned())?;
        Some(award_category::Entity::find().select_only().column(award_category::Column::Id).filter(fits).into_query())
    }

    fn honouring(&self) -> Option<SelectStatement> {
        let fits = known_one_of(nomination_recipient::Column::PersonId.into_expr(), self.people.iter().copied())?;
        let recipients = nomination_recipient::Entity::find().select_only();
        Some(recipients.column(nomination_recipient::Column::NominationId).filter(fits).into_query())
    }
}

/// Won, and another nomination of the same ceremony and category won too.
fn shared() -> Condition {
    let of = |column: nomination::Column| Expr::col(("other", column));
    let same = |column: nomination::Column| of(column).eq(column.into_expr());
    let other = Query::select()
        .expr(Expr::val(1))
        .from_as(nomination::Entity, "other")
        .and_where(same(nomination::Column::AwardCeremonyId))
        .and_where(same(nomination::Column::AwardCategoryId))
        .and_where(of(nomination::Column::Result).eq(NominationResult::Won))
        .and_where(of(nomination::Column::Id).ne(nomination::Column::Id.into_expr()))
        .take();
    Condition::all().add(nomination::Column::Result.eq(NominationResult::Won)).add(Expr::exists(other))
}
