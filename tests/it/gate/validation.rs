//! Documents are judged as the specification says, where the executor alone would not.

use greenlight::{config::Limits, gate::Reason};
use serde_json::json;

use super::{judge, reason};

#[test]
fn what_the_executor_would_accept_wrongly_is_refused() {
    for query in [
        "{__typename{a}}",
        "{shows{nodes{id}} shows(first:1){nodes{id}}}",
        "{show(by:{id:1}){x:id} show(by:{id:1}){x:title}}",
        "{shows}",
        "{nothing}",
        "query($a:Int){__typename}",
        "{__typename} fragment f on Query{__typename}",
        "{...f} fragment f on Query{...f}",
        "query($a:Int,$a:Int){page(first:$a)}",
        "{sum(of:[1],of:[2])}",
        "{sum}",
        "query a{__typename} query a{__typename}",
        "subscription{__typename}",
    ] {
        assert_eq!(reason(query), Some(Reason::Validation), "{query}");
    }
}

#[test]
fn text_that_is_not_graphql_is_refused_with_its_place() {
    for query in ["", " ", "{", "{a", "}{", "{a(x:)}", "\u{0}", "query", "{a(x:\"open)}", "# only a comment"] {
        assert_eq!(reason(query), Some(Reason::Parse), "{query}");
    }
    let refused = judge(&Limits::default(), "{\n  a(}", &json!({})).unwrap_err();
    assert_eq!(refused.faults[0].locations[0].line, 2);
}

#[test]
fn an_operation_is_chosen_by_name() {
    assert_eq!(reason("query a{__typename} query b{__typename}"), Some(Reason::Operation));
    let gate = greenlight::gate::Gate::new(&crate::support::toy::schema().sdl(), Limits::default()).unwrap();
    let plan = gate.plan("query a{__typename} query b{page}").unwrap();
    let none = apollo_compiler::response::JsonMap::new();
    assert!(gate.admit(&plan, Some("b"), &none).is_ok());
    for name in [None, Some("c"), Some("")] {
        assert_eq!(gate.admit(&plan, name, &none).unwrap_err().reason, Reason::Operation, "{name:?}");
    }
}

#[test]
fn as_many_faults_are_told_as_the_limit_says() {
    let limits = Limits { max_errors: 2, ..Limits::default() };
    assert_eq!(judge(&limits, "{a b c d}", &json!({})).unwrap_err().faults.len(), 2);
}

#[test]
fn a_message_does_not_repeat_a_long_document() {
    let name = "x".repeat(100_000);
    let refused = judge(&Limits::default(), &format!("{{{name}}}"), &json!({})).unwrap_err();
    assert!(refused.faults[0].message.chars().count() <= 501);
}

#[test]
fn a_schema_that_is_not_valid_is_told_at_start() {
    assert!(greenlight::gate::Gate::new("type Query { a: Nothing }", Limits::default()).is_err());
}
