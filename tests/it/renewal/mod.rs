//! The confidence model.

mod lines;
mod vectors;
