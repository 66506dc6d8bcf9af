//! Every write of the database.

pub mod alone;
mod forecast;
pub mod outlook;
pub mod search_index;
