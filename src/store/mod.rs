//! Every read of the database: one file per type, batched by [`loader`], paged by [`list`].

pub mod address;
pub mod as_of;
pub mod connection;
pub mod credit;
pub mod episode;
pub mod external_id;
pub mod filter;
pub mod image;
pub mod key;
pub mod list;
pub mod loader;
pub mod merged;
pub mod name;
pub mod node;
pub mod page;
pub mod person;
pub mod platform;
pub mod provenance;
pub mod rating;
pub mod release;
pub mod season;
pub mod show;
pub mod show_detail;
pub mod show_filter;
pub mod show_order;
pub mod subject;
pub mod term;
pub mod text;

pub use connection::Store;
