//! Which shows.

use async_graphql::{Enum, ID, InputObject, Result};

use crate::graphql::error::bad_input;
use crate::graphql::filter::{DateFilter, DateTimeFilter, IntFilter, RatingFilter};
use crate::graphql::id;
use crate::graphql::outlook_filter::RenewalOutlookFilter;
use crate::graphql::scalars::{CountryCode, Date, Locale};
use crate::graphql::show::ShowFormat;
use crate::graphql::show_status::ShowStatus;
use crate::store;
use crate::store::as_of::AsOf;

/// How deep filters may be nested.
const DEEPEST: u8 = 8;

/// What has been released of a show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "store::release::ReleaseStatus")]
pub(super) enum ReleaseStatus {
    /// Nothing is out.
    Unreleased,
    /// A season is coming out: it has begun, and its last day is not there or not known.
    Releasing,
    /// All seasons that began are out as a whole.
    Released,
}

/// Which shows: all fields that are given must hold; a list means any of its members, an empty one leaves the field
/// open. What is unknown holds nothing but `exists: false`, and `not` holds exactly the other shows.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct ShowFilter {
    /// Filters that must all hold; nested at most 8 deep.
    all: Option<Vec<ShowFilter>>,
    /// Filters of which one must hold, e.g. [{wins: {gte: 1}}, {rating: {source: "imdb", value: {gte: 8}}}].
    any: Option<Vec<ShowFilter>>,
    /// A filter that must not hold, e.g. {formats: [LIMITED]}.
    not: Option<Box<ShowFilter>>,
    /// Global ids of shows.
    ids: Option<Vec<ID>>,
    /// A title in any spelling or script: the whole, its beginning or a part, e.g. "trauma"; from eight letters on one slip is
    /// forgiven. A text without letters or digits finds none.
    search: Option<String>,
    /// Shapes, e.g. [SERIES].
    formats: Option<Vec<ShowFormat>>,
    /// The tracker's word for today (UTC), e.g. [RENEWED, IN_LIMBO].
    statuses: Option<Vec<ShowStatus>>,
    /// What has been released by today (UTC), e.g. [RELEASED].
    release_statuses: Option<Vec<ReleaseStatus>>,
    /// Codes of genres, e.g. ["medical"].
    genres: Option<Vec<String>>,
    /// Slugs of platforms, e.g. ["netflix"].
    platforms: Option<Vec<String>>,
    /// Countries of production, e.g. ["KR"].
    origin_countries: Option<Vec<CountryCode>>,
    /// Original languages, exactly, e.g. ["ko"].
    original_languages: Option<Vec<Locale>>,
    /// Codes of the media of source works, e.g. ["web-novel"].
    media: Option<Vec<String>>,
    /// First release; of a month or a year its first day counts, e.g. {gte: "2025-01-01"}.
    premiered_on: Option<DateFilter>,
    /// Last release, once the series is over; of a month or a year its first day counts.
    ended_on: Option<DateFilter>,
    /// Day of the first episode after today (UTC), e.g. {lte: "2026-12-31"}.
    next_episode_on: Option<DateFilter>,
    /// Seasons with something out today, specials not counted, e.g. {gte: 2}.
    season_count: Option<IntFilter>,
    /// Awards won by the show or by someone for it, e.g. {gte: 1}.
    wins: Option<IntFilter>,
    /// Latest reading of one source, e.g. {source: "imdb", value: {gte: 8}}.
    rating: Option<RatingFilter>,
    /// Global ids of people of whom one is credited.
    people: Option<Vec<ID>>,
    /// Its next season, by the answer as it is stored, once a day (UTC), e.g. {probability: {gte: 0.5}}; none of its seasons is in play =
    /// it does not hold.
    next_season: Option<RenewalOutlookFilter>,
    /// Sites of which one knows it, e.g. ["imdb"].
    external_id_sources: Option<Vec<String>>,
    /// Last change of anything shown with it, e.g. {gte: "2026-01-01T00:00:00Z"}.
    updated_at: Option<DateTimeFilter>,
}

impl ShowFilter {
    /// The same for the store, as of today.
    pub(super) fn into_store(self) -> Result<store::show_filter::ShowFilter> {
        self.nested(DEEPEST, AsOf::Today(Date::today().0))
    }

    fn nested(self, levels: u8, today: AsOf) -> Result<store::show_filter::ShowFilter> {
        let deeper = |filter: Self| match levels.checked_sub(1) {
            Some(levels) => filter.nested(levels, today),
            None => Err(bad_input(format!("Nest filters at most {DEEPEST} deep."))),
        };
        let each =
            |filters: Option<Vec<Self>>| filters.unwrap_or_default().into_iter().map(deeper).collect::<Result<_>>();
        let released = self.release_statuses.unwrap_or_default().into_iter().map(Into::into).collect::<Vec<_>>();
        let statuses = self.statuses.unwrap_or_default().into_iter().map(Into::into).collect::<Vec<_>>();
        Ok(store::show_filter::ShowFilter {
            all: each(self.all)?,
            any: each(self.any)?,
            not: self.not.map(|filter| deeper(*filter)).transpose()?.map(Box::new),
            ids: id::keys("Show", &self.ids.unwrap_or_default())?,
            search: self.search,
            formats: self.formats.unwrap_or_default().into_iter().map(Into::into).collect(),
            statuses: (!statuses.is_empty()).then_some((today, statuses)),
            release_statuses: (!released.is_empty()).then_some((today, released)),
            genres: self.genres.unwrap_or_default(),
            platforms: self.platforms.unwrap_or_default(),
            origin_countries: self.origin_countries.unwrap_or_default().into_iter().map(|code| code.0).collect(),
            original_languages: self.original_languages.unwrap_or_default().into_iter().map(|tag| tag.0).collect(),
            media: self.media.unwrap_or_default(),
            premiered_on: self.premiered_on.unwrap_or_default().into_store(),
            ended_on: self.ended_on.unwrap_or_default().into_store(),
            next_episode_on: self.next_episode_on.map(|fits| (today, fits.into_store())),
            season_count: self.season_count.map(|fits| (today, fits.into_store())),
            wins: self.wins.unwrap_or_default().into_store(),
            rating: self.rating.map(RatingFilter::into_store),
            people: id::keys("Person", &self.people.unwrap_or_default())?,
            next_season: self.next_season.map(RenewalOutlookFilter::into_store).transpose()?,
            external_id_sources: self.external_id_sources.unwrap_or_default(),
            updated_at: self.updated_at.unwrap_or_default().into_store(),
        })
    }
}
