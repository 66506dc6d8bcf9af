//! This server: what it is, what it holds and how much may be asked of it.

use std::sync::Arc;

use async_graphql::{Context, Description, Object, Result, SimpleObject};
use chrono::Utc;

use crate::config::{Limit, Limits};
use crate::graphql::dataset::Dataset;
use crate::graphql::plan::loader;
use crate::graphql::scalars::DateTime;
use crate::store::holdings;

/// What the schema knows of the server that it runs in.
#[derive(Clone, Debug)]
pub struct About {
    /// When it began.
    pub started_at: chrono::DateTime<Utc>,
    /// Its limits.
    pub limits: Limits,
}

impl Default for About {
    fn default() -> Self {
        Self { started_at: Utc::now(), limits: Limits::default() }
    }
}

/// This server.
#[derive(Debug, Description)]
pub(super) struct Server;

#[Object(use_type_description)]
impl Server {
    /// Semantic version, e.g. 0.1.0.
    async fn version(&self) -> &'static str {
        env!("CARGO_PKG_VERSION")
    }

    /// When it began to answer.
    async fn started_at(&self, ctx: &Context<'_>) -> Result<DateTime> {
        Ok(DateTime(ctx.data::<About>()?.started_at))
    }

    /// How much it holds.
    async fn counts(&self, ctx: &Context<'_>) -> Result<CatalogCounts> {
        CatalogCounts::new(&holdings::counts(loader(ctx)?.db()).await?)
    }

    /// Where the facts come from and what to print beside them.
    async fn datasets(&self, ctx: &Context<'_>) -> Result<Vec<Dataset>> {
        let rows = holdings::datasets(loader(ctx)?.db()).await?;
        Ok(rows.into_iter().map(|row| Dataset::from(Arc::new(row))).collect())
    }

    /// When anything held last changed; null = the catalog is empty.
    async fn last_change_at(&self, ctx: &Context<'_>) -> Result<Option<DateTime>> {
        Ok(holdings::last_change_at(loader(ctx)?.db()).await?.map(DateTime))
    }

    /// Every limit with its present value.
    async fn limits(&self, ctx: &Context<'_>) -> Result<Vec<ServerLimit>> {
        ctx.data::<About>()?.limits.all().into_iter().map(ServerLimit::new).collect()
    }
}

macro_rules! catalog_counts {
    ($($(#[doc = $doc:literal])* $field:ident)*) => {
        /// Rows held, exact.
        #[derive(Debug, SimpleObject)]
        struct CatalogCounts {
            $($(#[doc = $doc])* $field: i32,)*
        }

        impl CatalogCounts {
            fn new(counts: &holdings::Counts) -> Result<Self> {
                Ok(Self { $($field: i32::try_from(counts.$field)?,)* })
            }
        }
    };
}

catalog_counts! {
    /// Shows.
    shows
    /// Seasons, specials included.
    seasons
    /// Episodes.
    episodes
    /// People.
    people
    /// Credits, expected ones included.
    credits
    /// Nominations, wins included.
    nominations
    /// Rows of charts: one title in one week.
    chart_entries
    /// Reports, withdrawn ones included.
    reports
    /// Outlets.
    outlets
    /// Claims, withdrawn ones included.
    claims
    /// Utterances that claims go back to.
    origins
    /// Target seasons whose question has been answered.
    resolved_questions
}

/// One limit; a request beyond it is refused before it runs.
#[derive(Debug, SimpleObject)]
struct ServerLimit {
    /// Stable code, e.g. max_depth; an error about it names it.
    code: &'static str,
    /// What it bounds, English.
    label: &'static str,
    /// Present value, in its unit, e.g. 16.
    value: i32,
    /// E.g. bytes, levels or points.
    unit: &'static str,
}

impl ServerLimit {
    fn new(limit: Limit) -> Result<Self> {
        Ok(Self { code: limit.code, label: limit.label, value: i32::try_from(limit.value)?, unit: limit.unit })
    }
}

/// Root fields about this server.
#[derive(Debug, Default)]
pub struct ServerQuery;

#[Object]
impl ServerQuery {
    /// What this server is and holds.
    async fn server(&self) -> Server {
        Server
    }
}
