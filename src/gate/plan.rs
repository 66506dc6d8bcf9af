//! What depends on a document's text alone.

use apollo_compiler::{ExecutableDocument, Schema, ast, executable::Operation, parser::Parser, validation::Valid};
use async_graphql::parser::{parse_query, types::ExecutableDocument as Executable};

use super::{
    input, merge,
    refusal::{Reason, Refusal},
    tokens,
};
use crate::config::Limits;

/// Levels of braces, brackets and lists that the parsers descend into; the depth of fields is bounded before.
const NESTING: usize = 64;

/// A document that was parsed, validated and counted: worth keeping, weighed again with each request's variables.
#[derive(Debug)]
pub struct Plan {
    /// As the validator sees it.
    pub(super) document: Valid<ExecutableDocument>,
    /// As the executor takes it.
    pub(super) executable: Executable,
}

impl Plan {
    pub(super) fn new(schema: &Valid<Schema>, limits: &Limits, query: &str) -> Result<Self, Refusal> {
        let tokens = tokens::count(query, limits.max_tokens);
        if tokens > u64::from(limits.max_tokens) {
            let most = limits.max_tokens;
            return Err(Refusal::new(
                Reason::Complex,
                format!("The document has more than {most} tokens (max_tokens). Ask for less."),
            ));
        }
        let parsed = parse(query, limits)?;
        count(&parsed, limits)?;
        let document = validate(&parsed, schema, limits)?;
        input::check_document(schema, limits, &document)?;
        let mut executable = parse_query(query).map_err(|error| {
            let place = error
                .positions()
                .next()
                .map(|at| apollo_compiler::parser::LineColumn { line: at.line, column: at.column });
            Refusal::at(Reason::Parse, "The executor cannot read this document.", place)
        })?;
        merge::equal_selections(&mut executable);
        Ok(Self { document, executable })
    }

    /// The operation that a request means.
    pub(super) fn operation(&self, name: Option<&str>) -> Result<&Operation, Refusal> {
        match self.document.operations.get(name) {
            Ok(operation) => Ok(operation),
            Err(error) => Err(Refusal::new(Reason::Operation, error.message().to_string())),
        }
    }
}

fn parse(query: &str, limits: &Limits) -> Result<ast::Document, Refusal> {
    let mut parser = Parser::new().recursion_limit(NESTING);
    parser.parse_ast(query, "query").map_err(|failed| {
        if parser.recursion_reached() > NESTING {
            let message = format!("The document nests deeper than {NESTING} levels. Ask for less.");
            Refusal::new(Reason::Deep, message)
        } else {
            Refusal::diagnosed(Reason::Parse, &failed.errors, limits.max_errors)
        }
    })
}

fn validate(
    parsed: &ast::Document,
    schema: &Valid<Schema>,
    limits: &Limits,
) -> Result<Valid<ExecutableDocument>, Refusal> {
    parsed
        .to_executable_validate(schema)
        .map_err(|failed| Refusal::diagnosed(Reason::Validation, &failed.errors, limits.max_errors))
}

/// Aliases and directives as written: each definition counts once, however often it is spread.
fn count(document: &ast::Document, limits: &Limits) -> Result<(), Refusal> {
    let mut found = Count::default();
    for definition in &document.definitions {
        match definition {
            ast::Definition::OperationDefinition(one) => {
                found.directives += one.directives.len();
                found.directives += one.variables.iter().map(|variable| variable.directives.len()).sum::<usize>();
                found.add(&one.selection_set);
            }
            ast::Definition::FragmentDefinition(one) => {
                found.directives += one.directives.len();
                found.add(&one.selection_set);
            }
            _ => {}
        }
    }
    let check = |what, found: usize, most, limit| Refusal::check(Reason::Complex, what, found as u64, most, limit);
    check("aliases", found.aliases, limits.max_aliases, "max_aliases")?;
    check("directives", found.directives, limits.max_directives, "max_directives")
}

#[derive(Default)]
struct Count {
    aliases: usize,
    directives: usize,
}

impl Count {
    fn add(&mut self, selections: &[ast::Selection]) {
        for selection in selections {
            match selection {
                ast::Selection::Field(field) => {
                    self.aliases += usize::from(field.alias.is_some());
                    self.directives += field.directives.len();
                    self.add(&field.selection_set);
                }
                ast::Selection::FragmentSpread(spread) => self.directives += spread.directives.len(),
                ast::Selection::InlineFragment(fragment) => {
                    self.directives += fragment.directives.len();
                    self.add(&fragment.selection_set);
                }
            }
        }
    }
}
