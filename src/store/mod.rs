//! Every read of the database: one file per type, batched by [`loader`], paged by [`list`].

pub mod as_of;
pub mod claim;
pub mod claim_filter;
pub mod claim_value;
pub mod connection;
pub mod contradiction;
pub mod corroboration;
pub mod credit;
pub mod filter;
pub mod key;
pub mod links;
pub mod list;
pub mod loader;
pub mod milestone;
pub mod name;
pub mod node;
pub mod origin;
pub mod outcome;
pub mod outlet;
pub mod page;
pub mod person;
pub mod platform_check;
pub mod provenance;
pub mod reference;
pub mod report;
pub mod report_filter;
pub mod season;
pub mod show;
pub mod subject;

pub use connection::Store;
