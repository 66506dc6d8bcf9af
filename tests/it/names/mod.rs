//! Names as text: what a search finds, in which order, and that no text breaks it.

pub(crate) mod catalog;
mod properties;
pub(crate) mod ranking;
