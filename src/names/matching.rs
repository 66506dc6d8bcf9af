//! Whether a name answers a search, why, and how well.

use std::fmt;

use crate::names::comparison::Comparison;
use crate::names::query::Query;
use crate::names::spelling::Spelling;

/// What kind of spelling a name is; the words of the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// Preferred in its language.
    Display,
    /// In the language of the work or person.
    Original,
    /// Of another language.
    Translation,
    /// In Latin letters, by rule or custom.
    Romanization,
    /// Used before release.
    Working,
    /// Short form.
    Abbreviation,
    /// Pen or stage name.
    Pseudonym,
    /// Wrong, but in use.
    Misspelling,
}

impl NameKind {
    /// Whether the name is another than its bearer's own.
    pub fn is_alias(self) -> bool {
        matches!(self, Self::Working | Self::Abbreviation | Self::Pseudonym | Self::Misspelling)
    }
}

/// A name that may answer a search.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    /// As written.
    pub text: &'a str,
    /// What kind of spelling it is.
    pub kind: NameKind,
    /// Whether a person or character bears it: family names move and press spellings count.
    pub is_person: bool,
}

/// Why a name was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatchReason {
    /// It is the name.
    Exact,
    /// The name, or one of its words, starts with it.
    Prefix,
    /// It is another name: a pen name, a working title, a short form, a misspelling in use.
    Alias,
    /// It is the name in Latin letters, by the rules or as newspapers spell it.
    Romanization,
    /// It differs in one or two letters, or stands inside the name.
    Fuzzy,
}

/// How well a name answers, in hundredths, 0..=100. Coarse on purpose: names that answer about equally well tie, and the more popular comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u8);

impl Score {
    /// From hundredths; more than 100 is 100.
    pub(super) fn hundredths(points: usize) -> Self {
        Self(u8::try_from(points.min(100)).unwrap_or(100))
    }

    /// As a share, 0..=1.
    pub fn as_f64(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2}", self.as_f64())
    }
}

/// How a name answers a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Why it was found.
    pub reason: MatchReason,
    /// How well it answers.
    pub score: Score,
    /// What matched: the name as written, or its romanization when that did.
    pub spelling: String,
}

impl Query {
    /// How a name answers this search; `None` when it does not. The one place that scores, for both databases.
    ///
    /// Of several names of one thing take the [`Match`] of the highest score; order things by score, then by popularity, then by id.
    ///
    /// ```
    /// use greenlight::names::{Candidate, MatchReason, NameKind, Query};
    /// let name = Candidate { text: "추영우", kind: NameKind::Original, is_person: true };
    /// let found = Query::new("chu yeong u").and_then(|query| query.matches(&name)).unwrap();
    /// assert_eq!(found.reason, MatchReason::Romanization);
    /// assert_eq!(found.spelling, "Chu Yeong-u");
    /// ```
    #[must_use]
    pub fn matches(&self, name: &Candidate<'_>) -> Option<Match> {
        let written = Spelling::new(name.text);
        let as_written = self.compared(&written, name, false);
        let other_script = match (self.written.is_hangul(), written.is_hangul()) {
            (false, true) => {
                Spelling::romanized(name.text, name.is_person).and_then(|latin| self.compared(&latin, name, true))
            }
            (true, false) => {
                self.romanized(name.is_person).and_then(|query| Comparison::of(query, &written, name, true))
            }
            _ => None,
        };
        as_written.into_iter().chain(other_script).max_by_key(|found| found.score)
    }

    /// How one spelling of the name answers the search as typed.
    fn compared(&self, spelling: &Spelling, name: &Candidate<'_>, computed: bool) -> Option<Match> {
        Comparison::of(&self.written, spelling, name, computed)
    }
}
