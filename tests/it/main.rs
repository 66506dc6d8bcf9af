//! All integration tests in one binary.

#[cfg(test)]
mod cli;
mod names;
#[cfg(test)]
mod storage;
#[cfg(test)]
mod support;
