//! Stays of seasons on charts, and how many countries they reached.

use std::sync::Arc;

use ::entity::ids::ShowId;
use ::entity::{chart, chart_entry, season};
use async_graphql::{Context, Description, Object, Result, SimpleObject};

use crate::graphql::chart::Chart;
use crate::graphql::chart_entry::ChartEntry;
use crate::graphql::page::{Connection, PageArgs, connection_of};
use crate::graphql::plan::{Arguments, Planned, Selection, loader, row, row_if};
use crate::graphql::scalars::{CountryCode, Date};
use crate::graphql::season::Season;
use crate::store;
use crate::store::chart::monday;
use crate::store::chart_run::{ChartRuns, EntriesOfRun, PagedRun, RunKey, RunRow};
use crate::store::loader::Wave;

/// One season's stay on one chart.
#[derive(Clone, Debug, Description)]
pub(super) struct ChartRun(Arc<RunRow>);

impl Planned for ChartRun {
    type Row = RunRow;

    fn plan(rows: &[Arc<RunRow>], asked: &Selection, wave: &mut Wave) {
        asked.one::<Chart, chart::Entity>("chart", rows.iter().map(|run| run.key.chart), wave);
        asked.one::<Season, season::Entity>("season", rows.iter().filter_map(|run| run.season), wave);
        asked.one::<ChartEntry, chart_entry::Entity>("firstEntry", rows.iter().map(|run| run.first_entry), wave);
        asked.one::<ChartEntry, chart_entry::Entity>("peakEntry", rows.iter().map(|run| run.peak_entry), wave);
        asked.entries_of_runs(&rows.iter().map(|run| run.key).collect::<Vec<_>>(), wave);
    }
}

#[Object(use_type_description)]
impl ChartRun {
    /// The chart.
    async fn chart(&self, ctx: &Context<'_>) -> Result<Chart> {
        Ok(Chart(row::<chart::Entity>(ctx, self.0.key.chart).await?))
    }

    /// Its season; null = the chart does not say which.
    async fn season(&self, ctx: &Context<'_>) -> Result<Option<Season>> {
        Ok(row_if::<season::Entity>(ctx, self.0.season).await?.map(Season))
    }

    /// Weeks on the chart, not always consecutive, e.g. 5.
    async fn weeks(&self) -> Result<i32> {
        Ok(i32::try_from(self.0.weeks)?)
    }

    /// Best rank, from 1.
    async fn peak_rank(&self) -> i32 {
        self.0.peak_rank
    }

    /// Its row of the first week.
    async fn first_entry(&self, ctx: &Context<'_>) -> Result<ChartEntry> {
        Ok(ChartEntry(row::<chart_entry::Entity>(ctx, self.0.first_entry).await?))
    }

    /// Its row of the best week, the first of several.
    async fn peak_entry(&self, ctx: &Context<'_>) -> Result<ChartEntry> {
        Ok(ChartEntry(row::<chart_entry::Entity>(ctx, self.0.peak_entry).await?))
    }

    /// Hours of all weeks, e.g. 184500000: a whole number, Float because long runs pass 2³¹; null = not published for
    /// each week.
    async fn total_hours(&self) -> Option<f64> {
        self.0.hours.map(whole)
    }

    /// Views of all weeks, e.g. 26600000: a whole number; null = not published for each week.
    async fn total_views(&self) -> Option<f64> {
        self.0.views.map(whole)
    }

    /// Its rows by week, the first week first.
    async fn entries(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<ChartEntry>> {
        let page = PageArgs::new(first, after, last, before).request(&EntriesOfRun)?;
        let rows = loader(ctx)?.fetch(&PagedRun(page), self.0.key).await?;
        Ok(connection_of(&EntriesOfRun, &rows, Some(self.0.weeks)))
    }
}

#[expect(clippy::cast_precision_loss, reason = "sums of hours stay far below 2⁵³")]
fn whole(sum: i64) -> f64 {
    sum as f64
}

impl Selection {
    /// Plans the pages of the rows of runs.
    fn entries_of_runs(&self, runs: &[RunKey], wave: &mut Wave) {
        for (with, below) in self.uses("entries") {
            let Ok(page) = with.page().request(&EntriesOfRun) else { continue };
            let rows_asked = below.rows();
            wave.want(PagedRun(page), runs.to_vec(), move |pages, wave| {
                let rows = pages.iter().flat_map(|page| page.rows.iter().map(|(_, row)| row.clone()));
                ChartEntry::plan(&rows.collect::<Vec<_>>(), &rows_asked, wave);
            });
        }
    }

    /// Plans the chart runs of shows, or of one season of each.
    pub(super) fn chart_runs(&self, of: &[(ShowId, Option<i32>)], wave: &mut Wave) {
        for (with, below) in self.uses("chartRuns") {
            let (of, below) = (of.to_vec(), below.clone());
            let shows = of.iter().map(|(show, _)| *show).collect();
            wave.want(runs(with.get("charts"), with.get("seasons")), shows, move |runs, wave| {
                let wanted = of.iter().zip(runs).flat_map(|((_, season), runs)| of_season(runs, *season));
                ChartRun::plan(&wanted.collect::<Vec<_>>(), &below, wave);
            });
        }
    }

    /// Plans the reach of seasons.
    pub(super) fn chart_reach(&self, seasons: &[(ShowId, i32)], wave: &mut Wave) {
        for (with, _) in self.uses("chartReach") {
            wave.want_leaf(reach(week(with)), seasons.to_vec());
        }
    }
}

/// The chart runs of a show, or of one of its seasons, as planned.
pub(super) async fn chart_runs(
    ctx: &Context<'_>,
    (show, season): (ShowId, Option<i32>),
    charts: Option<Vec<String>>,
    seasons: Option<Vec<i32>>,
) -> Result<Vec<ChartRun>> {
    let of_show = loader(ctx)?.fetch(&runs(charts, seasons), show).await?;
    Ok(of_season(&of_show, season).map(ChartRun).collect())
}

fn runs(charts: Option<Vec<String>>, seasons: Option<Vec<i32>>) -> ChartRuns {
    ChartRuns { charts: charts.unwrap_or_default(), seasons: seasons.unwrap_or_default() }
}

fn of_season(runs: &[Arc<RunRow>], season: Option<i32>) -> impl Iterator<Item = Arc<RunRow>> {
    runs.iter().filter(move |run| season.is_none() || run.key.season == season).cloned()
}

/// Countries whose own chart a season entered; these charts are not split by language.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct ChartReach {
    /// Monday of the week, e.g. 2025-01-27; null = ever.
    week: Option<Date>,
    /// Their codes, in alphabetical order, e.g. ["JP", "KR"].
    countries: Vec<CountryCode>,
    /// How many countries, e.g. 26.
    count: i32,
}

/// The reach of a season, as planned.
pub(super) async fn chart_reach(ctx: &Context<'_>, of: (ShowId, i32), week: Option<Date>) -> Result<ChartReach> {
    let relation = reach(week);
    let countries = loader(ctx)?.fetch(&relation, of).await?;
    Ok(ChartReach {
        week: relation.week.map(Date),
        countries: countries.iter().cloned().map(CountryCode).collect(),
        count: i32::try_from(countries.len())?,
    })
}

fn week(with: &Arguments) -> Option<Date> {
    with.get("week")
}

fn reach(week: Option<Date>) -> store::chart_run::ChartReach {
    store::chart_run::ChartReach { week: week.map(|day| monday(day.0)) }
}
