//! All integration tests in one binary.

mod architecture;
mod names;
mod pages;
mod queries;
mod renewal;
mod schema;
mod storage;
mod support;
