//! What is typed into a search box.

use serde_json::json;

use super::world::{ask, on_catalog, search, search_with};

#[test]
fn what_no_search_can_find_is_refused_with_what_to_send_instead() {
    on_catalog(async |world| {
        for query in ["", " \t\n", "%", "_", "'", "\"", "*", "--", "( ) ^ : -", "👑", "\u{301}"] {
            let asked = search(&world, query).await;
            assert_eq!(
                asked.error(),
                ("A search needs a letter or a digit, e.g. \"choo young woo\".", "BAD_USER_INPUT"),
                "{query:?}"
            );
            assert_eq!(asked.statements.len(), 0);
        }
    });
}

#[test]
fn a_search_of_200_characters_is_answered_and_one_of_201_is_not() {
    on_catalog(async |world| {
        let longest = "영".repeat(200);
        assert!(search(&world, &longest).await.answer["errors"].is_null());
        let asked = search(&world, &format!("{longest}우")).await;
        let expected = "A search has at most 200 characters; this one has 201.";
        assert_eq!(asked.error(), (expected, "BAD_USER_INPUT"));
    });
}

#[test]
fn signs_that_mean_something_to_a_database_mean_nothing_here() {
    on_catalog(async |world| {
        for query in ["괴물%", "%괴물", "_괴물", "\"괴물\"", "괴물*", "괴물' --", "{괴물}:^", "괴물 '); DROP"]
        {
            let asked = search_with(&world, query, json!({"types": ["SHOW"]})).await;
            assert!(asked.answer["errors"].is_null(), "{query:?}: {:#}", asked.answer);
        }
        assert_eq!(search(&world, "괴물%").await.first(), Some(("괴물", "괴물", "EXACT")));
        assert_eq!(search(&world, "괴_물").await.first(), Some(("괴물", "괴물", "EXACT")));
        assert_eq!(search(&world, "NEAR(괴물)").await.labels(), Vec::<&str>::new());
    });
}

#[test]
fn people_are_filtered_by_any_spelling() {
    on_catalog(async |world| {
        let people = async |search: &str| {
            let document = "query People($search: String!) { people(filter: {search: $search}, first: 100) { totalCount nodes { name } } }";
            let asked = ask(&world, document, json!({"search": search})).await;
            assert_eq!(asked.unplanned, 0);
            let nodes = asked.answer["data"]["people"]["nodes"].as_array().unwrap().clone();
            assert_eq!(asked.answer["data"]["people"]["totalCount"], nodes.len());
            nodes.iter().map(|node| node["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        for spelling in ["추영우", "Chu Yeong-u", "Joo Young-woo", "choo young woo", "Choo Yougn-woo"] {
            assert!(people(spelling).await.contains(&"Choo Young-woo".to_owned()), "{spelling}");
        }
        assert_eq!(people("hansan").await, ["Lee Nak-jun"]);
        assert_eq!(people("sanlee").await, ["Lee Nak-jun"]);
        assert!(people("choo").await.len() >= 8);
        for nobody in ["%", "_", "zzz", "", "tan%", "'"] {
            assert_eq!(people(nobody).await, Vec::<String>::new(), "{nobody:?}");
        }
    });
}
