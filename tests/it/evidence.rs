//! Asking for evidence: filters, pages, days and rows.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::support::world::{With, World, on_both};

async fn data(world: &World, document: &str) -> Value {
    world.ask(document, json!({})).await.data().clone()
}

/// Every value under `key`, however deep.
fn found<'a>(key: &str, within: &'a Value, into: &mut Vec<&'a Value>) {
    match within {
        Value::Object(fields) => {
            for (name, value) in fields {
                if name == key {
                    into.push(value);
                }
                found(key, value, into);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| found(key, value, into)),
        _ => {}
    }
}

#[test]
fn every_row_of_the_fact_tables_comes_back_from_the_document_listed_for_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/queries");
    let table = fs::read_to_string(root.join("rows.txt")).unwrap();
    let mut rows_of: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let (row, document) = line.split_once(' ').unwrap();
        rows_of.entry(document).or_default().push(row);
    }
    let listed: BTreeSet<_> = rows_of.values().flatten().copied().collect();
    let expected = (1..=25).map(|row| format!("0.{row}")).chain((1..=53).map(|row| format!("1.{row}")));
    for row in expected {
        assert!(listed.contains(row.as_str()), "{row} is not in the list");
    }
    on_both(With::Starter, async |world| {
        for (document, rows) in &rows_of {
            let answer = data(&world, &fs::read_to_string(root.join(document)).unwrap()).await;
            let mut codes = Vec::new();
            found("rowCode", &answer, &mut codes);
            for row in rows {
                let code = format!("trauma-code/a{}/{row}", &row[..1]);
                assert!(codes.iter().any(|found| **found == json!(code)), "{document} does not answer with {code}");
            }
        }
    });
}

#[test]
fn a_filter_and_its_negation_part_all_claims() {
    let filters = [
        "certainties: [CONFIRMED]",
        "platformReplies: [UNDER_REVIEW]",
        "rowCodes: [\"trauma-code/a0/0.13\"]",
        "seasons: [2]",
        "subjects: [\"U2hvdzox\"]",
        "vouchers: [\"UGVyc29uOjE\", \"UGxhdGZvcm06MQ\"]",
        "outlets: [\"T3V0bGV0OjE\"]",
        "reports: [\"UmVwb3J0OjE\"]",
        "saidOn: {gte: \"2025-09-01\", lte: \"2025-09-30\"}",
        "any: [{topics: [CAST]}, {stances: [DENIES]}]",
    ];
    on_both(With::Starter, async |world| {
        let count = async |filter: &str| {
            let document = format!("{{ claims(filter: {{{filter}}}, includeSpoilers: true) {{ totalCount }} }}");
            data(&world, &document).await["claims"]["totalCount"].as_i64().unwrap()
        };
        let all = count("").await;
        for filter in filters {
            let (with, without) = (count(filter).await, count(&format!("not: {{{filter}}}")).await);
            assert_eq!(with + without, all, "{filter}");
            assert!(with > 0 && without > 0, "{filter} parts nothing");
        }
    });
}

#[test]
fn the_reports_of_a_show_are_the_same_page_by_page_from_either_end() {
    on_both(With::Starter, async |world| {
        let page = async |args: &str| {
            let document = format!(
                "{{ show(by: {{slug: \"the-trauma-code-heroes-on-call\"}}) {{ reports({args}) {{ \
                 totalCount nodes {{ id }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }} }}"
            );
            data(&world, &document).await["show"]["reports"].clone()
        };
        let ids = |page: &Value| page["nodes"].as_array().unwrap().clone();
        let whole = page("first: 100").await;
        assert_eq!(whole["totalCount"], json!(ids(&whole).len()));
        let (mut down, mut after) = (Vec::new(), String::new());
        loop {
            let next = page(&format!("first: 3{after}")).await;
            down.extend(ids(&next));
            if next["pageInfo"]["hasNextPage"] == json!(false) {
                break;
            }
            after = format!(", after: {}", next["pageInfo"]["endCursor"]);
        }
        assert_eq!(down, ids(&whole));
        let (mut up, mut before) = (Vec::new(), String::new());
        loop {
            let previous = page(&format!("last: 4{before}")).await;
            up.splice(0..0, ids(&previous));
            if previous["pageInfo"]["hasPreviousPage"] == json!(false) {
                break;
            }
            before = format!(", before: {}", previous["pageInfo"]["startCursor"]);
        }
        assert_eq!(up, down);
    });
}

#[test]
fn nothing_shows_before_it_could_be_known() {
    on_both(With::Starter, async |world| {
        for day in ["2025-05-24", "2025-09-24", "2026-06-23", "2026-09-24"] {
            let document = format!(
                "{{ show(by: {{slug: \"the-trauma-code-heroes-on-call\"}}) {{ \
                     claims(asOf: \"{day}\", first: 100) {{ nodes {{ knownOn supersededBy(asOf: \"{day}\") {{ knownOn }} }} }} \
                     contradictions(asOf: \"{day}\", first: 100) {{ nodes {{ noticedOn }} }} \
                     corroboration(asOf: \"{day}\") {{ officialStatement {{ knownOn }} }} }} }}"
            );
            let answer = data(&world, &document).await;
            let mut days = Vec::new();
            found("knownOn", &answer, &mut days);
            found("noticedOn", &answer, &mut days);
            assert!(!days.is_empty());
            assert!(days.iter().all(|known| known.as_str().unwrap() <= day), "something is later than {day}");
        }
    });
}

#[test]
fn what_cannot_be_asked_is_refused_with_a_word_on_what_to_send() {
    let deep = (0..9).fold("topics: [CAST]".to_owned(), |filter, _| format!("not: {{{filter}}}"));
    let refused = [
        "{ claims(filter: {shows: [\"UGVyc29uOjE\"]}) { totalCount } }".to_owned(),
        "{ claims(filter: {subjects: [\"nonsense\"]}) { totalCount } }".to_owned(),
        "{ claims(first: 0) { totalCount } }".to_owned(),
        "{ report(by: {id: \"U2hvdzox\"}) { id } }".to_owned(),
        format!("{{ claims(filter: {{{deep}}}) {{ totalCount }} }}"),
    ];
    on_both(With::Starter, async |world| {
        for document in &refused {
            assert_eq!(world.ask(document, json!({})).await.code(), "BAD_USER_INPUT", "{document}");
        }
        assert_eq!(data(&world, "{ outlet(by: {name: \"???\"}) { id } }").await["outlet"], Value::Null);
    });
}

#[test]
fn an_outlet_is_found_by_every_name_it_goes_by() {
    on_both(With::Starter, async |world| {
        for name in ["Xports News", "XPORTS  news", "xportsnews", "Xports New", "엑스포츠뉴스"] {
            let answer = data(&world, &format!("{{ outlet(by: {{name: \"{name}\"}}) {{ slug }} }}")).await;
            assert_eq!(answer["outlet"]["slug"], "xports-news", "{name}");
        }
        for nothing in ["%", "_", "'", "\\\\", "%_'"] {
            let document = format!("{{ outlets(filter: {{search: \"{nothing}\"}}) {{ totalCount }} }}");
            assert_eq!(data(&world, &document).await["outlets"]["totalCount"], json!(0), "{nothing}");
        }
    });
}
