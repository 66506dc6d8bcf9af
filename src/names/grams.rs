//! Pairs of letters: what an index of names is made of.

use std::collections::HashSet;

/// Stands before the first letter of a key; no key contains it.
const START: char = '^';

/// The pairs of neighbouring letters of a key, each once, the start of the key with its first letter among them.
///
/// They serve any script without a dictionary: two syllables of Hangul are a pair, one letter finds the keys that start with it, and the pairs of a
/// prefix are pairs of the whole. An empty key has none.
///
/// ```
/// use greenlight::names::grams;
/// assert_eq!(grams("괴물"), ["^괴", "괴물"]);
/// assert_eq!(grams("k"), ["^k"]);
/// ```
pub fn grams(key: &str) -> Vec<String> {
    let mut seen = HashSet::new();
    let before = std::iter::once(START).chain(key.chars());
    before
        .zip(key.chars())
        .filter(|pair| seen.insert(*pair))
        .map(|(one, other)| String::from_iter([one, other]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_that_occurs_twice_counts_once() {
        assert_eq!(grams("banana"), ["^b", "ba", "an", "na"]);
    }

    #[test]
    fn nothing_has_no_pairs() {
        assert!(grams("").is_empty());
    }
}
