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
mod outlook_list;
mod outlooks;
mod pages;
mod people;
mod queries;
mod renewal;
mod renewal_answers;
mod renewal_catalog;
mod renewal_outlooks;
mod schema;
mod search;
mod show_status;
mod shows;
mod standings;
mod starter;
mod storage;
mod support;
mod track_records;
