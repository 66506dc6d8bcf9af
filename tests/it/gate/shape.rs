//! The shape of an answer: the order of the question, and null where a field failed.

use greenlight::config::Limits;
use serde_json::json;

use super::judge;
use crate::support::toy;

async fn answer(query: &str, variables: serde_json::Value) -> String {
    let admitted = judge(&Limits::default(), query, &variables).unwrap();
    let mut response = toy::schema().execute(admitted.request).await;
    admitted.shape.give(&mut response);
    serde_json::to_string(&response.data).unwrap()
}

#[tokio::test]
async fn keys_stand_in_the_order_of_the_question_whatever_finishes_first() {
    for (query, expected) in [
        ("{late{late id} page}", r#"{"late":{"late":1,"id":"2"},"page":20}"#),
        ("{...f page} fragment f on Query{late{id}}", r#"{"late":{"id":"2"},"page":20}"#),
        ("{late{id} page late{title}}", r#"{"late":{"id":"2","title":"Two"},"page":20}"#),
        (
            "{late{...f id} } fragment f on Show{late ...on Show{title}}",
            r#"{"late":{"late":1,"title":"Two","id":"2"}}"#,
        ),
        ("{nodes(ids:[1,2]){late id}}", r#"{"nodes":[{"late":1,"id":"1"},{"late":1,"id":"2"}]}"#),
        ("{...on Query{page} late{id} ...on Query{b:page}}", r#"{"page":20,"late":{"id":"2"},"b":20}"#),
        (
            "{late{...f} page ...g} fragment f on Show{id} fragment g on Query{late{title}}",
            r#"{"late":{"id":"2","title":"Two"},"page":20}"#,
        ),
        ("{late@skip(if:true){id} page late{id}}", r#"{"page":20,"late":{"id":"2"}}"#),
        ("query($no:Boolean=false){late@include(if:$no){id} page late{id}}", r#"{"page":20,"late":{"id":"2"}}"#),
    ] {
        assert_eq!(answer(query, json!({})).await, expected, "{query}");
    }
}

#[tokio::test]
async fn a_failed_field_is_null_where_null_is_allowed() {
    for (query, expected) in [
        ("{broken page}", r#"{"broken":null,"page":20}"#),
        ("{broken}", r#"{"broken":null}"#),
        ("{nodes(ids:[1,2]){maybe}}", r#"{"nodes":[{"maybe":null},{"maybe":1}]}"#),
        ("{shows(first:2){nodes{maybe id}}}", r#"{"shows":{"nodes":[{"maybe":1,"id":"0"},{"maybe":null,"id":"1"}]}}"#),
    ] {
        assert_eq!(answer(query, json!({})).await, expected, "{query}");
    }
}

#[tokio::test]
async fn a_failed_field_takes_its_parents_with_it_up_to_one_that_may_be_null() {
    for (query, expected) in [
        ("{missing page}", "null"),
        ("{nodes(ids:[1,2]){sure}}", r#"{"nodes":[null,{"sure":1}]}"#),
        ("{show(by:{id:1}){id sure} page}", r#"{"show":null,"page":20}"#),
        ("{show(by:{id:1}){parent{parent{sure}}} page}", r#"{"show":null,"page":20}"#),
        ("{show(by:{id:1}){id other{parent{sure}}}}", r#"{"show":{"id":"1","other":null}}"#),
        ("{shows(first:2){nodes{sure}} page}", "null"),
        ("{show(by:{id:1}){maybe sure}}", r#"{"show":null}"#),
        ("{show(by:{id:1}){sure maybe}}", r#"{"show":null}"#),
    ] {
        assert_eq!(answer(query, json!({})).await, expected, "{query}");
    }
}

#[tokio::test]
async fn an_answer_without_fields_is_an_empty_object() {
    assert_eq!(answer("{page@skip(if:true)}", json!({})).await, "{}");
}
