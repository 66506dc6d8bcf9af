//! Fingerprints of texts: which reports are copies, without keeping a word of them.
//!
//! A text is cut into overlapping runs of five words, and each run is kept as a hash only. What part of the smaller set stands in the other
//! is their *containment*: 1 for a copy, about 0 for two writers on the same subject.
//!
//! ```
//! use greenlight::renewal::Shingles;
//!
//! let text = "the writer said that a second season was always planned";
//! let copy = Shingles::of(&format!("As reported, {text}, he added."));
//! assert_eq!(Shingles::of(text).containment(&copy).value(), 1.0);
//! assert_eq!(Shingles::of(text).containment(&Shingles::of("nothing of the kind was ever said by anyone")).value(), 0.0);
//! ```

use std::collections::BTreeSet;

use crate::renewal::scale::Share;

const WORDS: usize = 5;

/// The hashes of a text's five-word runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shingles(BTreeSet<u64>);

impl Shingles {
    /// The fingerprint of a text; case and punctuation do not matter.
    pub fn of(text: &str) -> Self {
        let plain =
            |word: &str| word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
        let words: Vec<String> = text.split_whitespace().map(plain).filter(|word| !word.is_empty()).collect();
        Self(words.windows(WORDS).map(|run| hash(&run.join(" "))).collect())
    }

    /// A stored fingerprint.
    pub fn stored(hashes: impl IntoIterator<Item = u64>) -> Self {
        Self(hashes.into_iter().collect())
    }

    /// What is stored of it, sorted.
    pub fn hashes(&self) -> impl Iterator<Item = u64> {
        self.0.iter().copied()
    }

    /// The part of the smaller of two fingerprints that stands in the other; 0 when one is empty.
    pub fn containment(&self, other: &Self) -> Share {
        let smaller = self.0.len().min(other.0.len());
        let shared = self.0.intersection(&other.0).count();
        #[expect(clippy::cast_precision_loss, reason = "no report has 2^53 words")]
        let share = if smaller == 0 { 0.0 } else { shared as f64 / smaller as f64 };
        Share::nearest(share)
    }
}

/// FNV-1a, 64 bits: the same on every machine and in every version.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_text_has_no_fingerprint_and_matches_nothing() {
        let short = Shingles::of("four words are few");
        assert_eq!(short, Shingles::default());
        assert!(short.containment(&short).value().abs() < 1e-15);
    }

    #[test]
    fn what_is_stored_is_what_was_made() {
        let made = Shingles::of("한 문장은 다섯 단어 이상이어야 지문이 있다");
        assert_eq!(Shingles::stored(made.hashes()), made);
        assert_eq!(hash("a"), 0xaf63_dc4c_8601_ec8c);
    }
}
