//! One search against one spelling of one name: a list of rules, the first that holds decides.
//!
//! | rule | reason | hundredths |
//! |---|---|---|
//! | the same letters, a name of its own | exact | 100 |
//! | … an alias | alias | 96 |
//! | … a romanization, kept or computed | romanization | 94 |
//! | the same, family name at the other end | as above | 1 less |
//! | the same press key (people) | romanization | 80 + 12 × likeness |
//! | the name starts with it | prefix | 70 + 20 × share of the name (10 less inside a syllable) |
//! | a word of the name starts with it | prefix | 50 + 20 × share of the name |
//! | one typo from 4 letters, two from 8 | fuzzy | 40 + 35 × likeness |
//! | … against some words of the name, or the press key | fuzzy | 30 + 35 × likeness |
//! | it stands inside the name | fuzzy | 30 + 15 × share of the name |
//!
//! Letters of Hangul are counted as strokes: 영 is three. Below the first three, an alias has 3 less and a computed romanization 2 less.

use crate::names::likeness::Share;
use crate::names::likeness::likeness;
use crate::names::likeness::near;
use crate::names::likeness::typos;
use crate::names::matching::Candidate;
use crate::names::matching::Match;
use crate::names::matching::MatchReason;
use crate::names::matching::NameKind;
use crate::names::matching::Score;
use crate::names::spelling::Spelling;
use crate::names::spelling::strokes;

/// Longest search, in strokes, that is compared with some words of a name: what is longer names the whole.
const RUN_STROKES: usize = 64;

/// A reason and its hundredths.
type Verdict = (MatchReason, usize);

/// The two sides.
pub(super) struct Comparison<'a> {
    query: &'a Spelling,
    name: &'a Spelling,
    kind: NameKind,
    is_person: bool,
    /// Whether one side was romanised by us.
    computed: bool,
}

impl<'a> Comparison<'a> {
    /// How the spelling answers the search; `computed` says that one side was romanised by us.
    pub(super) fn of(
        query: &'a Spelling,
        name: &'a Spelling,
        candidate: &Candidate<'_>,
        computed: bool,
    ) -> Option<Match> {
        let comparison = Self { query, name, kind: candidate.kind, is_person: candidate.is_person, computed };
        let (reason, points) = comparison.verdict()?;
        let score = Score::hundredths(points.saturating_sub(comparison.handicap(reason)));
        Some(Match { reason, score, spelling: name.text.clone() })
    }

    /// The first rule that holds.
    fn verdict(&self) -> Option<Verdict> {
        self.same()
            .or_else(|| self.same_turned())
            .or_else(|| self.same_in_the_press())
            .or_else(|| self.start_of_the_name())
            .or_else(|| self.start_of_a_word())
            .or_else(|| self.typo())
            .or_else(|| self.typo_in_some_words())
            .or_else(|| self.typo_in_the_press())
            .or_else(|| self.inside())
    }

    /// What an alias or a computed romanization loses where the rule did not count it already.
    fn handicap(&self, reason: MatchReason) -> usize {
        match reason {
            MatchReason::Prefix | MatchReason::Fuzzy => {
                3 * usize::from(self.kind.is_alias()) + 2 * usize::from(self.computed)
            }
            _ => 0,
        }
    }

    fn same(&self) -> Option<Verdict> {
        (self.query.key == self.name.key).then(|| self.whole())
    }

    fn same_turned(&self) -> Option<Verdict> {
        let (reason, points) = self.whole();
        let could_be = self.is_person && self.query.key.len() == self.name.key.len();
        (could_be && self.name.turned_keys().any(|key| key == self.query.key)).then_some((reason, points - 1))
    }

    /// What the whole name is worth.
    fn whole(&self) -> Verdict {
        if self.computed || self.kind == NameKind::Romanization {
            (MatchReason::Romanization, 94)
        } else if self.kind.is_alias() {
            (MatchReason::Alias, 96)
        } else {
            (MatchReason::Exact, 100)
        }
    }

    fn same_in_the_press(&self) -> Option<Verdict> {
        let query = self.press_of_query()?;
        let same = self.name.press_keys().any(|key| key == query);
        let likeness = same.then(|| likeness(&self.query.key, &self.name.key))?;
        Some((MatchReason::Romanization, 80 + likeness.of(12) - 3 * usize::from(self.kind.is_alias())))
    }

    fn start_of_the_name(&self) -> Option<Verdict> {
        let base = if self.name.key.starts_with(&self.query.key) { 70 } else { 60 };
        let found = self.name.strokes().starts_with(self.query.strokes());
        found.then(|| (MatchReason::Prefix, base + self.coverage().of(20)))
    }

    fn start_of_a_word(&self) -> Option<Verdict> {
        let words = &self.name.words;
        let starts = words.iter().scan(0, |end, word| Some(std::mem::replace(end, *end + word.len()))).skip(1);
        let found = starts.filter_map(|start| self.name.key.get(start..)).any(|rest| rest.starts_with(&self.query.key));
        found.then(|| (MatchReason::Prefix, 50 + self.coverage().of(20)))
    }

    fn typo(&self) -> Option<Verdict> {
        let as_written = near(self.query.strokes(), self.name.strokes());
        let could_be = self.is_person && self.lengths_are_near();
        let turned = could_be
            .then(|| self.name.turned_keys().filter_map(|key| near(self.query.strokes(), &strokes(&key))).max());
        let near = as_written.max(turned.flatten())?;
        Some((MatchReason::Fuzzy, 40 + near.of(35)))
    }

    fn typo_in_some_words(&self) -> Option<Verdict> {
        let near = self.runs().iter().filter_map(|run| near(self.query.strokes(), run)).max()?;
        Some((MatchReason::Fuzzy, 30 + near.of(35)))
    }

    fn typo_in_the_press(&self) -> Option<Verdict> {
        let query = self.press_of_query()?;
        let near = self.name.press_keys().filter_map(|name| near(&query, &name)).max()?;
        Some((MatchReason::Fuzzy, 30 + near.of(35)))
    }

    fn inside(&self) -> Option<Verdict> {
        let least = if self.query.key.is_ascii() { 3 } else { 2 };
        let found = self.query.key.chars().count() >= least && self.name.key.contains(&self.query.key);
        found.then(|| (MatchReason::Fuzzy, 30 + self.coverage().of(15)))
    }

    /// How much of the name the search covers.
    fn coverage(&self) -> Share {
        Share { part: self.query.strokes().chars().count(), whole: self.name.strokes().chars().count() }
    }

    /// Whether typos could explain how long the two are.
    fn lengths_are_near(&self) -> bool {
        let Share { part, whole } = self.coverage();
        part.abs_diff(whole) <= typos(part)
    }

    /// The press key of the search, where such keys count: people, both sides in Latin letters.
    fn press_of_query(&self) -> Option<String> {
        let counts = self.is_person && self.query.key.is_ascii() && self.name.key.is_ascii();
        counts.then(|| self.query.press_key())
    }

    /// Neighbouring words of the name, as strokes, that are about as long as the search.
    fn runs(&self) -> Vec<String> {
        let letters = self.query.strokes().chars().count();
        let typos = typos(letters);
        if typos == 0 || letters > RUN_STROKES {
            return Vec::new();
        }
        let words: Vec<String> = self.name.words.iter().map(|word| strokes(word)).collect();
        let mut runs = Vec::new();
        for start in 0..words.len() {
            let mut length = 0;
            for end in start + 1..=words.len() {
                let Some((run, last)) = words.get(start..end).and_then(|run| Some((run, run.last()?))) else { break };
                length += last.chars().count();
                if length > letters + typos {
                    break;
                }
                runs.extend((length + typos >= letters).then(|| run.concat()));
            }
        }
        runs
    }
}

#[cfg(test)]
mod tests {
    use crate::names::Candidate;
    use crate::names::MatchReason;
    use crate::names::NameKind;
    use crate::names::Query;

    use MatchReason::{Alias, Exact, Fuzzy, Prefix, Romanization};

    fn verdict(query: &str, text: &str, kind: NameKind, is_person: bool) -> Option<(MatchReason, f64)> {
        let found = Query::new(query)?.matches(&Candidate { text, kind, is_person })?;
        Some((found.reason, found.score.as_f64()))
    }

    fn reason(query: &str, text: &str, kind: NameKind, is_person: bool) -> Option<MatchReason> {
        verdict(query, text, kind, is_person).map(|(reason, _)| reason)
    }

    #[test]
    fn every_reason_is_given_for_its_case() {
        for (query, name, kind, is_person, expected) in [
            ("추영우", "추영우", NameKind::Original, true, Exact),
            ("추 영우", "추영우", NameKind::Original, true, Exact),
            ("choo young woo", "Choo Young-woo", NameKind::Display, true, Exact),
            ("Young-woo Choo", "Choo Young-woo", NameKind::Display, true, Exact),
            ("Youngwoo Choo", "Choo Young-woo", NameKind::Display, true, Exact),
            ("hansanleega", "Hansanleega", NameKind::Pseudonym, true, Alias),
            ("JOO YOUNG-WOO", "Joo Young-woo", NameKind::Misspelling, true, Alias),
            ("severe trauma center", "Severe Trauma Center", NameKind::Working, false, Alias),
            ("Chu Yeong-u", "추영우", NameKind::Original, true, Romanization),
            ("Yeong-u Chu", "추영우", NameKind::Original, true, Romanization),
            ("Jungjeung oesang senteo", "중증외상센터", NameKind::Original, false, Romanization),
            ("Lee Nak-joon", "이낙준", NameKind::Original, true, Romanization),
            ("추영우", "Choo Young-woo", NameKind::Display, true, Romanization),
            ("신라", "Silla", NameKind::Display, false, Romanization),
            ("the trauma", "The Trauma Code: Heroes on Call", NameKind::Display, false, Prefix),
            ("heroes on", "The Trauma Code: Heroes on Call", NameKind::Display, false, Prefix),
            ("Young-woo", "Choo Young-woo", NameKind::Display, true, Prefix),
            ("중증", "중증외상센터", NameKind::Original, false, Prefix),
            ("추영ㅇ", "추영우", NameKind::Original, true, Prefix),
            ("추여", "추영우", NameKind::Original, true, Prefix),
            ("외상", "중증외상센터", NameKind::Original, false, Fuzzy),
            ("trauma cdoe", "The Trauma Code", NameKind::Display, false, Fuzzy),
            ("괴뭉", "괴물", NameKind::Original, false, Fuzzy),
            ("squid gmae", "Squid Game", NameKind::Display, false, Fuzzy),
            ("appel a l'heroisme", "The Trauma Code : Appel à l'Héroïsme", NameKind::Translation, false, Prefix),
        ] {
            assert_eq!(reason(query, name, kind, is_person), Some(expected), "{query} in {name}");
        }
    }

    #[test]
    fn what_is_too_far_is_not_found() {
        for (query, name) in [
            ("cat", "car"),
            ("code", "cold"),
            ("squid", "sqaure"),
            ("trauma", "grammar"),
            ("영우", "지훈"),
            ("au", "The Trauma Code"),
        ] {
            assert_eq!(verdict(query, name, NameKind::Display, false), None, "{query} in {name}");
        }
    }

    #[test]
    fn typos_are_allowed_by_length() {
        let found = |query: &str, name: &str| verdict(query, name, NameKind::Display, false).is_some();
        assert!(!found("gam", "gom"));
        assert!(found("gane", "game"));
        assert!(!found("gemas", "games"));
        assert!(found("infrenos", "inferno"), "a swap and a letter too much");
        assert!(!found("xnfxrnxs", "infernos"), "three typos");
    }

    #[test]
    fn a_family_name_may_have_stood_last_in_the_kept_name() {
        assert_eq!(verdict("Choo Young-woo", "Young-woo Choo", NameKind::Display, true), Some((Exact, 0.99)));
    }

    #[test]
    fn a_typo_in_a_press_spelling_is_forgiven() {
        assert_eq!(reason("Chou Yaung-woo", "추영우", NameKind::Original, true), Some(Fuzzy));
        assert_eq!(
            reason("Chou Yaung-woo", "추영우", NameKind::Original, false),
            None,
            "titles have no press spellings"
        );
    }

    #[test]
    fn the_beginning_of_an_alias_or_of_a_computed_romanization_counts_less() {
        let score = |query, name, kind| verdict(query, name, kind, false).map_or(0.0, |(_, score)| score);
        let own = score("seve", "Severe Trauma Center", NameKind::Display);
        assert!(own > score("seve", "Severe Trauma Center", NameKind::Working));
        assert!(score("goem", "Goemul", NameKind::Display) > score("goem", "괴물", NameKind::Original));
    }

    #[test]
    fn the_better_of_the_written_and_the_romanized_name_counts() {
        assert_eq!(verdict("silla", "신라 Silla", NameKind::Original, false), Some((Prefix, 0.78)));
    }

    #[test]
    fn a_whole_syllable_stands_before_a_part_of_one() {
        let score = |name| verdict("하", name, NameKind::Original, true).map_or(0.0, |(_, score)| score);
        assert!(score("하영") > score("한이"), "{} {}", score("하영"), score("한이"));
        assert!(score("한이") > 0.0);
    }

    #[test]
    fn rules_are_ranked_as_documented() {
        let score =
            |query: &str, name: &str, kind: NameKind| verdict(query, name, kind, true).map_or(0.0, |(_, score)| score);
        let ranked = [
            score("choo young woo", "Choo Young-woo", NameKind::Display),
            score("young woo choo", "Choo Young-woo", NameKind::Display),
            score("choo young woo", "Choo Young-woo", NameKind::Misspelling),
            score("chu yeong u", "추영우", NameKind::Original),
            score("chou young woo", "Choo Young-woo", NameKind::Display),
            score("choo young", "Choo Young-woo", NameKind::Display),
            score("cho young woo", "Choo Young-woo", NameKind::Display),
            score("young", "Choo Young-woo", NameKind::Display),
            score("ngwo", "Choo Young-woo", NameKind::Display),
        ];
        assert!(ranked.is_sorted_by(|a, b| a > b), "{ranked:?}");
        assert!(ranked.last() > Some(&0.0));
    }
}
