//! Platform checks.

use std::sync::Arc;

use ::entity::platform_check;
use async_graphql::{Description, ID, Object};

use crate::graphql::id;
use crate::graphql::plan::{Planned, Selection};
use crate::store::loader::Wave;

/// Somebody looked for an announcement.
#[derive(Clone, Debug, Description)]
pub(super) struct PlatformCheck(pub(super) Arc<platform_check::Model>);

impl From<Arc<platform_check::Model>> for PlatformCheck {
    fn from(row: Arc<platform_check::Model>) -> Self {
        Self(row)
    }
}

impl Planned for PlatformCheck {
    type Row = platform_check::Model;

    fn plan(_rows: &[Arc<platform_check::Model>], _asked: &Selection, _wave: &mut Wave) {}
}

#[Object(use_type_description)]
impl PlatformCheck {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("PlatformCheck", self.0.id.0)
    }
}
