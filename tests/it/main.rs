//! All integration tests in one binary.
#![cfg(test)]

mod architecture;
mod config;
mod gate;
mod http;
mod cli;
mod names;
mod pages;
mod queries;
mod schema;
mod storage;
mod support;
