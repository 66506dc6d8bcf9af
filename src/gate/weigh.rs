//! How much an operation may return, before it runs.
//!
//! Each fragment is weighed once and remembered, and the arithmetic saturates, so a document of fragments that
//! double per level costs work linear in its tokens. A connection's weight is a line, `fixed + items × per_item`:
//! that way a fragment on a connection has one weight whatever the page size at each of its spreads.

use std::collections::HashMap;

use apollo_compiler::{
    ExecutableDocument, Name,
    ast::Value,
    executable::{Field, Fragment, Operation, Selection, SelectionSet},
    response::JsonMap,
};

use super::refusal::{Reason, Refusal};
use crate::config::Limits;

/// Items of a page when the request names no size.
const DEFAULT_PAGE: u64 = 20;
/// Items of a list that cannot be paged.
const PLAIN_LIST: u64 = 3;
/// Levels of selection sets and spreads that are descended into; the parsers stop at as many.
const NESTING: u32 = 64;
/// Fields that cost more than the object they return, in points.
const DEAR: &[(&str, &str, u64)] = &[
    ("Query", "search", 10),
    ("Show", "renewalConfidence", 5),
    ("RenewalOutlook", "confidence", 5),
    ("RenewalOutlook", "change", 10),
    ("Show", "renewalHistory", 50),
    ("RenewalOutlook", "history", 50),
];
/// Fields of the schema's own description that hold lists of its members.
const INTROSPECTION_LISTS: &[&str] = &["fields", "interfaces", "possibleTypes", "inputFields"];

/// How much an operation may return.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Price in points: objects, and more for dear fields.
    pub points: u64,
    /// Fields, leaves included.
    pub fields: u64,
}

impl Size {
    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        let points = self.points.saturating_add(other.points);
        Self { points, fields: self.fields.saturating_add(other.fields) }
    }

    fn times(self, items: u64) -> Self {
        Self { points: self.points.saturating_mul(items), fields: self.fields.saturating_mul(items) }
    }

    /// Refuses what is above the limits.
    pub(super) fn check(self, limits: &Limits) -> Result<(), Refusal> {
        Refusal::check(Reason::Complex, "points", self.points, limits.max_cost, "max_cost")?;
        Refusal::check(Reason::Complex, "fields", self.fields, limits.max_fields, "max_fields")
    }
}

/// The weight of a selection set or an operation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    fixed: Size,
    per_item: Size,
    /// Levels of fields.
    depth: u32,
    /// Levels of fields, fragments and spreads.
    nesting: u32,
    /// Levels of lists in the schema's own description.
    introspection: u32,
    /// Fields of the first level.
    roots: u64,
}

impl Weight {
    /// Weighs `operation` with its variables, defaults included.
    pub fn of(document: &ExecutableDocument, operation: &Operation, variables: &JsonMap) -> Self {
        Scale::new(document, variables).set(&operation.selection_set, 0)
    }

    /// How much it may return.
    pub fn size(&self) -> Size {
        self.fixed
    }

    /// Refuses what is above the limits.
    pub(super) fn check(&self, limits: &Limits) -> Result<(), Refusal> {
        let deep = |found: u32, what, most, limit| Refusal::check(Reason::Deep, what, found.into(), most, limit);
        deep(self.nesting, "levels of fragments", NESTING, "fixed")?;
        deep(self.depth, "levels of fields", limits.max_depth, "max_depth")?;
        deep(self.introspection, "levels of introspection", limits.max_introspection_depth, "max_introspection_depth")?;
        Refusal::check(Reason::Complex, "root fields", self.roots, limits.max_root_fields, "max_root_fields")?;
        self.fixed.check(limits)
    }

    fn beside(self, other: Self) -> Self {
        Self {
            fixed: self.fixed.plus(other.fixed),
            per_item: self.per_item.plus(other.per_item),
            depth: self.depth.max(other.depth),
            nesting: self.nesting.max(other.nesting),
            introspection: self.introspection.max(other.introspection),
            roots: self.roots.saturating_add(other.roots),
        }
    }

    fn nested(self) -> Self {
        Self { nesting: self.nesting.saturating_add(1), ..self }
    }
}

struct Scale<'a> {
    document: &'a ExecutableDocument,
    variables: &'a JsonMap,
    known: HashMap<&'a Name, Weight>,
    /// Selections looked at: the work done.
    steps: usize,
}

impl<'a> Scale<'a> {
    fn new(document: &'a ExecutableDocument, variables: &'a JsonMap) -> Self {
        Self { document, variables, known: HashMap::new(), steps: 0 }
    }

    fn set(&mut self, set: &'a SelectionSet, level: u32) -> Weight {
        if level > NESTING {
            return Weight { nesting: 1, ..Weight::default() };
        }
        set.selections.iter().fold(Weight::default(), |sum, selection| {
            self.steps += 1;
            sum.beside(match selection {
                Selection::Field(field) => self.field(set, field, level),
                Selection::InlineFragment(fragment) => self.set(&fragment.selection_set, level + 1).nested(),
                Selection::FragmentSpread(spread) => match self.document.fragments.get(&spread.fragment_name) {
                    Some(fragment) => self.fragment(fragment, level + 1).nested(),
                    None => Weight::default(),
                },
            })
        })
    }

    fn fragment(&mut self, fragment: &'a Fragment, level: u32) -> Weight {
        if let Some(known) = self.known.get(&fragment.name) {
            return *known;
        }
        let weight = self.set(&fragment.selection_set, level);
        self.known.insert(&fragment.name, weight);
        weight
    }

    fn field(&mut self, parent: &SelectionSet, field: &'a Field, level: u32) -> Weight {
        let below = self.set(&field.selection_set, level + 1);
        let object = u64::from(!field.selection_set.is_empty());
        let items = self.items(field);
        let one = Size { points: object, fields: 0 }.plus(below.fixed);
        let own = Size { points: surcharge(parent, field), fields: 1 };
        let weight = Weight {
            fixed: Size::default(),
            per_item: Size::default(),
            depth: below.depth.saturating_add(1),
            nesting: below.nesting.saturating_add(1),
            introspection: below.introspection.saturating_add(u32::from(lists_members(parent, field))),
            roots: 1,
        };
        if !field.ty().is_list() {
            Weight { fixed: own.plus(one).plus(below.per_item.times(items)), ..weight }
        } else if is_connection(parent) {
            Weight { per_item: own.plus(one), ..weight }
        } else {
            Weight { fixed: own.plus(one.times(items)), ..weight }
        }
    }

    /// Items of a page or a list, at most.
    fn items(&self, field: &Field) -> u64 {
        let asked =
            ["first", "last"].iter().filter_map(|name| self.number(field.specified_argument_by_name(name)?)).max();
        if let Some(asked) = asked {
            return asked;
        }
        if let Some(first) = field.definition.argument_by_name("first") {
            return first.default_value.as_deref().and_then(|value| self.number(value)).unwrap_or(DEFAULT_PAGE);
        }
        let keys = field.arguments.iter().filter_map(|argument| self.length(&argument.value)).max();
        keys.unwrap_or(PLAIN_LIST)
    }

    fn number(&self, value: &Value) -> Option<u64> {
        match value {
            Value::Variable(name) => {
                self.variables.get(name.as_str())?.as_i64().map(|given| given.try_into().unwrap_or(0))
            }
            Value::Int(given) => Some(given.try_to_i32().ok().and_then(|given| given.try_into().ok()).unwrap_or(0)),
            _ => None,
        }
    }

    fn length(&self, value: &Value) -> Option<u64> {
        match value {
            Value::Variable(name) => self.variables.get(name.as_str())?.as_array().map(|items| items.len() as u64),
            Value::List(items) => Some(items.len() as u64),
            _ => None,
        }
    }
}

fn is_connection(set: &SelectionSet) -> bool {
    set.ty.as_str().ends_with("Connection")
}

fn lists_members(parent: &SelectionSet, field: &Field) -> bool {
    parent.ty.as_str().starts_with("__") && INTROSPECTION_LISTS.contains(&field.name.as_str())
}

fn surcharge(parent: &SelectionSet, field: &Field) -> u64 {
    let dear = DEAR.iter().find(|(ty, name, _)| *ty == parent.ty.as_str() && *name == field.name.as_str());
    dear.map_or(0, |(_, _, points)| *points)
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use apollo_compiler::{ExecutableDocument, Schema, response::JsonMap};

    use super::{Scale, Weight};

    /// Selections looked at for fragments that double `levels` times.
    fn steps(levels: usize) -> usize {
        let schema = Schema::parse_and_validate("type Query { a: Int }", "schema").unwrap();
        let mut query = "{...f0}".to_owned();
        for level in 0..levels {
            write!(query, "fragment f{level} on Query{{...f{} ...f{}}}", level + 1, level + 1).unwrap();
        }
        write!(query, "fragment f{levels} on Query{{a}}").unwrap();
        let document = ExecutableDocument::parse(&schema, query, "query").unwrap();
        let variables = JsonMap::new();
        let mut scale = Scale::new(&document, &variables);
        let weight = scale.set(&document.operations.anonymous.as_ref().unwrap().selection_set, 0);
        assert_eq!(weight.size().fields, 1 << levels);
        scale.steps
    }

    #[test]
    fn a_field_that_computes_costs_more_than_what_it_returns() {
        let text =
            "type Query { show: Show } type Show { renewalHistory: [Point] ratings: [Point] } type Point { on: Int }";
        let schema = Schema::parse_and_validate(text, "schema").unwrap();
        let points = |field: &str| {
            let document =
                ExecutableDocument::parse(&schema, format!("{{ show {{ {field} {{ on }} }} }}"), "query").unwrap();
            let operation = document.operations.anonymous.clone().unwrap();
            Weight::of(&document, &operation, &JsonMap::new()).size().points
        };
        assert_eq!(points("renewalHistory"), points("ratings") + 50);
    }

    #[test]
    fn fragments_that_double_cost_work_linear_in_their_number() {
        assert_eq!(steps(10), 2 + 2 * 10);
        assert_eq!(steps(40), 2 + 2 * 40);
    }
}
