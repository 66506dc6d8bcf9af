//! Who comes first, among many who sound alike.

use greenlight::names::MatchReason;
use greenlight::names::NameKind;

use super::catalog::Catalog;
use super::catalog::Entry;

/// People whose names are easily confused; the ones looked for are the least popular, so that only the score can put them first.
pub(crate) fn people() -> Vec<Entry> {
    let alike: [(&str, &[&str]); 34] = [
        ("주영우", &["Ju Young-woo", "Ju Yeong-u"]),
        ("조영우", &["Cho Young-woo", "Jo Young-woo"]),
        ("추영훈", &["Choo Young-hoon"]),
        ("추연우", &["Choo Yeon-woo", "Chu Yeon-u"]),
        ("추용우", &["Choo Yong-woo"]),
        ("추영호", &["Choo Young-ho"]),
        ("추성훈", &["Choo Sung-hoon"]),
        ("추자현", &["Choo Ja-hyun", "Chu Ja-hyeon"]),
        ("최영우", &["Choi Young-woo", "Choe Yeong-u"]),
        ("차영우", &["Cha Young-woo"]),
        ("우영우", &["Woo Young-woo"]),
        ("유영우", &["Yoo Young-woo", "You Young-woo"]),
        ("정영우", &["Jung Young-woo", "Chung Young-woo"]),
        ("천영우", &["Chun Young-woo"]),
        ("추경우", &["Choo Kyung-woo"]),
        ("차은우", &["Cha Eun-woo"]),
        ("연우", &["Yeon-woo", "Yeonwoo"]),
        ("주우재", &["Joo Woo-jae"]),
        ("주원", &["Joo Won"]),
        ("주현영", &["Joo Hyun-young"]),
        ("조우진", &["Jo Woo-jin"]),
        ("정지훈", &["Jung Ji-hoon", "Rain"]),
        ("조지훈", &["Cho Ji-hoon"]),
        ("이지훈", &["Lee Ji-hoon"]),
        ("김지훈", &["Kim Ji-hoon"]),
        ("주지현", &["Joo Ji-hyun"]),
        ("주진훈", &["Joo Jin-hoon"]),
        ("박강현", &["Park Kang-hyun"]),
        ("백강현", &["Baek Kang-hyun"]),
        ("박강혁", &["Park Kang-hyuk"]),
        ("배강혁", &["Bae Kang-hyuk"]),
        ("하연", &["Ha Yeon"]),
        ("하영우", &["Ha Young-woo"]),
        ("한유라", &["Han Yu-ra"]),
    ];
    let mut people: Vec<Entry> = alike.map(|(hangul, latin)| Entry::person(hangul, latin)).into();
    people.extend([
        Entry::person("추영우", &["Choo Young-woo"]).named("Joo Young-woo", NameKind::Misspelling),
        Entry::person("주지훈", &["Ju Ji-hoon", "Joo Ji-hoon"]),
        Entry::person("백강혁", &["Baek Kang-hyuk"]),
        Entry::person("이낙준", &["Lee Nak-jun", "Lee Nak-joon"]).named("Hansanleega", NameKind::Pseudonym),
        Entry::person("하영", &["Ha Young"]),
        Entry::person("한유림", &["Han Yu-rim"]),
        Entry::person("김선영", &["Kim Sun-young"]),
    ]);
    people
}

/// Asserts who comes first for each search, and why.
fn assert_first(catalog: &Catalog, cases: &[(&str, &str, MatchReason)]) {
    for (query, expected, reason) in cases {
        let hits = catalog.search(query);
        let first = hits.first().map(|(label, found)| (*label, found.reason));
        assert_eq!(first, Some((*expected, *reason)), "{query}: {hits:#?}");
    }
}

#[test]
fn every_spelling_of_one_actor_finds_him_first() {
    assert_first(
        &Catalog::new(people()),
        &[
            ("추영우", "추영우", MatchReason::Exact),
            ("Chu Yeong-u", "추영우", MatchReason::Romanization),
            ("Joo Young-woo", "추영우", MatchReason::Alias),
            ("choo young woo", "추영우", MatchReason::Exact),
            ("Chou Young-woo", "추영우", MatchReason::Romanization),
            ("Young-woo Choo", "추영우", MatchReason::Exact),
            ("youngwoo choo", "추영우", MatchReason::Exact),
            ("ＣＨＯＯ ＹＯＵＮＧＷＯＯ", "추영우", MatchReason::Exact),
            ("Chu Young-woo", "추영우", MatchReason::Romanization),
            ("Chooo Young-woo", "추영우", MatchReason::Fuzzy),
            ("Choo Yougn-woo", "추영우", MatchReason::Fuzzy),
        ],
    );
}

#[test]
fn press_spellings_find_the_others_first() {
    assert_first(
        &Catalog::new(people()),
        &[
            ("주지훈", "주지훈", MatchReason::Exact),
            ("Ju Ji-hun", "주지훈", MatchReason::Romanization),
            ("joo jihoon", "주지훈", MatchReason::Romanization),
            ("Chu Ji-hoon", "주지훈", MatchReason::Romanization),
            ("Baek Kang-hyuk", "백강혁", MatchReason::Exact),
            ("Baek Gang-hyuk", "백강혁", MatchReason::Romanization),
            ("Baek Gang-hyeok", "백강혁", MatchReason::Romanization),
            ("백강혁", "백강혁", MatchReason::Exact),
            ("Yi Nak-joon", "이낙준", MatchReason::Romanization),
            ("Hansanleega", "이낙준", MatchReason::Alias),
            ("Ha-young", "하영", MatchReason::Exact),
            ("Han Yoo-rim", "한유림", MatchReason::Romanization),
            ("Kim Seon-yeong", "김선영", MatchReason::Romanization),
        ],
    );
}

#[test]
fn every_variant_of_the_starter_catalog_finds_its_person_by_the_hangul_alone() {
    let catalog: [Entry; 20] = [
        "주지훈",
        "추영우",
        "하영",
        "윤경호",
        "정재광",
        "김원해",
        "김의성",
        "김선영",
        "이낙준",
        "이도윤",
        "최태강",
        "홍비치라",
        "백강혁",
        "양재원",
        "천장미",
        "한유림",
        "박경원",
        "홍재훈",
        "최조은",
        "강명희",
    ]
    .map(|hangul| Entry::person(hangul, &[]));
    let catalog = Catalog::new(catalog.into());
    for (hangul, variants) in [
        ("주지훈", &["Ju Ji-hoon", "Joo Ji-hoon", "Ju Ji-hun"][..]),
        ("추영우", &["Choo Young-woo", "Joo Young-woo", "Chu Yeong-u"]),
        ("하영", &["Ha Young", "Ha-young", "Ha Yeong"]),
        ("윤경호", &["Yoon Kyung-ho", "Yoon Gyung-ho", "Yun Gyeong-ho"]),
        ("정재광", &["Jeong Jae-kwang", "Jung Jae-kwang"]),
        ("김원해", &["Kim Won-hae"]),
        ("김의성", &["Kim Eui-sung"]),
        ("김선영", &["Kim Sun-young", "Kim Seon-yeong"]),
        ("이낙준", &["Lee Nak-jun", "Lee Nak-joon"]),
        ("이도윤", &["Lee Do-yoon", "Lee Do-yun"]),
        ("최태강", &["Choi Tae-kang", "Choi Tae-gang"]),
        ("홍비치라", &["Hongbichira"]),
        ("백강혁", &["Baek Kang-hyuk", "Baek Gang-hyuk", "Baek Gang-hyeok"]),
        ("양재원", &["Yang Jae-won"]),
        ("천장미", &["Cheon Jang-mi", "Chun Jang-mi"]),
        ("한유림", &["Han Yu-rim", "Han Yoo-rim"]),
        ("박경원", &["Park Gyeong-won", "Park Kyung-won"]),
        ("홍재훈", &["Hong Jae-hun", "Hong Jae-hoon"]),
        ("최조은", &["Choi Jo-eun"]),
        ("강명희", &["Kang Myeong-hui"]),
    ] {
        for variant in variants {
            assert_first(&catalog, &[(variant, hangul, MatchReason::Romanization)]);
        }
    }
}

#[test]
fn a_search_in_hangul_finds_who_is_known_in_latin_letters_only() {
    let catalog: [Entry; 3] = ["Cho Young-woo", "Ju Young-woo", "Choo Young-woo"].map(|latin| Entry {
        label: latin.to_owned(),
        is_person: true,
        names: vec![(latin.to_owned(), NameKind::Display)],
    });
    let catalog = Catalog::new(catalog.into());
    assert_first(&catalog, &[("추영우", "Choo Young-woo", MatchReason::Romanization)]);
    assert_first(&catalog, &[("조영우", "Cho Young-woo", MatchReason::Romanization)]);
}

#[test]
fn a_persons_own_name_stands_before_another_persons_misspelling() {
    let mut people = people();
    people.push(Entry::person("주영우 2", &["Joo Young-woo"]));
    let catalog = Catalog::new(people);
    let order: Vec<&str> = catalog.search("Joo Young-woo").iter().take(2).map(|(label, _)| *label).collect();
    assert_eq!(order, ["주영우 2", "추영우"]);
}

#[test]
fn the_spelling_that_matched_is_told() {
    let catalog = Catalog::new(people());
    let told = |query: &str| catalog.search(query).first().map(|(_, found)| found.spelling.clone());
    assert_eq!(told("joo young woo").as_deref(), Some("Joo Young-woo"));
    assert_eq!(told("chu yeong u").as_deref(), Some("Chu Yeong-u"));
    assert_eq!(told("추영우").as_deref(), Some("추영우"));
}

#[test]
fn a_beginning_lists_everyone_by_popularity_and_share() {
    let catalog = Catalog::new(people());
    let hits = catalog.search("choo");
    assert!(hits.len() >= 8, "{hits:#?}");
    assert!(
        hits.iter().take(8).all(|(label, found)| label.starts_with('추') && found.reason == MatchReason::Prefix),
        "{hits:#?}"
    );
    assert!(hits.is_sorted_by(|(_, one), (_, next)| one.score >= next.score));
}

pub(crate) fn shows() -> Vec<Entry> {
    let mut shows: Vec<Entry> =
        ["괴물의 시간", "괴담", "보물", "식물", "고물", "외상", "오징어 게임", "신라", "괴물"].map(Entry::show).into();
    shows.push(
        Entry::show("중증외상센터")
            .named("The Trauma Code: Heroes on Call", NameKind::Display)
            .named("Severe Trauma Center", NameKind::Working)
            .named("トラウマコード", NameKind::Translation)
            .named("Trung tâm chăm sóc chấn thương", NameKind::Translation),
    );
    shows.push(Entry::show("Drama: The Code").named("The Drama Code", NameKind::Display));
    shows
}

#[test]
fn titles_are_found_in_every_script_and_by_parts() {
    assert_first(
        &Catalog::new(shows()),
        &[
            ("괴물", "괴물", MatchReason::Exact),
            ("goemul", "괴물", MatchReason::Romanization),
            ("오징", "오징어 게임", MatchReason::Prefix),
            ("게임", "오징어 게임", MatchReason::Prefix),
            ("Silla", "신라", MatchReason::Romanization),
            ("the trauma code", "중증외상센터", MatchReason::Prefix),
            ("heroes on call", "중증외상센터", MatchReason::Prefix),
            ("trauma", "중증외상센터", MatchReason::Prefix),
            ("truama code", "중증외상센터", MatchReason::Fuzzy),
            ("severe truma center", "중증외상센터", MatchReason::Fuzzy),
            ("severe trauma center", "중증외상센터", MatchReason::Alias),
            ("jungjeung oesang senteo", "중증외상센터", MatchReason::Romanization),
            ("ﾄﾗｳﾏ", "중증외상센터", MatchReason::Prefix),
            ("trung tam cham soc chan thuong", "중증외상센터", MatchReason::Exact),
            ("외상센터", "중증외상센터", MatchReason::Fuzzy),
        ],
    );
}

#[test]
fn two_syllables_find_their_title_before_longer_and_similar_ones() {
    let catalog = Catalog::new(shows());
    let labels: Vec<&str> = catalog.search("괴물").into_iter().map(|(label, _)| label).collect();
    assert_eq!(labels.get(..2), Some(&["괴물", "괴물의 시간"][..]));
}

#[test]
fn text_that_means_something_to_a_database_means_nothing_here() {
    let catalog = Catalog::new(shows());
    for query in ["%", "_", "'", "\"", "*", "\0", "--", "( ) ^ : -", "👑", "\u{301}", "", " \t\n"] {
        assert!(catalog.search(query).is_empty(), "{query:?}");
    }
    for query in ["괴물%", "괴물\0", "\"괴물\"", "괴물*", "괴물' --", "{괴물}:^", "👑괴물👑", "괴\u{200B}물"]
    {
        assert_eq!(catalog.search(query).first().map(|(label, _)| *label), Some("괴물"), "{query:?}");
    }
    assert!(catalog.search(&"괴물".repeat(5_000)).is_empty());
}

/// Every name of three syllables that these family names and syllables make, known in Hangul only: 9,216 people.
fn crowd() -> Vec<Entry> {
    let families = ["김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "주", "차", "천", "유", "추"];
    let syllables = [
        "영", "우", "지", "훈", "현", "준", "민", "서", "연", "은", "정", "용", "경", "성", "수", "호", "진", "원",
        "재", "혁", "하", "나", "유", "윤",
    ];
    let given = |one: &'static str| syllables.map(|other| format!("{one}{other}"));
    let names = families
        .into_iter()
        .flat_map(|family| syllables.into_iter().flat_map(given).map(move |given| format!("{family}{given}")));
    names.filter(|name| name != "추영우").map(|name| Entry::person(&name, &[])).collect()
}

#[test]
fn in_a_crowd_the_same_person_is_first() {
    let mut crowd = crowd();
    assert_eq!(crowd.len(), 16 * 24 * 24 - 1);
    crowd.push(Entry::person("추영우", &["Choo Young-woo"]).named("Joo Young-woo", NameKind::Misspelling));
    let catalog = Catalog::proposing(200, crowd);
    assert_first(
        &catalog,
        &[
            ("추영우", "추영우", MatchReason::Exact),
            ("Chu Yeong-u", "추영우", MatchReason::Romanization),
            ("Joo Young-woo", "추영우", MatchReason::Alias),
            ("choo young woo", "추영우", MatchReason::Exact),
            ("Chou Young-woo", "추영우", MatchReason::Romanization),
            ("Young-woo Choo", "추영우", MatchReason::Exact),
            ("Choo Yougn-woo", "추영우", MatchReason::Fuzzy),
            ("coho young woo", "추영우", MatchReason::Fuzzy),
            ("Kang Kyung-hyuk", "강경혁", MatchReason::Romanization),
            ("Park Joon-young", "박준영", MatchReason::Romanization),
            ("Sung-woo Chung", "정성우", MatchReason::Romanization),
        ],
    );
}
