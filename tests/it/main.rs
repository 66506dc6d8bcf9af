//! All integration tests in one binary.

mod awards;
mod charts;
mod scratch;
mod storage;
mod support;
