//! Platforms.

use std::sync::Arc;

use ::entity::platform;
use async_graphql::{Description, ID, Object};

use crate::graphql::id;
use crate::graphql::plan::{Planned, Selection};
use crate::store::loader::Wave;

/// A broadcaster or streaming service, e.g. Netflix.
#[derive(Clone, Debug, Description)]
pub(super) struct Platform(pub(super) Arc<platform::Model>);

impl From<Arc<platform::Model>> for Platform {
    fn from(row: Arc<platform::Model>) -> Self {
        Self(row)
    }
}

impl Planned for Platform {
    type Row = platform::Model;

    fn plan(_rows: &[Arc<platform::Model>], _asked: &Selection, _wave: &mut Wave) {}
}

#[Object(use_type_description)]
impl Platform {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("Platform", self.0.id.0)
    }
}
