//! The schema as a whole.

use async_graphql::{EmptyMutation, EmptySubscription, MergedObject};

use crate::graphql::claim::ClaimQuery;
use crate::graphql::contradiction::ContradictionQuery;
use crate::graphql::node::NodeQuery;
use crate::graphql::outlet::OutletQuery;
use crate::graphql::report::ReportQuery;
use crate::graphql::show::ShowQuery;
use crate::graphql::sourced::Sourced;

/// The executable schema.
pub type Schema = async_graphql::Schema<Query, EmptyMutation, EmptySubscription>;

/// Everything that can be asked.
#[derive(Debug, Default, MergedObject)]
pub struct Query(NodeQuery, ShowQuery, OutletQuery, ReportQuery, ClaimQuery, ContradictionQuery);

/// Builds the schema without limits: those stand in `gate`, before execution.
pub fn build() -> Schema {
    Schema::build(Query::default(), EmptyMutation, EmptySubscription).register_output_type::<Sourced>().finish()
}
