//! Whether the process lives and is ready.

use serde_json::json;

use crate::support::server::TestServer;

#[test]
fn a_server_with_its_database_is_alive_and_ready() {
    let server = TestServer::toy();
    assert_eq!(server.client().get("/livez").json(), json!({"status": "alive"}));
    for path in ["/livez", "/readyz", "/schema.graphql"] {
        assert_eq!(server.client().status_of(&format!("HEAD {path}")), 200, "{path}");
    }
    let ready = server.client().get("/readyz");
    assert_eq!((ready.status, ready.json()), (200, json!({"status": "ready", "database": "reachable"})));
}

#[test]
fn a_server_without_its_database_is_alive_and_not_ready() {
    let server = TestServer::toy_with(|settings| settings.database_url = "sqlite:///nowhere/at/all.db".to_owned());
    assert_eq!(server.client().get("/livez").status, 200);
    let ready = server.client().get("/readyz");
    assert_eq!((ready.status, ready.json()), (503, json!({"status": "not ready", "database": "unreachable"})));
    assert!(!ready.text().contains("nowhere"));
}
