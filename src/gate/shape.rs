//! Gives an answer the shape that its operation asked for.
//!
//! async-graphql writes keys in the order in which resolvers finish, and leaves the key of a failed field out. The
//! specification wants the order of the question, null for a failed field, and where null is not allowed, null for
//! the nearest parent that may be null. An answer that is in order already is only looked at.

use std::sync::Arc;

use apollo_compiler::{
    Name,
    ast::{DirectiveList, Type, Value as Literal},
    executable::{Selection, SelectionSet},
    response::JsonMap,
};
use async_graphql::{PathSegment, Response, Value};
use indexmap::IndexMap;

use super::plan::Plan;

type Object = IndexMap<async_graphql::Name, Value>;

/// The shape of one operation's answer.
#[derive(Debug)]
pub struct Shape {
    pub(super) plan: Arc<Plan>,
    pub(super) operation: Option<Name>,
    pub(super) variables: JsonMap,
}

/// One key of an object: the type of its field and what is asked below it.
struct Entry<'a> {
    key: &'a Name,
    ty: &'a Type,
    below: Vec<&'a SelectionSet>,
}

impl Shape {
    /// Puts nulls where fields failed, and keys in the order of the question.
    pub fn give(&self, response: &mut Response) {
        let Ok(operation) = self.plan.operation(self.operation.as_ref().map(Name::as_str)) else { return };
        if response.errors.is_empty() && response.data == Value::Null {
            response.data = Value::Object(Object::new());
        }
        for error in &response.errors {
            restore(&mut response.data, &error.path);
        }
        for error in response.errors.iter().filter(|error| !error.path.is_empty()) {
            self.null_at(&mut response.data, &error.path, &[&operation.selection_set], None);
        }
        self.arrange(&[&operation.selection_set], objects(&mut response.data));
    }

    /// Puts null at the end of `path`; false when null is not allowed for `value` and it became so.
    fn null_at(&self, value: &mut Value, path: &[PathSegment], sets: &[&SelectionSet], ty: Option<&Type>) -> bool {
        let stands = match (path, &mut *value) {
            ([PathSegment::Field(key), rest @ ..], Value::Object(fields)) => {
                match self.entries(sets).iter().find(|entry| entry.key.as_str() == key) {
                    Some(entry) => {
                        let field = fields.entry(async_graphql::Name::new(key)).or_insert(Value::Null);
                        self.null_at(field, rest, &entry.below, Some(entry.ty))
                    }
                    None => true,
                }
            }
            ([PathSegment::Index(at), rest @ ..], Value::List(items)) => {
                items.get_mut(*at).is_none_or(|item| self.null_at(item, rest, sets, ty.map(Type::item_type)))
            }
            _ => false,
        };
        if !stands {
            *value = Value::Null;
        }
        stands || ty.is_some_and(|ty| !ty.is_non_null())
    }

    /// Puts the keys of all `objects` of one selection in order, then those below them.
    fn arrange(&self, sets: &[&SelectionSet], mut objects: Vec<&mut Object>) {
        if objects.is_empty() {
            return;
        }
        let entries = self.entries(sets);
        for object in &mut objects {
            if !is_in_order(object, &entries) {
                let mut loose = std::mem::take(*object);
                object.extend(entries.iter().filter_map(|entry| loose.swap_remove_entry(entry.key.as_str())));
            }
        }
        for entry in entries.iter().filter(|entry| !entry.below.is_empty()) {
            let fields = objects.iter_mut().filter_map(|object| object.get_mut(entry.key.as_str()));
            self.arrange(&entry.below, fields.flat_map(self::objects).collect());
        }
    }

    /// The keys of a selection in their order, whatever the object's type: those of other types are not there.
    fn entries<'a>(&'a self, sets: &[&'a SelectionSet]) -> Vec<Entry<'a>> {
        let mut entries = IndexMap::new();
        for set in sets {
            self.collect(set, &mut entries);
        }
        entries.into_values().collect()
    }

    fn collect<'a>(&'a self, set: &'a SelectionSet, entries: &mut IndexMap<&'a Name, Entry<'a>>) {
        for selection in set.selections.iter().filter(|selection| self.is_included(selection.directives())) {
            match selection {
                Selection::Field(field) => {
                    let new = || Entry { key: field.response_key(), ty: field.ty(), below: Vec::new() };
                    let entry = entries.entry(field.response_key()).or_insert_with(new);
                    if !field.selection_set.is_empty() {
                        entry.below.push(&field.selection_set);
                    }
                }
                Selection::InlineFragment(fragment) => self.collect(&fragment.selection_set, entries),
                Selection::FragmentSpread(spread) => {
                    if let Some(fragment) = self.plan.document.fragments.get(&spread.fragment_name) {
                        self.collect(&fragment.selection_set, entries);
                    }
                }
            }
        }
    }

    fn is_included(&self, directives: &DirectiveList) -> bool {
        let holds = |name| {
            let condition = directives.get(name)?.specified_argument_by_name("if")?;
            match &**condition {
                Literal::Boolean(value) => Some(*value),
                Literal::Variable(variable) => self.variables.get(variable.as_str())?.as_bool(),
                _ => None,
            }
        };
        holds("include") != Some(false) && holds("skip") != Some(true)
    }
}

/// An object whose fields all failed is null in the executor's answer: an error below it says that it was one.
fn restore(value: &mut Value, path: &[PathSegment]) {
    match (path, &mut *value) {
        ([PathSegment::Field(_), ..], Value::Null) => *value = Value::Object(Object::new()),
        ([PathSegment::Field(key), rest @ ..], Value::Object(fields)) => {
            if let Some(field) = fields.get_mut(key.as_str()) {
                restore(field, rest);
            }
        }
        ([PathSegment::Index(at), rest @ ..], Value::List(items)) => {
            if let Some(item) = items.get_mut(*at) {
                restore(item, rest);
            }
        }
        _ => {}
    }
}

/// The objects in a value: itself, or those of its lists.
fn objects(value: &mut Value) -> Vec<&mut Object> {
    match value {
        Value::Object(fields) => vec![fields],
        Value::List(items) => items.iter_mut().flat_map(objects).collect(),
        _ => Vec::new(),
    }
}

fn is_in_order(object: &Object, entries: &[Entry<'_>]) -> bool {
    let mut wanted = entries.iter();
    object.keys().all(|key| wanted.any(|entry| entry.key.as_str() == key.as_str()))
}
