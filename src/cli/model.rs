//! `greenlight model`: what the confidence model is made of.

use std::{io, io::Write as _};

use clap::Subcommand;

use crate::renewal::Parameters;

/// What to show.
#[derive(Clone, Copy, Debug, Subcommand)]
pub enum Model {
    /// Print its parameters as JSON
    Show,
}

/// Prints the parameter file; a closed pipe ends it quietly.
pub fn run(what: Model) -> anyhow::Result<()> {
    let text = match what {
        Model::Show => Parameters::rc1_file(),
    };
    match io::stdout().write_all(text.as_str().as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => Ok(written?),
    }
}
