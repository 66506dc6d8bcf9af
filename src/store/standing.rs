//! What became of a claim.

use std::sync::Arc;

use ::entity::kinds::{ClaimKind, ClaimTopic, Outcome, Stance};
use ::entity::{claim, report, resolution, season};
use chrono::{Days, NaiveDate};

use crate::renewal::Parameters;
use crate::store::milestone::{Course, MilestoneState, is_withdrawn, state};
use crate::store::release::has_begun;

/// What kinds of claims say whether a season comes.
pub(super) const FORETELLING_KINDS: [ClaimKind; 3] = [ClaimKind::Decision, ClaimKind::Production, ClaimKind::Intent];

/// About what such a claim must be: that an actor would be in a season is not proved by the season.
pub(super) const FORETOLD_TOPICS: [ClaimTopic; 3] = [ClaimTopic::Renewal, ClaimTopic::Schedule, ClaimTopic::Release];

/// What became of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClaimStanding {
    /// Nothing yet.
    Standing,
    /// Another claim took its place.
    Superseded,
    /// It was taken back.
    Withdrawn,
    /// Its window passed unmet.
    Lapsed,
    /// What it says of its seasons came true.
    ProvedRight,
    /// It did not.
    ProvedWrong,
}

/// What bears on what became of a claim.
#[derive(Clone, Copy, Debug)]
pub struct Fate<'a> {
    /// The claim.
    pub claim: &'a claim::Model,
    /// The seasons that it names.
    pub named: &'a [i32],
    /// The report in which it stands; null = at first hand.
    pub report: Option<&'a report::Model>,
    /// What took its place; null = nothing.
    pub successor: Option<&'a claim::Model>,
    /// The seasons of the show.
    pub seasons: &'a [Arc<season::Model>],
    /// Its answered questions.
    pub resolutions: &'a [resolution::Model],
}

/// What became of a claim by a day. The first that fits:
///
/// 1. STANDING: it was not known yet.
/// 2. WITHDRAWN: it was taken back, or its report was.
/// 3. SUPERSEDED: another claim took its place and was not taken back.
/// 4. `PROVED_RIGHT` or `PROVED_WRONG`, for what takes a side on whether its seasons come (decisions, work and intentions about
///    renewal, schedule or release): a claim in favour is right when every season that it names has come, and wrong when one of
///    them cannot any more; a denial is wrong when one of them has come, and right when none can any more.
/// 5. LAPSED: its window passed, and nothing shows that it was met (its milestone is OVERDUE).
/// 6. STANDING.
///
/// A season has come when it has begun to come out or was ordered, or when that holds of a later one. It cannot come any more
/// when the answer of its question, or of an earlier season's, was no, or when the horizon passed after the last
/// complete season; what came out or was ordered later all the same has come. A void question proves nothing, and what
/// happened or became known after the day does not matter.
#[must_use]
pub fn standing(fate: &Fate<'_>, as_of: NaiveDate) -> ClaimStanding {
    let claim = fate.claim;
    let is_replaced = fate.successor.is_some_and(|next| next.known_at <= as_of && !is_withdrawn(next, as_of));
    let report = fate.report.and_then(|report| report.withdrawn_at);
    if claim.known_at > as_of {
        ClaimStanding::Standing
    } else if is_withdrawn(claim, as_of) || report.is_some_and(|at| at.date_naive() <= as_of) {
        ClaimStanding::Withdrawn
    } else if is_replaced {
        ClaimStanding::Superseded
    } else if let Some(is_right) = proof(fate, as_of) {
        if is_right { ClaimStanding::ProvedRight } else { ClaimStanding::ProvedWrong }
    } else if is_overdue(fate, as_of) {
        ClaimStanding::Lapsed
    } else {
        ClaimStanding::Standing
    }
}

/// Whether what it says came true; null = that is open, or it takes no side.
fn proof(fate: &Fate<'_>, as_of: NaiveDate) -> Option<bool> {
    let claim = fate.claim;
    if !FORETELLING_KINDS.contains(&claim.kind) || !FORETOLD_TOPICS.contains(&claim.topic) {
        return None;
    }
    let named = fate.named.iter().copied().filter(|number| *number >= 1);
    let (season, supports) = match claim.stance {
        Stance::Supports => (named.max()?, true),
        Stance::Denies => (named.min()?, false),
        Stance::Neutral => return None,
    };
    if has_come(fate, season, as_of) {
        Some(supports)
    } else if is_impossible(fate, season, as_of) {
        Some(!supports)
    } else {
        None
    }
}

/// Whether the season or a later one has begun to come out, or was ordered.
fn has_come(fate: &Fate<'_>, season: i32, as_of: NaiveDate) -> bool {
    fate.seasons.iter().any(|other| other.number >= season && has_begun(other, as_of))
        || fate.resolutions.iter().any(|answer| answer.season_number >= season && is_yes(answer, as_of))
}

/// An order counts though it was reversed later; a no counts as an order from the day on which it was withdrawn.
fn is_yes(answer: &resolution::Model, as_of: NaiveDate) -> bool {
    match answer.outcome {
        Outcome::Renewed => answer.resolved_on <= as_of,
        Outcome::NotRenewed => answer.reversed_on.is_some_and(|on| on <= as_of),
        Outcome::Void => false,
    }
}

/// Whether the season, or an earlier one, was refused or is past its horizon.
fn is_impossible(fate: &Fate<'_>, season: i32, as_of: NaiveDate) -> bool {
    let is_no = |answer: &resolution::Model| {
        answer.outcome == Outcome::NotRenewed && answer.resolved_on <= as_of && !is_yes(answer, as_of)
    };
    let earlier = |before: &season::Model| (1..season).contains(&before.number);
    fate.resolutions.iter().any(|answer| answer.season_number <= season && is_no(answer))
        || fate.seasons.iter().any(|before| earlier(before) && is_past_horizon(fate, before, as_of))
}

/// Whether the question about the season after `before` is past its horizon without an answer.
fn is_past_horizon(fate: &Fate<'_>, before: &season::Model, as_of: NaiveDate) -> bool {
    let next = before.number.saturating_add(1);
    let is_void = |answer: &resolution::Model| {
        answer.season_number == next && answer.outcome == Outcome::Void && answer.resolved_on <= as_of
    };
    before.completed_on.is_some_and(|day| day < last_in_play(as_of))
        && !has_come(fate, next, as_of)
        && !fate.resolutions.iter().any(is_void)
}

/// The earliest completion that still has its horizon ahead of it, or on it, on a day.
pub(super) fn last_in_play(as_of: NaiveDate) -> NaiveDate {
    let horizon = u64::from(Parameters::rc1().horizon().count().unsigned_abs());
    as_of.checked_sub_days(Days::new(horizon)).unwrap_or(NaiveDate::MIN)
}

fn is_overdue(fate: &Fate<'_>, as_of: NaiveDate) -> bool {
    let course = Course {
        claim: fate.claim,
        season: fate.named.iter().min().copied(),
        successor: None,
        seasons: fate.seasons,
        resolutions: fate.resolutions,
    };
    fate.claim.milestone.is_some() && state(&course, as_of) == MilestoneState::Overdue
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use ::entity::{claim, report, resolution, season};
    use serde_json::json;

    use super::{ClaimStanding, Fate, standing};
    use crate::store::corroboration::tests::claim;

    /// A show of which seasons 1 and 2 are out, and how it went on.
    struct Ledger {
        seasons: Vec<Arc<season::Model>>,
        resolutions: Vec<resolution::Model>,
    }

    impl Ledger {
        /// Seasons by number, premiere and completion.
        fn of(seasons: &[(i32, &str, Option<&str>)]) -> Self {
            let season = |(number, premiere, complete): &(i32, &str, Option<&str>)| {
                let row = json!({"id": number, "show_id": 1, "number": number, "premiered_on": premiere,
                    "premiered_on_precision": "day", "completed_on": complete, "completed_on_precision": complete.map(|_| "day")});
                Arc::new(serde_json::from_value(row).unwrap())
            };
            Self { seasons: seasons.iter().map(season).collect(), resolutions: Vec::new() }
        }

        fn answered(mut self, season: i32, outcome: &str, on: &str, reversed_on: Option<&str>) -> Self {
            let row = json!({"id": season, "show_id": 1, "season_number": season, "outcome": outcome, "resolved_on": on,
                "reason": "said so", "reversed_on": reversed_on});
            self.resolutions.push(serde_json::from_value(row).unwrap());
            self
        }

        fn on(&self, day: &str, claim: &claim::Model, named: &[i32]) -> ClaimStanding {
            let Self { seasons, resolutions } = self;
            let fate = Fate { claim, named, report: None, successor: None, seasons, resolutions };
            standing(&fate, day.parse().unwrap())
        }
    }

    /// One season, complete on 24 January 2025.
    fn first_season() -> Ledger {
        Ledger::of(&[(1, "2025-01-24", Some("2025-01-24"))])
    }

    #[test]
    fn a_claim_of_two_seasons_is_right_when_both_have_come() {
        let both = claim(json!({}));
        let ledger = first_season().answered(2, "renewed", "2026-03-01", None);
        assert_eq!(ledger.on("2026-02-28", &both, &[2]), ClaimStanding::Standing);
        assert_eq!(ledger.on("2026-03-01", &both, &[2]), ClaimStanding::ProvedRight);
        assert_eq!(ledger.on("2026-03-01", &both, &[2, 3]), ClaimStanding::Standing);
        let ledger = ledger.answered(3, "not_renewed", "2028-01-01", None);
        assert_eq!(ledger.on("2028-01-01", &both, &[2, 3]), ClaimStanding::ProvedWrong);
        assert_eq!(ledger.on("2028-01-01", &both, &[2]), ClaimStanding::ProvedRight);
    }

    #[test]
    fn a_season_that_came_out_was_ordered_whoever_recorded_that() {
        let ledger = Ledger::of(&[(1, "2025-01-24", Some("2025-01-24")), (2, "2027-01-22", None)]);
        let denial = claim(json!({"stance": "denies"}));
        assert_eq!(ledger.on("2027-01-21", &denial, &[2]), ClaimStanding::Standing);
        assert_eq!(ledger.on("2027-01-22", &denial, &[2]), ClaimStanding::ProvedWrong);
        assert_eq!(ledger.on("2027-01-22", &claim(json!({})), &[2]), ClaimStanding::ProvedRight);
    }

    #[test]
    fn no_second_season_is_no_third_one() {
        let ledger = first_season().answered(2, "not_renewed", "2026-03-01", Some("2027-01-01"));
        assert_eq!(ledger.on("2026-03-01", &claim(json!({})), &[3]), ClaimStanding::ProvedWrong);
        assert_eq!(ledger.on("2026-03-01", &claim(json!({"stance": "denies"})), &[3]), ClaimStanding::ProvedRight);
        assert_eq!(
            ledger.on("2027-01-01", &claim(json!({})), &[2]),
            ClaimStanding::ProvedRight,
            "the no was withdrawn"
        );
        let order = first_season().answered(2, "renewed", "2026-03-01", Some("2026-09-01"));
        assert_eq!(order.on("2027-01-01", &claim(json!({})), &[2]), ClaimStanding::ProvedRight, "it was ordered");
    }

    #[test]
    fn a_horizon_that_passes_is_a_no() {
        let claim = claim(json!({}));
        assert_eq!(first_season().on("2028-01-24", &claim, &[2]), ClaimStanding::Standing);
        assert_eq!(first_season().on("2028-01-25", &claim, &[2]), ClaimStanding::ProvedWrong);
        let void = first_season().answered(2, "void", "2026-01-01", None);
        assert_eq!(void.on("2028-01-25", &claim, &[2]), ClaimStanding::Standing);
        let ordered = first_season().answered(2, "renewed", "2026-01-01", None);
        assert_eq!(ordered.on("2028-01-25", &claim, &[3]), ClaimStanding::Standing);
    }

    #[test]
    fn what_takes_no_side_about_a_season_is_not_proved() {
        let ledger = first_season().answered(2, "renewed", "2026-03-01", None);
        for columns in [
            json!({"stance": "neutral", "kind": "noncommittal"}),
            json!({"kind": "opinion"}),
            json!({"topic": "cast", "kind": "intent"}),
        ] {
            assert_eq!(ledger.on("2027-01-01", &claim(columns), &[2]), ClaimStanding::Standing);
        }
        assert_eq!(ledger.on("2027-01-01", &claim(json!({})), &[]), ClaimStanding::Standing, "it names no season");
    }

    #[test]
    fn a_window_lapses_the_day_after_it_until_the_answer_is_there() {
        let filming = claim(json!({"topic": "schedule", "milestone": "filming", "window_to": "2026-08-31"}));
        let ledger = first_season().answered(2, "renewed", "2026-12-01", None);
        assert_eq!(ledger.on("2026-08-31", &filming, &[2]), ClaimStanding::Standing);
        assert_eq!(ledger.on("2026-09-01", &filming, &[2]), ClaimStanding::Lapsed);
        assert_eq!(ledger.on("2026-12-01", &filming, &[2]), ClaimStanding::ProvedRight);
    }

    #[test]
    fn what_was_taken_back_or_replaced_is_not_judged() {
        let ledger = first_season().answered(2, "not_renewed", "2026-03-01", None);
        let withdrawn = claim(json!({"withdrawn_at": "2026-02-01T10:00:00Z"}));
        assert_eq!(ledger.on("2026-01-31", &withdrawn, &[2]), ClaimStanding::Standing);
        assert_eq!(ledger.on("2026-03-01", &withdrawn, &[2]), ClaimStanding::Withdrawn);
        let (said, next) = (claim(json!({})), claim(json!({"known_at": "2026-02-01"})));
        let Ledger { seasons, resolutions } = &ledger;
        let fate = Fate { claim: &said, named: &[2], report: None, successor: Some(&next), seasons, resolutions };
        let on = |day: &str, fate: &Fate<'_>| standing(fate, day.parse().unwrap());
        assert_eq!(on("2026-01-31", &fate), ClaimStanding::Standing);
        assert_eq!(on("2026-03-01", &fate), ClaimStanding::Superseded);
        let next = claim::Model { withdrawn_at: Some("2026-02-02T00:00:00Z".parse().unwrap()), ..next.clone() };
        assert_eq!(on("2026-03-01", &Fate { successor: Some(&next), ..fate }), ClaimStanding::ProvedWrong);
        let report: report::Model = serde_json::from_value(json!({"id": 1, "outlet_id": 1, "title": "t",
            "first_seen_at": "2025-09-23T00:00:00Z", "effective_on": "2025-09-23", "summary": "", "is_exclusive": false,
            "withdrawn_at": "2026-02-01T00:00:00Z"}))
        .unwrap();
        assert_eq!(
            on("2026-03-01", &Fate { report: Some(&report), successor: None, ..fate }),
            ClaimStanding::Withdrawn
        );
    }

    #[test]
    fn nothing_becomes_of_a_claim_before_it_is_known() {
        let ledger = first_season().answered(2, "renewed", "2025-03-01", None);
        assert_eq!(ledger.on("2025-09-22", &claim(json!({})), &[2]), ClaimStanding::Standing);
    }
}
