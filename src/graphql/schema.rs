//! The schema as a whole.

use async_graphql::{EmptyMutation, EmptySubscription, Object};

/// The executable schema.
pub type Schema = async_graphql::Schema<Query, EmptyMutation, EmptySubscription>;

/// Everything that can be asked.
#[derive(Debug)]
pub struct Query;

/// Everything that can be asked.
#[Object]
impl Query {
    /// Semantic version of this server, e.g. 0.1.0.
    async fn version(&self) -> &'static str {
        env!("CARGO_PKG_VERSION")
    }
}

/// Builds the schema without limits: those stand in `gate`, before execution.
pub fn build() -> Schema {
    Schema::build(Query, EmptyMutation, EmptySubscription).finish()
}
