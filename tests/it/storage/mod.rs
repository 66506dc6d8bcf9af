//! What is stored, on both databases.

mod constraints;
mod drift;
mod migrations;
pub(crate) mod tables;
mod trouble;
