//! The confidence model.

mod launch;
mod lines;
mod vectors;
