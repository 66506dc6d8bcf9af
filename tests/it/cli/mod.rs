//! The commands, without their command line.

mod bad_input;
mod round_trip;
mod search_index;
