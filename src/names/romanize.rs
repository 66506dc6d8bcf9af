//! Revised Romanization of Hangul, the system of South Korea since 2000.
//!
//! Two readings: [`title`] writes what is heard, with all sound changes inside a word; [`person`] writes a family name and a given name, whose
//! syllables do not change each other. Part of speech cannot be seen in a text, so everything reads as a noun: ㄱ, ㄷ, ㅂ before ㅎ keep their h
//! (묵호 Mukho). An inserted ㄴ (학여울 Hangnyeoul) is a matter of the dictionary and is not written.
//!
//! Source: Ministry of Culture and Tourism, Notification 2000-8, sections 2 and 3.

use unicode_normalization::UnicodeNormalization;

use crate::names::hangul;
use crate::names::hangul::Syllable;
use crate::names::sound::heard;

/// Family names of two syllables.
/// Source: ours, the ones with bearers in public life; rarer ones would part more ordinary names wrongly than they mend.
const LONG_FAMILY_NAMES: [&str; 8] = ["남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방"];

/// A title or any other text as it is heard; `None` when it holds no Hangul. What is not Hangul stays as it is.
///
/// ```
/// use greenlight::names::romanize::title;
/// assert_eq!(title("신라").as_deref(), Some("Silla"));
/// assert_eq!(title("중증외상센터: 골든 아워").as_deref(), Some("Jungjeungoesangsenteo: goldeun awo"));
/// assert_eq!(title("The Trauma Code"), None);
/// ```
pub fn title(text: &str) -> Option<String> {
    let text: String = text.nfc().collect();
    hangul::has_syllable(&text).then(|| capitalized(&heard(&text)))
}

/// A Korean person's name, family name first; `None` when anything but Hangul and spaces is in it.
///
/// A single syllable, and four or more that start with no family name of two, are read as one word: 홍비치라 Hongbichira.
/// Where 황보라 is 황 + 보라, write the space: without it the longer family name wins.
///
/// ```
/// use greenlight::names::romanize::person;
/// assert_eq!(person("추영우").as_deref(), Some("Chu Yeong-u"));
/// assert_eq!(person("남궁민").as_deref(), Some("Namgung Min"));
/// assert_eq!(person("Choo 영우"), None);
/// ```
pub fn person(text: &str) -> Option<String> {
    let text: String = text.nfc().collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() || words.iter().any(|word| word.chars().any(|c| Syllable::of(c).is_none())) {
        return None;
    }
    Some(match *words.as_slice() {
        [word] => match family_and_given(word) {
            Some((family, given)) => in_two_parts(family, given),
            None => capitalized(&heard(word)),
        },
        [family, given] if family.chars().count() <= 2 => in_two_parts(family, given),
        _ => words.iter().map(|word| capitalized(&heard(word))).collect::<Vec<_>>().join(" "),
    })
}

/// A name in Latin letters: as a person's if it is one's and can be read so, else as a title; `None` when it holds no Hangul.
///
/// ```
/// use greenlight::names::romanize::name;
/// assert_eq!(name("하영", true).as_deref(), Some("Ha Yeong"));
/// assert_eq!(name("하영", false).as_deref(), Some("Hayeong"));
/// assert_eq!(name("MC 하영", true).as_deref(), Some("MC hayeong"));
/// ```
pub fn name(text: &str, is_person: bool) -> Option<String> {
    is_person.then(|| person(text)).flatten().or_else(|| title(text))
}

/// Where an unspaced name parts; `None` when it is no usual Korean name.
fn family_and_given(name: &str) -> Option<(&str, &str)> {
    let long = LONG_FAMILY_NAMES.iter().any(|family| name.starts_with(family));
    let after = match (name.chars().count(), long) {
        (2, _) | (3, false) => 1,
        (3..=4, true) => 2,
        _ => return None,
    };
    name.char_indices().nth(after).and_then(|(at, _)| name.split_at_checked(at))
}

/// "Chu Yeong-u": the syllables of the given name stand alone.
fn in_two_parts(family: &str, given: &str) -> String {
    let given: Vec<String> = given.chars().map(|syllable| heard(syllable.encode_utf8(&mut [0; 4]))).collect();
    format!("{} {}", capitalized(&heard(family)), capitalized(&given.join("-")))
}

/// The first letter large, if it is the first character.
fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_written_as_they_are_heard() {
        for (hangul, latin) in [
            ("신라", "Silla"),
            ("독립문", "Dongnimmun"),
            ("왕십리", "Wangsimni"),
            ("종로", "Jongno"),
            ("백마", "Baengma"),
            ("해돋이", "Haedoji"),
            ("좋고", "Joko"),
            ("놓다", "Nota"),
            ("압구정", "Apgujeong"),
            ("낙동강", "Nakdonggang"),
            ("중증외상센터", "Jungjeungoesangsenteo"),
            ("별내", "Byeollae"),
            ("묵호", "Mukho"),
            ("집현전", "Jiphyeonjeon"),
            ("같이", "Gachi"),
            ("굳히다", "Guchida"),
            ("낳지", "Nachi"),
            ("오징어 게임", "Ojingeo geim"),
            ("괴물", "Goemul"),
            ("밖에", "Bakke"),
            ("닭이 많다", "Dalgi manta"),
            ("싫어", "Sireo"),
            ("SKY 캐슬", "SKY kaeseul"),
        ] {
            assert_eq!(title(hangul).as_deref(), Some(latin), "{hangul}");
        }
    }

    #[test]
    fn the_people_of_the_starter_catalog_are_written_by_the_rules() {
        for (hangul, latin) in [
            ("주지훈", "Ju Ji-hun"),
            ("추영우", "Chu Yeong-u"),
            ("하영", "Ha Yeong"),
            ("윤경호", "Yun Gyeong-ho"),
            ("정재광", "Jeong Jae-gwang"),
            ("김의성", "Gim Ui-seong"),
            ("김선영", "Gim Seon-yeong"),
            ("이낙준", "I Nak-jun"),
            ("이도윤", "I Do-yun"),
            ("최태강", "Choe Tae-gang"),
            ("백강혁", "Baek Gang-hyeok"),
            ("한유림", "Han Yu-rim"),
            ("박경원", "Bak Gyeong-won"),
            ("홍비치라", "Hongbichira"),
        ] {
            assert_eq!(person(hangul).as_deref(), Some(latin), "{hangul}");
        }
    }

    #[test]
    fn syllables_of_a_given_name_do_not_change_each_other() {
        assert_eq!(person("정석민").as_deref(), Some("Jeong Seok-min"));
        assert_eq!(person("한복남").as_deref(), Some("Han Bok-nam"));
        assert_eq!(title("석민").as_deref(), Some("Seongmin"));
    }

    #[test]
    fn family_names_of_two_syllables_stay_together() {
        for (hangul, latin) in [
            ("남궁민", "Namgung Min"),
            ("선우재덕", "Seonu Jae-deok"),
            ("독고영재", "Dokgo Yeong-jae"),
            ("제갈량", "Jegal Ryang"),
            ("사공 정", "Sagong Jeong"),
            ("황 보라", "Hwang Bo-ra"),
            ("비", "Bi"),
        ] {
            assert_eq!(person(hangul).as_deref(), Some(latin), "{hangul}");
        }
    }

    #[test]
    fn decomposed_hangul_reads_like_composed() {
        let decomposed: String = "추영우".nfd().collect();
        assert_eq!(person(&decomposed).as_deref(), Some("Chu Yeong-u"));
        assert_eq!(title(&decomposed), title("추영우"));
    }

    #[test]
    fn text_without_hangul_has_no_romanization() {
        for text in ["", " ", "Choo Young-woo", "トラウマコード", "ㅋㅋ", "\0"] {
            assert_eq!(title(text), None, "{text:?}");
            assert_eq!(person(text), None, "{text:?}");
        }
    }
}
