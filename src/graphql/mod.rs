//! The schema: thin, one file per domain type with its root fields.

pub mod schema;
