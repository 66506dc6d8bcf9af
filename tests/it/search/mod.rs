//! Search over a catalog of names that sound alike, on both databases.

mod input;
mod pages;
mod ranking;
pub(crate) mod world;
