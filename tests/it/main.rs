//! All integration tests in one binary.
#![cfg(test)]

mod architecture;
mod cli;
mod config;
mod evidence;
mod gate;
mod http;
mod names;
mod pages;
mod queries;
mod schema;
mod starter;
mod storage;
mod support;
