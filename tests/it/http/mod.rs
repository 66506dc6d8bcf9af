//! The HTTP edge, by bytes on a connection.

mod address;
mod answers;
mod batch;
mod bodies;
mod conformance;
mod errors;
mod health;
mod middleware;
mod stop;
