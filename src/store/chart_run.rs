//! Stays of seasons on charts, and the countries whose charts they entered.

use std::collections::HashMap;
use std::sync::Arc;

use ::entity::ids::{ChartEntryId, ChartId, SeasonId, ShowId};
use ::entity::{chart, chart_entry, season};
use chrono::NaiveDate;
use sea_orm::sea_query::{
    Expr, ExprTrait as _, Func, JoinType, Order, OverStatement as _, Query, SelectStatement, WindowStatement,
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait as _, DatabaseConnection, DbErr, EntityTrait as _, QueryFilter as _,
    QueryOrder as _, QueryResult, QuerySelect as _, QueryTrait as _, Select,
};

use crate::store::chart::ChartEntryRow;
use crate::store::key::Keyed as _;
use crate::store::list::any_of;
use crate::store::loader::Relation;
use crate::store::page::{Direction, Page, PageRequest, SortValue, Term};

/// What names a run: a chart, and the season that stays on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RunKey {
    /// The chart.
    pub chart: ChartId,
    /// The show.
    pub show: ShowId,
    /// Number of the season; null = the chart does not say.
    pub season: Option<i32>,
}

/// One season's stay on one chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunRow {
    /// Whose stay on which chart.
    pub key: RunKey,
    /// The season; null = the chart does not say, or it is not in the catalog.
    pub season: Option<SeasonId>,
    /// Weeks on the chart.
    pub weeks: i64,
    /// Best rank, from 1.
    pub peak_rank: i32,
    /// The row of its first week.
    pub first_entry: ChartEntryId,
    /// The row of the first of its best weeks.
    pub peak_entry: ChartEntryId,
    /// Hours of all weeks; null = not published for each of them.
    pub hours: Option<i64>,
    /// Views of all weeks; null = not published for each of them.
    pub views: Option<i64>,
}

/// The runs of a show, best rank first, then the longest.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ChartRuns {
    /// Slugs of charts; empty = any.
    pub charts: Vec<String>,
    /// Numbers of seasons; empty = any.
    pub seasons: Vec<i32>,
}

impl Relation for ChartRuns {
    type Key = ShowId;
    type Answer = Vec<Arc<RunRow>>;

    async fn load(&self, db: &DatabaseConnection, keys: &[ShowId]) -> Result<HashMap<ShowId, Self::Answer>, DbErr> {
        let mut runs: HashMap<ShowId, Self::Answer> = HashMap::new();
        for row in db.query_all(&runs_of(self.ranked(keys))).await? {
            let run = run(&row)?;
            runs.entry(run.key.show).or_default().push(Arc::new(run));
        }
        for runs in runs.values_mut() {
            runs.sort_by_key(|run| (run.peak_rank, -run.weeks, run.key));
        }
        Ok(runs)
    }
}

impl ChartRuns {
    /// The rows of all runs, numbered by week and by rank within each.
    fn ranked(&self, shows: &[ShowId]) -> SelectStatement {
        let charts = chart::Entity::find().select_only().column(chart::Column::Id);
        let of_charts = |slugs: &Vec<String>| {
            let charts = charts.filter(chart::Column::Slug.is_in(slugs)).into_query();
            chart_entry::Column::ChartId.in_subquery(charts)
        };
        let of_seasons = |numbers: &Vec<i32>| chart_entry::Column::SeasonNumber.is_in(numbers.iter().copied());
        let wanted = any_of(chart_entry::Column::ShowId.into_expr(), shows.iter().map(|show| (*show).into()))
            .add_option(Some(&self.charts).filter(|charts| !charts.is_empty()).map(of_charts))
            .add_option(Some(&self.seasons).filter(|seasons| !seasons.is_empty()).map(of_seasons));
        let (week, rank) = (chart_entry::Column::Week, chart_entry::Column::Rank);
        let mut select = chart_entry::Entity::find()
            .join(JoinType::LeftJoin, crate::store::chart::season_of_entry())
            .filter(wanted)
            .into_query();
        select
            .expr_as(season::Column::Id.into_expr(), "season_id")
            .expr_window_as(Func::cust("ROW_NUMBER"), within_run([week, rank]), "by_week")
            .expr_window_as(Func::cust("ROW_NUMBER"), within_run([rank, week]), "by_rank")
            .take()
    }
}

/// One run to a row.
fn runs_of(ranked: SelectStatement) -> SelectStatement {
    let of = |column: &'static str| Expr::col(column);
    let first = |by: &'static str| Expr::from(Func::max(Expr::case(of(by).eq(1), of("id"))));
    let mut select = Query::select();
    for part in ["chart_id", "show_id", "season_number", "season_id"] {
        select.column(part).add_group_by([of(part)]);
    }
    select
        .expr_as(of("id").count(), "weeks")
        .expr_as(of("rank").min(), "peak_rank")
        .expr_as(first("by_week"), "first_entry")
        .expr_as(first("by_rank"), "peak_entry")
        .expr_as(of("hours_viewed").sum().cast_as("bigint"), "hours")
        .expr_as(of("hours_viewed").count(), "weeks_with_hours")
        .expr_as(of("views").sum().cast_as("bigint"), "views")
        .expr_as(of("views").count(), "weeks_with_views")
        .from_subquery(ranked, "ranked")
        .take()
}

fn run(row: &QueryResult) -> Result<RunRow, DbErr> {
    let weeks: i64 = row.try_get("", "weeks")?;
    let total = |sum, published| -> Result<Option<i64>, DbErr> {
        Ok(if row.try_get::<i64>("", published)? == weeks { row.try_get("", sum)? } else { None })
    };
    Ok(RunRow {
        key: RunKey {
            chart: row.try_get("", "chart_id")?,
            show: row.try_get("", "show_id")?,
            season: row.try_get("", "season_number")?,
        },
        season: row.try_get("", "season_id")?,
        weeks,
        peak_rank: row.try_get("", "peak_rank")?,
        first_entry: row.try_get("", "first_entry")?,
        peak_entry: row.try_get("", "peak_entry")?,
        hours: total("hours", "weeks_with_hours")?,
        views: total("views", "weeks_with_views")?,
    })
}

/// The list of the rows of a run by week; its pages are read by [`PagedRun`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EntriesOfRun;

/// One page of the rows of runs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PagedRun(pub PageRequest);

impl Relation for PagedRun {
    type Key = RunKey;
    type Answer = Page<ChartEntryRow>;

    async fn load(&self, db: &DatabaseConnection, keys: &[RunKey]) -> Result<HashMap<RunKey, Self::Answer>, DbErr> {
        let terms = by_week();
        let mut select = self.select(keys, &terms);
        for (by, order) in self.0.order(&terms) {
            select = select.order_by(by, order);
        }
        let mut rows: HashMap<RunKey, Vec<Arc<ChartEntryRow>>> = HashMap::new();
        for row in chart_entry::Entity::read(select, db).await? {
            let key = RunKey { chart: row.entry.chart_id, show: row.entry.show_id, season: row.entry.season_number };
            rows.entry(key).or_default().push(Arc::new(row));
        }
        Ok(rows.into_iter().map(|(key, rows)| (key, Page::of(rows, &self.0, &terms))).collect())
    }
}

impl PagedRun {
    /// The rows within the page, by their rank within each run.
    ///
    /// It may bring rows of other runs, of the same charts and the same shows; nobody asks for those.
    fn select(&self, keys: &[RunKey], terms: &[Term<ChartEntryRow>]) -> Select<chart_entry::Entity> {
        let mut window = within_run([]);
        for (by, order) in self.0.order(terms) {
            window.order_by_expr(by, order);
        }
        let mut ranked = chart_entry::Entity::find()
            .filter(any_of(chart_entry::Column::ShowId.into_expr(), keys.iter().map(|key| key.show.into())))
            .filter(any_of(chart_entry::Column::ChartId.into_expr(), keys.iter().map(|key| key.chart.into())))
            .filter(self.0.between(terms))
            .into_query();
        ranked.clear_selects().expr_as(chart_entry::Column::Id.into_expr(), "key").expr_window_as(
            Func::cust("ROW_NUMBER"),
            window,
            "rank",
        );
        let within = Query::select()
            .column("key")
            .from_subquery(ranked, "ranked")
            .and_where(Expr::col("rank").lte(self.0.limit()))
            .take();
        chart_entry::Entity::find().filter(chart_entry::Column::Id.in_subquery(within))
    }
}

/// The order of the rows of a run.
fn by_week() -> Vec<Term<ChartEntryRow>> {
    vec![
        Term::new(chart_entry::Column::Week.into_expr(), Direction::Asc, |row| SortValue::Day(row.entry.week)),
        Term::new(chart_entry::Column::Id.into_expr(), Direction::Asc, |row| SortValue::Int(row.entry.id.0)),
    ]
}

/// The rows of one run, in the order of `columns`.
fn within_run(columns: impl IntoIterator<Item = chart_entry::Column>) -> WindowStatement {
    let mut window = WindowStatement::partition_by(chart_entry::Column::ChartId.as_column_ref());
    window.add_partition_by(chart_entry::Column::ShowId.into_expr());
    window.add_partition_by(chart_entry::Column::SeasonNumber.into_expr());
    for column in columns {
        window.order_by_expr(column.into_expr(), Order::Asc);
    }
    window
}

/// The countries whose own chart a season entered, by code.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ChartReach {
    /// Monday of one week; null = ever.
    pub week: Option<NaiveDate>,
}

impl Relation for ChartReach {
    type Key = (ShowId, i32);
    type Answer = Vec<String>;

    async fn load(
        &self,
        db: &DatabaseConnection,
        keys: &[Self::Key],
    ) -> Result<HashMap<Self::Key, Self::Answer>, DbErr> {
        let (show, season) = (chart_entry::Column::ShowId, chart_entry::Column::SeasonNumber);
        let wanted = Condition::all()
            .add(any_of(show.into_expr(), keys.iter().map(|(show, _)| (*show).into())))
            .add(any_of(season.into_expr(), keys.iter().map(|(_, season)| (*season).into())))
            .add(chart::Column::Country.is_not_null())
            .add_option(self.week.map(|week| chart_entry::Column::Week.eq(week)));
        let of_chart = chart_entry::Column::ChartId.into_expr().eq(chart::Column::Id.into_expr());
        let select = Query::select()
            .distinct()
            .expr_as(show.into_expr(), "show")
            .expr_as(season.into_expr(), "season")
            .expr_as(chart::Column::Country.into_expr(), "country")
            .from(chart_entry::Entity)
            .inner_join(chart::Entity, of_chart)
            .cond_where(wanted)
            .take();
        let mut countries: HashMap<Self::Key, Self::Answer> = HashMap::new();
        for row in db.query_all(&select).await? {
            let key = (row.try_get("", "show")?, row.try_get("", "season")?);
            countries.entry(key).or_default().push(row.try_get("", "country")?);
        }
        for codes in countries.values_mut() {
            codes.sort_unstable();
        }
        Ok(countries)
    }
}
