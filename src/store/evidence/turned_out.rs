//! What turned out: which claims of a show were right or wrong, and what was expected before each of them was made.
//!
//! A question is answered on the first day on which its season, or a later one, was ordered or began to come out (yes), or on which it
//! or an earlier one was refused or had passed its horizon (no); a void one never is. A claim is judged by the first answered question
//! among the seasons that it names, or by its own window where that lapsed before; it must have been said and known by then, and
//! still have stood. What was said of a settled question was no forecast.

use std::collections::HashSet;
use std::sync::Arc;

use ::entity::claim;
use ::entity::ids::{OriginId, ShowId};
use ::entity::kinds::Outcome as Answered;
use chrono::NaiveDate;
use sea_orm::DbErr;

use crate::renewal::{Case, Claim, Outcome, Parameters, Stance, Voucher, claim_outcome};
use crate::store::as_of::AsOf;
use crate::store::decision::horizon;
use crate::store::evidence::claims::Standing;
use crate::store::evidence::rows::{ClaimRows, ShowRows};
use crate::store::evidence::{EvidenceOf, Question, Trust, next_season};
use crate::store::release::out_on;

/// A claim that turned out.
#[derive(Clone, Debug)]
pub struct TurnedOut {
    /// The claim.
    pub claim: Arc<claim::Model>,
    /// The same as the model weighs it.
    pub said: Claim,
    /// How it turned out.
    pub outcome: Outcome,
    /// What was known of its question on the day before it was said; its voucher's other words are among it.
    pub before: Case,
}

/// A claim that turned out about one question; the first in order counts.
struct Judged<'a> {
    rows: &'a ClaimRows,
    said: Claim,
    outcome: Outcome,
    /// The question that judged it.
    season: i32,
}

/// How a question was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Answer {
    on: NaiveDate,
    season: i32,
    refused: bool,
}

impl ShowRows {
    /// The claims that had turned out by a day, one for each voucher and utterance: the first that did.
    pub fn turned_out(&self, show: ShowId, today: NaiveDate) -> Result<Vec<TurnedOut>, DbErr> {
        let mut judged: Vec<_> = self.claims.iter().flat_map(|rows| self.judged(rows, today)).collect();
        judged.sort_by_key(|one| (one.outcome.resolved_on, one.said.claimed_on(), one.season, one.rows.claim.id));
        let mut voices: HashSet<(Voucher, OriginId)> = HashSet::new();
        let mut turned_out = Vec::new();
        for Judged { rows, said, outcome, season } in judged.into_iter().filter(|one| self.speaks_for_its_origin(one)) {
            let voice = (said.voucher().clone(), rows.claim.origin_id);
            if voices.contains(&voice) {
                continue;
            }
            if let Some(before) = self.expected(Question { show, season }, said.claimed_on())? {
                voices.insert(voice);
                turned_out.push(TurnedOut { claim: rows.claim.clone(), said, outcome, before });
            }
        }
        Ok(turned_out)
    }

    /// How a claim turned out, by each season that it speaks of.
    fn judged<'a>(&'a self, rows: &'a ClaimRows, today: NaiveDate) -> Vec<Judged<'a>> {
        let known_on = rows.claim.known_at.max(rows.claim.said_on);
        let Some(said) = self.voice(rows, known_on) else { return Vec::new() };
        let next = || next_season(&self.seasons, known_on).into_iter().collect();
        let seasons: Vec<i32> = if rows.seasons.is_empty() { next() } else { rows.seasons.clone() };
        let judge = |season| self.judge(rows, &said, season, today);
        seasons.into_iter().filter_map(judge).collect()
    }

    fn judge<'a>(&'a self, rows: &'a ClaimRows, said: &Claim, season: i32, today: NaiveDate) -> Option<Judged<'a>> {
        let answer = self.answer(season);
        if answer.is_some_and(|answer| answer.on < said.claimed_on()) {
            return None;
        }
        let resolution = answer.map(|answer| (answer.on, !answer.refused));
        let outcome = claim_outcome(said, resolution, today, Parameters::rc1())?;
        let by = answer.filter(|answer| answer.on == outcome.resolved_on);
        let said = self.voice(rows, outcome.resolved_on)?;
        Some(Judged { rows, said, outcome, season: by.map_or(season, |answer| answer.season) })
    }

    /// The claim as it stood on a day, where it did and takes a side.
    fn voice(&self, rows: &ClaimRows, day: NaiveDate) -> Option<Claim> {
        Standing::on(day, &self.claims).voice(rows)
    }

    /// Within an utterance the latest stance counts, and opposite ones of one day cancel.
    fn speaks_for_its_origin(&self, judged: &Judged<'_>) -> bool {
        let standing = Standing::on(judged.outcome.resolved_on, &self.claims);
        let of_origin = self.claims.iter().filter(|rows| rows.claim.origin_id == judged.rows.claim.origin_id);
        let voices: Vec<_> = of_origin.filter_map(|rows| standing.voice(rows)).collect();
        let own = || voices.iter().filter(|said| said.voucher() == judged.said.voucher());
        let latest = own().map(Claim::claimed_on).max();
        let stance: Option<Stance> = judged.said.stance();
        own().filter(|said| Some(said.claimed_on()) == latest).all(|said| said.stance() == stance)
    }

    /// What was known of a question on the day before; null = the model has no number for it.
    fn expected(&self, question: Question, claimed_on: NaiveDate) -> Result<Option<Case>, DbErr> {
        let Some(day) = claimed_on.pred_opt().filter(|_| question.season >= 2) else { return Ok(None) };
        let how = EvidenceOf { as_of: AsOf::Day(day), without: Vec::new(), trust: Trust::default() };
        let evidence = match self.evidence(question, &how)? {
            Some(evidence) => Some(evidence),
            None => self.evidence_ahead(day, question, &how)?,
        };
        Ok(evidence.map(|evidence| evidence.case))
    }

    /// How the question of a season was answered first; null = it is open, or void.
    fn answer(&self, season: i32) -> Option<Answer> {
        if self.is_void(season) {
            return None;
        }
        let came = self.came_on(season).map(|on| Answer { on, season, refused: false });
        let refused = self.answers.iter().filter(|answer| answer.outcome == Answered::NotRenewed);
        let refused = refused.map(|answer| (answer.season_number, answer.resolved_on));
        let lapsed = self.seasons.iter().filter_map(|before| self.lapsed_on(before.number));
        let refused = refused.chain(lapsed).filter(|(of, _)| *of <= season);
        came.into_iter().chain(refused.map(|(season, on)| Answer { on, season, refused: true })).min()
    }

    fn is_void(&self, season: i32) -> bool {
        self.answers.iter().any(|answer| answer.season_number == season && answer.outcome == Answered::Void)
    }

    /// The first day on which the season or a later one was ordered or had begun to come out.
    fn came_on(&self, season: i32) -> Option<NaiveDate> {
        let begun = self.seasons.iter().filter(|other| other.number > 0 && other.number >= season);
        let begun = begun.filter_map(|other| out_on(other.premiered_on, other.premiered_on_precision));
        let ordered = self.answers.iter().filter(|answer| answer.season_number >= season);
        let ordered = ordered.filter_map(|answer| match answer.outcome {
            Answered::Renewed => Some(answer.resolved_on),
            // The refusal was withdrawn.
            Answered::NotRenewed => answer.reversed_on,
            Answered::Void => None,
        });
        begun.chain(ordered).min()
    }

    /// The season after that of this number, and the first day on which its horizon lay behind it; null = it came before, or its
    /// question is void.
    fn lapsed_on(&self, before: i32) -> Option<(i32, NaiveDate)> {
        let complete_on = self.season(before).filter(|_| before >= 1)?.completed_on?;
        let next = before.checked_add(1)?;
        let on = horizon(complete_on).succ_opt()?;
        let came = self.came_on(next).is_some_and(|came| came < on);
        (!came && !self.is_void(next)).then_some((next, on))
    }
}
