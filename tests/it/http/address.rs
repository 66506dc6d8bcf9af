//! The length of an address.

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
