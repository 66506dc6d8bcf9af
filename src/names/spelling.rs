//! One way to write a name, prepared for comparison.

use std::sync::OnceLock;

use unicode_normalization::char::decompose_canonical;

use crate::names::hangul;
use crate::names::key;
use crate::names::press;
use crate::names::romanize;

/// A text with everything that comparing needs of it; what few comparisons need is made when one does.
#[derive(Clone, Debug)]
pub(super) struct Spelling {
    /// As written.
    pub(super) text: String,
    /// Its words as keys.
    pub(super) words: Vec<String>,
    /// Its search key.
    pub(super) key: String,
    strokes: OnceLock<String>,
    press_words: OnceLock<Vec<String>>,
}

impl Spelling {
    /// Prepares a text.
    pub(super) fn new(text: &str) -> Self {
        let words = key::words(text);
        let key = key::joined(&words);
        Self { text: text.to_owned(), words, key, strokes: OnceLock::new(), press_words: OnceLock::new() }
    }

    /// The same name in Latin letters; `None` when it has no Hangul.
    pub(super) fn romanized(text: &str, is_person: bool) -> Option<Self> {
        romanize::name(text, is_person).map(|latin| Self::new(&latin))
    }

    /// Whether Hangul is in it.
    pub(super) fn is_hangul(&self) -> bool {
        !self.key.is_ascii() && hangul::has_syllable(&self.key)
    }

    /// The key taken apart into what a hand types: 영 is three strokes, so that one slip is one stroke and not a syllable.
    pub(super) fn strokes(&self) -> &str {
        self.strokes.get_or_init(|| strokes(&self.key))
    }

    /// The key with the family name at the other end, whichever end that is; none for a single word.
    pub(super) fn turned_keys(&self) -> impl Iterator<Item = String> {
        turned(&self.words)
    }

    /// The press key.
    pub(super) fn press_key(&self) -> String {
        self.press_words().concat()
    }

    /// The press keys of the name in every order; the written order first.
    pub(super) fn press_keys(&self) -> impl Iterator<Item = String> {
        std::iter::once(self.press_key()).chain(turned(self.press_words()))
    }

    fn press_words(&self) -> &[String] {
        self.press_words.get_or_init(|| self.words.iter().map(|word| press::of_word(word)).collect())
    }
}

/// A key as the strokes that type it.
pub(super) fn strokes(key: &str) -> String {
    if key.is_ascii() {
        return key.to_owned();
    }
    let mut strokes = String::with_capacity(3 * key.len());
    key.chars().for_each(|c| decompose_canonical(c, |stroke| strokes.push(stroke)));
    strokes
}

/// The words put together with the first at the end, and, when that differs, with the last in front.
fn turned(words: &[String]) -> impl Iterator<Item = String> {
    let first_to_end = match words {
        [first, rest @ ..] if !rest.is_empty() => Some(rest.concat() + first),
        _ => None,
    };
    let last_to_front = match words {
        [rest @ .., last] if rest.len() > 1 => Some(last.clone() + &rest.concat()),
        _ => None,
    };
    first_to_end.into_iter().chain(last_to_front)
}
