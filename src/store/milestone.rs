//! Milestones: something announced for a stretch of time, and what became of it.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use ::entity::claim;
use ::entity::ids::{OriginId, ShowId};
use ::entity::kinds::{MilestoneKind, Outcome, Stance};
use ::entity::{resolution, season};
use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait as _, DatabaseConnection, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _, Select,
};

use crate::store::as_of::AsOf;
use crate::store::list::any_of;
use crate::store::loader::Relation;
use crate::store::release::has_begun;

/// Where a milestone stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MilestoneState {
    /// Its window has not begun.
    Ahead,
    /// Within its window; a window that only has an end has begun.
    Due,
    /// Its window passed, and nothing shows that it was met.
    Overdue,
    /// It came about.
    Met,
    /// Another claim put it to a later window.
    Moved,
    /// It was taken back or denied.
    Dropped,
}

/// What bears on a milestone.
#[derive(Clone, Copy, Debug)]
pub struct Course<'a> {
    /// The claim that announces it.
    pub claim: &'a claim::Model,
    /// The first season that the claim speaks of; null = it names none.
    pub season: Option<i32>,
    /// What took the place of the claim; null = nothing.
    pub successor: Option<&'a claim::Model>,
    /// The seasons of the show.
    pub seasons: &'a [Arc<season::Model>],
    /// Its answered questions.
    pub resolutions: &'a [resolution::Model],
}

/// Where a milestone stands on a day. The first that fits:
///
/// 1. MET: its season has come out, and for a decision also: the question of its season was answered.
/// 2. DROPPED: the claim was withdrawn, or what took its place denies.
/// 3. MOVED: what took its place names a later window for the same thing.
/// 4. AHEAD, DUE or OVERDUE: the day lies before, within or behind the window; an open end is never passed.
///
/// What happened, was withdrawn or became known after the day does not matter.
#[must_use]
pub fn state(course: &Course<'_>, as_of: NaiveDate) -> MilestoneState {
    let Course { claim, .. } = course;
    if is_met(course, as_of) {
        MilestoneState::Met
    } else if is_withdrawn(claim, as_of) || successor(course, as_of).is_some_and(|next| next.stance == Stance::Denies) {
        MilestoneState::Dropped
    } else if moved_to(course, as_of).is_some() {
        MilestoneState::Moved
    } else if claim.window_to.is_some_and(|to| to < as_of) {
        MilestoneState::Overdue
    } else if claim.window_from.is_some_and(|from| from > as_of) {
        MilestoneState::Ahead
    } else {
        MilestoneState::Due
    }
}

/// The claim that puts the same thing to a later window, known by that day.
pub fn moved_to<'a>(course: &Course<'a>, as_of: NaiveDate) -> Option<&'a claim::Model> {
    let (was, next) = (course.claim, successor(course, as_of)?);
    let is_later = match (was.window_to, next.window_to) {
        (Some(was), Some(next)) => next > was,
        _ => next.window_from > was.window_from,
    };
    (next.milestone == was.milestone && is_later).then_some(next)
}

/// Whether a claim was taken back by that day.
pub fn is_withdrawn(claim: &claim::Model, as_of: NaiveDate) -> bool {
    claim.withdrawn_at.is_some_and(|at| at.date_naive() <= as_of)
}

fn successor<'a>(course: &Course<'a>, as_of: NaiveDate) -> Option<&'a claim::Model> {
    course.successor.filter(|next| next.known_at <= as_of && !is_withdrawn(next, as_of))
}

fn is_met(course: &Course<'_>, as_of: NaiveDate) -> bool {
    let Some(target) = course.season else { return false };
    let is_out = course.seasons.iter().any(|season| season.number == target && has_begun(season, as_of));
    let is_answered = course
        .resolutions
        .iter()
        .any(|answer| answer.season_number == target && answer.outcome != Outcome::Void && answer.resolved_on <= as_of);
    is_out || (course.claim.milestone == Some(MilestoneKind::Decision) && is_answered)
}

/// The claims of an utterance that announce something, in the order in which they were recorded.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AnnouncementsOfOrigin {
    /// Only what was knowable by then.
    pub as_of: AsOf,
}

impl Relation for AnnouncementsOfOrigin {
    type Key = OriginId;
    type Answer = Vec<Arc<claim::Model>>;

    async fn load(&self, db: &DatabaseConnection, keys: &[OriginId]) -> Result<HashMap<OriginId, Self::Answer>, DbErr> {
        let of_origins = any_of(claim::Column::OriginId.into_expr(), keys.iter().map(|key| (*key).into()));
        let mut claims: HashMap<_, Vec<_>> = HashMap::new();
        for claim in announcements(self.as_of).filter(of_origins).all(db).await? {
            claims.entry(claim.origin_id).or_default().push(Arc::new(claim));
        }
        Ok(claims)
    }
}

/// The claims about a show that announce something, in the order in which they were recorded.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AnnouncementsOfShow {
    /// Only what was knowable by then.
    pub as_of: AsOf,
}

impl Relation for AnnouncementsOfShow {
    type Key = ShowId;
    type Answer = Vec<Arc<claim::Model>>;

    async fn load(&self, db: &DatabaseConnection, keys: &[ShowId]) -> Result<HashMap<ShowId, Self::Answer>, DbErr> {
        let of_shows = any_of(claim::Column::ShowId.into_expr(), keys.iter().map(|key| (*key).into()));
        let mut claims: HashMap<_, Vec<_>> = HashMap::new();
        for claim in announcements(self.as_of).filter(of_shows).all(db).await? {
            claims.entry(claim.show_id).or_default().push(Arc::new(claim));
        }
        Ok(claims)
    }
}

fn announcements(as_of: AsOf) -> Select<claim::Entity> {
    claim::Entity::find()
        .filter(claim::Column::Milestone.is_not_null())
        .filter(claim::Column::KnownAt.lte(as_of.day()))
        .order_by_asc(claim::Column::Id)
}

/// What `claims` announce, each utterance's word on each kind of thing once, the earliest window first. Of an utterance and its
/// retellings that one speaks which stands, was known first, and names both ends of the window.
pub fn announced(claims: &[Arc<claim::Model>], as_of: NaiveDate) -> Vec<Arc<claim::Model>> {
    let mut claims: Vec<_> = claims.iter().filter(|claim| claim.stance != Stance::Denies).cloned().collect();
    let open_ends =
        |claim: &claim::Model| [claim.window_from, claim.window_to].iter().filter(|end| end.is_none()).count();
    claims.sort_by_key(|claim| (is_withdrawn(claim, as_of), claim.known_at, open_ends(claim), claim.id));
    let mut seen = HashSet::new();
    claims.retain(|claim| seen.insert((claim.origin_id, claim.milestone)));
    claims.sort_by_key(|claim| (claim.window_from.or(claim.window_to), claim.known_at, claim.id));
    claims
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use ::entity::claim;
    use ::entity::kinds::Stance;
    use chrono::NaiveDate;
    use serde_json::json;

    use super::{Course, MilestoneState, announced, state};
    use crate::store::corroboration::tests::claim;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn filming(from: Option<&str>, to: Option<&str>) -> claim::Model {
        claim(json!({"milestone": "filming", "window_from": from, "window_to": to}))
    }

    fn on(as_of: &str, announced: &claim::Model, successor: Option<&claim::Model>) -> MilestoneState {
        let course = Course { claim: announced, season: Some(2), successor, seasons: &[], resolutions: &[] };
        state(&course, day(as_of))
    }

    #[test]
    fn a_window_lies_ahead_is_due_and_is_overdue_the_day_after_it() {
        let summer = filming(Some("2026-06-01"), Some("2026-08-31"));
        assert_eq!(on("2026-05-31", &summer, None), MilestoneState::Ahead);
        assert_eq!(on("2026-06-01", &summer, None), MilestoneState::Due);
        assert_eq!(on("2026-08-31", &summer, None), MilestoneState::Due);
        assert_eq!(on("2026-09-01", &summer, None), MilestoneState::Overdue);
    }

    #[test]
    fn by_next_summer_may_be_any_day_until_then() {
        let by_summer = filming(None, Some("2026-08-31"));
        assert_eq!(on("2025-10-01", &by_summer, None), MilestoneState::Due);
        assert_eq!(on("2030-01-01", &filming(Some("2026-06-01"), None), None), MilestoneState::Due);
    }

    #[test]
    fn a_later_window_moves_it_once_it_is_known() {
        let summer = filming(Some("2026-06-01"), Some("2026-08-31"));
        let october = claim::Model { known_at: day("2026-06-22"), ..filming(Some("2026-10-01"), Some("2026-10-31")) };
        assert_eq!(on("2026-06-21", &summer, Some(&october)), MilestoneState::Due);
        assert_eq!(on("2026-06-22", &summer, Some(&october)), MilestoneState::Moved);
        assert_eq!(on("2026-06-22", &october, Some(&summer)), MilestoneState::Ahead, "an earlier window moves nothing");
    }

    #[test]
    fn what_is_withdrawn_or_denied_is_dropped() {
        let mut summer = filming(Some("2026-06-01"), Some("2026-08-31"));
        let denied = claim::Model { stance: Stance::Denies, ..filming(None, None) };
        assert_eq!(on("2026-07-01", &summer, Some(&denied)), MilestoneState::Dropped);
        summer.withdrawn_at = Some("2026-07-01T10:00:00Z".parse().unwrap());
        assert_eq!(on("2026-06-30", &summer, None), MilestoneState::Due);
        assert_eq!(on("2026-07-01", &summer, None), MilestoneState::Dropped);
    }

    #[test]
    fn a_season_that_is_out_was_filmed_and_an_answer_meets_a_decision_only() {
        let seasons = [Arc::new(
            serde_json::from_value(json!({"id": 1, "show_id": 1, "number": 2,
            "premiered_on": "2027-01-22", "premiered_on_precision": "day"}))
            .unwrap(),
        )];
        let resolutions = [serde_json::from_value(json!({"id": 1, "show_id": 1, "season_number": 2,
            "outcome": "renewed", "resolved_on": "2026-12-01", "reason": "ordered"}))
        .unwrap()];
        let filming = filming(None, Some("2026-08-31"));
        let decision = claim(json!({"milestone": "decision", "window_to": "2026-08-31"}));
        let of = |claim, as_of| {
            let course =
                Course { claim, season: Some(2), successor: None, seasons: &seasons, resolutions: &resolutions };
            state(&course, day(as_of))
        };
        assert_eq!(of(&filming, "2026-12-01"), MilestoneState::Overdue);
        assert_eq!(of(&filming, "2027-01-22"), MilestoneState::Met);
        assert_eq!(of(&decision, "2026-11-30"), MilestoneState::Overdue);
        assert_eq!(of(&decision, "2026-12-01"), MilestoneState::Met);
    }

    #[test]
    fn an_utterance_announces_each_thing_once_by_its_first_and_most_exact_teller() {
        let of = |id: i64, origin: i64, value: serde_json::Value| {
            let mut row = json!({"id": id, "origin_id": origin, "milestone": "filming", "window_to": "2026-08-31"});
            row.as_object_mut().unwrap().extend(value.as_object().unwrap().clone());
            Arc::new(claim(row))
        };
        let claims = [
            of(1, 1, json!({})),
            of(2, 1, json!({"window_from": "2026-06-01"})),
            of(3, 1, json!({"milestone": "preparation", "window_to": "2025-12-31"})),
            of(4, 2, json!({"window_from": "2026-10-01", "window_to": "2026-10-31"})),
            of(5, 3, json!({"stance": "denies"})),
        ];
        let told: Vec<_> = announced(&claims, day("2026-01-01")).iter().map(|claim| claim.id.0).collect();
        assert_eq!(told, [3, 2, 4]);
    }
}
