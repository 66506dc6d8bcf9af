//! Which people, and in which order.

use async_graphql::{Enum, ID, InputObject, Result};

use crate::graphql::filter::{DateFilter, DateTimeFilter, IntFilter, OrderDirection};
use crate::graphql::id;
use crate::store::person_filter;
use crate::store::person_order;

/// Which people; all that is given must hold.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct PersonFilter {
    /// All of these hold.
    all: Option<Vec<PersonFilter>>,
    /// At least one of these holds; an empty list asks nothing.
    any: Option<Vec<PersonFilter>>,
    /// This does not hold.
    not: Option<Box<PersonFilter>>,
    /// Global ids; default any.
    ids: Option<Vec<ID>>,
    /// A name in any spelling or script: the whole, its beginning or a part, e.g. "choo young"; from eight letters on one slip is
    /// forgiven. A text without letters or digits finds nobody.
    search: Option<String>,
    /// Codes of jobs in which they are credited, e.g. ["director"]; with shows, on those.
    jobs: Option<Vec<String>>,
    /// Global ids of shows on which they are credited; default any.
    shows: Option<Vec<ID>>,
    /// Awards won, shared ones counted, e.g. {gte: 1}.
    wins: Option<IntFilter>,
    /// Day of birth; of a month or year known only so, the first day counts.
    birth_date: Option<DateFilter>,
    /// Catalogs that have an id for them, e.g. ["imdb"]; default any.
    external_id_sources: Option<Vec<String>>,
    /// Last change of anything shown of them, for syncing.
    updated_at: Option<DateTimeFilter>,
}

impl PersonFilter {
    /// The same for the store; ids of other types are refused.
    pub(super) fn into_store(self) -> Result<person_filter::PersonFilter> {
        let each = |filters: Option<Vec<Self>>| {
            filters.unwrap_or_default().into_iter().map(Self::into_store).collect::<Result<Vec<_>>>()
        };
        Ok(person_filter::PersonFilter {
            all: each(self.all)?,
            any: each(self.any)?,
            not: self.not.map(|filter| filter.into_store()).transpose()?.map(Box::new),
            ids: id::keys("Person", &self.ids.unwrap_or_default())?,
            search: self.search,
            jobs: self.jobs.unwrap_or_default(),
            shows: id::keys("Show", &self.shows.unwrap_or_default())?,
            wins: self.wins.unwrap_or_default().into_store(),
            birth_date: self.birth_date.unwrap_or_default().into_store(),
            external_id_sources: self.external_id_sources.unwrap_or_default(),
            updated_at: self.updated_at.unwrap_or_default().into_store(),
        })
    }
}

/// What people are ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "person_order::PersonOrderField")]
pub(super) enum PersonOrderField {
    /// How well known they are on this server, 0..1.
    Popularity,
    /// The name to print, as in an alphabet; family name first where it is printed so.
    Name,
    /// Awards won, shared ones counted.
    Wins,
    /// Last change of anything shown of them.
    UpdatedAt,
}

/// One part of an order of people.
#[derive(Clone, Copy, Debug, InputObject)]
pub(super) struct PersonOrder {
    /// What it goes by, e.g. NAME.
    field: PersonOrderField,
    /// Which way; default DESC.
    #[graphql(default_with = "OrderDirection::Desc")]
    direction: OrderDirection,
}

impl PersonOrder {
    /// The same for the store.
    pub(super) fn into_store(self) -> person_order::PersonOrder {
        person_order::PersonOrder { field: self.field.into(), direction: self.direction.into() }
    }
}
