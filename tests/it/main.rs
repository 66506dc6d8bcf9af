//! All integration tests in one binary.

mod names;
mod scratch;
mod storage;
mod support;
