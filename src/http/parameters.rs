//! The parameters of a GraphQL request, from a body or from an address.

use actix_web::web::Query;
use apollo_compiler::response::JsonMap;
use serde::Deserialize;
use serde_json::{Map, Value};

/// The parameters of one operation.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Parameters {
    /// The document.
    pub query: String,
    /// Which of its operations.
    #[serde(default)]
    pub operation_name: Option<String>,
    /// Values of its variables.
    #[serde(default)]
    pub variables: Option<JsonMap>,
    /// Anything else; not used.
    #[serde(default)]
    pub extensions: Option<JsonMap>,
}

/// One operation or several.
#[derive(Debug)]
pub enum Body {
    /// A JSON object.
    Single(Parameters),
    /// A JSON list.
    Batch(Vec<Parameters>),
}

impl Body {
    /// Reads a body; the error says which parameter is malformed.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
        let read = match first {
            Some(b'[') => serde_json::from_slice(bytes).map(Self::Batch),
            _ => serde_json::from_slice(bytes).map(Self::Single),
        };
        read.map_err(|error| explain(bytes, &error))
    }
}

impl Parameters {
    /// Reads the query string of an address; none when it has no document.
    pub fn of_address(text: &str) -> Result<Option<Self>, String> {
        let Ok(Query(pairs)) = Query::<Vec<(String, String)>>::from_query(text) else {
            return Err("The address is not URL-encoded.".to_owned());
        };
        if pairs.iter().any(|(_, value)| value.contains(char::REPLACEMENT_CHARACTER)) && !text.contains(REPLACEMENT) {
            return Err("The address is not UTF-8.".to_owned());
        }
        let find = |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        let Some(query) = find("query") else { return Ok(None) };
        Ok(Some(Self {
            query: query.to_owned(),
            operation_name: find("operationName").map(str::to_owned),
            variables: object("variables", find("variables"))?,
            extensions: object("extensions", find("extensions"))?,
        }))
    }
}

/// What decoding puts in place of bytes that are not UTF-8, as an address writes it when it is meant.
const REPLACEMENT: &str = "%EF%BF%BD";

fn object(name: &str, text: Option<&str>) -> Result<Option<JsonMap>, String> {
    let Some(text) = text.filter(|text| !text.is_empty()) else { return Ok(None) };
    serde_json::from_str(text).map_err(|_| format!("{name} must be a JSON object."))
}

/// Says what is wrong with a body that could not be read.
fn explain(bytes: &[u8], error: &serde_json::Error) -> String {
    if std::str::from_utf8(bytes).is_err() {
        return "The body is not UTF-8.".to_owned();
    }
    let twice = || "A parameter is given twice.".to_owned();
    match serde_json::from_slice(bytes) {
        Err(_) if bytes.is_empty() => "The body is empty: send a JSON object with query.".to_owned(),
        Err(_) => format!("The body is not valid JSON: line {}, column {}.", error.line(), error.column()),
        Ok(Value::Object(given)) => malformed(&given).map_or_else(twice, str::to_owned),
        Ok(Value::Array(items)) => items
            .iter()
            .enumerate()
            .find_map(|(at, item)| match item {
                Value::Object(given) => malformed(given).map(|what| format!("Operation {at}: {what}")),
                _ => Some(format!("Operation {at}: it must be a JSON object.")),
            })
            .unwrap_or_else(twice),
        Ok(_) => "The body must be a JSON object, or a list of them.".to_owned(),
    }
}

fn malformed(given: &Map<String, Value>) -> Option<&'static str> {
    let wrong = |name: &str, fits: fn(&Value) -> bool| given.get(name).is_some_and(|value| !fits(value));
    let text = |value: &Value| value.is_string() || value.is_null();
    let map = |value: &Value| value.is_object() || value.is_null();
    if !given.contains_key("query") {
        Some("query is missing: send the document as a string.")
    } else if wrong("query", Value::is_string) {
        Some("query must be a string.")
    } else if wrong("operationName", text) {
        Some("operationName must be a string.")
    } else if wrong("variables", map) {
        Some("variables must be a JSON object.")
    } else if wrong("extensions", map) {
        Some("extensions must be a JSON object.")
    } else {
        None
    }
}
