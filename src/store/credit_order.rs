//! The orders of credits.

use ::entity::{credit, season, show};
use chrono::NaiveDate;
use sea_orm::ColumnTrait as _;
use sea_orm::sea_query::{Expr, ExprTrait as _, Func, Query};

use crate::store::credit::CreditRow;
use crate::store::page::{Direction, SortValue, Term};

/// Stands for an unknown day where the latest come first: before all others.
const BEFORE_ALL: NaiveDate = NaiveDate::from_ymd_opt(1, 1, 1).expect("a real day");
/// Stands for an unknown day where the earliest come first: after all others.
const AFTER_ALL: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a real day");

/// What credits are ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CreditOrderField {
    /// The premiere of the season, else of the show; unknown last.
    Date,
    /// The place within show and job.
    Position,
}

/// One part of an order of credits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CreditOrder {
    /// What it goes by.
    pub field: CreditOrderField,
    /// Upwards or downwards.
    pub direction: Direction,
}

/// Latest first.
const LATEST: CreditOrder = CreditOrder { field: CreditOrderField::Date, direction: Direction::Desc };

/// By job and position, as credits are printed.
pub(super) fn by_position() -> Vec<Term<CreditRow>> {
    terms(&[CreditOrder { field: CreditOrderField::Position, direction: Direction::Asc }])
}

/// The terms of an order, with the tie-break; latest first when nothing is asked.
pub(super) fn terms(orders: &[CreditOrder]) -> Vec<Term<CreditRow>> {
    let orders = if orders.is_empty() { &[LATEST] } else { orders };
    let last = orders.last().map_or(Direction::Asc, |order| order.direction);
    let tie = Term::new(credit::Column::Id.into_expr(), last, |row: &CreditRow| SortValue::Int(row.credit.id.0));
    orders.iter().map(|order| order.term()).chain([tie]).collect()
}

impl CreditOrder {
    fn term(self) -> Term<CreditRow> {
        match (self.field, self.direction) {
            (CreditOrderField::Date, Direction::Asc) => Term::new(dated_on(AFTER_ALL), Direction::Asc, |row| {
                SortValue::Day(row.dated_on().unwrap_or(AFTER_ALL))
            }),
            (CreditOrderField::Date, Direction::Desc) => Term::new(dated_on(BEFORE_ALL), Direction::Desc, |row| {
                SortValue::Day(row.dated_on().unwrap_or(BEFORE_ALL))
            }),
            (CreditOrderField::Position, direction) => {
                Term::new(credit::Column::Position.into_expr(), direction, |row| {
                    SortValue::Int(row.credit.position.into())
                })
            }
        }
    }
}

/// [`CreditRow::dated_on`] in the database; `unknown` where it is null.
fn dated_on(unknown: NaiveDate) -> Expr {
    let of = |column: credit::Column| Expr::col((credit::Entity, column));
    let of_season = Query::select()
        .column(("dated", season::Column::PremieredOn))
        .from_as(season::Entity, "dated")
        .and_where(Expr::col(("dated", season::Column::ShowId)).eq(of(credit::Column::ShowId)))
        .and_where(Expr::col(("dated", season::Column::Number)).eq(of(credit::Column::SeasonNumber)))
        .take();
    let of_show = Query::select()
        .column(("dated", show::Column::PremieredOn))
        .from_as(show::Entity, "dated")
        .and_where(Expr::col(("dated", show::Column::Id)).eq(of(credit::Column::ShowId)))
        .take();
    Func::coalesce([of_season.into(), of_show.into(), Expr::val(unknown)]).into()
}
