//! What became of a claim.

use std::sync::Arc;

use ::entity::{claim, report};
use async_graphql::{Context, Enum, Result};

use crate::graphql::plan::{Selection, loader, row_if};
use crate::store::as_of::AsOf;
use crate::store::claim::SeasonsOfClaim;
use crate::store::key::ByKey;
use crate::store::loader::Wave;
use crate::store::outcome::ResolutionsOfShow;
use crate::store::show_detail::SeasonsOf;
use crate::store::standing::{Fate, standing as became};

/// What became of a claim by a day. The first that fits, in this order: WITHDRAWN, SUPERSEDED, PROVED_RIGHT or
/// PROVED_WRONG, LAPSED, STANDING.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "crate::store::standing::ClaimStanding")]
pub(super) enum ClaimStanding {
    /// Nothing yet: its question is open, or it takes no side on whether a season comes. A claim that was not known yet stands.
    Standing,
    /// Another claim took its place by then and was not taken back.
    Superseded,
    /// It was taken back by then, or its report was.
    Withdrawn,
    /// Its window passed and nothing shows that it was met, while its question is open; see the milestone.
    Lapsed,
    /// In favour: every season that it names has begun to come out or was ordered, or a later one. A denial: none of them can
    /// come any more. Decisions, work and intentions about renewal, schedule or release are judged.
    ProvedRight,
    /// In favour: a season that it names, or one before it, was refused or passed its horizon. A denial: one of them has come.
    ProvedWrong,
}

impl Selection {
    /// Plans what is needed to say what became of claims.
    pub(super) fn standings(&self, claims: &[Arc<claim::Model>], wave: &mut Wave) {
        if !self.has("standing") {
            return;
        }
        let shows: Vec<_> = claims.iter().map(|claim| claim.show_id).collect();
        wave.want_leaf(SeasonsOfClaim, claims.iter().map(|claim| claim.id).collect());
        wave.want_leaf(ByKey::<report::Entity>::new(), claims.iter().filter_map(|claim| claim.report_id).collect());
        let successors = claims.iter().filter_map(|claim| claim.superseded_by_id).collect();
        wave.want_leaf(ByKey::<claim::Entity>::new(), successors);
        wave.want_leaf(SeasonsOf, shows.clone());
        wave.want_leaf(ResolutionsOfShow, shows);
    }
}

/// What became of a claim by a day, as planned.
pub(super) async fn standing(ctx: &Context<'_>, claim: &claim::Model, as_of: AsOf) -> Result<ClaimStanding> {
    let report = row_if::<report::Entity>(ctx, claim.report_id).await?;
    let successor = row_if::<claim::Entity>(ctx, claim.superseded_by_id).await?;
    let fate = Fate {
        claim,
        named: &loader(ctx)?.fetch(&SeasonsOfClaim, claim.id).await?,
        report: report.as_deref().map(|row| &row.report),
        successor: successor.as_deref(),
        seasons: &loader(ctx)?.fetch(&SeasonsOf, claim.show_id).await?,
        resolutions: &loader(ctx)?.fetch(&ResolutionsOfShow, claim.show_id).await?,
    };
    Ok(became(&fate, as_of.day()).into())
}
