//! Names as text: what a search finds, in which order, and that no text breaks it.

mod catalog;
mod properties;
mod ranking;
