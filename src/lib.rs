//! Greenlight: entertainment metadata as a GraphQL API that answers *will it come back?*
//!
//! The modules stand in layer order; each imports only from those above it.
#![doc = include_str!("ARCHITECTURE.md")]
// The futures of a whole schema lie within each other; an optimised build looks through all of them at once.
#![recursion_limit = "256"]

pub mod config;
pub mod names;
pub mod renewal;
pub mod store;
pub mod ledger;
pub mod importers;
pub mod graphql;
pub mod gate;
pub mod pages;
pub mod http;
pub mod cli;
