//! Data sets: suppliers of facts.

use std::sync::Arc;

use ::entity::dataset;
use async_graphql::{Description, Object};

use crate::graphql::plan::{Planned, Selection};
use crate::graphql::scalars::{DateTime, Url};
use crate::store::loader::Wave;

/// A supplier of facts, with its terms.
#[derive(Clone, Debug, Description)]
pub(super) struct Dataset(Arc<dataset::Model>);

impl From<Arc<dataset::Model>> for Dataset {
    fn from(row: Arc<dataset::Model>) -> Self {
        Self(row)
    }
}

impl Planned for Dataset {
    type Row = dataset::Model;

    fn plan(_: &[Arc<dataset::Model>], _: &Selection, _: &mut Wave) {}
}

#[Object(use_type_description)]
impl Dataset {
    /// Stable code, e.g. imdb, tvmaze, netflix-top10 or starter.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// As printed, e.g. Netflix Top 10.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Terms of use in a word, e.g. CC BY-SA 4.0; null = not stated.
    async fn licence(&self) -> Option<&str> {
        self.0.licence.as_deref()
    }

    /// Line that the terms ask pages to print; null = none asked.
    async fn attribution(&self) -> Option<&str> {
        self.0.attribution.as_deref()
    }

    /// Its site; null = none.
    async fn url(&self) -> Option<Url> {
        self.0.url.clone().map(Url)
    }

    /// When its last import finished; null = never.
    async fn last_imported_at(&self) -> Option<DateTime> {
        self.0.last_imported_at.map(DateTime)
    }
}
