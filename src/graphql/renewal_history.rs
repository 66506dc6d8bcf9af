//! The number over time, and what moved it.

use std::sync::Arc;

use ::entity::ids::ShowId;
use async_graphql::{Context, Description, Object, Result, SimpleObject};
use chrono::NaiveDate;

use crate::graphql::as_of::as_of;
use crate::graphql::error::bad_input;
use crate::graphql::node::Node;
use crate::graphql::plan::{Arguments, Selection, loader};
use crate::graphql::reference::referred;
use crate::graphql::renewal_words::{Interval, RenewalBand, RenewalStatus};
use crate::graphql::scalars::Date;
use crate::renewal::{Parameters, assess};
use crate::store::as_of::AsOf;
use crate::store::evidence::{EvidenceOf, Question, ShowEvidence, ShowRows, Trust, next_season};
use crate::store::history::{ItemChange, Point, points};
use crate::store::loader::Wave;
use crate::store::outlook::{OutlookOf, OutlookRow};
use crate::store::show_detail::SeasonsOf;

/// Over how many days the stored outlook tells what moved.
const STORED_DAYS: i32 = 30;

/// Most points of one answer.
const MOST_POINTS: usize = 400;

/// How likely a season was on a day.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct RenewalPoint {
    /// The day.
    on: Date,
    /// 0..1, e.g. 0.627.
    probability: f64,
    /// Range in which the probability lay eight times in ten.
    interval80: Interval,
    /// The probability in words.
    band: RenewalBand,
    /// What was known officially and reported: a fact, not a forecast.
    status: RenewalStatus,
    /// Why it differs from the point before, be that listed or not, the largest move first; empty = the first day of the
    /// question, or nothing moved.
    changes: Vec<RenewalItemChange>,
}

impl From<Point> for RenewalPoint {
    fn from(point: Point) -> Self {
        let answer = point.assessment;
        Self {
            on: Date(answer.as_of()),
            probability: answer.probability().value(),
            interval80: answer.interval80().into(),
            band: answer.band().into(),
            status: answer.status().into(),
            changes: point.changes.into_iter().map(RenewalItemChange).collect(),
        }
    }
}

/// One reason that moved.
#[derive(Clone, Debug, Description)]
pub(super) struct RenewalItemChange(ItemChange);

#[Object(use_type_description)]
impl RenewalItemChange {
    /// As RenewalItem.code, e.g. silence.
    async fn code(&self) -> String {
        self.0.code.to_string()
    }

    /// As RenewalItem.label, English, e.g. "no announcement by Netflix so far".
    async fn label(&self) -> &str {
        self.0.label.as_str()
    }

    /// What it added at the point before, natural logarithm of odds, e.g. -0.21; null = it is new.
    async fn before(&self) -> Option<f64> {
        self.0.before
    }

    /// What it adds, natural logarithm of odds, e.g. -0.34; null = it is gone.
    async fn after(&self) -> Option<f64> {
        self.0.after
    }

    /// What it rests on, or did: claims, chart entries, nominations, source works, checks; empty = the model alone.
    async fn sources(&self, ctx: &Context<'_>) -> Result<Vec<Node>> {
        let mut sources = Vec::new();
        for key in &self.0.sources {
            sources.push(referred(ctx, *key).await?);
        }
        Ok(sources)
    }
}

/// From which day to which; at the latest today.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    from: Option<NaiveDate>,
    to: AsOf,
}

impl Stretch {
    /// The latest points within it.
    fn points(self, held: &ShowRows, question: Question) -> Result<Vec<Point>> {
        let mut points = points(held.until(question, &plainly(self.to))?);
        points.retain(|point| self.from.is_none_or(|from| point.assessment.as_of() >= from));
        Ok(points.split_off(points.len().saturating_sub(MOST_POINTS)))
    }
}

/// The stretch that is asked for; a history does not tell of days to come.
pub(super) fn stretch(from: Option<Date>, to: Option<Date>) -> Result<Stretch> {
    if let (Some(from), Some(to)) = (from, to)
        && from > to
    {
        return Err(bad_input(format!("`from` is after `to`: {} is later than {}. Exchange them.", from.0, to.0)));
    }
    Ok(Stretch { from: from.map(|day| day.0), to: as_of(to.filter(|day| *day < Date::today())) })
}

/// The same, as planned; null = the arguments cannot be honoured, which the resolver reports.
pub(super) fn planned_stretch(with: &Arguments) -> Option<Stretch> {
    stretch(with.get("from"), with.get("to")).ok()
}

/// With nothing left out, believing everybody.
fn plainly(as_of: AsOf) -> EvidenceOf {
    EvidenceOf { as_of, without: Vec::new(), trust: Trust::default() }
}

/// How likely a season was over time, as planned.
pub(super) async fn history(ctx: &Context<'_>, question: Question, stretch: Stretch) -> Result<Vec<RenewalPoint>> {
    let held = loader(ctx)?.fetch(&ShowEvidence, question.show).await?;
    Ok(stretch.points(&held, question)?.into_iter().map(RenewalPoint::from).collect())
}

/// The same of a show, by default about the season after the last that was complete on the last day, as planned.
pub(super) async fn renewal_history(
    ctx: &Context<'_>,
    show: ShowId,
    season: Option<i32>,
    stretch: Stretch,
) -> Result<Vec<RenewalPoint>> {
    let season = match season {
        Some(season) => Some(season),
        None => next_season(&loader(ctx)?.fetch(&SeasonsOf, show).await?, stretch.to.day()),
    };
    let Some(season) = season else { return Ok(Vec::new()) };
    history(ctx, Question { show, season }, stretch).await
}

/// The probability today minus that of so many days ago, as planned; null = one of them is none.
pub(super) async fn change(ctx: &Context<'_>, question: Question, days: i32) -> Result<Option<f64>> {
    if days == STORED_DAYS
        && let Some(row) = &*loader(ctx)?.fetch(&OutlookOf, question.show).await?
        && answers(row, question)
    {
        return Ok(row.change_30_days);
    }
    let held = loader(ctx)?.fetch(&ShowEvidence, question.show).await?;
    let today = as_of(None);
    let Some(then) = today.day().checked_sub_signed(chrono::TimeDelta::days(days.into())) else { return Ok(None) };
    let on = |day: AsOf| -> Result<Option<f64>> {
        let evidence = held.evidence(question, &plainly(day))?;
        Ok(evidence.map(|evidence| assess(&evidence.case, Parameters::rc1()).probability().value()))
    };
    Ok(on(today)?.zip(on(AsOf::Day(then))?).map(|(now, then)| now - then))
}

/// Whether a stored outlook is the answer of today to a question.
fn answers(row: &OutlookRow, question: Question) -> bool {
    row.season_number == question.season && row.is_of(as_of(None).day())
}

impl Selection {
    /// Plans how far the numbers of questions moved: from the stored outlooks, where these tell it.
    pub(super) fn changes(&self, field: &str, questions: &[Question], wave: &mut Wave) {
        let shows: Vec<ShowId> = questions.iter().map(|question| question.show).collect();
        let is_stored = |(with, _): (&Arguments, _)| with.get("days").unwrap_or(STORED_DAYS) == STORED_DAYS;
        if self.uses(field).any(|used| !is_stored(used)) {
            wave.want_leaf(ShowEvidence, shows.clone());
        }
        if self.uses(field).any(is_stored) {
            let questions = questions.to_vec();
            wave.want(OutlookOf, shows, move |rows, wave| {
                let is_told = |(question, row): (&Question, &Arc<Option<Arc<OutlookRow>>>)| {
                    (**row).as_ref().is_some_and(|row| answers(row, *question))
                };
                let others = questions.iter().zip(rows).filter(|asked| !is_told(*asked));
                wave.want_leaf(ShowEvidence, others.map(|(question, _)| question.show).collect());
            });
        }
    }

    /// Plans the numbers of shows over time.
    pub(super) fn renewal_histories(&self, shows: &[ShowId], wave: &mut Wave) {
        for (with, below) in self.uses("renewalHistory") {
            let Some(stretch) = planned_stretch(with) else { continue };
            if let Some(season) = with.get("season") {
                below.histories(stretch, shows.iter().map(|show| Question { show: *show, season }).collect(), wave);
                continue;
            }
            let (below, shows) = (below.clone(), shows.to_vec());
            wave.want(SeasonsOf, shows.clone(), move |sets, wave| {
                let next = |(show, seasons): (&ShowId, &Arc<Vec<_>>)| {
                    Some(Question { show: *show, season: next_season(seasons, stretch.to.day())? })
                };
                below.histories(stretch, shows.iter().zip(sets).filter_map(next).collect(), wave);
            });
        }
    }

    /// Plans what is asked of the histories of questions.
    pub(super) fn histories(&self, stretch: Stretch, questions: Vec<Question>, wave: &mut Wave) {
        let changes = self.under("changes");
        let shows: Vec<ShowId> = questions.iter().map(|question| question.show).collect();
        if !changes.has("sources") {
            return wave.want_leaf(ShowEvidence, shows);
        }
        wave.want(ShowEvidence, shows, move |held, wave| {
            // What cannot be weighed brings up nothing; the resolver reports it.
            let points = |(question, held): (&Question, &Arc<ShowRows>)| stretch.points(held, *question).ok();
            let points = questions.iter().zip(held).filter_map(points).flatten();
            let sources = points.flat_map(|point| point.changes).flat_map(|change| change.sources);
            changes.references("sources", sources, wave);
        });
    }
}
