//! Addresses that are too long, and bodies where none is read.

use crate::support::server::TestServer;

#[test]
fn an_address_may_be_as_long_as_the_limit_and_not_longer() {
    let server = TestServer::toy();
    let address = |length: usize| {
        let start = "/graphql?query=%7Bpage%7D&x=";
        format!("{start}{}", "x".repeat(length - start.len()))
    };
    assert_eq!(server.client().get(&address(8_192)).status, 200);
    let reply = server.client().get(&address(8_193));
    assert_eq!((reply.status, reply.code().as_str()), (414, "URI_TOO_LONG"));
    assert_eq!(server.client().get(&format!("/livez?{}", "x".repeat(8_193))).status, 414);
}

#[test]
fn a_body_without_end_is_refused_where_none_is_read() {
    let server = TestServer::toy();
    let lines =
        ["GET /graphql?query=%7Bpage%7D", "GET /livez", "POST /livez", "POST /nothing", "POST /playground", "PUT /"];
    let clients = lines.iter().flat_map(|line| {
        ["Transfer-Encoding: chunked", "Content-Length: 100"].map(|head| {
            let mut client = server.client();
            client.send(format!("{line} HTTP/1.1\r\nHost: test\r\n{head}\r\n\r\n"));
            (line, head, client)
        })
    });
    for (line, head, mut client) in clients.collect::<Vec<_>>() {
        let reply = client.reply();
        assert_eq!((reply.status, reply.code().as_str()), (400, "UNEXPECTED_BODY"), "{line} {head}");
        assert!(client.is_closed());
    }
    let empty = server.client().request("GET /livez", &["Content-Length: 0"], b"");
    assert_eq!(empty.status, 200);
}
