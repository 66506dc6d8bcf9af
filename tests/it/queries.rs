//! Every document under `tests/queries`: the same answer on both databases, with the statements that it took.
//!
//! A document is `<type>/<field>.graphql`; a line `# variables: {…}` gives it variables, a line `# at most 6 statements` a
//! bound. Its snapshot beside it holds the answer and the statements, so that a lost batch is a red difference; where the answer moves from
//! day to day, a line `# only its statements` leaves it out.

use std::fs;
use std::path::{Path, PathBuf};

use greenlight::pages::questions;
use serde_json::json;

use crate::support::ask::Answer;
use crate::support::world::{With, on_both};

fn files(of_kind: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/queries")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == of_kind) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

#[test]
fn every_document_is_answered_alike_on_both_databases() {
    on_both(With::Starter, async |world| {
        for path in files("graphql") {
            let document = fs::read_to_string(&path).unwrap();
            let variables = document.lines().find_map(|line| line.strip_prefix("# variables: "));
            let variables = variables.map_or_else(|| json!({}), |text| serde_json::from_str(text).unwrap());
            let answer = world.ask(&document, variables).await;
            answer.data();
            assert_eq!(answer.unplanned, 0, "{} asks for something that no plan foresaw", path.display());
            if let Some(most) = bound(&document) {
                assert!(answer.statements.len() <= most, "{}: {:#?}", path.display(), answer.statements);
            }
            snapshot(&path, &answer, document.lines().any(|line| line == "# only its statements"));
        }
    });
}

#[test]
fn every_snapshot_belongs_to_a_document() {
    let orphans: Vec<_> = files("snap").into_iter().filter(|path| !path.with_extension("graphql").exists()).collect();
    assert!(orphans.is_empty(), "snapshots of documents that are gone: {orphans:?}");
}

#[test]
fn every_saved_question_has_an_answer() {
    on_both(With::Starter, async |world| {
        for question in questions::all() {
            let answer = world.ask(&question.document, json!({})).await;
            let root = answer.data().as_object().unwrap().values().next().unwrap();
            assert!(!root.is_null(), "{} has no answer", question.slug);
            assert_eq!(answer.unplanned, 0, "{} asks for something that no plan foresaw", question.slug);
        }
    });
}

/// The bound that a document sets on its statements.
fn bound(document: &str) -> Option<usize> {
    let line = document.lines().find_map(|line| line.strip_prefix("# at most "))?;
    line.strip_suffix(" statements").unwrap().parse().ok()
}

fn snapshot(path: &Path, answer: &Answer, only_statements: bool) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(path.parent().unwrap());
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let statements = answer.statements.join("\n");
    let answered = if only_statements { String::new() } else { format!("{:#}\n\n", answer.json["data"]) };
    let shown = format!("{answered}{} statements\n{statements}\n", answer.statements.len());
    settings.bind(|| insta::assert_snapshot!(path.file_stem().unwrap().to_str().unwrap(), shown));
}
