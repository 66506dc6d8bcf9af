//! A request's variables: judged, completed with their defaults, and handed to the executor.

use apollo_compiler::{
    Schema,
    executable::Operation,
    request::coerce_variable_values,
    response::{JsonMap, JsonValue},
    validation::Valid,
};
use async_graphql::{Name, Value, Variables};

use super::{
    input,
    refusal::{Reason, Refusal},
};
use crate::config::Limits;

/// The values of the operation's variables, defaults included; what was neither sent nor has a default is absent.
pub fn coerce(
    schema: &Valid<Schema>,
    limits: &Limits,
    operation: &Operation,
    sent: &JsonMap,
) -> Result<Valid<JsonMap>, Refusal> {
    for variable in &operation.variables {
        if let Some(value) = sent.get(variable.name.as_str()) {
            input::check_variable(schema, limits, &variable.ty, value)?;
        }
    }
    coerce_variable_values(schema, operation, sent)
        .map_err(|error| Refusal::new(Reason::Input, sentence(&error.message().to_string())))
}

/// The validator's words as a sentence.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).chain(['.']).collect()
}

/// The same values as the executor takes them.
pub fn executable(values: &JsonMap) -> Variables {
    let mut all = Variables::default();
    for (name, value) in values {
        all.insert(Name::new(name.as_str()), constant(value));
    }
    all
}

fn constant(value: &JsonValue) -> Value {
    match value {
        JsonValue::Null => Value::Null,
        JsonValue::Bool(given) => Value::Boolean(*given),
        JsonValue::Number(given) => Value::Number(given.clone()),
        JsonValue::String(given) => Value::String(given.as_str().to_owned()),
        JsonValue::Array(items) => Value::List(items.iter().map(constant).collect()),
        JsonValue::Object(fields) => {
            Value::Object(fields.iter().map(|(name, field)| (Name::new(name.as_str()), constant(field))).collect())
        }
    }
}
