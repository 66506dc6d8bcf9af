//! Claims: what was said, by whom, and how it reached us.

use std::sync::Arc;

use ::entity::ids::ClaimId;
use ::entity::{claim, contradiction, origin, report, show};
use async_graphql::{Context, Description, ID, Object, Result, SimpleObject};

use crate::graphql::as_of::as_of as until;
use crate::graphql::claim_filter::{ClaimFilter, ClaimOrder, claims};
use crate::graphql::claim_kind::{Certainty, ClaimKind, ClaimTopic, PlatformReply, Stance};
use crate::graphql::claim_value::{ClaimValue, value};
use crate::graphql::contradiction::Contradiction;
use crate::graphql::id;
use crate::graphql::links::links;
use crate::graphql::milestone::Milestone;
use crate::graphql::node::Node;
use crate::graphql::origin::Origin;
use crate::graphql::page::{Connection, PageArgs, root_connection};
use crate::graphql::plan::{Planned, Selection, loader, row, row_if};
use crate::graphql::reference::referred;
use crate::graphql::relay::RelayHop;
use crate::graphql::report::Report;
use crate::graphql::scalars::{Date, DateTime, Locale, PartialDate};
use crate::graphql::show::Show;
use crate::graphql::standing::{ClaimStanding, standing};
use crate::graphql::voucher::Voucher;
use crate::graphql::withdrawal::Withdrawal;
use crate::store::claim::{self as said, HopsOfClaim, SeasonsOfClaim, fidelity};
use crate::store::contradiction::ContradictionsOfClaim;
use crate::store::loader::Wave;

/// One thing said by one voucher, as one report words it; a retelling is a claim of its own.
#[derive(Clone, Debug, Description)]
pub(super) struct Claim(pub(super) Arc<claim::Model>);

impl From<Arc<claim::Model>> for Claim {
    fn from(row: Arc<claim::Model>) -> Self {
        Self(row)
    }
}

impl Planned for Claim {
    type Row = claim::Model;

    fn plan(rows: &[Arc<claim::Model>], asked: &Selection, wave: &mut Wave) {
        let ids: Vec<ClaimId> = rows.iter().map(|claim| claim.id).collect();
        asked.references("subject", rows.iter().filter_map(|claim| said::Subject::of(claim)), wave);
        asked.one::<Show, show::Entity>("show", rows.iter().map(|claim| claim.show_id), wave);
        asked.one::<Origin, origin::Entity>("origin", rows.iter().map(|claim| claim.origin_id), wave);
        asked.one::<Report, report::Entity>("report", rows.iter().filter_map(|claim| claim.report_id), wave);
        asked.one::<Self, claim::Entity>("supersededBy", rows.iter().filter_map(|claim| claim.superseded_by_id), wave);
        asked.values(rows.iter().filter_map(|claim| claim.claim_value_id), wave);
        asked.vouchers(rows.iter().filter_map(|claim| said::Voucher::of(claim)), wave);
        asked.relay(&ids, wave);
        asked.milestones(rows, wave);
        asked.standings(rows, wave);
        if asked.has("seasonNumbers") {
            wave.want_leaf(SeasonsOfClaim, ids.clone());
        }
        asked.links::<Contradiction, contradiction::Entity, _>("contradictions", &ids, wave, |with| {
            ContradictionsOfClaim { as_of: with.as_of() }
        });
    }
}

#[Object(use_type_description)]
impl Claim {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("Claim", self.0.id.0)
    }

    /// Stable name of the row in the file it came from, e.g. trauma-code/a0/0.13; null = none.
    async fn row_code(&self) -> Option<&str> {
        self.0.code.as_deref()
    }

    /// What it speaks of: a show, season, person, character, credit, nomination, chart entry, outlet …
    async fn subject(&self, ctx: &Context<'_>) -> Result<Node> {
        referred(ctx, said::Subject::of(&self.0).ok_or("a claim speaks of something")?).await
    }

    /// The show in whose ledger it stands.
    async fn show(&self, ctx: &Context<'_>) -> Result<Show> {
        Ok(row::<show::Entity>(ctx, self.0.show_id).await?.into())
    }

    /// Target seasons that it names, e.g. [2, 3]; empty = it names none.
    async fn season_numbers(&self, ctx: &Context<'_>) -> Result<Vec<i32>> {
        Ok((*loader(ctx)?.fetch(&SeasonsOfClaim, self.0.id).await?).clone())
    }

    /// What it is about.
    async fn topic(&self) -> ClaimTopic {
        self.0.topic.into()
    }

    /// What kind.
    async fn kind(&self) -> ClaimKind {
        self.0.kind.into()
    }

    /// For, against, or neither.
    async fn stance(&self) -> Stance {
        self.0.stance.into()
    }

    /// As worded; null = a non-committal reply, or a flat fact.
    async fn certainty(&self) -> Option<Certainty> {
        self.0.certainty.map(Into::into)
    }

    /// The words that set the certainty, e.g. "are considering"; null = none.
    async fn hedge(&self) -> Option<&str> {
        self.0.hedge.as_deref()
    }

    /// What it depends on, e.g. "if a second season is made"; null = unconditional.
    async fn condition(&self) -> Option<&str> {
        self.0.condition.as_deref()
    }

    /// Reply of a platform that does not commit itself; null = not such a reply.
    async fn platform_reply(&self) -> Option<PlatformReply> {
        self.0.platform_reply.map(Into::into)
    }

    /// In our own words, one sentence.
    async fn summary(&self) -> &str {
        &self.0.summary
    }

    /// Short, as printed; null = paraphrased.
    async fn quote(&self) -> Option<Quote> {
        let locale = self.0.quote_locale.clone().map(Locale);
        let translation = self.0.quote_translation.clone();
        self.0.quote.clone().map(|text| Quote { text, locale, translation })
    }

    /// What is claimed, typed; null = the summary says all.
    async fn value(&self, ctx: &Context<'_>) -> Result<Option<ClaimValue>> {
        value(ctx, self.0.claim_value_id).await
    }

    /// Who answers for it.
    async fn voucher(&self) -> Voucher {
        let party = said::Voucher::of(&self.0);
        Voucher { class: self.0.voucher_class.into(), name: self.0.voucher_name.clone(), party }
    }

    /// The utterance it goes back to.
    async fn origin(&self, ctx: &Context<'_>) -> Result<Origin> {
        Ok(row::<origin::Entity>(ctx, self.0.origin_id).await?.into())
    }

    /// Where we read it; null = recorded at first hand.
    async fn report(&self, ctx: &Context<'_>) -> Result<Option<Report>> {
        Ok(row_if::<report::Entity>(ctx, self.0.report_id).await?.map(Report::from))
    }

    /// From the utterance to this report, first hop first; empty = at first hand.
    async fn relay(&self, ctx: &Context<'_>) -> Result<Vec<RelayHop>> {
        let hops = loader(ctx)?.fetch(&HopsOfClaim, self.0.id).await?;
        Ok(hops.iter().cloned().map(RelayHop).collect())
    }

    /// 0..1, e.g. 0.95: chance that the whole chain of retellings is faithful; 1 = at first hand. Hops compose as
    /// 2f − 1 = Π(2fₖ − 1): two errors can cancel.
    async fn fidelity(&self, ctx: &Context<'_>) -> Result<f64> {
        Ok(fidelity(&loader(ctx)?.fetch(&HopsOfClaim, self.0.id).await?))
    }

    /// When it was said, e.g. 2025-09-23.
    async fn said_on(&self) -> PartialDate {
        PartialDate::new(self.0.said_on, self.0.said_on_precision)
    }

    /// First day on which a reader could know it, e.g. 2025-09-23.
    async fn known_on(&self) -> Date {
        Date(self.0.known_at)
    }

    /// When this server recorded it.
    async fn recorded_at(&self) -> DateTime {
        DateTime(self.0.recorded_at)
    }

    /// What it announces for a stretch of time; null = no date named.
    async fn milestone(
        &self,
        #[graphql(desc = "Only what was knowable by that day, e.g. \"2025-09-24\"; default today, UTC.")] as_of: Option<
            Date,
        >,
    ) -> Option<Milestone> {
        Milestone::of(&self.0, until(as_of))
    }

    /// What became of it by that day: by what came of the seasons that it names, who replaced it, or its window.
    async fn standing(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "As it stood on that day, e.g. \"2025-09-24\"; default today, UTC.")] as_of: Option<Date>,
    ) -> Result<ClaimStanding> {
        standing(ctx, &self.0, until(as_of)).await
    }

    /// Gives away the plot.
    async fn is_spoiler(&self) -> bool {
        self.0.is_spoiler
    }

    /// What took its place, once that could be known; null = nothing.
    async fn superseded_by(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only what was knowable by that day, e.g. \"2025-09-24\"; default today, UTC.")] as_of: Option<
            Date,
        >,
    ) -> Result<Option<Self>> {
        let day = until(as_of).day();
        let next = row_if::<claim::Entity>(ctx, self.0.superseded_by_id).await?;
        Ok(next.filter(|next| next.known_at <= day).map(Self))
    }

    /// That it was taken back; null = it stands.
    async fn withdrawal(&self) -> Option<Withdrawal> {
        Withdrawal::known(self.0.withdrawn_at, self.0.withdrawal_reason.as_deref())
    }

    /// Conflicts in which it takes a side, in the order in which they were recorded.
    async fn contradictions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only what was knowable by that day, e.g. \"2025-09-24\"; default today, UTC.")] as_of: Option<
            Date,
        >,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Contradiction>> {
        let relation = ContradictionsOfClaim { as_of: until(as_of) };
        links::<_, contradiction::Entity, _>(ctx, relation, self.0.id, PageArgs::new(first, after, last, before)).await
    }
}

/// Short words as printed.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct Quote {
    /// As written.
    text: String,
    /// Its language, e.g. ko; null = unknown.
    locale: Option<Locale>,
    /// In English; null = it is English, or untranslated.
    translation: Option<String>,
}

/// Root fields about claims.
#[derive(Debug, Default)]
pub struct ClaimQuery;

#[Object]
impl ClaimQuery {
    /// What was claimed of all shows; plot claims only with `includeSpoilers`.
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
        let list = claims::<()>(filter, as_of, include_spoilers, order_by)?;
        root_connection(ctx, list, PageArgs::new(first, after, last, before)).await
    }
}
