//! All integration tests in one binary.
#![cfg(test)]

mod cli;
mod config;
mod gate;
mod http;
mod names;
mod people;
mod scratch;
mod search;
mod storage;
mod support;
