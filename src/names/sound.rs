//! How Hangul sounds, in Latin letters: each letter, and what neighbours do to each other.
//!
//! Source: Ministry of Culture and Tourism, Notification 2000-8 (Revised Romanization), sections 2 and 3.

use crate::names::hangul::Syllable;

/// The text with each run of Hangul as it sounds, in small letters.
pub(super) fn heard(text: &str) -> String {
    let mut latin = String::with_capacity(text.len());
    let mut before: Option<Syllable> = None;
    for c in text.chars() {
        let now = Syllable::of(c);
        let (coda, onset) = sounds(before, now);
        latin.push_str(coda);
        latin.push_str(onset);
        match now {
            Some(syllable) => latin.push_str(vowel(syllable.vowel)),
            None => latin.push(c),
        }
        before = now;
    }
    latin.push_str(sounds(before, None).0);
    latin
}

/// What is heard of a coda and of the onset after it.
fn sounds(before: Option<Syllable>, now: Option<Syllable>) -> (&'static str, &'static str) {
    match (before.and_then(|syllable| syllable.coda), now) {
        (None, None) => ("", ""),
        (None, Some(now)) => ("", onset(now.onset)),
        (Some(coda), None) => (closing(stop(coda)), ""),
        (Some(coda), Some(now)) => {
            linked(coda, now).or_else(|| breathed(coda, now)).unwrap_or_else(|| assimilated(stop(coda), now.onset))
        }
    }
}

/// Before a vowel the last consonant moves over: 국어 gugeo, 닭이 dalgi, 많아 mana; ㄷ and ㅌ soften before 이: 해돋이 haedoji.
fn linked(coda: char, now: Syllable) -> Option<(&'static str, &'static str)> {
    if now.onset != 'ㅇ' {
        return None;
    }
    Some(match (parts(coda), now.vowel) {
        ((_, 'ㅇ'), _) => ("ng", ""),
        ((None, 'ㅎ'), _) => ("", ""),
        ((Some(kept), 'ㅎ'), _) => ("", onset(kept)),
        ((kept, 'ㄷ'), 'ㅣ') => (kept.map_or("", closing), "j"),
        ((kept, 'ㅌ'), 'ㅣ') => (kept.map_or("", closing), "ch"),
        ((kept, moved), _) => (kept.map_or("", closing), onset(moved)),
    })
}

/// ㅎ breathes on its neighbour: 좋고 joko, 놓다 nota, 많다 manta, 굳히다 guchida.
fn breathed(coda: char, now: Syllable) -> Option<(&'static str, &'static str)> {
    let (kept, last) = parts(coda);
    let onset = match (last, now.onset, now.vowel) {
        ('ㅎ', 'ㄱ', _) => "k",
        ('ㅎ', 'ㄷ', _) => "t",
        ('ㅎ', 'ㅅ', _) => "s",
        ('ㅎ', 'ㅈ', _) | ('ㅈ', 'ㅎ', _) | ('ㄷ', 'ㅎ', 'ㅣ') => "ch",
        _ => return None,
    };
    Some((kept.map_or("", closing), onset))
}

/// Neighbours become alike: 백마 Baengma, 독립 Dongnip, 신라 Silla, 종로 Jongno.
fn assimilated(coda: char, next: char) -> (&'static str, &'static str) {
    match (coda, next) {
        ('ㄱ', 'ㄴ' | 'ㅁ') => ("ng", onset(next)),
        ('ㄷ', 'ㄴ' | 'ㅁ') => ("n", onset(next)),
        ('ㅂ', 'ㄴ' | 'ㅁ') => ("m", onset(next)),
        ('ㄱ' | 'ㅇ', 'ㄹ') => ("ng", "n"),
        ('ㄷ', 'ㄹ') => ("n", "n"),
        ('ㅂ' | 'ㅁ', 'ㄹ') => ("m", "n"),
        ('ㄴ' | 'ㄹ', 'ㄹ') | ('ㄹ', 'ㄴ') => ("l", "l"),
        _ => (closing(coda), onset(next)),
    }
}

/// A coda as its first consonant, if it has two, and its last.
fn parts(coda: char) -> (Option<char>, char) {
    match coda {
        'ㄳ' => (Some('ㄱ'), 'ㅅ'),
        'ㄵ' => (Some('ㄴ'), 'ㅈ'),
        'ㄶ' => (Some('ㄴ'), 'ㅎ'),
        'ㄺ' => (Some('ㄹ'), 'ㄱ'),
        'ㄻ' => (Some('ㄹ'), 'ㅁ'),
        'ㄼ' => (Some('ㄹ'), 'ㅂ'),
        'ㄽ' => (Some('ㄹ'), 'ㅅ'),
        'ㄾ' => (Some('ㄹ'), 'ㅌ'),
        'ㄿ' => (Some('ㄹ'), 'ㅍ'),
        'ㅀ' => (Some('ㄹ'), 'ㅎ'),
        'ㅄ' => (Some('ㅂ'), 'ㅅ'),
        single => (None, single),
    }
}

/// The one of seven sounds that a coda has before a consonant or a pause.
fn stop(coda: char) -> char {
    match coda {
        'ㄱ' | 'ㄲ' | 'ㅋ' | 'ㄳ' | 'ㄺ' => 'ㄱ',
        'ㄴ' | 'ㄵ' | 'ㄶ' => 'ㄴ',
        'ㄹ' | 'ㄼ' | 'ㄽ' | 'ㄾ' | 'ㅀ' => 'ㄹ',
        'ㅁ' | 'ㄻ' => 'ㅁ',
        'ㅂ' | 'ㅍ' | 'ㅄ' | 'ㄿ' => 'ㅂ',
        'ㅇ' => 'ㅇ',
        _ => 'ㄷ',
    }
}

/// One of the seven sounds in Latin letters.
fn closing(stop: char) -> &'static str {
    match stop {
        'ㄱ' => "k",
        'ㄴ' => "n",
        'ㄹ' => "l",
        'ㅁ' => "m",
        'ㅂ' => "p",
        'ㅇ' => "ng",
        _ => "t",
    }
}

/// An onset in Latin letters.
fn onset(letter: char) -> &'static str {
    match letter {
        'ㄱ' => "g",
        'ㄲ' => "kk",
        'ㄴ' => "n",
        'ㄷ' => "d",
        'ㄸ' => "tt",
        'ㄹ' => "r",
        'ㅁ' => "m",
        'ㅂ' => "b",
        'ㅃ' => "pp",
        'ㅅ' => "s",
        'ㅆ' => "ss",
        'ㅈ' => "j",
        'ㅉ' => "jj",
        'ㅊ' => "ch",
        'ㅋ' => "k",
        'ㅌ' => "t",
        'ㅍ' => "p",
        'ㅎ' => "h",
        _ => "",
    }
}

/// A vowel in Latin letters.
fn vowel(letter: char) -> &'static str {
    match letter {
        'ㅏ' => "a",
        'ㅐ' => "ae",
        'ㅑ' => "ya",
        'ㅒ' => "yae",
        'ㅓ' => "eo",
        'ㅔ' => "e",
        'ㅕ' => "yeo",
        'ㅖ' => "ye",
        'ㅗ' => "o",
        'ㅘ' => "wa",
        'ㅙ' => "wae",
        'ㅚ' => "oe",
        'ㅛ' => "yo",
        'ㅜ' => "u",
        'ㅝ' => "wo",
        'ㅞ' => "we",
        'ㅟ' => "wi",
        'ㅠ' => "yu",
        'ㅡ' => "eu",
        'ㅢ' => "ui",
        _ => "i",
    }
}
