//! How much a server answers: `just bench-load`. Prints one table; ratios within it count, absolute figures drift.
//!
//! SQLite in a temporary folder, or the *empty* database that `DATABASE_URL` names. `--against` measures another server that
//! holds the same catalog and answers the same documents, in turn with this one.

// The futures of a whole schema lie within each other; an optimised build looks through all of them at once.
#![recursion_limit = "256"]

mod catalog;
mod client;
mod ledger;
mod operations;
mod server;
mod statements;

use std::env;
use std::fs::File;
use std::io::BufWriter;
use std::time::Duration;

use clap::Parser;

use crate::catalog::Catalog;
use crate::client::{Measured, Target};
use crate::operations::Operation;
use crate::server::Server;
use crate::statements::Counter;

/// Requests before anything is measured, of every operation.
const WARM_UP: u64 = 40;

/// What to measure.
#[derive(Debug, Parser)]
struct Arguments {
    /// Shows in the catalog, from 20
    #[arg(long, default_value_t = 2_000, value_parser = clap::value_parser!(u64).range(20..))]
    shows: u64,
    /// Seconds for each operation at each number of clients
    #[arg(long, default_value_t = 3)]
    seconds: u64,
    /// Another server on this machine to ask in turn, e.g. `http://127.0.0.1:5000/graphql`
    #[arg(long, value_name = "URL")]
    against: Option<String>,
    /// What cargo says to every bench
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let folder = tempfile::tempdir()?;
    let url = env::var("DATABASE_URL")
        .unwrap_or_else(|_| format!("sqlite://{}?mode=rwc", folder.path().join("load.db").display()));
    let catalog = Catalog { shows: arguments.shows };
    let lines = folder.path().join("catalog.jsonl");
    catalog.write(BufWriter::new(File::create(&lines)?))?;
    server::fill(&url, &lines)?;
    let server = Server::start(&url)?;
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(run(&arguments, catalog, &url, &server))
}

async fn run(arguments: &Arguments, catalog: Catalog, url: &str, server: &Server) -> anyhow::Result<()> {
    let own = Target::new(&server.url)?;
    let other = arguments.against.as_deref().map(Target::new).transpose()?;
    let counter = Counter::open(url).await?;
    let time = Duration::from_secs(arguments.seconds);
    head();
    for clients in [1, 32] {
        let mut page = None;
        let mut others_page = None;
        for operation in operations::all() {
            warm_up(&own, operation, catalog).await?;
            let cpu = server.cpu()?;
            let measured = own.measure(operation, catalog, clients, time).await?;
            let cpu = (server.cpu()? - cpu) / f64::from(measured.requests.max(1));
            let statements = counter.count(operation, catalog).await?;
            let used = format!("{cpu:>8.3} {:>8.1} {statements:>10}", server.memory()?);
            line(operation.name, clients, &measured, &used, *page.get_or_insert(measured.rate()));
            if let Some(other) = &other {
                warm_up(other, operation, catalog).await?;
                let measured = other.measure(operation, catalog, clients, time).await?;
                let name = format!("  {}", "the other");
                let used = format!("{:>8} {:>8} {:>10}", "–", "–", "–");
                line(&name, clients, &measured, &used, *others_page.get_or_insert(measured.rate()));
            }
        }
    }
    counter.close().await
}

async fn warm_up(target: &Target, operation: Operation, catalog: Catalog) -> anyhow::Result<()> {
    for turn in 0..WARM_UP {
        target.ask(operation.body(turn, catalog)).await?;
    }
    Ok(())
}

fn head() {
    println!(
        "{:<14} {:>3} {:>9} {:>8} {:>8} {:>8} {:>8} {:>10} {:>11}",
        "operation", "c", "req/s", "p50 ms", "p99 ms", "CPU ms", "MiB", "statements", "of showPage"
    );
}

fn line(name: &str, clients: u32, measured: &Measured, used: &str, page: f64) {
    let (rate, p50, p99) = (measured.rate(), measured.within(0.5), measured.within(0.99));
    println!("{name:<14} {clients:>3} {rate:>9.0} {p50:>8.2} {p99:>8.2} {used} {:>11.2}", rate / page);
}
