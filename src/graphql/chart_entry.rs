//! Rows of charts.

use std::sync::Arc;

use ::entity::show;
use async_graphql::{Context, Description, ID, Object, Result};
use chrono::Days;

use crate::graphql::chart::Chart;
use crate::graphql::id;
use crate::graphql::plan::{Planned, Selection, row};
use crate::graphql::provenance::{Provenance, provenance};
use crate::graphql::scalars::{Date, DateWindow};
use crate::graphql::season::Season;
use crate::graphql::show::Show;
use crate::store::chart::ChartEntryRow;
use crate::store::loader::Wave;
use crate::store::provenance::Sourced;

/// One row of one week of a chart.
#[derive(Clone, Debug, Description)]
pub(super) struct ChartEntry(pub(super) Arc<ChartEntryRow>);

impl From<Arc<ChartEntryRow>> for ChartEntry {
    fn from(row: Arc<ChartEntryRow>) -> Self {
        Self(row)
    }
}

impl Planned for ChartEntry {
    type Row = ChartEntryRow;

    fn plan(rows: &[Arc<ChartEntryRow>], asked: &Selection, wave: &mut Wave) {
        asked.one::<Show, show::Entity>("show", rows.iter().map(|row| row.entry.show_id), wave);
        let charts: Vec<_> = rows.iter().map(|row| row.chart.clone()).collect();
        Chart::plan(&charts, &asked.under("chart"), wave);
        let seasons: Vec<_> = rows.iter().filter_map(|row| row.season.clone()).collect();
        Season::plan(&seasons, &asked.under("season"), wave);
        asked.provenance(rows.iter().map(|row| Sourced::ChartEntry(row.entry.id)), wave);
    }
}

#[Object(use_type_description)]
impl ChartEntry {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("ChartEntry", self.0.entry.id.0)
    }

    /// The chart.
    async fn chart(&self) -> Chart {
        Chart(self.0.chart.clone())
    }

    /// Monday to Sunday.
    async fn week(&self) -> DateWindow {
        let monday = self.0.entry.week;
        let sunday = monday.checked_add_days(Days::new(6)).unwrap_or(monday);
        DateWindow { from: Some(Date(monday)), to: Some(Date(sunday)), text: None }
    }

    /// From 1.
    async fn rank(&self) -> i32 {
        self.0.entry.rank
    }

    /// The show.
    async fn show(&self, ctx: &Context<'_>) -> Result<Show> {
        Ok(Show(row::<show::Entity>(ctx, self.0.entry.show_id).await?))
    }

    /// The season; null = the chart does not say which.
    async fn season(&self) -> Option<Season> {
        self.0.season.clone().map(Season)
    }

    /// Hours watched in the week, e.g. 32600000; null = not published.
    async fn hours_viewed(&self) -> Result<Option<i32>> {
        Ok(self.0.entry.hours_viewed.map(i32::try_from).transpose()?)
    }

    /// Hours ÷ runtime, as published, e.g. 4700000; null = not published.
    async fn views(&self) -> Result<Option<i32>> {
        Ok(self.0.entry.views.map(i32::try_from).transpose()?)
    }

    /// Whole season, in minutes, e.g. 416; null = not published.
    async fn runtime_minutes(&self) -> Option<i32> {
        self.0.entry.runtime_minutes
    }

    /// Weeks on this chart, this one included, as published; null = not published.
    async fn weeks_on_chart(&self) -> Option<i32> {
        self.0.entry.weeks_on_chart
    }

    /// Days of the week on which it was out, 1..7: 3 = a Friday release, whose figures tell of three days; null = unknown.
    async fn days_available(&self) -> Option<i32> {
        self.0.entry.days_available
    }

    /// How the platform first wrote it that week.
    async fn label(&self) -> &str {
        &self.0.entry.label
    }

    /// Where it was taken from, prevailing first.
    pub(super) async fn provenance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only these GraphQL fields, e.g. [\"premieredOn\"]; default all.")] fields: Option<
            Vec<String>,
        >,
    ) -> Result<Vec<Provenance>> {
        provenance(ctx, Sourced::ChartEntry(self.0.entry.id), fields).await
    }
}
