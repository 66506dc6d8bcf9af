//! The command line: one file per command, one line here.

mod doctor;
mod explain;
mod export;
mod import;
mod logging;
mod migrate;
mod model;
pub mod prepare;
mod schema;
mod serve;

use std::{io, io::Write as _, process::ExitCode};

use clap::{Parser, Subcommand};

use crate::config::Settings;

/// Entertainment metadata as a GraphQL API that answers: will it come back?
///
/// Every setting is a flag or a variable, also from a file named .env; a flag wins.
#[derive(Debug, Parser)]
#[command(name = "greenlight", version, max_term_width = 120)]
pub struct Cli {
    /// What to do; serve when nothing is said.
    #[command(subcommand)]
    command: Option<Command>,
    /// How.
    #[command(flatten)]
    settings: Settings,
}

/// The list of commands.
#[derive(Debug, Default, Subcommand)]
enum Command {
    /// Answer GraphQL over HTTP (the default)
    #[default]
    Serve,
    /// Print the schema in GraphQL's own language
    Schema,
    /// Say how likely a season is, and why
    Explain(explain::Options),
    /// Show the confidence model
    #[command(subcommand)]
    Model(model::Model),
}

/// Reads `.env`, the environment and the command line, and does what they say.
pub fn run() -> ExitCode {
    if let Err(error) = read_env_file() {
        return failed(&error);
    }
    let Cli { command, settings } = Cli::parse();
    let done = match command.unwrap_or_default() {
        Command::Serve => serve::run(&settings),
        Command::Schema => schema::run(),
        Command::Explain(options) => return explain::run(&options).unwrap_or_else(|error| failed(&error)),
        Command::Model(what) => model::run(what),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&error),
    }
}

fn read_env_file() -> anyhow::Result<()> {
    match dotenvy::dotenv() {
        Err(error) if !error.not_found() => anyhow::bail!("the file .env cannot be read: {error}"),
        _ => Ok(()),
    }
}

/// One line for people; a closed standard error is no reason to fail differently.
fn failed(error: &anyhow::Error) -> ExitCode {
    let _ = writeln!(io::stderr(), "greenlight: {error:#}");
    ExitCode::FAILURE
}
