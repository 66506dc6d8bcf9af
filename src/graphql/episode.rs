//! Episodes.

use std::sync::Arc;

use ::entity::{episode, season, show};
use async_graphql::{Context, Description, ID, InputObject, Object, Result};

use crate::graphql::external_id::{ExternalId, external_ids};
use crate::graphql::filter::DateFilter;
use crate::graphql::id;
use crate::graphql::image::{Image, ImageKind, image};
use crate::graphql::name::{NameSet, own_names, printed};
use crate::graphql::plan::{Planned, Selection, row};
use crate::graphql::provenance::{Provenance, provenance};
use crate::graphql::scalars::{Locale, PartialDate};
use crate::graphql::season::Season;
use crate::graphql::show::Show;
use crate::store;
use crate::store::external_id::Identified;
use crate::store::image::Pictured;
use crate::store::loader::Wave;
use crate::store::name::Named;
use crate::store::provenance::Sourced;

/// One episode.
#[derive(Clone, Debug, Description)]
pub(super) struct Episode(pub(super) Arc<episode::Model>);

impl From<Arc<episode::Model>> for Episode {
    fn from(row: Arc<episode::Model>) -> Self {
        Self(row)
    }
}

impl Planned for Episode {
    type Row = episode::Model;

    fn plan(rows: &[Arc<episode::Model>], asked: &Selection, wave: &mut Wave) {
        asked.one::<Show, show::Entity>("show", rows.iter().map(|row| row.show_id), wave);
        asked.one::<Season, season::Entity>("season", rows.iter().map(|row| row.season_id), wave);
        asked.names(&["title", "ownTitles"], rows.iter().map(|row| Named::Episode(row.id)), wave);
        asked.pictures(rows.iter().map(|row| Pictured::Episode(row.id)), wave);
        asked.external_ids(rows.iter().map(|row| Identified::Episode(row.id)), wave);
        asked.provenance(rows.iter().map(|row| Sourced::Episode(row.id)), wave);
    }
}

#[Object(use_type_description)]
impl Episode {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("Episode", self.0.id.0)
    }

    /// Its show.
    async fn show(&self, ctx: &Context<'_>) -> Result<Show> {
        Ok(Show(row::<show::Entity>(ctx, self.0.show_id).await?))
    }

    /// Its season; never null here, but of one shape with the `season` of other types.
    async fn season(&self, ctx: &Context<'_>) -> Result<Option<Season>> {
        Ok(Some(Season(row::<season::Entity>(ctx, self.0.season_id).await?)))
    }

    /// From 1 within the season.
    async fn number(&self) -> i32 {
        self.0.number
    }

    /// Printable always: its own title, else e.g. "Episode 3".
    async fn title(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Languages of the reader, best first, e.g. [\"ko\", \"en\"]; default English.")]
        locales: Option<Vec<Locale>>,
    ) -> Result<String> {
        printed(ctx, Named::Episode(self.0.id), locales, &format!("Episode {}", self.0.number)).await
    }

    /// Own titles; null = untitled or unknown.
    async fn own_titles(&self, ctx: &Context<'_>) -> Result<Option<NameSet>> {
        own_names(ctx, Named::Episode(self.0.id)).await
    }

    /// First release, e.g. 2025-01-24; null = not set, or unknown.
    async fn aired_on(&self) -> Option<PartialDate> {
        PartialDate::known(self.0.aired_on, self.0.aired_on_precision)
    }

    /// Minutes, e.g. 52; null = unknown.
    async fn runtime_minutes(&self) -> Option<i32> {
        self.0.runtime_minutes
    }

    /// Best picture; null = none known.
    async fn image(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which kind; default STILL, else the next best.")] kind: Option<ImageKind>,
        #[graphql(desc = "Languages of the lettering, best first, e.g. [\"ko\", \"en\"]; default none, then English.")]
        locales: Option<Vec<Locale>>,
    ) -> Result<Option<Image>> {
        image(ctx, Pictured::Episode(self.0.id), kind, locales).await
    }

    /// The same thing elsewhere.
    async fn external_ids(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only these sites, e.g. [\"imdb\"]; default all.")] sources: Option<Vec<String>>,
    ) -> Result<Vec<ExternalId>> {
        external_ids(ctx, Identified::Episode(self.0.id), sources).await
    }

    /// Where it was taken from, prevailing first.
    pub(super) async fn provenance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only these GraphQL fields, e.g. [\"premieredOn\"]; default all.")] fields: Option<
            Vec<String>,
        >,
    ) -> Result<Vec<Provenance>> {
        provenance(ctx, Sourced::Episode(self.0.id), fields).await
    }
}

/// Which episodes; all that is given must hold.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct EpisodeFilter {
    /// Season numbers, 0 = specials, e.g. [1]; default any.
    seasons: Option<Vec<i32>>,
    /// First release; of a month or a year its first day counts, e.g. {lte: "2025-12-31"}; default any.
    aired_on: Option<DateFilter>,
}

impl EpisodeFilter {
    /// The same filter for the store.
    pub(super) fn into_store(self) -> store::episode::EpisodeFilter {
        store::episode::EpisodeFilter {
            seasons: self.seasons.unwrap_or_default(),
            aired_on: self.aired_on.unwrap_or_default().into_store(),
        }
    }
}
