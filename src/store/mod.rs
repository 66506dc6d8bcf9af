//! Every read of the database: one file per type, batched by [`loader`], paged by [`list`].

pub mod address;
pub mod award;
pub mod award_summary;
pub mod chart;
pub mod chart_run;
pub mod connection;
pub mod credit;
pub mod error;
pub mod export;
pub mod filter;
pub mod holdings;
pub mod key;
pub mod list;
pub mod loader;
pub mod name;
pub mod node;
pub mod nomination;
pub mod nomination_filter;
pub mod nomination_order;
pub mod normal;
pub mod page;
pub mod person;
pub mod provenance;
pub mod recipient;
pub mod season;
pub mod show;
pub mod subject;

pub use connection::Store;
pub use error::StoreError;
