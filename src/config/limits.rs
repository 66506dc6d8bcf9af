//! Every limit once, with its code, unit, default and variable.

use std::time::Duration;

use clap::Args;

/// One limit as it stands, for lists of limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Stable code, e.g. `max_depth`.
    pub code: &'static str,
    /// What it bounds, English, e.g. `Levels of fields inside one another.`.
    pub label: &'static str,
    /// Present value, 0..=2,147,483,647, in `unit`.
    pub value: u32,
    /// Unit of the value, e.g. `bytes`.
    pub unit: &'static str,
}

/// The highest value a limit takes: what a GraphQL `Int` holds.
const HIGHEST: i64 = i32::MAX as i64;

macro_rules! limits {
    ($( $(#[doc = $doc:literal])+ $code:ident = $default:literal $unit:literal from $env:literal, at least $lowest:literal; )+) => {
        /// Every limit, each with its default.
        #[derive(Args, Clone, Debug)]
        #[command(next_help_heading = "Limits")]
        pub struct Limits {
            $(
                $(#[doc = $doc])+
                #[arg(
                    long,
                    env = $env,
                    value_name = $unit,
                    default_value_t = $default,
                    value_parser = clap::value_parser!(u32).range($lowest..=HIGHEST),
                    global = true
                )]
                pub $code: u32,
            )+
        }

        impl Default for Limits {
            fn default() -> Self {
                Self { $($code: $default),+ }
            }
        }

        impl Limits {
            /// The list of all limits, in the order of the documentation.
            pub fn all(&self) -> Vec<Limit> {
                vec![$(Limit {
                    code: stringify!($code),
                    label: concat!($($doc),+).trim_ascii(),
                    value: self.$code,
                    unit: $unit,
                }),+]
            }
        }
    };
}

limits! {
    /// Body of a request.
    max_body = 262_144 "bytes" from "MAX_BODY", at least 1;
    /// Path and query of an address.
    max_url = 8_192 "bytes" from "MAX_URL", at least 64;
    /// Lexical tokens of a document.
    max_tokens = 5_000 "tokens" from "MAX_TOKENS", at least 1;
    /// Levels of fields inside one another.
    max_depth = 16 "levels" from "MAX_DEPTH", at least 1;
    /// Aliases of a document.
    max_aliases = 50 "aliases" from "MAX_ALIASES", at least 0;
    /// Directives of a document.
    max_directives = 50 "directives" from "MAX_DIRECTIVES", at least 0;
    /// Root fields of an operation.
    max_root_fields = 20 "fields" from "MAX_ROOT_FIELDS", at least 1;
    /// Price of a request: one point per object it may return, more where a field is dear.
    max_cost = 10_000 "points" from "MAX_COST", at least 1;
    /// Fields that a request may return, leaves included.
    max_fields = 100_000 "fields" from "MAX_FIELDS", at least 1;
    /// Lists inside one another when asking about the schema itself.
    max_introspection_depth = 2 "levels" from "MAX_INTROSPECTION_DEPTH", at least 1;
    /// Items of one list in an argument or a variable.
    max_list_items = 100 "items" from "MAX_LIST_ITEMS", at least 1;
    /// Operations in one batch.
    max_batch = 10 "operations" from "MAX_BATCH", at least 1;
    /// Errors in one answer.
    max_errors = 100 "errors" from "MAX_ERRORS", at least 1;
    /// Time to receive a body.
    body_timeout_ms = 5_000 "ms" from "BODY_TIMEOUT_MS", at least 1;
    /// Time to execute a request.
    request_timeout_ms = 10_000 "ms" from "REQUEST_TIMEOUT_MS", at least 1;
    /// Time that a connection without a request stays open.
    keep_alive_ms = 15_000 "ms" from "KEEP_ALIVE_MS", at least 1;
    /// Time between the announcement that this server stops and the end of accepting connections.
    drain_delay_ms = 1_000 "ms" from "DRAIN_DELAY_MS", at least 0;
    /// Time for answers under way to finish when this server stops.
    drain_timeout_ms = 20_000 "ms" from "DRAIN_TIMEOUT_MS", at least 0;
}

impl Limits {
    /// Time to receive a body.
    pub fn body_timeout(&self) -> Duration {
        Duration::from_millis(self.body_timeout_ms.into())
    }

    /// Time to execute a request.
    pub fn request_timeout(&self) -> Duration {
        Duration::from_millis(self.request_timeout_ms.into())
    }
}
