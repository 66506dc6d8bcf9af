//! People.

use std::sync::Arc;

use ::entity::person;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ConnectionTrait as _, DatabaseConnection, DbErr, EntityTrait as _, FromQueryResult as _, QueryFilter as _,
    QueryResult, QueryTrait as _, Select, Value,
};

use crate::store::list::{Brings, List};
use crate::store::page::Term;
use crate::store::person_filter::{PersonFilter, wins};
use crate::store::person_order::{self, PersonOrder, PersonOrderField};

/// A person of a list with what it is ordered by.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonRow {
    /// The person.
    pub person: Arc<person::Model>,
    /// Awards won; read only where the list is ordered by them.
    pub wins: i64,
}

impl Brings<person::Model> for PersonRow {
    fn brought(self: &Arc<Self>) -> Arc<person::Model> {
        self.person.clone()
    }
}

/// People of the catalog.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct People {
    /// Which of them.
    pub filter: PersonFilter,
    /// In which order; empty = the most popular first.
    pub order: Vec<PersonOrder>,
}

impl List for People {
    type Parent = ();
    type Entity = person::Entity;
    type Row = PersonRow;

    fn key(&self) -> person::Column {
        person::Column::Id
    }

    fn parent(&self) -> Option<(person::Column, fn(()) -> Value)> {
        None
    }

    fn parent_of(&self, _: &PersonRow) {}

    fn rows(&self) -> Select<person::Entity> {
        person::Entity::find().filter(self.filter.condition())
    }

    fn order(&self) -> Vec<Term<PersonRow>> {
        person_order::terms(&self.order)
    }

    async fn read(&self, select: Select<person::Entity>, db: &DatabaseConnection) -> Result<Vec<PersonRow>, DbErr> {
        let by_wins = self.order.iter().any(|order| order.field == PersonOrderField::Wins);
        let mut query = select.into_query();
        query.expr_as(if by_wins { wins() } else { Expr::val(0_i64) }, "wins");
        let read = |row: &QueryResult| {
            let person = Arc::new(person::Model::from_query_result(row, "")?);
            Ok(PersonRow { person, wins: row.try_get("", "wins")? })
        };
        db.query_all(&query).await?.iter().map(read).collect()
    }
}
