//! Which people, and in which order.

use async_graphql::{Enum, ID, InputObject, Result};

use crate::graphql::error::bad_input;
use crate::graphql::filter::{DateFilter, DateTimeFilter, IntFilter, OrderDirection};
use crate::graphql::id;
use crate::store::person_filter;
use crate::store::person_order;

/// How deep filters may be nested.
const DEEPEST: u8 = 8;

/// Which people: all fields that are given must hold; a list means any of its members, an empty one leaves the field
/// open. What is unknown holds nothing but `exists: false`, and `not` holds exactly the other people.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct PersonFilter {
    /// Filters that must all hold; nested at most 8 deep.
    all: Option<Vec<PersonFilter>>,
    /// Filters of which one must hold, e.g. [{wins: {gte: 1}}, {jobs: ["director"]}].
    any: Option<Vec<PersonFilter>>,
    /// A filter that must not hold, e.g. {jobs: ["cast"]}.
    not: Option<Box<PersonFilter>>,
    /// Global ids of people.
    ids: Option<Vec<ID>>,
    /// A name in any spelling or script: the whole, its beginning or a part, e.g. "choo young"; from eight letters on one slip is
    /// forgiven. A text without letters or digits finds nobody.
    search: Option<String>,
    /// Codes of jobs in which they are credited, e.g. ["director"]; with shows, on those.
    jobs: Option<Vec<String>>,
    /// Global ids of shows of which they are credited on one.
    shows: Option<Vec<ID>>,
    /// Awards won, shared ones counted, e.g. {gte: 1}.
    wins: Option<IntFilter>,
    /// Day of birth; of a month or a year its first day counts, e.g. {gte: "1990-01-01"}.
    birth_date: Option<DateFilter>,
    /// Sites of which one knows them, e.g. ["imdb"].
    external_id_sources: Option<Vec<String>>,
    /// Last change of anything shown with them, e.g. {gte: "2026-01-01T00:00:00Z"}.
    updated_at: Option<DateTimeFilter>,
}

impl PersonFilter {
    /// The same for the store; ids of other types are refused.
    pub(super) fn into_store(self) -> Result<person_filter::PersonFilter> {
        self.nested(DEEPEST)
    }

    fn nested(self, levels: u8) -> Result<person_filter::PersonFilter> {
        let deeper = |filter: Self| match levels.checked_sub(1) {
            Some(levels) => filter.nested(levels),
            None => Err(bad_input(format!("Nest filters at most {DEEPEST} deep."))),
        };
        let each =
            |filters: Option<Vec<Self>>| filters.unwrap_or_default().into_iter().map(deeper).collect::<Result<_>>();
        Ok(person_filter::PersonFilter {
            all: each(self.all)?,
            any: each(self.any)?,
            not: self.not.map(|filter| deeper(*filter)).transpose()?.map(Box::new),
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
