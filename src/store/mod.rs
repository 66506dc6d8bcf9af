//! Every read of the database: one file per type, batched by [`loader`], paged by [`list`].

pub mod connection;
pub mod credit;
pub mod error;
pub mod export;
pub mod holdings;
pub mod key;
pub mod list;
pub mod loader;
pub mod name;
pub mod node;
pub mod normal;
pub mod page;
pub mod person;
pub mod provenance;
pub mod season;
pub mod show;
pub mod subject;

pub use connection::Store;
pub use error::StoreError;
