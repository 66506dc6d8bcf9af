//! Episodes.

use std::sync::Arc;

use ::entity::episode;
use async_graphql::{Description, ID, Object};

use crate::graphql::id;
use crate::graphql::plan::{Planned, Selection};
use crate::store::loader::Wave;

/// One episode.
#[derive(Clone, Debug, Description)]
pub(super) struct Episode(pub(super) Arc<episode::Model>);

impl From<Arc<episode::Model>> for Episode {
    fn from(row: Arc<episode::Model>) -> Self {
        Self(row)
    }
}

impl Planned for Episode {
    type Row = episode::Model;

    fn plan(_rows: &[Arc<episode::Model>], _asked: &Selection, _wave: &mut Wave) {}
}

#[Object(use_type_description)]
impl Episode {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("Episode", self.0.id.0)
    }
}
