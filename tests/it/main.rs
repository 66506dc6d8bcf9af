//! All integration tests in one binary.

mod config;
mod gate;
mod http;
mod support;
