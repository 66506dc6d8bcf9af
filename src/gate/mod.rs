//! What stands before execution: a document is parsed, validated and weighed before any resolver runs.
//!
//! async-graphql accepts documents that the specification refuses, and none of its limits stops fragments that
//! double per level; so the judgement is apollo-compiler's, and the price is computed here, each fragment once.
//!
//! The path of a document: [`Gate::plan`] does what depends on its text alone and yields a [`Plan`] that can be
//! kept and shared; [`Gate::admit`] does what depends on one request's operation name and variables.

mod absent;
mod input;
mod merge;
mod plan;
mod refusal;
mod shape;
mod tokens;
mod variables;
mod weigh;

use std::sync::Arc;

use apollo_compiler::{
    Schema,
    ast::{DirectiveList, FieldDefinition},
    name,
    response::JsonMap,
    schema::ExtendedType,
    ty,
    validation::Valid,
};
use async_graphql::{Request, parser::types::OperationType};

use crate::config::Limits;

pub use plan::Plan;
pub use refusal::{Fault, Location, Reason, Refusal};
pub use shape::Shape;
pub use weigh::{Size, Weight};

/// Judges documents for one schema under one set of limits.
#[derive(Debug)]
pub struct Gate {
    schema: Valid<Schema>,
    limits: Limits,
}

/// The schema's own text is not valid: a defect of this program, found at start.
#[derive(Debug, thiserror::Error)]
#[error("the schema is not valid GraphQL: {0}")]
pub struct InvalidSchema(String);

/// An operation that may run.
#[derive(Debug)]
pub struct Admitted {
    /// What to execute: the parsed document, the operation's name and its variables with their defaults.
    pub request: Request,
    /// What its answer must look like.
    pub shape: Shape,
    /// Query, mutation or subscription.
    pub kind: OperationType,
    /// How much it may return.
    pub size: Size,
}

impl Gate {
    /// Prepares the gate of the schema with this SDL.
    pub fn new(sdl: &str, limits: Limits) -> Result<Self, InvalidSchema> {
        match Schema::parse_and_validate(sdl, "schema.graphql") {
            Ok(schema) => Ok(Self { schema: with_one_of(schema), limits }),
            Err(invalid) => Err(InvalidSchema(invalid.errors.to_string())),
        }
    }

    /// Parses and validates a document; work linear in its length.
    pub fn plan(&self, query: &str) -> Result<Arc<Plan>, Refusal> {
        Plan::new(&self.schema, &self.limits, query).map(Arc::new)
    }

    /// Weighs one operation of a document with its variables.
    pub fn admit(&self, plan: &Arc<Plan>, operation: Option<&str>, sent: &JsonMap) -> Result<Admitted, Refusal> {
        let chosen = plan.operation(operation)?;
        let values = variables::coerce(&self.schema, &self.limits, chosen, sent)?;
        let weight = Weight::of(&plan.document, chosen, &values);
        weight.check(&self.limits)?;
        let mut request = Request::new(String::new()).variables(variables::executable(&values));
        request.operation_name = chosen.name.as_ref().map(ToString::to_string);
        request.set_parsed_query(absent::without(&plan.executable, chosen, &values));
        let (kind, operation) = (kind(chosen.operation_type), chosen.name.clone());
        let shape = Shape { plan: plan.clone(), operation, variables: values.into_inner() };
        Ok(Admitted { request, shape, kind, size: weight.size() })
    }

    /// Refuses operations that are too much together; each alone was admitted.
    pub fn admit_together<'a>(&self, operations: impl IntoIterator<Item = &'a Admitted>) -> Result<(), Refusal> {
        let sizes = operations.into_iter().map(|one| one.size);
        sizes.fold(Size::default(), Size::plus).check(&self.limits)
    }
}

/// The validator does not know `__Type.isOneOf`, which the executor answers and clients ask for.
fn with_one_of(schema: Valid<Schema>) -> Valid<Schema> {
    let mut schema = schema.into_inner();
    if let Some(ExtendedType::Object(described)) = schema.types.get_mut("__Type") {
        let field = FieldDefinition {
            description: None,
            name: name!("isOneOf"),
            arguments: Vec::new(),
            ty: ty!(Boolean),
            directives: DirectiveList::default(),
        };
        described.make_mut().fields.insert(name!("isOneOf"), field.into());
    }
    Valid::assume_valid(schema)
}

fn kind(of: apollo_compiler::executable::OperationType) -> OperationType {
    use apollo_compiler::executable::OperationType as Validated;
    match of {
        Validated::Query => OperationType::Query,
        Validated::Mutation => OperationType::Mutation,
        Validated::Subscription => OperationType::Subscription,
    }
}
