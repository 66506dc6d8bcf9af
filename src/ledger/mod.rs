//! Every write of the database.

pub mod alone;
pub mod search_index;
pub mod track_record;
