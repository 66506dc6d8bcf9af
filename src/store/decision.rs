//! What was decided about a season, from dated facts: what came out, and how its question was answered.
//!
//! Only what is on record decides. A platform's word becomes a decision when it is recorded as the answer of the question; until
//! then it is a claim, which the renewal status weighs.

use std::borrow::Borrow;
use std::collections::HashMap;

use ::entity::ids::{ClaimId, ShowId};
use ::entity::kinds::{DecisionStatus, Outcome, OutlookPhase, VoucherClass};
use ::entity::{claim, resolution, season};
use chrono::{NaiveDate, TimeDelta};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DatabaseConnection, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _,
};

use crate::renewal::Parameters;
use crate::store::list::any_of;
use crate::store::loader::Relation;
use crate::store::release::{has_begun, is_out};

/// How the question of a season was answered, with whose word decided it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// Target season.
    pub season: i32,
    /// Yes, no or void.
    pub outcome: Outcome,
    /// Day of the answer.
    pub on: NaiveDate,
    /// Day on which it was withdrawn; null = it stands.
    pub reversed_on: Option<NaiveDate>,
    /// The word that decided; null = no word did, the catalog itself shows it.
    pub word: Option<Word>,
}

/// The word that decided a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// The claim.
    pub claim: ClaimId,
    /// Who gave it.
    pub by: VoucherClass,
    /// When; of a month or year its first day.
    pub on: NaiveDate,
}

impl Ruling {
    /// An answer with its deciding claim.
    pub fn new(answer: &resolution::Model, deciding: Option<&claim::Model>) -> Self {
        Self {
            season: answer.season_number,
            outcome: answer.outcome,
            on: answer.resolved_on,
            reversed_on: answer.reversed_on,
            word: deciding.map(|claim| Word { claim: claim.id, by: claim.voucher_class, on: claim.said_on }),
        }
    }

    /// Whether it orders the season, even if that is withdrawn later.
    pub(super) fn is_order(&self) -> bool {
        self.outcome == Outcome::Renewed
    }

    /// The day from which the season was ordered: that of the order, or of the withdrawal of a no.
    pub(super) fn ordered_on(&self) -> Option<NaiveDate> {
        if self.is_order() { Some(self.on) } else { self.reversed_on }
    }

    fn is_reversed(&self, as_of: NaiveDate) -> bool {
        self.reversed_on.is_some_and(|on| on <= as_of)
    }
}

/// What was decided about a season by a day. The first that fits:
///
/// 1. RENEWED: it has begun to come out, or a later season has, whoever recorded the order.
/// 2. What the answer of its question says that was on record by then; where it has none of its own, an order of the next later
///    season stands for it:
///    an order is RENEWED, and REVERSED once withdrawn;
///    a no without anybody's word is LAPSED;
///    a no is CONCLUDED where its makers gave it, or the platform before the last season began: it was announced as the last;
///    any other no is CANCELLED, and RENEWED once withdrawn;
///    a void question is LAPSED.
/// 3. LAPSED: its horizon has passed.
/// 4. UNDECIDED.
pub fn decision<S: Borrow<season::Model>>(
    seasons: &[S],
    rulings: &[Ruling],
    number: i32,
    as_of: NaiveDate,
) -> DecisionStatus {
    let mut known = seasons.iter().map(Borrow::borrow);
    if known.any(|season| season.number >= number && has_begun(season, as_of)) {
        return DecisionStatus::Renewed;
    }
    if let Some(ruling) = governing(rulings, number, as_of) {
        return verdict(ruling, numbered(seasons, number - 1), as_of);
    }
    let complete_on = numbered(seasons, number - 1).and_then(|before| before.completed_on);
    if complete_on.is_some_and(|day| as_of > horizon(day)) {
        return DecisionStatus::Lapsed;
    }
    DecisionStatus::Undecided
}

/// Whether the question of a season is open on a day. The first that fits:
///
/// 1. RESOLVED: something was decided, see [`decision`].
/// 2. OPEN: the season before is complete.
/// 3. `NOT_OPEN`.
pub fn phase<S: Borrow<season::Model>>(
    seasons: &[S],
    rulings: &[Ruling],
    number: i32,
    as_of: NaiveDate,
) -> OutlookPhase {
    if decision(seasons, rulings, number, as_of) != DecisionStatus::Undecided {
        return OutlookPhase::Resolved;
    }
    let before = numbered(seasons, number - 1);
    let is_complete = before.is_some_and(|before| is_out(before.completed_on, before.completed_on_precision, as_of));
    if is_complete { OutlookPhase::Open } else { OutlookPhase::NotOpen }
}

/// The last day that counts for a season, when the one before was complete on that day.
pub fn horizon(complete_on: NaiveDate) -> NaiveDate {
    let days = i64::from(Parameters::rc1().horizon().count());
    complete_on.checked_add_signed(TimeDelta::days(days)).unwrap_or(NaiveDate::MAX)
}

/// The answer that stands for a season on a day: its own, or else the order of the next later one.
pub(super) fn governing(rulings: &[Ruling], number: i32, as_of: NaiveDate) -> Option<&Ruling> {
    let speaks = |ruling: &&Ruling| ruling.season == number || (ruling.season > number && ruling.is_order());
    rulings.iter().filter(|ruling| ruling.on <= as_of).filter(speaks).min_by_key(|ruling| ruling.season)
}

fn verdict(ruling: &Ruling, before: Option<&season::Model>, as_of: NaiveDate) -> DecisionStatus {
    match (ruling.outcome, ruling.is_reversed(as_of)) {
        (Outcome::Renewed, true) => DecisionStatus::Reversed,
        (Outcome::Renewed, false) | (Outcome::NotRenewed, true) => DecisionStatus::Renewed,
        (Outcome::Void, _) => DecisionStatus::Lapsed,
        (Outcome::NotRenewed, false) => match &ruling.word {
            None => DecisionStatus::Lapsed,
            Some(word) if is_farewell(word, before) => DecisionStatus::Concluded,
            Some(_) => DecisionStatus::Cancelled,
        },
    }
}

/// Whether a no says that the story is complete: by its makers, or before its last season began.
fn is_farewell(word: &Word, last: Option<&season::Model>) -> bool {
    let began_on = last.and_then(|season| season.premiered_on);
    MAKERS.contains(&word.by) || began_on.is_some_and(|day| word.on < day)
}

/// Those whose word that it is over means that the story is complete.
pub(super) const MAKERS: [VoucherClass; 4] =
    [VoucherClass::ProductionCompany, VoucherClass::Creator, VoucherClass::Director, VoucherClass::Cast];

fn numbered<S: Borrow<season::Model>>(seasons: &[S], number: i32) -> Option<&season::Model> {
    seasons.iter().map(Borrow::borrow).find(|season| season.number == number && number > 0)
}

/// The answered questions of a show by target season, with the words that decided them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RulingsOf;

impl Relation for RulingsOf {
    type Key = ShowId;
    type Answer = Vec<Ruling>;

    async fn load(&self, db: &DatabaseConnection, shows: &[ShowId]) -> Result<HashMap<ShowId, Vec<Ruling>>, DbErr> {
        rulings_of(db, shows).await
    }
}

/// The same within a transaction.
pub async fn rulings_of(db: &impl ConnectionTrait, shows: &[ShowId]) -> Result<HashMap<ShowId, Vec<Ruling>>, DbErr> {
    let of_shows = any_of(resolution::Column::ShowId.into_expr(), shows.iter().map(|show| (*show).into()));
    let select = resolution::Entity::find().filter(of_shows).find_also_related(claim::Entity);
    let mut rulings: HashMap<_, Vec<_>> = HashMap::new();
    for (answer, deciding) in select.order_by_asc(resolution::Column::SeasonNumber).all(db).await? {
        rulings.entry(answer.show_id).or_default().push(Ruling::new(&answer, deciding.as_ref()));
    }
    Ok(rulings)
}

#[cfg(test)]
mod tests {
    use ::entity::ids::{SeasonId, ShowId};
    use ::entity::kinds::DatePrecision;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn season(number: i32, premiered_on: Option<&str>, completed_on: Option<&str>) -> season::Model {
        season::Model {
            id: SeasonId(i64::from(number)),
            show_id: ShowId(1),
            number,
            premiered_on: premiered_on.map(day),
            premiered_on_precision: premiered_on.map(|_| DatePrecision::Day),
            completed_on: completed_on.map(day),
            completed_on_precision: completed_on.map(|_| DatePrecision::Day),
            episode_count: None,
            labelled_limited_on: None,
        }
    }

    /// One season, complete on the first day of 2020; its horizon is 2022-12-31.
    fn first() -> Vec<season::Model> {
        vec![season(1, Some("2019-11-01"), Some("2020-01-01"))]
    }

    fn ruling(season: i32, outcome: Outcome, on: &str) -> Ruling {
        Ruling { season, outcome, on: day(on), reversed_on: None, word: None }
    }

    fn word(by: VoucherClass, on: &str) -> Word {
        Word { claim: ClaimId(7), by, on: day(on) }
    }

    fn decided(rulings: &[Ruling], on: &str) -> DecisionStatus {
        decision(&first(), rulings, 2, day(on))
    }

    #[test]
    fn nothing_is_decided_until_somebody_decides() {
        assert_eq!(decided(&[], "2020-01-01"), DecisionStatus::Undecided);
        assert_eq!(decided(&[], "2022-12-31"), DecisionStatus::Undecided);
    }

    #[test]
    fn a_question_lapses_the_day_after_its_horizon() {
        assert_eq!(horizon(day("2020-01-01")), day("2022-12-31"));
        assert_eq!(decided(&[], "2023-01-01"), DecisionStatus::Lapsed);
    }

    #[test]
    fn an_order_counts_from_its_day_until_it_is_withdrawn() {
        let order = Ruling { reversed_on: Some(day("2021-03-01")), ..ruling(2, Outcome::Renewed, "2020-06-01") };
        assert_eq!(decided(&[order], "2020-05-31"), DecisionStatus::Undecided);
        assert_eq!(decided(&[order], "2020-06-01"), DecisionStatus::Renewed);
        assert_eq!(decided(&[order], "2021-02-28"), DecisionStatus::Renewed);
        assert_eq!(decided(&[order], "2021-03-01"), DecisionStatus::Reversed);
    }

    #[test]
    fn an_order_of_a_later_season_is_one_of_this_but_its_withdrawal_is_not() {
        let third = Ruling { reversed_on: Some(day("2021-03-01")), ..ruling(3, Outcome::Renewed, "2020-06-01") };
        assert_eq!(decided(&[third], "2020-06-01"), DecisionStatus::Renewed);
        let second = ruling(2, Outcome::Renewed, "2020-06-01");
        assert_eq!(decided(&[second, third], "2021-03-01"), DecisionStatus::Renewed);
        assert_eq!(decision(&first(), &[second, third], 3, day("2021-03-01")), DecisionStatus::Reversed);
    }

    #[test]
    fn the_end_of_a_later_season_says_nothing_of_this() {
        assert_eq!(decided(&[ruling(3, Outcome::NotRenewed, "2020-06-01")], "2020-06-02"), DecisionStatus::Undecided);
    }

    #[test]
    fn a_no_without_a_word_is_a_lapse_whenever_it_was_recorded() {
        assert_eq!(decided(&[ruling(2, Outcome::NotRenewed, "2022-12-31")], "2022-12-31"), DecisionStatus::Lapsed);
        assert_eq!(decided(&[ruling(2, Outcome::Void, "2020-02-02")], "2020-02-02"), DecisionStatus::Lapsed);
    }

    #[test]
    fn a_platform_cancels_what_it_did_not_announce_as_the_last() {
        let no = |by, on| Ruling { word: Some(word(by, on)), ..ruling(2, Outcome::NotRenewed, "2020-07-01") };
        assert_eq!(decided(&[no(VoucherClass::Platform, "2020-01-03")], "2020-07-01"), DecisionStatus::Cancelled);
        assert_eq!(decided(&[no(VoucherClass::Platform, "2019-11-01")], "2020-07-01"), DecisionStatus::Cancelled);
        assert_eq!(decided(&[no(VoucherClass::Platform, "2019-10-31")], "2020-07-01"), DecisionStatus::Concluded);
        assert_eq!(decided(&[no(VoucherClass::Creator, "2020-01-03")], "2020-07-01"), DecisionStatus::Concluded);
        assert_eq!(decided(&[no(VoucherClass::Creator, "2020-01-03")], "2020-06-30"), DecisionStatus::Undecided);
    }

    #[test]
    fn a_cancellation_that_is_withdrawn_is_an_order() {
        let no = Ruling {
            reversed_on: Some(day("2020-09-01")),
            word: Some(word(VoucherClass::Platform, "2020-06-01")),
            ..ruling(2, Outcome::NotRenewed, "2020-06-01")
        };
        assert_eq!(decided(&[no], "2020-08-31"), DecisionStatus::Cancelled);
        assert_eq!(decided(&[no], "2020-09-01"), DecisionStatus::Renewed);
    }

    #[test]
    fn a_season_that_came_out_was_ordered_whatever_is_on_record() {
        let mut seasons = first();
        seasons.push(season(2, Some("2024-05-01"), None));
        let lapse = [ruling(2, Outcome::NotRenewed, "2022-12-31")];
        assert_eq!(decision(&seasons, &lapse, 2, day("2024-04-30")), DecisionStatus::Lapsed);
        assert_eq!(decision(&seasons, &lapse, 2, day("2024-05-01")), DecisionStatus::Renewed);
        assert_eq!(decision(&seasons, &[], 1, day("2024-05-01")), DecisionStatus::Renewed);
    }

    #[test]
    fn a_question_opens_when_the_season_before_is_complete_and_closes_when_something_is_decided() {
        let asked = |rulings: &[Ruling], on| phase(&first(), rulings, 2, day(on));
        assert_eq!(asked(&[], "2019-12-31"), OutlookPhase::NotOpen);
        assert_eq!(asked(&[], "2020-01-01"), OutlookPhase::Open);
        assert_eq!(asked(&[], "2023-01-01"), OutlookPhase::Resolved);
        let early = [ruling(2, Outcome::Renewed, "2019-12-01")];
        assert_eq!(asked(&early, "2019-12-01"), OutlookPhase::Resolved, "ordered before the first was complete");
        assert_eq!(phase(&first(), &[], 3, day("2021-01-01")), OutlookPhase::NotOpen);
        assert_eq!(phase(&first(), &[], 0, day("2021-01-01")), OutlookPhase::Resolved, "the first season has begun");
    }

    #[test]
    fn a_season_that_is_complete_in_a_month_is_so_when_the_month_is_over() {
        let mut seasons = first();
        seasons[0].completed_on_precision = Some(DatePrecision::Month);
        assert_eq!(phase(&seasons, &[], 2, day("2020-01-30")), OutlookPhase::NotOpen);
        assert_eq!(phase(&seasons, &[], 2, day("2020-01-31")), OutlookPhase::Open);
    }
}
