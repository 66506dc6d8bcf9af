//! The `greenlight` binary.

// As in the library, whose futures it runs.
#![recursion_limit = "256"]

use std::process::ExitCode;

fn main() -> ExitCode {
    greenlight::cli::run()
}
