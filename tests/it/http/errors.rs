//! Two families of errors: a client's own, and everything else.

use serde_json::json;

use crate::support::server::TestServer;

const SENTENCE: &str = "Something went wrong on this server. Tell its operator the request id.";

#[test]
fn a_resolvers_error_with_a_known_code_keeps_its_words() {
    let reply = TestServer::toy().client().strict("{missing}");
    let error = &reply.json()["errors"][0];
    assert_eq!(reply.status, 200);
    assert_eq!(error["message"], "No show has this slug.");
    assert_eq!(error["extensions"], json!({"code": "NOT_FOUND"}));
    assert_eq!(error["path"], json!(["missing"]));
    assert_eq!(error["locations"], json!([{"line": 1, "column": 2}]));
    assert_eq!(reply.json()["data"], json!(null));
}

#[test]
fn any_other_error_says_nothing_but_the_request_id() {
    let server = TestServer::toy();
    for query in ["{broken page}", "{converted}"] {
        let body = json!({ "query": query }).to_string();
        let headers = ["Content-Type: application/json", "X-Request-Id: mine-1"];
        let reply = server.client().request("POST /graphql", &headers, body.as_bytes());
        let error = &reply.json()["errors"][0];
        assert_eq!((reply.status, &error["message"]), (200, &json!(SENTENCE)));
        assert_eq!(error["extensions"], json!({"code": "INTERNAL_SERVER_ERROR", "requestId": "mine-1"}));
        assert!(!reply.text().contains("secret") && !reply.text().contains("digit"));
    }
    assert_eq!(server.client().query("{broken page}").json()["data"], json!({"broken": null, "page": 20}));
}

#[test]
fn a_value_that_a_scalar_refuses_is_the_clients_error() {
    let server = TestServer::toy();
    assert_eq!(server.client().query(r#"{day(day:"2025-02-30")}"#).code(), "BAD_USER_INPUT");
    let long = format!(r#"{{search(query:"{}"){{totalCount}}}}"#, "x".repeat(201));
    assert_eq!(server.client().query(&long).code(), "BAD_USER_INPUT");
}

#[test]
fn as_many_errors_are_told_as_the_limit_says() {
    let server = TestServer::toy_with(|settings| settings.limits.max_errors = 2);
    let two = server.client().query("{a:broken b:broken c:broken}");
    assert_eq!(two.json()["errors"].as_array().unwrap().len(), 2);
    assert_eq!(two.json()["data"], json!({"a": null, "b": null, "c": null}));
}

#[test]
fn a_panic_is_answered_in_json_and_the_connection_lives_on() {
    let server = TestServer::toy();
    let mut client = server.client();
    for _ in 0..2 {
        let reply = client.query("{panics}");
        let error = &reply.json()["errors"][0];
        assert_eq!((reply.status, &error["message"]), (500, &json!(SENTENCE)));
        assert_eq!(error["extensions"]["requestId"].as_str(), reply.header("x-request-id").as_deref());
        assert!(!reply.text().contains("secret"));
        assert_eq!(client.query("{page}").status, 200);
    }
}

#[test]
fn an_operation_that_takes_too_long_is_given_up() {
    let server = TestServer::toy_with(|settings| settings.limits.request_timeout_ms = 50);
    let mut client = server.client();
    let reply = client.query("{sleeps}");
    assert_eq!((reply.status, reply.code().as_str()), (504, "TIMEOUT"));
    assert_eq!(client.query("{page}").status, 200);
}
