//! The command line: one file per command, one line here.

mod daily;
pub mod doctor;
mod explain;
pub mod export;
pub mod import;
mod logging;
pub mod migrate;
mod model;
pub mod prepare;
mod schema;
mod serve;

use std::{io, io::Write as _, path::PathBuf, process::ExitCode};

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
    /// Create the tables, change them to a newer form, or take that back
    Migrate {
        /// What to do with the migrations
        #[command(subcommand)]
        action: migrate::Action,
    },
    /// Write everything that this server holds as JSON Lines
    Export {
        /// File to write; `-` or nothing for standard output
        path: Option<PathBuf>,
    },
    /// Read data into the database: all of it or nothing
    Import {
        /// What kind of data
        #[command(subcommand)]
        source: import::From,
    },
    /// Examine the configuration and the database, and say what to do
    Doctor {
        /// Build the search index anew
        #[arg(long)]
        repair: bool,
    },
    /// Print the schema in GraphQL's own language
    Schema,
    /// Say how likely a season is, and why
    Explain(explain::Options),
    /// Show the confidence model, or learn from what turned out
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
        Command::Migrate { action } => alone(migrate::run(&settings.database_url, action)),
        Command::Export { path } => alone(export::run(&settings.database_url, path.as_deref())),
        Command::Import { source } => alone(import::run(&settings.database_url, source)),
        Command::Doctor { repair } => alone(doctor::run(&settings, repair)),
        Command::Schema => schema::run(),
        Command::Explain(options) => {
            return alone(explain::run(&options, &settings.database_url)).unwrap_or_else(|error| failed(&error));
        }
        Command::Model(what) => alone(model::run(what, &settings.database_url)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&error),
    }
}

/// Does the work of a command that is no server.
fn alone<T>(work: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(work)
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
