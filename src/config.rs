//! Every setting once: a flag, a variable, a default and a unit.
//!
//! [`Settings`] is what the command line, the environment and a `.env` file say together; a flag wins over a
//! variable. `.env.example` lists the same settings, and a test keeps the two equal.

pub mod limits;

use clap::{Args, ValueEnum, builder::FalseyValueParser};

pub use limits::{Limit, Limits};

/// How the server is set up.
#[derive(Args, Clone, Debug)]
pub struct Settings {
    /// Database address: `sqlite://FILE?mode=rwc` or `postgres://USER@HOST/NAME`.
    #[arg(
        long,
        env = "DATABASE_URL",
        value_name = "URL",
        default_value = "sqlite://greenlight.db?mode=rwc",
        hide_env_values = true,
        global = true
    )]
    pub database_url: String,

    /// Address to listen on; `0.0.0.0` for every network.
    #[arg(long, env = "HOST", value_name = "ADDRESS", default_value = "127.0.0.1", global = true)]
    pub host: String,

    /// TCP port to listen on; 0 takes a free one.
    #[arg(long, env = "PORT", value_name = "PORT", default_value_t = 8080, global = true)]
    pub port: u16,

    /// Address under which clients reach this server, e.g. `https://greenlight.example`; default: host and port.
    #[arg(long, env = "PUBLIC_URL", value_name = "URL", global = true)]
    pub public_url: Option<String>,

    /// Origins whose browser pages may ask, separated by commas; `*` for every origin, empty for none.
    #[arg(
        long,
        env = "CORS_ORIGINS",
        value_name = "ORIGINS",
        value_delimiter = ',',
        default_value = "*",
        global = true
    )]
    pub cors_origins: Vec<String>,

    /// Threads that answer requests; default: one per processor core.
    #[arg(long, env = "WORKERS", value_name = "THREADS", value_parser = clap::value_parser!(u16).range(1..=512), global = true)]
    pub workers: Option<u16>,

    /// Reading connections to the database per worker.
    #[arg(
        long,
        env = "READERS_PER_WORKER",
        value_name = "CONNECTIONS",
        default_value_t = 4,
        value_parser = clap::value_parser!(u32).range(1..=64),
        global = true
    )]
    pub readers_per_worker: u32,

    /// What is logged, e.g. `warn`; `greenlight=debug` has a line per request.
    #[arg(
        long,
        env = "RUST_LOG",
        value_name = "FILTER",
        default_value = "info,actix_server=warn,sea_orm_migration=warn",
        global = true
    )]
    pub log: String,

    /// How log lines look; default: text on a terminal, JSON otherwise.
    #[arg(long, env = "LOG_FORMAT", value_name = "FORMAT", global = true)]
    pub log_format: Option<LogFormat>,

    /// Leave an empty database empty instead of loading the starter catalog.
    #[arg(long, env = "NO_STARTER", value_parser = FalseyValueParser::new(), global = true)]
    pub no_starter: bool,

    /// What one client, one request and one operation may ask for.
    #[command(flatten)]
    pub limits: Limits,
}

/// How log lines look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object per line.
    Json,
}
