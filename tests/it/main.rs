//! All integration tests in one binary.
mod scratch;
