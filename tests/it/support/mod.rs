//! What the tests stand on.

pub(crate) mod ask;
pub(crate) mod postgres;
pub(crate) mod world;
