//! A throw-away `PostgreSQL`, one for the whole test run.
//!
//! Without `PostgreSQL` on the machine the tests that want it say so and pass; `REQUIRE_POSTGRES=1` makes that a failure.

use std::env;
use std::fs;
use std::io::{self, Write};
use std::os::unix::fs::{MetadataExt, chown};
use std::path::{Path, PathBuf};
use std::process::{ChildStdin, Command, Output, Stdio};
use std::sync::OnceLock;

use tempfile::TempDir;

/// A running cluster.
pub(crate) struct Cluster {
    /// Short, because the path of a socket has at most 107 bytes.
    directory: PathBuf,
    /// The server lives as long as this end of the pipe is open: the test process may even be killed.
    _alive: ChildStdin,
}

impl Cluster {
    /// The address of one of its databases.
    pub(crate) fn url(&self, database: &str) -> String {
        format!("postgres://postgres@localhost/{database}?host={}", self.directory.display())
    }
}

/// The cluster of this test run, started by whoever asks first; none when this machine has no `PostgreSQL`.
pub(crate) fn cluster() -> Option<&'static Cluster> {
    static CLUSTER: OnceLock<Result<Cluster, String>> = OnceLock::new();
    match CLUSTER.get_or_init(|| start().inspect_err(|reason| skipped(reason))) {
        Ok(cluster) => Some(cluster),
        Err(reason) => {
            assert!(env::var_os("REQUIRE_POSTGRES").is_none_or(|value| value == "0"), "no PostgreSQL: {reason}");
            None
        }
    }
}

/// Says once, past the capture of the test harness, that half of the tests did not run.
fn skipped(reason: &str) {
    let _ =
        writeln!(io::stderr(), "SKIPPED every test on PostgreSQL: {reason} (REQUIRE_POSTGRES=1 makes this a failure)");
}

fn start() -> Result<Cluster, String> {
    let programs = programs().ok_or("initdb is neither in PATH nor under /usr/lib/postgresql")?;
    let directory = TempDir::with_prefix("gl-").map_err(|error| error.to_string())?.keep();
    let cluster = launch(&programs, &directory);
    if cluster.is_err() {
        let _ = fs::remove_dir_all(&directory);
    }
    cluster
}

fn launch(programs: &Path, directory: &Path) -> Result<Cluster, String> {
    let data = directory.join("data");
    if is_root() {
        let (user, group) = postgres_user().ok_or("running as root, and there is no user postgres to run it as")?;
        chown(directory, Some(user), Some(group)).map_err(|error| error.to_string())?;
    }
    let options = format!(
        "-c listen_addresses='' -c unix_socket_directories={} -c fsync=off -c synchronous_commit=off \
         -c full_page_writes=off -c max_connections=200",
        directory.display()
    );
    let initdb = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "-D"];
    run(unprivileged(&programs.join("initdb")).args(initdb).arg(&data))?;
    let log = directory.join("log");
    run(unprivileged(&programs.join("pg_ctl"))
        .args(["-w", "-s", "-D"])
        .arg(&data)
        .arg("-l")
        .arg(&log)
        .args(["-o", &options, "start"]))?;
    keep(programs, directory, &data)
}

/// Stops the server and removes its files when the returned pipe closes.
fn keep(programs: &Path, directory: &Path, data: &Path) -> Result<Cluster, String> {
    let script = r#"cat >/dev/null; "$1" -D "$2" -m immediate -s stop; rm -rf "$3""#;
    let child = unprivileged(Path::new("sh"))
        .args(["-c", script, "sh"])
        .args([&programs.join("pg_ctl"), data, directory])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let alive = child.map_err(|error| error.to_string())?.stdin.ok_or("the keeper has no standard input")?;
    Ok(Cluster { directory: directory.to_path_buf(), _alive: alive })
}

/// The folder with `initdb`: the newest that Debian has, else where `PATH` finds it.
fn programs() -> Option<PathBuf> {
    let mut versions: Vec<u32> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .collect();
    versions.sort_unstable_by(|a, b| b.cmp(a));
    let debian = versions.into_iter().map(|version| PathBuf::from(format!("/usr/lib/postgresql/{version}/bin")));
    let path = env::var_os("PATH").unwrap_or_default();
    debian
        .chain(env::split_paths(&path))
        .find(|folder| folder.join("initdb").is_file() && folder.join("pg_ctl").is_file())
}

/// The program as `PostgreSQL` wants to be run: never by root.
fn unprivileged(program: &Path) -> Command {
    let mut command = if is_root() {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=postgres", "--regid=postgres", "--init-groups"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    command.current_dir("/");
    command
}

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

fn postgres_user() -> Option<(u32, u32)> {
    let users = fs::read_to_string("/etc/passwd").ok()?;
    let mut fields = users.lines().find(|line| line.starts_with("postgres:"))?.split(':').skip(2);
    Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
}

fn run(command: &mut Command) -> Result<(), String> {
    // pg_ctl hands its outputs to the server: a pipe there would never end.
    let Output { status, stderr, .. } =
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).output().map_err(|e| e.to_string())?;
    if status.success() {
        return Ok(());
    }
    Err(format!("{command:?} ended with {status}: {}", String::from_utf8_lossy(&stderr)))
}
