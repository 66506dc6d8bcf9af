//! What the tests stand on.

pub mod client;
pub mod postgres;
pub mod program;
pub mod server;
pub mod toy;
pub mod world;
