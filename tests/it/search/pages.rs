//! Pages of what a search found, and what they cost.

use serde_json::{Value, json};

use super::world::{ask, on_catalog, search_with};

fn page_info(answer: &Value) -> (bool, bool) {
    let info = &answer["data"]["search"]["pageInfo"];
    (info["hasPreviousPage"].as_bool().unwrap(), info["hasNextPage"].as_bool().unwrap())
}

#[test]
fn pages_forwards_and_backwards_hold_every_hit_once() {
    on_catalog(async |world| {
        let all = search_with(&world, "young", json!({"first": 100})).await;
        let expected: Vec<String> = all.labels().into_iter().map(str::to_owned).collect();
        assert!(expected.len() > 10, "{expected:?}");
        assert_eq!(all.answer["data"]["search"]["totalCount"], expected.len());
        for (size, beyond, cursor, forwards) in
            [("first", "after", "endCursor", true), ("last", "before", "startCursor", false)]
        {
            let mut seen: Vec<String> = Vec::new();
            let mut from = Value::Null;
            loop {
                let asked = search_with(&world, "young", json!({size: 4, beyond: from})).await;
                let page = asked.labels().into_iter().map(str::to_owned);
                let (before, after) = page_info(&asked.answer);
                seen = if forwards { seen.into_iter().chain(page).collect() } else { page.chain(seen).collect() };
                from = asked.answer["data"]["search"]["pageInfo"][cursor].clone();
                if !(if forwards { after } else { before }) {
                    break;
                }
            }
            assert_eq!(seen, expected, "{size}");
        }
    });
}

#[test]
fn a_cursor_belongs_to_its_query_and_types() {
    on_catalog(async |world| {
        let asked = search_with(&world, "young", json!({"first": 2, "types": ["PERSON"]})).await;
        let cursor = asked.answer["data"]["search"]["pageInfo"]["endCursor"].clone();
        let same = json!({"first": 2, "types": ["PERSON", "PERSON"], "after": cursor});
        assert_eq!(search_with(&world, "young", same).await.labels().len(), 2);
        for (query, arguments) in [
            ("younge", json!({"types": ["PERSON"], "after": cursor})),
            ("young", json!({"after": cursor})),
            ("young", json!({"after": "xyz"})),
        ] {
            let (message, code) = (search_with(&world, query, arguments).await.answer["errors"][0].clone(), "");
            assert!(message["message"].as_str().unwrap().contains("cursor"), "{message}{code}");
            assert_eq!(message["extensions"]["code"], "BAD_USER_INPUT");
        }
    });
}

#[test]
fn a_search_takes_three_statements_and_one_more_per_further_type() {
    on_catalog(async |world| {
        let nodes = "edges { label reason node { id slug ... on Show { title } ... on Person { name } ... on Character { name } } }";
        for (query, types, statements) in
            [("trauma", "[SHOW]", 3), ("baek kang hyuk", "[PERSON, CHARACTER]", 4), ("baek", "[CHARACTER]", 3)]
        {
            let document =
                format!("query Costs {{ search(query: \"{query}\", types: {types}) {{ totalCount {nodes} }} }}");
            let asked = ask(&world, &document, json!({})).await;
            assert!(!asked.labels().is_empty());
            assert_eq!((asked.statements.len(), asked.unplanned), (statements, 0), "{:#?}", asked.statements);
        }
        let bare = ask(&world, "query Bare { search(query: \"young\") { edges { matchedName } } }", json!({})).await;
        assert_eq!((bare.statements.len(), bare.unplanned), (1, 0), "what is not selected is not read");
    });
}

#[test]
fn labels_are_in_the_readers_language() {
    on_catalog(async |world| {
        let document = "query Labels { search(query: \"choo young woo\", first: 1, locales: [\"ko\"]) { edges { label matchedName } nodes { slug } } }";
        let asked = ask(&world, document, json!({})).await;
        assert_eq!(
            asked.answer["data"]["search"]["edges"],
            json!([{"label": "추영우", "matchedName": "Choo Young-woo"}])
        );
        assert_eq!(asked.unplanned, 0);
    });
}
