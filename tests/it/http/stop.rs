//! Start and stop.

use std::{net::TcpStream, thread, time::Duration};

use crate::support::{
    client::Client,
    program::{Program, greenlight},
    server::{TestServer, settings},
    toy,
};

#[test]
fn an_answer_under_way_is_finished_when_the_server_stops() {
    let (schema, running, go) = toy::held();
    let sdl = schema.sdl();
    let mut server = TestServer::start(&settings(), schema, sdl);
    let address = server.address;
    let asking = thread::spawn(move || Client::new(address).query("{held}"));
    running.recv().unwrap();
    server.tell_to_stop();
    while TcpStream::connect(address).is_ok() {
        thread::sleep(Duration::from_millis(5));
    }
    go.add_permits(1);
    assert_eq!(asking.join().unwrap().text(), r#"{"data":{"held":1}}"#);
    server.join();
}

#[test]
fn an_answer_that_never_comes_does_not_keep_the_server() {
    let (schema, running, _go) = toy::held();
    let sdl = schema.sdl();
    let mut settings = settings();
    settings.limits.drain_timeout_ms = 1;
    let mut server = TestServer::start(&settings, schema, sdl);
    let mut client = server.client();
    client.send("GET /graphql?query=%7Bheld%7D HTTP/1.1\r\nHost: test\r\n\r\n");
    running.recv().unwrap();
    server.tell_to_stop();
    server.join();
}

#[test]
fn sigterm_ends_the_program_with_success() {
    let mut program = Program::start(&["--drain-delay-ms", "0"]);
    assert_eq!(Client::new(program.address).query("{__typename}").text(), r#"{"data":{"__typename":"Query"}}"#);
    program.signal("TERM");
    let (status, log) = program.end();
    assert!(status.success(), "{status} {log}");
}

#[test]
fn a_program_told_to_stop_is_not_ready_but_answers_and_a_second_signal_ends_it() {
    let mut program = Program::start(&["--drain-delay-ms", "600000"]);
    let mut client = Client::new(program.address);
    assert_eq!(client.get("/readyz").status, 200);
    program.signal("INT");
    let stopping = loop {
        let reply = client.get("/readyz");
        if reply.status != 200 {
            break reply;
        }
    };
    assert_eq!((stopping.status, stopping.text()), (503, r#"{"status":"stopping"}"#));
    assert_eq!(client.query("{__typename}").status, 200);
    program.signal("TERM");
    assert_eq!(program.end().0.code(), Some(130));
}

#[test]
fn a_port_in_use_is_one_line_and_a_failure() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let folder = tempfile::tempdir().unwrap();
    let output = greenlight(&folder).args(["serve", "--port", &port]).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.starts_with(&format!("greenlight: cannot listen on 127.0.0.1:{port}")), "{said}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "nothing was made");
}

#[test]
fn wrong_settings_are_one_line_and_a_failure() {
    for (arguments, word) in [
        (["--database-url", "mysql://x"], "DATABASE_URL"),
        (["--log", "a=b=c"], "RUST_LOG"),
        (["--host", "not a host"], "not a host"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let output = greenlight(&folder).args(["--port", "0"]).args(arguments).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.lines().count() == 1 && said.contains(word), "{said}");
    }
}

#[test]
fn settings_come_from_the_folders_env_file_and_a_flag_wins() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(".env"), format!("PORT={port}\nHOST=not.a.host\n")).unwrap();
    let output = greenlight(&folder).args(["--host", "127.0.0.1"]).output().unwrap();
    assert!(String::from_utf8(output.stderr).unwrap().contains(&format!("127.0.0.1:{port}")));
    std::fs::write(folder.path().join(".env"), "PORT\n").unwrap();
    let output = greenlight(&folder).output().unwrap();
    assert!(String::from_utf8(output.stderr).unwrap().contains(".env"));
}

#[test]
fn the_schema_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    let output = greenlight(&folder).arg("schema").output().unwrap();
    assert!(output.status.success());
    assert!(String::from_utf8(output.stdout).unwrap().contains("type Query"));
}
