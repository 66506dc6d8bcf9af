//! The outlook of a season that may come: the question, whether it is open, its answer, and all that bears on it.

use std::collections::BTreeMap;
use std::sync::Arc;

use ::entity::ids::ShowId;
use ::entity::{season, show};
use async_graphql::{Context, Description, Enum, ID, Object, Result};
use chrono::NaiveDate;

use crate::graphql::as_of::as_of as until;
use crate::graphql::claim::Claim;
use crate::graphql::claim_filter::{ClaimFilter, ClaimOrder, claims, planned_claims};
use crate::graphql::credit::{Credit, CreditFilter};
use crate::graphql::page::{Connection, PageArgs, connection};
use crate::graphql::plan::{Planned as _, Selection, loader};
use crate::graphql::renewal::{RenewalConfidence, renewal_confidence};
use crate::graphql::renewal_answer::title;
use crate::graphql::scalars::Date;
use crate::graphql::season::Season;
use crate::graphql::show::Show;
use crate::graphql::trust::{TrustPolicyInput, evidence};
use crate::renewal::{Naming, Parameters, Prose};
use crate::store::claim::Claims;
use crate::store::claim_filter;
use crate::store::credit::{CreditsOfShow, Part};
use crate::store::decision::{RulingsOf, horizon, phase};
use crate::store::evidence::next_season;
use crate::store::list::Total;
use crate::store::loader::Wave;
use crate::store::name::Named;
use crate::store::show_detail::{PlatformsOf, SeasonsOf};
use crate::store::subject::RowsOf;

/// Whether the question of a season is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "::entity::kinds::OutlookPhase")]
pub(super) enum OutlookPhase {
    /// The season before is not complete, or is not known.
    NotOpen,
    /// It can be asked, and is not answered.
    Open,
    /// It is answered: ordered, released, ended, or the horizon passed.
    Resolved,
}

/// One target season of one show: the question whether it comes, its answer, and all that bears on it.
#[derive(Clone, Debug, Description)]
pub(super) struct RenewalOutlook {
    show: Arc<show::Model>,
    season: i32,
}

#[Object(use_type_description)]
impl RenewalOutlook {
    /// Its show.
    async fn show(&self) -> Show {
        Show(self.show.clone())
    }

    /// Target season, from 1, e.g. 2.
    async fn season_number(&self) -> i32 {
        self.season
    }

    /// The season before; null = not in the catalog.
    async fn previous_season(&self, ctx: &Context<'_>) -> Result<Option<Season>> {
        Ok(numbered(&self.seasons(ctx).await?, self.season - 1).map(Season))
    }

    /// The target itself; null = not in the catalog, because it is not ordered yet.
    async fn target_season(&self, ctx: &Context<'_>) -> Result<Option<Season>> {
        Ok(numbered(&self.seasons(ctx).await?, self.season).map(Season))
    }

    /// What is asked, in plain English, with the horizon and what counts.
    async fn question(&self, ctx: &Context<'_>) -> Result<String> {
        let platforms = loader(ctx)?.fetch(&PlatformsOf, self.show.id).await?;
        let naming = Naming {
            title: title(ctx, &self.show).await?,
            season: u16::try_from(self.season)?,
            platform: platforms.first().map(|holder| Prose::new(&holder.platform.name)),
            ..Naming::default()
        };
        let question = match complete_on(&self.seasons(ctx).await?, self.season) {
            Some(day) => naming.question(day, Parameters::rc1()),
            None => naming.question_to_come(Parameters::rc1()),
        };
        Ok(question.into())
    }

    /// Whether the question is open on a day.
    async fn phase(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Day, e.g. \"2025-09-24\"; default today, UTC.")] as_of: Option<Date>,
    ) -> Result<OutlookPhase> {
        let rulings = loader(ctx)?.fetch(&RulingsOf, self.show.id).await?;
        Ok(phase(&self.seasons(ctx).await?, &rulings, self.season, until(as_of).day()).into())
    }

    /// Last day that counts: 1,095 days after the season before was complete; null = it is not complete, or its day is not known.
    async fn horizon(&self, ctx: &Context<'_>) -> Result<Option<Date>> {
        Ok(complete_on(&self.seasons(ctx).await?, self.season).map(horizon).map(Date))
    }

    /// How likely it is; null = phase `NOT_OPEN` on that day.
    async fn confidence(
        &self,
        ctx: &Context<'_>,
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
        renewal_confidence(ctx, self.show.clone(), Some(self.season), evidence(as_of, without, trust)?).await
    }

    /// Who is expected to come back, is not any more, or is new; by billing.
    async fn cast(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "Which credits, e.g. {isReturning: true}; default all of this season, in any state. Its `seasons` does not count."
        )]
        filter: Option<CreditFilter>,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Credit>> {
        connection(ctx, cast(filter, self.season), self.show.id, PageArgs::new(first, after, last, before)).await
    }

    /// What was claimed about this season by name.
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
        let list = about(claims(filter, as_of, include_spoilers, order_by)?, self.season);
        connection(ctx, list, self.show.id, PageArgs::new(first, after, last, before)).await
    }
}

impl RenewalOutlook {
    async fn seasons(&self, ctx: &Context<'_>) -> Result<Arc<Vec<Arc<season::Model>>>> {
        Ok(loader(ctx)?.fetch(&SeasonsOf, self.show.id).await?)
    }
}

fn numbered(seasons: &[Arc<season::Model>], number: i32) -> Option<Arc<season::Model>> {
    seasons.iter().find(|season| season.number == number && number > 0).cloned()
}

/// The day on which the season before `number` was or will be complete; null = not known.
fn complete_on(seasons: &[Arc<season::Model>], number: i32) -> Option<NaiveDate> {
    numbered(seasons, number - 1)?.completed_on
}

fn cast(filter: Option<CreditFilter>, season: i32) -> CreditsOfShow {
    CreditsOfShow { part: Part::Cast, filter: filter.unwrap_or_default().into_store_of(season) }
}

/// Of these claims those that name a season.
fn about(mut list: Claims<ShowId>, season: i32) -> Claims<ShowId> {
    list.filter.all.push(claim_filter::ClaimFilter { seasons: vec![season], ..Default::default() });
    list
}

/// Every claim that names a season, as a reason to ask about it.
fn talk_of(season: i32) -> Result<Total<Claims<ShowId>>> {
    Ok(Total(about(claims(None, None, true, None)?, season)))
}

/// Whether the catalog has the season or the one before it.
fn is_near(seasons: &[Arc<season::Model>], number: i32) -> bool {
    numbered(seasons, number).or_else(|| numbered(seasons, number - 1)).is_some()
}

/// The outlook of a season, as planned; null = the catalog does not lead up to it, and nobody speaks of it.
pub(super) async fn outlook(ctx: &Context<'_>, show: &Arc<show::Model>, season: i32) -> Result<Option<RenewalOutlook>> {
    let seasons = loader(ctx)?.fetch(&SeasonsOf, show.id).await?;
    let is_asked = is_near(&seasons, season) || *loader(ctx)?.fetch(&talk_of(season)?, show.id).await? > 0;
    Ok(is_asked.then(|| RenewalOutlook { show: show.clone(), season }))
}

/// The outlook of the season after the latest complete one, as planned; null = none is complete.
pub(super) async fn next_outlook(ctx: &Context<'_>, show: &Arc<show::Model>) -> Result<Option<RenewalOutlook>> {
    let seasons = loader(ctx)?.fetch(&SeasonsOf, show.id).await?;
    let next = next_season(&seasons, Date::today().0);
    Ok(next.map(|season| RenewalOutlook { show: show.clone(), season }))
}

impl Selection {
    /// Plans the outlooks of seasons of shows.
    pub(super) fn outlooks(&self, shows: &[Arc<show::Model>], wave: &mut Wave) {
        for (with, below) in self.uses("outlook") {
            if let Some(season) = with.get("season") {
                below.outlook_asked(season, shows.to_vec(), wave);
            }
        }
        let next = self.under("nextSeason");
        if self.has("nextSeason") {
            let shows = shows.to_vec();
            wave.want(SeasonsOf, keys(&shows), move |sets, wave| {
                let mut by_season: BTreeMap<i32, Vec<Arc<show::Model>>> = BTreeMap::new();
                for (show, seasons) in shows.iter().zip(sets) {
                    if let Some(season) = next_season(seasons, Date::today().0) {
                        by_season.entry(season).or_default().push(show.clone());
                    }
                }
                for (season, shows) in by_season {
                    next.outlook(season, &shows, wave);
                }
            });
        }
    }

    fn outlook_asked(&self, season: i32, shows: Vec<Arc<show::Model>>, wave: &mut Wave) {
        let below = self.clone();
        wave.want(SeasonsOf, keys(&shows), move |sets, wave| {
            let far = shows.iter().zip(sets).filter(|(_, seasons)| !is_near(seasons, season));
            let far: Vec<ShowId> = far.map(|(show, _)| show.id).collect();
            if let Ok(talk) = talk_of(season) {
                wave.want_leaf(talk, far);
            }
            below.outlook(season, &shows, wave);
        });
    }

    /// Plans what is asked of the outlooks of one season each.
    fn outlook(&self, season: i32, shows: &[Arc<show::Model>], wave: &mut Wave) {
        let ids = keys(shows);
        Show::plan(shows, &self.under("show"), wave);
        if self.has("question") {
            wave.want_leaf(RowsOf::<Named>::new(), ids.iter().copied().map(Named::Show).collect());
            wave.want_leaf(PlatformsOf, ids.clone());
        }
        if self.has("phase") {
            wave.want_leaf(RulingsOf, ids.clone());
        }
        for (with, below) in self.uses("confidence") {
            below.renewal_confidence(with, Some(season), &ids, wave);
        }
        self.pages::<Credit, _>("cast", &ids, wave, |with| Some(cast(with.get("filter"), season)));
        self.pages::<Claim, _>("claims", &ids, wave, |with| Some(about(planned_claims(with)?, season)));
        self.neighbours(season, ids, wave);
    }

    fn neighbours(&self, season: i32, shows: Vec<ShowId>, wave: &mut Wave) {
        let (previous, target) = (self.under("previousSeason"), self.under("targetSeason"));
        wave.want(SeasonsOf, shows, move |sets, wave| {
            let of = |number| sets.iter().filter_map(|seasons| numbered(seasons, number)).collect::<Vec<_>>();
            Season::plan(&of(season - 1), &previous, wave);
            Season::plan(&of(season), &target, wave);
        });
    }
}

fn keys(shows: &[Arc<show::Model>]) -> Vec<ShowId> {
    shows.iter().map(|show| show.id).collect()
}
