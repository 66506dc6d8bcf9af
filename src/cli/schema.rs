//! `greenlight schema`: the public contract as text.

use std::{io, io::Write as _};

use crate::graphql;

/// Prints the schema; a closed pipe ends it quietly.
pub fn run() -> anyhow::Result<()> {
    match io::stdout().write_all(graphql::schema::build().sdl().as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => Ok(written?),
    }
}
