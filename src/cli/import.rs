//! `greenlight import jsonl`: what `export` wrote, back into a database.

use std::io;
use std::io::BufReader;
use std::io::Write as _;
use std::path::Path;
use std::path::PathBuf;

use clap::Subcommand;

use crate::cli::prepare::PrepareError;
use crate::cli::prepare::prepare;
use crate::importers::jsonl::Source;
use crate::importers::jsonl::Summary;
use crate::importers::jsonl::import;
use crate::store::Store;
use crate::store::StoreError;

/// What can be imported.
#[derive(Clone, Debug, Subcommand)]
pub enum From {
    /// JSON Lines as `greenlight export` writes them
    Jsonl {
        /// Files in their order; `-` for standard input
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
}

/// Imports and prints a summary.
pub async fn run(url: &str, From::Jsonl { paths }: From) -> anyhow::Result<()> {
    let summary = read(url, &paths).await?;
    writeln!(io::stdout(), "{summary}")?;
    Ok(())
}

/// Imports files in the order given, `-` being standard input, after bringing the tables up to date.
///
/// All of it or nothing: a file that is wrong, or a process that is killed, leaves the database as it was.
pub async fn read(url: &str, paths: &[PathBuf]) -> Result<Summary, PrepareError> {
    prepare(url, false).await?;
    let store = Store::lazy(url, 1).map_err(StoreError::from)?;
    let summary = import(&store.write, paths.iter().map(|path| source(path))).await;
    store.close().await?;
    Ok(summary?)
}

fn source(path: &Path) -> Source {
    if path == Path::new("-") {
        Source::reader("standard input", BufReader::new(io::stdin()))
    } else {
        Source::file(path)
    }
}
