//! Reports: what was published, held as facts, link and fingerprint.

use std::marker::PhantomData;
use std::sync::Arc;

use ::entity::ids::ReportId;
use ::entity::{contradiction, report, show};
use async_graphql::{Context, Description, ID, Object, OneofObject, Result};

use crate::graphql::as_of::as_of as until;
use crate::graphql::claim::Claim;
use crate::graphql::claim_filter::{ClaimFilter, ClaimOrder, claims, planned_claims};
use crate::graphql::contradiction::Contradiction;
use crate::graphql::id;
use crate::graphql::links::links;
use crate::graphql::outlet::Outlet;
use crate::graphql::page::{Connection, PageArgs, connection, root_connection};
use crate::graphql::plan::{Planned, Selection, loader, prepare, row};
use crate::graphql::report_filter::{ReportFilter, ReportOrder, order};
use crate::graphql::scalars::{Date, DateTime, Locale, PartialDate, Url};
use crate::graphql::show::Show;
use crate::graphql::withdrawal::Withdrawal;
use crate::store::contradiction::ContradictionsOfReport;
use crate::store::loader::Wave;
use crate::store::report::{ReportRow, Reports, RetellingsOf, RetoldIn, ShowsOfReport, by_id, by_url};

/// One article or post, held as facts, link and fingerprint; never its text.
#[derive(Clone, Debug, Description)]
pub(super) struct Report(Arc<ReportRow>);

impl From<Arc<ReportRow>> for Report {
    fn from(row: Arc<ReportRow>) -> Self {
        Self(row)
    }
}

impl Planned for Report {
    type Row = ReportRow;

    fn plan(rows: &[Arc<ReportRow>], asked: &Selection, wave: &mut Wave) {
        let ids: Vec<ReportId> = rows.iter().map(|row| row.report.id).collect();
        let outlets: Vec<_> = rows.iter().map(|row| row.outlet.clone()).collect();
        Outlet::plan(&outlets, &asked.under("outlet"), wave);
        asked.pages::<Claim, _>("claims", &ids, wave, planned_claims);
        asked.links::<Show, show::Entity, _>("shows", &ids, wave, |_| ShowsOfReport);
        asked.links::<Self, report::Entity, _>("retoldBy", &ids, wave, |_| RetellingsOf);
        asked.links::<Contradiction, contradiction::Entity, _>("contradictions", &ids, wave, |with| {
            ContradictionsOfReport { as_of: with.as_of() }
        });
        if asked.has("retells") {
            let below = asked.under("retells");
            wave.want(RetoldIn, ids, move |lists, wave| {
                let keys = lists.iter().flat_map(|keys| keys.iter().copied()).collect();
                below.rows_by_key::<Self, report::Entity>(keys, wave);
            });
        }
    }
}

#[Object(use_type_description)]
impl Report {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("Report", self.0.report.id.0)
    }

    /// Who published it.
    async fn outlet(&self) -> Outlet {
        Outlet::from(self.0.outlet.clone())
    }

    /// Its page; null = none.
    async fn url(&self) -> Option<Url> {
        self.0.report.url.clone().map(Url)
    }

    /// Title to print; in [square brackets] where we describe it because the printed one is not held.
    async fn title(&self) -> &str {
        &self.0.report.title
    }

    /// Printed name of the writer, e.g. Epicflix Team; null = none.
    async fn byline(&self) -> Option<&str> {
        self.0.report.byline.as_deref()
    }

    /// Language in which it is written, e.g. ko; null = unknown.
    async fn language(&self) -> Option<Locale> {
        self.0.report.language.clone().map(Locale)
    }

    /// As it dates itself, even where that cannot be; null = undated.
    async fn published_on(&self) -> Option<PartialDate> {
        PartialDate::known(self.0.report.published_on, self.0.report.published_on_precision)
    }

    /// When this server first saw it.
    async fn first_seen_at(&self) -> DateTime {
        DateTime(self.0.report.first_seen_at)
    }

    /// Latest past fact that it tells: it cannot be older, e.g. 2025-09-16; null = it tells none that is held.
    async fn not_before(&self) -> Option<Date> {
        self.0.report.not_before.map(Date)
    }

    /// The day of publication that the ledger uses, after lint and corroboration, e.g. 2025-09-23.
    async fn effective_on(&self) -> Date {
        Date(self.0.report.effective_on)
    }

    /// In our own words.
    async fn summary(&self) -> &str {
        &self.0.report.summary
    }

    /// Says of itself that it has it alone.
    async fn is_exclusive(&self) -> bool {
        self.0.report.is_exclusive
    }

    /// Shows of which it claims something, in the order of its claims.
    async fn shows(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Show>> {
        links::<_, show::Entity, _>(ctx, ShowsOfReport, self.0.report.id, PageArgs::new(first, after, last, before))
            .await
    }

    /// What it claims; plot claims only with `includeSpoilers`.
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
        connection(ctx, list, self.0.report.id, PageArgs::new(first, after, last, before)).await
    }

    /// Reports that it retells, nearest first.
    async fn retells(&self, ctx: &Context<'_>) -> Result<Vec<Self>> {
        let keys = loader(ctx)?.fetch(&RetoldIn, self.0.report.id).await?;
        let mut reports = Vec::with_capacity(keys.len());
        for key in keys.iter() {
            reports.push(Self(row::<report::Entity>(ctx, *key).await?));
        }
        Ok(reports)
    }

    /// Reports that retell it, in the order of their claims.
    async fn retold_by(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Self>> {
        links::<_, report::Entity, _>(ctx, RetellingsOf, self.0.report.id, PageArgs::new(first, after, last, before))
            .await
    }

    /// Conflicts about it, or in which a claim of it takes a side, in the order in which they were recorded.
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
        let relation = ContradictionsOfReport { as_of: until(as_of) };
        links::<_, contradiction::Entity, _>(ctx, relation, self.0.report.id, PageArgs::new(first, after, last, before))
            .await
    }

    /// That it was taken back; null = it stands. Its claims keep what is said of them.
    async fn withdrawal(&self) -> Option<Withdrawal> {
        Withdrawal::known(self.0.report.withdrawn_at, self.0.report.withdrawal_reason.as_deref())
    }
}

/// One way to name a report.
#[derive(Debug, OneofObject)]
pub(super) enum ReportBy {
    /// Its global id.
    Id(ID),
    /// Its address, exactly as it is held.
    Url(Url),
}

/// Reports by the arguments of their field.
pub(super) fn reports<P>(filter: Option<ReportFilter>, order_by: Option<Vec<ReportOrder>>) -> Result<Reports<P>> {
    let filter = filter.unwrap_or_default().into_store()?;
    Ok(Reports { filter, order: order(order_by), under: PhantomData })
}

/// Root fields about reports.
#[derive(Debug, Default)]
pub struct ReportQuery;

#[Object]
impl ReportQuery {
    /// One report; null = none by that id or address.
    async fn report(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How it is named, e.g. {url: \"https://example.org/a\"}.")] by: ReportBy,
    ) -> Result<Option<Report>> {
        let db = loader(ctx)?.db();
        let row = match by {
            ReportBy::Id(global) => by_id(db, id::key("Report", &global)?).await?,
            ReportBy::Url(url) => by_url(db, &url.0).await?,
        };
        let rows: Vec<_> = row.into_iter().map(Arc::new).collect();
        prepare::<Report>(ctx, &rows).await?;
        Ok(rows.into_iter().next().map(Report))
    }

    /// Reports, latest published first.
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
        root_connection(ctx, reports::<()>(filter, order_by)?, PageArgs::new(first, after, last, before)).await
    }
}
