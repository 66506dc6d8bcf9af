//! What the tests stand on.

pub(crate) mod asking;
pub(crate) mod postgres;
pub(crate) mod world;
