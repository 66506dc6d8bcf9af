//! Rules for input values that the validator does not have: doubled fields, `@oneOf`, the length of lists, and texts that no
//! database can look for.

use apollo_compiler::{
    ExecutableDocument, Name, Schema,
    ast::{Type, Value},
    executable::Operation,
    response::JsonValue,
    schema::{ExtendedType, InputObjectType},
};

use super::refusal::{Reason, Refusal};
use crate::config::Limits;

/// Checks every literal of a document.
pub fn check_document(schema: &Schema, limits: &Limits, document: &ExecutableDocument) -> Result<(), Refusal> {
    for operation in document.operations.iter() {
        let rules = Rules { schema, limits };
        for variable in &operation.variables {
            if let Some(value) = &variable.default_value {
                rules.literal(&variable.ty, value, operation)?;
            }
        }
        for field in operation.all_fields(document) {
            for argument in &field.arguments {
                if let Some(definition) = field.definition.argument_by_name(&argument.name) {
                    rules.literal(&definition.ty, &argument.value, operation)?;
                }
            }
        }
    }
    Ok(())
}

/// Checks one variable as it was sent.
pub fn check_variable(schema: &Schema, limits: &Limits, ty: &Type, value: &JsonValue) -> Result<(), Refusal> {
    Rules { schema, limits }.json(ty, value)
}

struct Rules<'a> {
    schema: &'a Schema,
    limits: &'a Limits,
}

impl Rules<'_> {
    fn literal(&self, ty: &Type, value: &Value, operation: &Operation) -> Result<(), Refusal> {
        match value {
            Value::List(items) => {
                self.length(items.len())?;
                items.iter().try_for_each(|item| self.literal(ty.item_type(), item, operation))
            }
            Value::Object(fields) => {
                for (at, (name, _)) in fields.iter().enumerate() {
                    if fields.iter().take(at).any(|(earlier, _)| earlier == name) {
                        return Err(Refusal::new(Reason::Validation, format!("Input field {name} is given twice.")));
                    }
                }
                let Some(definition) = self.input(ty) else {
                    return fields.iter().try_for_each(|(_, field)| self.literal(ty, field, operation));
                };
                if fields.len() != 1 || fields.iter().any(|(_, field)| may_be_null(field, operation)) {
                    only_one(definition, Reason::Validation)?;
                }
                fields.iter().try_for_each(|(name, field)| match definition.fields.get(name) {
                    Some(of) => self.literal(&of.ty, field, operation),
                    None => Ok(()),
                })
            }
            Value::String(text) => storable(text),
            _ => Ok(()),
        }
    }

    fn json(&self, ty: &Type, value: &JsonValue) -> Result<(), Refusal> {
        match value {
            JsonValue::Array(items) => {
                self.length(items.len())?;
                items.iter().try_for_each(|item| self.json(ty.item_type(), item))
            }
            JsonValue::Object(fields) => {
                let Some(definition) = self.input(ty) else {
                    return fields.values().try_for_each(|field| self.json(ty, field));
                };
                if fields.len() != 1 || fields.values().any(JsonValue::is_null) {
                    only_one(definition, Reason::Input)?;
                }
                fields.iter().try_for_each(|(name, field)| match definition.fields.get(name.as_str()) {
                    Some(of) => self.json(&of.ty, field),
                    None => Ok(()),
                })
            }
            JsonValue::String(text) => storable(text.as_str()),
            _ => Ok(()),
        }
    }

    /// The input object that a value of this type is; none for a scalar that takes objects.
    fn input(&self, ty: &Type) -> Option<&InputObjectType> {
        match self.schema.types.get(ty.inner_named_type())? {
            ExtendedType::InputObject(definition) => Some(definition),
            _ => None,
        }
    }

    fn length(&self, items: usize) -> Result<(), Refusal> {
        let most = self.limits.max_list_items;
        Refusal::check(Reason::Input, "items in one list", items as u64, most, "max_list_items")
    }
}

/// `PostgreSQL` holds no NUL and refuses to look for one, whatever the field.
fn storable(text: &str) -> Result<(), Refusal> {
    if !text.contains('\0') {
        return Ok(());
    }
    Err(Refusal::new(Reason::Input, "A text here holds no NUL character (U+0000). Send the text without it."))
}

fn only_one(definition: &InputObjectType, reason: Reason) -> Result<(), Refusal> {
    if !definition.directives.has("oneOf") {
        return Ok(());
    }
    Err(Refusal::new(reason, format!("{} needs exactly one field, and not null.", definition.name)))
}

fn may_be_null(value: &Value, operation: &Operation) -> bool {
    let nullable =
        |name: &Name| operation.variables.iter().any(|variable| variable.name == *name && !variable.ty.is_non_null());
    value.is_null() || value.as_variable().is_some_and(nullable)
}
