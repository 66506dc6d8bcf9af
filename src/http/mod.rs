//! The HTTP edge on actix-web: routes, GraphQL over HTTP, health, and the table of errors.

pub mod accept;
pub mod answer;
pub mod body;
pub mod code;
pub mod graphql;
pub mod guard;
pub mod health;
pub mod parameters;
pub mod respond;
pub mod server;
pub mod trace;
