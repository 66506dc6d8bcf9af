//! What every answer goes through: request ids, compression, other origins.

use crate::support::{client::Reply, server::TestServer};

const JSON: &str = "Content-Type: application/json";

fn ask(server: &TestServer, header: &str) -> Reply {
    server.client().request("POST /graphql", &[JSON, header], br#"{"query":"{text(length:2000)}"}"#)
}

#[test]
fn a_request_id_is_taken_when_it_is_plain_and_made_otherwise() {
    let server = TestServer::toy();
    let id = |given: &str| ask(&server, &format!("X-Request-Id: {given}")).header("x-request-id").unwrap();
    assert_eq!(id("abc-123_4.5"), "abc-123_4.5");
    assert_eq!(id(&"x".repeat(128)), "x".repeat(128));
    for given in ["", "a b", "<script>", "\"x\"", &"x".repeat(129)] {
        let made = id(given);
        assert!(made.len() == 16 && made.bytes().all(|byte| byte.is_ascii_hexdigit()), "{given}: {made}");
    }
    assert_ne!(id(""), id(""));
}

#[test]
fn an_answer_is_compressed_as_the_client_can_read_it() {
    let server = TestServer::toy();
    let plain = ask(&server, "Accept-Encoding: identity");
    assert_eq!(plain.header("content-encoding"), None);
    for encoding in ["br", "gzip", "zstd"] {
        let reply = ask(&server, &format!("Accept-Encoding: {encoding}"));
        assert_eq!((reply.status, reply.header("content-encoding").as_deref()), (200, Some(encoding)));
        assert!(reply.body.len() < plain.body.len() / 5);
        let vary = reply.header("vary").unwrap().to_lowercase();
        assert!(["accept-encoding", "accept,", "origin"].iter().all(|name| vary.contains(name)), "{vary}");
    }
}

#[test]
fn by_default_pages_of_every_origin_may_ask() {
    let server = TestServer::toy();
    let reply = ask(&server, "Origin: https://fans.example");
    assert_eq!(reply.header("access-control-allow-origin").as_deref(), Some("*"));
    assert!(reply.header("access-control-expose-headers").unwrap().contains("x-request-id"));
    let headers = [
        "Origin: https://fans.example",
        "Access-Control-Request-Method: POST",
        "Access-Control-Request-Headers: content-type",
    ];
    let preflight = server.client().request("OPTIONS /graphql", &headers, b"");
    assert_eq!(preflight.status, 200);
    assert!(preflight.header("access-control-allow-headers").unwrap().contains("content-type"));
}

#[test]
fn only_the_named_origins_may_ask_when_some_are_named() {
    let server = TestServer::toy_with(|settings| settings.cors_origins = vec!["https://fans.example".to_owned()]);
    let allowed = |origin: &str| ask(&server, &format!("Origin: {origin}")).header("access-control-allow-origin");
    assert_eq!(allowed("https://fans.example").as_deref(), Some("https://fans.example"));
    assert_eq!(allowed("https://other.example"), None);
    let none = TestServer::toy_with(|settings| settings.cors_origins = vec![String::new()]);
    assert_eq!(ask(&none, "Origin: https://fans.example").header("access-control-allow-origin"), None);
}

#[test]
fn no_answer_may_be_taken_for_another_type() {
    let server = TestServer::toy();
    for path in ["/livez", "/nothing", "/graphql"] {
        assert_eq!(server.client().get(path).header("x-content-type-options").as_deref(), Some("nosniff"), "{path}");
    }
}
