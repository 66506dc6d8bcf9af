//! `greenlight model`: what the confidence model is made of, and what it learnt.

use std::{io, io::Write as _};

use chrono::Utc;
use clap::Subcommand;

use crate::cli::prepare::prepare;
use crate::ledger::alone;
use crate::ledger::outlook;
use crate::ledger::track_record;
use crate::ledger::track_record::Rebuilt;
use crate::renewal::Parameters;
use crate::store::Store;

/// What to do with it.
#[derive(Clone, Copy, Debug, Subcommand)]
pub enum Model {
    /// Print its parameters as JSON
    Show,
    /// Work out anew who was right and who was wrong so far
    Records,
}

/// Prints the parameter file, or what the rebuilt track records are; a closed pipe ends it quietly.
pub async fn run(what: Model, url: &str) -> anyhow::Result<()> {
    let text = match what {
        Model::Show => Parameters::rc1_file().to_string(),
        Model::Records => format!("{}\n", records(url).await?),
    };
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => Ok(written?),
    }
}

/// Rebuilds the track records of the database at `url`, and the outlooks that rest on them: all or nothing.
async fn records(url: &str) -> anyhow::Result<Rebuilt> {
    prepare(url, false).await?;
    let store = Store::open(url, 1).await?;
    let transaction = alone::begin(&store.write).await?;
    let now = Utc::now();
    let rebuilt = track_record::rebuild(&transaction, None, now.date_naive()).await?;
    if rebuilt.is_change() {
        outlook::refresh_all(&transaction, now).await?;
    }
    transaction.commit().await?;
    store.close().await?;
    Ok(rebuilt)
}
