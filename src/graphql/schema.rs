//! The schema as a whole.

use async_graphql::{EmptyMutation, EmptySubscription, MergedObject};

use crate::graphql::external_id::LookupQuery;
use crate::graphql::node::NodeQuery;
use crate::graphql::platform::PlatformQuery;
use crate::graphql::search_hit::SearchHit;
use crate::graphql::show::ShowQuery;
use crate::graphql::sourced::Sourced;
use crate::graphql::term::TermQuery;

/// The executable schema.
pub type Schema = async_graphql::Schema<Query, EmptyMutation, EmptySubscription>;

/// Everything that can be asked.
#[derive(Debug, Default, MergedObject)]
pub struct Query(LookupQuery, NodeQuery, PlatformQuery, ShowQuery, TermQuery);

/// Builds the schema without limits: those stand in `gate`, before execution.
pub fn build() -> Schema {
    Schema::build(Query::default(), EmptyMutation, EmptySubscription)
        .register_output_type::<SearchHit>()
        .register_output_type::<Sourced>()
        .finish()
}
