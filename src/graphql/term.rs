//! Words of growing vocabularies.

use std::sync::Arc;

use ::entity::term;
use async_graphql::{Description, Object};

use crate::graphql::plan::{Planned, Selection};
use crate::store::loader::Wave;

/// A word of a growing vocabulary, e.g. web-novel.
#[derive(Clone, Debug, Description)]
pub(super) struct Term(pub(super) Arc<term::Model>);

impl From<Arc<term::Model>> for Term {
    fn from(row: Arc<term::Model>) -> Self {
        Self(row)
    }
}

impl Planned for Term {
    type Row = term::Model;

    fn plan(_rows: &[Arc<term::Model>], _asked: &Selection, _wave: &mut Wave) {}
}

#[Object(use_type_description)]
impl Term {
    /// Stable within its vocabulary, lower case, e.g. web-novel.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// In English, e.g. Web novel.
    async fn label(&self) -> &str {
        &self.0.label
    }

    /// What it covers; null = the label says it.
    async fn description(&self) -> Option<&str> {
        self.0.description.as_deref()
    }
}
