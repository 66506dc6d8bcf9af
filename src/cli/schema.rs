//! `greenlight schema`: the public contract as text.

use std::{io, io::Write as _};

use crate::graphql::schema;
use crate::graphql::server::About;

/// Prints the schema; a closed pipe ends it quietly.
pub fn run() -> anyhow::Result<()> {
    match io::stdout().write_all(schema::sdl(&schema::build(About::default())).as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => Ok(written?),
    }
}
