//! The readable part of an address.

use any_ascii::any_ascii;
use unicode_normalization::UnicodeNormalization;

use crate::names::key;
use crate::names::romanize;

/// Most characters in a slug.
pub const SLUG_LETTERS: usize = 80;

/// A text as part of an address: `a`–`z`, `0`–`9` and single hyphens between words, at most [`SLUG_LETTERS`] characters, cut between words where possible.
///
/// Hangul is read as a title; for a person give [`romanize::person`]'s answer. A text that has no Latin reading gives the fallback, unchanged.
/// Slugs of different texts may be equal: the caller keeps them apart.
///
/// ```
/// use greenlight::names::slug;
/// assert_eq!(slug("The Trauma Code: Heroes on Call", "show"), "the-trauma-code-heroes-on-call");
/// assert_eq!(slug("Grey's Anatomy", "show"), "greys-anatomy");
/// assert_eq!(slug("신라", "show"), "silla");
/// assert_eq!(slug("???", "show"), "show");
/// ```
pub fn slug(text: &str, fallback: &str) -> String {
    let text = key::without_apostrophes(&text.nfkc().collect::<String>());
    let latin = any_ascii(&romanize::title(&text).unwrap_or(text)).to_ascii_lowercase();
    let slug = latin
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .fold(String::new(), with_word);
    if slug.is_empty() { fallback.to_owned() } else { slug }
}

/// The slug and one word more, if there is room.
fn with_word(mut slug: String, word: &str) -> String {
    if slug.is_empty() {
        slug.extend(word.chars().take(SLUG_LETTERS));
    } else if slug.len() + 1 + word.len() <= SLUG_LETTERS {
        slug.push('-');
        slug.push_str(word);
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_script_gets_a_latin_address() {
        for (text, expected) in [
            ("중증외상센터: 골든 아워", "jungjeungoesangsenteo-goldeun-awo"),
            ("トラウマコード", "toraumakodo"),
            ("Борис", "boris"),
            ("Trung tâm chấn thương", "trung-tam-chan-thuong"),
            ("  Ça va ?!  ", "ca-va"),
            ("Law & Order: 50%", "law-order-50"),
            ("Straße\0 ’n’ Łódź", "strasse-n-lodz"),
        ] {
            assert_eq!(slug(text, "x"), expected, "{text}");
        }
    }

    #[test]
    fn a_long_text_is_cut_between_words() {
        let slug_of_words = slug(&"word ".repeat(100), "x");
        assert_eq!(slug_of_words.len(), 79);
        assert!(slug_of_words.ends_with("-word"));
        assert_eq!(slug(&"x".repeat(500), "y").len(), SLUG_LETTERS);
    }

    #[test]
    fn nothing_readable_gives_the_fallback() {
        for text in ["", "…", "\0", "%_", "\u{301}"] {
            assert_eq!(slug(text, "show-7"), "show-7", "{text:?}");
        }
    }
}
