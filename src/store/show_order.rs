//! Orders of shows. What is unknown stands last, upwards and downwards.

use ::entity::{rating, show};
use chrono::NaiveDate;
use sea_orm::ColumnTrait as _;
use sea_orm::sea_query::{Expr, Func};

use crate::store::as_of::AsOf;
use crate::store::outlook_list::NO_SHARE;
use crate::store::page::{Direction, SortValue, Term};
use crate::store::rating::latest_of_show;
use crate::store::show::ListedShow;
use crate::store::show_filter::{next_episode_on, renewal_probability, wins};

/// Stands for an unknown day where the largest come first.
const BEFORE_ALL_DAYS: NaiveDate = NaiveDate::from_ymd_opt(1, 1, 1).expect("a real day");
/// Stands for an unknown day where the smallest come first.
const AFTER_ALL_DAYS: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a real day");
/// Stand for no rating; scales begin at 0.
const NO_RATING: [f64; 2] = [1e300, -1.0];

/// What shows are ordered by.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ShowSort {
    /// Popularity within this server.
    Popularity,
    /// First day the premiere can be.
    PremieredOn,
    /// First day the end can be.
    EndedOn,
    /// Normalised display title.
    Title,
    /// Nominations won.
    Wins,
    /// Latest reading of a source.
    Rating {
        /// Lower case code, e.g. imdb.
        source: String,
    },
    /// First known day of an episode after a day.
    NextEpisodeOn(AsOf),
    /// Probability of its next season, as it is stored.
    RenewalProbability,
    /// Last change.
    UpdatedAt,
}

/// One step of an order.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ShowOrder {
    /// By what.
    pub by: ShowSort,
    /// Upwards or downwards.
    pub direction: Direction,
}

impl ShowOrder {
    /// The figure that stands in no column, with the name under which it is read.
    pub(super) fn computed(&self) -> Option<(&'static str, Expr)> {
        let name = match self.by {
            ShowSort::Wins => "wins",
            ShowSort::Rating { .. } => "latest_rating",
            ShowSort::NextEpisodeOn(_) => "next_episode_on",
            ShowSort::RenewalProbability => "renewal_probability",
            _ => return None,
        };
        Some((name, self.expression()))
    }

    /// What rows of `show` are sorted by; never null.
    fn expression(&self) -> Expr {
        use show::Column;
        let day = if self.direction == Direction::Asc { AFTER_ALL_DAYS } else { BEFORE_ALL_DAYS };
        match &self.by {
            ShowSort::Popularity => Column::Popularity.into_expr(),
            ShowSort::PremieredOn => known(Column::PremieredOn.into_expr(), day),
            ShowSort::EndedOn => known(Column::EndedOn.into_expr(), day),
            ShowSort::Title => Column::SortKey.into_expr(),
            ShowSort::Wins => wins(),
            ShowSort::Rating { source } => {
                let [lowest_first, highest_first] = NO_RATING;
                let none = if self.direction == Direction::Asc { lowest_first } else { highest_first };
                known(latest_of_show(source, rating::Column::Value), none)
            }
            ShowSort::NextEpisodeOn(today) => known(next_episode_on(*today), day),
            ShowSort::RenewalProbability => {
                let [lowest_first, highest_first] = NO_SHARE;
                let none = if self.direction == Direction::Asc { lowest_first } else { highest_first };
                known(renewal_probability(), none)
            }
            ShowSort::UpdatedAt => Column::UpdatedAt.into_expr(),
        }
    }

    /// The same value of a row.
    fn value<P>(&self) -> fn(&ListedShow<P>) -> SortValue {
        match (&self.by, self.direction) {
            (ShowSort::Popularity, _) => |row| SortValue::float(row.show.popularity),
            (ShowSort::PremieredOn, Direction::Asc) => {
                |row| SortValue::Day(row.show.premiered_on.unwrap_or(AFTER_ALL_DAYS))
            }
            (ShowSort::PremieredOn, Direction::Desc) => {
                |row| SortValue::Day(row.show.premiered_on.unwrap_or(BEFORE_ALL_DAYS))
            }
            (ShowSort::EndedOn, Direction::Asc) => |row| SortValue::Day(row.show.ended_on.unwrap_or(AFTER_ALL_DAYS)),
            (ShowSort::EndedOn, Direction::Desc) => |row| SortValue::Day(row.show.ended_on.unwrap_or(BEFORE_ALL_DAYS)),
            (ShowSort::Title, _) => |row| SortValue::Text(row.show.sort_key.clone()),
            (ShowSort::Wins, _) => |row| SortValue::Int(row.figures.wins),
            (ShowSort::Rating { .. }, _) => |row| SortValue::float(row.figures.latest_rating),
            (ShowSort::NextEpisodeOn(_), _) => |row| SortValue::Day(row.figures.next_episode_on),
            (ShowSort::RenewalProbability, _) => |row| SortValue::float(row.figures.renewal_probability),
            (ShowSort::UpdatedAt, _) => |row| SortValue::Instant(row.show.updated_at),
        }
    }
}

/// The terms of an order, with the key last, in the direction of the step before it. Most popular first by default.
pub(super) fn terms<P>(order: &[ShowOrder]) -> Vec<Term<ListedShow<P>>> {
    let by_popularity = [ShowOrder { by: ShowSort::Popularity, direction: Direction::Desc }];
    let order = if order.is_empty() { &by_popularity } else { order };
    let last = order.last().map_or(Direction::Desc, |step| step.direction);
    let steps = order.iter().map(|step| Term::new(step.expression(), step.direction, step.value()));
    let key = Term::new(show::Column::Id.into_expr(), last, |row: &ListedShow<P>| SortValue::Int(row.show.id.0));
    steps.chain([key]).collect()
}

fn known(value: Expr, otherwise: impl Into<Expr>) -> Expr {
    Func::coalesce([value, otherwise.into()]).into()
}
