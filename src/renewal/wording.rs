//! Wording: how firmly something was said, read from its words.
//!
//! Headlines raise what sources hedge, so certainty is read from cues in the claim's *own clause*, in English or Korean, and the strongest
//! cue counts. A negation turns the stance. "Reportedly" and "according to" are one more retelling (a matter of fidelity), not doubt; a
//! retelling never raises the certainty of its root.
//!
//! | certainty | worth | cues |
//! |---|---|---|
//! | confirmed | 1.0 | confirmed, renewed, greenlit, ordered, 확정 |
//! | probable | .75 | set to, plans to, slated, scheduled, expected, 예정, 계획, 전망 |
//! | possible | .45 | may, might, could, considering, in talks, 검토 중, 논의 중, 가능성 |
//! | speculative | .20 | rumoured, hopes, hints, teased, 암시, 기대 |
//!
//! A platform's reply that decides nothing is read from the most telling phrase downwards: no plans, positive talks, under review, nothing
//! decided, no comment; so "we are considering a sequel, but nothing is confirmed" is *under review*.
//!
//! ```
//! use greenlight::renewal::{Certainty, Reply, Stance, read_reply, read_wording};
//!
//! let read = |clause| read_wording(clause).map(|wording| (wording.certainty, wording.stance));
//! assert_eq!(read("filming is reportedly set to begin next summer"), Some((Certainty::Probable, Stance::Supports)));
//! assert_eq!(read("시즌2 제작이 확정됐다"), Some((Certainty::Confirmed, Stance::Supports)));
//! assert_eq!(read("the sequel was not confirmed"), Some((Certainty::Confirmed, Stance::Denies)));
//! assert_eq!(read("it won an award on May 5"), None); // a month is no doubt
//! assert_eq!(read_reply("We are considering a sequel, but nothing is confirmed."), Some(Reply::UnderReview));
//! ```

use crate::renewal::said::Certainty;
use crate::renewal::said::Reply;
use crate::renewal::said::Stance;

const CONFIRMED: &[&str] = &[
    "confirmed",
    "confirms",
    "renewed",
    "renews",
    "greenlit",
    "greenlights",
    "greenlighted",
    "green light",
    "ordered",
    "orders",
    "확정",
];
const PROBABLE: &[&str] = &[
    "set to",
    "set for",
    "plans to",
    "planning",
    "planned",
    "slated",
    "scheduled",
    "expected",
    "targeted",
    "예정",
    "계획",
    "전망",
];
const POSSIBLE: &[&str] = &[
    "may",
    "might",
    "could",
    "considering",
    "in talks",
    "under review",
    "under discussion",
    "검토 중",
    "검토중",
    "논의 중",
    "논의중",
    "가능성",
];
const SPECULATIVE: &[&str] = &[
    "rumoured", "rumored", "rumours", "rumors", "hopes", "hoping", "hints", "hinted", "teased", "teases", "암시",
    "기대",
];
/// Words that say, firmly, that it does not come.
const ENDED: &[&str] = &["cancelled", "canceled", "axed", "scrapped", "취소", "무산"];

const NEGATIONS: &[&str] = &["not", "no", "never", "nothing", "nobody", "without", "denied", "denies", "unlikely"];
/// In Korean the negation follows.
const KOREAN_NEGATIONS: &[&str] = &["않", "없", "아니", "못"];
/// How far a negation reaches, in words.
const REACH: usize = 4;

const NO_PLANS: &[&str] = &[
    "no plans",
    "no plan",
    "groundless",
    "not discussed",
    "not been discussed",
    "not true",
    "사실무근",
    "논의된 바 없",
    "계획 없",
    "계획이 없",
];
const POSITIVE_TALKS: &[&str] = &["positively", "serious talks", "긍정"];
const UNDER_REVIEW: &[&str] = &[
    "considering",
    "reviewing",
    "under review",
    "under discussion",
    "discussing",
    "under consideration",
    "검토 중",
    "검토중",
    "논의 중",
    "논의중",
];
const NO_DECISION: &[&str] = &[
    "nothing decided",
    "nothing is decided",
    "nothing has been decided",
    "not decided",
    "not been decided",
    "undecided",
    "nothing is confirmed",
    "nothing confirmed",
    "nothing has been confirmed",
    "정해진 바 없",
    "결정된 바 없",
    "확정된 바 없",
    "미정",
];
const NO_COMMENT: &[&str] = &[
    "no comment",
    "declined to comment",
    "cannot confirm",
    "can't confirm",
    "확인해 줄 수 없",
    "확인해줄 수 없",
    "확인 불가",
];

/// How firmly, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordingRead {
    /// How firmly.
    pub certainty: Certainty,
    /// Which way.
    pub stance: Stance,
}

/// The strongest cue of a clause; `None` = it has none.
pub fn read_wording(clause: &str) -> Option<WordingRead> {
    let words = Words::of(clause);
    let groups = [
        (CONFIRMED, Certainty::Confirmed, Stance::Supports),
        (ENDED, Certainty::Confirmed, Stance::Denies),
        (PROBABLE, Certainty::Probable, Stance::Supports),
        (POSSIBLE, Certainty::Possible, Stance::Supports),
        (SPECULATIVE, Certainty::Speculative, Stance::Supports),
    ];
    groups.into_iter().find_map(|(cues, certainty, stance)| {
        let place = cues.iter().find_map(|cue| words.find(cue))?;
        let turned = if stance == Stance::Supports { Stance::Denies } else { Stance::Supports };
        Some(WordingRead { certainty, stance: if words.is_negated(place) { turned } else { stance } })
    })
}

/// What a platform's words come to when they decide nothing; `None` = they say none of that.
pub fn read_reply(text: &str) -> Option<Reply> {
    let words = Words::of(text);
    let groups = [
        (NO_PLANS, Reply::NoPlans),
        (POSITIVE_TALKS, Reply::PositiveTalks),
        (UNDER_REVIEW, Reply::UnderReview),
        (NO_DECISION, Reply::NoDecision),
        (NO_COMMENT, Reply::NoComment),
    ];
    groups.into_iter().find(|(cues, _)| cues.iter().any(|cue| words.find(cue).is_some())).map(|(_, reply)| reply)
}

/// The certainty with which a retelling counts: never more than its root's.
pub fn retold(root: Certainty, retelling: Certainty) -> Certainty {
    root.max(retelling)
}

/// The clauses of a text, so that a cue is read where it stands.
pub fn clauses(text: &str) -> Vec<&str> {
    const BREAKS: [&str; 9] = [". ", "; ", ", but ", " but ", " although ", " though ", " while ", " however", "지만 "];
    let mut parts = vec![text];
    for stop in BREAKS {
        parts = parts.iter().flat_map(|part| part.split(stop)).collect();
    }
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// A text as lower-case words.
struct Words(Vec<String>);

/// From which word to which.
type Place = (usize, usize);

impl Words {
    fn of(text: &str) -> Self {
        let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).replace('’', "'").to_lowercase();
        Self(text.split_whitespace().map(plain).filter(|word| !word.is_empty()).collect())
    }

    /// Where a cue stands: whole words in English, the beginning or inside of words in Korean, which joins its endings to them.
    fn find(&self, cue: &str) -> Option<Place> {
        let cue_words: Vec<&str> = cue.split(' ').collect();
        let length = cue_words.len();
        let stands = |window: &[String]| {
            let is = |(n, (word, cue)): (usize, (&String, &&str))| says(word, cue, n == 0, n + 1 == length);
            window.iter().zip(&cue_words).enumerate().all(is)
        };
        let places = self.0.windows(length).enumerate().filter(|(_, window)| stands(window));
        places.map(|(at, _)| at).find(|at| !self.is_month(cue, *at)).map(|at| (at, at + length))
    }

    /// "May" before a number is a month.
    fn is_month(&self, cue: &str, at: usize) -> bool {
        cue == "may" && self.0.get(at + 1).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()))
    }

    fn is_negated(&self, (from, to): Place) -> bool {
        let before = self.0.get(from.saturating_sub(REACH)..from).unwrap_or_default();
        let within_and_after = self.0.get(from..(to + REACH).min(self.0.len())).unwrap_or_default();
        before.iter().any(|word| NEGATIONS.contains(&word.as_str()) || word.ends_with("n't"))
            || within_and_after.iter().any(|word| KOREAN_NEGATIONS.iter().any(|negation| word.contains(negation)))
    }
}

fn says(word: &str, cue: &str, is_first: bool, is_last: bool) -> bool {
    if cue.is_ascii() {
        return word == cue;
    }
    match (is_first, is_last) {
        (true, true) => word.contains(cue),
        (true, false) => word.ends_with(cue),
        (false, true) => word.starts_with(cue),
        (false, false) => word == cue,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(clause: &str) -> Option<(Certainty, Stance)> {
        read_wording(clause).map(|wording| (wording.certainty, wording.stance))
    }

    #[test]
    fn the_strongest_cue_counts() {
        assert_eq!(read("it may return, and is slated for 2026"), Some((Certainty::Probable, Stance::Supports)));
        assert_eq!(read("hopes grow that it could"), Some((Certainty::Possible, Stance::Supports)));
        assert_eq!(read("the director teased it"), Some((Certainty::Speculative, Stance::Supports)));
        assert_eq!(read("a new hospital, a new team"), None);
        assert_eq!(read("on May 23 it was said that it may return"), Some((Certainty::Possible, Stance::Supports)));
    }

    #[test]
    fn reportedly_is_a_retelling_and_no_doubt() {
        assert_eq!(read("it was reportedly confirmed"), read("it was confirmed"));
        assert_eq!(read("according to insiders"), None);
    }

    #[test]
    fn a_negation_turns_the_stance_in_both_languages() {
        assert_eq!(read("Netflix hasn’t ordered it"), Some((Certainty::Confirmed, Stance::Denies)));
        assert_eq!(read("시즌2는 확정되지 않았다"), Some((Certainty::Confirmed, Stance::Denies)));
        assert_eq!(read("the show was cancelled"), Some((Certainty::Confirmed, Stance::Denies)));
        assert_eq!(read("it was never cancelled"), Some((Certainty::Confirmed, Stance::Supports)));
    }

    #[test]
    fn korean_cues_are_read_with_their_endings() {
        assert_eq!(read("내년 여름께 촬영을 시작할 예정이다"), Some((Certainty::Probable, Stance::Supports)));
        assert_eq!(read("시즌2 제작을 검토 중이다"), Some((Certainty::Possible, Stance::Supports)));
        assert_eq!(read("시즌2를 암시했다"), Some((Certainty::Speculative, Stance::Supports)));
    }

    #[test]
    fn replies_are_read_from_the_most_telling_phrase() {
        for (text, reply) in [
            ("We are positively considering it", Reply::PositiveTalks),
            ("후속 시즌 제작을 검토 중이나 확정된 바 없다", Reply::UnderReview),
            ("There are no plans, we are considering other shows", Reply::NoPlans),
            ("사실무근이다", Reply::NoPlans),
            ("아직 정해진 바 없다", Reply::NoDecision),
            ("Netflix declined to comment.", Reply::NoComment),
        ] {
            assert_eq!(read_reply(text), Some(reply), "{text}");
        }
        assert_eq!(read_reply("See you soon with a better work"), None);
    }

    #[test]
    fn a_cue_belongs_to_its_own_clause() {
        let parts = clauses("It could return, but Netflix has confirmed a film.");
        assert_eq!(parts.len(), 2);
        assert_eq!(read(parts[0]), Some((Certainty::Possible, Stance::Supports)));
    }

    #[test]
    fn a_retelling_never_raises_its_root() {
        assert_eq!(retold(Certainty::Possible, Certainty::Confirmed), Certainty::Possible);
        assert_eq!(retold(Certainty::Confirmed, Certainty::Speculative), Certainty::Speculative);
    }
}
