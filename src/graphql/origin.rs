//! Origins: the utterances that claims go back to.

use std::sync::Arc;

use ::entity::origin;
use async_graphql::{Description, ID, Object};

use crate::graphql::id;
use crate::graphql::plan::{Planned, Selection};
use crate::store::loader::Wave;

/// The utterance that claims go back to; it votes once.
#[derive(Clone, Debug, Description)]
pub(super) struct Origin(pub(super) Arc<origin::Model>);

impl From<Arc<origin::Model>> for Origin {
    fn from(row: Arc<origin::Model>) -> Self {
        Self(row)
    }
}

impl Planned for Origin {
    type Row = origin::Model;

    fn plan(_rows: &[Arc<origin::Model>], _asked: &Selection, _wave: &mut Wave) {}
}

#[Object(use_type_description)]
impl Origin {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("Origin", self.0.id.0)
    }
}
