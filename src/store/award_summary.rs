//! Awards of shows and people in figures, as they were known on a day.

use std::collections::HashMap;
use std::marker::PhantomData;
use std::sync::Arc;

use ::entity::ids::{AwardCategoryId, AwardId, NominationId, PersonId, ShowId};
use ::entity::kinds::{AwardWeightClass, NominationResult};
use ::entity::{award, award_category, award_ceremony, nomination, nomination_recipient};
use chrono::{Datelike as _, NaiveDate};
use indexmap::IndexMap;
use sea_orm::sea_query::{Expr, ExprTrait as _, Func, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait as _, DatabaseConnection, DbErr, QueryResult, Value};

use crate::store::list::any_of;
use crate::store::loader::{Key, Relation};

/// Awards in figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AwardSummary {
    /// All nominations, wins included.
    pub nominations: i32,
    /// Wins, shared ones included.
    pub wins: i32,
    /// Wins that others share.
    pub shared_wins: i32,
    /// The one to name: the weightiest win, else the weightiest nomination; null = there is none.
    pub foremost: Option<Honour>,
    /// By award body, most wins first.
    pub by_award: Vec<AwardTally>,
}

/// One award body's share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwardTally {
    /// The award body.
    pub award: Arc<award::Model>,
    /// Nominations, wins included.
    pub nominations: i32,
    /// Wins, shared ones included.
    pub wins: i32,
}

/// One nomination with what its weight depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Honour {
    /// The nomination.
    pub id: NominationId,
    /// Won, not only nominated.
    pub won: bool,
    /// Others won the same category.
    pub shared: bool,
    /// The award body.
    pub award: Arc<award::Model>,
    /// The category.
    pub category: AwardCategoryId,
    /// The code of the category, e.g. best-drama.
    pub code: String,
    /// What the category counts as; null = not counted.
    pub weight: Option<AwardWeightClass>,
    /// Number of the ceremony; null = not counted.
    pub edition: Option<i32>,
    /// Year of the ceremony.
    pub year: i32,
}

impl AwardSummary {
    /// Counts `honours`.
    fn of(honours: Vec<Honour>) -> Self {
        let mut tallies: IndexMap<AwardId, AwardTally> = IndexMap::new();
        let mut summary = Self::default();
        for honour in &honours {
            let none = || AwardTally { award: honour.award.clone(), nominations: 0, wins: 0 };
            let tally = tallies.entry(honour.award.id).or_insert_with(none);
            tally.nominations += 1;
            tally.wins += i32::from(honour.won);
            summary.nominations += 1;
            summary.wins += i32::from(honour.won);
            summary.shared_wins += i32::from(honour.won && honour.shared);
        }
        summary.by_award = tallies.into_values().collect();
        summary.by_award.sort_by_key(|tally| (-tally.wins, -tally.nominations, tally.award.id));
        summary.foremost = honours.into_iter().min_by_key(Honour::rank);
        summary
    }
}

impl Honour {
    /// The smallest is the foremost: wins, then weight, then those not shared, then the latest.
    fn rank(&self) -> (bool, u8, bool, i32, i64) {
        let weight = match self.weight {
            Some(AwardWeightClass::Series) => 0,
            Some(AwardWeightClass::Craft) => 1,
            Some(AwardWeightClass::Newcomer) => 2,
            None => 3,
        };
        (!self.won, weight, self.shared, -self.year, self.id.0)
    }
}

/// Whose awards are counted.
pub trait Honoured: Key + From<i64> + Into<Value> {
    /// The column that names them; it is the table's own, or that of the recipients.
    fn column() -> Expr;
    /// Whether that column is one of the recipients.
    const BY_RECIPIENT: bool;
}

impl Honoured for ShowId {
    const BY_RECIPIENT: bool = false;

    fn column() -> Expr {
        nomination::Column::ShowId.into_expr()
    }
}

impl Honoured for PersonId {
    const BY_RECIPIENT: bool = true;

    fn column() -> Expr {
        nomination_recipient::Column::PersonId.into_expr()
    }
}

/// The awards of shows (`ShowId`) or people (`PersonId`) that were known on a day.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AwardSummaries<H> {
    /// The day; what was announced on it counts.
    pub as_of: NaiveDate,
    honoured: PhantomData<fn() -> H>,
}

impl<H> AwardSummaries<H> {
    /// What was known on `as_of`.
    pub fn new(as_of: NaiveDate) -> Self {
        Self { as_of, honoured: PhantomData }
    }
}

impl<H: Honoured> Relation for AwardSummaries<H> {
    type Key = H;
    type Answer = AwardSummary;

    async fn load(&self, db: &DatabaseConnection, keys: &[H]) -> Result<HashMap<H, AwardSummary>, DbErr> {
        let mut honours_of: HashMap<H, Vec<Honour>> = HashMap::new();
        for row in db.query_all(&self.select(keys)).await? {
            honours_of.entry(row.try_get::<i64>("", "honoured")?.into()).or_default().push(honour(&row)?);
        }
        Ok(honours_of.into_iter().map(|(key, honours)| (key, AwardSummary::of(honours))).collect())
    }
}

impl<H: Honoured> AwardSummaries<H> {
    fn select(&self, keys: &[H]) -> SelectStatement {
        let mut select = honours(H::column());
        if H::BY_RECIPIENT {
            let of_nomination = equal(nomination_recipient::Column::NominationId, nomination::Column::Id);
            select.inner_join(nomination_recipient::Entity, of_nomination);
        }
        let of_keys = any_of(H::column(), keys.iter().map(|key| (*key).into()));
        select.cond_where(of_keys.add(known_by(self.as_of))).take()
    }
}

/// Everything that an [`Honour`] is made of, and `whose` it is, of all nominations.
fn honours(whose: Expr) -> SelectStatement {
    Query::select()
        .expr_as(whose, "honoured")
        .expr_as(nomination::Column::Id.into_expr(), "nomination_id")
        .expr_as(nomination::Column::Result.into_expr(), "result")
        .expr_as(winners(), "winners")
        .expr_as(award::Column::Id.into_expr(), "award_id")
        .expr_as(award::Column::Slug.into_expr(), "award_slug")
        .expr_as(award::Column::Country.into_expr(), "award_country")
        .expr_as(award_category::Column::Id.into_expr(), "category_id")
        .expr_as(award_category::Column::Code.into_expr(), "code")
        .expr_as(award_category::Column::WeightClass.into_expr(), "weight")
        .expr_as(award_ceremony::Column::Edition.into_expr(), "edition")
        .expr_as(award_ceremony::Column::Year.into_expr(), "year")
        .from(nomination::Entity)
        .inner_join(award_ceremony::Entity, equal(nomination::Column::AwardCeremonyId, award_ceremony::Column::Id))
        .inner_join(award_category::Entity, equal(nomination::Column::AwardCategoryId, award_category::Column::Id))
        .inner_join(award::Entity, equal(award_ceremony::Column::AwardId, award::Column::Id))
        .take()
}

fn equal(one: impl ColumnTrait, other: impl ColumnTrait) -> Expr {
    one.into_expr().eq(other.into_expr())
}

/// Ceremonies whose winners were public by `day`: announced, else held; without a day at the end of their year.
fn known_by(day: NaiveDate) -> Condition {
    let (announced, held) = (award_ceremony::Column::AnnouncedOn, award_ceremony::Column::HeldOn);
    let on_a_day = Expr::from(Func::coalesce([announced.into_expr(), held.into_expr()])).lte(day);
    let in_an_earlier_year =
        Condition::all().add(announced.is_null()).add(held.is_null()).add(award_ceremony::Column::Year.lt(day.year()));
    Condition::any().add(on_a_day).add(in_an_earlier_year)
}

/// How many nominations won the category of this one.
fn winners() -> Expr {
    let of = |column: nomination::Column| Expr::col(("winner", column));
    let same = |column: nomination::Column| of(column).eq(column.into_expr());
    let count = Query::select()
        .expr(of(nomination::Column::Id).count())
        .from_as(nomination::Entity, "winner")
        .and_where(same(nomination::Column::AwardCeremonyId))
        .and_where(same(nomination::Column::AwardCategoryId))
        .and_where(of(nomination::Column::Result).eq(NominationResult::Won))
        .take();
    Expr::SubQuery(None, Box::new(count.into()))
}

fn honour(row: &QueryResult) -> Result<Honour, DbErr> {
    let won = row.try_get::<NominationResult>("", "result")? == NominationResult::Won;
    let award = award::Model {
        id: row.try_get("", "award_id")?,
        slug: row.try_get("", "award_slug")?,
        country: row.try_get("", "award_country")?,
    };
    Ok(Honour {
        id: row.try_get("", "nomination_id")?,
        won,
        shared: won && row.try_get::<i64>("", "winners")? > 1,
        award: Arc::new(award),
        category: row.try_get("", "category_id")?,
        code: row.try_get("", "code")?,
        weight: row.try_get("", "weight")?,
        edition: row.try_get("", "edition")?,
        year: row.try_get("", "year")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn honour(id: i64, award: i64, won: bool, weight: Option<AwardWeightClass>) -> Honour {
        let award = award::Model { id: AwardId(award), slug: format!("award-{award}"), country: None };
        Honour {
            id: NominationId(id),
            won,
            shared: false,
            award: Arc::new(award),
            category: AwardCategoryId(1),
            code: "best-drama".to_owned(),
            weight,
            edition: None,
            year: 2025,
        }
    }

    #[test]
    fn nothing_counts_as_nothing() {
        assert_eq!(AwardSummary::of(vec![]), AwardSummary::default());
    }

    #[test]
    fn a_lesser_win_comes_before_a_weightier_nomination() {
        let lost = honour(1, 1, false, Some(AwardWeightClass::Series));
        let won = honour(2, 1, true, None);
        let summary = AwardSummary::of(vec![lost, won.clone()]);
        assert_eq!((summary.nominations, summary.wins, summary.foremost), (2, 1, Some(won)));
    }

    #[test]
    fn of_two_equal_wins_the_one_that_nobody_shares_is_foremost() {
        let shared = Honour { shared: true, year: 2026, ..honour(1, 1, true, Some(AwardWeightClass::Series)) };
        let own = honour(2, 1, true, Some(AwardWeightClass::Series));
        let summary = AwardSummary::of(vec![shared, own.clone()]);
        assert_eq!((summary.shared_wins, summary.foremost), (1, Some(own)));
    }

    #[test]
    fn of_two_equal_wins_the_later_one_is_foremost() {
        let early = Honour { year: 2024, ..honour(1, 1, true, None) };
        let late = honour(2, 1, true, None);
        assert_eq!(AwardSummary::of(vec![early, late.clone()]).foremost, Some(late));
    }

    #[test]
    fn award_bodies_stand_by_wins_and_then_by_nominations() {
        let honours = vec![
            honour(1, 1, false, None),
            honour(2, 2, false, None),
            honour(3, 2, false, None),
            honour(4, 3, true, None),
        ];
        let tallies = AwardSummary::of(honours).by_award;
        let figures: Vec<_> = tallies.iter().map(|tally| (tally.award.id.0, tally.nominations, tally.wins)).collect();
        assert_eq!(figures, [(3, 1, 1), (2, 2, 0), (1, 1, 0)]);
    }
}
