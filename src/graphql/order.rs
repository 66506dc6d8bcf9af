//! Directions of orders.

use async_graphql::Enum;

use crate::store::page::Direction;

/// Upwards or downwards; what is unknown stands last either way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "Direction")]
pub(super) enum OrderDirection {
    /// Smallest or earliest first.
    Asc,
    /// Largest or latest first.
    Desc,
}
