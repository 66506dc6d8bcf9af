//! Awards: bodies, categories, ceremonies.

use std::sync::Arc;

use ::entity::{award, award_category, award_ceremony};
use async_graphql::{Description, ID, Object};

use crate::graphql::id;
use crate::graphql::plan::{Planned, Selection};
use crate::store::loader::Wave;

/// An award body, e.g. the Baeksang Arts Awards.
#[derive(Clone, Debug, Description)]
pub(super) struct Award(pub(super) Arc<award::Model>);

impl From<Arc<award::Model>> for Award {
    fn from(row: Arc<award::Model>) -> Self {
        Self(row)
    }
}

impl Planned for Award {
    type Row = award::Model;

    fn plan(_rows: &[Arc<award::Model>], _asked: &Selection, _wave: &mut Wave) {}
}

#[Object(use_type_description)]
impl Award {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("Award", self.0.id.0)
    }
}

/// A category of one award body, e.g. Best Drama.
#[derive(Clone, Debug, Description)]
pub(super) struct AwardCategory(pub(super) Arc<award_category::Model>);

impl From<Arc<award_category::Model>> for AwardCategory {
    fn from(row: Arc<award_category::Model>) -> Self {
        Self(row)
    }
}

impl Planned for AwardCategory {
    type Row = award_category::Model;

    fn plan(_rows: &[Arc<award_category::Model>], _asked: &Selection, _wave: &mut Wave) {}
}

#[Object(use_type_description)]
impl AwardCategory {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("AwardCategory", self.0.id.0)
    }
}

/// One edition of an award, e.g. the 61st Baeksang Arts Awards.
#[derive(Clone, Debug, Description)]
pub(super) struct AwardCeremony(pub(super) Arc<award_ceremony::Model>);

impl From<Arc<award_ceremony::Model>> for AwardCeremony {
    fn from(row: Arc<award_ceremony::Model>) -> Self {
        Self(row)
    }
}

impl Planned for AwardCeremony {
    type Row = award_ceremony::Model;

    fn plan(_rows: &[Arc<award_ceremony::Model>], _asked: &Selection, _wave: &mut Wave) {}
}

#[Object(use_type_description)]
impl AwardCeremony {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("AwardCeremony", self.0.id.0)
    }
}
