//! Published numbers: what this server said, kept for ever so that it can be cited.

use std::collections::HashMap;
use std::sync::Arc;

use ::entity::forecast;
use ::entity::ids::{ForecastId, ShowId};
use ::entity::kinds::{RenewalBand, RenewalStatus};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::ExprTrait as _;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DatabaseConnection, DbErr, DerivePartialModel, EntityTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, QueryTrait as _, Select, Value,
};

use crate::store::answer::Weighed;
use crate::store::evidence::Question;
use crate::store::key::Keyed;
use crate::store::list::{List, Reference, any_of};
use crate::store::loader::Relation;
use crate::store::page::{Direction, SortValue, Term};

/// A published number without its reasons: every column that is not JSON.
#[derive(Clone, Debug, PartialEq, DerivePartialModel)]
#[sea_orm(entity = "forecast::Entity")]
pub struct ForecastRow {
    /// Its key.
    pub id: ForecastId,
    /// The show.
    pub show_id: ShowId,
    /// Target season.
    pub season_number: i32,
    /// Effective day of the evidence.
    pub as_of: NaiveDate,
    /// When this server published it.
    pub recorded_at: DateTime<Utc>,
    /// 0..1, open at both ends.
    pub probability: f64,
    /// Lower end of the 80 % range.
    pub interval_low: f64,
    /// Upper end of the 80 % range.
    pub interval_high: f64,
    /// Band of the probability.
    pub band: RenewalBand,
    /// What was known officially and reported.
    pub status: RenewalStatus,
    /// The model that computed it.
    pub model_version: String,
    /// SHA-256 of the canonical inputs, hex.
    pub input_hash: String,
}

impl ForecastRow {
    /// What it answers.
    pub fn question(&self) -> Question {
        Question { show: self.show_id, season: self.season_number }
    }
}

impl Keyed for forecast::Entity {
    type Id = ForecastId;
    type Row = ForecastRow;

    fn id(row: &ForecastRow) -> ForecastId {
        row.id
    }

    async fn read(select: Select<Self>, db: &DatabaseConnection) -> Result<Vec<ForecastRow>, DbErr> {
        select.into_partial_model().all(db).await
    }
}

/// The published numbers of one season of a show, latest first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ForecastsOfShow {
    /// Target season.
    pub season: i32,
}

impl List for ForecastsOfShow {
    type Parent = ShowId;
    type Entity = forecast::Entity;
    type Row = ForecastRow;

    fn key(&self) -> forecast::Column {
        forecast::Column::Id
    }

    fn parent(&self) -> Option<Reference<forecast::Column, ShowId>> {
        Some((forecast::Column::ShowId, Value::from))
    }

    fn parent_of(&self, row: &ForecastRow) -> ShowId {
        row.show_id
    }

    fn rows(&self) -> Select<forecast::Entity> {
        forecast::Entity::find().filter(forecast::Column::SeasonNumber.eq(self.season))
    }

    fn order(&self) -> Vec<Term<ForecastRow>> {
        let (at, id) = (forecast::Column::RecordedAt.into_expr(), forecast::Column::Id.into_expr());
        vec![
            Term::new(at, Direction::Desc, |row| SortValue::Instant(row.recorded_at)),
            Term::new(id, Direction::Desc, |row| SortValue::Int(row.id.0)),
        ]
    }

    async fn read(&self, select: Select<forecast::Entity>, db: &DatabaseConnection) -> Result<Vec<ForecastRow>, DbErr> {
        select.into_partial_model().all(db).await
    }
}

/// Every published number about a question, in the order of their publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ForecastsOf;

impl Relation for ForecastsOf {
    type Key = Question;
    type Answer = Vec<Arc<ForecastRow>>;

    async fn load(
        &self,
        db: &DatabaseConnection,
        questions: &[Question],
    ) -> Result<HashMap<Question, Self::Answer>, DbErr> {
        let shows = questions.iter().map(|question| Value::from(question.show));
        let select = forecast::Entity::find()
            .filter(any_of(forecast::Column::ShowId.into_expr(), shows))
            .order_by_asc(forecast::Column::RecordedAt)
            .order_by_asc(forecast::Column::Id);
        let mut forecasts: HashMap<Question, Self::Answer> = HashMap::new();
        for row in select.into_partial_model::<ForecastRow>().all(db).await? {
            forecasts.entry(row.question()).or_default().push(Arc::new(row));
        }
        Ok(forecasts)
    }
}

/// The whole answer that was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PublishedAs;

impl Relation for PublishedAs {
    type Key = ForecastId;
    type Answer = Option<Arc<Weighed>>;

    async fn load(
        &self,
        db: &DatabaseConnection,
        forecasts: &[ForecastId],
    ) -> Result<HashMap<ForecastId, Self::Answer>, DbErr> {
        let text = forecast::Column::Published.into_expr().cast_as("text");
        let select = forecast::Entity::find()
            .select_only()
            .column(forecast::Column::Id)
            .expr_as(text, "text")
            .filter(any_of(forecast::Column::Id.into_expr(), forecasts.iter().map(|id| (*id).into())));
        let mut published = HashMap::new();
        for (id, text) in select.into_tuple::<(ForecastId, String)>().all(db).await? {
            let weighed = serde_json::from_str(&text).map_err(|error| unreadable(id, &error))?;
            published.insert(id, Some(Arc::new(weighed)));
        }
        Ok(published)
    }
}

fn unreadable(id: ForecastId, error: &serde_json::Error) -> DbErr {
    DbErr::Custom(format!("the published answer of forecast {} cannot be read: {error}", id.0))
}

/// The last published number about each season of some shows, within a transaction.
pub async fn last_forecasts(
    db: &impl ConnectionTrait,
    shows: &[ShowId],
) -> Result<HashMap<Question, ForecastRow>, DbErr> {
    let of_shows = any_of(forecast::Column::ShowId.into_expr(), shows.iter().map(|show| (*show).into()));
    let last = forecast::Entity::find()
        .select_only()
        .expr(forecast::Column::Id.into_expr().max())
        .filter(of_shows)
        .group_by(forecast::Column::ShowId)
        .group_by(forecast::Column::SeasonNumber);
    let select = forecast::Entity::find().filter(forecast::Column::Id.in_subquery(last.into_query()));
    let rows = select.into_partial_model::<ForecastRow>().all(db).await?;
    Ok(rows.into_iter().map(|row| (row.question(), row)).collect())
}
