//! The spellings of Korean names that newspapers use, folded to one.
//!
//! Few Koreans write their names by the official rules: 추영우 signs as Choo Young-woo, 주지훈 is Ju Ji-hoon and Joo Ji-hoon. The fold is
//! coarse on purpose: it also joins names that differ (선 and 순 are both met as "Sun", 추 and 주 both as "Chu"), so an equal press key proves nothing.
//! It only makes a candidate, which the likeness of the written letters then ranks.

use crate::names::key;

/// Family names whose custom spelling no letter rule explains, as whole words.
/// Source: ours, from the spellings that credits and newspapers use; "Ri" and "Rim" are left out, they end given names.
const FAMILY_NAMES: [(&str, &str); 12] = [
    ("lee", "i"),
    ("yi", "i"),
    ("rhee", "i"),
    ("rhie", "i"),
    ("yee", "i"),
    ("park", "bag"),
    ("bark", "bag"),
    ("lim", "im"),
    ("yim", "im"),
    ("leem", "im"),
    ("roh", "no"),
    ("rho", "no"),
];

/// Letters that stand for one sound, and how the key writes it; the first that fits is taken, longer ones first.
/// Source: Revised Romanization, McCune-Reischauer without its marks, and the habits of English spelling ("oo", "ee", "young").
const SOUNDS: [(&str, &str); 27] = [
    ("woo", "u"),
    ("weo", "wo"),
    ("wae", "we"),
    ("wai", "we"),
    ("eui", "i"),
    ("wu", "u"),
    ("oo", "u"),
    ("ou", "u"),
    ("eo", "u"),
    ("eu", "u"),
    ("ae", "e"),
    ("ai", "e"),
    ("ee", "i"),
    ("ui", "i"),
    ("oe", "we"),
    ("oi", "we"),
    ("wh", "hw"),
    ("sh", "s"),
    ("ch", "j"),
    ("ph", "b"),
    ("k", "g"),
    ("q", "g"),
    ("p", "b"),
    ("t", "d"),
    ("r", "l"),
    ("z", "j"),
    ("f", "b"),
];

/// A Korean name in Latin letters as all its usual spellings have it; other scripts pass unchanged. Empty when the text has no letters.
///
/// Not for display, and not a proof that two names are one.
///
/// ```
/// use greenlight::names::press_key;
/// assert_eq!(press_key("Choo Young-woo"), press_key("Chu Yeong-u"));
/// assert_eq!(press_key("Lee Nak-joon"), press_key("I Nak-jun"));
/// assert_eq!(press_key("Park Kyung-won"), press_key("Bak Gyeong-won"));
/// ```
pub fn press_key(text: &str) -> String {
    key::words(text).iter().map(|word| of_word(word)).collect()
}

/// The press key of one word of a name; that of the name is those of its words put together.
pub(super) fn of_word(word: &str) -> String {
    single_consonants(&folded(word))
}

/// One word by its sounds.
fn folded(word: &str) -> String {
    if let Some((_, family)) = FAMILY_NAMES.iter().find(|(spelling, _)| *spelling == word) {
        return (*family).to_owned();
    }
    let mut sounds = String::with_capacity(word.len());
    let mut rest = initial_trimmed(word);
    while let Some(letter) = rest.chars().next() {
        let mut sounds_here = SOUNDS.iter().filter(|(spelling, _)| spelling.starts_with(letter));
        if let Some((spelling, sound)) = sounds_here.find(|(spelling, _)| rest.starts_with(spelling)) {
            sounds.push_str(sound);
            rest = rest.get(spelling.len()..).unwrap_or_default();
        } else {
            rest = rest.get(letter.len_utf8()..).unwrap_or_default();
            if !is_silent(letter, &sounds, rest) {
                sounds.push(letter);
            }
        }
    }
    sounds
}

/// 류 is Ryu and Yu.
fn initial_trimmed(word: &str) -> &str {
    word.strip_prefix('r').filter(|rest| rest.starts_with('y')).unwrap_or(word)
}

/// An h that only lengthens the vowel before it: Ahn, Noh, Yuh.
fn is_silent(letter: char, before: &str, rest: &str) -> bool {
    letter == 'h' && before.ends_with(is_vowel) && !rest.starts_with(|next| is_vowel(next) || matches!(next, 'y' | 'w'))
}

/// Whether a letter of a press key is a vowel.
fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// Doubled consonants of one word once: Hyunna and Hyuna. Those between words stay: Baek Kang is not Bae Kang.
fn single_consonants(sounds: &str) -> String {
    let mut last = None;
    sounds.chars().filter(|&c| last.replace(c) != Some(c) || !c.is_ascii_alphabetic() || is_vowel(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_spellings_of_one_name_fold_to_one() {
        for spellings in [
            &["Choo Young-woo", "Chu Yeong-u", "choo young woo", "Chou Young-woo", "Choo Youngwoo", "Chu Yeongu"][..],
            &["Joo Ji-hoon", "Ju Ji-hun", "Ju Ji-hoon", "Chu Chi-hun", "Joo Jihoon"],
            &["Lee Nak-jun", "I Nak-jun", "Yi Nak-joon", "Rhee Nakjun"],
            &["Park Kyung-won", "Park Gyeong-won", "Bak Gyeong-won", "Pak Kyoung-won"],
            &["Baek Kang-hyuk", "Baek Gang-hyeok", "Paik Kang-hyuk", "Baek Gang-hyuk"],
            &["Kim Sun-young", "Kim Seon-yeong", "Gim Seon-yeong"],
            &["Jung Jae-kwang", "Jeong Jae-gwang", "Chung Jae-kwang", "Cheong Jai-gwang"],
            &["Yoon Kyung-ho", "Yun Gyeong-ho", "Youn Gyung-ho"],
            &["Choi Tae-kang", "Choe Tae-gang", "Choi Tae-gang"],
            &["Lee Do-yoon", "Lee Do-yun", "I Doyun"],
            &["Han Yoo-rim", "Han Yu-rim", "Han You-rim"],
            &["Chun Jang-mi", "Cheon Jang-mi"],
            &["Yim Si-wan", "Im Si-wan", "Lim Shi-wan"],
            &["Kim Eui-sung", "Gim Ui-seong"],
            &["Kang Myung-hee", "Gang Myeong-hui"],
            &["Ahn Hyo-seop", "An Hyo-seop", "Ahn Hyo-sup"],
            &["Youn Yuh-jung", "Yun Yeo-jeong"],
            &["Noh Jung-eui", "Roh Jeong-eui", "No Jeong-ui"],
            &["Ryu Jun-yeol", "Ryoo Joon-yeol", "Yu Jun-yeol"],
            &["Namkoong Min", "Namgung Min", "Nam Goong-min"],
            &["Shin Hye-sun", "Sin Hye-seon"],
            &["Ha Young", "Ha Yeong", "Ha-young"],
            &["Hwang Jung-eum", "Whang Jeong-eum"],
        ] {
            let keys: Vec<String> = spellings.iter().map(|spelling| press_key(spelling)).collect();
            assert!(keys.windows(2).all(|pair| pair[0] == pair[1]), "{spellings:?} {keys:?}");
        }
    }

    #[test]
    fn different_names_stay_apart() {
        for (one, other) in [
            ("Cho Young-woo", "Choo Young-woo"),
            ("Kim Young-woo", "Choo Young-woo"),
            ("Choo Young-ho", "Choo Young-woo"),
            ("Ju Ji-hoon", "Ju Ji-hyun"),
            ("Han Yu-rim", "Han Yu-na"),
            ("Jang Mi", "Jeong Mi"),
            ("Baek Kang-hyuk", "Bae Kang-hyuk"),
        ] {
            assert_ne!(press_key(one), press_key(other), "{one} and {other}");
        }
    }

    #[test]
    fn other_scripts_pass_unchanged() {
        assert_eq!(press_key("추영우"), "추영우");
        assert_eq!(press_key("トラウマ"), "トラウマ");
        assert_eq!(press_key("…"), "");
    }
}
