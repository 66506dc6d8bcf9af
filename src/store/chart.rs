//! Charts: ranked lists that are published every week, and their rows.

use std::collections::HashMap;
use std::sync::Arc;

use ::entity::ids::{ChartEntryId, ChartId};
use ::entity::{chart, chart_entry, season};
use chrono::{Datelike as _, Days, NaiveDate};
use sea_orm::sea_query::{ExprTrait as _, Query};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait as _, DatabaseConnection, DbErr, EntityTrait as _, JoinType,
    QueryFilter as _, QuerySelect as _, RelationDef, Select, Value,
};

use crate::store::key::Keyed;
use crate::store::list::{List, any_of};
use crate::store::loader::Relation;
use crate::store::page::{Direction, SortValue, Term};

/// A row of a chart with the chart and, where the chart names it, the season.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartEntryRow {
    /// The row.
    pub entry: chart_entry::Model,
    /// The chart.
    pub chart: Arc<chart::Model>,
    /// The season; null = the chart does not say, or it is not in the catalog.
    pub season: Option<Arc<season::Model>>,
}

/// The charts of the catalog, in the order in which they were added.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Charts;

impl List for Charts {
    type Parent = ();
    type Entity = chart::Entity;
    type Row = chart::Model;

    fn key(&self) -> chart::Column {
        chart::Column::Id
    }

    fn parent(&self) -> Option<(chart::Column, fn(()) -> Value)> {
        None
    }

    fn parent_of(&self, _: &chart::Model) {}

    fn rows(&self) -> Select<chart::Entity> {
        chart::Entity::find()
    }

    fn order(&self) -> Vec<Term<chart::Model>> {
        vec![Term::new(chart::Column::Id.into_expr(), Direction::Asc, |chart| SortValue::Int(chart.id.0))]
    }

    async fn read(&self, select: Select<chart::Entity>, db: &DatabaseConnection) -> Result<Vec<chart::Model>, DbErr> {
        select.all(db).await
    }
}

/// The rows of a chart by week, latest first, and rank.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EntriesOfChart {
    /// Monday of one week; null = all.
    pub week: Option<NaiveDate>,
}

impl List for EntriesOfChart {
    type Parent = ChartId;
    type Entity = chart_entry::Entity;
    type Row = ChartEntryRow;

    fn key(&self) -> chart_entry::Column {
        chart_entry::Column::Id
    }

    fn parent(&self) -> Option<(chart_entry::Column, fn(ChartId) -> Value)> {
        Some((chart_entry::Column::ChartId, Value::from))
    }

    fn parent_of(&self, row: &ChartEntryRow) -> ChartId {
        row.entry.chart_id
    }

    fn rows(&self) -> Select<chart_entry::Entity> {
        let of_week = self.week.map(|week| chart_entry::Column::Week.eq(week));
        chart_entry::Entity::find().filter(Condition::all().add_option(of_week))
    }

    /// Week and rank are unique within a chart.
    fn order(&self) -> Vec<Term<ChartEntryRow>> {
        vec![
            Term::new(chart_entry::Column::Week.into_expr(), Direction::Desc, |row| SortValue::Day(row.entry.week)),
            Term::new(chart_entry::Column::Rank.into_expr(), Direction::Asc, |row| {
                SortValue::Int(row.entry.rank.into())
            }),
        ]
    }

    async fn read(
        &self,
        select: Select<chart_entry::Entity>,
        db: &DatabaseConnection,
    ) -> Result<Vec<ChartEntryRow>, DbErr> {
        chart_entry::Entity::read(select, db).await
    }
}

/// The first and the latest week of a chart, each by its Monday; null = it is empty.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct WeeksOfChart;

impl Relation for WeeksOfChart {
    type Key = ChartId;
    type Answer = Option<(NaiveDate, NaiveDate)>;

    async fn load(&self, db: &DatabaseConnection, keys: &[ChartId]) -> Result<HashMap<ChartId, Self::Answer>, DbErr> {
        let chart = || chart_entry::Column::ChartId.into_expr();
        let week = || chart_entry::Column::Week.into_expr();
        let select = Query::select()
            .expr_as(chart(), "chart")
            .expr_as(week().min(), "first_week")
            .expr_as(week().max(), "latest_week")
            .from(chart_entry::Entity)
            .cond_where(any_of(chart(), keys.iter().map(|key| (*key).into())))
            .add_group_by([chart()])
            .take();
        let mut weeks = HashMap::new();
        for row in db.query_all(&select).await? {
            let both = (row.try_get("", "first_week")?, row.try_get("", "latest_week")?);
            weeks.insert(row.try_get("", "chart")?, Some(both));
        }
        Ok(weeks)
    }
}

/// Monday of the week that `day` belongs to.
pub fn monday(day: NaiveDate) -> NaiveDate {
    let since = Days::new(day.weekday().num_days_from_monday().into());
    day.checked_sub_days(since).unwrap_or(day)
}

/// From a row of a chart to the season that it names.
pub(super) fn season_of_entry() -> RelationDef {
    chart_entry::Entity::belongs_to(season::Entity)
        .from((chart_entry::Column::ShowId, chart_entry::Column::SeasonNumber))
        .to((season::Column::ShowId, season::Column::Number))
        .into()
}

impl Keyed for chart_entry::Entity {
    type Id = ChartEntryId;
    type Row = ChartEntryRow;

    fn id(row: &ChartEntryRow) -> ChartEntryId {
        row.entry.id
    }

    async fn read(select: Select<Self>, db: &DatabaseConnection) -> Result<Vec<ChartEntryRow>, DbErr> {
        let seasons = select.join(JoinType::LeftJoin, season_of_entry()).select_also(season::Entity);
        let rows = seasons.find_also_related(chart::Entity).all(db).await?;
        let whole = |(entry, season, chart): (_, Option<_>, Option<_>)| {
            Some(ChartEntryRow { entry, chart: Arc::new(chart?), season: season.map(Arc::new) })
        };
        Ok(rows.into_iter().filter_map(whole).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_a_week_leads_to_its_monday() {
        let first = NaiveDate::from_ymd_opt(2025, 1, 20).unwrap();
        for day in first.iter_days().take(7) {
            assert_eq!(monday(day), first, "{day}");
        }
        assert_eq!(monday(first.pred_opt().unwrap()), NaiveDate::from_ymd_opt(2025, 1, 13).unwrap());
    }
}
