//! The published schema: checked in, documented, and of one shape wherever types meet.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use apollo_compiler::Schema;
use apollo_compiler::ast::Type;
use apollo_compiler::schema::ExtendedType;
use greenlight::graphql::schema;
use greenlight::graphql::server::About;

fn published() -> String {
    schema::sdl(&schema::build(About::default()))
}

#[test]
fn the_checked_in_schema_is_the_one_that_is_served() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema.graphql");
    let checked_in = fs::read_to_string(file).unwrap_or_default();
    assert!(checked_in == published(), "schema.graphql is out of date: run `just schema` and look at the difference");
}

/// What has no description, as `Type`, `Type.field`, `Type.field(argument)` or `Enum.VALUE`.
fn undescribed(sdl: &str) -> Vec<String> {
    let schema = Schema::parse_and_validate(sdl, "schema.graphql").unwrap();
    let mut missing = Vec::new();
    for (name, definition) in schema.types.iter().filter(|(_, definition)| !definition.is_built_in()) {
        let mut check = |described: bool, what: String| {
            if !described {
                missing.push(what);
            }
        };
        check(definition.description().is_some_and(|text| !text.trim().is_empty()), name.to_string());
        match definition {
            ExtendedType::Object(object) => {
                for (field, meta) in &object.fields {
                    check(meta.description.is_some(), format!("{name}.{field}"));
                    for argument in &meta.arguments {
                        check(argument.description.is_some(), format!("{name}.{field}({})", argument.name));
                    }
                }
            }
            ExtendedType::Interface(interface) => {
                for (field, meta) in &interface.fields {
                    check(meta.description.is_some(), format!("{name}.{field}"));
                    for argument in &meta.arguments {
                        check(argument.description.is_some(), format!("{name}.{field}({})", argument.name));
                    }
                }
            }
            ExtendedType::Enum(kind) => {
                for (value, meta) in &kind.values {
                    check(meta.description.is_some(), format!("{name}.{value}"));
                }
            }
            ExtendedType::InputObject(input) => {
                for (field, meta) in &input.fields {
                    check(meta.description.is_some(), format!("{name}.{field}"));
                }
            }
            ExtendedType::Scalar(_) | ExtendedType::Union(_) => {}
        }
    }
    missing
}

#[test]
fn everything_that_is_published_is_described() {
    let missing = undescribed(&published());
    assert!(missing.is_empty(), "without a description: {}", missing.join(", "));
}

#[test]
fn a_missing_description_is_noticed() {
    let sdl = r#""Q." type Query { "F." f(a: Int): E g: Int } "E." enum E { A }"#;
    assert_eq!(undescribed(sdl), ["Query.f(a)", "Query.g", "E.A"]);
}

/// A field that means the kind of its own type, each a closed enum of its own; a client that asks two side by side names
/// them with an alias.
const OF_ITS_OWN_KIND: &str = "kind";

/// Fields of one name that a client could not ask side by side of the types of `Node`: GraphQL wants one shape where
/// selections meet, which is the same lists, the same nullability, and the same type where it is a leaf.
fn of_two_shapes(sdl: &str) -> Vec<String> {
    let schema = Schema::parse_and_validate(sdl, "schema.graphql").unwrap();
    let nodes = schema.implementers_map().get("Node").map(|node| node.objects.clone()).unwrap_or_default();
    let mut shapes: BTreeMap<String, BTreeMap<String, Vec<String>>> = BTreeMap::new();
    for name in &nodes {
        let Some(ExtendedType::Object(object)) = schema.types.get(name) else { continue };
        for (field, meta) in object.fields.iter().filter(|(field, _)| *field != OF_ITS_OWN_KIND) {
            let of_field = shapes.entry(field.to_string()).or_default();
            of_field.entry(shape(&schema, &meta.ty)).or_default().push(name.to_string());
        }
    }
    let differ = shapes.into_iter().filter(|(_, shapes)| shapes.len() > 1);
    differ.map(|(field, shapes)| format!("{field}: {shapes:?}")).collect()
}

/// A type as text, objects of whatever type as `{}`.
fn shape(schema: &Schema, ty: &Type) -> String {
    let name = ty.inner_named_type();
    let is_leaf = schema.types.get(name).is_some_and(|kind| kind.is_scalar() || kind.is_enum());
    if is_leaf { ty.to_string() } else { ty.to_string().replace(name.as_str(), "{}") }
}

#[test]
fn a_field_has_one_shape_wherever_types_meet() {
    let differ = of_two_shapes(&published());
    assert!(differ.is_empty(), "fields of two shapes:\n{}", differ.join("\n"));
}

#[test]
fn a_field_of_two_shapes_is_noticed() {
    let sdl = "type Query { n: Node } interface Node { id: ID! } type A implements Node { id: ID! x: Int } type B implements Node { id: ID! x: Int! }";
    assert_eq!(of_two_shapes(sdl).len(), 1);
}
