//! The commands as a shell runs them.

use std::fs;
use std::io::Write as _;
use std::process::{Output, Stdio};
use std::thread;

use tempfile::TempDir;

use crate::support::program::greenlight;

/// Runs a command to its end.
fn run(folder: &TempDir, arguments: &[&str]) -> Output {
    greenlight(folder).args(arguments).output().unwrap()
}

/// What a command that must work prints.
fn printed(folder: &TempDir, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What a command that must fail says.
fn complaint(folder: &TempDir, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn migrations_are_applied_listed_and_taken_back() {
    let folder = TempDir::new().unwrap();
    assert!(printed(&folder, &["migrate", "status"]).lines().all(|line| line.starts_with("pending m")));
    assert_eq!(printed(&folder, &["migrate", "up"]), "17 migrations applied\n");
    assert!(printed(&folder, &["migrate", "status"]).lines().all(|line| line.starts_with("applied m")));
    assert_eq!(printed(&folder, &["migrate", "down", "--steps", "2"]), "2 migrations taken back\n");
    assert_eq!(printed(&folder, &["migrate", "up"]), "2 migrations applied\n");
}

#[test]
fn what_one_server_exports_another_imports() {
    let (first, second) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    fs::write(first.path().join("rows.jsonl"), "{\"platform\":{\"id\":1,\"slug\":\"tvn\",\"name\":\"tvN\"}}\n")
        .unwrap();
    assert_eq!(printed(&first, &["import", "jsonl", "rows.jsonl"]), "1 rows read: 1 new, 0 changed, 0 unchanged\n");
    let lines = printed(&first, &["export"]);
    let mut reader = greenlight(&second)
        .args(["import", "jsonl", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    reader.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    assert!(reader.wait_with_output().unwrap().status.success());
    assert_eq!(printed(&second, &["export", "-"]), lines);
}

#[test]
fn a_wrong_line_is_one_line_of_complaint() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("rows.jsonl"), "\n{\"platform\":{\"id\":1,\"slug\":\"tvn\"}}\n").unwrap();
    let said = complaint(&folder, &["import", "jsonl", "rows.jsonl"]);
    assert_eq!(said, "greenlight: rows.jsonl, line 2, field name: missing; nothing was imported\n");
}

#[test]
fn an_import_that_is_killed_leaves_nothing() {
    let folder = TempDir::new().unwrap();
    printed(&folder, &["migrate", "up"]);
    let mut import = greenlight(&folder).args(["import", "jsonl", "-"]).stdin(Stdio::piped()).spawn().unwrap();
    let mut lines = import.stdin.take().unwrap();
    // More than a pipe holds, so that the last of them shows that the first are being imported.
    for id in 1..=20_000 {
        writeln!(lines, "{{\"platform\":{{\"id\":{id},\"slug\":\"p{id}\",\"name\":\"P\"}}}}").unwrap();
    }
    import.kill().unwrap();
    import.wait().unwrap();
    drop(lines);
    assert_eq!(printed(&folder, &["export"]), "");
    assert!(printed(&folder, &["doctor"]).contains("references    whole"));
}

#[test]
fn the_doctor_fails_when_something_is_ill() {
    let folder = TempDir::new().unwrap();
    assert!(complaint(&folder, &["doctor"]).contains("1 of "));
    assert!(fs::read_dir(&folder).unwrap().next().is_none(), "the doctor left something");
    printed(&folder, &["migrate", "up"]);
    assert!(printed(&folder, &["doctor", "--repair"]).contains("0 names put into the search index"));
}

#[test]
fn several_servers_may_start_at_once() {
    let folder = TempDir::new().unwrap();
    let starts: Vec<_> =
        (0..3).map(|_| greenlight(&folder).args(["migrate", "up"]).stdout(Stdio::piped()).spawn().unwrap()).collect();
    let ends = starts.into_iter().map(|start| thread::spawn(|| start.wait_with_output().unwrap()));
    let mut said: Vec<_> = ends.map(|end| String::from_utf8(end.join().unwrap().stdout).unwrap()).collect();
    said.sort();
    assert_eq!(said, ["0 migrations applied\n", "0 migrations applied\n", "17 migrations applied\n"]);
}
