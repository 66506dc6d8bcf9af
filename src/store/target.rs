//! Target seasons: one season of one show, of which it is asked whether it comes.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use ::entity::ids::ShowId;
use ::entity::{claim, claim_season, season, show};
use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait as _, DatabaseConnection, DbErr, EntityTrait as _, JoinType, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, RelationTrait as _,
};

use crate::store::as_of::AsOf;
use crate::store::evidence::Question;
use crate::store::list::any_of;
use crate::store::loader::Relation;

/// The first season of which it is asked whether it comes *back*.
const FIRST: i32 = 2;

/// A season of a show, of which it is asked whether it comes.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// The show.
    pub show: Arc<show::Model>,
    /// Number of the season, from 1.
    pub season: i32,
}

impl Target {
    /// What is asked of it.
    pub fn question(&self) -> Question {
        Question { show: self.show.id, season: self.season }
    }
}

/// The seasons that claims about a show name, by number.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SeasonsNamed {
    /// Only by what was knowable by then.
    pub as_of: AsOf,
}

impl Relation for SeasonsNamed {
    type Key = ShowId;
    type Answer = Vec<i32>;

    async fn load(&self, db: &DatabaseConnection, shows: &[ShowId]) -> Result<HashMap<ShowId, Vec<i32>>, DbErr> {
        let select = claim_season::Entity::find()
            .join(JoinType::InnerJoin, claim_season::Relation::Claim.def())
            .filter(any_of(claim::Column::ShowId.into_expr(), shows.iter().map(|show| (*show).into())))
            .filter(claim::Column::KnownAt.lte(self.as_of.day()))
            .select_only()
            .column(claim::Column::ShowId)
            .column(claim_season::Column::SeasonNumber)
            .distinct()
            .order_by_asc(claim_season::Column::SeasonNumber);
        let mut named: HashMap<ShowId, Vec<i32>> = HashMap::new();
        for (show, season) in select.into_tuple::<(ShowId, i32)>().all(db).await? {
            named.entry(show).or_default().push(season);
        }
        Ok(named)
    }
}

/// The season of that number; specials are none.
pub fn numbered(seasons: &[Arc<season::Model>], number: i32) -> Option<&Arc<season::Model>> {
    seasons.iter().find(|season| season.number == number && number > 0)
}

/// The day on which the season before `number` was or will be complete; null = not known.
pub fn complete_on(seasons: &[Arc<season::Model>], number: i32) -> Option<NaiveDate> {
    numbered(seasons, number.checked_sub(1)?)?.completed_on
}

/// Whether the catalog has the season or the one before it, so that its coming can be asked.
pub fn is_near(seasons: &[Arc<season::Model>], number: i32) -> bool {
    numbered(seasons, number).is_some()
        || number.checked_sub(1).is_some_and(|before| numbered(seasons, before).is_some())
}

/// Every target season that the catalog leads up to or that is named, by number: from 2, because of the first nobody asks
/// whether it comes back.
pub fn asked_about(seasons: &[Arc<season::Model>], named: &[i32]) -> BTreeSet<i32> {
    let held = seasons.iter().map(|season| season.number).filter(|number| *number > 0);
    let near = held.flat_map(|number| [number, number.saturating_add(1)]);
    near.chain(named.iter().copied()).filter(|number| *number >= FIRST).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn seasons(numbers: &[i32]) -> Vec<Arc<season::Model>> {
        let season = |number: &i32| {
            Arc::new(serde_json::from_value(json!({"id": *number, "show_id": 1, "number": *number})).unwrap())
        };
        numbers.iter().map(season).collect()
    }

    #[test]
    fn the_season_after_each_and_those_that_are_named_are_asked_about() {
        let of = |numbers: &[i32], named: &[i32]| asked_about(&seasons(numbers), named).into_iter().collect::<Vec<_>>();
        assert_eq!(of(&[0, 1], &[]), [2], "specials lead up to nothing");
        assert_eq!(of(&[1, 2], &[1, 2, 3, 5]), [2, 3, 5]);
        assert!(of(&[], &[1]).is_empty(), "of the first nobody asks whether it comes back");
        assert_eq!(of(&[], &[2]), [2]);
    }

    #[test]
    fn a_season_is_near_where_it_or_the_one_before_is_held() {
        let held = seasons(&[0, 1]);
        let near: Vec<_> = [i32::MIN, -1, 0, 1, 2, 3].into_iter().filter(|number| is_near(&held, *number)).collect();
        assert_eq!(near, [1, 2]);
    }
}
