//! How a thing with a readable address is named.

use async_graphql::{ID, OneofObject, Result};

use crate::graphql::id;
use crate::store::address::Address;

/// One way to name a thing.
#[derive(Clone, Debug, OneofObject)]
pub(super) enum EntityBy {
    /// Its global id.
    Id(ID),
    /// Its readable address part, old or new, e.g. netflix.
    Slug(String),
}

impl EntityBy {
    /// The address of a thing of type `of`.
    pub(super) fn address(self, of: &str) -> Result<Address> {
        Ok(match self {
            Self::Id(global) => Address::Key(id::key(of, &global)?),
            Self::Slug(slug) => Address::Slug(slug),
        })
    }
}
