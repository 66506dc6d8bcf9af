//! All integration tests in one binary.
#![cfg(test)]

mod architecture;
mod config;
mod gate;
mod http;
#[cfg(test)]
mod awards;
mod charts;
mod cli;
mod names;
mod pages;
mod queries;
mod schema;
mod scratch;
mod starter;
mod storage;
mod support;
