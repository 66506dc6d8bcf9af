//! In which order shows stand.

use async_graphql::{Enum, InputObject, Result};

use crate::graphql::error::bad_input;
use crate::graphql::filter::OrderDirection;
use crate::graphql::scalars::Date;
use crate::graphql::show_filter::ShowFilter;
use crate::store;
use crate::store::as_of::AsOf;
use crate::store::show_order::ShowSort;

/// Whose ratings order shows where nobody says.
const RATING_SOURCE: &str = "imdb";

/// What shows are ordered by; what is unknown stands last in both directions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
pub(super) enum ShowOrderField {
    /// Popularity within this server, 0..1.
    Popularity,
    /// First release.
    PremieredOn,
    /// Last release, once the series is over.
    EndedOn,
    /// English title, or else the original one, by letters.
    Title,
    /// Awards won by the show or by someone for it.
    Wins,
    /// Latest reading of `ratingSource`, on that source's own scale.
    Rating,
    /// Day of the first episode after today (UTC).
    NextEpisodeOn,
    /// Probability of its next season, as it is stored, once a day (UTC); unknown = none of its seasons is in play.
    RenewalProbability,
    /// Last change of anything shown with it.
    UpdatedAt,
}

/// One step of an order; the next step decides between equals, and the id in the end.
#[derive(Clone, Debug, InputObject)]
pub(super) struct ShowOrder {
    /// By what, e.g. PREMIERED_ON.
    field: ShowOrderField,
    /// Upwards or downwards; default DESC.
    #[graphql(default_with = "OrderDirection::Desc")]
    direction: OrderDirection,
    /// Whose rating, lower case code; only with RATING; default imdb.
    rating_source: Option<String>,
}

impl ShowOrder {
    fn into_store(self) -> store::show_order::ShowOrder {
        let by = match self.field {
            ShowOrderField::Popularity => ShowSort::Popularity,
            ShowOrderField::PremieredOn => ShowSort::PremieredOn,
            ShowOrderField::EndedOn => ShowSort::EndedOn,
            ShowOrderField::Title => ShowSort::Title,
            ShowOrderField::Wins => ShowSort::Wins,
            ShowOrderField::Rating => {
                ShowSort::Rating { source: self.rating_source.unwrap_or_else(|| RATING_SOURCE.to_owned()) }
            }
            ShowOrderField::NextEpisodeOn => ShowSort::NextEpisodeOn(AsOf::Today(Date::today().0)),
            ShowOrderField::RenewalProbability => ShowSort::RenewalProbability,
            ShowOrderField::UpdatedAt => ShowSort::UpdatedAt,
        };
        store::show_order::ShowOrder { by, direction: self.direction.into() }
    }
}

/// The filter and the order of a list of shows, for the store.
pub(super) fn listed(
    filter: Option<ShowFilter>,
    order_by: Option<Vec<ShowOrder>>,
) -> Result<(store::show_filter::ShowFilter, Vec<store::show_order::ShowOrder>)> {
    let order = order_by.unwrap_or_default();
    let is_repeated =
        |(at, step): (usize, &ShowOrder)| order.iter().take(at).any(|earlier| earlier.field == step.field);
    if order.iter().enumerate().any(is_repeated) {
        return Err(bad_input("Name each field of `orderBy` once: the second time it decides nothing."));
    }
    let filter = filter.unwrap_or_default().into_store()?;
    Ok((filter, order.into_iter().map(ShowOrder::into_store).collect()))
}
