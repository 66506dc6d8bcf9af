//! Which nominations, and in which order.

use async_graphql::{Enum, ID, InputObject, Result};

use crate::graphql::filter::{DateFilter, IntFilter, OrderDirection};
use crate::graphql::id;
use crate::graphql::nomination::NominationResult;
use crate::store;
use crate::store::page::Direction;

/// Which nominations; all that is given must hold, a list means any of its members.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct NominationFilter {
    /// All of these hold, e.g. [{results: [WON]}, {years: {gte: 2024}}].
    all: Option<Vec<NominationFilter>>,
    /// At least one of these holds, e.g. [{awards: ["emmys"]}, {isShared: true}].
    any: Option<Vec<NominationFilter>>,
    /// This does not hold, e.g. {results: [WON]}.
    not: Option<Box<NominationFilter>>,
    /// Slugs of award bodies, e.g. ["baeksang-arts-awards"].
    awards: Option<Vec<String>>,
    /// Numbers of editions, e.g. [61].
    editions: Option<Vec<i32>>,
    /// Calendar year of the ceremony, e.g. {gte: 2024}.
    years: Option<IntFilter>,
    /// Codes of categories, e.g. ["best-drama"].
    categories: Option<Vec<String>>,
    /// Nominated or won, e.g. [WON].
    results: Option<Vec<NominationResult>>,
    /// True = won together with others, false = not.
    is_shared: Option<bool>,
    /// Ids of shows that they were for, e.g. ["U2hvdzox"].
    shows: Option<Vec<ID>>,
    /// Ids of people whom they honour, alone or with others, e.g. ["UGVyc29uOjE"].
    people: Option<Vec<ID>>,
    /// Day on which the winners became public, e.g. {lte: "2025-09-23"}.
    announced_on: Option<DateFilter>,
}

impl NominationFilter {
    /// The same filter for the store.
    pub(super) fn into_store(self) -> Result<store::nomination_filter::NominationFilter> {
        let each = |filters: Option<Vec<Self>>| -> Result<Vec<_>> {
            filters.unwrap_or_default().into_iter().map(Self::into_store).collect()
        };
        let not = self.not.map(|filter| filter.into_store()).transpose()?;
        Ok(store::nomination_filter::NominationFilter {
            all: each(self.all)?,
            any: each(self.any)?,
            not: not.map(Box::new),
            awards: self.awards.unwrap_or_default(),
            editions: self.editions.unwrap_or_default(),
            years: self.years.map(IntFilter::into_store),
            categories: self.categories.unwrap_or_default(),
            results: self.results.unwrap_or_default().into_iter().map(Into::into).collect(),
            is_shared: self.is_shared,
            shows: id::keys("Show", &self.shows.unwrap_or_default())?,
            people: id::keys("Person", &self.people.unwrap_or_default())?,
            announced_on: self.announced_on.map(DateFilter::into_store),
        })
    }
}

/// What nominations go by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "store::nomination_order::NominationOrderField")]
pub(super) enum NominationOrderField {
    /// Day on which the winners became public, else day of the ceremony; unknown days last.
    AnnouncedOn,
    /// Nominated, then won.
    Result,
}

/// One term of an order of nominations.
#[derive(Clone, Copy, Debug, InputObject)]
pub(super) struct NominationOrder {
    /// What they go by, e.g. ANNOUNCED_ON.
    field: NominationOrderField,
    /// Upwards or downwards.
    #[graphql(default_with = "OrderDirection::Desc")]
    direction: OrderDirection,
}

impl NominationOrder {
    /// The same order for the store; by default the latest first.
    pub(super) fn into_store(order: Option<Vec<Self>>) -> Vec<store::nomination_order::NominationOrder> {
        let given = order.filter(|order| !order.is_empty());
        let order = given.unwrap_or_else(|| {
            vec![Self { field: NominationOrderField::AnnouncedOn, direction: OrderDirection::Desc }]
        });
        let term = |order: Self| store::nomination_order::NominationOrder {
            field: order.field.into(),
            direction: Direction::from(order.direction),
        };
        order.into_iter().map(term).collect()
    }
}
