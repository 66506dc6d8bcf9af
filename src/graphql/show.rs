//! Shows.

use std::sync::Arc;

use ::entity::ids::ShowId;
use ::entity::show;
use async_graphql::{Context, Description, Enum, ID, Object, Result};

use crate::graphql::adaptation::{Adaptation, adaptations};
use crate::graphql::as_of::as_of as until;
use crate::graphql::award_summary::{AwardSummary, award_summary};
use crate::graphql::chart_run::{ChartRun, chart_runs};
use crate::graphql::claim::Claim;
use crate::graphql::claim_filter::{ClaimFilter, ClaimOrder, claims, planned_claims};
use crate::graphql::contradiction::{Contradiction, ContradictionFilter, contradictions, planned_contradictions};
use crate::graphql::corroboration::{Corroboration, corroboration};
use crate::graphql::credit::{Credit, CreditFilter};
use crate::graphql::decision::DecisionStatus;
use crate::graphql::episode::{Episode, EpisodeFilter};
use crate::graphql::external_id::{ExternalId, external_ids};
use crate::graphql::id;
use crate::graphql::image::{Image, ImageKind, image, images};
use crate::graphql::localized_text::LocalizedText;
use crate::graphql::name::{NameSet, codes, names, printed};
use crate::graphql::nomination::{Nomination, nominations, planned_nominations};
use crate::graphql::nomination_filter::{NominationFilter, NominationOrder};
use crate::graphql::outlook::RenewalOutlook;
use crate::graphql::outlooks::{known, next_outlook, outlook, outlooks};
use crate::graphql::page::{Connection, PageArgs, connection};
use crate::graphql::plan::{Planned, Selection, loader};
use crate::graphql::platform_check::PlatformCheck;
use crate::graphql::provenance::{Provenance, provenance};
use crate::graphql::rating::{Rating, ratings};
use crate::graphql::renewal::{RenewalConfidence, renewal_confidence};
use crate::graphql::renewal_history::{RenewalPoint, renewal_history, stretch};
use crate::graphql::report::Report;
use crate::graphql::report_filter::{ReportFilter, ReportOrder, planned_reports_of_show, reports_of_show};
use crate::graphql::scalars::{CountryCode, Date, DateTime, Locale, PartialDate};
use crate::graphql::season::Season;
use crate::graphql::show_detail::episodes;
use crate::graphql::show_filter::ReleaseStatus;
use crate::graphql::show_platform::{PlatformRole, ShowPlatform, platforms};
use crate::graphql::show_status::{ShowStatus, StatusChange, decision_on, status_history, status_on};
use crate::graphql::term::Term;
use crate::graphql::trust::{TrustPolicyInput, evidence};
use crate::store::credit::{CreditsOfShow, Part};
use crate::store::episode::EpisodesAround;
use crate::store::external_id::Identified;
use crate::store::image::Pictured;
use crate::store::loader::Wave;
use crate::store::merged::Survivor;
use crate::store::name::Named;
use crate::store::platform_check::ChecksOfShow;
use crate::store::provenance::Sourced;
use crate::store::rating::Rated;
use crate::store::release::{has_begun, status};
use crate::store::season::SeasonsOfShow;
use crate::store::show_detail::{CountriesOf, GenresOf, SeasonsOf, SynopsesOf};
use crate::store::subject::RowsOf;
use crate::store::text;

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
        asked.show_detail(&shows, wave);
        asked.pages::<Season, _>("seasons", &shows, wave, |_| Some(SeasonsOfShow));
        asked.pages::<Credit, _>("cast", &shows, wave, |with| Some(credits(Part::Cast, with.get("filter"))));
        asked.pages::<Credit, _>("crew", &shows, wave, |with| Some(credits(Part::Crew, with.get("filter"))));
        asked.pages::<Nomination, _>("nominations", &shows, wave, planned_nominations);
        asked.award_summaries(&shows, wave);
        asked.chart_runs(&shows.iter().map(|show| (*show, None)).collect::<Vec<_>>(), wave);
        asked.adaptations(&shows, wave);
        asked.pages::<Report, _>("reports", &shows, wave, planned_reports_of_show);
        asked.pages::<Claim, _>("claims", &shows, wave, planned_claims);
        asked.pages::<Contradiction, _>("contradictions", &shows, wave, planned_contradictions);
        asked.pages::<PlatformCheck, _>("platformChecks", &shows, wave, |_| Some(ChecksOfShow));
        asked.corroborations(&shows, wave);
        asked.renewal_confidences(&shows, wave);
        asked.outlooks_of(rows, wave);
        asked.renewal_histories(&shows, wave);
        asked.statuses(rows, wave);
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

    /// What it was adapted from.
    async fn source_works(&self, ctx: &Context<'_>) -> Result<Vec<Adaptation>> {
        adaptations(ctx, self.0.id).await
    }

    /// Ids of shows that were merged into this one; they keep resolving.
    async fn merged_ids(&self, ctx: &Context<'_>) -> Result<Vec<ID>> {
        let merged = loader(ctx)?.fetch(&RowsOf::<Survivor>::new(), Survivor::Show(self.0.id)).await?;
        Ok(merged.iter().map(|row| id::global("Show", row.old_id)).collect())
    }

    /// What has been released; null = unknown. A date that is only known to the month or year counts as out once that
    /// is over.
    async fn release_status(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Day, e.g. 2025-09-23; default today (UTC).")] as_of: Option<Date>,
    ) -> Result<Option<ReleaseStatus>> {
        let seasons = loader(ctx)?.fetch(&SeasonsOf, self.0.id).await?;
        Ok(status(&self.0, &seasons, as_of.unwrap_or_else(Date::today).0).map(Into::into))
    }

    /// In our own words, free of spoilers; null = none written.
    async fn synopsis(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Languages of the reader, best first, e.g. [\"ko\", \"en\"]; default English, else any.")]
        locales: Option<Vec<Locale>>,
    ) -> Result<Option<LocalizedText>> {
        let texts = loader(ctx)?.fetch(&SynopsesOf, self.0.id).await?;
        let text = text::printed(&texts, |text| &text.locale, &codes(locales));
        Ok(text.map(|text| LocalizedText { text: text.text.clone(), locale: Locale(text.locale.clone()) }))
    }

    /// Countries of production, as credited, e.g. ["KR"].
    async fn origin_countries(&self, ctx: &Context<'_>) -> Result<Vec<CountryCode>> {
        let countries = loader(ctx)?.fetch(&CountriesOf, self.0.id).await?;
        Ok(countries.iter().map(|row| CountryCode(row.country.clone())).collect())
    }

    /// Genres by code.
    async fn genres(&self, ctx: &Context<'_>) -> Result<Vec<Term>> {
        Ok(loader(ctx)?.fetch(&GenresOf, self.0.id).await?.iter().cloned().map(Term).collect())
    }

    /// Where it runs or ran: who ordered it first, then broadcasters, then distributors.
    async fn platforms(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only there, with what is everywhere, e.g. KR; default all countries.")] country: Option<
            CountryCode,
        >,
        #[graphql(desc = "Only these roles, e.g. [ORIGINAL]; default all.")] roles: Option<Vec<PlatformRole>>,
    ) -> Result<Vec<ShowPlatform>> {
        platforms(ctx, self.0.id, country, roles).await
    }

    /// Best picture; null = none known.
    pub(super) async fn image(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which kind; default POSTER, else the next best.")] kind: Option<ImageKind>,
        #[graphql(desc = "Languages of the lettering, best first, e.g. [\"ko\", \"en\"]; default none, then English.")]
        locales: Option<Vec<Locale>>,
    ) -> Result<Option<Image>> {
        image(ctx, Pictured::Show(self.0.id), kind, locales).await
    }

    /// All pictures.
    async fn images(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only these kinds, e.g. [BACKDROP]; default all.")] kinds: Option<Vec<ImageKind>>,
        #[graphql(desc = "Only with lettering in these languages, e.g. [\"ko\"]; default all.")] locales: Option<
            Vec<Locale>,
        >,
    ) -> Result<Vec<Image>> {
        images(ctx, Pictured::Show(self.0.id), kinds, locales).await
    }

    /// The same thing elsewhere.
    async fn external_ids(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only these sites, e.g. [\"imdb\"]; default all.")] sources: Option<Vec<String>>,
    ) -> Result<Vec<ExternalId>> {
        external_ids(ctx, Identified::Show(self.0.id), sources).await
    }

    /// Latest reading of each source on or before a day, by source.
    async fn ratings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Day, e.g. 2025-09-23; default today (UTC).")] as_of: Option<Date>,
        #[graphql(desc = "Only these sources, e.g. [\"imdb\"]; default all.")] sources: Option<Vec<String>>,
    ) -> Result<Vec<Rating>> {
        ratings(ctx, Rated::Show(self.0.id), as_of, sources).await
    }

    /// One season; null = no such season is known.
    async fn season(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "From 1; 0 = specials.")] number: i32,
    ) -> Result<Option<Season>> {
        let seasons = loader(ctx)?.fetch(&SeasonsOf, self.0.id).await?;
        Ok(seasons.iter().find(|season| season.number == number).cloned().map(Season))
    }

    /// Seasons with something out today (UTC), e.g. 2; specials not counted.
    async fn season_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let seasons = loader(ctx)?.fetch(&SeasonsOf, self.0.id).await?;
        let today = Date::today().0;
        Ok(i32::try_from(seasons.iter().filter(|season| has_begun(season, today)).count())?)
    }

    /// Episodes in order of season and number; specials, which are season 0, first.
    async fn episodes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which episodes, e.g. {seasons: [1]}; default all.")] filter: Option<EpisodeFilter>,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Episode>> {
        connection(ctx, episodes(filter), self.0.id, PageArgs::new(first, after, last, before)).await
    }

    /// Latest episode out on a day, a special too; null = none.
    async fn last_episode(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Day, e.g. 2025-09-23; default today (UTC).")] as_of: Option<Date>,
    ) -> Result<Option<Episode>> {
        nearest_episode(ctx, self.0.id, EpisodesAround::OutOn(as_of.unwrap_or_else(Date::today).0)).await
    }

    /// First episode after a day, a special too, of those whose day is known; null = none.
    async fn next_episode(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Day, e.g. 2025-09-23; default today (UTC).")] as_of: Option<Date>,
    ) -> Result<Option<Episode>> {
        nearest_episode(ctx, self.0.id, EpisodesAround::After(as_of.unwrap_or_else(Date::today).0)).await
    }

    /// Nominations and wins for it, whoever was honoured.
    #[expect(clippy::too_many_arguments, reason = "each is an argument of the field")]
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
        let wanted = nominations(filter, order_by)?;
        connection(ctx, wanted, self.0.id, PageArgs::new(first, after, last, before)).await
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

    /// All that was reported, latest published first.
    #[expect(clippy::too_many_arguments, reason = "each is an argument of the field")]
    async fn reports(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which of them, e.g. {hasContradiction: true}; default all.")] filter: Option<ReportFilter>,
        #[graphql(desc = "In which order; default latest published first.")] order_by: Option<Vec<ReportOrder>>,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Report>> {
        let list = reports_of_show(filter, order_by)?;
        connection(ctx, list, self.0.id, PageArgs::new(first, after, last, before)).await
    }

    /// All that was claimed; plot claims only with `includeSpoilers`.
    #[expect(clippy::too_many_arguments, reason = "each is an argument of the field")]
    async fn claims(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which of them, e.g. {topics: [RENEWAL]}; default all.")] filter: Option<ClaimFilter>,
        #[graphql(desc = "Only what was knowable by that day, e.g. \"2025-09-24\"; default today, UTC.")] as_of: Option<
            Date,
        >,
        #[graphql(default, desc = "Whether claims that give away the plot are among them.")] include_spoilers: bool,
        #[graphql(desc = "In which order; default latest said first.")] order_by: Option<Vec<ClaimOrder>>,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Claim>> {
        let list = claims(filter, as_of, include_spoilers, order_by)?;
        connection(ctx, list, self.0.id, PageArgs::new(first, after, last, before)).await
    }

    /// Conflicts that it is part of, in the order in which they were recorded.
    #[expect(clippy::too_many_arguments, reason = "each is an argument of the field")]
    async fn contradictions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which of them, e.g. {kinds: [STATUS]}; default all.")] filter: Option<ContradictionFilter>,
        #[graphql(desc = "Only what was knowable by that day, e.g. \"2025-09-24\"; default today, UTC.")] as_of: Option<
            Date,
        >,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Contradiction>> {
        let list = contradictions(filter, as_of)?;
        connection(ctx, list, self.0.id, PageArgs::new(first, after, last, before)).await
    }

    /// Who looked for news of it, and when; latest first. Checks of its platform as a whole are not among them.
    async fn platform_checks(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<PlatformCheck>> {
        connection(ctx, ChecksOfShow, self.0.id, PageArgs::new(first, after, last, before)).await
    }

    /// Headlines against voices: how many reports tell of a coming season, and how many utterances they go back to.
    async fn corroboration(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "Target season, from 1; default the one after the last complete season, 1 where none is complete.",
            validator(minimum = 1)
        )]
        season: Option<i32>,
        #[graphql(desc = "Only what was knowable by that day, e.g. \"2025-09-24\"; default today, UTC.")] as_of: Option<
            Date,
        >,
    ) -> Result<Corroboration> {
        corroboration(ctx, self.0.id, season, until(as_of)).await
    }

    /// How likely the target season is, why, and what would change it. Null = the question is not open on that day: the season
    /// before is not complete by then, or is not known. A season that nobody asks about is refused with `NOT_FOUND`.
    async fn renewal_confidence(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "Target season, from 2; default the one after the last complete season.",
            validator(minimum = 1)
        )]
        season: Option<i32>,
        #[graphql(
            desc = "Only what was knowable by that day, e.g. \"2025-09-24\"; default today, UTC. A later day asks what today's \
                    evidence will be worth then if nobody looks again."
        )]
        as_of: Option<Date>,
        #[graphql(
            desc = "Global ids of claims, reports, origins and outlets to leave out, to see what they are worth; at most 100."
        )]
        without: Option<Vec<ID>>,
        #[graphql(desc = "Whom to believe, e.g. {officialOnly: true}; default everybody, by their record.")]
        trust: Option<TrustPolicyInput>,
    ) -> Result<Option<RenewalConfidence>> {
        let found = renewal_confidence(ctx, self.0.clone(), season, evidence(as_of, without, trust)?).await?;
        if let (None, Some(season)) = (&found, season) {
            known(ctx, &self.0, season).await?;
        }
        Ok(found)
    }

    /// The number over time: a point wherever evidence changed it, on the first of every month, and at both ends; oldest first,
    /// of more than 400 the latest. Empty = the question was never open. A season that nobody asks about is refused with
    /// `NOT_FOUND`.
    async fn renewal_history(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "Target season, from 2; default the one after the season that was the last complete one on the last day.",
            validator(minimum = 1)
        )]
        season: Option<i32>,
        #[graphql(desc = "First day, e.g. \"2025-09-01\"; default the day on which the season before was complete.")]
        from: Option<Date>,
        #[graphql(desc = "Last day, e.g. \"2025-12-31\"; default and at the latest today, UTC.")] to: Option<Date>,
    ) -> Result<Vec<RenewalPoint>> {
        if let Some(season) = season {
            known(ctx, &self.0, season).await?;
        }
        renewal_history(ctx, self.0.id, season, stretch(from, to)?).await
    }

    /// The season after the latest complete one, as of today (UTC); null = nothing has been completed yet.
    async fn next_season(&self, ctx: &Context<'_>) -> Result<Option<RenewalOutlook>> {
        next_outlook(ctx, &self.0).await
    }

    /// One target season; null = the catalog has neither it nor the season before, and no claim names it.
    async fn outlook(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Target season, from 1, e.g. 2: will there be a second.", validator(minimum = 1))] season: i32,
    ) -> Result<Option<RenewalOutlook>> {
        outlook(ctx, &self.0, season).await
    }

    /// Every target season that is asked or talked about, by number, from 2: those that the catalog leads up to or holds, and
    /// those that a claim names.
    async fn outlooks(&self, ctx: &Context<'_>) -> Result<Vec<RenewalOutlook>> {
        outlooks(ctx, &self.0).await
    }

    /// One word for a tracker, from what is out and what was decided; null = nothing known. The first that fits, *next* being the
    /// season after the last that has begun:
    ///
    /// 1. AIRING: a season is coming out.
    /// 2. Nothing is out: CANCELLED if its first season was called off, UPCOMING if a day is set, else ANNOUNCED.
    /// 3. CANCELLED: the next season was cancelled, or its order withdrawn.
    /// 4. ENDED: its makers or its platform said that the story is complete.
    /// 5. RENEWED: the next season is ordered; where the series is over, after its end.
    /// 6. ENDED: the series is over.
    /// 7. RENEWED: the catalog has a season to come, and nowhere stands when it was ordered.
    /// 8. ENDED: it is a limited series.
    /// 9. IN_LIMBO: nothing is decided.
    async fn status(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Day, e.g. 2025-09-23; default today (UTC).")] as_of: Option<Date>,
    ) -> Result<Option<ShowStatus>> {
        status_on(ctx, &self.0, as_of.unwrap_or_else(Date::today)).await
    }

    /// When that word changed and what changed it, up to today (UTC), oldest first.
    async fn status_history(&self, ctx: &Context<'_>) -> Result<Vec<StatusChange>> {
        status_history(ctx, &self.0).await
    }

    /// What was decided about the season after the latest complete one; null = none is complete: the question is not open.
    async fn decision_status(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Day, e.g. 2025-09-23; default today (UTC).")] as_of: Option<Date>,
    ) -> Result<Option<DecisionStatus>> {
        decision_on(ctx, &self.0, as_of.unwrap_or_else(Date::today)).await
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

async fn nearest_episode(ctx: &Context<'_>, show: ShowId, side: EpisodesAround) -> Result<Option<Episode>> {
    let page = loader(ctx)?.fetch(&side.nearest(), show).await?;
    Ok(page.rows.first().map(|(_, row)| Episode(row.clone())))
}
