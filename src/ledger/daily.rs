//! What must be done when a day begins, by one server of several.

use chrono::{DateTime, Utc};
use sea_orm::DbErr;

use crate::ledger::alone;
use crate::ledger::outlook::catch_up;
use crate::ledger::track_record;
use crate::store::turn::Turn;
use crate::store::{Store, StoreError};

/// Whoever holds this turn does the work of the day; the bytes of "greenday".
const TURN: i64 = 0x6772_6565_6e64_6179;

/// Brings every outlook of the database at `url` up to a moment's day; returns how many it wrote. Null = another server is at it.
pub async fn run(url: &str, now: DateTime<Utc>) -> Result<Option<usize>, StoreError> {
    let Some(turn) = Turn::take(url, TURN).await? else { return Ok(None) };
    let store = Store::open(url, 1).await?;
    let written = bring_up(&store, now).await;
    store.close().await?;
    turn.end().await?;
    Ok(Some(written?))
}

/// What lapsed by then is learnt first, because the outlooks rest on it.
async fn bring_up(store: &Store, now: DateTime<Utc>) -> Result<usize, DbErr> {
    let transaction = alone::begin(&store.write).await?;
    track_record::rebuild(&transaction, None, now.date_naive()).await?;
    transaction.commit().await?;
    catch_up(&store.write, now).await
}
