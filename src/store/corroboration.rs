//! Corroboration: many headlines can be one voice.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use ::entity::ids::{ClaimId, OriginId, OutletId, ShowId};
use ::entity::kinds::{Certainty, ClaimKind, Outcome, PlatformReply, Stance, VoucherClass};
use ::entity::{claim, report, resolution, season};
use chrono::NaiveDate;
use sea_orm::{ColumnTrait as _, DatabaseConnection, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use crate::store::as_of::AsOf;
use crate::store::list::any_of;
use crate::store::loader::Relation;
use crate::store::milestone::is_withdrawn;
use crate::store::release::is_out;

/// What a platform itself said last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OfficialPosition {
    /// The season is ordered.
    Confirmed,
    /// It will not come.
    Cancelled,
    /// Talks go well.
    PositiveTalks,
    /// It is being considered.
    UnderReview,
    /// Nothing is decided.
    NoDecision,
    /// Nothing is planned.
    NoPlans,
    /// No comment.
    NoComment,
    /// It has said nothing.
    Silent,
}

/// A claim about the future of a show, with the outlet of its report.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The claim.
    pub claim: Arc<claim::Model>,
    /// Who published its report; null = recorded at first hand.
    pub outlet: Option<OutletId>,
}

/// Claims about the future of a show: decisions, work, intentions and replies, not facts or opinions.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EvidenceOfShow {
    /// Only what was knowable by then.
    pub as_of: AsOf,
}

impl Relation for EvidenceOfShow {
    type Key = ShowId;
    type Answer = Vec<Evidence>;

    async fn load(&self, db: &DatabaseConnection, keys: &[ShowId]) -> Result<HashMap<ShowId, Vec<Evidence>>, DbErr> {
        let kinds = [ClaimKind::Decision, ClaimKind::Production, ClaimKind::Intent, ClaimKind::Noncommittal];
        let select = claim::Entity::find()
            .filter(any_of(claim::Column::ShowId.into_expr(), keys.iter().map(|key| (*key).into())))
            .filter(claim::Column::Kind.is_in(kinds))
            .filter(claim::Column::KnownAt.lte(self.as_of.day()))
            .order_by_asc(claim::Column::Id)
            .find_also_related(report::Entity);
        let mut evidence: HashMap<_, Vec<_>> = HashMap::new();
        for (claim, report) in select.all(db).await? {
            let outlet = report.map(|report| report.outlet_id);
            evidence.entry(claim.show_id).or_default().push(Evidence { claim: Arc::new(claim), outlet });
        }
        Ok(evidence)
    }
}

/// One piece of evidence with what is needed to weigh it.
#[derive(Clone, Debug)]
pub struct Voice {
    /// What was said, and where.
    pub evidence: Evidence,
    /// The target seasons that it names.
    pub seasons: Vec<i32>,
    /// 0..1, how faithfully it reached us.
    pub fidelity: f64,
}

/// Headlines against voices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corroboration {
    /// Target season.
    pub season: i32,
    /// Reports that bear on it.
    pub reports: usize,
    /// Different outlets of theirs.
    pub outlets: usize,
    /// Different utterances in favour.
    pub independent_origins: usize,
    /// What the platform said last.
    pub position: OfficialPosition,
    /// The claim in which it said so; null = it has said nothing that is held.
    pub statement: Option<ClaimId>,
}

/// The season after the last complete one; 1 = none is complete.
#[must_use]
pub fn next_season(seasons: &[Arc<season::Model>], as_of: NaiveDate) -> i32 {
    let complete = seasons.iter().filter(|season| is_out(season.completed_on, season.completed_on_precision, as_of));
    complete.map(|season| season.number).max().unwrap_or(0).max(0) + 1
}

/// Weighs what is known on a day about the coming of a season.
///
/// - **Bears on it** what was not withdrawn and speaks of it: who asserts a later season asserts it, who denies an earlier
///   one denies it, anything else names it. A claim that names no season speaks of the one after the last complete one.
/// - **Independent origins** are the utterances whose latest stance is in favour (opposite stances of one day are no
///   stance) and in which a platform, a production company or an outlet on its own sources says in that stance that it is
///   ordered or worked on. Wishes of cast and makers, and unsourced retellings, are no such voice.
/// - **The official position** is the platform's latest decisive word (confirmed, and faithful enough to reach δ ≥ .95:
///   fidelity of at least about .985), or the answer to the question where one is recorded; opposite words of one day are
///   none. Else its latest reply, of one day the most cautious and then the most faithful.
#[must_use]
pub fn corroborate(
    voices: &[Voice],
    resolutions: &[resolution::Model],
    season: i32,
    next: i32,
    as_of: NaiveDate,
) -> Corroboration {
    let bearing: Vec<_> = voices.iter().filter(|voice| bears_on(voice, season, next, as_of)).collect();
    let (position, statement) = official(&bearing, resolutions, season, as_of);
    Corroboration {
        season,
        reports: bearing.iter().filter_map(|voice| voice.evidence.claim.report_id).collect::<BTreeSet<_>>().len(),
        outlets: bearing.iter().filter_map(|voice| voice.evidence.outlet).collect::<BTreeSet<_>>().len(),
        independent_origins: in_favour(&bearing),
        position,
        statement,
    }
}

fn bears_on(voice: &Voice, season: i32, next: i32, as_of: NaiveDate) -> bool {
    let claim = &voice.evidence.claim;
    let speaks = |named: &i32| match claim.stance {
        Stance::Supports => *named >= season,
        Stance::Denies => *named <= season,
        Stance::Neutral => *named == season,
    };
    let of_season = if voice.seasons.is_empty() { next == season } else { voice.seasons.iter().any(speaks) };
    of_season && claim.known_at <= as_of && !is_withdrawn(claim, as_of)
}

/// Utterances in favour, each once.
fn in_favour(bearing: &[&Voice]) -> usize {
    let mut by_origin: BTreeMap<OriginId, Vec<&claim::Model>> = BTreeMap::new();
    for voice in bearing.iter().filter(|voice| voice.evidence.claim.stance != Stance::Neutral) {
        by_origin.entry(voice.evidence.claim.origin_id).or_default().push(&voice.evidence.claim);
    }
    let favours = |claims: &Vec<&claim::Model>| {
        let latest = claims.iter().map(|claim| claim.said_on).max();
        let is_for = claims.iter().filter(|claim| Some(claim.said_on) == latest).all(|c| c.stance == Stance::Supports);
        is_for && claims.iter().any(|claim| is_report(claim))
    };
    by_origin.values().filter(|claims| favours(claims)).count()
}

/// Whether somebody who can know says that it is ordered or worked on.
fn is_report(claim: &claim::Model) -> bool {
    let can_know = matches!(
        claim.voucher_class,
        VoucherClass::Platform | VoucherClass::ProductionCompany | VoucherClass::OutletInsider
    );
    let is_work = matches!(claim.kind, ClaimKind::Decision | ClaimKind::Production);
    can_know && is_work && claim.stance == Stance::Supports
}

/// A word that settles the question: when, whether it comes, and in which claim.
type Decisive = (NaiveDate, bool, Option<ClaimId>);

fn official(
    bearing: &[&Voice],
    resolutions: &[resolution::Model],
    season: i32,
    as_of: NaiveDate,
) -> (OfficialPosition, Option<ClaimId>) {
    let said = bearing.iter().filter(|voice| is_decisive(voice)).map(|voice| {
        let claim = &voice.evidence.claim;
        (claim.said_on, claim.stance == Stance::Supports, Some(claim.id))
    });
    let words: Vec<Decisive> = answers(resolutions, season, as_of).chain(said).collect();
    let latest = words.iter().map(|(on, ..)| *on).max();
    let mut governing = words.iter().filter(|(on, ..)| Some(*on) == latest);
    if let Some((_, comes, claim)) = governing.next()
        && governing.clone().all(|(_, too, _)| too == comes)
    {
        let claim = claim.or_else(|| governing.find_map(|(.., claim)| *claim));
        return (if *comes { OfficialPosition::Confirmed } else { OfficialPosition::Cancelled }, claim);
    }
    let replies = bearing.iter().filter(|voice| voice.evidence.claim.voucher_class == VoucherClass::Platform);
    let replies = replies.filter_map(|voice| Some((*voice, voice.evidence.claim.platform_reply?)));
    let governing = replies.max_by(|(one, reply), (other, also)| {
        let order = |voice: &Voice, reply| (voice.evidence.claim.said_on, caution(reply));
        let faithful = one.fidelity.total_cmp(&other.fidelity);
        order(one, *reply)
            .cmp(&order(other, *also))
            .then(faithful)
            .then(other.evidence.claim.id.cmp(&one.evidence.claim.id))
    });
    governing
        .map_or((OfficialPosition::Silent, None), |(voice, reply)| (position(reply), Some(voice.evidence.claim.id)))
}

/// Recorded answers; the mere passing of the horizon is no word of the platform.
fn answers(resolutions: &[resolution::Model], season: i32, as_of: NaiveDate) -> impl Iterator<Item = Decisive> {
    let settles = move |answer: &&resolution::Model| match answer.outcome {
        Outcome::Renewed => answer.season_number >= season,
        Outcome::NotRenewed => answer.season_number <= season && answer.claim_id.is_some(),
        Outcome::Void => false,
    };
    let words = |answer: &resolution::Model| {
        let given = (answer.resolved_on, answer.outcome == Outcome::Renewed, answer.claim_id);
        let reversed = answer.reversed_on.map(|on| (on, answer.outcome != Outcome::Renewed, None));
        [Some(given), reversed]
    };
    resolutions.iter().filter(settles).flat_map(words).flatten().filter(move |(on, ..)| *on <= as_of)
}

fn is_decisive(voice: &Voice) -> bool {
    /// How reliable platforms are: 2r̄ − 1 of Beta(99, 1).
    const PLATFORM: f64 = 0.98;
    /// What makes hearsay official.
    const OFFICIAL: f64 = 0.95;
    let claim = &voice.evidence.claim;
    claim.voucher_class == VoucherClass::Platform
        && claim.platform_reply.is_none()
        && claim.stance != Stance::Neutral
        && matches!(claim.certainty, Some(Certainty::Confirmed) | None)
        && PLATFORM * 2.0f64.mul_add(voice.fidelity, -1.0) >= OFFICIAL
}

/// How cautious a reply is, most cautious highest.
fn caution(reply: PlatformReply) -> u8 {
    match reply {
        PlatformReply::NoPlans => 3,
        PlatformReply::NoDecision | PlatformReply::NoComment => 2,
        PlatformReply::UnderReview => 1,
        PlatformReply::PositiveTalks => 0,
    }
}

fn position(reply: PlatformReply) -> OfficialPosition {
    match reply {
        PlatformReply::NoPlans => OfficialPosition::NoPlans,
        PlatformReply::PositiveTalks => OfficialPosition::PositiveTalks,
        PlatformReply::UnderReview => OfficialPosition::UnderReview,
        PlatformReply::NoDecision => OfficialPosition::NoDecision,
        PlatformReply::NoComment => OfficialPosition::NoComment,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::sync::Arc;

    use ::entity::claim;
    use ::entity::ids::{ClaimId, OutletId};
    use chrono::NaiveDate;
    use serde_json::{Value, json};

    use super::{Corroboration, Evidence, OfficialPosition, Voice, corroborate, next_season};

    /// A claim with these columns; the others are of no account.
    pub(in crate::store) fn claim(columns: Value) -> claim::Model {
        let mut row = json!({"id": 1, "show_id": 1, "origin_id": 1, "grouping_rule": "alone", "grouping_reason": "",
            "is_grouped_by_editor": false, "topic": "renewal", "kind": "decision", "stance": "supports", "summary": "",
            "voucher_class": "outlet_insider", "voucher_name": "", "said_on": "2025-09-23", "said_on_precision": "day",
            "known_at": "2025-09-23", "recorded_at": "2026-01-01T00:00:00Z", "is_spoiler": false});
        let Value::Object(columns) = columns else { panic!("columns are an object") };
        row.as_object_mut().unwrap().extend(columns);
        serde_json::from_value(row).unwrap()
    }

    fn voice(columns: Value, outlet: i64, seasons: &[i32], fidelity: f64) -> Voice {
        let evidence = Evidence { claim: Arc::new(claim(columns)), outlet: Some(OutletId(outlet)) };
        Voice { evidence, seasons: seasons.to_vec(), fidelity }
    }

    /// What the two articles of 23 September 2025 say about season 2.
    fn articles() -> Vec<Voice> {
        vec![
            voice(
                json!({"id": 1, "report_id": 1, "origin_id": 1, "voucher_class": "unsourced", "kind": "production"}),
                1,
                &[2, 3],
                0.95,
            ),
            voice(
                json!({"id": 2, "report_id": 1, "origin_id": 2, "voucher_class": "platform", "kind": "noncommittal",
                    "stance": "neutral", "platform_reply": "under_review"}),
                1,
                &[2],
                0.99,
            ),
            voice(
                json!({"id": 3, "report_id": 1, "origin_id": 3, "voucher_class": "creator", "kind": "intent"}),
                1,
                &[2, 3],
                1.0,
            ),
            voice(json!({"id": 4, "report_id": 2, "origin_id": 1, "certainty": "confirmed"}), 2, &[2, 3], 0.95),
            voice(
                json!({"id": 5, "report_id": 2, "origin_id": 4, "voucher_class": "cast", "kind": "intent"}),
                2,
                &[2],
                0.9,
            ),
        ]
    }

    fn on(as_of: &str, voices: &[Voice], season: i32) -> Corroboration {
        corroborate(voices, &[], season, 2, as_of.parse::<NaiveDate>().unwrap())
    }

    #[test]
    fn two_articles_are_one_voice_and_the_platform_considers() {
        let expected = Corroboration {
            season: 2,
            reports: 2,
            outlets: 2,
            independent_origins: 1,
            position: OfficialPosition::UnderReview,
            statement: Some(ClaimId(2)),
        };
        assert_eq!(on("2025-09-23", &articles(), 2), expected);
        assert_eq!(on("2025-09-22", &articles(), 2).reports, 0, "nothing counts before it could be known");
    }

    #[test]
    fn who_asserts_a_third_season_asserts_the_second_and_not_the_other_way_round() {
        let third = [voice(json!({"report_id": 1}), 1, &[3], 1.0)];
        assert_eq!(on("2025-12-01", &third, 2).independent_origins, 1);
        let second = [voice(json!({"report_id": 1}), 1, &[2], 1.0)];
        assert_eq!(on("2025-12-01", &second, 3).reports, 0);
        let denied = [voice(json!({"report_id": 1, "stance": "denies"}), 1, &[2], 1.0)];
        assert_eq!((on("2025-12-01", &denied, 3).reports, on("2025-12-01", &denied, 3).independent_origins), (1, 0));
    }

    #[test]
    fn an_utterance_that_was_turned_round_is_no_voice_in_favour() {
        let mut voices = articles();
        voices.push(voice(
            json!({"id": 6, "report_id": 3, "stance": "denies", "said_on": "2025-09-24", "known_at": "2025-09-24"}),
            2,
            &[2],
            1.0,
        ));
        assert_eq!(on("2025-09-23", &voices, 2).independent_origins, 1);
        assert_eq!(on("2025-09-24", &voices, 2).independent_origins, 0);
    }

    #[test]
    fn a_decisive_word_outlasts_later_replies_and_hearsay_is_not_decisive() {
        let word = |fidelity| {
            let said = json!({"id": 7, "voucher_class": "platform", "certainty": "confirmed", "said_on": "2025-09-01"});
            let mut voices = articles();
            voices.push(voice(said, 3, &[2], fidelity));
            on("2025-12-01", &voices, 2)
        };
        assert_eq!((word(0.99).position, word(0.99).statement), (OfficialPosition::Confirmed, Some(ClaimId(7))));
        assert_eq!(word(0.98).position, OfficialPosition::UnderReview);
    }

    #[test]
    fn of_two_replies_of_one_day_the_more_cautious_governs() {
        let mut voices = articles();
        voices.push(voice(
            json!({"id": 8, "voucher_class": "platform", "kind": "noncommittal", "stance": "neutral",
            "platform_reply": "no_decision"}),
            3,
            &[2],
            0.9,
        ));
        assert_eq!(on("2025-12-01", &voices, 2).position, OfficialPosition::NoDecision);
    }

    #[test]
    fn a_recorded_answer_is_official_and_a_lapse_is_not() {
        let answer = |outcome: &str, claim_id: Option<i64>| {
            let row = json!({"id": 1, "show_id": 1, "season_number": 2, "outcome": outcome, "resolved_on": "2026-01-01",
                "reason": "", "claim_id": claim_id});
            corroborate(&[], &[serde_json::from_value(row).unwrap()], 2, 2, "2026-02-01".parse().unwrap()).position
        };
        assert_eq!(answer("renewed", None), OfficialPosition::Confirmed);
        assert_eq!(answer("not_renewed", None), OfficialPosition::Silent);
        assert_eq!(answer("not_renewed", Some(9)), OfficialPosition::Cancelled);
    }

    #[test]
    fn the_next_season_follows_the_last_complete_one() {
        let season = |number: i32, completed: Option<&str>| {
            let precision = completed.map(|_| "day");
            let row = json!({"id": number, "show_id": 1, "number": number, "completed_on": completed, "completed_on_precision": precision});
            Arc::new(serde_json::from_value(row).unwrap())
        };
        let seasons = [season(0, Some("2025-03-01")), season(1, Some("2025-01-24")), season(2, None)];
        let next = |as_of: &str| next_season(&seasons, as_of.parse().unwrap());
        assert_eq!((next("2025-01-23"), next("2025-01-24")), (1, 2));
    }
}
