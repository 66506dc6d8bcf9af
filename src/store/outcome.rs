//! What became of the seasons of a show: which were released, and which questions were answered.

use std::collections::HashMap;

use ::entity::ids::ShowId;
use ::entity::kinds::DatePrecision;
use ::entity::{resolution, season};
use chrono::{Datelike as _, Months, NaiveDate};
use sea_orm::{ColumnTrait as _, DatabaseConnection, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use crate::store::list::any_of;
use crate::store::loader::Relation;

/// All seasons of a show by number, to be looked through.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AllSeasonsOfShow;

impl Relation for AllSeasonsOfShow {
    type Key = ShowId;
    type Answer = Vec<season::Model>;

    async fn load(&self, db: &DatabaseConnection, keys: &[ShowId]) -> Result<HashMap<ShowId, Self::Answer>, DbErr> {
        let of_shows = any_of(season::Column::ShowId.into_expr(), keys.iter().map(|key| (*key).into()));
        let select = season::Entity::find().filter(of_shows).order_by_asc(season::Column::Number);
        let mut seasons: HashMap<_, Vec<_>> = HashMap::new();
        for season in select.all(db).await? {
            seasons.entry(season.show_id).or_default().push(season);
        }
        Ok(seasons)
    }
}

/// The answered questions of a show, by target season.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ResolutionsOfShow;

impl Relation for ResolutionsOfShow {
    type Key = ShowId;
    type Answer = Vec<resolution::Model>;

    async fn load(&self, db: &DatabaseConnection, keys: &[ShowId]) -> Result<HashMap<ShowId, Self::Answer>, DbErr> {
        let of_shows = any_of(resolution::Column::ShowId.into_expr(), keys.iter().map(|key| (*key).into()));
        let select = resolution::Entity::find().filter(of_shows).order_by_asc(resolution::Column::SeasonNumber);
        let mut resolutions: HashMap<_, Vec<_>> = HashMap::new();
        for resolution in select.all(db).await? {
            resolutions.entry(resolution.show_id).or_default().push(resolution);
        }
        Ok(resolutions)
    }
}

/// Whether a day, as exact as it is known, has surely passed on `as_of`; an unknown one has not.
pub fn has_come(day: Option<NaiveDate>, precision: Option<DatePrecision>, as_of: NaiveDate) -> bool {
    let latest = day.and_then(|day| match precision {
        Some(DatePrecision::Month) => day.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt(),
        Some(DatePrecision::Year) => day.with_ordinal(1)?.checked_add_months(Months::new(12))?.pred_opt(),
        Some(DatePrecision::Day) | None => Some(day),
    });
    latest.is_some_and(|latest| latest <= as_of)
}

#[cfg(test)]
mod tests {
    use ::entity::kinds::DatePrecision;
    use chrono::NaiveDate;

    use super::has_come;

    #[test]
    fn a_month_has_come_on_its_last_day() {
        let day = |month, day| NaiveDate::from_ymd_opt(2024, month, day).unwrap();
        let in_february = |as_of| has_come(Some(day(2, 1)), Some(DatePrecision::Month), as_of);
        assert!(!in_february(day(2, 28)));
        assert!(in_february(day(2, 29)));
        assert!(!has_come(Some(day(1, 1)), Some(DatePrecision::Year), day(12, 30)));
        assert!(!has_come(None, None, day(12, 30)));
    }
}
