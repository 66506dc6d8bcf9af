//! The same question day after day: on every day on which something became known, and on the first of every month.

use std::collections::BTreeSet;

use chrono::{Datelike as _, Days, NaiveDate};
use sea_orm::DbErr;

use crate::store::evidence::features::published;
use crate::store::evidence::rows::{ClaimRows, ShowRows, Win};
use crate::store::evidence::{Evidence, EvidenceOf, Question};

impl ShowRows {
    /// How a question stood on each day until the one named on which that may have changed; empty = it was never open.
    pub fn until(&self, question: Question, how: &EvidenceOf) -> Result<Vec<Evidence>, DbErr> {
        let last = how.as_of.day();
        let Some(today) = self.evidence_on(last, question, how)? else { return Ok(Vec::new()) };
        let first = today.complete_on;
        let mut days = months(first, last);
        days.extend(turns(self));
        days.extend([first, last]);
        let within = days.range(first..=last);
        within.filter_map(|day| self.evidence_on(*day, question, how).transpose()).collect()
    }
}

/// The days on which something about a show became known, was taken back, or was settled.
fn turns(show: &ShowRows) -> BTreeSet<NaiveDate> {
    let withdrawn = |rows: &ClaimRows| {
        [rows.claim.withdrawn_at, rows.report_withdrawn_at].into_iter().flatten().map(|at| at.date_naive())
    };
    let mut days: BTreeSet<_> = show.claims.iter().map(|rows| rows.claim.known_at).collect();
    days.extend(show.claims.iter().flat_map(withdrawn));
    days.extend(show.charted.iter().map(|entry| published(entry.week)));
    days.extend(show.wins.iter().filter_map(Win::announced_on));
    days.extend(show.answers.iter().map(|answer| answer.resolved_on));
    days.extend(show.answers.iter().filter_map(|answer| answer.reversed_on));
    days.extend(show.seasons.iter().filter_map(|season| season.premiered_on));
    days.extend(show.checks.iter().map(|check| check.checked_at.date_naive()));
    days.extend(show.records.iter().map(|turned| turned.resolved_on));
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
