//! Claims.

use std::sync::Arc;

use ::entity::claim;
use async_graphql::{Description, ID, Object};

use crate::graphql::id;
use crate::graphql::plan::{Planned, Selection};
use crate::store::loader::Wave;

/// One thing said by one voucher, as one report words it.
#[derive(Clone, Debug, Description)]
pub(super) struct Claim(pub(super) Arc<claim::Model>);

impl From<Arc<claim::Model>> for Claim {
    fn from(row: Arc<claim::Model>) -> Self {
        Self(row)
    }
}

impl Planned for Claim {
    type Row = claim::Model;

    fn plan(_rows: &[Arc<claim::Model>], _asked: &Selection, _wave: &mut Wave) {}
}

#[Object(use_type_description)]
impl Claim {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("Claim", self.0.id.0)
    }
}
