//! What the outlooks of seasons need.

use std::collections::BTreeMap;
use std::sync::Arc;

use ::entity::claim;
use ::entity::ids::ShowId;

use crate::graphql::claim::Claim;
use crate::graphql::claim_filter::planned_claims;
use crate::graphql::credit::{Credit, CreditFilter};
use crate::graphql::forecast_snapshot::ForecastSnapshot;
use crate::graphql::outlook::RenewalOutlook;
use crate::graphql::plan::{Planned, Selection};
use crate::graphql::renewal_history::planned_stretch;
use crate::graphql::season::Season;
use crate::graphql::show::Show;
use crate::store::claim::Claims;
use crate::store::claim_filter;
use crate::store::credit::{CreditsOfShow, Part};
use crate::store::decision::RulingsOf;
use crate::store::forecast::ForecastsOfShow;
use crate::store::loader::Wave;
use crate::store::name::Named;
use crate::store::outcome::ResolutionsOfShow;
use crate::store::show_detail::{PlatformsOf, SeasonsOf};
use crate::store::subject::RowsOf;
use crate::store::target::{Target, numbered};

impl Planned for RenewalOutlook {
    type Row = Target;

    fn plan(rows: &[Arc<Target>], asked: &Selection, wave: &mut Wave) {
        let shows: Vec<_> = rows.iter().map(|target| target.show.clone()).collect();
        Show::plan(&shows, &asked.under("show"), wave);
        let shows: Vec<ShowId> = shows.iter().map(|show| show.id).collect();
        asked.outlook_words(&shows, wave);
        asked.outlook_answers(&shows, wave);
        asked.outlook_numbers(rows, wave);
        asked.outlook_milestones(&shows, wave);
        for (season, shows) in by_season(rows) {
            asked.pages::<Credit, _>("cast", &shows, wave, |with| Some(cast(with.get("filter"), season)));
            asked.pages::<ForecastSnapshot, _>("snapshots", &shows, wave, |_| Some(ForecastsOfShow { season }));
            asked.pages::<Claim, _>("claims", &shows, wave, |with| Some(about(planned_claims(with)?, season)));
        }
        asked.neighbours(rows, shows, wave);
    }
}

impl Selection {
    fn outlook_words(&self, shows: &[ShowId], wave: &mut Wave) {
        if self.has("question") || self.has("resolvesWhen") {
            wave.want_leaf(RowsOf::<Named>::new(), shows.iter().copied().map(Named::Show).collect());
            wave.want_leaf(PlatformsOf, shows.to_vec());
        }
    }

    fn outlook_answers(&self, shows: &[ShowId], wave: &mut Wave) {
        if self.has("phase") || self.has("decision") {
            wave.want_leaf(RulingsOf, shows.to_vec());
        }
        if self.has("resolution") {
            let below = self.under("resolution");
            wave.want(ResolutionsOfShow, shows.to_vec(), move |lists, wave| {
                let deciding = lists.iter().flat_map(|answers| answers.iter().filter_map(|answer| answer.claim_id));
                below.one::<Claim, claim::Entity>("claim", deciding, wave);
            });
        }
    }

    fn outlook_numbers(&self, rows: &[Arc<Target>], wave: &mut Wave) {
        for (season, shows) in by_season(rows) {
            for (with, below) in self.uses("confidence") {
                below.renewal_confidence(with, Some(season), &shows, wave);
            }
        }
        let questions: Vec<_> = rows.iter().map(|target| target.question()).collect();
        for (with, below) in self.uses("history") {
            if let Some(stretch) = planned_stretch(with) {
                below.histories(stretch, questions.clone(), wave);
            }
        }
        self.changes("change", &questions, wave);
    }

    fn neighbours(&self, rows: &[Arc<Target>], shows: Vec<ShowId>, wave: &mut Wave) {
        let (previous, target) = (self.under("previousSeason"), self.under("targetSeason"));
        let numbers: Vec<i32> = rows.iter().map(|target| target.season).collect();
        wave.want(SeasonsOf, shows, move |sets, wave| {
            let of = |back: i32| -> Vec<_> {
                let each = sets.iter().zip(&numbers);
                each.filter_map(|(seasons, number)| numbered(seasons, number.saturating_sub(back)).cloned()).collect()
            };
            Season::plan(&of(1), &previous, wave);
            Season::plan(&of(0), &target, wave);
        });
    }
}

/// The shows of targets by the number of the season, which is an argument of what is asked of them.
fn by_season(rows: &[Arc<Target>]) -> BTreeMap<i32, Vec<ShowId>> {
    let mut shows: BTreeMap<i32, Vec<ShowId>> = BTreeMap::new();
    for target in rows {
        shows.entry(target.season).or_default().push(target.show.id);
    }
    shows
}

/// The cast of a season of a show.
pub(super) fn cast(filter: Option<CreditFilter>, season: i32) -> CreditsOfShow {
    CreditsOfShow { part: Part::Cast, filter: filter.unwrap_or_default().into_store_of(season) }
}

/// Of these claims those that name a season.
pub(super) fn about(mut list: Claims<ShowId>, season: i32) -> Claims<ShowId> {
    list.filter.all.push(claim_filter::ClaimFilter { seasons: vec![season], ..Default::default() });
    list
}
