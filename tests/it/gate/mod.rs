//! What stands before execution, tested on a toy schema.

mod input;
mod limits;
mod shape;
mod validation;
mod variables;

use apollo_compiler::response::JsonMap;
use greenlight::{
    config::Limits,
    gate::{Admitted, Gate, Reason, Refusal},
};
use serde_json::Value;

use crate::support::toy;

fn judge(limits: &Limits, query: &str, variables: &Value) -> Result<Admitted, Refusal> {
    let gate = Gate::new(&toy::schema().sdl(), limits.clone()).unwrap();
    let variables: JsonMap = serde_json::from_str(&variables.to_string()).unwrap();
    gate.admit(&gate.plan(query)?, None, &variables)
}

/// Why a document is refused under the default limits.
fn reason(query: &str) -> Option<Reason> {
    reason_with(query, &serde_json::json!({}))
}

fn reason_with(query: &str, variables: &Value) -> Option<Reason> {
    judge(&Limits::default(), query, variables).err().map(|refusal| refusal.reason)
}
