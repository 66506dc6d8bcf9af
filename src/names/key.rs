//! What different spellings of one text have in common, and the order in which names stand.

use caseless::Caseless;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Most characters in a key; longer texts agree in these. It keeps an index entry within the 2,704 bytes that PostgreSQL allows.
pub const KEY_LETTERS: usize = 200;

/// The letters and digits of a text, without what spellings of one name differ in: case, width (NFKC), spaces, punctuation, and the accents of Latin
/// letters (đ, ø, ł, ß and æ included). Marks of other scripts are letters of their own and stay: が is not か.
///
/// Empty when the text holds no letter or digit ("???", an emoji): such a name cannot be searched. At most [`KEY_LETTERS`] characters, never a NUL.
/// Applying it twice changes nothing.
///
/// ```
/// use greenlight::names::search_key;
/// assert_eq!(search_key("Choo Young-woo"), "chooyoungwoo");
/// assert_eq!(search_key("Trung tâm chăm sóc"), "trungtamchamsoc");
/// assert_eq!(search_key("トラウマ・コード"), "トラウマコード");
/// assert_eq!(search_key("M*A*S*H"), "mash");
/// assert_eq!(search_key("???"), "");
/// ```
pub fn search_key(text: &str) -> String {
    joined(&words(text))
}

/// What names are ordered by: words in small letters without accents, one space between them. Compared by code point (`COLLATE "C"` on PostgreSQL,
/// `BINARY` on SQLite) it orders alike on both databases.
///
/// Leading articles stay: one rule would be needed per language, "The" is a title of its own, and a reader finds a list ordered as it is printed.
/// A text without letters is ordered by its characters. At most [`KEY_LETTERS`] characters, never a NUL; empty only for blank text.
///
/// ```
/// use greenlight::names::sort_key;
/// assert_eq!(sort_key("Grey's  Anatomy!"), "greys anatomy");
/// assert_eq!(sort_key("Élite"), "elite");
/// assert_eq!(sort_key("???"), "???");
/// ```
pub fn sort_key(text: &str) -> String {
    let key = words(&without_apostrophes(text)).join(" ");
    let key = if key.is_empty() { text.nfkc().filter(|c| !c.is_control()).collect() } else { key };
    let cut: String = key.trim().chars().take(KEY_LETTERS).collect();
    cut.trim_end().to_owned()
}

/// Words put together to one key.
pub(super) fn joined(words: &[String]) -> String {
    let key = words.concat();
    if is_plain(&key) { key } else { key.nfc().take(KEY_LETTERS).collect() }
}

/// The words of a text, each as a key, [`KEY_LETTERS`] letters in all; a hyphen parts words too.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut room = KEY_LETTERS;
    let folded = folded(text);
    let cut = |word: &str| {
        let word: String = word.chars().take(room).collect();
        room -= word.chars().count();
        (!word.is_empty()).then_some(word)
    };
    folded.split(' ').filter(|word| !word.is_empty()).map_while(cut).collect()
}

/// The text without apostrophes: "Grey's" is one word where it is printed or ordered.
pub(super) fn without_apostrophes(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{FF07}')).collect()
}

/// Letters and digits, and a space for everything between them.
fn folded(text: &str) -> String {
    if is_plain(text) {
        return text.chars().map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }).collect();
    }
    let mut folded = String::with_capacity(text.len());
    let mut keeps_marks = false;
    for c in text.nfkd().default_case_fold().nfkd() {
        if is_combining_mark(c) {
            folded.extend((keeps_marks && !is_selector(c)).then_some(c));
        } else if is_latin(c) {
            push_ascii(&mut folded, c);
            keeps_marks = false;
        } else if !is_invisible(c) {
            keeps_marks = c.is_alphanumeric();
            folded.push(if keeps_marks { c } else { ' ' });
        }
    }
    folded.nfc().collect()
}

/// Whether the text is nothing but ASCII and composed Hangul, most names: it is normal already.
fn is_plain(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii() || matches!(c, '가'..='힣'))
}

/// A Latin letter as its plain form: đ is d, æ is ae; kept when it has none.
fn push_ascii(folded: &mut String, letter: char) {
    let before = folded.len();
    let plain = any_ascii::any_ascii_char(letter).chars().filter(char::is_ascii_alphanumeric);
    folded.extend(plain.map(|c| c.to_ascii_lowercase()));
    if folded.len() == before {
        folded.push(letter);
    }
}

/// Letters of the Latin script and ASCII digits, after compatibility decomposition.
/// Source: Unicode 16 `Scripts.txt`, the blocks that hold Latin letters.
fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || c.is_alphabetic()
            && matches!(c, '\u{C0}'..='\u{2AF}' | '\u{1D00}'..='\u{1DBF}' | '\u{1E00}'..='\u{1EFF}' | '\u{2C60}'..='\u{2C7F}'
                | '\u{A722}'..='\u{A7FF}' | '\u{AB30}'..='\u{AB6F}')
            && !matches!(c, '\u{1D26}'..='\u{1D2B}' | '\u{AB65}')
}

/// Characters without width inside a word, and letter-like apostrophes (ʻ, ʼ).
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{2B0}'..='\u{2FF}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}')
}

/// Marks that choose a glyph and say nothing.
fn is_selector(c: char) -> bool {
    matches!(c, '\u{34F}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_share_a_key() {
        for (one, other) in [
            ("Appel à l'Héroïsme", "APPEL A L HEROISME"),
            ("Straße", "STRASSE"),
            ("Đặng Thị Ørsted Łódź", "dang thi orsted lodz"),
            ("ＴＨＥ Ｔｒａｕｍａ", "the trauma"),
            ("ﾄﾗｳﾏｺｰﾄﾞ", "トラウマコード"),
            ("İstanbul", "istanbul"),
            ("ΣΊΣΥΦΟΣ", "σίσυφος"),
            ("Trau\u{AD}ma\u{200B}", "trauma"),
            ("e\u{301}lite", "élite"),
            ("추 영우", "추영우"),
            ("①②", "12"),
        ] {
            assert_eq!(search_key(one), search_key(other), "{one} and {other}");
        }
    }

    #[test]
    fn decomposed_hangul_has_the_key_of_composed() {
        let decomposed: String = "중증외상센터".nfd().collect();
        assert_ne!(decomposed, "중증외상센터");
        assert_eq!(search_key(&decomposed), "중증외상센터");
    }

    #[test]
    fn marks_that_make_another_letter_stay() {
        for (one, other) in [("が", "か"), ("ป่า", "ปา"), ("й", "и")] {
            assert_ne!(search_key(one), search_key(other));
        }
        assert_eq!(search_key("ชั่วโมงโกงความตาย"), search_key(&"ชั่วโมงโกงความตาย".nfd().collect::<String>()));
    }

    #[test]
    fn text_without_letters_has_an_empty_key() {
        for text in ["", " ", "\0", "%_%", "\"'--;", "👑🎬", "\u{301}\u{302}", "…!?", "* OR NEAR(", "\u{FE0F}"] {
            let letters = if text.contains("OR") { "ornear" } else { "" };
            assert_eq!(search_key(text), letters, "{text:?}");
        }
    }

    #[test]
    fn a_key_has_a_longest_length() {
        assert_eq!(search_key(&"가".repeat(1_000)).chars().count(), KEY_LETTERS);
        assert_eq!(sort_key(&"가 ".repeat(1_000)).chars().count(), KEY_LETTERS - 1);
    }

    #[test]
    fn names_are_ordered_by_their_words() {
        let mut titles =
            ["Zoo", "Grey Zone", "Grey's Anatomy", "Greyson", "Élite", "괴물", "The Trauma Code", "24", "Dog"];
        titles.sort_by_key(|title| sort_key(title));
        assert_eq!(
            titles,
            ["24", "Dog", "Élite", "Grey Zone", "Grey's Anatomy", "Greyson", "The Trauma Code", "Zoo", "괴물"]
        );
    }

    #[test]
    fn what_has_no_width_parts_no_word_and_makes_no_letter() {
        assert_eq!(sort_key("Trau\u{AD}ma\u{200D} Cod\u{2BC}e"), "trauma code");
        assert_eq!(search_key("葛\u{E0100}か\u{FE0F}"), "葛か");
    }

    #[test]
    fn the_words_of_a_long_text_end_where_its_key_does() {
        let letters = |text: &str| words(text).iter().map(|word| word.chars().count()).sum::<usize>();
        assert_eq!(letters(&"abc ".repeat(1_000)), KEY_LETTERS);
        assert_eq!(letters(&"x".repeat(1_000)), KEY_LETTERS);
    }

    #[test]
    fn a_sort_key_never_holds_a_control_character() {
        assert_eq!(sort_key("\0?\u{7}"), "?");
        assert_eq!(sort_key("a\0b"), "a b");
    }
}
