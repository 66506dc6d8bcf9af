//! Nominations and wins.

use std::sync::Arc;

use ::entity::nomination;
use async_graphql::{Description, ID, Object};

use crate::graphql::id;
use crate::graphql::plan::{Planned, Selection};
use crate::store::loader::Wave;

/// One nomination and its result.
#[derive(Clone, Debug, Description)]
pub(super) struct Nomination(pub(super) Arc<nomination::Model>);

impl From<Arc<nomination::Model>> for Nomination {
    fn from(row: Arc<nomination::Model>) -> Self {
        Self(row)
    }
}

impl Planned for Nomination {
    type Row = nomination::Model;

    fn plan(_rows: &[Arc<nomination::Model>], _asked: &Selection, _wave: &mut Wave) {}
}

#[Object(use_type_description)]
impl Nomination {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("Nomination", self.0.id.0)
    }
}
