//! Shows.

use std::sync::Arc;

use ::entity::ids::ShowId;
use ::entity::show;
use async_graphql::{Context, Description, Enum, ID, Object, OneofObject, Result};

use crate::graphql::award_summary::{AwardSummary, award_summary};
use crate::graphql::chart_run::{ChartRun, chart_runs};
use crate::graphql::credit::{Credit, CreditFilter};
use crate::graphql::id;
use crate::graphql::name::{NameSet, names, printed};
use crate::graphql::nomination::{Nomination, nominations, planned_nominations};
use crate::graphql::nomination_filter::{NominationFilter, NominationOrder};
use crate::graphql::page::{Connection, PageArgs, connection, root_connection};
use crate::graphql::plan::{Planned, Selection, loader, prepare};
use crate::graphql::provenance::{Provenance, provenance};
use crate::graphql::scalars::{Date, DateTime, Locale, PartialDate};
use crate::graphql::season::Season;
use crate::store::credit::{CreditsOfShow, Part};
use crate::store::loader::Wave;
use crate::store::name::Named;
use crate::store::provenance::Sourced;
use crate::store::season::SeasonsOfShow;
use crate::store::show::{Shows, by_id, by_slug};

/// Shape of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "::entity::kinds::ShowFormat")]
pub(super) enum ShowFormat {
    /// Open-ended: another season can come.
    Series,
    /// Meant to end with its season.
    Limited,
    /// Every season a story of its own.
    Anthology,
}

/// One series, e.g. *The Trauma Code: Heroes on Call*.
#[derive(Clone, Debug, Description)]
pub(super) struct Show(pub(super) Arc<show::Model>);

impl From<Arc<show::Model>> for Show {
    fn from(row: Arc<show::Model>) -> Self {
        Self(row)
    }
}

impl Planned for Show {
    type Row = show::Model;

    fn plan(rows: &[Arc<show::Model>], asked: &Selection, wave: &mut Wave) {
        let shows: Vec<ShowId> = rows.iter().map(|show| show.id).collect();
        asked.names(&["title", "titles"], shows.iter().copied().map(Named::Show), wave);
        asked.pages::<Season, _>("seasons", &shows, wave, |_| Some(SeasonsOfShow));
        asked.pages::<Credit, _>("cast", &shows, wave, |with| Some(credits(Part::Cast, with.get("filter"))));
        asked.pages::<Credit, _>("crew", &shows, wave, |with| Some(credits(Part::Crew, with.get("filter"))));
        asked.pages::<Nomination, _>("nominations", &shows, wave, planned_nominations);
        asked.award_summaries(&shows, wave);
        asked.chart_runs(&shows.iter().map(|show| (*show, None)).collect::<Vec<_>>(), wave);
        asked.provenance(rows.iter().map(|row| Sourced::Show(row.id)), wave);
    }
}

#[Object(use_type_description)]
impl Show {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("Show", self.0.id.0)
    }

    /// Readable address part, unique among shows, e.g. the-trauma-code-heroes-on-call; old ones keep resolving.
    pub(super) async fn slug(&self) -> &str {
        &self.0.slug
    }

    /// Title to print.
    async fn title(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Languages of the reader, best first, e.g. [\"ko\", \"en\"]; default English.")]
        locales: Option<Vec<Locale>>,
    ) -> Result<String> {
        printed(ctx, Named::Show(self.0.id), locales, &self.0.slug).await
    }

    /// All titles.
    async fn titles(&self, ctx: &Context<'_>) -> Result<NameSet> {
        names(ctx, Named::Show(self.0.id)).await
    }

    /// Shape of the series.
    async fn format(&self) -> ShowFormat {
        self.0.format.into()
    }

    /// Language in which it was made, e.g. ko; null = unknown.
    async fn original_language(&self) -> Option<Locale> {
        self.0.original_language.clone().map(Locale)
    }

    /// First release, e.g. 2025-01-24; null = none or unknown.
    async fn premiered_on(&self) -> Option<PartialDate> {
        PartialDate::known(self.0.premiered_on, self.0.premiered_on_precision)
    }

    /// Last release, once the series is over; null = not over, or unknown.
    async fn ended_on(&self) -> Option<PartialDate> {
        PartialDate::known(self.0.ended_on, self.0.ended_on_precision)
    }

    /// 0..1 within this server, e.g. 0.83; only for ordering.
    async fn popularity(&self) -> f64 {
        self.0.popularity
    }

    /// Released and ordered seasons by number; 0 = specials.
    async fn seasons(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Season>> {
        connection(ctx, SeasonsOfShow, self.0.id, PageArgs::new(first, after, last, before)).await
    }

    /// Who plays whom, by billing.
    async fn cast(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which credits; by default those of state CREDITED.")] filter: Option<CreditFilter>,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Credit>> {
        connection(ctx, credits(Part::Cast, filter), self.0.id, PageArgs::new(first, after, last, before)).await
    }

    /// Who made it, by job.
    async fn crew(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which credits; by default those of state CREDITED.")] filter: Option<CreditFilter>,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Credit>> {
        connection(ctx, credits(Part::Crew, filter), self.0.id, PageArgs::new(first, after, last, before)).await
    }

    /// Nominations and wins for it, whoever was honoured.
    async fn nominations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which nominations, e.g. {results: [WON]}; default all.")] filter: Option<NominationFilter>,
        #[graphql(desc = "What they go by, e.g. [{field: RESULT}]; default latest announced first.")] order_by: Option<
            Vec<NominationOrder>,
        >,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Nomination>> {
        let list = nominations(filter, order_by)?;
        connection(ctx, list, self.0.id, PageArgs::new(first, after, last, before)).await
    }

    /// Awards in figures and a sentence.
    async fn award_summary(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What was announced by this day counts, e.g. 2025-09-23; default today (UTC).")] as_of: Option<
            Date,
        >,
    ) -> Result<AwardSummary> {
        award_summary(ctx, self.0.id, as_of).await
    }

    /// Its stays on charts, best rank first.
    async fn chart_runs(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only these charts, by slug, e.g. [\"netflix-global-tv-non-english\"]; default all.")]
        charts: Option<Vec<String>>,
        #[graphql(desc = "Only these seasons, by number, e.g. [1]; default all.")] seasons: Option<Vec<i32>>,
    ) -> Result<Vec<ChartRun>> {
        chart_runs(ctx, (self.0.id, None), charts, seasons).await
    }

    /// When this server first had it.
    async fn created_at(&self) -> DateTime {
        DateTime(self.0.created_at)
    }

    /// Last change of anything shown here; filterable for syncing.
    async fn updated_at(&self) -> DateTime {
        DateTime(self.0.updated_at)
    }

    /// Where it was taken from, prevailing first.
    pub(super) async fn provenance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only these GraphQL fields, e.g. [\"premieredOn\"]; default all.")] fields: Option<
            Vec<String>,
        >,
    ) -> Result<Vec<Provenance>> {
        provenance(ctx, Sourced::Show(self.0.id), fields).await
    }
}

fn credits(part: Part, filter: Option<CreditFilter>) -> CreditsOfShow {
    CreditsOfShow { part, filter: filter.unwrap_or_default().into_store() }
}

/// One way to name a show.
#[derive(Debug, OneofObject)]
pub(super) enum ShowBy {
    /// Its global id.
    Id(ID),
    /// Its readable address part, old or new, e.g. the-trauma-code-heroes-on-call.
    Slug(String),
}

/// Root fields about shows.
#[derive(Debug, Default)]
pub struct ShowQuery;

#[Object]
impl ShowQuery {
    /// One series; null = nothing by that id or slug. A merged id answers with the survivor.
    async fn show(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How it is named, e.g. {slug: \"squid-game\"}.")] by: ShowBy,
    ) -> Result<Option<Show>> {
        let db = loader(ctx)?.db();
        let row = match by {
            ShowBy::Id(global) => by_id(db, id::key("Show", &global)?).await?,
            ShowBy::Slug(slug) => by_slug(db, &slug).await?,
        };
        let rows: Vec<_> = row.into_iter().map(Arc::new).collect();
        prepare::<Show>(ctx, &rows).await?;
        Ok(rows.into_iter().next().map(Show))
    }

    /// Series, the most popular first.
    async fn shows(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Show>> {
        root_connection(ctx, Shows {}, PageArgs::new(first, after, last, before)).await
    }
}
