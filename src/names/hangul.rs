//! A Hangul syllable and its letters: 한 is ㅎ, ㅏ and ㄴ.

/// The first syllable of the Unicode block, 가; the block is a grid of onset × vowel × coda.
const FIRST: u32 = 0xAC00;
/// Onsets in the order of the Unicode block.
const ONSETS: [char; 19] =
    ['ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'];
/// Vowels in the order of the Unicode block.
const VOWELS: [char; 21] = [
    'ㅏ', 'ㅐ', 'ㅑ', 'ㅒ', 'ㅓ', 'ㅔ', 'ㅕ', 'ㅖ', 'ㅗ', 'ㅘ', 'ㅙ', 'ㅚ', 'ㅛ', 'ㅜ', 'ㅝ', 'ㅞ', 'ㅟ', 'ㅠ', 'ㅡ',
    'ㅢ', 'ㅣ',
];
/// Codas in the order of the Unicode block, after the open syllable, which has none.
const CODAS: [char; 27] = [
    'ㄱ', 'ㄲ', 'ㄳ', 'ㄴ', 'ㄵ', 'ㄶ', 'ㄷ', 'ㄹ', 'ㄺ', 'ㄻ', 'ㄼ', 'ㄽ', 'ㄾ', 'ㄿ', 'ㅀ', 'ㅁ', 'ㅂ', 'ㅄ', 'ㅅ',
    'ㅆ', 'ㅇ', 'ㅈ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ',
];

/// One syllable, taken apart into compatibility letters (ㄱ, ㅏ …), the ones that read well in code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Syllable {
    /// The consonant before the vowel; ㅇ when none is heard.
    pub(super) onset: char,
    /// The vowel.
    pub(super) vowel: char,
    /// The consonant or cluster after the vowel.
    pub(super) coda: Option<char>,
}

impl Syllable {
    /// The letters of a composed syllable; `None` for any other character.
    pub(super) fn of(c: char) -> Option<Self> {
        let place = u32::from(c).checked_sub(FIRST)? as usize;
        let (block, coda) = (place / (CODAS.len() + 1), place % (CODAS.len() + 1));
        Some(Self {
            onset: *ONSETS.get(block / VOWELS.len())?,
            vowel: *VOWELS.get(block % VOWELS.len())?,
            coda: coda.checked_sub(1).and_then(|coda| CODAS.get(coda)).copied(),
        })
    }
}

/// Whether a composed Hangul syllable occurs in the text (in NFC).
pub(super) fn has_syllable(text: &str) -> bool {
    text.chars().any(|c| Syllable::of(c).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_syllable_comes_apart_into_its_letters() {
        assert_eq!(Syllable::of('가'), Some(Syllable { onset: 'ㄱ', vowel: 'ㅏ', coda: None }));
        assert_eq!(Syllable::of('한'), Some(Syllable { onset: 'ㅎ', vowel: 'ㅏ', coda: Some('ㄴ') }));
        assert_eq!(Syllable::of('힣'), Some(Syllable { onset: 'ㅎ', vowel: 'ㅣ', coda: Some('ㅎ') }));
    }

    #[test]
    fn neighbours_of_the_block_are_no_syllables() {
        assert_eq!(Syllable::of('\u{ABFF}'), None);
        assert_eq!(Syllable::of('\u{D7A4}'), None);
        assert_eq!(Syllable::of('ㄱ'), None);
        assert_eq!(Syllable::of('\u{10FFFF}'), None);
    }
}
