//! Episodes.

use ::entity::episode;
use ::entity::ids::{SeasonId, ShowId};
use ::entity::kinds::DatePrecision;
use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait as _, Condition, DatabaseConnection, DbErr, EntityTrait as _, QueryFilter as _, Select, Value,
};

use crate::store::filter::{DateFilter, one_of};
use crate::store::list::{List, Paged};
use crate::store::page::{Direction, PageRequest, SortValue, Term};
use crate::store::release::out;

/// Which episodes; all that is given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct EpisodeFilter {
    /// Season numbers; empty = any.
    pub seasons: Vec<i32>,
    /// First day they can be out.
    pub aired_on: DateFilter,
}

impl EpisodeFilter {
    fn rows(&self) -> Select<episode::Entity> {
        let seasons = one_of(episode::Column::SeasonNumber.into_expr(), self.seasons.iter().copied());
        let fits =
            Condition::all().add_option(seasons).add(self.aired_on.condition(&episode::Column::AiredOn.into_expr()));
        episode::Entity::find().filter(fits)
    }
}

/// The episodes of a show by season and number.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EpisodesOfShow(pub EpisodeFilter);

/// The episodes of a season by number.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EpisodesOfSeason(pub EpisodeFilter);

/// The episodes of a show on one side of a day, nearest first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum EpisodesAround {
    /// Out by the end of that day, latest first.
    OutOn(NaiveDate),
    /// With a known day after that one, soonest first.
    After(NaiveDate),
}

impl EpisodesAround {
    /// The nearest one.
    pub fn nearest(self) -> Paged<Self> {
        Paged { list: self, page: PageRequest::first(1) }
    }
}

macro_rules! list_of_episodes {
    ($list:ident under $parent:ident($column:ident, $field:ident)) => {
        impl List for $list {
            type Parent = $parent;
            type Entity = episode::Entity;
            type Row = episode::Model;

            fn key(&self) -> episode::Column {
                episode::Column::Id
            }

            fn parent(&self) -> Option<(episode::Column, fn($parent) -> Value)> {
                Some((episode::Column::$column, Value::from))
            }

            fn parent_of(&self, row: &episode::Model) -> $parent {
                row.$field
            }

            fn rows(&self) -> Select<episode::Entity> {
                self.fitting()
            }

            fn order(&self) -> Vec<Term<episode::Model>> {
                self.ordered()
            }

            async fn read(
                &self,
                select: Select<episode::Entity>,
                db: &DatabaseConnection,
            ) -> Result<Vec<episode::Model>, DbErr> {
                select.all(db).await
            }
        }
    };
}

list_of_episodes!(EpisodesOfShow under ShowId(ShowId, show_id));
list_of_episodes!(EpisodesOfSeason under SeasonId(SeasonId, season_id));
list_of_episodes!(EpisodesAround under ShowId(ShowId, show_id));

impl EpisodesOfShow {
    fn fitting(&self) -> Select<episode::Entity> {
        self.0.rows()
    }

    #[expect(clippy::unused_self, reason = "every list of episodes is asked alike")]
    fn ordered(&self) -> Vec<Term<episode::Model>> {
        by_number(Direction::Asc)
    }
}

impl EpisodesOfSeason {
    fn fitting(&self) -> Select<episode::Entity> {
        self.0.rows()
    }

    #[expect(clippy::unused_self, reason = "every list of episodes is asked alike")]
    fn ordered(&self) -> Vec<Term<episode::Model>> {
        by_number(Direction::Asc)
    }
}

impl EpisodesAround {
    fn fitting(&self) -> Select<episode::Entity> {
        use episode::Column;
        episode::Entity::find().filter(match *self {
            Self::OutOn(day) => out(Column::AiredOn, Column::AiredOnPrecision, day),
            Self::After(day) => after(day),
        })
    }

    fn ordered(&self) -> Vec<Term<episode::Model>> {
        let direction = match self {
            Self::OutOn(_) => Direction::Desc,
            Self::After(_) => Direction::Asc,
        };
        // Both sides hold only episodes with a day.
        let day = |row: &episode::Model| SortValue::Day(row.aired_on.unwrap_or_default());
        let mut terms = vec![Term::new(episode::Column::AiredOn.into_expr(), direction, day)];
        terms.extend(by_number(direction));
        terms
    }
}

/// Episodes with a known day after `day`.
pub(super) fn after(day: NaiveDate) -> Condition {
    use episode::Column;
    Condition::all().add(Column::AiredOn.gt(day)).add(Column::AiredOnPrecision.eq(DatePrecision::Day))
}

fn by_number(direction: Direction) -> Vec<Term<episode::Model>> {
    let season = episode::Column::SeasonNumber.into_expr();
    let number = episode::Column::Number.into_expr();
    vec![
        Term::new(season, direction, |row| SortValue::Int(row.season_number.into())),
        Term::new(number, direction, |row| SortValue::Int(row.number.into())),
    ]
}
