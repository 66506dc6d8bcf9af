//! Source works.

use std::sync::Arc;

use ::entity::source_work;
use async_graphql::{Description, ID, Object};

use crate::graphql::id;
use crate::graphql::plan::{Planned, Selection};
use crate::store::loader::Wave;

/// A novel, webtoon, film … that shows are adapted from.
#[derive(Clone, Debug, Description)]
pub(super) struct SourceWork(pub(super) Arc<source_work::Model>);

impl From<Arc<source_work::Model>> for SourceWork {
    fn from(row: Arc<source_work::Model>) -> Self {
        Self(row)
    }
}

impl Planned for SourceWork {
    type Row = source_work::Model;

    fn plan(_rows: &[Arc<source_work::Model>], _asked: &Selection, _wave: &mut Wave) {}
}

#[Object(use_type_description)]
impl SourceWork {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("SourceWork", self.0.id.0)
    }
}
