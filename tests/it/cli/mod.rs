//! The commands, without their command line.

mod bad_input;
mod commands;
mod doctor;
mod round_trip;
mod search_index;
