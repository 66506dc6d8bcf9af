//! All integration tests in one binary.

mod architecture;
mod config;
mod gate;
mod http;
#[cfg(test)]
mod cli;
mod names;
mod pages;
mod queries;
mod schema;
#[cfg(test)]
mod starter;
mod storage;
mod support;
