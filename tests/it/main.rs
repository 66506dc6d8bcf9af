//! All integration tests in one binary.
#![cfg(test)]

mod architecture;
mod awards;
mod charts;
mod cli;
mod cli_explain;
mod config;
mod evidence;
mod gate;
mod http;
mod names;
mod pages;
mod people;
mod queries;
mod renewal;
mod renewal_answers;
mod renewal_catalog;
mod schema;
mod search;
mod shows;
mod standings;
mod starter;
mod storage;
mod support;
mod track_records;
