//! The outlook of a season that may come: the question, whether it is open, its answer, and all that bears on it.

use std::sync::Arc;

use ::entity::season;
use async_graphql::{Context, Description, ID, Object, Result};

use crate::graphql::as_of::as_of as until;
use crate::graphql::claim::Claim;
use crate::graphql::claim_filter::{ClaimFilter, ClaimOrder, claims};
use crate::graphql::credit::{Credit, CreditFilter};
use crate::graphql::decision::{DecisionStatus, OutlookPhase};
use crate::graphql::forecast_snapshot::ForecastSnapshot;
use crate::graphql::id;
use crate::graphql::milestone::{Milestone, milestones};
use crate::graphql::outlook_plan::{about, cast};
use crate::graphql::page::{Connection, PageArgs, connection};
use crate::graphql::plan::loader;
use crate::graphql::renewal::{RenewalConfidence, renewal_confidence};
use crate::graphql::renewal_answer::title;
use crate::graphql::renewal_history::{RenewalPoint, change, history, stretch};
use crate::graphql::resolution::Resolution;
use crate::graphql::scalars::Date;
use crate::graphql::season::Season;
use crate::graphql::show::Show;
use crate::graphql::trust::{TrustPolicyInput, evidence};
use crate::renewal::{Naming, Parameters, Prose};
use crate::store::decision::{RulingsOf, decision, horizon, phase};
use crate::store::forecast::ForecastsOfShow;
use crate::store::node::NodeKey;
use crate::store::outcome::{ResolutionsOfShow, answered};
use crate::store::show_detail::{PlatformsOf, SeasonsOf, holder};
use crate::store::target::{Target, complete_on, numbered};

/// One target season of one show: the question whether it comes, its answer over time, and all that bears on it.
#[derive(Clone, Debug, Description)]
pub(super) struct RenewalOutlook(pub(super) Arc<Target>);

impl From<Arc<Target>> for RenewalOutlook {
    fn from(row: Arc<Target>) -> Self {
        Self(row)
    }
}

#[Object(use_type_description)]
impl RenewalOutlook {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::of(NodeKey::RenewalOutlook(self.0.question()))
    }

    /// Its show.
    async fn show(&self) -> Show {
        Show(self.0.show.clone())
    }

    /// Target season, from 1, e.g. 2.
    async fn season_number(&self) -> i32 {
        self.0.season
    }

    /// The season before; null = not in the catalog.
    async fn previous_season(&self, ctx: &Context<'_>) -> Result<Option<Season>> {
        Ok(numbered(&self.seasons(ctx).await?, self.0.season.saturating_sub(1)).cloned().map(Season))
    }

    /// The target itself; null = not in the catalog, because it is not ordered yet.
    async fn target_season(&self, ctx: &Context<'_>) -> Result<Option<Season>> {
        Ok(numbered(&self.seasons(ctx).await?, self.0.season).cloned().map(Season))
    }

    /// What is asked, in plain English, with the horizon and what counts.
    async fn question(&self, ctx: &Context<'_>) -> Result<String> {
        let naming = self.naming(ctx).await?;
        let question = match complete_on(&self.seasons(ctx).await?, self.0.season) {
            Some(day) => naming.question(day, Parameters::rc1()),
            None => naming.question_to_come(Parameters::rc1()),
        };
        Ok(question.into())
    }

    /// What counts as yes and as no, in plain English.
    async fn resolves_when(&self, ctx: &Context<'_>) -> Result<String> {
        let naming = self.naming(ctx).await?;
        let answer = match complete_on(&self.seasons(ctx).await?, self.0.season) {
            Some(day) => naming.resolves_when(day, Parameters::rc1()),
            None => naming.resolves_when_to_come(Parameters::rc1()),
        };
        Ok(answer.into())
    }

    /// Whether the question is open on a day.
    async fn phase(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Day, e.g. \"2025-09-24\"; default today, UTC.")] as_of: Option<Date>,
    ) -> Result<OutlookPhase> {
        let rulings = loader(ctx)?.fetch(&RulingsOf, self.0.show.id).await?;
        Ok(phase(&self.seasons(ctx).await?, &rulings, self.0.season, until(as_of).day()).into())
    }

    /// What was decided by a day, from dated facts; what is only reported decides nothing.
    async fn decision(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Day, e.g. \"2025-09-24\"; default today, UTC.")] as_of: Option<Date>,
    ) -> Result<DecisionStatus> {
        let rulings = loader(ctx)?.fetch(&RulingsOf, self.0.show.id).await?;
        Ok(decision(&self.seasons(ctx).await?, &rulings, self.0.season, until(as_of).day()).into())
    }

    /// Last day that counts: 1,095 days after the season before was complete; null = it is not complete, or its day is not known.
    async fn horizon(&self, ctx: &Context<'_>) -> Result<Option<Date>> {
        Ok(complete_on(&self.seasons(ctx).await?, self.0.season).map(horizon).map(Date))
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
        let (show, season) = (self.0.show.clone(), Some(self.0.season));
        renewal_confidence(ctx, show, season, evidence(as_of, without, trust)?).await
    }

    /// The number over time: a point wherever evidence changed it, on the first of every month, and at both ends; oldest first,
    /// of more than 400 the latest.
    async fn history(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "First day, e.g. \"2025-09-01\"; default the day on which the season before was complete.")]
        from: Option<Date>,
        #[graphql(desc = "Last day, e.g. \"2025-12-31\"; default and at the latest today, UTC.")] to: Option<Date>,
    ) -> Result<Vec<RenewalPoint>> {
        history(ctx, self.0.question(), stretch(from, to)?).await
    }

    /// The probability today minus that of so many days ago, -1..1, e.g. 0.12; null = there is no number now, or was none then.
    async fn change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many days ago, 1..365.", default = 30, validator(minimum = 1, maximum = 365))] days: i32,
    ) -> Result<Option<f64>> {
        change(ctx, self.0.question(), days).await
    }

    /// What was announced for a stretch of time, e.g. filming, and what became of it: of each utterance its word on each kind of
    /// thing once, the earliest window first. What names no season counts for the one after the last complete one.
    async fn milestones(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "As it stood on that day, e.g. \"2025-09-24\"; default today, UTC.")] as_of: Option<Date>,
    ) -> Result<Vec<Milestone>> {
        milestones(ctx, self.0.question(), until(as_of)).await
    }

    /// How the question was answered, as of today (UTC); null = it is not.
    async fn resolution(&self, ctx: &Context<'_>) -> Result<Option<Resolution>> {
        let answers = loader(ctx)?.fetch(&ResolutionsOfShow, self.0.show.id).await?;
        let found = answered(self.0.season, &self.seasons(ctx).await?, &answers, Date::today().0);
        Ok(found.map(Resolution))
    }

    /// Every published number about it, latest first.
    async fn snapshots(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<ForecastSnapshot>> {
        let published = ForecastsOfShow { season: self.0.season };
        connection(ctx, published, self.0.show.id, PageArgs::new(first, after, last, before)).await
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
        connection(ctx, cast(filter, self.0.season), self.0.show.id, PageArgs::new(first, after, last, before)).await
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
        let list = about(claims(filter, as_of, include_spoilers, order_by)?, self.0.season);
        connection(ctx, list, self.0.show.id, PageArgs::new(first, after, last, before)).await
    }
}

impl RenewalOutlook {
    async fn seasons(&self, ctx: &Context<'_>) -> Result<Arc<Vec<Arc<season::Model>>>> {
        Ok(loader(ctx)?.fetch(&SeasonsOf, self.0.show.id).await?)
    }

    /// How things are called, as planned.
    async fn naming(&self, ctx: &Context<'_>) -> Result<Naming> {
        let runs = loader(ctx)?.fetch(&PlatformsOf, self.0.show.id).await?;
        Ok(Naming {
            title: title(ctx, &self.0.show).await?,
            season: u16::try_from(self.0.season).unwrap_or(u16::MAX),
            platform: holder(&runs).map(|platform| Prose::new(&platform.name)),
            ..Naming::default()
        })
    }
}
