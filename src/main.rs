//! The `greenlight` binary.

use std::process::ExitCode;

fn main() -> ExitCode {
    greenlight::cli::run()
}
