//! Orders of nominations.

use ::entity::kinds::NominationResult;
use ::entity::{award_ceremony, nomination, nomination_recipient};
use chrono::NaiveDate;
use sea_orm::ColumnTrait as _;
use sea_orm::sea_query::{Expr, ExprTrait as _, Func, Query, SelectStatement};

use crate::store::nomination::NominationRow;
use crate::store::page::{Direction, SortValue, Term};

/// Before every ceremony: where those without a day stand when the latest come first.
const BEFORE_ALL: NaiveDate = NaiveDate::from_ymd_opt(1000, 1, 1).expect("a real day");
/// After every ceremony: where those without a day stand when the earliest come first.
const AFTER_ALL: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a real day");

/// What nominations are ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NominationOrderField {
    /// The day of the announcement, else of the ceremony; unknown days last.
    AnnouncedOn,
    /// Nominated, then won.
    Result,
}

/// One term of an order of nominations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NominationOrder {
    /// What it goes by.
    pub field: NominationOrderField,
    /// Upwards or downwards.
    pub direction: Direction,
}

/// The order of the table of nominations.
pub(super) fn of_nominations(order: &[NominationOrder]) -> Vec<Term<NominationRow>> {
    let own = |column: nomination::Column| column.into_expr();
    terms(order, own, nomination::Column::Id.into_expr())
}

/// The order of the table of recipients: the same, read through the nomination.
pub(super) fn of_recipients(order: &[NominationOrder]) -> Vec<Term<NominationRow>> {
    let key = || nomination_recipient::Column::NominationId.into_expr();
    let through = |column: nomination::Column| {
        let is_it = nomination::Column::Id.into_expr().eq(key());
        scalar(Query::select().expr(column.into_expr()).from(nomination::Entity).and_where(is_it).take())
    };
    terms(order, through, key())
}

fn terms(
    order: &[NominationOrder],
    column: impl Fn(nomination::Column) -> Expr,
    key: Expr,
) -> Vec<Term<NominationRow>> {
    let mut terms: Vec<_> = order.iter().map(|order| term(*order, &column)).collect();
    let last = order.last().map_or(Direction::Desc, |order| order.direction);
    terms.push(Term::new(key, last, |row| SortValue::Int(row.nomination.id.0)));
    terms
}

fn term(order: NominationOrder, column: impl Fn(nomination::Column) -> Expr) -> Term<NominationRow> {
    let ceremony = || column(nomination::Column::AwardCeremonyId);
    match (order.field, order.direction) {
        (NominationOrderField::AnnouncedOn, Direction::Asc) => {
            Term::new(announced(ceremony(), AFTER_ALL), Direction::Asc, |row| day(row, AFTER_ALL))
        }
        (NominationOrderField::AnnouncedOn, Direction::Desc) => {
            Term::new(announced(ceremony(), BEFORE_ALL), Direction::Desc, |row| day(row, BEFORE_ALL))
        }
        (NominationOrderField::Result, direction) => Term::new(column(nomination::Column::Result), direction, result),
    }
}

/// The day of the announcement at `ceremony`, else of the ceremony itself, else `unknown`.
fn announced(ceremony: Expr, unknown: NaiveDate) -> Expr {
    let day = Func::coalesce([
        award_ceremony::Column::AnnouncedOn.into_expr(),
        award_ceremony::Column::HeldOn.into_expr(),
        unknown.into(),
    ]);
    let is_it = award_ceremony::Column::Id.into_expr().eq(ceremony);
    scalar(Query::select().expr(day).from(award_ceremony::Entity).and_where(is_it).take())
}

fn scalar(select: SelectStatement) -> Expr {
    Expr::SubQuery(None, Box::new(select.into()))
}

fn day(row: &NominationRow, unknown: NaiveDate) -> SortValue {
    let ceremony = &row.ceremony.ceremony;
    SortValue::Day(ceremony.announced_on.or(ceremony.held_on).unwrap_or(unknown))
}

fn result(row: &NominationRow) -> SortValue {
    // The stored words; they order alike in every collation.
    let word = match row.nomination.result {
        NominationResult::Nominated => "nominated",
        NominationResult::Won => "won",
    };
    SortValue::Text(word.to_owned())
}
