//! Lists of stored outlooks: seasons in play across the catalog, by what their answer says. What is unknown stands last.

use std::sync::Arc;

use ::entity::ids::OutlookId;
use ::entity::{outlook, show};
use chrono::NaiveDate;
use sea_orm::sea_query::{Expr, ExprTrait as _, Func};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait as _, DatabaseConnection, DbErr, EntityTrait as _, FromQueryResult as _,
    QueryFilter as _, QueryResult, QuerySelect as _, QueryTrait as _, Select, Value,
};

use crate::store::list::{Brings, List};
use crate::store::outlook_filter::OutlookFilter;
use crate::store::page::{Direction, SortValue, Term};
use crate::store::target::Target;

/// Stand for an unknown day, smallest first and largest first.
const NO_DAY: [NaiveDate; 2] =
    [NaiveDate::from_ymd_opt(9999, 12, 31).expect("a real day"), NaiveDate::from_ymd_opt(1, 1, 1).expect("a real day")];
/// Stand for an unknown change, which is within -1..1, smallest first and largest first.
pub(super) const NO_SHARE: [f64; 2] = [2.0, -2.0];

/// By what outlooks are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OutlookSort {
    /// The probability.
    Probability,
    /// It minus that of thirty days before.
    Change,
    /// Width of the 80 % range.
    IntervalWidth,
    /// Last day on which somebody looked.
    CheckedUntil,
    /// Last day that counts.
    Horizon,
    /// Popularity of the show within this server.
    Popularity,
}

/// In which order outlooks come; empty = the most probable first.
pub type OutlookOrder = Vec<(OutlookSort, Direction)>;

/// What a list needs of an outlook: the season that it is about, and what the list is ordered by.
#[derive(Clone, Debug, PartialEq)]
pub struct ListedOutlook {
    /// The season.
    pub target: Arc<Target>,
    id: OutlookId,
    probability: f64,
    change: Option<f64>,
    width: f64,
    checked_until: Option<NaiveDate>,
    horizon: NaiveDate,
}

impl Brings<Target> for ListedOutlook {
    fn brought(self: &Arc<Self>) -> Arc<Target> {
        self.target.clone()
    }
}

/// The columns of an outlook that a list reads; the answer itself is large.
const READ: [outlook::Column; 8] = [
    outlook::Column::Id,
    outlook::Column::SeasonNumber,
    outlook::Column::Probability,
    outlook::Column::Change30Days,
    outlook::Column::IntervalLow,
    outlook::Column::IntervalHigh,
    outlook::Column::CheckedUntil,
    outlook::Column::Horizon,
];

impl ListedOutlook {
    fn read(row: &QueryResult) -> Result<Self, DbErr> {
        let of = "A_";
        let show = Arc::new(show::Model::from_query_result(row, "B_")?);
        Ok(Self {
            target: Arc::new(Target { show, season: row.try_get(of, "season_number")? }),
            id: row.try_get(of, "id")?,
            probability: row.try_get(of, "probability")?,
            change: row.try_get(of, "change_30_days")?,
            width: row.try_get::<f64>(of, "interval_high")? - row.try_get::<f64>(of, "interval_low")?,
            checked_until: row.try_get(of, "checked_until")?,
            horizon: row.try_get(of, "horizon")?,
        })
    }
}

/// The stored outlooks of the catalog.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Outlooks {
    /// Which of them.
    pub filter: OutlookFilter,
    /// In which order.
    pub order: OutlookOrder,
}

impl List for Outlooks {
    type Parent = ();
    type Entity = outlook::Entity;
    type Row = ListedOutlook;

    fn key(&self) -> outlook::Column {
        outlook::Column::Id
    }

    fn parent(&self) -> Option<(outlook::Column, fn(()) -> Value)> {
        None
    }

    fn parent_of(&self, _: &ListedOutlook) {}

    fn rows(&self) -> Select<outlook::Entity> {
        outlook::Entity::find().filter(self.filter.condition())
    }

    fn order(&self) -> Vec<Term<ListedOutlook>> {
        let by_probability = [(OutlookSort::Probability, Direction::Desc)];
        let order = if self.order.is_empty() { &by_probability } else { self.order.as_slice() };
        let last = order.last().map_or(Direction::Desc, |(_, direction)| *direction);
        let key = Term::new(outlook::Column::Id.into_expr(), last, |row: &ListedOutlook| SortValue::Int(row.id.0));
        order.iter().map(|(by, direction)| term(*by, *direction)).chain([key]).collect()
    }

    async fn read(
        &self,
        select: Select<outlook::Entity>,
        db: &DatabaseConnection,
    ) -> Result<Vec<ListedOutlook>, DbErr> {
        let with_show = select.select_only().columns(READ).inner_join(show::Entity).select_also(show::Entity);
        db.query_all(&with_show.into_query()).await?.iter().map(ListedOutlook::read).collect()
    }
}

fn term(by: OutlookSort, direction: Direction) -> Term<ListedOutlook> {
    use outlook::Column;
    let is_up = direction == Direction::Asc;
    let [last_up, last_down] = NO_DAY;
    let day = if is_up { last_up } else { last_down };
    match by {
        OutlookSort::Probability => {
            Term::new(Column::Probability.into_expr(), direction, |row| SortValue::float(row.probability))
        }
        OutlookSort::Change => {
            let [last_up, last_down] = NO_SHARE;
            let none = if is_up { last_up } else { last_down };
            Term::new(
                known(Column::Change30Days.into_expr(), none),
                direction,
                if is_up { change_up } else { change_down },
            )
        }
        OutlookSort::IntervalWidth => {
            let width = Column::IntervalHigh.into_expr().sub(Column::IntervalLow.into_expr());
            Term::new(width, direction, |row| SortValue::float(row.width))
        }
        OutlookSort::CheckedUntil => {
            let looked = if is_up { looked_up } else { looked_down };
            Term::new(known(Column::CheckedUntil.into_expr(), day), direction, looked)
        }
        OutlookSort::Horizon => Term::new(Column::Horizon.into_expr(), direction, |row| SortValue::Day(row.horizon)),
        OutlookSort::Popularity => Term::new(show::Column::Popularity.into_expr(), direction, |row| {
            SortValue::float(row.target.show.popularity)
        }),
    }
}

fn known(value: Expr, otherwise: impl Into<Expr>) -> Expr {
    Func::coalesce([value, otherwise.into()]).into()
}

fn change_up(row: &ListedOutlook) -> SortValue {
    SortValue::float(row.change.unwrap_or(NO_SHARE[0]))
}

fn change_down(row: &ListedOutlook) -> SortValue {
    SortValue::float(row.change.unwrap_or(NO_SHARE[1]))
}

fn looked_up(row: &ListedOutlook) -> SortValue {
    SortValue::Day(row.checked_until.unwrap_or(NO_DAY[0]))
}

fn looked_down(row: &ListedOutlook) -> SortValue {
    SortValue::Day(row.checked_until.unwrap_or(NO_DAY[1]))
}
