//! Log lines: text for people, JSON for machines, both on standard error.

use std::{io, io::IsTerminal as _, panic};

use anyhow::Context as _;
use tracing_subscriber::EnvFilter;

use crate::config::{LogFormat, Settings};

/// Sends log lines to standard error from now on, and panics with them.
pub fn start(settings: &Settings) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(&settings.log).context("RUST_LOG is not a log filter, e.g. info")?;
    let on_terminal = if io::stderr().is_terminal() { LogFormat::Text } else { LogFormat::Json };
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr);
    match settings.log_format.unwrap_or(on_terminal) {
        LogFormat::Text => lines.with_ansi(io::stderr().is_terminal()).init(),
        LogFormat::Json => lines.json().flatten_event(true).init(),
    }
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        tracing::error!(place, error = panic.payload_as_str().unwrap_or("a panic without words"), "panicked");
    }));
    Ok(())
}
