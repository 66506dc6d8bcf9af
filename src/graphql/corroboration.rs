//! Corroboration: headlines against voices.

use ::entity::claim;
use ::entity::ids::{ClaimId, ShowId};
use ::entity::kinds::VoucherClass;
use async_graphql::{Context, Enum, Result, SimpleObject};

use crate::graphql::claim::Claim;
use crate::graphql::plan::{Planned, Selection, loader, row_if};
use crate::graphql::scalars::Date;
use crate::store::as_of::AsOf;
use crate::store::claim::{HopsOfClaim, SeasonsOfClaim, fidelity};
use crate::store::corroboration::{Evidence, EvidenceOfShow, Voice, corroborate, next_season};
use crate::store::loader::Wave;
use crate::store::outcome::ResolutionsOfShow;
use crate::store::show_detail::SeasonsOf;

/// What a platform itself said last about a season.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "crate::store::corroboration::OfficialPosition")]
pub(super) enum OfficialPosition {
    /// It is ordered.
    Confirmed,
    /// It will not come.
    Cancelled,
    /// Talks go well.
    PositiveTalks,
    /// It is being considered.
    UnderReview,
    /// Nothing is decided.
    NoDecision,
    /// Nothing is planned.
    NoPlans,
    /// No comment.
    NoComment,
    /// It has said nothing.
    Silent,
}

/// Headlines against voices: many reports can go back to one utterance.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct Corroboration {
    /// Target season, from 1, e.g. 2.
    season_number: i32,
    /// Effective day.
    as_of: Date,
    /// Reports that bear on it, from 0: they tell of a decision, of work, of intentions or of a reply of the platform. Who
    /// asserts a later season asserts this one, who denies an earlier one denies it.
    reports: i32,
    /// Different outlets of these reports, from 0.
    outlets: i32,
    /// Different utterances in favour, from 0: in each a platform, a production company or an outlet on its own sources says
    /// that it is ordered or worked on, and has not said the opposite since. Wishes of cast and makers do not count, nor does
    /// what nobody answers for.
    independent_origins: i32,
    /// Latest word of the platform: its latest confirmation or cancellation, else its latest reply (of one day the most
    /// cautious).
    official_position: OfficialPosition,
    /// The claim with that word; null = it has said nothing that is held.
    official_statement: Option<Claim>,
}

impl Selection {
    /// Plans what bears on the coming seasons of shows.
    pub(super) fn corroborations(&self, shows: &[ShowId], wave: &mut Wave) {
        for (arguments, below) in self.uses("corroboration") {
            below.corroboration_on(arguments.as_of(), shows, wave);
        }
    }

    /// Plans one such answer per show, on one day.
    pub(super) fn corroboration_on(&self, as_of: AsOf, shows: &[ShowId], wave: &mut Wave) {
        let statement = self.under("officialStatement");
        wave.want_leaf(SeasonsOf, shows.to_vec());
        let answered = statement.clone();
        let is_asked = self.has("officialStatement");
        wave.want(ResolutionsOfShow, shows.to_vec(), move |lists, wave| {
            let deciding = lists.iter().flat_map(|answers| answers.iter().filter_map(|answer| answer.claim_id));
            if is_asked {
                answered.rows_by_key::<Claim, claim::Entity>(deciding.collect(), wave);
            }
        });
        wave.want(EvidenceOfShow { as_of }, shows.to_vec(), move |lists, wave| {
            let all: Vec<_> = lists.iter().flat_map(|evidence| evidence.iter()).collect();
            wave.want_leaf(SeasonsOfClaim, all.iter().map(|evidence| evidence.claim.id).collect());
            let official: Vec<_> = all.iter().filter(|one| is_official(one)).map(|one| one.claim.clone()).collect();
            wave.want_leaf(HopsOfClaim, official.iter().map(|claim| claim.id).collect());
            Claim::plan(&official, &statement, wave);
        });
    }
}

fn is_official(evidence: &Evidence) -> bool {
    evidence.claim.voucher_class == VoucherClass::Platform
}

/// What bears on the coming of a season of a show, as planned; null = the season after the last complete one.
pub(super) async fn corroboration(
    ctx: &Context<'_>,
    show: ShowId,
    season: Option<i32>,
    as_of: AsOf,
) -> Result<Corroboration> {
    corroboration_by(ctx, show, season, as_of, |_| true).await
}

/// The same, heard by somebody for whom only some claims count.
pub(super) async fn corroboration_by(
    ctx: &Context<'_>,
    show: ShowId,
    season: Option<i32>,
    as_of: AsOf,
    counts: impl Fn(ClaimId) -> bool + Send,
) -> Result<Corroboration> {
    let loader = loader(ctx)?;
    let evidence = loader.fetch(&EvidenceOfShow { as_of }, show).await?;
    let mut voices = Vec::with_capacity(evidence.len());
    for one in evidence.iter().filter(|one| counts(one.claim.id)) {
        let seasons = (*loader.fetch(&SeasonsOfClaim, one.claim.id).await?).clone();
        let fidelity = if is_official(one) { fidelity(&loader.fetch(&HopsOfClaim, one.claim.id).await?) } else { 1.0 };
        voices.push(Voice { evidence: one.clone(), seasons, fidelity });
    }
    let next = next_season(&loader.fetch(&SeasonsOf, show).await?, as_of.day());
    let resolutions = loader.fetch(&ResolutionsOfShow, show).await?;
    let found = corroborate(&voices, &resolutions, season.unwrap_or(next), next, as_of.day());
    let held = evidence.iter().find(|one| Some(one.claim.id) == found.statement).map(|one| one.claim.clone());
    let statement = if held.is_some() { held } else { row_if::<claim::Entity>(ctx, found.statement).await? };
    Ok(Corroboration {
        season_number: found.season,
        as_of: Date(as_of.day()),
        reports: i32::try_from(found.reports)?,
        outlets: i32::try_from(found.outlets)?,
        independent_origins: i32::try_from(found.independent_origins)?,
        official_position: found.position.into(),
        official_statement: statement.map(Claim),
    })
}
