//! Reports.

use std::sync::Arc;

use ::entity::report;
use async_graphql::{Description, ID, Object};

use crate::graphql::id;
use crate::graphql::plan::{Planned, Selection};
use crate::store::loader::Wave;

/// One article or post, held as facts, link and fingerprint; never its text.
#[derive(Clone, Debug, Description)]
pub(super) struct Report(pub(super) Arc<report::Model>);

impl From<Arc<report::Model>> for Report {
    fn from(row: Arc<report::Model>) -> Self {
        Self(row)
    }
}

impl Planned for Report {
    type Row = report::Model;

    fn plan(_rows: &[Arc<report::Model>], _asked: &Selection, _wave: &mut Wave) {}
}

#[Object(use_type_description)]
impl Report {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("Report", self.0.id.0)
    }
}
