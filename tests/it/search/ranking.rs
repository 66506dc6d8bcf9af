//! Who is found first, and why.

use std::sync::Mutex;

use serde_json::{Value, json};

use super::world::{on_catalog, search, search_with};

/// What is searched, the label of the first hit, the spelling that matched, and why.
type Case = (&'static str, &'static str, &'static str, &'static str);

const PEOPLE: [Case; 22] = [
    ("추영우", "Choo Young-woo", "추영우", "EXACT"),
    ("Chu Yeong-u", "Choo Young-woo", "Chu Yeong-u", "ROMANIZATION"),
    ("Joo Young-woo", "Choo Young-woo", "Joo Young-woo", "ALIAS"),
    ("choo young woo", "Choo Young-woo", "Choo Young-woo", "EXACT"),
    ("Chou Young-woo", "Choo Young-woo", "Choo Young-woo", "ROMANIZATION"),
    ("Young-woo Choo", "Choo Young-woo", "Choo Young-woo", "EXACT"),
    ("ＣＨＯＯ ＹＯＵＮＧＷＯＯ", "Choo Young-woo", "Choo Young-woo", "EXACT"),
    ("CHÔO YÖUNG-WOO", "Choo Young-woo", "Choo Young-woo", "EXACT"),
    ("Choo Yougn-woo", "Choo Young-woo", "Choo Young-woo", "FUZZY"),
    ("Choo Yougn-wooo", "Choo Young-woo", "Choo Young-woo", "FUZZY"),
    ("추 영우", "Choo Young-woo", "추영우", "EXACT"),
    ("백강혁", "Baek Kang-hyuk", "백강혁", "EXACT"),
    ("Baek Kang-hyuk", "Baek Kang-hyuk", "Baek Kang-hyuk", "EXACT"),
    ("Baek Gang-hyuk", "Baek Kang-hyuk", "Baek Kang-hyuk", "ROMANIZATION"),
    ("baek gang hyeok", "Baek Kang-hyuk", "Baek Gang-hyeok", "ROMANIZATION"),
    ("Baek Kang-hyk", "Baek Kang-hyuk", "Baek Kang-hyuk", "FUZZY"),
    ("joo jihoon", "Ju Ji-hoon", "Joo Ji-hoon", "ROMANIZATION"),
    ("Hansanleega", "Lee Nak-jun", "Hansanleega", "ALIAS"),
    ("하영", "Ha Young", "하영", "EXACT"),
    ("Ha-young", "Ha Young", "Ha Young", "EXACT"),
    ("Han Yoo-rim", "Han Yu-rim", "Han Yu-rim", "ROMANIZATION"),
    ("Kim Seon-yeong", "Kim Sun-young", "Gim Seon-yeong", "ROMANIZATION"),
];

const SHOWS: [Case; 11] = [
    ("괴물", "괴물", "괴물", "EXACT"),
    ("오징", "오징어 게임", "오징어 게임", "PREFIX"),
    ("게임", "오징어 게임", "오징어 게임", "PREFIX"),
    ("goemul", "괴물", "Goemul", "ROMANIZATION"),
    ("the trauma", "The Trauma Code: Heroes on Call", "The Trauma Code: Heroes on Call", "PREFIX"),
    ("TRAUMA", "The Trauma Code: Heroes on Call", "The Trauma Code: Heroes on Call", "PREFIX"),
    ("truama code", "The Trauma Code: Heroes on Call", "The Trauma Code: Heroes on Call", "FUZZY"),
    ("severe truma center", "The Trauma Code: Heroes on Call", "Severe Trauma Center", "FUZZY"),
    ("severe trauma center", "The Trauma Code: Heroes on Call", "Severe Trauma Center", "ALIAS"),
    ("trung tam cham soc chan thuong", "The Trauma Code: Heroes on Call", "Trung tâm chăm sóc chấn thương", "EXACT"),
    ("ﾄﾗｳﾏ", "The Trauma Code: Heroes on Call", "トラウマコード", "PREFIX"),
];

#[test]
fn every_spelling_finds_its_bearer_first_and_says_why() {
    on_catalog(async |world| {
        for (query, label, matched, reason) in PEOPLE {
            let asked = search_with(&world, query, json!({"types": ["PERSON"]})).await;
            assert_eq!(asked.first(), Some((label, matched, reason)), "{query}: {:#}", asked.answer);
        }
    });
}

#[test]
fn titles_are_found_in_every_script_and_by_parts() {
    on_catalog(async |world| {
        for (query, label, matched, reason) in SHOWS {
            let asked = search_with(&world, query, json!({"types": ["SHOW"]})).await;
            assert_eq!(asked.first(), Some((label, matched, reason)), "{query}: {:#}", asked.answer);
        }
    });
}

#[test]
fn both_databases_answer_alike_to_the_last_digit() {
    let answers: Mutex<Vec<Vec<Value>>> = Mutex::default();
    on_catalog(async |world| {
        let mut of_world = Vec::new();
        for query in ["choo", "c", "young-woo", "우", "영우", "baek", "trauma", "code", "ng", "젛훈", "zzz", "the"]
            .into_iter()
            .chain(PEOPLE.iter().chain(&SHOWS).map(|case| case.0))
        {
            of_world.push(search_with(&world, query, json!({"first": 100})).await.answer);
        }
        answers.lock().unwrap().push(of_world);
    });
    if let [sqlite, postgres] = answers.lock().unwrap().as_slice() {
        assert_eq!(sqlite, postgres);
    }
}

#[test]
fn a_thing_is_found_once_however_many_of_its_names_answer() {
    on_catalog(async |world| {
        let asked = search(&world, "joo ji-hoon").await;
        let mut ids: Vec<&str> = asked.answer["data"]["search"]["edges"]
            .as_array()
            .unwrap()
            .iter()
            .map(|edge| edge["node"]["id"].as_str().unwrap())
            .collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!((ids.len(), asked.first()), (all, Some(("Ju Ji-hoon", "Joo Ji-hoon", "ROMANIZATION"))));
    });
}

#[test]
fn what_answers_equally_well_stands_by_popularity() {
    on_catalog(async |world| {
        let asked = search_with(&world, "백강혁", json!({"first": 2})).await;
        let types = ["/data/search/edges/0", "/data/search/edges/1"]
            .map(|edge| asked.answer.pointer(&format!("{edge}/node/__typename")).and_then(Value::as_str).unwrap());
        assert_eq!(types, ["Character", "Person"], "the show of the character is better known than the person");
    });
}

#[test]
fn only_the_asked_kinds_are_found() {
    on_catalog(async |world| {
        for (types, expected) in [("CHARACTER", "Character"), ("PERSON", "Person")] {
            let asked = search_with(&world, "baek kang hyuk", json!({"types": [types, types]})).await;
            let edges = asked.answer["data"]["search"]["edges"].as_array().unwrap();
            assert!(!edges.is_empty() && edges.iter().all(|edge| edge["node"]["__typename"] == expected), "{types}");
        }
        let none = search_with(&world, "baek kang hyuk", json!({"types": ["SHOW"]})).await;
        assert_eq!(none.labels(), Vec::<&str>::new());
    });
}
