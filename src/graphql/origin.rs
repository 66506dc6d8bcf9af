//! Origins: the utterances that claims go back to.

use std::sync::Arc;

use ::entity::ids::OriginId;
use ::entity::{origin, report, show};
use async_graphql::{Context, Description, Enum, ID, Object, Result, SimpleObject};

use crate::graphql::claim::Claim;
use crate::graphql::claim_filter::{ClaimFilter, ClaimOrder, claims, planned_claims};
use crate::graphql::id;
use crate::graphql::links::links;
use crate::graphql::page::{Connection, PageArgs, connection};
use crate::graphql::plan::{Planned, Selection, loader, row};
use crate::graphql::report::Report;
use crate::graphql::scalars::{Date, PartialDate};
use crate::graphql::show::Show;
use crate::graphql::voucher::Voucher;
use crate::store::loader::Wave;
use crate::store::origin::{self as uttered, GroupingsOfOrigin, SeasonsOfOrigin, grouping};
use crate::store::report::ReportsOfOrigin;

/// Which rule grouped claims into one utterance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "::entity::kinds::OriginRule")]
pub(super) enum OriginRule {
    /// The same named voucher said it within 3 days.
    SameVoucher,
    /// The same outlet broke it within 3 days.
    SameOutlet,
    /// It shares two or more rare details.
    SharedDetails,
    /// Its text was copied.
    CopiedText,
    /// Nothing else goes back to it.
    Alone,
    /// An editor decided.
    Editor,
}

/// The utterance that claims go back to; however often it is retold, it votes once.
#[derive(Clone, Debug, Description)]
pub(super) struct Origin(pub(super) Arc<origin::Model>);

impl From<Arc<origin::Model>> for Origin {
    fn from(row: Arc<origin::Model>) -> Self {
        Self(row)
    }
}

impl Planned for Origin {
    type Row = origin::Model;

    fn plan(rows: &[Arc<origin::Model>], asked: &Selection, wave: &mut Wave) {
        let ids: Vec<OriginId> = rows.iter().map(|origin| origin.id).collect();
        asked.one::<Show, show::Entity>("show", rows.iter().map(|origin| origin.show_id), wave);
        asked.vouchers(rows.iter().filter_map(|origin| uttered::Voucher::of(origin)), wave);
        asked.pages::<Claim, _>("claims", &ids, wave, planned_claims);
        asked.links::<Report, report::Entity, _>("reports", &ids, wave, |_| ReportsOfOrigin);
        if asked.has("seasonNumbers") {
            wave.want_leaf(SeasonsOfOrigin, ids.clone());
        }
        if asked.has("grouping") {
            wave.want_leaf(GroupingsOfOrigin, ids);
        }
    }
}

#[Object(use_type_description)]
impl Origin {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("Origin", self.0.id.0)
    }

    /// Its show.
    async fn show(&self, ctx: &Context<'_>) -> Result<Show> {
        Ok(row::<show::Entity>(ctx, self.0.show_id).await?.into())
    }

    /// Target seasons that its retellings name, e.g. [2, 3]; empty = they name none.
    async fn season_numbers(&self, ctx: &Context<'_>) -> Result<Vec<i32>> {
        Ok((*loader(ctx)?.fetch(&SeasonsOfOrigin, self.0.id).await?).clone())
    }

    /// Who answers for it.
    async fn voucher(&self) -> Voucher {
        let party = uttered::Voucher::of(&self.0);
        Voucher { class: self.0.voucher_class.into(), name: self.0.voucher_name.clone(), party }
    }

    /// Short name, e.g. Xports News exclusive, 23 September 2025.
    async fn label(&self) -> &str {
        &self.0.label
    }

    /// When it was said, e.g. 2025-09-23.
    async fn said_on(&self) -> PartialDate {
        PartialDate::new(self.0.said_on, self.0.said_on_precision)
    }

    /// Its retellings, a claim each.
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

    /// Reports in which it is told, in the order of their claims.
    async fn reports(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Report>> {
        links::<_, report::Entity, _>(ctx, ReportsOfOrigin, self.0.id, PageArgs::new(first, after, last, before)).await
    }

    /// Why these claims count as one: an editor's grouping, where there is one, else that of the claim which the strongest
    /// rule brought in (in the order of `OriginRule`). ALONE only where no rule brought any.
    async fn grouping(&self, ctx: &Context<'_>) -> Result<OriginGrouping> {
        let of_claims = loader(ctx)?.fetch(&GroupingsOfOrigin, self.0.id).await?;
        Ok(grouping(&of_claims).map_or_else(OriginGrouping::alone, |grouping| OriginGrouping {
            rule: grouping.rule.into(),
            reason: grouping.reason.clone(),
            is_manual: grouping.is_manual,
        }))
    }
}

/// How an origin was put together.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct OriginGrouping {
    /// Which rule grouped it.
    rule: OriginRule,
    /// Why, in a sentence, e.g. "The same outlet broke the news on the same day."
    reason: String,
    /// An editor overrode the rule; it is never redone.
    is_manual: bool,
}

impl OriginGrouping {
    fn alone() -> Self {
        Self { rule: OriginRule::Alone, reason: "No claim goes back to it yet.".to_owned(), is_manual: false }
    }
}
