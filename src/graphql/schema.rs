//! The schema as a whole.

use async_graphql::{EmptyMutation, EmptySubscription, MergedObject, SDLExportOptions};

use crate::graphql::node::NodeQuery;
use crate::graphql::show::ShowQuery;
use crate::graphql::sourced::Sourced;

/// The executable schema.
pub type Schema = async_graphql::Schema<Query, EmptyMutation, EmptySubscription>;

/// Everything that can be asked.
#[derive(Debug, Default, MergedObject)]
pub struct Query(NodeQuery, ShowQuery);

/// Builds the schema without limits: those stand in `gate`, before execution.
pub fn build() -> Schema {
    Schema::build(Query::default(), EmptyMutation, EmptySubscription).register_output_type::<Sourced>().finish()
}

/// The schema as it is published: sorted, so that a difference shows what changed and nothing else.
pub fn sdl() -> String {
    let sorted = SDLExportOptions::new().sorted_fields().sorted_arguments().sorted_enum_items();
    build().sdl_with_options(sorted.include_specified_by())
}
