//! What holds for every text.

use greenlight::names::Candidate;
use greenlight::names::KEY_LETTERS;
use greenlight::names::MatchReason;
use greenlight::names::NameKind;
use greenlight::names::Query;
use greenlight::names::SLUG_LETTERS;
use greenlight::names::grams;
use greenlight::names::index_keys;
use greenlight::names::press_key;
use greenlight::names::romanize;
use greenlight::names::search_key;
use greenlight::names::slug;
use greenlight::names::sort_key;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// Any text at all, and texts of the scripts and signs that matter here.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-zA-Z '\\-éßđøłİıæ\u{300}-\u{36f}0-9]{0,40}",
        "[가-힣ㄱ-ㅣ\u{1100}-\u{11ff} ]{0,20}",
        "[ぁ-ヿｦ-ﾟก-๛ -~\0]{0,20}"
    ]
}

/// A name of five letters or more in one script.
fn name() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z]{5,14}", "[가-힣]{5,9}"]
}

/// One slip of the hand at a place: a letter wrong, missing, too much, or swapped with the next.
fn slip(name: &str, at: usize, kind: usize) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let at = at % (letters.len() - 1);
    match kind % 4 {
        0 => letters[at] = letters[at + 1],
        1 => drop(letters.remove(at)),
        2 => letters.insert(at, letters[at + 1]),
        _ => letters.swap(at, at + 1),
    }
    letters.into_iter().collect()
}

/// The match of a name of the ordinary kind.
fn found(query: &str, text: &str, is_person: bool) -> Option<greenlight::names::Match> {
    Query::new(query)?.matches(&Candidate { text, kind: NameKind::Display, is_person })
}

proptest! {
    #[test]
    fn keys_do_not_change_when_taken_again(text in text()) {
        let key = search_key(&text);
        prop_assert_eq!(&search_key(&key), &key);
        let order = sort_key(&text);
        prop_assert_eq!(&sort_key(&order), &order);
        let slug_once = slug(&text, "x");
        prop_assert_eq!(&slug(&slug_once, "x"), &slug_once);
    }

    #[test]
    fn keys_are_safe_to_store_and_to_index(text in text()) {
        for key in [search_key(&text), sort_key(&text), press_key(&text)] {
            prop_assert!(key.chars().count() <= KEY_LETTERS);
            prop_assert!(!key.chars().any(char::is_control));
        }
        prop_assert!(!search_key(&text).contains(['^', ' ', '%', '_', '\'', '"', '*']));
        prop_assert!(index_keys(&text, true).iter().all(|entry| !entry.key.is_empty()));
    }

    #[test]
    fn slugs_are_plain_and_never_empty(text in text()) {
        let slug = slug(&text, "fallback");
        prop_assert!(!slug.is_empty() && slug.len() <= SLUG_LETTERS);
        prop_assert!(slug.split('-').all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())));
    }

    #[test]
    fn hangul_always_becomes_latin(text in "[가-힣]{1,12}") {
        for latin in [romanize::title(&text), romanize::person(&text)] {
            prop_assert!(latin.is_some_and(|latin| !latin.is_empty() && latin.is_ascii()));
        }
    }

    #[test]
    fn any_two_texts_can_be_compared(query in text(), name in text(), is_person: bool) {
        if let Some(found) = found(&query, &name, is_person) {
            prop_assert!((0.0..=1.0).contains(&found.score.as_f64()));
        }
    }

    #[test]
    fn a_name_is_found_by_itself_and_proposed(name in text(), is_person: bool) {
        let Some(query) = Query::new(&name) else { return Ok(()) };
        let found = query.matches(&Candidate { text: &name, kind: NameKind::Display, is_person });
        prop_assert_eq!(found.map(|found| (found.reason, found.score.as_f64())), Some((MatchReason::Exact, 1.0)));
        let keys = query.keys();
        prop_assert!(index_keys(&name, is_person).iter().all(|stored| keys.contains(&stored.key)));
    }

    #[test]
    fn a_beginning_is_found_and_proposed(name in name(), letters in 1_usize..5) {
        let beginning: String = name.chars().take(letters).collect();
        prop_assert_eq!(found(&beginning, &name, false).map(|found| found.reason), Some(MatchReason::Prefix));
        let whole = grams(&search_key(&name));
        prop_assert!(grams(&search_key(&beginning)).iter().all(|gram| whole.contains(gram)));
    }

    #[test]
    fn one_slip_is_forgiven_and_proposed(name in name(), at: usize, kind: usize) {
        let typed = slip(&name, at, kind);
        let stored = grams(&search_key(&name));
        let asked = Query::new(&typed).map(|query| query.grams()).unwrap_or_default();
        prop_assert!(asked.iter().any(|gram| stored.contains(gram)), "{} for {}", typed, name);
        if name.is_ascii() {
            prop_assert!(found(&typed, &name, false).is_some(), "{} for {}", typed, name);
        }
    }

    #[test]
    fn a_slip_in_one_letter_of_a_syllable_is_forgiven(name in "[가-힣]{2,5}", at: usize) {
        let mut letters: Vec<char> = name.nfd().collect();
        let vowels: Vec<usize> = (0..letters.len()).filter(|&i| ('\u{1161}'..='\u{1175}').contains(&letters[i])).collect();
        let vowel = vowels[at % vowels.len()];
        letters[vowel] = if letters[vowel] == '\u{1161}' { '\u{1165}' } else { '\u{1161}' };
        prop_assert!(found(&letters.into_iter().collect::<String>(), &name, false).is_some());
    }

    #[test]
    fn names_of_people_are_found_in_either_order(family in "[a-z]{2,8}", given in "[a-z]{2,8}", other in "[a-z]{2,8}") {
        let name = format!("{family} {given}-{other}");
        let turned = found(&format!("{given}-{other} {family}"), &name, true);
        prop_assert!(turned.is_some_and(|found| found.score.as_f64() >= 0.99));
    }
}
