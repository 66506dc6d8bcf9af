//! Which claims, and in which order.

use std::marker::PhantomData;

use async_graphql::{Enum, ID, InputObject, Result};

use crate::graphql::as_of::as_of;
use crate::graphql::claim_kind::{Certainty, ClaimKind, ClaimTopic, PlatformReply, Stance};
use crate::graphql::error::bad_input;
use crate::graphql::filter::{DateFilter, OrderDirection};
use crate::graphql::id;
use crate::graphql::plan::Arguments;
use crate::graphql::scalars::Date;
use crate::graphql::standing::ClaimStanding;
use crate::graphql::voucher::VoucherClass;
use crate::store;
use crate::store::claim::{ClaimOrderField as StoreField, Claims};
use crate::store::node::NodeKey;

/// How deep filters may stand in one another.
const DEEPEST: u8 = 8;

/// Which claims: all that is given must hold, and a list means any of its members.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct ClaimFilter {
    /// All of these hold; up to 8 levels deep.
    all: Option<Vec<ClaimFilter>>,
    /// At least one of these holds; an empty list holds always.
    any: Option<Vec<ClaimFilter>>,
    /// This does not hold; what is unknown does not hold either, so its claims are kept.
    not: Option<Box<ClaimFilter>>,
    /// Global ids of claims.
    ids: Option<Vec<ID>>,
    /// Stable names in the files they came from, e.g. ["trauma-code/a0/0.13"].
    row_codes: Option<Vec<String>>,
    /// Global ids of the shows in whose ledgers they stand.
    shows: Option<Vec<ID>>,
    /// Global ids of what they speak of, of any type.
    subjects: Option<Vec<ID>>,
    /// Target seasons that they name, from 1, e.g. [2, 3].
    seasons: Option<Vec<i32>>,
    /// What they are about, e.g. [RENEWAL, SCHEDULE].
    topics: Option<Vec<ClaimTopic>>,
    /// What kind, e.g. [DECISION].
    kinds: Option<Vec<ClaimKind>>,
    /// For, against or neither, e.g. [DENIES].
    stances: Option<Vec<Stance>>,
    /// How sure they are worded, e.g. [CONFIRMED].
    certainties: Option<Vec<Certainty>>,
    /// Replies of platforms that do not commit themselves, e.g. [`UNDER_REVIEW`].
    platform_replies: Option<Vec<PlatformReply>>,
    /// Classes of those who answer for them, e.g. [PLATFORM].
    voucher_classes: Option<Vec<VoucherClass>>,
    /// Global ids of outlets, people and platforms who answer for them.
    vouchers: Option<Vec<ID>>,
    /// Global ids of outlets in whose reports they stand, whoever answers for them.
    outlets: Option<Vec<ID>>,
    /// Global ids of the utterances they go back to.
    origins: Option<Vec<ID>>,
    /// Global ids of the reports in which they stand.
    reports: Option<Vec<ID>>,
    /// When they were said, e.g. {gte: "2025-01-01"}; a month or year counts as its first day.
    said_on: Option<DateFilter>,
    /// First day on which a reader could know them, e.g. {lte: "2025-09-24"}.
    known_on: Option<DateFilter>,
    /// What became of them by the day of the list, e.g. [LAPSED, PROVED_WRONG].
    standings: Option<Vec<ClaimStanding>>,
}

impl ClaimFilter {
    /// The same filter for the store.
    pub(super) fn into_store(self) -> Result<store::claim_filter::ClaimFilter> {
        self.nested(DEEPEST)
    }

    fn nested(self, levels: u8) -> Result<store::claim_filter::ClaimFilter> {
        let Some(below) = levels.checked_sub(1) else {
            return Err(bad_input(format!("Filters may stand at most {DEEPEST} deep in one another.")));
        };
        let each = |filters: Option<Vec<Self>>| -> Result<Vec<_>> {
            filters.unwrap_or_default().into_iter().map(|filter| filter.nested(below)).collect()
        };
        Ok(store::claim_filter::ClaimFilter {
            all: each(self.all)?,
            any: each(self.any)?,
            not: self.not.map(|filter| filter.nested(below)).transpose()?.map(Box::new),
            ids: keys("Claim", self.ids)?,
            codes: self.row_codes.unwrap_or_default(),
            shows: keys("Show", self.shows)?,
            subjects: nodes(self.subjects)?,
            seasons: self.seasons.unwrap_or_default(),
            topics: kinds(self.topics),
            kinds: kinds(self.kinds),
            stances: kinds(self.stances),
            certainties: kinds(self.certainties),
            platform_replies: kinds(self.platform_replies),
            voucher_classes: kinds(self.voucher_classes),
            vouchers: nodes(self.vouchers)?,
            outlets: keys("Outlet", self.outlets)?,
            origins: keys("Origin", self.origins)?,
            reports: keys("Report", self.reports)?,
            said_on: self.said_on.unwrap_or_default().into_store(),
            known_on: self.known_on.unwrap_or_default().into_store(),
            standings: kinds(self.standings),
        })
    }
}

/// The keys of ids that must all be of one type.
pub(super) fn keys<Id: From<i64>>(of: &str, ids: Option<Vec<ID>>) -> Result<Vec<Id>> {
    id::keys(of, &ids.unwrap_or_default())
}

/// The same kinds for the store.
pub(super) fn kinds<G: Into<S>, S>(given: Option<Vec<G>>) -> Vec<S> {
    given.unwrap_or_default().into_iter().map(Into::into).collect()
}

/// The keys of ids of any types.
pub(super) fn nodes(ids: Option<Vec<ID>>) -> Result<Vec<NodeKey>> {
    let key = |id: &ID| {
        id::node(id)
            .ok_or_else(|| bad_input(format!("{:?} is not an id. Send an id that this server returned.", id.as_str())))
    };
    ids.unwrap_or_default().iter().map(key).collect()
}

/// By what claims are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "StoreField")]
pub(super) enum ClaimOrderField {
    /// When they were said; a month or year counts as its first day.
    SaidOn,
    /// First day on which a reader could know them.
    KnownOn,
    /// When this server recorded them.
    RecordedAt,
}

/// One term of an order of claims.
#[derive(Clone, Copy, Debug, InputObject)]
pub(super) struct ClaimOrder {
    /// By what.
    field: ClaimOrderField,
    /// Which way; default latest first.
    #[graphql(default_with = "OrderDirection::Desc")]
    direction: OrderDirection,
}

/// Claims under a parent, by the arguments of their field.
pub(super) fn claims<P>(
    filter: Option<ClaimFilter>,
    day: Option<Date>,
    include_spoilers: bool,
    order: Option<Vec<ClaimOrder>>,
) -> Result<Claims<P>> {
    Ok(Claims {
        filter: filter.unwrap_or_default().into_store()?,
        as_of: as_of(day),
        include_spoilers,
        order: order.unwrap_or_default().iter().map(|term| (term.field.into(), term.direction.into())).collect(),
        under: PhantomData,
    })
}

/// The same, as planned; null = the arguments cannot be honoured, which the resolver reports.
pub(super) fn planned_claims<P>(with: &Arguments) -> Option<Claims<P>> {
    let include_spoilers = with.get("includeSpoilers").unwrap_or(false);
    claims(with.get("filter"), with.get("asOf"), include_spoilers, with.get("orderBy")).ok()
}
