//! What is stored, on both databases.

mod drift;
mod migrations;
mod tables;
