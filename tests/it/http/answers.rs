//! What a well-formed request gets.

use crate::support::{client::Client, server::TestServer};

#[test]
fn an_answer_keeps_the_order_of_the_question() {
    let server = TestServer::toy();
    let reply = server.client().query("{z:page a:shows(first:1){totalCount nodes{title id}} m:page}");
    let expected = r#"{"data":{"z":20,"a":{"totalCount":1,"nodes":[{"title":"Show 0","id":"0"}]},"m":20}}"#;
    assert_eq!((reply.status, reply.text()), (200, expected));
}

#[test]
fn the_media_type_is_the_one_that_was_asked_for() {
    let server = TestServer::toy();
    let mut client = server.client();
    let mut media = |accept: &str| {
        let headers = ["Content-Type: application/json", &format!("Accept: {accept}")];
        let reply = client.request("POST /graphql", &headers, br#"{"query":"{page}"}"#);
        assert!(reply.header("vary").unwrap().contains("accept"), "{reply:?}");
        reply.header("content-type").unwrap()
    };
    assert_eq!(media("application/graphql-response+json"), "application/graphql-response+json; charset=utf-8");
    assert_eq!(media("*/*"), "application/json; charset=utf-8");
}

#[test]
fn a_request_error_is_400_only_in_the_strict_media_type_and_has_no_data() {
    let server = TestServer::toy();
    for (query, code) in [
        ("{", "GRAPHQL_PARSE_FAILED"),
        ("{nothing}", "GRAPHQL_VALIDATION_FAILED"),
        ("query($n:Int!){page(first:$n)}", "BAD_USER_INPUT"),
        ("query a{page} query b{page}", "OPERATION_RESOLUTION_FAILURE"),
        ("{page(first:$n)}", "GRAPHQL_VALIDATION_FAILED"),
        ("{shows(first:2147483647){nodes{id}}}", "QUERY_TOO_COMPLEX"),
        ("{__schema{types{fields{type{fields{type{fields{name}}}}}}}}", "QUERY_TOO_DEEP"),
    ] {
        let strict = server.client().strict(query);
        assert_eq!((strict.status, strict.code().as_str()), (400, code), "{query}");
        assert!(strict.json().get("data").is_none());
        let loose = server.client().query(query);
        assert_eq!((loose.status, loose.code().as_str()), (200, code), "{query}");
        assert!(loose.json().get("data").is_none());
    }
}

#[test]
fn a_query_may_come_in_the_address() {
    let server = TestServer::toy();
    let mut client = server.client();
    let get = |client: &mut Client, query: &str| client.get(&format!("/graphql?{query}"));
    assert_eq!(get(&mut client, "query=%7Bpage%7D").text(), r#"{"data":{"page":20}}"#);
    let named = "query=query%20a(%24n%3AInt)%7Bpage(first%3A%24n)%7D%20query%20b%7Bpage%7D&operationName=a&variables=%7B%22n%22%3A3%7D";
    assert_eq!(get(&mut client, named).text(), r#"{"data":{"page":3}}"#);
    for (query, status, code) in [
        ("", 400, "BAD_REQUEST"),
        ("query=%7Bpage%7D&variables=3", 400, "BAD_REQUEST"),
        ("query=%7Bpage%7D&variables=%7B", 400, "BAD_REQUEST"),
        ("query=%FF%7Bpage%7D", 400, "BAD_REQUEST"),
        ("query=mutation%7Btouch%7D", 405, "METHOD_NOT_ALLOWED"),
    ] {
        let reply = get(&mut client, query);
        assert_eq!((reply.status, reply.code().as_str()), (status, code), "{query}");
    }
    assert_eq!(get(&mut client, "query=mutation%7Btouch%7D").header("allow").unwrap(), "POST");
}

#[test]
fn a_mutation_runs_by_post() {
    assert_eq!(TestServer::toy().client().query("mutation{touch}").text(), r#"{"data":{"touch":1}}"#);
}

#[test]
fn a_browser_without_a_query_is_shown_the_playground() {
    let server = TestServer::toy();
    let reply = server.client().request("GET /graphql", &["Accept: text/html,*/*;q=0.8"], b"");
    assert_eq!((reply.status, reply.header("location").as_deref()), (303, Some("playground")));
}

#[test]
fn other_methods_are_refused_with_those_that_are_not() {
    let server = TestServer::toy();
    for method in ["PUT", "DELETE", "PATCH"] {
        let reply = server.client().request(&format!("{method} /graphql"), &[], b"{}");
        assert_eq!((reply.status, reply.code().as_str()), (405, "METHOD_NOT_ALLOWED"));
        assert_eq!(reply.header("allow").unwrap(), "GET, POST");
    }
}

#[test]
fn a_client_that_accepts_nothing_we_have_is_told() {
    let server = TestServer::toy();
    let headers = ["Content-Type: application/json", "Accept: text/html"];
    for line in ["POST /graphql", "GET /graphql?query=%7Bpage%7D"] {
        let reply = server.client().request(line, &headers, if line.starts_with('P') { b"{}" } else { b"" });
        assert_eq!((reply.status, reply.code().as_str()), (406, "NOT_ACCEPTABLE"), "{line}");
    }
}

#[test]
fn the_schema_can_be_read_and_an_unknown_path_says_where_to_go() {
    let server = TestServer::toy();
    assert!(server.client().get("/schema.graphql").text().contains("type Query"));
    let reply = server.client().get("/nothing");
    assert_eq!((reply.status, reply.code().as_str()), (404, "PATH_NOT_FOUND"));
}
