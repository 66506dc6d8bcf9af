//! Several operations in one request.

use serde_json::json;

use crate::support::server::TestServer;

fn batch(queries: &[&str]) -> String {
    let all: Vec<_> = queries.iter().map(|query| json!({ "query": query })).collect();
    json!(all).to_string()
}

#[test]
fn a_batch_is_answered_in_order_and_a_refused_operation_in_its_place() {
    let server = TestServer::toy();
    let reply = server.client().post(batch(&["{a:page}", "{nothing}", "mutation{touch}"]));
    let all = reply.json();
    assert_eq!((reply.status, &all[0], &all[2]), (200, &json!({"data": {"a": 20}}), &json!({"data": {"touch": 1}})));
    assert_eq!(all[1]["errors"][0]["extensions"]["code"], "GRAPHQL_VALIDATION_FAILED");
    assert!(all[1].get("data").is_none());
}

#[test]
fn a_batch_has_at_most_as_many_operations_as_the_limit_and_at_least_one() {
    let server = TestServer::toy();
    assert_eq!(server.client().post(batch(&["{page}"; 10])).json().as_array().unwrap().len(), 10);
    assert_eq!(server.client().post(batch(&["{page}"; 11])).code(), "BATCH_TOO_LARGE");
    let empty = server.client().post("[]");
    assert_eq!((empty.status, empty.code().as_str()), (400, "BAD_REQUEST"));
}

#[test]
fn the_price_of_a_batch_is_the_sum_of_its_operations() {
    let server = TestServer::toy_with(|settings| settings.limits.max_cost = 22);
    let ten = "{shows(first:10){nodes{id}}}";
    assert!(server.client().post(batch(&[ten, ten])).json()[0]["data"].is_object());
    assert_eq!(server.client().post(batch(&[ten, "{shows(first:11){nodes{id}}}"])).code(), "QUERY_TOO_COMPLEX");
}

#[test]
fn a_panic_in_a_batch_leaves_the_other_operations_their_answers() {
    let reply = TestServer::toy().client().post(batch(&["{panics}", "{page}"]));
    assert_eq!(reply.status, 500);
    assert_eq!(reply.json()[0]["errors"][0]["extensions"]["code"], "INTERNAL_SERVER_ERROR");
    assert_eq!(reply.json()[1], json!({"data": {"page": 20}}));
}
