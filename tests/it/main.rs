//! All integration tests in one binary.
#![cfg(test)]

mod architecture;
mod cli;
mod config;
mod gate;
mod http;
mod names;
mod pages;
mod people;
mod queries;
mod schema;
mod search;
mod starter;
mod storage;
mod support;
