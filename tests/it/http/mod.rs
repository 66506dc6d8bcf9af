//! The HTTP edge, by bytes on a connection.

mod answers;
mod batch;
mod bodies;
mod conformance;
mod errors;
mod guard;
mod health;
mod middleware;
mod stop;
