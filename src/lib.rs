//! Greenlight: entertainment metadata as a GraphQL API that answers *will it come back?*
//!
//! The modules below stand in layer order; each imports only from those above it.

pub mod cli;
pub mod config;
pub mod gate;
pub mod graphql;
pub mod http;
pub mod importers;
pub mod ledger;
pub mod names;
pub mod pages;
pub mod store;
