//! All integration tests in one binary.

mod architecture;
mod cli_explain;
mod names;
mod pages;
mod queries;
mod renewal;
mod schema;
mod storage;
mod support;
