//! Reads what `export` writes.
//!
//! One transaction for everything: each line is checked, and the first that is wrong undoes all of them. Rows that are already
//! there and equal stay untouched, so importing twice changes nothing; rows that are there and differ are updated; nothing is
//! deleted. Rows may change places as long as they stand close together. Parents come before children, except that a row may refer to a later one of its own table. Memory does not grow
//! with the file.

mod batch;
mod key;
mod line;
mod link;
mod make_way;
mod problem;
mod run;
mod source;
mod touched;
mod write;

pub use problem::ImportError;
pub use problem::Problem;
pub use run::Summary;
pub use run::import;
pub use run::import_in;
pub use source::Source;
