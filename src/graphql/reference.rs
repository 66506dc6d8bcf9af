//! References to objects of whatever types.

use async_graphql::{Context, Result};

use crate::graphql::node::{Node, node};
use crate::graphql::plan::Selection;
use crate::store::loader::Wave;
use crate::store::node::NodeKey;

impl Selection {
    /// Plans what is asked of the objects to which `field` refers: one statement per type met.
    pub(super) fn references(&self, field: &str, keys: impl Iterator<Item = NodeKey>, wave: &mut Wave) {
        if self.has(field) {
            self.under(field).nodes(&keys.collect::<Vec<_>>(), wave);
        }
    }
}

/// The object that a reference leads to, as planned.
pub(super) async fn referred(ctx: &Context<'_>, key: NodeKey) -> Result<Node> {
    node(ctx, key).await?.ok_or_else(|| format!("{key:?} refers to no row").into())
}
