//! How a season charted in its first 35 days.
//!
//! The hours that people watched in the first five weeks are the best single sign of an order; they count by their logarithm, in
//! units of half a power of ten around 10^7.5 hours (31.6 million):
//!
//! > z = (log10(hours) − 7.5)/.5
//!
//! Netflix publishes a week on the Tuesday after it ends; before the fifth week is out, the sum is unknown. One thing can be said earlier: a
//! season with 22 to 48 million hours in its first week that was #1 within two weeks was a hit (z = 1.156 ± .375). A season of
//! which every week is held and which never charted is *uncharted*.
//!
//! ```
//! use greenlight::renewal::{Chart, ChartWeek, Day, Parameters, chart_evidence};
//!
//! let day = |m, d| Day::from_ymd_opt(2025, m, d).unwrap();
//! let week = |m, d, rank, hours| ChartWeek { ends_on: day(m, d), rank: Some(rank), hours, fact: None };
//! let weeks = [week(1, 26, 3, 32_600_000), week(2, 2, 1, 82_700_000)];
//! let held = |as_of| chart_evidence(day(1, 24), &weeks, as_of, Parameters::rc1());
//! assert!(matches!(held(day(2, 3)), None)); // the second week is not out before Tuesday
//! assert!(matches!(held(day(2, 4)), Some(Chart::WeekOne { .. })));
//! ```

use crate::renewal::parameters::Parameters;
use crate::renewal::scale::LogOdds;
use crate::renewal::span::Day;
use crate::renewal::span::Span;
use crate::renewal::text::FactId;

/// Days from the premiere in which hours count.
const FIRST_DAYS: i32 = 35;
/// Full weeks in them.
const WEEKS: usize = 5;
/// A week that ends on a Sunday is published two days later.
const PUBLISHED_AFTER: Span = Span::days(2);

/// One week of the platform's chart that is held, whether the season was on it or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartWeek {
    /// Its last day, a Sunday.
    pub ends_on: Day,
    /// The season's rank; `None` = it was not on the chart.
    pub rank: Option<u16>,
    /// Hours viewed in that week; 0 = not on the chart.
    pub hours: u64,
    /// The chart entry.
    pub fact: Option<FactId>,
}

/// What is known of the first 35 days.
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    /// All hours.
    Hours {
        /// (log10(hours) − 7.5)/.5.
        z: LogOdds,
        /// When the last of them was published.
        known_at: Day,
        /// The chart entries.
        facts: Vec<FactId>,
    },
    /// Only that its beginning was a hit.
    WeekOne {
        /// When that was published.
        known_at: Day,
        /// The chart entries.
        facts: Vec<FactId>,
    },
    /// Its weeks are held, and it was on none of them.
    Uncharted {
        /// When the last of them was published.
        known_at: Day,
    },
}

/// What the held weeks tell by a day; `None` = not enough.
pub fn chart_evidence(premiered_on: Day, weeks: &[ChartWeek], as_of: Day, parameters: &Parameters) -> Option<Chart> {
    let counts = |week: &&ChartWeek| (0..=FIRST_DAYS).contains(&Span::between(premiered_on, week.ends_on).count());
    let mut known: Vec<_> = weeks.iter().filter(counts).filter(|week| published(week) <= as_of).collect();
    known.sort_by_key(|week| week.ends_on);
    let known_at = published(known.last()?);
    if known.len() < WEEKS {
        return hit_from_the_start(&known, premiered_on, parameters);
    }
    let (hours, facts): (Vec<_>, Vec<_>) = known.iter().map(|week| (week.hours, week.fact.clone())).unzip();
    Some(match hours.iter().sum() {
        0 => Chart::Uncharted { known_at },
        sum => Chart::Hours { z: z(sum), known_at, facts: facts.into_iter().flatten().collect() },
    })
}

fn published(week: &ChartWeek) -> Day {
    PUBLISHED_AFTER.after(week.ends_on)
}

fn z(hours: u64) -> LogOdds {
    #[expect(clippy::cast_precision_loss, reason = "hours of viewing stay far below 2^53")]
    LogOdds::nearest(((hours as f64).log10() - 7.5) / 0.5)
}

fn hit_from_the_start(known: &[&ChartWeek], premiered_on: Day, parameters: &Parameters) -> Option<Chart> {
    let range = parameters.prior.week_one.least_hours..=parameters.prior.week_one.most_hours;
    let first = known.first().filter(|week| Span::between(premiered_on, week.ends_on).count() < 7)?;
    let top = known
        .iter()
        .take(2)
        .find(|week| week.rank == Some(1) && Span::between(premiered_on, week.ends_on).count() < 14)?;
    let facts = known.iter().take(2).filter_map(|week| week.fact.clone()).collect();
    range.contains(&first.hours).then_some(Chart::WeekOne { known_at: published(top).max(published(first)), facts })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> Day {
        Day::from_ymd_opt(2025, month, day).unwrap()
    }

    fn five(hours: [u64; 5]) -> Vec<ChartWeek> {
        let ends = [day(1, 26), day(2, 2), day(2, 9), day(2, 16), day(2, 23)];
        let week = |(ends_on, hours)| ChartWeek { ends_on, rank: (hours > 0).then_some(7), hours, fact: None };
        ends.into_iter().zip(hours).map(week).collect()
    }

    fn told(weeks: &[ChartWeek], as_of: Day) -> Option<Chart> {
        chart_evidence(day(1, 24), weeks, as_of, Parameters::rc1())
    }

    #[test]
    fn the_fifth_week_completes_the_hours_on_its_tuesday() {
        let weeks = five([32_600_000, 82_700_000, 40_000_000, 20_000_000, 9_200_000]);
        assert_eq!(told(&weeks, day(2, 24)), None);
        let Some(Chart::Hours { z, known_at, .. }) = told(&weeks, day(2, 25)) else { panic!("five weeks are out") };
        assert_eq!(known_at, day(2, 25));
        assert!((z.value() - (184_500_000_f64.log10() - 7.5) / 0.5).abs() < 1e-12);
    }

    #[test]
    fn a_week_after_the_first_35_days_does_not_count() {
        let mut weeks = five([1_000_000; 5]);
        weeks.push(ChartWeek { ends_on: day(3, 2), rank: Some(9), hours: 900_000_000, fact: None });
        assert_eq!(told(&weeks, day(6, 1)), told(&five([1_000_000; 5]), day(6, 1)));
    }

    #[test]
    fn held_weeks_without_the_season_say_uncharted_and_no_weeks_say_nothing() {
        assert_eq!(told(&five([0; 5]), day(2, 25)), Some(Chart::Uncharted { known_at: day(2, 25) }));
        assert_eq!(told(&five([0; 5]), day(2, 18)), None);
        assert_eq!(told(&[], day(2, 25)), None);
    }
}
