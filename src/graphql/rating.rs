//! Scores elsewhere.

use std::sync::Arc;

use ::entity::rating;
use async_graphql::{Context, Description, Object, Result};

use crate::graphql::plan::{Selection, loader};
use crate::graphql::scalars::Date;
use crate::store::loader::Wave;
use crate::store::rating::{Rated, RatingsOn};

/// A score elsewhere on a day.
#[derive(Clone, Debug, Description)]
pub(super) struct Rating(Arc<rating::Model>);

#[Object(use_type_description)]
impl Rating {
    /// Lower case code of who rates, e.g. imdb.
    async fn source(&self) -> &str {
        &self.0.source
    }

    /// On its own scale, e.g. 8.1 of 10.
    async fn value(&self) -> f64 {
        self.0.value
    }

    /// Highest of that scale, e.g. 10.
    async fn scale(&self) -> f64 {
        self.0.scale
    }

    /// Number of votes, e.g. 15000; null = not given.
    async fn votes(&self) -> Option<i32> {
        self.0.votes
    }

    /// Day of the reading, e.g. 2025-02-01.
    async fn on(&self) -> Date {
        Date(self.0.rated_on)
    }
}

impl Selection {
    /// Plans the ratings of things.
    pub(super) fn ratings(&self, rated: impl Iterator<Item = Rated>, wave: &mut Wave) {
        let rated: Vec<_> = rated.collect();
        for (with, _) in self.uses("ratings") {
            wave.want_leaf(RatingsOn(with.get("asOf").unwrap_or_else(Date::today).0), rated.clone());
        }
    }
}

/// The latest ratings of a thing, as planned.
pub(super) async fn ratings(
    ctx: &Context<'_>,
    of: Rated,
    as_of: Option<Date>,
    sources: Option<Vec<String>>,
) -> Result<Vec<Rating>> {
    let ratings = loader(ctx)?.fetch(&RatingsOn(as_of.unwrap_or_else(Date::today).0), of).await?;
    let is_asked = |rating: &rating::Model| sources.as_ref().is_none_or(|sources| sources.contains(&rating.source));
    Ok(ratings.iter().filter(|rating| is_asked(rating)).cloned().map(Rating).collect())
}
