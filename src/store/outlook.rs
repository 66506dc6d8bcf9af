//! The stored outlook: the default answer about the next season of a show, kept so that it need not be computed.
//!
//! There is one row for each season in play: the one after the last complete season of a show, while it is not out and its horizon
//! has not passed. A row answers for one UTC day, and says which.

use std::collections::HashMap;
use std::sync::Arc;

use ::entity::ids::{OutlookId, PlatformId, ShowId};
use ::entity::kinds::{DecisionStatus, EvidenceGrade, OutlookPhase, RenewalBand, RenewalStatus};
use ::entity::{outlook, season};
use chrono::{NaiveDate, TimeDelta};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, DatabaseConnection, DbErr, DerivePartialModel, EntityTrait as _,
    FromQueryResult as _, PartialModelTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, QueryTrait as _,
    Select,
};

use crate::renewal::Parameters;
use crate::store::answer::Weighed;
use crate::store::list::any_of;
use crate::store::loader::Relation;

/// A stored outlook without its reasons: every column that is not JSON.
#[derive(Clone, Debug, PartialEq, DerivePartialModel)]
#[sea_orm(entity = "outlook::Entity")]
pub struct OutlookRow {
    /// Its key.
    pub id: OutlookId,
    /// The show.
    pub show_id: ShowId,
    /// Target season.
    pub season_number: i32,
    /// Who would order it; null = unknown.
    pub platform_id: Option<PlatformId>,
    /// Whether the question is open on that day, or answered.
    pub phase: OutlookPhase,
    /// What was decided by that day.
    pub decision: DecisionStatus,
    /// The UTC day it answers for.
    pub computed_for: NaiveDate,
    /// Last day that counts.
    pub horizon: NaiveDate,
    /// 0..1, open at both ends.
    pub probability: f64,
    /// Natural logarithm; sum of the items.
    pub log_odds: f64,
    /// Of the log odds.
    pub sd: f64,
    /// Lower end of the 80 % range.
    pub interval_low: f64,
    /// Upper end of the 80 % range.
    pub interval_high: f64,
    /// Band of the probability.
    pub band: RenewalBand,
    /// What is known officially and reported.
    pub status: RenewalStatus,
    /// How much the evidence narrows it.
    pub evidence_grade: EvidenceGrade,
    /// Utterances in favour that count as independent.
    pub independent_origins: i32,
    /// Minus the probability thirty days before; null = no number then.
    pub change_30_days: Option<f64>,
    /// Last day on which somebody looked; null = never recorded.
    pub checked_until: Option<NaiveDate>,
    /// Nobody has looked up to the day.
    pub is_stale: bool,
    /// The model that computed it.
    pub model_version: String,
    /// SHA-256 of the canonical inputs, hex.
    pub input_hash: String,
}

impl OutlookRow {
    /// Whether it is this model's answer for a day; of any other day or model it is history.
    pub fn is_of(&self, day: NaiveDate) -> bool {
        self.computed_for == day && self.model_version == Parameters::rc1().version().as_str()
    }
}

/// The stored outlook of a show, columns only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OutlookOf;

impl Relation for OutlookOf {
    type Key = ShowId;
    /// Null = none of its seasons is in play.
    type Answer = Option<Arc<OutlookRow>>;

    async fn load(&self, db: &DatabaseConnection, shows: &[ShowId]) -> Result<HashMap<ShowId, Self::Answer>, DbErr> {
        let rows = outlooks_of(db, shows).await?;
        Ok(rows.into_iter().map(|row| (row.show_id, Some(Arc::new(row)))).collect())
    }
}

/// The stored outlooks of some shows, within a transaction.
pub async fn outlooks_of(db: &impl ConnectionTrait, shows: &[ShowId]) -> Result<Vec<OutlookRow>, DbErr> {
    of_shows(shows).into_partial_model::<OutlookRow>().all(db).await
}

fn of_shows(shows: &[ShowId]) -> Select<outlook::Entity> {
    outlook::Entity::find().filter(any_of(outlook::Column::ShowId.into_expr(), shows.iter().map(|show| (*show).into())))
}

/// A stored outlook with its reasons.
#[derive(Clone, Debug, PartialEq)]
pub struct WholeOutlook {
    /// Its columns.
    pub row: Arc<OutlookRow>,
    /// What is known and what follows.
    pub weighed: Arc<Weighed>,
}

/// The stored outlook of a show with its reasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WholeOutlookOf;

impl Relation for WholeOutlookOf {
    type Key = ShowId;
    /// Null = none of its seasons is in play, or another version of this program wrote its reasons in a form of its own: then the answer
    /// is to be computed.
    type Answer = Option<Arc<WholeOutlook>>;

    async fn load(&self, db: &DatabaseConnection, shows: &[ShowId]) -> Result<HashMap<ShowId, Self::Answer>, DbErr> {
        // As text, so that it is parsed once and into what it is.
        let text = outlook::Column::Answer.into_expr().cast_as("text");
        let select = OutlookRow::select_cols(of_shows(shows).select_only()).expr_as(text, "text");
        let mut outlooks = HashMap::new();
        for found in db.query_all(&select.into_query()).await? {
            let row = Arc::new(OutlookRow::from_query_result(&found, "")?);
            let show = row.show_id;
            let weighed = serde_json::from_str(&found.try_get::<String>("", "text")?);
            let whole = weighed.ok().map(|weighed| Arc::new(WholeOutlook { row, weighed: Arc::new(weighed) }));
            outlooks.insert(show, whole);
        }
        Ok(outlooks)
    }
}

/// Which shows may have a season in play on a day: one of their seasons was complete within the horizon, or a row is stored.
fn in_play(day: NaiveDate) -> Condition {
    use ::entity::show::Column;
    let horizon = TimeDelta::days(i64::from(Parameters::rc1().horizon().count()));
    let first = day.checked_sub_signed(horizon).unwrap_or(NaiveDate::MIN);
    let complete = season::Entity::find()
        .select_only()
        .column(season::Column::ShowId)
        .filter(season::Column::CompletedOn.between(first, day));
    let stored = outlook::Entity::find().select_only().column(outlook::Column::ShowId);
    Condition::any().add(Column::Id.in_subquery(complete.into_query())).add(Column::Id.in_subquery(stored.into_query()))
}

/// Of some shows those that may have a season in play on a day, within a transaction.
pub async fn in_play_of(db: &impl ConnectionTrait, shows: &[ShowId], day: NaiveDate) -> Result<Vec<ShowId>, DbErr> {
    let of_shows = any_of(::entity::show::Column::Id.into_expr(), shows.iter().map(|show| (*show).into()));
    shows_in_play(day).filter(of_shows).into_tuple().all(db).await
}

/// The next `most` shows behind one that may have a season in play on a day, by key.
pub async fn in_play_after(
    db: &impl ConnectionTrait,
    after: ShowId,
    day: NaiveDate,
    most: u64,
) -> Result<Vec<ShowId>, DbErr> {
    let behind = ::entity::show::Column::Id.gt(after);
    shows_in_play(day).filter(behind).limit(most).into_tuple().all(db).await
}

/// The same of those of which no row answers for that day.
pub async fn behind_after(
    db: &impl ConnectionTrait,
    after: ShowId,
    day: NaiveDate,
    most: u64,
) -> Result<Vec<ShowId>, DbErr> {
    let version = Parameters::rc1().version();
    let done = outlook::Entity::find()
        .select_only()
        .column(outlook::Column::ShowId)
        .filter(outlook::Column::ComputedFor.eq(day))
        .filter(outlook::Column::ModelVersion.eq(version.as_str()));
    let left: Expr = ::entity::show::Column::Id.not_in_subquery(done.into_query());
    let behind = ::entity::show::Column::Id.gt(after);
    shows_in_play(day).filter(behind).filter(left).limit(most).into_tuple().all(db).await
}

fn shows_in_play(day: NaiveDate) -> Select<::entity::show::Entity> {
    let shows = ::entity::show::Entity::find().select_only().column(::entity::show::Column::Id);
    shows.filter(in_play(day)).order_by_asc(::entity::show::Column::Id)
}
