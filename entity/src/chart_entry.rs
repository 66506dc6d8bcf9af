//! `chart_entry`: one row of one week of a chart.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{ChartEntryId, ChartId, ShowId};

/// One row of one week of a chart.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "chart_entry")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: ChartEntryId,
    /// The chart.
    #[sea_orm(unique_key = "chart_week_rank")]
    pub chart_id: ChartId,
    /// Monday of the week.
    #[sea_orm(unique_key = "chart_week_rank")]
    pub week: Date,
    /// From 1.
    #[sea_orm(unique_key = "chart_week_rank")]
    pub rank: i32,
    /// The show.
    pub show_id: ShowId,
    /// Null = the chart does not say.
    pub season_number: Option<i32>,
    /// Hours watched in the week; null = not published.
    pub hours_viewed: Option<i64>,
    /// Hours ÷ runtime, as published; null = not published.
    pub views: Option<i64>,
    /// Whole season, minutes; null = not published.
    pub runtime_minutes: Option<i32>,
    /// This one included, as published; null = not published.
    pub weeks_on_chart: Option<i32>,
    /// Days of the week on which it was out, 1..7; null = unknown.
    pub days_available: Option<i32>,
    /// How the platform first wrote it that week.
    pub label: String,
    /// The chart of `chart_id`.
    #[sea_orm(belongs_to, from = "chart_id", to = "id")]
    pub chart: BelongsTo<super::chart::Entity>,
    /// The show of `show_id`.
    #[sea_orm(belongs_to, from = "show_id", to = "id")]
    pub show: BelongsTo<super::show::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
