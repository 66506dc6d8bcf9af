//! What became of the questions about the seasons of a show.

use std::collections::HashMap;
use std::sync::Arc;

use ::entity::ids::{ClaimId, ShowId};
use ::entity::kinds::Outcome;
use ::entity::{resolution, season};
use chrono::NaiveDate;
use sea_orm::{ColumnTrait as _, DatabaseConnection, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use crate::renewal::Parameters;
use crate::store::decision::horizon;
use crate::store::list::any_of;
use crate::store::loader::Relation;
use crate::store::release::has_begun;
use crate::store::target::{complete_on, numbered};

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

/// How a question was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// Yes, no or void.
    pub outcome: Outcome,
    /// Day of the answer.
    pub on: NaiveDate,
    /// Why, in a sentence.
    pub reason: String,
    /// The deciding claim; null = the catalog itself.
    pub claim: Option<ClaimId>,
    /// Its page; null = none.
    pub url: Option<String>,
    /// Ordered, later withdrawn; null = stands.
    pub reversed_on: Option<NaiveDate>,
}

impl From<&resolution::Model> for Answered {
    fn from(answer: &resolution::Model) -> Self {
        Self {
            outcome: answer.outcome,
            on: answer.resolved_on,
            reason: answer.reason.clone(),
            claim: answer.claim_id,
            url: answer.url.clone(),
            reversed_on: answer.reversed_on,
        }
    }
}

/// How the question of a season stood answered on a day; null = it was not. The first that holds: an answer is recorded, or an
/// order of the next later season, which is one of this; the season is out, which is a yes; the horizon has passed, which is a no.
pub fn answered(
    season: i32,
    seasons: &[Arc<season::Model>],
    resolutions: &[resolution::Model],
    day: NaiveDate,
) -> Option<Answered> {
    let speaks = |answer: &&resolution::Model| {
        answer.season_number == season || (answer.season_number > season && answer.outcome == Outcome::Renewed)
    };
    let recorded = resolutions.iter().filter(|answer| answer.resolved_on <= day).filter(speaks);
    recorded
        .min_by_key(|answer| answer.season_number)
        .map(Answered::from)
        .or_else(|| released(season, seasons, day))
        .or_else(|| lapsed(season, seasons, day))
}

fn released(season: i32, seasons: &[Arc<season::Model>], day: NaiveDate) -> Option<Answered> {
    let on = numbered(seasons, season).filter(|season| has_begun(season, day))?.premiered_on?;
    Some(by_the_catalog(Outcome::Renewed, on, format!("Season {season} was released.")))
}

fn lapsed(season: i32, seasons: &[Arc<season::Model>], day: NaiveDate) -> Option<Answered> {
    let on = complete_on(seasons, season).map(horizon).filter(|last| *last < day)?;
    let days = Parameters::rc1().horizon().count();
    let reason = format!("No season {season} was ordered or released within {days} days of the end of the one before.");
    Some(by_the_catalog(Outcome::NotRenewed, on, reason))
}

fn by_the_catalog(outcome: Outcome, on: NaiveDate, reason: String) -> Answered {
    Answered { outcome, on, reason, claim: None, url: None, reversed_on: None }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn on(day: &str, second: Option<&str>, resolutions: &[resolution::Model]) -> Option<(Outcome, String)> {
        let season = |number, premiered: Option<&str>, completed: Option<&str>| {
            let precision = |date: Option<&str>| date.map(|_| "day");
            let row = json!({"id": number, "show_id": 1, "number": number, "premiered_on": premiered, "completed_on": completed,
                "premiered_on_precision": precision(premiered), "completed_on_precision": precision(completed)});
            Arc::new(serde_json::from_value(row).unwrap())
        };
        let first = season(1, Some("2020-01-10"), Some("2020-01-24"));
        let seasons = [Some(first), second.map(|premiere| season(2, Some(premiere), None))];
        let seasons: Vec<_> = seasons.into_iter().flatten().collect();
        let found = answered(2, &seasons, resolutions, day.parse().unwrap());
        found.map(|answer| (answer.outcome, answer.on.to_string()))
    }

    #[test]
    fn a_record_goes_before_the_catalog_from_its_day_on() {
        let ordered: resolution::Model = serde_json::from_value(json!({"id": 1, "show_id": 1, "season_number": 2,
            "outcome": "renewed", "resolved_on": "2020-06-01", "reason": "ordered"}))
        .unwrap();
        let ordered = [ordered];
        assert_eq!(on("2020-05-31", Some("2021-01-01"), &ordered), None);
        for day in ["2020-06-01", "2021-01-01", "2030-01-01"] {
            assert_eq!(on(day, Some("2021-01-01"), &ordered), Some((Outcome::Renewed, "2020-06-01".into())));
        }
    }

    #[test]
    fn a_release_is_a_yes_and_the_horizon_a_no_on_the_day_after_it() {
        assert_eq!(on("2020-12-31", Some("2021-01-01"), &[]), None);
        assert_eq!(on("2021-01-01", Some("2021-01-01"), &[]), Some((Outcome::Renewed, "2021-01-01".into())));
        assert_eq!(on("2023-01-23", None, &[]), None, "the last day that counts");
        assert_eq!(on("2023-01-24", None, &[]), Some((Outcome::NotRenewed, "2023-01-23".into())));
    }
}
