//! Variables: judged before execution, and absent is not null.

use greenlight::{config::Limits, gate::Reason};
use serde_json::{Value, json};

use super::{judge, reason_with};
use crate::support::toy;

async fn answer(query: &str, variables: Value) -> Value {
    let admitted = judge(&Limits::default(), query, &variables).unwrap();
    let response = toy::schema().execute(admitted.request).await;
    assert_eq!(response.errors, [], "{query}");
    serde_json::to_value(response.data).unwrap()
}

#[test]
fn values_of_a_wrong_type_are_refused() {
    for (ty, value) in [
        ("Int!", json!(null)),
        ("Int", json!("1")),
        ("Int", json!(2_147_483_648_i64)),
        ("Int", json!(1.5)),
        ("[Int]!", json!(["a"])),
        ("Range", json!({"nothing": 1})),
        ("Range", json!({"to": null})),
        ("Colour!", json!("BLUE")),
    ] {
        let field = match ty {
            "[Int]!" => "sum(of:$v)",
            "Range" => "range(range:$v)",
            "Colour!" => "colour(colour:$v)",
            _ => "page(first:$v)",
        };
        let query = format!("query($v:{ty}){{{field}}}");
        assert_eq!(reason_with(&query, &json!({ "v": value })), Some(Reason::Input), "{query} {value}");
    }
    assert_eq!(reason_with("query($v:Int!){page(first:$v)}", &json!({})), Some(Reason::Input));
}

#[test]
fn a_variable_that_the_operation_does_not_have_is_left_alone() {
    assert_eq!(reason_with("{__typename}", &json!({"other": {"id": 1}})), None);
}

#[tokio::test]
async fn an_omitted_variable_leaves_the_arguments_default_and_null_is_null() {
    let query = "query($n:Int){page(first:$n)}";
    assert_eq!(answer(query, json!({})).await, json!({"page": 20}));
    assert_eq!(answer(query, json!({"n": null})).await, json!({"page": null}));
    assert_eq!(answer(query, json!({"n": 3})).await, json!({"page": 3}));
    let fragment = "query a($n:Int){...f} fragment f on Query{...on Query{page(first:$n)}}";
    assert_eq!(answer(fragment, json!({})).await, json!({"page": 20}));
}

#[tokio::test]
async fn an_omitted_variable_inside_an_input_object_is_not_given_and_inside_a_list_is_null() {
    let object = "query($n:Int! = 4,$m:Int){range(range:{from:$m,to:$n})}";
    assert_eq!(answer(object, json!({})).await, json!({"range": "None 4 None"}));
    assert_eq!(answer("query($r:Range){range(range:$r)}", json!({"r": {}})).await, json!({"range": "None 7 None"}));
    assert_eq!(answer("query($n:Int){sum(of:[1,$n,2])}", json!({})).await, json!({"sum": 3}));
}

#[tokio::test]
async fn the_default_of_a_variable_decides_what_is_included() {
    let query = "query($yes:Boolean=true,$no:Boolean=false){a:page@include(if:$yes) b:page@include(if:$no) c:page@skip(if:$yes)}";
    assert_eq!(answer(query, json!({})).await, json!({"a": 20}));
}

#[tokio::test]
async fn enum_and_list_values_arrive_as_they_were_sent() {
    assert_eq!(answer("query($c:Colour!){colour(colour:$c)}", json!({"c": "GREEN"})).await, json!({"colour": "GREEN"}));
    assert_eq!(answer("query($of:[Int]!){sum(of:$of)}", json!({"of": 5})).await, json!({"sum": 5}));
}
