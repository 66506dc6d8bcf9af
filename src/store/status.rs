//! The tracker's one word for a show, from what is out and what was decided; when it changed, and what changed it.

use std::collections::BTreeSet;
use std::sync::Arc;

use ::entity::kinds::{DatePrecision, DecisionStatus, ShowFormat};
use ::entity::{season, show};
use chrono::NaiveDate;

use crate::store::decision::{Ruling, decision, governing};
use crate::store::evidence::next_season;
use crate::store::node::NodeKey;
use crate::store::release::{self, ReleaseStatus, has_begun, is_out, out_on};

/// One word for a tracker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ShowStatus {
    /// Ordered, no day yet.
    Announced,
    /// A day is set, nothing is out.
    Upcoming,
    /// A season is coming out.
    Airing,
    /// Between seasons, the next is ordered.
    Renewed,
    /// Between seasons, nothing decided.
    InLimbo,
    /// Stopped by decision.
    Cancelled,
    /// Complete by its makers' or platform's word.
    Ended,
}

/// What the word is made from.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The show.
    pub show: &'a show::Model,
    /// All its seasons.
    pub seasons: &'a [Arc<season::Model>],
    /// The answered questions about them.
    pub rulings: &'a [Ruling],
}

/// The word for a show on a day. The first that fits; *next* is the season after the last that has begun:
///
/// 1. Null: what has been released is not known; see [`release::status`].
/// 2. AIRING: a season is coming out.
/// 3. Nothing is out yet:
///    CANCELLED, if its first season was called off; UPCOMING, if a day is set, exactly; else ANNOUNCED.
/// 4. CANCELLED: the next season was cancelled, or its order was withdrawn; see [`decision`].
/// 5. ENDED: its makers or its platform said that the story is complete.
/// 6. RENEWED: the next season is ordered; where the series is over, after its end.
/// 7. ENDED: the series is over.
/// 8. RENEWED: the catalog has a season to come, and on no record is the day of its order: it counts all along.
/// 9. ENDED: it is a limited series, meant to end with its season.
/// 10. `IN_LIMBO`: nothing is decided; a question that lapsed without an answer is not.
///
/// [`has_status`](super::status_filter::has_status) says the same in the database.
pub fn status(facts: &Facts<'_>, day: NaiveDate) -> Option<ShowStatus> {
    match release::status(facts.show, facts.seasons, day)? {
        ReleaseStatus::Releasing => Some(ShowStatus::Airing),
        ReleaseStatus::Unreleased => Some(facts.before_release(day)),
        ReleaseStatus::Released => Some(facts.between_seasons(day)),
    }
}

/// What was decided about the season after the latest complete one; null = none is complete: the question is not open.
pub fn decision_status(facts: &Facts<'_>, day: NaiveDate) -> Option<DecisionStatus> {
    let next = next_season(facts.seasons, day)?;
    Some(decision(facts.seasons, facts.rulings, next, day))
}

impl Facts<'_> {
    fn before_release(&self, day: NaiveDate) -> ShowStatus {
        use DecisionStatus::{Cancelled, Concluded, Reversed};
        let exact = Some(DatePrecision::Day);
        let is_set = |season: &Arc<season::Model>| season.number > 0 && season.premiered_on_precision == exact;
        if matches!(self.decision(1, day), Cancelled | Concluded | Reversed) {
            ShowStatus::Cancelled
        } else if self.show.premiered_on_precision == exact || self.seasons.iter().any(is_set) {
            ShowStatus::Upcoming
        } else {
            ShowStatus::Announced
        }
    }

    fn between_seasons(&self, day: NaiveDate) -> ShowStatus {
        let (next, is_over) = (self.next(day), is_out(self.show.ended_on, self.show.ended_on_precision, day));
        match self.decision(next, day) {
            DecisionStatus::Cancelled | DecisionStatus::Reversed => ShowStatus::Cancelled,
            DecisionStatus::Concluded => ShowStatus::Ended,
            DecisionStatus::Renewed if !is_over || self.is_revived(next, day) => ShowStatus::Renewed,
            _ if is_over => ShowStatus::Ended,
            _ if self.is_to_come(next) => ShowStatus::Renewed,
            _ if self.show.format == ShowFormat::Limited => ShowStatus::Ended,
            _ => ShowStatus::InLimbo,
        }
    }

    fn decision(&self, number: i32, day: NaiveDate) -> DecisionStatus {
        decision(self.seasons, self.rulings, number, day)
    }

    /// The season after the last that has begun.
    fn next(&self, day: NaiveDate) -> i32 {
        let begun = self.seasons.iter().filter(|season| has_begun(season, day));
        begun.map(|season| season.number).max().unwrap_or(0) + 1
    }

    /// Whether the season was ordered after the end of the series.
    fn is_revived(&self, number: i32, day: NaiveDate) -> bool {
        let ordered_on = governing(self.rulings, number, day).and_then(Ruling::ordered_on);
        ordered_on.is_some_and(|on| self.show.ended_on.is_some_and(|ended_on| on > ended_on))
    }

    /// Whether the catalog has such a season, without the day of its order.
    fn is_to_come(&self, number: i32) -> bool {
        self.seasons.iter().any(|season| season.number >= number)
            && !self.rulings.iter().any(|ruling| ruling.season >= number && ruling.is_order())
    }
}

/// A change of the word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusChange {
    /// Day.
    pub on: NaiveDate,
    /// The word until then; null = nothing was known.
    pub from: Option<ShowStatus>,
    /// The word from then on.
    pub to: ShowStatus,
    /// The season or claim that caused it; null = the passing of time, or a decision without a claim.
    pub cause: Option<NodeKey>,
}

/// When the word changed up to a day, oldest first. A change to no word is none.
pub fn history(facts: &Facts<'_>, until: NaiveDate) -> Vec<StatusChange> {
    let mut word = turns(facts).first().and_then(|first| status(facts, first.pred_opt()?));
    let mut changes = Vec::new();
    for on in turns(facts).range(..=until).copied() {
        let from = std::mem::replace(&mut word, status(facts, on));
        if let Some(to) = word.filter(|_| word != from) {
            changes.push(StatusChange { on, from, to, cause: cause(facts, on, to) });
        }
    }
    changes
}

/// The days on which the word may change.
fn turns(facts: &Facts<'_>) -> BTreeSet<NaiveDate> {
    let of_show = [
        out_on(facts.show.premiered_on, facts.show.premiered_on_precision),
        out_on(facts.show.ended_on, facts.show.ended_on_precision),
    ];
    let seasons = facts.seasons.iter().filter(|season| season.number > 0).flat_map(|season| turns_of(season));
    let rulings = facts.rulings.iter().flat_map(|ruling| [Some(ruling.on), ruling.reversed_on]);
    of_show.into_iter().chain(seasons).chain(rulings).flatten().collect()
}

/// The days on which a season began and was complete.
fn turns_of(season: &season::Model) -> [Option<NaiveDate>; 2] {
    [
        out_on(season.premiered_on, season.premiered_on_precision),
        out_on(season.completed_on, season.completed_on_precision),
    ]
}

/// What happened on a day on which the word changed: a word that decided, or a season that began or was complete.
fn cause(facts: &Facts<'_>, on: NaiveDate, to: ShowStatus) -> Option<NodeKey> {
    let turned = facts.seasons.iter().filter(|season| season.number > 0 && turns_of(season).contains(&Some(on)));
    let season = turned.max_by_key(|season| season.number).map(|season| NodeKey::Season(season.id));
    let ruling = governing(facts.rulings, facts.next(on), on).filter(|ruling| ruling.on == on);
    let claim = ruling.and_then(|ruling| ruling.word).map(|word| NodeKey::Claim(word.claim));
    match to {
        ShowStatus::Renewed | ShowStatus::Cancelled | ShowStatus::Ended => claim.or(season),
        _ => season.or(claim),
    }
}

#[cfg(test)]
mod tests {
    use ::entity::ids::{ClaimId, SeasonId, ShowId};
    use ::entity::kinds::{Outcome, VoucherClass};
    use chrono::Utc;

    use super::*;
    use crate::store::decision::Word;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    struct Catalog {
        show: show::Model,
        seasons: Vec<Arc<season::Model>>,
        rulings: Vec<Ruling>,
    }

    impl Catalog {
        fn of(seasons: &[(i32, Option<&str>, Option<&str>)]) -> Self {
            let exact = |text: Option<&str>| text.map(|_| DatePrecision::Day);
            let season = |(number, premiered_on, completed_on): &(i32, Option<&str>, Option<&str>)| {
                Arc::new(season::Model {
                    id: SeasonId(i64::from(*number)),
                    show_id: ShowId(1),
                    number: *number,
                    premiered_on: premiered_on.map(day),
                    premiered_on_precision: exact(*premiered_on),
                    completed_on: completed_on.map(day),
                    completed_on_precision: exact(*completed_on),
                    episode_count: None,
                    labelled_limited_on: None,
                })
            };
            let show = show::Model {
                id: ShowId(1),
                slug: "it".into(),
                sort_key: "it".into(),
                format: ShowFormat::Series,
                original_language: None,
                premiered_on: None,
                premiered_on_precision: None,
                ended_on: None,
                ended_on_precision: None,
                popularity: 0.0,
                created_at: Utc::now(),
                updated_at: Utc::now(),
            };
            Self { show, seasons: seasons.iter().map(season).collect(), rulings: Vec::new() }
        }

        fn ended(mut self, on: &str) -> Self {
            (self.show.ended_on, self.show.ended_on_precision) = (Some(day(on)), Some(DatePrecision::Day));
            self
        }

        fn ruled(mut self, season: i32, outcome: Outcome, on: &str) -> Self {
            let word = Some(Word { claim: ClaimId(7), by: VoucherClass::Platform, on: day(on) });
            self.rulings.push(Ruling { season, outcome, on: day(on), reversed_on: None, word });
            self
        }

        fn facts(&self) -> Facts<'_> {
            Facts { show: &self.show, seasons: &self.seasons, rulings: &self.rulings }
        }

        fn on(&self, on: &str) -> Option<ShowStatus> {
            status(&self.facts(), day(on))
        }

        fn told(&self) -> Vec<(String, Option<ShowStatus>, ShowStatus, Option<NodeKey>)> {
            let changes = history(&self.facts(), day("2026-01-01")).into_iter();
            changes.map(|change| (change.on.to_string(), change.from, change.to, change.cause)).collect()
        }
    }

    const WEEKLY: (i32, Option<&str>, Option<&str>) = (1, Some("2020-01-01"), Some("2020-03-01"));

    #[test]
    fn a_show_of_which_nothing_is_known_has_no_word() {
        assert_eq!(Catalog::of(&[]).on("2020-01-01"), None);
    }

    #[test]
    fn a_show_is_announced_until_a_day_is_set() {
        assert_eq!(Catalog::of(&[(1, None, None)]).on("2020-01-01"), Some(ShowStatus::Announced));
        let mut dated = Catalog::of(&[(1, Some("2020-06-01"), None)]);
        assert_eq!(dated.on("2020-01-01"), Some(ShowStatus::Upcoming));
        Arc::make_mut(&mut dated.seasons[0]).premiered_on_precision = Some(DatePrecision::Month);
        assert_eq!(dated.on("2020-01-01"), Some(ShowStatus::Announced), "a month is no day");
    }

    #[test]
    fn a_show_can_be_called_off_before_it_begins() {
        let show = Catalog::of(&[(1, None, None)]).ruled(1, Outcome::NotRenewed, "2020-02-01");
        assert_eq!(show.on("2020-01-31"), Some(ShowStatus::Announced));
        assert_eq!(show.on("2020-02-01"), Some(ShowStatus::Cancelled));
    }

    #[test]
    fn a_season_airs_until_it_is_complete_and_leaves_the_show_in_limbo() {
        use ShowStatus::{Airing, InLimbo, Upcoming};
        let show = Catalog::of(&[WEEKLY]);
        let words =
            ["2019-12-31", "2020-01-01", "2020-02-29", "2020-03-01", "2025-01-01"].map(|on| show.on(on).unwrap());
        assert_eq!(words, [Upcoming, Airing, Airing, InLimbo, InLimbo], "a lapse after three years decides nothing");
    }

    #[test]
    fn an_order_renews_and_a_withdrawn_one_cancels() {
        let mut show = Catalog::of(&[WEEKLY]).ruled(2, Outcome::Renewed, "2020-05-01");
        show.rulings[0].reversed_on = Some(day("2020-09-01"));
        let words = ["2020-04-30", "2020-05-01", "2020-09-01"].map(|on| show.on(on).unwrap());
        assert_eq!(words, [ShowStatus::InLimbo, ShowStatus::Renewed, ShowStatus::Cancelled]);
    }

    #[test]
    fn an_order_from_before_the_end_does_not_outlive_it() {
        let ordered = |on| Catalog::of(&[WEEKLY]).ended("2020-03-01").ruled(2, Outcome::Renewed, on);
        assert_eq!(ordered("2020-02-01").on("2020-06-01"), Some(ShowStatus::Ended));
        assert_eq!(ordered("2020-05-01").on("2020-06-01"), Some(ShowStatus::Renewed), "a revival");
    }

    #[test]
    fn a_season_to_come_renews_unless_the_day_of_its_order_is_on_record() {
        let show = || Catalog::of(&[WEEKLY, (2, Some("2024-01-01"), None)]);
        assert_eq!(show().on("2021-01-01"), Some(ShowStatus::Renewed));
        let recorded = show().ruled(2, Outcome::Renewed, "2022-01-01");
        assert_eq!(recorded.on("2021-12-31"), Some(ShowStatus::InLimbo));
        assert_eq!(recorded.on("2022-01-01"), Some(ShowStatus::Renewed));
        assert_eq!(show().ended("2020-03-01").on("2021-01-01"), Some(ShowStatus::Ended));
    }

    #[test]
    fn a_limited_series_ends_with_its_season_unless_more_is_ordered() {
        let mut show = Catalog::of(&[WEEKLY]);
        show.show.format = ShowFormat::Limited;
        assert_eq!(show.on("2020-03-01"), Some(ShowStatus::Ended));
        assert_eq!(show.ruled(2, Outcome::Renewed, "2020-05-01").on("2020-05-01"), Some(ShowStatus::Renewed));
    }

    #[test]
    fn the_last_season_of_a_story_ends_it_and_a_cancelled_show_is_no_ended_one() {
        let said = |on| Catalog::of(&[WEEKLY]).ruled(2, Outcome::NotRenewed, on);
        assert_eq!(said("2019-12-31").on("2020-03-01"), Some(ShowStatus::Ended));
        assert_eq!(said("2020-03-02").ended("2020-03-01").on("2020-03-02"), Some(ShowStatus::Cancelled));
        assert_eq!(said("2019-12-31").on("2020-02-01"), Some(ShowStatus::Airing), "it is still coming out");
    }

    #[test]
    fn the_decision_is_about_the_season_after_the_last_complete_one() {
        let show = Catalog::of(&[WEEKLY]).ruled(2, Outcome::Renewed, "2020-02-01");
        assert_eq!(decision_status(&show.facts(), day("2020-02-29")), None, "the question is not open");
        assert_eq!(decision_status(&show.facts(), day("2020-03-01")), Some(DecisionStatus::Renewed));
    }

    #[test]
    fn a_history_tells_what_changed_the_word() {
        use ShowStatus::{Airing, Ended, InLimbo, Renewed, Upcoming};
        let second = (2, Some("2022-01-01"), Some("2022-01-01"));
        let show = Catalog::of(&[WEEKLY, second]).ruled(2, Outcome::Renewed, "2020-05-01").ended("2022-01-01");
        let season = |number| Some(NodeKey::Season(SeasonId(number)));
        assert_eq!(
            show.told(),
            [
                ("2020-01-01".into(), Some(Upcoming), Airing, season(1)),
                ("2020-03-01".into(), Some(Airing), InLimbo, season(1)),
                ("2020-05-01".into(), Some(InLimbo), Renewed, Some(NodeKey::Claim(ClaimId(7)))),
                ("2022-01-01".into(), Some(Renewed), Ended, season(2)),
            ]
        );
    }

    #[test]
    fn a_history_ends_on_the_day_that_is_asked() {
        let show = Catalog::of(&[(1, Some("2027-01-01"), None)]);
        assert_eq!(show.told(), []);
    }
}
