//! The binary as its users start it.

use std::{
    io::{BufRead as _, BufReader},
    net::SocketAddr,
    process::{Child, ChildStderr, Command, ExitStatus, Stdio},
};

use tempfile::TempDir;

/// The binary in an empty folder and an empty environment.
pub fn greenlight(folder: &TempDir) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_greenlight"));
    command.env_clear().current_dir(folder.path());
    command
}

/// A server in a process of its own; killed when it is dropped.
pub struct Program {
    child: Child,
    log: BufReader<ChildStderr>,
    pub address: SocketAddr,
    _folder: TempDir,
}

impl Program {
    /// Starts `greenlight` with these arguments on a free port and waits until it listens.
    pub fn start(arguments: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut command = greenlight(&folder);
        command.args(["--port", "0", "--no-starter", "--log-format", "json"]).args(arguments);
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap());
        let address = loop {
            let mut line = String::new();
            assert_ne!(log.read_line(&mut line).unwrap(), 0, "it ended before it listened");
            let line: serde_json::Value = serde_json::from_str(&line).unwrap();
            if line["message"] == "listening" {
                break line["address"].as_str().unwrap().parse().unwrap();
            }
        };
        Self { child, log, address, _folder: folder }
    }

    /// Sends a signal, e.g. `TERM`.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").args([&format!("-{name}"), &self.child.id().to_string()]).status().unwrap();
        assert!(sent.success());
    }

    /// Waits for its end and gives its status with the rest of its log.
    pub fn end(&mut self) -> (ExitStatus, String) {
        let mut log = String::new();
        std::io::Read::read_to_string(&mut self.log, &mut log).unwrap();
        (self.child.wait().unwrap(), log)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
