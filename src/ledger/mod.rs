//! Every write of the database.

pub mod search_index;
