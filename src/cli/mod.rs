//! The command line: one file per command, one line here.

pub mod doctor;
pub mod export;
pub mod import;
mod logging;
pub mod migrate;
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

impl Cli {
    /// The settings that were given.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }
}

/// The list of commands.
#[derive(Debug, Default, Subcommand)]
enum Command {
    /// Answer GraphQL over HTTP (the default)
    #[default]
    Serve,
    /// Print the schema in GraphQL's own language
    Schema,
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
