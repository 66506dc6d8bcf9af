//! Seasons.

use std::sync::Arc;

use ::entity::season;
use ::entity::show;
use async_graphql::{Context, Description, ID, Object, Result};

use crate::graphql::chart_run::{ChartReach, ChartRun, chart_reach, chart_runs};
use crate::graphql::id;
use crate::graphql::name::printed;
use crate::graphql::plan::{Planned, Selection, row};
use crate::graphql::provenance::{Provenance, provenance};
use crate::graphql::scalars::{Date, Locale, PartialDate};
use crate::graphql::show::Show;
use crate::store::loader::Wave;
use crate::store::name::Named;
use crate::store::provenance::Sourced;

/// One season.
#[derive(Clone, Debug, Description)]
pub(super) struct Season(pub(super) Arc<season::Model>);

impl From<Arc<season::Model>> for Season {
    fn from(row: Arc<season::Model>) -> Self {
        Self(row)
    }
}

impl Planned for Season {
    type Row = season::Model;

    fn plan(rows: &[Arc<season::Model>], asked: &Selection, wave: &mut Wave) {
        asked.names(&["title", "ownTitles"], rows.iter().map(|season| Named::Season(season.id)), wave);
        asked.one::<Show, show::Entity>("show", rows.iter().map(|season| season.show_id), wave);
        asked.chart_runs(&rows.iter().map(|row| (row.show_id, Some(row.number))).collect::<Vec<_>>(), wave);
        asked.chart_reach(&rows.iter().map(|row| (row.show_id, row.number)).collect::<Vec<_>>(), wave);
        asked.provenance(rows.iter().map(|row| Sourced::Season(row.id)), wave);
    }
}

#[Object(use_type_description)]
impl Season {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("Season", self.0.id.0)
    }

    /// Its show.
    async fn show(&self, ctx: &Context<'_>) -> Result<Show> {
        Ok(Show(row::<show::Entity>(ctx, self.0.show_id).await?))
    }

    /// From 1; 0 = specials.
    async fn number(&self) -> i32 {
        self.0.number
    }

    /// Printable always: its own title, else e.g. "Season 2".
    async fn title(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Languages of the reader, best first, e.g. [\"ko\", \"en\"]; default English.")]
        locales: Option<Vec<Locale>>,
    ) -> Result<String> {
        let numbered = if self.0.number == 0 { "Specials".to_owned() } else { format!("Season {}", self.0.number) };
        printed(ctx, Named::Season(self.0.id), locales, &numbered).await
    }

    /// First episode out, e.g. 2025-01-24; null = none or unknown.
    async fn premiered_on(&self) -> Option<PartialDate> {
        PartialDate::known(self.0.premiered_on, self.0.premiered_on_precision)
    }

    /// Last episode out; null = not complete, or unknown.
    async fn completed_on(&self) -> Option<PartialDate> {
        PartialDate::known(self.0.completed_on, self.0.completed_on_precision)
    }

    /// Episodes of the whole season, e.g. 8; null = unknown.
    async fn episode_count(&self) -> Option<i32> {
        self.0.episode_count
    }

    /// First day on which its platform called it a limited series; null = never.
    async fn labelled_limited_on(&self) -> Option<Date> {
        self.0.labelled_limited_on.map(Date)
    }

    /// Its stays on charts, best rank first.
    async fn chart_runs(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only these charts, by slug, e.g. [\"netflix-global-tv-non-english\"]; default all.")]
        charts: Option<Vec<String>>,
    ) -> Result<Vec<ChartRun>> {
        chart_runs(ctx, (self.0.show_id, Some(self.0.number)), charts, None).await
    }

    /// Countries whose own chart it entered.
    async fn chart_reach(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Any day of one week, e.g. 2025-01-27; default ever.")] week: Option<Date>,
    ) -> Result<ChartReach> {
        chart_reach(ctx, (self.0.show_id, self.0.number), week).await
    }

    /// Where it was taken from, prevailing first.
    pub(super) async fn provenance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only these GraphQL fields, e.g. [\"premieredOn\"]; default all.")] fields: Option<
            Vec<String>,
        >,
    ) -> Result<Vec<Provenance>> {
        provenance(ctx, Sourced::Season(self.0.id), fields).await
    }
}
