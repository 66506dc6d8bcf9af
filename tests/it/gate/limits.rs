//! Each limit lets pass what reaches it and refuses one more.

use std::fmt::Write as _;

use greenlight::{
    config::Limits,
    gate::{Reason, Size},
};
use serde_json::{Value, json};

use super::judge;
use crate::support::toy;

/// Passes under the limit as given and is refused under one less.
fn exactly(query: &str, variables: &Value, set: impl Fn(&mut Limits, u32), most: u32, reason: Reason) {
    let mut limits = Limits::default();
    set(&mut limits, most);
    let passed = judge(&limits, query, variables);
    assert!(passed.is_ok(), "{query}: {passed:?}");
    set(&mut limits, most - 1);
    let refused = judge(&limits, query, variables);
    assert_eq!(refused.map(|_| ()).map_err(|refusal| refusal.reason), Err(reason), "{query}");
}

fn size(query: &str, variables: &Value) -> Size {
    judge(&Limits { max_cost: i32::MAX as u32, max_fields: i32::MAX as u32, ..Limits::default() }, query, variables)
        .unwrap()
        .size
}

#[test]
fn tokens() {
    let none = json!({});
    exactly("{sum(of:[1,2,3])}", &none, |limits, most| limits.max_tokens = most, 12, Reason::Complex);
    exactly("{ , sum ( of : [1] ) } # {", &none, |limits, most| limits.max_tokens = most, 10, Reason::Complex);
}

#[test]
fn depth_counts_fields_and_no_fragments() {
    let set = |limits: &mut Limits, most| limits.max_depth = most;
    let none = json!({});
    exactly("{shows{nodes{parent{id}}}}", &none, set, 4, Reason::Deep);
    exactly(
        "{...a} fragment a on Query{...on Query{shows{nodes{...b}}}} fragment b on Show{id}",
        &none,
        set,
        3,
        Reason::Deep,
    );
}

#[tokio::test]
async fn what_nests_without_fields_has_an_end_and_runs_up_to_it() {
    let fragments = |levels: usize| format!("{{{}__typename{}}}", "...on Query{".repeat(levels), "}".repeat(levels));
    let spreads = |levels: usize| {
        let chain: String = (0..levels).fold(String::new(), |mut text, at| {
            write!(text, "fragment f{at} on Query{{...f{}}}", at + 1).unwrap();
            text
        });
        format!("{{...f0}}{chain}fragment f{levels} on Query{{__typename}}")
    };
    for levels in 1..200 {
        for document in [fragments(levels), spreads(levels)] {
            match judge(&Limits::default(), &document, &json!({})) {
                Ok(admitted) => assert_eq!(toy::schema().execute(admitted.request).await.errors, []),
                Err(refusal) => assert!(levels > 20, "{refusal}"),
            }
        }
    }
    assert!(judge(&Limits::default(), &fragments(199), &json!({})).is_err());
    assert!(judge(&Limits::default(), &spreads(199), &json!({})).is_err());
}

#[test]
fn aliases_and_directives_count_once_per_definition() {
    let none = json!({});
    let aliases = |limits: &mut Limits, most| limits.max_aliases = most;
    exactly(
        "{a:__typename ...f ...f} fragment f on Query{b:__typename ...on Query{c:__typename}}",
        &none,
        aliases,
        3,
        Reason::Complex,
    );
    let directives = |limits: &mut Limits, most| limits.max_directives = most;
    let query = "{a:__typename@include(if:true)@skip(if:false) ...f@skip(if:false) ...on Query@skip(if:true){__typename}} fragment f on Query{__typename}";
    exactly(query, &none, directives, 4, Reason::Complex);
}

#[test]
fn root_fields_count_at_every_spread() {
    let set = |limits: &mut Limits, most| limits.max_root_fields = most;
    exactly("{a:__typename b:__typename}", &json!({}), set, 2, Reason::Complex);
    exactly("{...f ...f ...on Query{...f}} fragment f on Query{__typename}", &json!({}), set, 3, Reason::Complex);
}

#[test]
fn a_connection_costs_its_page_size_whatever_says_it() {
    let set = |limits: &mut Limits, most| limits.max_cost = most;
    for (query, variables, cost) in [
        ("{shows(first:7){nodes{id}}}", json!({}), 1 + 7),
        ("{shows(first:7){edges{node{id}}}}", json!({}), 1 + 7 * 2),
        ("{shows(last:7){nodes{id} totalCount}}", json!({}), 1 + 7),
        ("query($n:Int){shows(first:$n){nodes{id}}}", json!({"n": 7}), 1 + 7),
        ("query($n:Int=7){shows(first:$n){nodes{id}}}", json!({}), 1 + 7),
        ("query($n:Int){shows(first:$n){nodes{id}}}", json!({}), 1 + 20),
        ("query($n:Int){shows(first:$n){nodes{id}}}", json!({"n": null}), 1 + 20),
        ("query($n:Int){shows(first:$n){nodes{id}}}", json!({"n": -5}), 1),
        ("{shows{nodes{id}}}", json!({}), 1 + 20),
        ("{shows{...f}} fragment f on ShowConnection{nodes{id}}", json!({}), 1 + 20),
        ("{shows(first:3){nodes{related(first:4){nodes{id}}}}}", json!({}), 1 + 3 * (1 + 1 + 4)),
        ("{a:shows(first:2){...f}b:shows(first:3){...f}} fragment f on ShowConnection{nodes{id}}", json!({}), 3 + 4),
        ("{nodes(ids:[1,2,3]){id}}", json!({}), 3),
        ("query($ids:[ID!]!){nodes(ids:$ids){id}}", json!({"ids": [1, 2, 3, 4]}), 4),
        ("{show(by:{id:1}){seasons{id}}}", json!({}), 1 + 3),
        ("{search(query:\"x\" first:2){nodes{id}}}", json!({}), 10 + 1 + 2),
        ("{__typename}", json!({}), 0),
    ] {
        assert_eq!(size(query, &variables).points, cost, "{query}");
        if cost > 1 {
            exactly(query, &variables, set, cost.try_into().unwrap(), Reason::Complex);
        }
    }
}

#[test]
fn fields_count_beside_objects() {
    let set = |limits: &mut Limits, most| limits.max_fields = most;
    exactly("{__typename sum(of:[1]) colour(colour:RED)}", &json!({}), set, 3, Reason::Complex);
    exactly("{show(by:{id:1}){id title}}", &json!({}), set, 3, Reason::Complex);
    assert_eq!(size("{nodes(ids:[1,2,3]){id title}}", &json!({})).fields, 1 + 3 * 2);
}

#[test]
fn lists_in_arguments_and_variables() {
    let set = |limits: &mut Limits, most| limits.max_list_items = most;
    exactly("{sum(of:[1,2,3])}", &json!({}), set, 3, Reason::Input);
    exactly("query($of:[Int]!){sum(of:$of)}", &json!({"of": [1, 2, 3, 4]}), set, 4, Reason::Input);
    exactly("{range(range:{tags:[\"a\",\"b\"]})}", &json!({}), set, 2, Reason::Input);
    exactly("query($r:Range){range(range:$r)}", &json!({"r": {"tags": ["a", "b"]}}), set, 2, Reason::Input);
}

#[test]
fn introspection_has_its_own_depth() {
    let set = |limits: &mut Limits, most| limits.max_introspection_depth = most;
    exactly("{__schema{types{fields{type{fields{name}}}}}}", &json!({}), set, 2, Reason::Deep);
    let query = "{__type(name:\"Show\"){...f}} fragment f on __Type{interfaces{possibleTypes{name}}}";
    exactly(query, &json!({}), set, 2, Reason::Deep);
}

#[test]
fn the_introspection_query_of_clients_passes() {
    let passed = judge(&Limits::default(), include_str!("introspection.graphql"), &json!({}));
    assert!(passed.is_ok(), "{passed:?}");
}

#[test]
fn fragments_that_double_are_refused_at_once() {
    for leaf in ["__typename", "shows{nodes{id}}"] {
        let mut query = "{...f0}".to_owned();
        for at in 0..22 {
            write!(query, "fragment f{at} on Query{{...f{} ...f{}}}", at + 1, at + 1).unwrap();
        }
        write!(query, "fragment f22 on Query{{{leaf}}}").unwrap();
        let refused = judge(&Limits::default(), &query, &json!({})).map(|_| ()).unwrap_err();
        assert_eq!(refused.reason, Reason::Complex);
    }
}

#[test]
fn more_than_can_be_counted_is_still_refused() {
    let mut query = "{shows(first:2147483647){...f0}}".to_owned();
    for at in 0..6 {
        write!(query, "fragment f{at} on ShowConnection{{nodes{{related(first:2147483647){{...f{}}}}}}}", at + 1)
            .unwrap();
    }
    query += "fragment f6 on ShowConnection{totalCount}";
    let refused = judge(&Limits::default(), &query, &json!({})).map(|_| ()).unwrap_err();
    assert_eq!(refused.reason, Reason::Complex);
    assert!(refused.faults[0].message.contains("more than can be counted"), "{refused}");
}
