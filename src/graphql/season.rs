//! Seasons.

use std::sync::Arc;

use ::entity::{season, show};
use async_graphql::{Context, Description, ID, Object, Result};

use crate::graphql::chart_run::{ChartReach, ChartRun, chart_reach, chart_runs};
use crate::graphql::credit::{Credit, CreditFilter};
use crate::graphql::episode::{Episode, EpisodeFilter};
use crate::graphql::id;
use crate::graphql::image::{Image, ImageKind, image};
use crate::graphql::name::{NameSet, own_names, printed};
use crate::graphql::outlook::RenewalOutlook;
use crate::graphql::outlooks::outlook_after;
use crate::graphql::page::{Connection, PageArgs, connection};
use crate::graphql::plan::{Planned, Selection, row};
use crate::graphql::provenance::{Provenance, provenance};
use crate::graphql::rating::{Rating, ratings};
use crate::graphql::scalars::{Date, Locale, PartialDate};
use crate::graphql::season_cast::season_cast;
use crate::graphql::show::Show;
use crate::store::episode::EpisodesOfSeason;
use crate::store::image::Pictured;
use crate::store::loader::Wave;
use crate::store::name::Named;
use crate::store::provenance::Sourced;
use crate::store::rating::Rated;
use crate::store::release::is_out;

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
        let seasons: Vec<_> = rows.iter().map(|season| season.id).collect();
        asked.pages::<Episode, _>("episodes", &seasons, wave, |with| Some(episodes(with.get("filter"))));
        asked.season_cast(rows, wave);
        asked.ratings(rows.iter().map(|season| Rated::Season(season.id)), wave);
        asked.pictures(rows.iter().map(|season| Pictured::Season(season.id)), wave);
        asked.outlooks_after(rows, wave);
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

    /// Own titles; null = it has none.
    async fn own_titles(&self, ctx: &Context<'_>) -> Result<Option<NameSet>> {
        own_names(ctx, Named::Season(self.0.id)).await
    }

    /// Ordered or announced only: nothing of it is out today (UTC), as far as is known.
    async fn is_upcoming(&self) -> bool {
        !is_out(self.0.premiered_on, self.0.premiered_on_precision, Date::today().0)
    }

    /// Episodes by number.
    async fn episodes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which episodes, e.g. {airedOn: {lte: \"2025-12-31\"}}; default all.")] filter: Option<
            EpisodeFilter,
        >,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Episode>> {
        connection(ctx, episodes(filter), self.0.id, PageArgs::new(first, after, last, before)).await
    }

    /// Who plays whom, by billing: those credited on this season, and those credited on the whole show.
    async fn cast(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which credits; by default those of state CREDITED.")] filter: Option<CreditFilter>,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Credit>> {
        season_cast(ctx, &self.0, filter, &PageArgs::new(first, after, last, before)).await
    }

    /// Latest reading of each source on or before a day, by source.
    async fn ratings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Day, e.g. 2025-09-23; default today (UTC).")] as_of: Option<Date>,
        #[graphql(desc = "Only these sources, e.g. [\"imdb\"]; default all.")] sources: Option<Vec<String>>,
    ) -> Result<Vec<Rating>> {
        ratings(ctx, Rated::Season(self.0.id), as_of, sources).await
    }

    /// Best picture; null = none known.
    async fn image(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which kind; default POSTER, else the next best.")] kind: Option<ImageKind>,
        #[graphql(desc = "Languages of the lettering, best first, e.g. [\"ko\", \"en\"]; default none, then English.")]
        locales: Option<Vec<Locale>>,
    ) -> Result<Option<Image>> {
        image(ctx, Pictured::Season(self.0.id), kind, locales).await
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

    /// Whether a season after this one comes; null = this one is not complete today (UTC), or is the specials.
    async fn next_season(&self, ctx: &Context<'_>) -> Result<Option<RenewalOutlook>> {
        outlook_after(ctx, &self.0).await
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

fn episodes(filter: Option<EpisodeFilter>) -> EpisodesOfSeason {
    EpisodesOfSeason(filter.unwrap_or_default().into_store())
}
