//! One change per file.
