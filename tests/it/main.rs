//! All integration tests in one binary.

mod pages;
mod scratch;
mod storage;
mod support;
