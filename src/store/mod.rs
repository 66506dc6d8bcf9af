//! Every read of the database.

pub mod connection;
pub mod error;
pub mod export;
pub mod normal;

pub use connection::Store;
pub use error::StoreError;
