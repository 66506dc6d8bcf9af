//! Rules for input values that the validator does not have.

use greenlight::gate::Reason;
use serde_json::json;

use super::{reason, reason_with};

#[test]
fn an_input_field_given_twice_is_refused_anywhere() {
    for query in [
        "{show(by:{id:1,id:2}){id}}",
        "{range(range:{from:1,from:1})}",
        "{...f} fragment f on Query{range(range:{from:1,from:1})}",
        "query($r:Range={from:1,from:2}){range(range:$r)}",
    ] {
        assert_eq!(reason(query), Some(Reason::Validation), "{query}");
    }
}

#[test]
fn exactly_one_field_of_a_oneof_input_is_given() {
    for (query, variables, refused) in [
        ("{show(by:{id:1}){id}}", json!({}), None),
        ("{show(by:{}){id}}", json!({}), Some(Reason::Validation)),
        ("{show(by:{id:1,slug:\"a\"}){id}}", json!({}), Some(Reason::Validation)),
        ("{show(by:{id:null}){id}}", json!({}), Some(Reason::Validation)),
        ("query($id:ID){show(by:{id:$id}){id}}", json!({"id": 1}), Some(Reason::Validation)),
        ("query($id:ID!){show(by:{id:$id}){id}}", json!({"id": 1}), None),
        ("query($by:ShowBy!){show(by:$by){id}}", json!({"by": {"id": 1}}), None),
        ("query($by:ShowBy!){show(by:$by){id}}", json!({"by": {}}), Some(Reason::Input)),
        ("query($by:ShowBy!){show(by:$by){id}}", json!({"by": {"id": 1, "slug": "a"}}), Some(Reason::Input)),
        ("query($by:ShowBy!){show(by:$by){id}}", json!({"by": {"id": 1, "slug": null}}), Some(Reason::Input)),
        ("query($by:ShowBy!){show(by:$by){id}}", json!({"by": {"id": null}}), Some(Reason::Input)),
    ] {
        assert_eq!(reason_with(query, &variables), refused, "{query} {variables}");
    }
}

#[test]
fn a_text_with_a_nul_is_refused_wherever_it_stands() {
    for (query, variables) in [
        (r#"{show(by:{slug:"a\u0000"}){title}}"#, json!({})),
        (r#"{range(range:{tags:["a","\u0000b"]})}"#, json!({})),
        (r#"{...f} fragment f on Query{range(range:{tags:"\u0000"})}"#, json!({})),
        (r#"query($slug:String="\u0000"){show(by:{slug:"a"}){title} range(range:{tags:[$slug]})}"#, json!({})),
        ("query($by:ShowBy!){show(by:$by){id}}", json!({"by": {"slug": "\0"}})),
        ("query($tags:[String!]){range(range:{tags:$tags})}", json!({"tags": ["a", "b\0"]})),
    ] {
        assert_eq!(reason_with(query, &variables), Some(Reason::Input), "{query} {variables}");
    }
    assert_eq!(reason(r#"{show(by:{slug:"\\u0000"}){title}}"#), None, "a backslash is no NUL");
}
