//! Every write of the database.

pub mod alone;
pub mod daily;
mod forecast;
pub mod outlook;
pub mod search_index;
pub mod track_record;
