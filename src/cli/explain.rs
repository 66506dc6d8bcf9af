//! `greenlight explain`: how likely a season is, and why.
//!
//! Of a season of the catalog it tells every step. With `--case` it needs no database: it reads one case a line and prints one
//! answer a line, in the order of the lines.

mod catalog;

use std::fs::File;
use std::io;
use std::io::BufRead;
use std::io::BufReader;
use std::io::BufWriter;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;
use serde_json::Value;
use serde_json::json;

use crate::renewal::Assessment;
use crate::renewal::Item;
use crate::renewal::LineError;
use crate::renewal::Parameters;
use crate::renewal::assess;
use crate::renewal::read_case;

/// What to explain.
#[derive(Debug, Args)]
pub struct Options {
    /// Cases to assess, one JSON object a line, from a file or - for standard input
    #[arg(long, value_name = "FILE")]
    case: Option<PathBuf>,
    /// A season of the catalog
    #[command(flatten)]
    asked: catalog::Asked,
}

/// Explains a season of the catalog in the database at `url`, or the cases of a file.
pub async fn run(options: &Options, url: &str) -> anyhow::Result<ExitCode> {
    match &options.case {
        Some(path) => answer_cases(path),
        None => catalog::run(&options.asked, url).await.map(|()| ExitCode::SUCCESS),
    }
}

/// Answers every line; fails when a line was no case, after the others were answered.
fn answer_cases(path: &Path) -> anyhow::Result<ExitCode> {
    let cases: Box<dyn BufRead> = if path == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        let file = File::open(path).with_context(|| format!("{} cannot be opened", path.display()))?;
        Box::new(BufReader::new(file))
    };
    match answer_lines(cases, BufWriter::new(io::stdout().lock())) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        answered => Ok(if answered? { ExitCode::SUCCESS } else { ExitCode::FAILURE }),
    }
}

/// One answer for each line; whether all lines were cases.
fn answer_lines(cases: impl BufRead, mut out: impl Write) -> io::Result<bool> {
    let mut all_read = true;
    for (line, at) in cases.split(b'\n').zip(1_u64..) {
        let answer = match answer_line(&line?) {
            Ok(answer) => answer,
            Err(error) => {
                all_read = false;
                json!({"error": {"line": at, "field": error.field(), "message": error.message()}})
            }
        };
        writeln!(out, "{answer}")?;
    }
    out.flush()?;
    Ok(all_read)
}

fn answer_line(line: &[u8]) -> Result<Value, LineError> {
    let text = std::str::from_utf8(line).map_err(|_| LineError::not_text())?;
    Ok(in_words_of_the_vectors(&assess(&read_case(text)?, Parameters::rc1())))
}

fn in_words_of_the_vectors(answer: &Assessment) -> Value {
    let interval = answer.interval80();
    let mut items: Vec<_> = answer.items().map(|item| (item.code().to_string(), item)).collect();
    items.sort_by(|(a, _), (b, _)| a.cmp(b));
    let item = |(code, item): &(String, &Item)| json!({"code": code, "log_odds": item.log_odds().value(), "sd": item.sd().value()});
    json!({
        "probability": answer.probability().value(),
        "interval80": {"low": interval.low().value(), "high": interval.high().value()},
        "log_odds": answer.log_odds().value(),
        "sd": answer.sd().value(),
        "status": answer.status().code(),
        "band": answer.band().label(),
        "evidence_grade": answer.evidence_grade().label(),
        "items": items.iter().map(item).collect::<Vec<_>>(),
    })
}
