//! Every read of the database.

pub mod connection;

pub use connection::Store;
