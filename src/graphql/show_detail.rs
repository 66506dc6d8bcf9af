//! What the fields that describe a show need.

use std::sync::Arc;

use ::entity::ids::ShowId;

use crate::graphql::episode::{Episode, EpisodeFilter};
use crate::graphql::plan::{Planned as _, Selection};
use crate::graphql::scalars::Date;
use crate::graphql::season::Season;
use crate::graphql::show_platform::ShowPlatform;
use crate::graphql::term::Term;
use crate::store::episode::{EpisodesAround, EpisodesOfShow};
use crate::store::external_id::Identified;
use crate::store::image::Pictured;
use crate::store::loader::Wave;
use crate::store::merged::Survivor;
use crate::store::rating::Rated;
use crate::store::show_detail::{CountriesOf, GenresOf, PlatformsOf, SeasonsOf, SynopsesOf};

impl Selection {
    /// Plans the fields that describe shows.
    pub(super) fn show_detail(&self, shows: &[ShowId], wave: &mut Wave) {
        self.belongings(&["mergedIds"], shows.iter().copied().map(Survivor::Show), wave);
        self.all_seasons(shows, wave);
        self.nearest_episodes(shows, wave);
        self.short_lists(shows, wave);
        self.pages::<Episode, _>("episodes", shows, wave, |with| Some(episodes(with.get("filter"))));
        self.ratings(shows.iter().copied().map(Rated::Show), wave);
        self.pictures(shows.iter().copied().map(Pictured::Show), wave);
        self.external_ids(shows.iter().copied().map(Identified::Show), wave);
    }

    /// One statement serves one season, their count and the release status on whatever day.
    fn all_seasons(&self, shows: &[ShowId], wave: &mut Wave) {
        if !["releaseStatus", "season", "seasonCount"].iter().any(|field| self.has(field)) {
            return;
        }
        let asked: Vec<(Option<i32>, _)> =
            self.uses("season").map(|(with, below)| (with.get("number"), below.clone())).collect();
        wave.want(SeasonsOf, shows.to_vec(), move |sets, wave| {
            for (number, below) in asked {
                let seasons = sets.iter().flat_map(|seasons| seasons.iter());
                let rows: Vec<_> = seasons.filter(|season| Some(season.number) == number).cloned().collect();
                Season::plan(&rows, &below, wave);
            }
        });
    }

    fn nearest_episodes(&self, shows: &[ShowId], wave: &mut Wave) {
        let sides: [(_, fn(_) -> _); 2] =
            [("lastEpisode", EpisodesAround::OutOn), ("nextEpisode", EpisodesAround::After)];
        for (field, side) in sides {
            for (with, below) in self.uses(field) {
                let below = below.clone();
                let day = with.get("asOf").unwrap_or_else(Date::today).0;
                wave.want(side(day).nearest(), shows.to_vec(), move |pages, wave| {
                    let rows: Vec<_> = pages.iter().filter_map(|page| Some(page.rows.first()?.1.clone())).collect();
                    Episode::plan(&rows, &below, wave);
                });
            }
        }
    }

    fn short_lists(&self, shows: &[ShowId], wave: &mut Wave) {
        if self.has("synopsis") {
            wave.want_leaf(SynopsesOf, shows.to_vec());
        }
        if self.has("originCountries") {
            wave.want_leaf(CountriesOf, shows.to_vec());
        }
        if self.has("genres") {
            let below = self.under("genres");
            wave.want(GenresOf, shows.to_vec(), move |sets, wave| Term::plan(&flat(sets), &below, wave));
        }
        if self.has("platforms") {
            let below = self.under("platforms");
            wave.want(PlatformsOf, shows.to_vec(), move |sets, wave| ShowPlatform::plan(&flat(sets), &below, wave));
        }
    }
}

fn flat<Row>(sets: &[Arc<Vec<Arc<Row>>>]) -> Vec<Arc<Row>> {
    sets.iter().flat_map(|rows| rows.iter().cloned()).collect()
}

/// The episodes of a show that fit.
pub(super) fn episodes(filter: Option<EpisodeFilter>) -> EpisodesOfShow {
    EpisodesOfShow(filter.unwrap_or_default().into_store())
}
