//! Which outlooks: of the next season, of a season that is named, of all that are asked about, of an id.

use std::sync::Arc;

use ::entity::ids::ShowId;
use ::entity::{season, show};
use async_graphql::{Context, Result};

use crate::graphql::as_of::as_of;
use crate::graphql::error::not_found;
use crate::graphql::outlook::RenewalOutlook;
use crate::graphql::plan::{Planned as _, Selection, loader, row_if};
use crate::graphql::scalars::Date;
use crate::store::evidence::{Question, next_season};
use crate::store::key::ByKey;
use crate::store::loader::Wave;
use crate::store::release::is_out;
use crate::store::show_detail::SeasonsOf;
use crate::store::target::{SeasonsNamed, Target, asked_about, is_near};

/// The seasons that claims name today.
fn named() -> SeasonsNamed {
    SeasonsNamed { as_of: as_of(None) }
}

fn of(show: &Arc<show::Model>, season: i32) -> Arc<Target> {
    Arc::new(Target { show: show.clone(), season })
}

/// The outlook of a season, as planned; null = the catalog does not lead up to it, and nobody speaks of it.
pub(super) async fn outlook(ctx: &Context<'_>, show: &Arc<show::Model>, season: i32) -> Result<Option<RenewalOutlook>> {
    let loader = loader(ctx)?;
    let is_asked = is_near(&loader.fetch(&SeasonsOf, show.id).await?, season)
        || (season > 0 && loader.fetch(&named(), show.id).await?.contains(&season));
    Ok(is_asked.then(|| RenewalOutlook(of(show, season))))
}

/// Refuses a season that nobody asks about, as planned.
pub(super) async fn known(ctx: &Context<'_>, show: &Arc<show::Model>, season: i32) -> Result<()> {
    match outlook(ctx, show, season).await? {
        Some(_) => Ok(()),
        None => Err(not_found(format!(
            "This show has no season {season} and none before it, and nobody speaks of one. Its `outlooks` are the seasons that \
             are asked about."
        ))),
    }
}

/// The outlook of the season after the latest complete one, as planned; null = none is complete.
pub(super) async fn next_outlook(ctx: &Context<'_>, show: &Arc<show::Model>) -> Result<Option<RenewalOutlook>> {
    let seasons = loader(ctx)?.fetch(&SeasonsOf, show.id).await?;
    Ok(next_season(&seasons, Date::today().0).map(|season| RenewalOutlook(of(show, season))))
}

/// The outlooks of all seasons that are asked about, by number, as planned.
pub(super) async fn outlooks(ctx: &Context<'_>, show: &Arc<show::Model>) -> Result<Vec<RenewalOutlook>> {
    let loader = loader(ctx)?;
    let (seasons, named) = (loader.fetch(&SeasonsOf, show.id).await?, loader.fetch(&named(), show.id).await?);
    Ok(asked_about(&seasons, &named).into_iter().map(|season| RenewalOutlook(of(show, season))).collect())
}

/// The outlook of the season after a complete one, as planned; null = it is not complete, or is the specials.
pub(super) async fn outlook_after(ctx: &Context<'_>, season: &season::Model) -> Result<Option<RenewalOutlook>> {
    let Some(next) = after(season) else { return Ok(None) };
    let show = row_if::<show::Entity>(ctx, Some(season.show_id)).await?;
    Ok(show.map(|show| RenewalOutlook(of(&show, next))))
}

fn after(season: &season::Model) -> Option<i32> {
    let is_complete = is_out(season.completed_on, season.completed_on_precision, Date::today().0);
    (season.number > 0 && is_complete).then(|| season.number.checked_add(1))?
}

/// The outlook under a key, as planned; null = there is no such show, or nobody asks about the season.
pub(super) async fn outlook_by_key(ctx: &Context<'_>, key: Question) -> Result<Option<RenewalOutlook>> {
    match row_if::<show::Entity>(ctx, Some(key.show)).await? {
        Some(show) => outlook(ctx, &show, key.season).await,
        None => Ok(None),
    }
}

impl Selection {
    /// Plans the outlooks of shows, in whatever field they are asked.
    pub(super) fn outlooks_of(&self, shows: &[Arc<show::Model>], wave: &mut Wave) {
        for (with, below) in self.uses("outlook") {
            if let Some(season) = with.get("season") {
                below.outlooks_named(shows.iter().map(|show| of(show, season)).collect(), wave);
            }
        }
        for field in ["renewalConfidence", "renewalHistory"] {
            for season in self.uses(field).filter_map(|(with, _)| with.get("season")) {
                Self::default().outlooks_named(shows.iter().map(|show| of(show, season)).collect(), wave);
            }
        }
        self.next_outlooks(shows, wave);
        self.all_outlooks(shows, wave);
    }

    /// Plans outlooks that are named one by one: nothing is loaded of seasons that nobody asks about.
    fn outlooks_named(&self, targets: Vec<Arc<Target>>, wave: &mut Wave) {
        let below = self.clone();
        wave.want(SeasonsOf, shows(&targets), move |sets, wave| {
            let seasons = sets.iter().zip(&targets).map(|(seasons, target)| is_near(seasons, target.season));
            let near: Vec<bool> = seasons.collect();
            let part = |is: bool| -> Vec<_> {
                targets.iter().zip(&near).filter(|(_, near)| **near == is).map(|(target, _)| target.clone()).collect()
            };
            let (near, far) = (part(true), part(false));
            let rest = below.clone();
            wave.want(named(), shows(&far), move |named, wave| {
                let spoken = far.iter().zip(named).filter(|(target, named)| named.contains(&target.season));
                RenewalOutlook::plan(&spoken.map(|(target, _)| target.clone()).collect::<Vec<_>>(), &rest, wave);
            });
            RenewalOutlook::plan(&near, &below, wave);
        });
    }

    fn next_outlooks(&self, shows: &[Arc<show::Model>], wave: &mut Wave) {
        if !self.has("nextSeason") {
            return;
        }
        let (below, shows) = (self.under("nextSeason"), shows.to_vec());
        wave.want(SeasonsOf, shows.iter().map(|show| show.id).collect(), move |sets, wave| {
            let next =
                shows.iter().zip(sets).filter_map(|(show, set)| Some(of(show, next_season(set, Date::today().0)?)));
            RenewalOutlook::plan(&next.collect::<Vec<_>>(), &below, wave);
        });
    }

    fn all_outlooks(&self, shows: &[Arc<show::Model>], wave: &mut Wave) {
        if !self.has("outlooks") {
            return;
        }
        let (below, shows) = (self.under("outlooks"), shows.to_vec());
        let ids: Vec<ShowId> = shows.iter().map(|show| show.id).collect();
        wave.want(SeasonsOf, ids.clone(), move |sets, wave| {
            let sets = sets.to_vec();
            wave.want(named(), ids, move |named, wave| {
                let mut targets = Vec::new();
                for ((show, seasons), named) in shows.iter().zip(&sets).zip(named) {
                    targets.extend(asked_about(seasons, named).into_iter().map(|season| of(show, season)));
                }
                RenewalOutlook::plan(&targets, &below, wave);
            });
        });
    }

    /// Plans the outlooks of the seasons after complete ones.
    pub(super) fn outlooks_after(&self, seasons: &[Arc<season::Model>], wave: &mut Wave) {
        if self.has("nextSeason") {
            let next =
                seasons.iter().filter_map(|season| Some(Question { show: season.show_id, season: after(season)? }));
            let (below, next) = (self.under("nextSeason"), next.collect::<Vec<_>>());
            below.of_rows(next, wave, |below, targets, wave| RenewalOutlook::plan(&targets, below, wave));
        }
    }

    /// Plans the outlooks under keys.
    pub(super) fn outlooks_by_key(&self, keys: Vec<Question>, wave: &mut Wave) {
        self.of_rows(keys, wave, Self::outlooks_named);
    }

    /// Plans outlooks of shows that must be read first.
    fn of_rows(
        &self,
        keys: Vec<Question>,
        wave: &mut Wave,
        then: impl FnOnce(&Self, Vec<Arc<Target>>, &mut Wave) + Send + 'static,
    ) {
        let below = self.clone();
        wave.want(ByKey::<show::Entity>::new(), keys.iter().map(|key| key.show).collect(), move |rows, wave| {
            let targets = keys.iter().zip(rows).filter_map(|(key, row)| Some(of((**row).as_ref()?, key.season)));
            then(&below, targets.collect(), wave);
        });
    }
}

fn shows(targets: &[Arc<Target>]) -> Vec<ShowId> {
    targets.iter().map(|target| target.show.id).collect()
}
