//! What this server published: one more entry whenever its answer to a question changed.

use ::entity::ids::ForecastId;
use ::entity::{forecast, outlook};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::NotSet;
use sea_orm::{DatabaseTransaction, DbErr, EntityTrait as _, IntoActiveModel as _};

use crate::store::evidence::Question;
use crate::store::forecast::{ForecastRow, last_forecasts};
use crate::store::normal::normalise;

/// How far a probability moves before it is published again: a hundredth, as it is printed.
const STEP: f64 = 0.01;

/// Publishes those of some answers that tell something new.
pub(super) async fn publish(
    db: &DatabaseTransaction,
    answers: &[outlook::Model],
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let shows: Vec<_> = answers.iter().map(|answer| answer.show_id).collect();
    if shows.is_empty() {
        return Ok(());
    }
    let last = last_forecasts(db, &shows).await?;
    let last = |answer: &outlook::Model| last.get(&Question { show: answer.show_id, season: answer.season_number });
    let news = answers.iter().filter(|answer| last(answer).is_none_or(|last| is_news(last, answer)));
    let rows: Vec<_> = news.map(|answer| entry(answer, now)).collect();
    if !rows.is_empty() {
        forecast::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Whether an answer differs from the one that was published last: in its status, its band or the evidence it rests on, or by a
/// hundredth in its probability.
fn is_news(last: &ForecastRow, answer: &outlook::Model) -> bool {
    (last.status, last.band, &last.input_hash) != (answer.status, answer.band, &answer.input_hash)
        || (last.probability - answer.probability).abs() >= STEP
}

fn entry(answer: &outlook::Model, now: DateTime<Utc>) -> forecast::ActiveModel {
    let mut row = forecast::Model {
        id: ForecastId(0),
        show_id: answer.show_id,
        season_number: answer.season_number,
        as_of: answer.computed_for,
        recorded_at: now,
        probability: answer.probability,
        interval_low: answer.interval_low,
        interval_high: answer.interval_high,
        band: answer.band,
        status: answer.status,
        published: answer.answer.clone(),
        model_version: answer.model_version.clone(),
        input_hash: answer.input_hash.clone(),
    };
    normalise(&mut row);
    forecast::ActiveModel { id: NotSet, ..row.into_active_model() }
}
