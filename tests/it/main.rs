//! All integration tests in one binary.

mod names;
#[cfg(test)]
mod storage;
#[cfg(test)]
mod support;
