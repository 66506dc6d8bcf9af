//! The orders of people.

use ::entity::person;
use sea_orm::ColumnTrait as _;
use sea_orm::sea_query::Expr;

use crate::store::page::{Direction, SortValue, Term};
use crate::store::person::PersonRow;
use crate::store::person_filter::wins;

/// What people are ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PersonOrderField {
    /// How well known they are.
    Popularity,
    /// The name to print.
    Name,
    /// Awards won, shared ones counted.
    Wins,
    /// The last change.
    UpdatedAt,
}

/// One part of an order of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PersonOrder {
    /// What it goes by.
    pub field: PersonOrderField,
    /// Upwards or downwards.
    pub direction: Direction,
}

/// The most popular first.
const POPULAR: PersonOrder = PersonOrder { field: PersonOrderField::Popularity, direction: Direction::Desc };

/// The terms of an order, with the tie-break; the most popular first when nothing is asked.
pub(super) fn terms(orders: &[PersonOrder]) -> Vec<Term<PersonRow>> {
    let orders = if orders.is_empty() { &[POPULAR] } else { orders };
    let last = orders.last().map_or(Direction::Desc, |order| order.direction);
    let tie = Term::new(person::Column::Id.into_expr(), last, |row: &PersonRow| SortValue::Int(row.person.id.0));
    orders.iter().map(|order| order.term()).chain([tie]).collect()
}

impl PersonOrder {
    fn term(self) -> Term<PersonRow> {
        let (by, of): (Expr, fn(&PersonRow) -> SortValue) = match self.field {
            PersonOrderField::Popularity => {
                (person::Column::Popularity.into_expr(), |row| SortValue::float(row.person.popularity))
            }
            PersonOrderField::Name => {
                (person::Column::SortKey.into_expr(), |row| SortValue::Text(row.person.sort_key.clone()))
            }
            PersonOrderField::Wins => (wins(), |row| SortValue::Int(row.wins)),
            PersonOrderField::UpdatedAt => {
                (person::Column::UpdatedAt.into_expr(), |row| SortValue::Instant(row.person.updated_at))
            }
        };
        Term::new(by, self.direction, of)
    }
}
