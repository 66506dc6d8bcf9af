//! Every read of the database: one file per type, batched by [`loader`], paged by [`list`].

pub mod address;
pub mod character;
pub mod connection;
pub mod credit;
pub mod credit_order;
pub mod error;
pub mod export;
pub mod filter;
pub mod key;
pub mod list;
pub mod loader;
pub mod merged;
pub mod name;
pub mod node;
pub mod normal;
pub mod page;
pub mod person;
pub mod person_filter;
pub mod person_order;
pub mod provenance;
pub mod returning;
pub mod search;
pub mod search_filter;
pub mod season;
pub mod show;
pub mod source_work;
pub mod subject;
pub mod text;

pub use connection::Store;
pub use error::StoreError;
