//! From files to rows: one file per source, one idempotent writer.

pub mod jsonl;
pub mod starter;
