//! Bodies that are wrong, too large or too slow.

use crate::support::{
    client::{Client, Reply},
    server::TestServer,
};

/// A body of exactly this many bytes.
fn body(length: usize) -> String {
    let (start, end) = (r#"{"query":"{page}","x":""#, r#""}"#);
    format!("{start}{}{end}", "x".repeat(length - start.len() - end.len()))
}

fn chunked(client: &mut Client, body: &str) -> Reply {
    client.send(
        "POST /graphql HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
    );
    for chunk in body.as_bytes().chunks(1000) {
        let sent =
            client.try_send(format!("{:x}\r\n", chunk.len())) && client.try_send(chunk) && client.try_send("\r\n");
        if !sent {
            break;
        }
    }
    client.try_send("0\r\n\r\n");
    client.reply()
}

#[test]
fn a_malformed_body_is_400_in_both_media_types() {
    let server = TestServer::toy();
    let mut client = server.client();
    for (body, message) in [
        (&b"{"[..], "The body is not valid JSON: line 1, column 1."),
        (b"{\"query\":\"{page}\"", "The body is not valid JSON: line 1, column 17."),
        (b"3", "The body must be a JSON object, or a list of them."),
        (b"{}", "query is missing: send the document as a string."),
        (br#"{"query":3}"#, "query must be a string."),
        (br#"{"query":null}"#, "query must be a string."),
        (br#"{"query":"{page}","operationName":3}"#, "operationName must be a string."),
        (br#"{"query":"{page}","variables":[]}"#, "variables must be a JSON object."),
        (br#"{"query":"{page}","extensions":"x"}"#, "extensions must be a JSON object."),
        (br#"{"query":"{page}","query":"{page}"}"#, "A parameter is given twice."),
        (br#"[{"query":"{page}"},{}]"#, "Operation 1: query is missing: send the document as a string."),
        (b"[3]", "Operation 0: it must be a JSON object."),
        (b"{\"query\":\"{\xff}\"}", "The body is not UTF-8."),
    ] {
        let reply = client.post(body);
        assert_eq!((reply.status, reply.code().as_str()), (400, "BAD_REQUEST"), "{body:?}");
        assert_eq!(reply.json()["errors"][0]["message"], message, "{body:?}");
    }
    let empty = client.request("POST /graphql", &["Content-Type: application/json", "Content-Length: 0"], b"");
    assert_eq!((empty.status, empty.code().as_str()), (400, "BAD_REQUEST"));
    assert_eq!(client.query("{page}").status, 200, "the connection lives on");
}

#[test]
fn a_nul_is_refused_in_a_document_and_in_a_value() {
    let server = TestServer::toy();
    assert_eq!(server.client().query("{\u{0}page}").code(), "GRAPHQL_PARSE_FAILED");
    assert_eq!(server.client().query(r#"{show(by:{slug:"a\u0000"}){title}}"#).code(), "BAD_USER_INPUT");
}

#[test]
fn only_json_in_utf8_without_encoding_is_taken() {
    let server = TestServer::toy();
    let send = |headers: &[&str]| server.client().request("POST /graphql", headers, br#"{"query":"{page}"}"#);
    for headers in [
        &[][..],
        &["Content-Type: text/plain"],
        &["Content-Type: application/x-www-form-urlencoded"],
        &["Content-Type: application/json; charset=utf-16"],
        &["Content-Type: application/json", "Content-Encoding: gzip"],
        &["Content-Type: application/json", "Content-Encoding: gzip, identity"],
    ] {
        let reply = send(headers);
        assert_eq!((reply.status, reply.code().as_str()), (415, "UNSUPPORTED_MEDIA_TYPE"), "{headers:?}");
    }
    for headers in [
        &["Content-Type: application/json; charset=UTF-8"][..],
        &["Content-Type: Application/JSON;charset=\"utf-8\"", "Content-Encoding: identity"],
    ] {
        assert_eq!(send(headers).status, 200, "{headers:?}");
    }
}

#[test]
fn a_body_may_be_as_long_as_the_limit() {
    let server = TestServer::toy();
    assert_eq!(server.client().post(body(262_144)).status, 200);
    assert_eq!(chunked(&mut server.client(), &body(262_144)).status, 200);
}

#[test]
fn a_longer_body_is_refused_by_its_announced_length_before_it_is_sent() {
    let server = TestServer::toy();
    for encoding in ["identity", "br", "gzip"] {
        let mut client = server.client();
        client.send(format!("POST /graphql HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nAccept-Encoding: {encoding}\r\nContent-Length: 262145\r\n\r\n"));
        let reply = client.reply();
        assert_eq!((reply.status, reply.header("connection").as_deref()), (413, Some("close")));
        assert!(client.is_closed());
    }
}

#[test]
fn a_longer_chunked_body_is_refused_where_it_passes_the_limit_and_the_connection_ends() {
    let server = TestServer::toy();
    let mut client = server.client();
    let reply = chunked(&mut client, &body(262_145));
    assert_eq!((reply.status, reply.code().as_str()), (413, "PAYLOAD_TOO_LARGE"));
    assert!(client.is_closed());
}

#[test]
fn a_chunked_body_without_end_is_cut_off() {
    let server = TestServer::toy();
    let mut client = server.client();
    client.send(
        "POST /graphql HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
    );
    let chunk = format!("3e8\r\n{}\r\n", "x".repeat(1000));
    while client.try_send(&chunk) {}
}

#[test]
fn a_slow_body_is_refused_after_its_deadline_and_the_connection_ends() {
    let server = TestServer::toy_with(|settings| settings.limits.body_timeout_ms = 50);
    for head in ["Content-Length: 100", "Transfer-Encoding: chunked"] {
        let mut client = server.client();
        client
            .send(format!("POST /graphql HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n{head}\r\n\r\n"));
        let reply = client.reply();
        assert_eq!((reply.status, reply.code().as_str()), (408, "REQUEST_TIMEOUT"), "{head}");
        assert!(client.is_closed());
    }
}

#[test]
fn five_megabytes_are_refused_on_every_way_in() {
    let server = TestServer::toy();
    let mut client = server.client();
    client.send(
        "POST /graphql HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nContent-Length: 5000000\r\n\r\n",
    );
    assert_eq!(client.reply().status, 413);
    assert_eq!(chunked(&mut server.client(), &body(5_000_000)).status, 413);
    client = server.client();
    client.send("PUT /graphql HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n");
    assert_eq!(client.reply().status, 405);
    assert!(client.is_closed());
}
