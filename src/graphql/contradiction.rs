//! Contradictions.

use std::sync::Arc;

use ::entity::contradiction;
use async_graphql::{Description, ID, Object};

use crate::graphql::id;
use crate::graphql::plan::{Planned, Selection};
use crate::store::loader::Wave;

/// Values or claims that cannot all be so.
#[derive(Clone, Debug, Description)]
pub(super) struct Contradiction(pub(super) Arc<contradiction::Model>);

impl From<Arc<contradiction::Model>> for Contradiction {
    fn from(row: Arc<contradiction::Model>) -> Self {
        Self(row)
    }
}

impl Planned for Contradiction {
    type Row = contradiction::Model;

    fn plan(_rows: &[Arc<contradiction::Model>], _asked: &Selection, _wave: &mut Wave) {}
}

#[Object(use_type_description)]
impl Contradiction {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("Contradiction", self.0.id.0)
    }
}
