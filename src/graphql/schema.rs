//! The schema as a whole.

use async_graphql::{EmptyMutation, EmptySubscription, MergedObject};

use crate::graphql::character::CharacterQuery;
use crate::graphql::external_id::LookupQuery;
use crate::graphql::node::NodeQuery;
use crate::graphql::person::PersonQuery;
use crate::graphql::platform::PlatformQuery;
use crate::graphql::search::SearchQuery;
use crate::graphql::search_hit::SearchHit;
use crate::graphql::show::ShowQuery;
use crate::graphql::source_work::SourceWorkQuery;
use crate::graphql::sourced::Sourced;
use crate::graphql::term::TermQuery;

/// The executable schema.
pub type Schema = async_graphql::Schema<Query, EmptyMutation, EmptySubscription>;

/// Everything that can be asked.
#[derive(Debug, Default, MergedObject)]
pub struct Query(
    CharacterQuery,
    LookupQuery,
    NodeQuery,
    PersonQuery,
    PlatformQuery,
    SearchQuery,
    ShowQuery,
    SourceWorkQuery,
    TermQuery,
);

/// Builds the schema without limits: those stand in `gate`, before execution.
pub fn build() -> Schema {
    Schema::build(Query::default(), EmptyMutation, EmptySubscription)
        .register_output_type::<SearchHit>()
        .register_output_type::<Sourced>()
        .finish()
}
