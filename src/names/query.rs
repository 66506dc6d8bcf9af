//! A search text, prepared once.

use crate::names::grams::grams;
use crate::names::spelling::Spelling;

/// Letters of a key whose pairs are looked up; more would not tell names apart better.
const GRAM_LETTERS: usize = 64;

/// A search text, prepared once and compared with many names.
///
/// A database finds candidates by [`keys`](Self::keys) (equal first, then those that start with one) and by [`grams`](Self::grams) (most in common
/// first, shorter keys before longer); [`matches`](Self::matches) then scores them.
#[derive(Clone, Debug)]
pub struct Query {
    /// As typed.
    pub(super) written: Spelling,
    /// Hangul read as a person's name.
    as_person: Option<Spelling>,
    /// Hangul read as a title.
    as_title: Option<Spelling>,
}

impl Query {
    /// Prepares a search; `None` when the text holds no letter or digit, which finds nothing.
    ///
    /// Any text is safe: quotes, `%`, `_`, operators, NUL and the like part words and mean nothing else.
    ///
    /// ```
    /// use greenlight::names::Query;
    /// assert!(Query::new("%_\0\"'*").is_none());
    /// assert_eq!(Query::new("Ju Ji-hoon").unwrap().keys(), ["jujihoon", "jujihun"]);
    /// ```
    pub fn new(text: &str) -> Option<Self> {
        let written = Spelling::new(text);
        let [as_person, as_title] = [true, false].map(|is_person| Spelling::romanized(text, is_person));
        (!written.key.is_empty()).then_some(Self { written, as_person, as_title })
    }

    /// The keys to look up, whole or as a beginning: 1 to 5, each once, the one as typed first.
    pub fn keys(&self) -> Vec<String> {
        let latin = [&self.as_person, &self.as_title].into_iter().flatten();
        let spellings: Vec<&Spelling> = std::iter::once(&self.written).chain(latin).collect();
        let written = spellings.iter().map(|spelling| spelling.key.clone());
        let press = spellings.iter().map(|spelling| spelling.press_key());
        distinct(written.chain(press))
    }

    /// The pairs of letters to look up, each once. Those of all keys stand together: a stored key is compared by how many of them it has.
    pub fn grams(&self) -> Vec<String> {
        distinct(self.keys().iter().flat_map(|key| grams(&key.chars().take(GRAM_LETTERS).collect::<String>())))
    }

    /// The search in Latin letters; `None` when it has no Hangul.
    pub(super) fn romanized(&self, is_person: bool) -> Option<&Spelling> {
        if is_person { self.as_person.as_ref() } else { self.as_title.as_ref() }
    }
}

/// Each text once, in order of first appearance.
fn distinct(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = indexmap::IndexSet::new();
    seen.extend(texts);
    seen.into_iter().filter(|text| !text.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hangul_is_looked_up_by_letters_by_sound_and_by_press_spelling() {
        let query = Query::new("추영우").unwrap();
        assert_eq!(query.keys(), ["추영우", "chuyeongu", "juyungu"]);
        assert!(query.grams().starts_with(&["^추".to_owned(), "추영".to_owned(), "영우".to_owned(), "^c".to_owned()]));
    }

    #[test]
    fn every_pair_is_looked_up_once() {
        let mut grams = Query::new(&"Choo Young-woo 추영우 ".repeat(9)).unwrap().grams();
        let count = grams.len();
        grams.sort();
        grams.dedup();
        assert_eq!(grams.len(), count);
    }

    #[test]
    fn a_search_of_any_length_looks_up_a_bounded_number_of_pairs() {
        let hangul = (0..5_000).filter_map(|i| char::from_u32(0xAC00 + i)).collect::<String>();
        let query = Query::new(&hangul).unwrap();
        assert!(query.keys().len() <= 5);
        assert_eq!(query.grams().iter().filter(|gram| !gram.is_ascii()).count(), GRAM_LETTERS);
    }
}
