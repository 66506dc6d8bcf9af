//! Charts: ranked lists that are published every week.

use std::sync::Arc;

use ::entity::ids::ChartId;
use ::entity::{chart, platform};
use async_graphql::{Context, Description, Enum, ID, Object, Result};

use crate::graphql::by::EntityBy;
use crate::graphql::chart_entry::ChartEntry;
use crate::graphql::id;
use crate::graphql::page::{Connection, PageArgs, connection, root_connection};
use crate::graphql::plan::{Planned, Selection, loader, prepare, row};
use crate::graphql::platform::Platform;
use crate::graphql::scalars::{CountryCode, Date};
use crate::store::address;
use crate::store::chart::{Charts, EntriesOfChart, WeeksOfChart, monday};
use crate::store::loader::Wave;

/// Language stratum of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "::entity::kinds::ChartStratum")]
pub(super) enum ChartStratum {
    /// English-language titles.
    English,
    /// Titles in all other languages.
    NonEnglish,
}

/// What the ranks of a chart go by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "::entity::kinds::ChartMetric")]
pub(super) enum ChartMetric {
    /// Hours viewed in the week.
    Hours,
    /// Hours viewed divided by runtime.
    Views,
    /// The publisher does not say.
    Unstated,
}

/// A ranked list that is published every week, e.g. the Netflix Top 10 of series in other languages than English.
#[derive(Clone, Debug, Description)]
pub(super) struct Chart(pub(super) Arc<chart::Model>);

impl From<Arc<chart::Model>> for Chart {
    fn from(row: Arc<chart::Model>) -> Self {
        Self(row)
    }
}

impl Planned for Chart {
    type Row = chart::Model;

    fn plan(rows: &[Arc<chart::Model>], asked: &Selection, wave: &mut Wave) {
        let charts: Vec<ChartId> = rows.iter().map(|chart| chart.id).collect();
        asked.one::<Platform, platform::Entity>("platform", rows.iter().map(|chart| chart.platform_id), wave);
        asked.pages::<ChartEntry, _>("entries", &charts, wave, |with| Some(entries(with.get("week"))));
        if asked.has("firstWeek") || asked.has("latestWeek") {
            wave.want_leaf(WeeksOfChart, charts);
        }
    }
}

#[Object(use_type_description)]
impl Chart {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("Chart", self.0.id.0)
    }

    /// Readable address part, unique among charts, e.g. netflix-global-tv-non-english; old ones keep resolving.
    async fn slug(&self) -> &str {
        &self.0.slug
    }

    /// Name to print, in English.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// The platform whose list it is.
    async fn platform(&self, ctx: &Context<'_>) -> Result<Platform> {
        Ok(Platform(row::<platform::Entity>(ctx, self.0.platform_id).await?))
    }

    /// Where it was watched, e.g. KR; null = worldwide.
    async fn country(&self) -> Option<CountryCode> {
        self.0.country.clone().map(CountryCode)
    }

    /// Language stratum; null = all languages together.
    async fn stratum(&self) -> Option<ChartStratum> {
        self.0.stratum.map(Into::into)
    }

    /// What the rank goes by.
    async fn metric(&self) -> ChartMetric {
        self.0.metric.into()
    }

    /// Monday of the first week held, e.g. 2025-01-20; null = empty.
    async fn first_week(&self, ctx: &Context<'_>) -> Result<Option<Date>> {
        let weeks = loader(ctx)?.fetch(&WeeksOfChart, self.0.id).await?;
        Ok(weeks.map(|(first, _)| Date(first)))
    }

    /// Monday of the latest week held, e.g. 2025-02-17; null = empty.
    async fn latest_week(&self, ctx: &Context<'_>) -> Result<Option<Date>> {
        let weeks = loader(ctx)?.fetch(&WeeksOfChart, self.0.id).await?;
        Ok(weeks.map(|(_, latest)| Date(latest)))
    }

    /// Entries by week (latest first) and rank.
    async fn entries(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Any day of one week, e.g. 2025-01-22; default all weeks.")] week: Option<Date>,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<ChartEntry>> {
        connection(ctx, entries(week), self.0.id, PageArgs::new(first, after, last, before)).await
    }
}

fn entries(week: Option<Date>) -> EntriesOfChart {
    EntriesOfChart { week: week.map(|day| monday(day.0)) }
}

/// Root fields about charts.
#[derive(Debug, Default)]
pub struct ChartQuery;

#[Object]
impl ChartQuery {
    /// One chart; null = nothing by that id or slug.
    async fn chart(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How it is named, e.g. {slug: \"netflix-global-tv-non-english\"}.")] by: EntityBy,
    ) -> Result<Option<Chart>> {
        let row = address::find::<chart::Entity>(loader(ctx)?.db(), &by.address("Chart")?).await?;
        let rows: Vec<_> = row.into_iter().map(Arc::new).collect();
        prepare::<Chart>(ctx, &rows).await?;
        Ok(rows.into_iter().next().map(Chart))
    }

    /// Charts that this server holds, in the order in which they were added.
    async fn charts(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Chart>> {
        root_connection(ctx, Charts, PageArgs::new(first, after, last, before)).await
    }
}
