//! Outlets: who publishes.

use std::sync::Arc;

use ::entity::ids::OutletId;
use ::entity::outlet;
use async_graphql::{Context, Description, Enum, ID, InputObject, Object, OneofObject, Result};

use crate::graphql::as_of::as_of as until;
use crate::graphql::claim::Claim;
use crate::graphql::claim_filter::{ClaimFilter, ClaimOrder, claims, kinds, planned_claims};
use crate::graphql::filter::{IntFilter, OrderDirection};
use crate::graphql::id;
use crate::graphql::page::{Connection, PageArgs, connection, root_connection};
use crate::graphql::plan::{Planned, Selection, loader, prepare};
use crate::graphql::reliability::{Reliability, reliability};
use crate::graphql::report::{Report, reports};
use crate::graphql::report_filter::{ReportFilter, ReportOrder};
use crate::graphql::scalars::{CountryCode, Date, Locale, Url};
use crate::store;
use crate::store::address::{Address, find};
use crate::store::loader::Wave;
use crate::store::outlet::{AliasesOfOutlet, OutletOrderField as StoreField, Outlets, by_name};
use crate::store::reliability::Judged;

/// What kind of outlet publishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "::entity::kinds::OutletKind")]
pub(super) enum OutletKind {
    /// A platform's own newsroom, e.g. Netflix Tudum.
    PlatformNewsroom,
    /// Trade press.
    Trade,
    /// General newspaper.
    Newspaper,
    /// Entertainment news, e.g. Xports News.
    EntertainmentSite,
    /// Retells others.
    Aggregator,
    /// A personal page.
    Blog,
}

/// Who publishes, e.g. Xports News.
#[derive(Clone, Debug, Description)]
pub(super) struct Outlet(pub(super) Arc<outlet::Model>);

impl From<Arc<outlet::Model>> for Outlet {
    fn from(row: Arc<outlet::Model>) -> Self {
        Self(row)
    }
}

impl Planned for Outlet {
    type Row = outlet::Model;

    fn plan(rows: &[Arc<outlet::Model>], asked: &Selection, wave: &mut Wave) {
        let ids: Vec<OutletId> = rows.iter().map(|outlet| outlet.id).collect();
        if asked.has("aliases") {
            wave.want_leaf(AliasesOfOutlet, ids.clone());
        }
        asked.pages::<Report, _>("reports", &ids, wave, |with| reports(with.get("filter"), with.get("orderBy")).ok());
        asked.pages::<Claim, _>("claims", &ids, wave, planned_claims);
        asked.reliabilities(&ids.iter().copied().map(Judged::Outlet).collect::<Vec<_>>(), wave);
    }
}

#[Object(use_type_description)]
impl Outlet {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("Outlet", self.0.id.0)
    }

    /// Readable address part, unique among outlets, e.g. xports-news; old ones keep resolving.
    async fn slug(&self) -> &str {
        &self.0.slug
    }

    /// Name to print, e.g. Xports News.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Other names, then known misprints, e.g. Xports New.
    async fn aliases(&self, ctx: &Context<'_>) -> Result<Vec<String>> {
        let aliases = loader(ctx)?.fetch(&AliasesOfOutlet, self.0.id).await?;
        Ok(aliases.iter().map(|alias| alias.text.clone()).filter(|alias| *alias != self.0.name).collect())
    }

    /// Where it is at home, e.g. KR; null = unknown or international.
    async fn country(&self) -> Option<CountryCode> {
        self.0.country.clone().map(CountryCode)
    }

    /// Language in which it publishes, e.g. ko; null = unknown.
    async fn language(&self) -> Option<Locale> {
        self.0.language.clone().map(Locale)
    }

    /// What kind.
    async fn kind(&self) -> OutletKind {
        self.0.kind.into()
    }

    /// Its site; null = unknown.
    async fn homepage(&self) -> Option<Url> {
        self.0.homepage.clone().map(Url)
    }

    /// How often it was right with what it had from its own sources.
    async fn reliability(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What had turned out by that day counts, e.g. \"2025-09-24\"; default today, UTC.")]
        as_of: Option<Date>,
    ) -> Result<Reliability> {
        reliability(ctx, Judged::Outlet(self.0.id), until(as_of)).await
    }

    /// Its reports.
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
        connection(ctx, reports(filter, order_by)?, self.0.id, PageArgs::new(first, after, last, before)).await
    }

    /// Claims that began here: the outlet itself answers for them, on its own sources. What it retells of others stands in
    /// its `reports`.
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
}

/// One way to name an outlet.
#[derive(Debug, OneofObject)]
pub(super) enum OutletBy {
    /// Its global id.
    Id(ID),
    /// Its readable address part, old or new, e.g. xports-news.
    Slug(String),
    /// Any name, alias or known misprint, e.g. Xports New; case, spaces and punctuation do not matter.
    Name(String),
}

/// Which outlets; all that is given must hold, and a list means any of its members.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct OutletFilter {
    /// Part of a name, alias or known misprint, e.g. "xports"; case, spaces and punctuation do not matter.
    search: Option<String>,
    /// What kind, e.g. [NEWSPAPER].
    kinds: Option<Vec<OutletKind>>,
    /// Where they are at home, e.g. ["KR"].
    countries: Option<Vec<CountryCode>>,
    /// How many utterances on their own sources have turned out by today (UTC), e.g. {gte: 1}.
    resolved_claims: Option<IntFilter>,
}

impl OutletFilter {
    /// The same filter for the store.
    fn into_store(self) -> store::outlet::OutletFilter {
        store::outlet::OutletFilter {
            search: self.search,
            kinds: kinds(self.kinds),
            countries: self.countries.unwrap_or_default().into_iter().map(|country| country.0).collect(),
            resolved_claims: self.resolved_claims.unwrap_or_default().into_store(),
        }
    }
}

/// By what outlets are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "StoreField")]
pub(super) enum OutletOrderField {
    /// Their names.
    Name,
    /// How many reports of theirs are held.
    Reports,
    /// How reliable they are on their own sources today (UTC): the mean of reliability, to a millionth.
    Reliability,
    /// How many utterances on their own sources have turned out by today (UTC).
    ResolvedClaims,
}

/// One term of an order of outlets.
#[derive(Clone, Copy, Debug, InputObject)]
pub(super) struct OutletOrder {
    /// By what.
    field: OutletOrderField,
    /// Which way; default largest or last in the alphabet first.
    #[graphql(default_with = "OrderDirection::Desc")]
    direction: OrderDirection,
}

/// Root fields about outlets.
#[derive(Debug, Default)]
pub struct OutletQuery;

#[Object]
impl OutletQuery {
    /// One outlet; aliases and known misprints find it too. Null = none by that id, slug or name.
    async fn outlet(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How it is named, e.g. {name: \"Xports New\"}.")] by: OutletBy,
    ) -> Result<Option<Outlet>> {
        let db = loader(ctx)?.db();
        let row = match by {
            OutletBy::Id(global) => find::<outlet::Entity>(db, &Address::Key(id::key("Outlet", &global)?)).await?,
            OutletBy::Slug(slug) => find::<outlet::Entity>(db, &Address::Slug(slug)).await?,
            OutletBy::Name(name) => by_name(db, &name).await?,
        };
        let rows: Vec<_> = row.into_iter().map(Arc::new).collect();
        prepare::<Outlet>(ctx, &rows).await?;
        Ok(rows.into_iter().next().map(Outlet))
    }

    /// Outlets, by name.
    #[expect(clippy::too_many_arguments, reason = "each is an argument of the field")]
    async fn outlets(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which of them, e.g. {countries: [\"KR\"]}; default all.")] filter: Option<OutletFilter>,
        #[graphql(desc = "In which order; default by name.")] order_by: Option<Vec<OutletOrder>>,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Outlet>> {
        let order =
            order_by.unwrap_or_default().iter().map(|term| (term.field.into(), term.direction.into())).collect();
        let list = Outlets { filter: filter.unwrap_or_default().into_store(), order, as_of: until(None) };
        root_connection(ctx, list, PageArgs::new(first, after, last, before)).await
    }
}
