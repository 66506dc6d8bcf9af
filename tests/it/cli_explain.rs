//! `greenlight explain --case` and `greenlight model show`, as a script would use them.

use std::io::Write as _;
use std::process::Command;
use std::process::Output;
use std::process::Stdio;

use serde_json::Value;

const WORKED: &str = include_str!("../fixtures/renewal/worked.json");

fn greenlight(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_greenlight"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn answers(output: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn worked() -> Vec<Value> {
    serde_json::from_str(WORKED).unwrap()
}

#[test]
fn cases_are_answered_line_by_line_in_the_words_of_the_vectors() {
    let lines = worked().iter().map(Value::to_string).collect::<Vec<_>>().join("\n");
    let output = greenlight(&["explain", "--case", "-"], lines.as_bytes());
    let answers = answers(&output);
    assert!(output.status.success());
    assert_eq!(answers.len(), 8);
    for (answer, vector) in answers.iter().zip(worked()) {
        let expected = &vector["expected"];
        assert!((answer["probability"].as_f64().unwrap() - expected["probability"].as_f64().unwrap()).abs() < 1e-9);
        assert_eq!(answer["status"], expected["status"]);
        assert_eq!(
            answer.as_object().unwrap().keys().collect::<Vec<_>>(),
            expected.as_object().unwrap().keys().collect::<Vec<_>>()
        );
        let codes = |value: &Value| {
            value["items"].as_array().unwrap().iter().map(|item| item["code"].clone()).collect::<Vec<_>>()
        };
        assert_eq!(codes(answer), codes(expected));
    }
}

#[test]
fn a_bad_line_is_named_and_the_others_are_answered() {
    let case = worked()[0]["case"].to_string();
    let bad = case.replacen("0.95", "2", 1);
    let input = format!("{case}\n\n{bad}\n{}\n{case}", &case[..100]);
    let output = greenlight(&["explain", "--case", "-"], input.as_bytes());
    let answers = answers(&output);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(answers.len(), 5);
    assert_eq!(answers[0], answers[4]);
    let named: Vec<_> = answers[1..4]
        .iter()
        .map(|answer| (answer["error"]["line"].clone(), answer["error"]["field"].clone()))
        .collect();
    assert_eq!(named, [(2.into(), "case".into()), (3.into(), "claims[0].fidelity".into()), (4.into(), "case".into())]);
    assert_eq!(answers[2]["error"]["message"], "a fidelity is a number from 0.5 to 1, not 2");
}

#[test]
fn bytes_that_are_no_text_are_a_bad_line() {
    let output = greenlight(&["explain", "--case", "-"], b"\xff\xfe\n");
    assert_eq!(answers(&output)[0]["error"]["message"], "the line is not UTF-8 text");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_file_that_is_not_there_is_said_so() {
    let output = greenlight(&["explain", "--case", "no/such/file"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("no/such/file cannot be opened"));
}

#[test]
fn the_model_shows_its_parameters() {
    let output = greenlight(&["model", "show"], b"");
    let shown: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&shown["version"], &shown["vote"]["cap"]), (&"rc-1".into(), &1.8.into()));
}
