//! What the tests stand on.

pub(crate) mod ask;
pub mod client;
pub(crate) mod client;
pub mod postgres;
pub(crate) mod postgres;
pub mod program;
pub(crate) mod program;
pub mod server;
pub(crate) mod server;
pub mod toy;
pub(crate) mod toy;
pub mod world;
pub(crate) mod world;
