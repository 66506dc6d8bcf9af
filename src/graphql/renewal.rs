//! How likely a season is, why, and what would change it.

use std::sync::Arc;

use ::entity::ids::ShowId;
use ::entity::show;
use async_graphql::{Context, Description, Object, Result};

use crate::graphql::corroboration::{Corroboration, corroboration_by};
use crate::graphql::forecast_snapshot::{ForecastSnapshot, snapshot};
use crate::graphql::plan::{Arguments, Selection, loader};
use crate::graphql::renewal_answer::{Answer, is_of_today};
use crate::graphql::renewal_item::{RenewalItem, WeighedOrigin};
use crate::graphql::renewal_words::{Counterfactual, EvidenceGrade, Interval, ModelInfo, RenewalBand, RenewalStatus};
use crate::graphql::scalars::Date;
use crate::graphql::trust::{is_hypothetical, planned_evidence};
use crate::renewal::{LogOdds, Parameters, counterfactuals};
use crate::store::evidence::{EvidenceOf, Question, next_season};
use crate::store::loader::Wave;
use crate::store::show_detail::SeasonsOf;

/// How likely a season is, why, and what would change it: an estimate, and beside it what is known as fact. A value: all
/// inside follows its asOf.
#[derive(Clone, Debug, Description)]
pub(super) struct RenewalConfidence(pub(super) Arc<Answer>);

#[Object(use_type_description)]
impl RenewalConfidence {
    /// Target season, from 2, e.g. 2: will there be a second.
    async fn season_number(&self) -> i32 {
        self.0.figures().season
    }

    /// What is asked, in plain English, with the horizon and what counts.
    async fn question(&self, ctx: &Context<'_>) -> Result<String> {
        let weighed = self.0.weighed(ctx).await?;
        let naming = self.0.naming(ctx, &weighed).await?;
        Ok(naming.question(weighed.evidence.complete_on, Parameters::rc1()).into())
    }

    /// Effective day of the evidence; nothing that became known later is in it.
    async fn as_of(&self) -> Date {
        Date(self.0.figures().as_of)
    }

    /// Last day that counts: 1,095 days after the season before was complete.
    async fn horizon(&self) -> Date {
        Date(self.0.figures().horizon)
    }

    /// 0..1, e.g. 0.627; open at both ends while nothing is certain.
    async fn probability(&self) -> f64 {
        self.0.figures().probability
    }

    /// Sum of the items: natural logarithm of the odds, -6..6, e.g. 0.52.
    async fn log_odds(&self) -> f64 {
        self.0.figures().log_odds
    }

    /// Standard deviation of logOdds, 0 or more, e.g. 0.89.
    async fn sd(&self) -> f64 {
        self.0.figures().sd
    }

    /// Range in which the probability lies eight times in ten, e.g. 0.35 to 0.84.
    async fn interval80(&self) -> Interval {
        let figures = self.0.figures();
        Interval { low: figures.low, high: figures.high }
    }

    /// The probability in words.
    async fn band(&self) -> RenewalBand {
        self.0.figures().band.into()
    }

    /// The same to print, English, e.g. "likely to return".
    async fn band_label(&self) -> &'static str {
        self.0.figures().band.label()
    }

    /// What is known officially and reported: a fact, not a forecast.
    async fn status(&self) -> RenewalStatus {
        self.0.figures().status.into()
    }

    /// The same to print, English, e.g. "reported, not confirmed".
    async fn status_label(&self) -> &'static str {
        self.0.figures().status.label()
    }

    /// How much the evidence narrows it.
    async fn evidence_grade(&self) -> EvidenceGrade {
        self.0.figures().grade.into()
    }

    /// Nobody has looked for news up to asOf; the range is wider for it.
    async fn stale(&self) -> bool {
        self.0.figures().is_stale
    }

    /// Last day up to asOf on which somebody looked for news; null = never recorded, taken as asOf.
    async fn checked_until(&self) -> Option<Date> {
        self.0.figures().checked_until.map(Date)
    }

    /// One line: number, words, grade, e.g. "The Trauma Code, season 2: 63 %, likely to return. The evidence is thin."
    async fn headline(&self, ctx: &Context<'_>) -> Result<String> {
        let weighed = self.0.weighed(ctx).await?;
        Ok(self.0.naming(ctx, &weighed).await?.headline(&weighed.assessment).into())
    }

    /// The explanation in a few sentences, fit to print; it says "confirmed" only of what the platform confirmed.
    async fn sentence(&self, ctx: &Context<'_>) -> Result<String> {
        let weighed = self.0.weighed(ctx).await?;
        Ok(self.0.naming(ctx, &weighed).await?.sentence(&weighed.assessment).into())
    }

    /// Every reason, the largest first; they add up to logOdds.
    async fn items(&self, ctx: &Context<'_>) -> Result<Vec<RenewalItem>> {
        let weighed = self.0.weighed(ctx).await?;
        let mut items: Vec<_> = weighed.assessment.items().cloned().collect();
        items
            .sort_by(|one, other| by_size(one.log_odds(), other.log_odds()).then_with(|| one.code().cmp(other.code())));
        let item = |item| RenewalItem { of: self.0.clone(), weighed: weighed.clone(), item };
        Ok(items.into_iter().map(item).collect())
    }

    /// Who said it independently, the largest part first.
    async fn origins(&self, ctx: &Context<'_>) -> Result<Vec<WeighedOrigin>> {
        let weighed = self.0.weighed(ctx).await?;
        let mut origins = weighed.assessment.origins().to_vec();
        origins.sort_by(|one, other| by_size(one.log_odds(), other.log_odds()).then_with(|| one.key.cmp(&other.key)));
        let origin = |origin| WeighedOrigin { weighed: weighed.clone(), origin };
        Ok(origins.into_iter().map(origin).collect())
    }

    /// Reports, outlets and independent voices side by side.
    async fn corroboration(&self, ctx: &Context<'_>) -> Result<Corroboration> {
        let answer = &self.0;
        let (season, as_of) = (Some(answer.figures().season), answer.asked.as_of);
        if !is_hypothetical(&answer.asked) {
            return corroboration_by(ctx, answer.show.id, season, as_of, |_| true).await;
        }
        let weighed = answer.weighed(ctx).await?;
        corroboration_by(ctx, answer.show.id, season, as_of, |claim| weighed.hears(claim)).await
    }

    /// What the number would be if this or that happened on that day.
    async fn what_would_change(&self, ctx: &Context<'_>) -> Result<Vec<Counterfactual>> {
        let would = counterfactuals(&self.0.weighed(ctx).await?.evidence.case, Parameters::rc1());
        Ok(would.into_iter().map(Counterfactual::from).collect())
    }

    /// The model that answers.
    async fn model(&self) -> ModelInfo {
        ModelInfo::rc1()
    }

    /// `without` or `trust` left something out: not this server's own number.
    async fn is_hypothetical(&self) -> bool {
        is_hypothetical(&self.0.asked)
    }

    /// The last published number, by asOf, that rests on the same evidence; it may be of an earlier day, and then differs by less than
    /// .01 from the number of its next publication. Null = hypothetical, or nothing was published on this evidence: only answers of
    /// today are.
    async fn snapshot(&self, ctx: &Context<'_>) -> Result<Option<ForecastSnapshot>> {
        if is_hypothetical(&self.0.asked) { Ok(None) } else { snapshot(ctx, &self.0.found).await }
    }
}

fn by_size(one: LogOdds, other: LogOdds) -> std::cmp::Ordering {
    other.value().abs().total_cmp(&one.value().abs())
}

/// How likely a season of a show is, as planned; null = the question is not open on that day.
pub(super) async fn renewal_confidence(
    ctx: &Context<'_>,
    show: Arc<show::Model>,
    season: Option<i32>,
    asked: EvidenceOf,
) -> Result<Option<RenewalConfidence>> {
    if let Some(answer) = Answer::stored_about(ctx, &show, season, &asked).await? {
        return Ok(Some(RenewalConfidence(Arc::new(answer))));
    }
    let season = match season {
        Some(season) => Some(season),
        None => next_season(&loader(ctx)?.fetch(&SeasonsOf, show.id).await?, asked.as_of.day()),
    };
    let Some(season) = season else { return Ok(None) };
    let answer = Answer::weighed_about(ctx, show, season, asked).await?;
    Ok(answer.map(|answer| RenewalConfidence(Arc::new(answer))))
}

impl Selection {
    /// Plans how likely seasons of shows are.
    pub(super) fn renewal_confidences(&self, shows: &[ShowId], wave: &mut Wave) {
        for (with, below) in self.uses("renewalConfidence") {
            below.renewal_confidence(with, with.get("season"), shows, wave);
        }
    }

    /// Plans one such answer per show; by default about the next season of each.
    pub(super) fn renewal_confidence(&self, with: &Arguments, season: Option<i32>, shows: &[ShowId], wave: &mut Wave) {
        let Some(asked) = planned_evidence(with) else { return };
        if !is_of_today(&asked) {
            return self.weigh(asked, season, shows.to_vec(), wave);
        }
        let (below, same) = (self.clone(), asked.clone());
        self.stored_answers(asked, season, shows, wave, move |others, wave| below.weigh(same, season, others, wave));
    }

    /// Plans answers that are weighed for this request.
    fn weigh(&self, asked: EvidenceOf, season: Option<i32>, shows: Vec<ShowId>, wave: &mut Wave) {
        if let Some(season) = season {
            let questions = shows.into_iter().map(|show| Question { show, season });
            return self.weighed_answers(asked, questions.collect(), wave);
        }
        let below = self.clone();
        wave.want(SeasonsOf, shows.clone(), move |sets, wave| {
            let next = |(show, seasons): (&ShowId, &Arc<Vec<_>>)| {
                Some(Question { show: *show, season: next_season(seasons, asked.as_of.day())? })
            };
            below.weighed_answers(asked.clone(), shows.iter().zip(sets).filter_map(next).collect(), wave);
        });
    }
}
