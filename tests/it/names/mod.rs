//! Names as text: what a search finds, in which order, and that no text breaks it.

#![expect(clippy::indexing_slicing, reason = "a place out of bounds fails the test, as it should")]

pub(crate) mod catalog;
mod properties;
pub(crate) mod ranking;
