//! Shows.

use std::sync::Arc;

use ::entity::show;
use chrono::NaiveDate;
use sea_orm::sea_query::{Expr, SelectStatement};
use sea_orm::{
    ConnectionTrait as _, DatabaseConnection, DbErr, EntityTrait as _, FromQueryResult as _, QueryFilter as _,
    QueryResult, QueryTrait as _, Select, Value,
};

use crate::store::list::{Brings, List};
use crate::store::page::Term;
use crate::store::show_filter::ShowFilter;
use crate::store::show_order::{ShowOrder, terms};

/// A show in a list, with what the list is ordered by.
#[derive(Clone, Debug, PartialEq)]
pub struct ListedShow<P> {
    /// Under what it stands.
    pub parent: P,
    /// The show.
    pub show: Arc<show::Model>,
    /// What is computed of it.
    pub figures: Figures,
}

/// What is computed of a show for an order; only what that order needs, with its stand-in where it is unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figures {
    /// Nominations won.
    pub wins: i64,
    /// Latest reading of the source.
    pub latest_rating: f64,
    /// First known day of an episode to come.
    pub next_episode_on: NaiveDate,
    /// Probability of the next season.
    pub renewal_probability: f64,
}

impl Figures {
    /// Selects what `order` needs beside the rows; `place` puts an expression on `show` where the statement can see it.
    pub(super) fn select(order: &[ShowOrder], statement: &mut SelectStatement, place: fn(Expr) -> Expr) {
        for (name, expression) in order.iter().filter_map(ShowOrder::computed) {
            statement.expr_as(place(expression), name);
        }
    }

    /// Reads what `order` needed.
    pub(super) fn read(order: &[ShowOrder], row: &QueryResult) -> Result<Self, DbErr> {
        let mut figures = Self::default();
        for (name, _) in order.iter().filter_map(ShowOrder::computed) {
            match name {
                "wins" => figures.wins = row.try_get("", name)?,
                "renewal_probability" => figures.renewal_probability = row.try_get("", name)?,
                "latest_rating" => figures.latest_rating = row.try_get("", name)?,
                _ => figures.next_episode_on = row.try_get("", name)?,
            }
        }
        Ok(figures)
    }
}

/// Shows of the catalog.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Shows {
    /// Which of them.
    pub filter: ShowFilter,
    /// In which order; empty = most popular first.
    pub order: Vec<ShowOrder>,
}

impl List for Shows {
    type Parent = ();
    type Entity = show::Entity;
    type Row = ListedShow<()>;

    fn key(&self) -> show::Column {
        show::Column::Id
    }

    fn parent(&self) -> Option<(show::Column, fn(()) -> Value)> {
        None
    }

    fn parent_of(&self, _: &ListedShow<()>) {}

    fn rows(&self) -> Select<show::Entity> {
        show::Entity::find().filter(self.filter.condition())
    }

    fn order(&self) -> Vec<Term<ListedShow<()>>> {
        terms(&self.order)
    }

    async fn read(&self, select: Select<show::Entity>, db: &DatabaseConnection) -> Result<Vec<ListedShow<()>>, DbErr> {
        let mut statement = select.into_query();
        Figures::select(&self.order, &mut statement, |expression| expression);
        let rows = db.query_all(&statement).await?;
        let listed = |row: &QueryResult| {
            let show = Arc::new(show::Model::from_query_result(row, "")?);
            Ok(ListedShow { parent: (), show, figures: Figures::read(&self.order, row)? })
        };
        rows.iter().map(listed).collect()
    }
}

impl<P> Brings<show::Model> for ListedShow<P> {
    fn brought(self: &Arc<Self>) -> Arc<show::Model> {
        self.show.clone()
    }
}
