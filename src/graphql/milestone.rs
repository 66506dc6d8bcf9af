//! Milestones: something announced for a stretch of time.

use std::sync::Arc;

use ::entity::claim;
use ::entity::ids::ShowId;
use async_graphql::{Context, Description, Enum, Object, Result};

use crate::graphql::claim::Claim;
use crate::graphql::plan::{Planned, Selection, loader, row_if};
use crate::graphql::scalars::{Date, DateWindow};
use crate::store::as_of::AsOf;
use crate::store::claim::SeasonsOfClaim;
use crate::store::evidence::{Question, next_season};
use crate::store::key::ByKey;
use crate::store::loader::Wave;
use crate::store::milestone::{AnnouncementsOfOrigin, AnnouncementsOfShow, Course, announced, moved_to, state};
use crate::store::outcome::ResolutionsOfShow;
use crate::store::show_detail::SeasonsOf;

/// What a milestone is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "::entity::kinds::MilestoneKind")]
pub(super) enum MilestoneKind {
    /// Preparation.
    Preparation,
    /// Filming.
    Filming,
    /// Production as a whole.
    Production,
    /// Release.
    Release,
    /// A decision.
    Decision,
}

/// Where a milestone stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "crate::store::milestone::MilestoneState")]
pub(super) enum MilestoneState {
    /// Its window has not begun.
    Ahead,
    /// The day lies within its window; a window that only has an end has begun.
    Due,
    /// Its window passed, and nothing shows that it was met.
    Overdue,
    /// Its season came out, or its question was answered.
    Met,
    /// Another claim put it to a later window.
    Moved,
    /// It was taken back or denied.
    Dropped,
}

/// Something announced for a stretch of time, as it stands on a day.
#[derive(Clone, Debug, Description)]
pub(super) struct Milestone {
    claim: Arc<claim::Model>,
    kind: ::entity::kinds::MilestoneKind,
    /// The season that is asked about; null = the first that the claim names.
    season: Option<i32>,
    as_of: AsOf,
}

impl Milestone {
    /// What a claim announces; null = nothing.
    pub(super) fn of(claim: &Arc<claim::Model>, as_of: AsOf) -> Option<Self> {
        claim.milestone.map(|kind| Self { claim: claim.clone(), kind, season: None, as_of })
    }

    async fn season(&self, ctx: &Context<'_>) -> Result<Option<i32>> {
        if self.season.is_some() {
            return Ok(self.season);
        }
        Ok(loader(ctx)?.fetch(&SeasonsOfClaim, self.claim.id).await?.first().copied())
    }
}

#[Object(use_type_description)]
impl Milestone {
    /// What kind.
    async fn kind(&self) -> MilestoneKind {
        self.kind.into()
    }

    /// The target season: the one that is asked about, else the first that its claim names, from 1; null = it names none.
    async fn season_number(&self, ctx: &Context<'_>) -> Result<Option<i32>> {
        self.season(ctx).await
    }

    /// When it is expected.
    async fn window(&self) -> DateWindow {
        window(&self.claim)
    }

    /// Where it stands on the day that was asked for. The first that fits: MET when its season came out (a decision also when
    /// its question was answered), DROPPED when its claim was withdrawn or denied, MOVED when the claim that took its place
    /// names a later window, else AHEAD, DUE or OVERDUE by the window.
    async fn state(&self, ctx: &Context<'_>) -> Result<MilestoneState> {
        let successor = row_if::<claim::Entity>(ctx, self.claim.superseded_by_id).await?;
        let course = Course {
            claim: &self.claim,
            season: self.season(ctx).await?,
            successor: successor.as_deref(),
            seasons: &loader(ctx)?.fetch(&SeasonsOf, self.claim.show_id).await?,
            resolutions: &loader(ctx)?.fetch(&ResolutionsOfShow, self.claim.show_id).await?,
        };
        Ok(state(&course, self.as_of.day()).into())
    }

    /// The later window that replaced it; null = none.
    async fn moved_to(&self, ctx: &Context<'_>) -> Result<Option<DateWindow>> {
        let successor = row_if::<claim::Entity>(ctx, self.claim.superseded_by_id).await?;
        let (claim, successor) = (&*self.claim, successor.as_deref());
        let course = Course { claim, season: None, successor, seasons: &[], resolutions: &[] };
        Ok(moved_to(&course, self.as_of.day()).map(window))
    }

    /// Claims that it rests on: those of the same utterance that announce the same kind of thing.
    async fn claims(&self, ctx: &Context<'_>) -> Result<Vec<Claim>> {
        let relation = AnnouncementsOfOrigin { as_of: self.as_of };
        let claims = loader(ctx)?.fetch(&relation, self.claim.origin_id).await?;
        Ok(claims.iter().filter(|claim| claim.milestone == Some(self.kind)).cloned().map(Claim).collect())
    }
}

fn window(claim: &claim::Model) -> DateWindow {
    DateWindow { from: claim.window_from.map(Date), to: claim.window_to.map(Date), text: claim.window_text.clone() }
}

/// What was announced about a season, as it stood on a day, as planned.
pub(super) async fn milestones(ctx: &Context<'_>, asked: Question, as_of: AsOf) -> Result<Vec<Milestone>> {
    let loader = loader(ctx)?;
    let next = next_season(&loader.fetch(&SeasonsOf, asked.show).await?, as_of.day());
    let mut claims = Vec::new();
    for claim in loader.fetch(&AnnouncementsOfShow { as_of }, asked.show).await?.iter() {
        let named = loader.fetch(&SeasonsOfClaim, claim.id).await?;
        let is_about = if named.is_empty() { next == Some(asked.season) } else { named.contains(&asked.season) };
        claims.extend(is_about.then(|| claim.clone()));
    }
    let of_season = |claim| Some(Milestone { season: Some(asked.season), ..Milestone::of(claim, as_of)? });
    Ok(announced(&claims, as_of.day()).iter().filter_map(of_season).collect())
}

impl Selection {
    /// Plans what claims announce.
    pub(super) fn milestones(&self, claims: &[Arc<claim::Model>], wave: &mut Wave) {
        let dated: Vec<_> = claims.iter().filter(|claim| claim.milestone.is_some()).cloned().collect();
        for (arguments, below) in self.uses("milestone") {
            if below.has("seasonNumber") || below.has("state") {
                wave.want_leaf(SeasonsOfClaim, dated.iter().map(|claim| claim.id).collect());
            }
            below.milestone(arguments.as_of(), &dated, wave);
        }
    }

    /// Plans what is announced about seasons of shows.
    pub(super) fn outlook_milestones(&self, shows: &[ShowId], wave: &mut Wave) {
        for (arguments, below) in self.uses("milestones") {
            let (as_of, below) = (arguments.as_of(), below.clone());
            wave.want_leaf(SeasonsOf, shows.to_vec());
            wave.want(AnnouncementsOfShow { as_of }, shows.to_vec(), move |lists, wave| {
                let dated: Vec<_> = lists.iter().flat_map(|claims| claims.iter().cloned()).collect();
                wave.want_leaf(SeasonsOfClaim, dated.iter().map(|claim| claim.id).collect());
                below.milestone(as_of, &dated, wave);
            });
        }
    }

    /// Plans what is asked of what these claims announce.
    fn milestone(&self, as_of: AsOf, dated: &[Arc<claim::Model>], wave: &mut Wave) {
        if self.has("movedTo") || self.has("state") {
            let successors = dated.iter().filter_map(|claim| claim.superseded_by_id).collect();
            wave.want_leaf(ByKey::<claim::Entity>::new(), successors);
        }
        if self.has("state") {
            let shows: Vec<_> = dated.iter().map(|claim| claim.show_id).collect();
            wave.want_leaf(SeasonsOf, shows.clone());
            wave.want_leaf(ResolutionsOfShow, shows);
        }
        if self.has("claims") {
            let (origins, below) = (dated.iter().map(|claim| claim.origin_id).collect(), self.under("claims"));
            wave.want(AnnouncementsOfOrigin { as_of }, origins, move |lists, wave| {
                let claims: Vec<_> = lists.iter().flat_map(|claims| claims.iter().cloned()).collect();
                Claim::plan(&claims, &below, wave);
            });
        }
    }
}
