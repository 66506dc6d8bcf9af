//! The command line.

pub mod doctor;
pub mod export;
pub mod import;
pub mod migrate;
pub mod prepare;
