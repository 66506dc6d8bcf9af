//! Why a document does not pass.

use apollo_compiler::{parser::LineColumn, validation::DiagnosticList};
use serde::Serialize;

/// A document, operation or set of variables that does not pass.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason:?}: {faults:?}")]
pub struct Refusal {
    /// Which rule it broke.
    pub reason: Reason,
    /// What is wrong, at least one fault, in the order of the document.
    pub faults: Vec<Fault>,
}

/// Which rule a refused document broke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is not GraphQL.
    Parse,
    /// It asks for what the schema does not have.
    Validation,
    /// The request does not say which operation it means.
    Operation,
    /// A variable's value, or the length of a list.
    Input,
    /// Fields inside fields.
    Deep,
    /// Too many tokens, aliases, directives, root fields, objects or fields.
    Complex,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong and what to do, English.
    pub message: String,
    /// Where in the document; empty where no place is to blame.
    pub locations: Vec<Location>,
}

/// A place in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Location {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl From<LineColumn> for Location {
    fn from(place: LineColumn) -> Self {
        Self { line: place.line, column: place.column }
    }
}

/// The longest message that quotes a document, in characters.
const LONGEST: usize = 500;

impl Refusal {
    /// One fault without a place.
    pub(super) fn new(reason: Reason, message: impl Into<String>) -> Self {
        Self { reason, faults: vec![Fault { message: shortened(message.into()), locations: Vec::new() }] }
    }

    /// One fault at a place.
    pub(super) fn at(reason: Reason, message: impl Into<String>, place: Option<LineColumn>) -> Self {
        let locations = place.into_iter().map(Location::from).collect();
        Self { reason, faults: vec![Fault { message: shortened(message.into()), locations }] }
    }

    /// What the validator says, at most `most` faults.
    pub(super) fn diagnosed(reason: Reason, found: &DiagnosticList, most: u32) -> Self {
        let faults = found.iter().take(most as usize).map(|one| {
            let error = one.to_json();
            let locations = error.locations.into_iter().map(Location::from).collect();
            Fault { message: shortened(error.message), locations }
        });
        Self { reason, faults: faults.collect() }
    }

    /// Refuses more than a limit allows: `limit` is its code, `what` its plural.
    pub(super) fn check(reason: Reason, what: &str, found: u64, most: u32, limit: &str) -> Result<(), Self> {
        if found <= u64::from(most) { Ok(()) } else { Err(Self::above(reason, what, found, most, limit)) }
    }

    fn above(reason: Reason, what: &str, found: u64, most: u32, limit: &str) -> Self {
        let found = if found == u64::MAX { "more than can be counted".to_owned() } else { found.to_string() };
        Self::new(reason, format!("Too many {what}: {found}, and at most {most} are allowed ({limit}). Ask for less."))
    }
}

/// A quoted value may be as long as a body.
fn shortened(mut message: String) -> String {
    if let Some((end, _)) = message.char_indices().nth(LONGEST) {
        message.truncate(end);
        message.push('…');
    }
    message
}
