//! How things are named in questions.

use async_graphql::{ID, InputObject, OneofObject, Result};

use crate::graphql::id;
use crate::store::address::Address;

/// A key of another catalog.
#[derive(Clone, Debug, InputObject)]
pub(super) struct ExternalIdInput {
    /// Lower case: imdb, tmdb, tvmaze, tvdb, wikidata or netflix.
    pub(super) source: String,
    /// As that source writes it, e.g. tt28106730.
    pub(super) value: String,
}

impl ExternalIdInput {
    /// Where the store finds it.
    pub(super) fn address(self) -> Address {
        Address::Foreign { source: self.source, value: self.value }
    }
}

/// One way to name a thing.
#[derive(Debug, OneofObject)]
pub(super) enum EntityBy {
    /// Its global id.
    Id(ID),
    /// Its readable address part, old or new, e.g. netflix.
    Slug(String),
}

impl EntityBy {
    /// Where the store finds it; ids of other types than `of` are refused.
    pub(super) fn address(self, of: &str) -> Result<Address> {
        Ok(match self {
            Self::Id(global) => Address::Key(id::key(of, &global)?),
            Self::Slug(slug) => Address::Slug(slug),
        })
    }
}
