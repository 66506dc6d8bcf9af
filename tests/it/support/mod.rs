//! What tests share.

pub mod client;
pub mod program;
pub mod server;
pub mod toy;
