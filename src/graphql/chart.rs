//! Charts and their entries.

use std::sync::Arc;

use ::entity::{chart, chart_entry};
use async_graphql::{Description, ID, Object};

use crate::graphql::id;
use crate::graphql::plan::{Planned, Selection};
use crate::store::loader::Wave;

/// A ranked list that is published regularly.
#[derive(Clone, Debug, Description)]
pub(super) struct Chart(pub(super) Arc<chart::Model>);

impl From<Arc<chart::Model>> for Chart {
    fn from(row: Arc<chart::Model>) -> Self {
        Self(row)
    }
}

impl Planned for Chart {
    type Row = chart::Model;

    fn plan(_rows: &[Arc<chart::Model>], _asked: &Selection, _wave: &mut Wave) {}
}

#[Object(use_type_description)]
impl Chart {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("Chart", self.0.id.0)
    }
}

/// One row of one week.
#[derive(Clone, Debug, Description)]
pub(super) struct ChartEntry(pub(super) Arc<chart_entry::Model>);

impl From<Arc<chart_entry::Model>> for ChartEntry {
    fn from(row: Arc<chart_entry::Model>) -> Self {
        Self(row)
    }
}

impl Planned for ChartEntry {
    type Row = chart_entry::Model;

    fn plan(_rows: &[Arc<chart_entry::Model>], _asked: &Selection, _wave: &mut Wave) {}
}

#[Object(use_type_description)]
impl ChartEntry {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("ChartEntry", self.0.id.0)
    }
}
