//! Outlets.

use std::sync::Arc;

use ::entity::outlet;
use async_graphql::{Description, ID, Object};

use crate::graphql::id;
use crate::graphql::plan::{Planned, Selection};
use crate::store::loader::Wave;

/// Who publishes, e.g. Xports News.
#[derive(Clone, Debug, Description)]
pub(super) struct Outlet(pub(super) Arc<outlet::Model>);

impl From<Arc<outlet::Model>> for Outlet {
    fn from(row: Arc<outlet::Model>) -> Self {
        Self(row)
    }
}

impl Planned for Outlet {
    type Row = outlet::Model;

    fn plan(_rows: &[Arc<outlet::Model>], _asked: &Selection, _wave: &mut Wave) {}
}

#[Object(use_type_description)]
impl Outlet {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("Outlet", self.0.id.0)
    }
}
