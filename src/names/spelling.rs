//! One way to write a name, prepared for comparison.

use unicode_normalization::UnicodeNormalization;

use crate::names::hangul;
use crate::names::key;
use crate::names::press;
use crate::names::romanize;

/// A text with everything that comparing needs of it.
#[derive(Clone, Debug)]
pub(super) struct Spelling {
    /// As written.
    pub(super) text: String,
    /// Its words as keys.
    pub(super) words: Vec<String>,
    /// Its search key.
    pub(super) key: String,
    /// The key taken apart into what a hand types: 영 is three strokes, so that one slip is one stroke and not a syllable.
    pub(super) strokes: String,
}

impl Spelling {
    /// Prepares a text.
    pub(super) fn new(text: &str) -> Self {
        let words = key::words(text);
        let key = key::joined(&words);
        Self { text: text.to_owned(), words, strokes: strokes(&key), key }
    }

    /// The same name in Latin letters; `None` when it has no Hangul.
    pub(super) fn romanized(text: &str, is_person: bool) -> Option<Self> {
        romanize::name(text, is_person).map(|latin| Self::new(&latin))
    }

    /// Whether Hangul is in it.
    pub(super) fn is_hangul(&self) -> bool {
        hangul::has_syllable(&self.key)
    }

    /// The words with the family name at the other end, whichever end that is.
    pub(super) fn turned(&self) -> Vec<Vec<&str>> {
        let words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        let (mut first_to_end, mut last_to_front) = (words.clone(), words);
        match first_to_end.len() {
            0 | 1 => Vec::new(),
            2 => {
                first_to_end.rotate_left(1);
                vec![first_to_end]
            }
            _ => {
                first_to_end.rotate_left(1);
                last_to_front.rotate_right(1);
                vec![first_to_end, last_to_front]
            }
        }
    }

    /// The press keys of the name in every order; the written order first.
    pub(super) fn press_keys(&self) -> Vec<String> {
        let mut keys = vec![press::of_words(&self.words)];
        keys.extend(self.turned().iter().map(|words| press::of_words(words)));
        keys
    }
}

/// A key as the strokes that type it.
pub(super) fn strokes(key: &str) -> String {
    if key.is_ascii() { key.to_owned() } else { key.nfd().collect() }
}
