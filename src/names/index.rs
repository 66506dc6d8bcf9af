//! What an index of names stores for each name.

use crate::names::key::search_key;
use crate::names::press::press_key;
use crate::names::romanize;

/// How an index key came from its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Via {
    /// The search key of the name as written.
    Written,
    /// The search key of its Revised Romanization.
    Romanized,
    /// The press key of its Latin letters.
    Press,
}

/// One key under which a name is found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndexKey {
    /// Letters and digits, at most [`KEY_LETTERS`](crate::names::KEY_LETTERS); never empty.
    pub key: String,
    /// Where it came from.
    pub via: Via,
}

/// The keys to store for a name, each once: at most three for a person or character, two for anything else, none for a text without letters.
/// Store [`grams`](crate::names::grams()) of each.
///
/// ```
/// use greenlight::names::index_keys;
/// let keys: Vec<String> = index_keys("추영우", true).into_iter().map(|entry| entry.key).collect();
/// assert_eq!(keys, ["추영우", "chuyeongu", "juyungu"]);
/// ```
pub fn index_keys(name: &str, is_person: bool) -> Vec<IndexKey> {
    let written = search_key(name);
    let romanized = romanize::name(name, is_person);
    let press = is_person.then(|| press_key(romanized.as_deref().unwrap_or(name)));
    let mut keys: Vec<IndexKey> = Vec::with_capacity(3);
    let all =
        [(Some(written), Via::Written), (romanized.as_deref().map(search_key), Via::Romanized), (press, Via::Press)];
    for (key, via) in all {
        if let Some(key) = key.filter(|key| !key.is_empty() && keys.iter().all(|known| known.key != *key)) {
            keys.push(IndexKey { key, via });
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(name: &str, is_person: bool) -> Vec<(String, Via)> {
        index_keys(name, is_person).into_iter().map(|entry| (entry.key, entry.via)).collect()
    }

    #[test]
    fn a_title_in_hangul_is_found_by_its_letters_and_by_its_sound() {
        let expected = [("괴물".to_owned(), Via::Written), ("goemul".to_owned(), Via::Romanized)];
        assert_eq!(keys("괴물", false), expected);
    }

    #[test]
    fn a_person_in_latin_letters_is_found_by_every_press_spelling() {
        let expected = [("jujihoon".to_owned(), Via::Written), ("jujihun".to_owned(), Via::Press)];
        assert_eq!(keys("Ju Ji-hoon", true), expected);
    }

    #[test]
    fn equal_keys_are_stored_once() {
        assert_eq!(keys("Ha Na", true), [("hana".to_owned(), Via::Written)]);
    }

    #[test]
    fn a_text_without_letters_has_no_keys() {
        assert!(index_keys("???", true).is_empty());
        assert!(index_keys("", false).is_empty());
    }
}
