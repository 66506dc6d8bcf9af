//! The same question day after day: on every day on which something became known, and on the first of every month.

use std::collections::{BTreeSet, HashMap};

use chrono::{Datelike as _, Days, NaiveDate};
use sea_orm::{DatabaseConnection, DbErr};

use crate::store::as_of::AsOf;
use crate::store::evidence::features::published;
use crate::store::evidence::rows::{ClaimRows, Rows, ShowRows, read};
use crate::store::evidence::{Evidence, Question, Trust};
use crate::store::loader::Relation;
use crate::store::node::NodeKey;

/// How a question stood on each day on which that may have changed, by as many statements as one day takes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EvidenceUntil {
    /// The last day.
    pub as_of: AsOf,
    /// Claims, reports, origins, outlets and facts that are left out.
    pub without: Vec<NodeKey>,
    /// Whom to believe.
    pub trust: Trust,
}

impl Relation for EvidenceUntil {
    type Key = Question;
    /// By day; empty = the question was never open.
    type Answer = Vec<Evidence>;

    async fn load(
        &self,
        db: &DatabaseConnection,
        questions: &[Question],
    ) -> Result<HashMap<Question, Vec<Evidence>>, DbErr> {
        let shows = questions.iter().map(|question| question.show).collect();
        let rows = read(db, &shows).await?;
        questions.iter().map(|question| Ok((*question, self.of(&rows, *question)?))).collect()
    }
}

impl EvidenceUntil {
    fn of(&self, rows: &Rows, question: Question) -> Result<Vec<Evidence>, DbErr> {
        let last = self.as_of.day();
        let Some(today) = rows.evidence(question, last, &self.without, &self.trust)? else { return Ok(Vec::new()) };
        let first = today.complete_on;
        let of_show = rows.shows.get(&question.show);
        let mut days = months(first, last);
        days.extend(of_show.into_iter().flat_map(turns));
        days.extend(rows.checks.iter().map(|check| check.checked_at.date_naive()));
        days.extend(rows.records.iter().map(|(record, _)| record.resolved_on));
        days.extend([first, last]);
        let within = days.range(first..=last);
        let of_day = |day: &NaiveDate| rows.evidence(question, *day, &self.without, &self.trust).transpose();
        within.filter_map(of_day).collect()
    }
}

/// The days on which something about a show became known, was taken back, or was settled.
fn turns(show: &ShowRows) -> BTreeSet<NaiveDate> {
    let withdrawn = |rows: &ClaimRows| {
        let report = rows.report.as_ref().and_then(|report| report.withdrawn_at);
        [rows.claim.withdrawn_at, report].into_iter().flatten().map(|at| at.date_naive())
    };
    let mut days: BTreeSet<_> = show.claims.iter().map(|rows| rows.claim.known_at).collect();
    days.extend(show.claims.iter().flat_map(withdrawn));
    days.extend(show.entries.iter().map(|(entry, _)| published(entry.week)));
    days.extend(show.wins.iter().filter_map(|win| win.ceremony.announced_on.or(win.ceremony.held_on)));
    days.extend(show.resolutions.iter().map(|answer| answer.resolved_on));
    days.extend(show.resolutions.iter().filter_map(|answer| answer.reversed_on));
    days.extend(show.seasons.iter().filter_map(|season| season.premiered_on));
    days
}

/// The first of every month from one day to another.
fn months(first: NaiveDate, last: NaiveDate) -> BTreeSet<NaiveDate> {
    let next = |day: &NaiveDate| day.with_day(1)?.checked_add_days(Days::new(31))?.with_day(1);
    let firsts = std::iter::successors(next(&first), next);
    firsts.take_while(|day| *day <= last).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_begin_after_the_first_day_and_end_by_the_last() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let firsts: Vec<_> = months(day("2024-12-31"), day("2025-03-01")).into_iter().collect();
        assert_eq!(firsts, ["2025-01-01", "2025-02-01", "2025-03-01"].map(day));
        assert!(months(day("2025-01-01"), day("2025-01-31")).is_empty());
    }
}
