//! The answer to one operation, and the two families of errors.

use actix_web::http::StatusCode;
use async_graphql::{ErrorExtensionValues, PathSegment, Response, ServerError, Value};
use serde::Serialize;

use super::code::{Code, Stage};
use crate::gate::{Location, Refusal};

/// The answer to one operation; keys in the order in which they were asked.
#[derive(Debug, Serialize)]
pub struct Answer {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Fault>,
    /// None when nothing was executed: then the key is absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<Value>,
    #[serde(skip)]
    code: Option<Code>,
}

/// One error of an answer.
#[derive(Debug, Serialize)]
pub struct Fault {
    message: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    path: Vec<PathSegment>,
    extensions: ErrorExtensionValues,
}

impl Answer {
    /// Nothing was executed, for this reason.
    pub fn failed(code: Code, request_id: &str) -> Self {
        Self::refused(code, code.sentence(), request_id)
    }

    /// Nothing was executed, for this reason, in better words than the code's own.
    pub fn refused(code: Code, message: impl Into<String>, request_id: &str) -> Self {
        let fault = Fault {
            message: message.into(),
            locations: Vec::new(),
            path: Vec::new(),
            extensions: extensions(code, request_id),
        };
        Self { errors: vec![fault], data: None, code: Some(code) }
    }

    /// The gate did not let the operation pass.
    pub fn not_admitted(refusal: Refusal, request_id: &str) -> Self {
        let code = Code::from(refusal.reason);
        let fault = |fault: crate::gate::Fault| Fault {
            message: fault.message,
            locations: fault.locations,
            path: Vec::new(),
            extensions: extensions(code, request_id),
        };
        Self { errors: refusal.faults.into_iter().map(fault).collect(), data: None, code: Some(code) }
    }

    /// The operation ran; at most `most` of its errors are told.
    pub fn executed(response: Response, most: u32, request_id: &str) -> Self {
        let errors = response.errors.into_iter().take(most as usize);
        Self {
            errors: errors.map(|error| Fault::of_resolver(error, request_id)).collect(),
            data: Some(response.data),
            code: None,
        }
    }

    /// The status of this answer alone; `strict` for `application/graphql-response+json`.
    pub fn status(&self, strict: bool) -> StatusCode {
        match self.code {
            Some(code) if strict || code.stage() == Stage::Transport => code.status(),
            _ => StatusCode::OK,
        }
    }
}

impl Fault {
    /// A client's error keeps its words; of anything else only the request id leaves, and the log has the rest.
    fn of_resolver(error: ServerError, request_id: &str) -> Self {
        let code = code_of(&error);
        let message = if code.is_for_client() {
            error.message
        } else {
            tracing::error!(request_id, path = ?error.path, error = error.message, "a resolver failed");
            code.sentence().to_owned()
        };
        let extensions = match error.extensions {
            Some(mut given) if code.is_for_client() => {
                given.set("code", code.name());
                given
            }
            _ => extensions(code, request_id),
        };
        let locations = error.locations.into_iter().map(|at| Location { line: at.line, column: at.column });
        Self { message, locations: locations.collect(), path: error.path, extensions }
    }
}

/// The executor's own words for a literal or variable that a scalar refuses: it gives them no code.
const REFUSED_VALUES: &[&str] = &["Failed to parse ", "Invalid value for argument "];

fn code_of(error: &ServerError) -> Code {
    match error.extensions.as_ref().and_then(|values| values.get("code")) {
        Some(Value::String(name)) => Code::named(name).unwrap_or(Code::InternalServerError),
        None if error.source.is_none() && REFUSED_VALUES.iter().any(|words| error.message.starts_with(words)) => {
            Code::BadUserInput
        }
        _ => Code::InternalServerError,
    }
}

/// The request id goes with what only the log explains.
fn extensions(code: Code, request_id: &str) -> ErrorExtensionValues {
    let mut values = ErrorExtensionValues::default();
    values.set("code", code.name());
    if !code.is_for_client() {
        values.set("requestId", request_id);
    }
    values
}
