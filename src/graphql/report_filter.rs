//! Which reports, and in which order.

use async_graphql::{Enum, ID, InputObject, Result};

use crate::graphql::claim_filter::keys;
use crate::graphql::error::bad_input;
use crate::graphql::filter::{DateFilter, DateTimeFilter, OrderDirection};
use crate::graphql::plan::Arguments;
use crate::graphql::scalars::Locale;
use crate::store;
use crate::store::report::{ReportOrderField as StoreField, ReportsOfShow};

/// How deep filters may stand in one another.
const DEEPEST: u8 = 8;

/// Which reports: all that is given must hold, and a list means any of its members.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct ReportFilter {
    /// All of these hold; up to 8 levels deep.
    all: Option<Vec<ReportFilter>>,
    /// At least one of these holds; an empty list holds always.
    any: Option<Vec<ReportFilter>>,
    /// This does not hold; what is unknown does not hold either, so its reports are kept.
    not: Option<Box<ReportFilter>>,
    /// Global ids of reports.
    ids: Option<Vec<ID>>,
    /// Global ids of the outlets that published them.
    outlets: Option<Vec<ID>>,
    /// Global ids of the shows of which they claim something.
    shows: Option<Vec<ID>>,
    /// Languages in which they are written, e.g. ["ko"].
    languages: Option<Vec<Locale>>,
    /// As they date themselves, e.g. {gte: "2025-09-01"}; a month or year counts as its first day.
    published_on: Option<DateFilter>,
    /// The day that the ledger uses, after impossible dates were corrected, e.g. {gte: "2025-09-01"}.
    effective_on: Option<DateFilter>,
    /// When this server first saw them.
    first_seen_at: Option<DateTimeFilter>,
    /// Whether a claim of theirs takes a side in a conflict, or a conflict is about them.
    has_contradiction: Option<bool>,
    /// Whether they say of themselves that they have it alone.
    is_exclusive: Option<bool>,
    /// Whether they were taken back.
    is_withdrawn: Option<bool>,
}

impl ReportFilter {
    /// The same filter for the store.
    pub(super) fn into_store(self) -> Result<store::report_filter::ReportFilter> {
        self.nested(DEEPEST)
    }

    fn nested(self, levels: u8) -> Result<store::report_filter::ReportFilter> {
        let Some(below) = levels.checked_sub(1) else {
            return Err(bad_input(format!("Filters may stand at most {DEEPEST} deep in one another.")));
        };
        let each = |filters: Option<Vec<Self>>| -> Result<Vec<_>> {
            filters.unwrap_or_default().into_iter().map(|filter| filter.nested(below)).collect()
        };
        Ok(store::report_filter::ReportFilter {
            all: each(self.all)?,
            any: each(self.any)?,
            not: self.not.map(|filter| filter.nested(below)).transpose()?.map(Box::new),
            ids: keys("Report", self.ids)?,
            outlets: keys("Outlet", self.outlets)?,
            shows: keys("Show", self.shows)?,
            languages: self.languages.unwrap_or_default().into_iter().map(|locale| locale.0).collect(),
            published_on: self.published_on.unwrap_or_default().into_store(),
            effective_on: self.effective_on.unwrap_or_default().into_store(),
            first_seen_at: self.first_seen_at.unwrap_or_default().into_store(),
            has_contradiction: self.has_contradiction,
            is_exclusive: self.is_exclusive,
            is_withdrawn: self.is_withdrawn,
        })
    }
}

/// By what reports are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "StoreField")]
pub(super) enum ReportOrderField {
    /// Day of publication as the ledger takes it (`effectiveOn`), so that an impossible date misplaces nothing.
    PublishedOn,
    /// When this server first saw them.
    FirstSeenAt,
}

/// One term of an order of reports.
#[derive(Clone, Copy, Debug, InputObject)]
pub(super) struct ReportOrder {
    /// By what.
    field: ReportOrderField,
    /// Which way; default latest first.
    #[graphql(default_with = "OrderDirection::Desc")]
    direction: OrderDirection,
}

/// The same order for the store.
pub(super) fn order(terms: Option<Vec<ReportOrder>>) -> store::report::ReportOrder {
    terms.unwrap_or_default().iter().map(|term| (term.field.into(), term.direction.into())).collect()
}

/// Reports of a show, by the arguments of their field.
pub(super) fn reports_of_show(
    filter: Option<ReportFilter>,
    order_by: Option<Vec<ReportOrder>>,
) -> Result<ReportsOfShow> {
    Ok(ReportsOfShow { filter: filter.unwrap_or_default().into_store()?, order: order(order_by) })
}

/// The same, as planned; null = the arguments cannot be honoured, which the resolver reports.
pub(super) fn planned_reports_of_show(with: &Arguments) -> Option<ReportsOfShow> {
    reports_of_show(with.get("filter"), with.get("orderBy")).ok()
}
