//! Contradictions: what cannot all be so, and how it was settled.

use std::marker::PhantomData;
use std::sync::Arc;

use ::entity::ids::ContradictionId;
use ::entity::{contradiction, contradiction_side, show};
use async_graphql::{Context, Description, Enum, ID, InputObject, Object, Result, SimpleObject};

use crate::graphql::as_of::as_of as until;
use crate::graphql::claim::Claim;
use crate::graphql::claim_filter::{keys, kinds};
use crate::graphql::claim_value::{ClaimValue, value};
use crate::graphql::filter::DateFilter;
use crate::graphql::id;
use crate::graphql::node::Node;
use crate::graphql::page::{Connection, PageArgs, root_connection};
use crate::graphql::plan::{Arguments, Planned, Selection, loader, row};
use crate::graphql::reference::referred;
use crate::graphql::scalars::Date;
use crate::graphql::show::Show;
use crate::store;
use crate::store::contradiction::{ClaimsOfSide, Contradictions, GroundsOf, SidesOf, Subject};
use crate::store::loader::Wave;

/// What kind of contradiction it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "::entity::kinds::ContradictionKind")]
pub(super) enum ContradictionKind {
    /// Confirmed or not.
    Status,
    /// An impossible or conflicting date.
    Chronology,
    /// Two figures.
    Value,
    /// Spelling or identity.
    Name,
    /// Who did what.
    Role,
    /// True of another list, place or share.
    Scope,
    /// A number with other members, e.g. two triple crowns.
    Count,
}

/// Values or claims that cannot all be so; the loser is kept.
#[derive(Clone, Debug, Description)]
pub(super) struct Contradiction(pub(super) Arc<contradiction::Model>);

impl From<Arc<contradiction::Model>> for Contradiction {
    fn from(row: Arc<contradiction::Model>) -> Self {
        Self(row)
    }
}

impl Planned for Contradiction {
    type Row = contradiction::Model;

    fn plan(rows: &[Arc<contradiction::Model>], asked: &Selection, wave: &mut Wave) {
        let ids: Vec<ContradictionId> = rows.iter().map(|row| row.id).collect();
        asked.one::<Show, show::Entity>("show", rows.iter().map(|row| row.show_id), wave);
        asked.references("subject", rows.iter().filter_map(|row| Subject::of(row)), wave);
        if asked.has("sides") {
            let below = asked.under("sides");
            wave.want(SidesOf, ids.clone(), move |lists, wave| {
                let sides: Vec<_> = lists.iter().flat_map(|sides| sides.iter().cloned()).collect();
                ContradictionSide::plan(&sides, &below, wave);
            });
        }
        if asked.has("grounds") {
            let below = asked.under("grounds");
            wave.want(GroundsOf, ids, move |lists, wave| {
                below.nodes(&lists.iter().flat_map(|keys| keys.iter().copied()).collect::<Vec<_>>(), wave);
            });
        }
    }
}

#[Object(use_type_description)]
impl Contradiction {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("Contradiction", self.0.id.0)
    }

    /// What kind.
    async fn kind(&self) -> ContradictionKind {
        self.0.kind.into()
    }

    /// Its show.
    async fn show(&self, ctx: &Context<'_>) -> Result<Show> {
        Ok(row::<show::Entity>(ctx, self.0.show_id).await?.into())
    }

    /// What is in dispute.
    async fn subject(&self, ctx: &Context<'_>) -> Result<Node> {
        referred(ctx, Subject::of(&self.0).ok_or("a contradiction is about something")?).await
    }

    /// What is in dispute, in a sentence, e.g. "When was the report published?"
    async fn question(&self) -> &str {
        &self.0.question
    }

    /// Two or more readings, the prevailing one first.
    async fn sides(&self, ctx: &Context<'_>) -> Result<Vec<ContradictionSide>> {
        let sides = loader(ctx)?.fetch(&SidesOf, self.0.id).await?;
        Ok(sides.iter().cloned().map(ContradictionSide).collect())
    }

    /// Facts that decide, e.g. the award that a report dated "May 23" already tells of; empty = none is held.
    async fn grounds(&self, ctx: &Context<'_>) -> Result<Vec<Node>> {
        let keys = loader(ctx)?.fetch(&GroundsOf, self.0.id).await?;
        let mut grounds = Vec::with_capacity(keys.len());
        for key in keys.iter() {
            grounds.push(referred(ctx, *key).await?);
        }
        Ok(grounds)
    }

    /// How it was settled; null = open.
    async fn resolution(&self) -> Option<ContradictionResolution> {
        self.0.resolved_on.map(|on| ContradictionResolution {
            on: Date(on),
            reason: self.0.resolution_reason.clone().unwrap_or_else(|| "No reason was recorded.".to_owned()),
            is_manual: self.0.is_resolved_by_editor,
        })
    }

    /// First day on which it could be seen, e.g. 2025-09-23.
    async fn noticed_on(&self) -> Date {
        Date(self.0.noticed_on)
    }
}

/// One reading of what is in dispute.
#[derive(Clone, Debug, Description)]
pub(super) struct ContradictionSide(Arc<contradiction_side::Model>);

impl Planned for ContradictionSide {
    type Row = contradiction_side::Model;

    fn plan(rows: &[Arc<contradiction_side::Model>], asked: &Selection, wave: &mut Wave) {
        asked.values(rows.iter().filter_map(|side| side.claim_value_id), wave);
        if asked.has("claims") {
            let below = asked.under("claims");
            wave.want(ClaimsOfSide, rows.iter().map(|side| side.id).collect(), move |lists, wave| {
                let claims: Vec<_> = lists.iter().flat_map(|claims| claims.iter().cloned()).collect();
                Claim::plan(&claims, &below, wave);
            });
        }
    }
}

#[Object(use_type_description)]
impl ContradictionSide {
    /// What this side holds, in a sentence.
    async fn reading(&self) -> &str {
        &self.0.reading
    }

    /// Its value, typed; null = the reading says all.
    async fn value(&self, ctx: &Context<'_>) -> Result<Option<ClaimValue>> {
        value(ctx, self.0.claim_value_id).await
    }

    /// Claims that take this side; empty = it is implied by the catalog.
    async fn claims(&self, ctx: &Context<'_>) -> Result<Vec<Claim>> {
        let claims = loader(ctx)?.fetch(&ClaimsOfSide, self.0.id).await?;
        Ok(claims.iter().cloned().map(Claim).collect())
    }

    /// Taken as right.
    async fn prevails(&self) -> bool {
        self.0.prevails
    }
}

/// How a contradiction was settled.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct ContradictionResolution {
    /// Day, e.g. 2025-09-24.
    on: Date,
    /// Why so, in a sentence.
    reason: String,
    /// Decided by an editor, not by a rule.
    is_manual: bool,
}

/// Which contradictions: all that is given must hold, and a list means any of its members.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct ContradictionFilter {
    /// What kind, e.g. [CHRONOLOGY].
    kinds: Option<Vec<ContradictionKind>>,
    /// Global ids of their shows.
    shows: Option<Vec<ID>>,
    /// Global ids of reports that are part of them.
    reports: Option<Vec<ID>>,
    /// Whether they are settled.
    is_resolved: Option<bool>,
    /// First day on which they could be seen, e.g. {gte: "2025-09-23"}.
    noticed_on: Option<DateFilter>,
}

impl ContradictionFilter {
    /// The same filter for the store.
    fn into_store(self) -> Result<store::contradiction::ContradictionFilter> {
        Ok(store::contradiction::ContradictionFilter {
            kinds: kinds(self.kinds),
            shows: keys("Show", self.shows)?,
            reports: keys("Report", self.reports)?,
            is_resolved: self.is_resolved,
            noticed_on: self.noticed_on.unwrap_or_default().into_store(),
        })
    }
}

/// Contradictions under a parent, by the arguments of their field.
pub(super) fn contradictions<P>(filter: Option<ContradictionFilter>, as_of: Option<Date>) -> Result<Contradictions<P>> {
    let filter = filter.unwrap_or_default().into_store()?;
    Ok(Contradictions { filter, as_of: until(as_of), under: PhantomData })
}

/// The same, as planned; null = the arguments cannot be honoured, which the resolver reports.
pub(super) fn planned_contradictions<P>(with: &Arguments) -> Option<Contradictions<P>> {
    contradictions(with.get("filter"), with.get("asOf")).ok()
}

/// Root fields about contradictions.
#[derive(Debug, Default)]
pub struct ContradictionQuery;

#[Object]
impl ContradictionQuery {
    /// Conflicts between claims or values, in the order in which they were recorded.
    #[expect(clippy::too_many_arguments, reason = "each is an argument of the field")]
    async fn contradictions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which of them, e.g. {isResolved: false}; default all.")] filter: Option<ContradictionFilter>,
        #[graphql(desc = "Only what was knowable by that day, e.g. \"2025-09-24\"; default today, UTC.")] as_of: Option<
            Date,
        >,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Contradiction>> {
        root_connection(ctx, contradictions::<()>(filter, as_of)?, PageArgs::new(first, after, last, before)).await
    }
}
