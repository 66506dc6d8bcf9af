//! The schema as a whole.

use async_graphql::{EmptyMutation, EmptySubscription, MergedObject};

use crate::graphql::character::CharacterQuery;
use crate::graphql::node::NodeQuery;
use crate::graphql::person::PersonQuery;
use crate::graphql::search::SearchQuery;
use crate::graphql::show::ShowQuery;
use crate::graphql::source_work::SourceWorkQuery;
use crate::graphql::sourced::Sourced;

/// The executable schema.
pub type Schema = async_graphql::Schema<Query, EmptyMutation, EmptySubscription>;

/// Everything that can be asked.
#[derive(Debug, Default, MergedObject)]
pub struct Query(NodeQuery, ShowQuery, PersonQuery, CharacterQuery, SourceWorkQuery, SearchQuery);

/// Builds the schema without limits: those stand in `gate`, before execution.
pub fn build() -> Schema {
    Schema::build(Query::default(), EmptyMutation, EmptySubscription).register_output_type::<Sourced>().finish()
}
