//! The confidence model.

mod vectors;
