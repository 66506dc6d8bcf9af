//! The tracker's one word for a show, in the database: what [`status`](super::status::status) says, as a condition.

use ::entity::kinds::{DatePrecision, Outcome, ShowFormat};
use ::entity::{claim, resolution, season, show};
use chrono::NaiveDate;
use sea_orm::sea_query::{Expr, ExprTrait as _, Func, SelectStatement};
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait, JoinType, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    QueryTrait as _, RelationTrait as _, Select,
};

use crate::store::decision::MAKERS;
use crate::store::release::{begun_by, out};
use crate::store::status::ShowStatus;

/// The condition that the word for a show on a day is one of `statuses`; true or false, never unknown.
pub fn has_status(statuses: &[ShowStatus], day: NaiveDate) -> Condition {
    Condition::all().add(word(day).is_in(statuses.iter().map(|status| code(*status))))
}

/// A number for each word; 0 is none.
fn code(status: ShowStatus) -> i32 {
    match status {
        ShowStatus::Announced => 1,
        ShowStatus::Upcoming => 2,
        ShowStatus::Airing => 3,
        ShowStatus::Renewed => 4,
        ShowStatus::InLimbo => 5,
        ShowStatus::Cancelled => 6,
        ShowStatus::Ended => 7,
    }
}

/// The word for the show in the row around, as its number. All is asked of that show alone, so that a page of a long list costs no more
/// than one of a short.
fn word(day: NaiveDate) -> Expr {
    let number = || season::Column::Number.into_expr();
    let last = number().eq(latest(day)).and(number().gt(0));
    let is_complete = out(season::Column::CompletedOn, season::Column::CompletedOnPrecision, day);
    let is_whole = Expr::exists(seasons().filter(last).filter(is_complete).into_query());
    let is_known = Expr::exists(seasons().filter(number().gt(0)).into_query());
    Expr::case(Condition::any().add(is_over(day)).add(is_whole), between_seasons(day))
        .case(latest(day).gt(0), code(ShowStatus::Airing))
        .case(out(show::Column::PremieredOn, show::Column::PremieredOnPrecision, day), 0)
        .case(show::Column::PremieredOn.is_not_null().or(is_known), before_release(day))
        .finally(0)
        .into()
}

fn before_release(day: NaiveDate) -> Expr {
    let is_called_off = ruled(day).is_in([ShowStatus::Cancelled, ShowStatus::Ended].map(code));
    let dated = season::Column::Number.gt(0).and(season::Column::PremieredOnPrecision.eq(DatePrecision::Day));
    let is_set = show::Column::PremieredOnPrecision
        .eq(DatePrecision::Day)
        .or(Expr::exists(seasons().filter(dated).into_query()));
    Expr::case(is_called_off, code(ShowStatus::Cancelled))
        .case(is_set, code(ShowStatus::Upcoming))
        .finally(code(ShowStatus::Announced))
        .into()
}

fn between_seasons(day: NaiveDate) -> Expr {
    let otherwise = Expr::case(is_over(day), code(ShowStatus::Ended))
        .case(is_to_come(day), code(ShowStatus::Renewed))
        .case(show::Column::Format.eq(ShowFormat::Limited), code(ShowStatus::Ended))
        .finally(code(ShowStatus::InLimbo));
    Func::coalesce([ruled(day), otherwise.into()]).into()
}

fn is_over(day: NaiveDate) -> Condition {
    out(show::Column::EndedOn, show::Column::EndedOnPrecision, day)
}

/// Whether the catalog has a season that has not begun, without the day of its order.
fn is_to_come(day: NaiveDate) -> Condition {
    let later = seasons().filter(season::Column::Number.into_expr().gt(latest(day))).into_query();
    let order = rulings()
        .filter(resolution::Column::Outcome.eq(Outcome::Renewed))
        .filter(resolution::Column::SeasonNumber.into_expr().gt(latest(day)));
    Condition::all().add(Expr::exists(later)).add(Expr::exists(order.into_query()).not())
}

/// The word that the answer about the next season decides, as its number; null = none.
fn ruled(day: NaiveDate) -> Expr {
    use resolution::Column;
    let number = || Column::SeasonNumber.into_expr();
    let is_own = number().eq(latest(day).add(1));
    let is_later_order = number().gt(latest(day).add(1)).and(Column::Outcome.eq(Outcome::Renewed));
    let governing = rulings()
        .join(JoinType::LeftJoin, resolution::Relation::Claim.def())
        .filter(Column::ResolvedOn.lte(day))
        .filter(is_own.or(is_later_order))
        .order_by_asc(Column::SeasonNumber)
        .limit(1);
    let mut governing = governing.into_query();
    governing.clear_selects().expr(verdict(day));
    governing.into()
}

fn verdict(day: NaiveDate) -> Expr {
    use resolution::Column;
    let is = |outcome: Outcome| Column::Outcome.eq(outcome);
    let is_reversed = || Column::ReversedOn.is_not_null().and(Column::ReversedOn.lte(day));
    let ordered_on: Expr =
        Expr::case(is(Outcome::Renewed), Column::ResolvedOn.into_expr()).finally(Column::ReversedOn.into_expr()).into();
    let is_in_force = Condition::any().add(is_over(day).not()).add(ordered_on.gt(show::Column::EndedOn.into_expr()));
    let renewed = Expr::case(is_in_force, code(ShowStatus::Renewed)).finally(Expr::null());
    Expr::case(is(Outcome::Renewed).and(is_reversed()), code(ShowStatus::Cancelled))
        .case(is(Outcome::Renewed).or(is(Outcome::NotRenewed).and(is_reversed())), renewed)
        .case(is(Outcome::Void).or(Column::ClaimId.is_null()), Expr::null())
        .case(is_farewell(day), code(ShowStatus::Ended))
        .finally(code(ShowStatus::Cancelled))
        .into()
}

/// Whether the deciding claim says that the story is complete.
fn is_farewell(day: NaiveDate) -> Expr {
    let last = season::Column::Number.gt(0).and(season::Column::Number.into_expr().eq(latest(day)));
    let mut began_on = seasons().filter(last).into_query();
    began_on.clear_selects().column((season::Entity, season::Column::PremieredOn));
    claim::Column::VoucherClass.is_in(MAKERS).or(claim::Column::SaidOn.into_expr().lt(Expr::from(began_on)))
}

/// The last season that has begun; 0 = none.
fn latest(day: NaiveDate) -> Expr {
    let mut latest: SelectStatement = seasons().filter(begun_by(day)).into_query();
    let number = Func::max(season::Column::Number.into_expr());
    latest.clear_selects().expr(Func::coalesce([Expr::from(number), Expr::val(0)]));
    latest.into()
}

/// The seasons of the show in the row around.
fn seasons() -> Select<season::Entity> {
    of_this_show(season::Column::ShowId)
}

/// The answered questions of the show in the row around.
fn rulings() -> Select<resolution::Entity> {
    of_this_show(resolution::Column::ShowId)
}

fn of_this_show<E: EntityTrait>(column: E::Column) -> Select<E> {
    let of_row = column.into_expr().equals((show::Entity, show::Column::Id));
    E::find().select_only().expr(Expr::val(1)).filter(of_row)
}
