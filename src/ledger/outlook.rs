//! The stored outlooks: computed anew when something about a show changes, and every day.

use std::collections::HashMap;

use ::entity::ids::{OutlookId, ShowId};
use ::entity::outlook;
use chrono::{DateTime, Days, NaiveDate, Utc};
use sea_orm::ActiveValue::NotSet;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait as _, DatabaseConnection, DatabaseTransaction, DbErr, EntityTrait as _, IntoActiveModel as _, Iterable,
    QueryFilter as _,
};

use crate::ledger::{alone, forecast};
use crate::renewal::{Parameters, Stance};
use crate::store::answer::Weighed;
use crate::store::as_of::AsOf;
use crate::store::decision::{Ruling, decision, phase, rulings_of};
use crate::store::evidence::{EvidenceOf, Question, ShowEvidence, ShowRows, Trust, next_season};
use crate::store::figures::Figures;
use crate::store::normal::normalise;
use crate::store::outlook::{behind_after, in_play_after, in_play_of, outlooks_of};
use crate::store::release::has_begun;

/// How many shows are weighed at once: few enough that a writer who waits does not wait long.
const SHOWS_PER_BATCH: usize = 100;

/// The days over which a change is told.
const MONTH: Days = Days::new(30);

/// Brings the outlooks of some shows up to a moment; those of other shows stay as they are.
pub async fn refresh(db: &DatabaseTransaction, shows: &[ShowId], now: DateTime<Utc>) -> Result<(), DbErr> {
    for some in shows.chunks(SHOWS_PER_BATCH) {
        refresh_batch(db, some, now).await?;
    }
    Ok(())
}

/// The same of every show with a season in play.
pub async fn refresh_all(db: &DatabaseTransaction, now: DateTime<Utc>) -> Result<(), DbErr> {
    let mut after = ShowId(i64::MIN);
    loop {
        let some = in_play_after(db, after, now.date_naive(), most()).await?;
        let Some(last) = some.last() else { return Ok(()) };
        refresh_batch(db, &some, now).await?;
        after = *last;
    }
}

/// Brings those outlooks up to a day that answer for another one, each batch in a transaction of its own; returns how many it wrote.
pub async fn catch_up(db: &DatabaseConnection, now: DateTime<Utc>) -> Result<usize, DbErr> {
    let (mut after, mut written) = (ShowId(i64::MIN), 0);
    loop {
        let transaction = alone::begin(db).await?;
        let some = behind_after(&transaction, after, now.date_naive(), most()).await?;
        let Some(last) = some.last() else { return Ok(written) };
        written += refresh_batch(&transaction, &some, now).await?;
        transaction.commit().await?;
        after = *last;
    }
}

fn most() -> u64 {
    u64::try_from(SHOWS_PER_BATCH).unwrap_or(u64::MAX)
}

/// Returns how many rows it wrote.
async fn refresh_batch(db: &DatabaseTransaction, shows: &[ShowId], now: DateTime<Utc>) -> Result<usize, DbErr> {
    let rows = rows(db, shows, now.date_naive()).await?;
    forget_others(db, shows, &rows).await?;
    forecast::publish(db, &rows, now).await?;
    let written = rows.len();
    write(db, rows).await?;
    Ok(written)
}

/// The outlooks of some shows as they are to be stored.
async fn rows(db: &DatabaseTransaction, shows: &[ShowId], day: NaiveDate) -> Result<Vec<outlook::Model>, DbErr> {
    let shows = in_play_of(db, shows, day).await?;
    if shows.is_empty() {
        return Ok(Vec::new());
    }
    let held = ShowEvidence::read(db, &shows).await?;
    let rulings = rulings_of(db, &shows).await?;
    let none = Vec::new();
    let row = |show: &ShowId| row(*show, held.get(show)?, rulings.get(show).unwrap_or(&none), day).transpose();
    shows.iter().filter_map(row).collect()
}

/// The outlook of a show; null = none of its seasons is in play.
fn row(show: ShowId, held: &ShowRows, rulings: &[Ruling], day: NaiveDate) -> Result<Option<outlook::Model>, DbErr> {
    let Some(season) = next_season(held.seasons(), day) else { return Ok(None) };
    let is_out = held.seasons().iter().any(|target| target.number == season && has_begun(target, day));
    let question = Question { show, season };
    let Some(weighed) = weighed(held, question, day)?.filter(|_| !is_out) else { return Ok(None) };
    let figures = Figures::from(&weighed);
    if day > figures.horizon {
        return Ok(None);
    }
    let before = day.checked_sub_days(MONTH).map(|day| self::weighed(held, question, day)).transpose()?.flatten();
    let in_favour = weighed
        .assessment
        .origins()
        .iter()
        .filter(|origin| origin.stance == Stance::Supports && origin.is_report && origin.carries_weight());
    let mut row = outlook::Model {
        id: OutlookId(0),
        show_id: show,
        season_number: season,
        platform_id: held.platform(),
        phase: phase(held.seasons(), rulings, season, day),
        decision: decision(held.seasons(), rulings, season, day),
        computed_for: day,
        horizon: figures.horizon,
        probability: figures.probability,
        log_odds: figures.log_odds,
        sd: figures.sd,
        interval_low: figures.low,
        interval_high: figures.high,
        band: figures.band.into(),
        status: figures.status.into(),
        evidence_grade: figures.grade.into(),
        independent_origins: i32::try_from(in_favour.count()).unwrap_or(i32::MAX),
        change_30_days: before.map(|before| figures.probability - before.assessment.probability().value()),
        checked_until: figures.checked_until,
        is_stale: figures.is_stale,
        answer: serde_json::to_value(&weighed).map_err(|error| DbErr::Json(error.to_string()))?,
        model_version: Parameters::rc1().version().into(),
        input_hash: weighed.input_hash(),
    };
    normalise(&mut row);
    Ok(Some(row))
}

fn weighed(held: &ShowRows, question: Question, day: NaiveDate) -> Result<Option<Weighed>, DbErr> {
    let all = EvidenceOf { as_of: AsOf::Today(day), without: Vec::new(), trust: Trust::default() };
    Ok(held.evidence(question, &all)?.map(Weighed::new))
}

/// Takes away the stored rows of shows whose question is another one now, or none.
async fn forget_others(db: &DatabaseTransaction, shows: &[ShowId], rows: &[outlook::Model]) -> Result<(), DbErr> {
    let asked: HashMap<_, _> = rows.iter().map(|row| (row.show_id, row.season_number)).collect();
    let stored = outlooks_of(db, shows).await?;
    let gone = stored.iter().filter(|row| asked.get(&row.show_id) != Some(&row.season_number)).map(|row| row.id);
    let gone: Vec<_> = gone.collect();
    if !gone.is_empty() {
        outlook::Entity::delete_many().filter(outlook::Column::Id.is_in(gone)).exec(db).await?;
    }
    Ok(())
}

/// Stores rows in the place of those about the same seasons.
async fn write(db: &DatabaseTransaction, rows: Vec<outlook::Model>) -> Result<(), DbErr> {
    use outlook::Column;
    if rows.is_empty() {
        return Ok(());
    }
    let others = Column::iter().filter(|column| !matches!(column, Column::Id | Column::ShowId | Column::SeasonNumber));
    let same_season = OnConflict::columns([Column::ShowId, Column::SeasonNumber]).update_columns(others).to_owned();
    let rows = rows.into_iter().map(|row| outlook::ActiveModel { id: NotSet, ..row.into_active_model() });
    outlook::Entity::insert_many(rows).on_conflict(same_season).exec_without_returning(db).await?;
    Ok(())
}
