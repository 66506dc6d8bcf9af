//! An omitted variable is not null.
//!
//! async-graphql gives null for a variable that was not sent, so an argument's own default never applies. The
//! specification takes the argument as not given: so it is removed here, before execution.

use apollo_compiler::{executable::Operation, response::JsonMap};
use async_graphql::{
    Name, Positioned,
    parser::types::{DocumentOperations, ExecutableDocument, Selection, SelectionSet},
};
use async_graphql_value::Value;

/// The document without arguments and input fields that are variables without a value; such an item of a list is null.
pub fn without(document: &ExecutableDocument, operation: &Operation, values: &JsonMap) -> ExecutableDocument {
    let mut document = document.clone();
    if operation.variables.iter().all(|variable| values.contains_key(variable.name.as_str())) {
        return document;
    }
    let absent = |name: &Name| !values.contains_key(name.as_str());
    for fragment in document.fragments.values_mut() {
        clean_set(&mut fragment.node.selection_set.node, &absent);
    }
    match &mut document.operations {
        DocumentOperations::Single(one) => clean_set(&mut one.node.selection_set.node, &absent),
        DocumentOperations::Multiple(all) => {
            for one in all.values_mut() {
                clean_set(&mut one.node.selection_set.node, &absent);
            }
        }
    }
    document
}

fn clean_set(set: &mut SelectionSet, absent: &impl Fn(&Name) -> bool) {
    for selection in &mut set.items {
        match &mut selection.node {
            Selection::Field(field) => {
                clean_arguments(&mut field.node.arguments, absent);
                clean_set(&mut field.node.selection_set.node, absent);
            }
            Selection::InlineFragment(fragment) => clean_set(&mut fragment.node.selection_set.node, absent),
            Selection::FragmentSpread(_) => {}
        }
    }
}

fn clean_arguments(arguments: &mut Vec<(Positioned<Name>, Positioned<Value>)>, absent: &impl Fn(&Name) -> bool) {
    arguments.retain(|(_, value)| !is_absent(&value.node, absent));
    for (_, value) in arguments {
        clean(&mut value.node, absent);
    }
}

fn clean(value: &mut Value, absent: &impl Fn(&Name) -> bool) {
    match value {
        Value::Object(fields) => {
            fields.retain(|_, field| !is_absent(field, absent));
            for field in fields.values_mut() {
                clean(field, absent);
            }
        }
        Value::List(items) => {
            for item in items {
                if is_absent(item, absent) {
                    *item = Value::Null;
                }
                clean(item, absent);
            }
        }
        _ => {}
    }
}

fn is_absent(value: &Value, absent: &impl Fn(&Name) -> bool) -> bool {
    matches!(value, Value::Variable(name) if absent(name))
}
