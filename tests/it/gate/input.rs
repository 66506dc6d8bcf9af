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
