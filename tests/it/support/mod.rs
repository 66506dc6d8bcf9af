//! What the tests stand on.

pub(crate) mod ask;
pub(crate) mod client;
pub(crate) mod postgres;
pub(crate) mod program;
pub(crate) mod server;
pub(crate) mod toy;
pub(crate) mod world;
