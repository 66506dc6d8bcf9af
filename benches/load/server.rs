//! The server that is measured: its binary, on a database of its own, at a free port of this machine.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::{fs, io, thread};

use anyhow::{Context as _, ensure};

/// Clock ticks of the kernel in a second, as Linux counts them everywhere.
const TICKS: f64 = 100.0;

/// A running server; killed when it is dropped.
#[derive(Debug)]
pub struct Server {
    child: Child,
    /// Where it answers, e.g. `http://127.0.0.1:41234/graphql`.
    pub url: String,
}

/// Fills the database at `url` with a file of JSON Lines.
pub fn fill(url: &str, lines: &Path) -> anyhow::Result<()> {
    let done = greenlight(url).args(["import", "jsonl"]).arg(lines).stdout(Stdio::null()).status()?;
    ensure!(done.success(), "the catalog could not be imported: give an empty database");
    Ok(())
}

fn greenlight(url: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_greenlight"));
    command.env("DATABASE_URL", url);
    command
}

impl Server {
    /// Starts it and waits until it listens.
    pub fn start(url: &str) -> anyhow::Result<Self> {
        let mut command = greenlight(url);
        command.args(["--host", "127.0.0.1", "--port", "0", "--no-starter", "--log", "info", "--log-format", "json"]);
        let mut child = command.stderr(Stdio::piped()).spawn()?;
        let log = BufReader::new(child.stderr.take().context("its log is piped")?);
        let address = listening(log)?;
        Ok(Self { child, url: format!("http://{address}/graphql") })
    }

    /// Milliseconds of processor time that it has used so far.
    pub fn cpu(&self) -> anyhow::Result<f64> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        let behind_name = stat.rsplit_once(')').map(|(_, fields)| fields).unwrap_or_default();
        let ticks = behind_name.split_whitespace().skip(11).take(2).map(str::parse::<f64>);
        Ok(ticks.sum::<Result<f64, _>>()? / TICKS * 1_000.0)
    }

    /// Memory of its own, MiB.
    pub fn memory(&self) -> anyhow::Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:")).context("Linux tells RssAnon")?;
        let kib: f64 = line.trim().trim_end_matches(" kB").parse()?;
        Ok(kib / 1_024.0)
    }
}

/// The address that the log tells; what follows is read and dropped, so that the server never waits for a reader.
fn listening(mut log: BufReader<ChildStderr>) -> anyhow::Result<String> {
    loop {
        let mut line = String::new();
        ensure!(log.read_line(&mut line)? > 0, "the server ended before it listened");
        let line: serde_json::Value = serde_json::from_str(&line).unwrap_or_default();
        if let Some(address) = line.get("address").and_then(serde_json::Value::as_str) {
            thread::spawn(move || io::copy(&mut log, &mut io::sink()));
            return Ok(address.to_owned());
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
