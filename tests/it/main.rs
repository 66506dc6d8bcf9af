//! All integration tests in one binary.

mod names;
mod scratch;
