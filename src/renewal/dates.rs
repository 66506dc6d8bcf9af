//! The date lint: a report cannot be older than what it tells of.
//!
//! Dates are copied, translated and invented like everything else, and a wrong one leaks the future into the past. But a report that tells of
//! an award in the past tense was written after the award. The latest of such facts is the report's *lower bound*. If the date that the
//! report claims for its news lies more than 30 days before that, it is a contradiction of kind CHRONOLOGY, and the report's effective day is
//! a date that another claim of the same origin corroborates, else the lower bound. Nothing is deleted: the claimed date stays
//! as the losing side.
//!
//! The launch case: an article says "on May 23" and tells of awards that were announced on 16 September. The real day was 23 September.
//!
//! ```
//! use greenlight::renewal::{Day, DatedReport, PastFact, FactId, lint_date};
//!
//! let day = |m, d| Day::from_ymd_opt(2025, m, d).unwrap();
//! let told = [PastFact { fact: FactId::new("seoul-drama-awards")?, on: day(9, 16) }];
//! let report = DatedReport { claimed_on: day(5, 23), is_news: true, tells_of: &told, corroborated_on: Some(day(9, 23)) };
//! let verdict = lint_date(&report);
//! assert_eq!(verdict.effective_on, day(9, 23));
//! assert_eq!(verdict.contradiction.unwrap().lower_bound, day(9, 16));
//! # Ok::<(), greenlight::renewal::Empty>(())
//! ```

use crate::renewal::span::Day;
use crate::renewal::span::Span;
use crate::renewal::text::FactId;

/// So many days before its lower bound a date may be an honest slip.
const TOLERANCE: Span = Span::days(30);

/// A dated fact that a report tells in the past tense: an award, a premiere, a chart week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastFact {
    /// Which.
    pub fact: FactId,
    /// When it happened.
    pub on: Day,
}

/// A report with the date that it claims.
#[derive(Clone, Copy, Debug)]
pub struct DatedReport<'a> {
    /// The day that it gives for its news, or on which it says it was published.
    pub claimed_on: Day,
    /// Whether it presents the claim as news, rather than looking back.
    pub is_news: bool,
    /// What it tells in the past tense.
    pub tells_of: &'a [PastFact],
    /// The day that another claim of the same origin gives; `None` = none does.
    pub corroborated_on: Option<Day>,
}

/// A date that cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anachronism {
    /// What the report says.
    pub claimed_on: Day,
    /// Before this it cannot have been written.
    pub lower_bound: Day,
    /// The facts that say so.
    pub grounds: Vec<FactId>,
    /// Whether the effective day is corroborated, rather than the bound itself.
    pub is_corroborated: bool,
}

/// When a report's news is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateVerdict {
    /// The day that counts.
    pub effective_on: Day,
    /// Before this it cannot have been known; `None` = it tells of nothing dated.
    pub lower_bound: Option<Day>,
    /// `None` = the claimed date can be.
    pub contradiction: Option<Anachronism>,
}

/// Checks a report's date against what it tells of.
pub fn lint_date(report: &DatedReport) -> DateVerdict {
    let lower_bound = report.tells_of.iter().map(|fact| fact.on).max();
    let contradiction =
        lower_bound.filter(|bound| is_impossible(report, *bound)).map(|bound| anachronism(report, bound));
    let effective_on = match &contradiction {
        Some(found) => corroborated(report, found.lower_bound).unwrap_or(found.lower_bound),
        None => report.claimed_on,
    };
    DateVerdict { effective_on, lower_bound, contradiction }
}

fn is_impossible(report: &DatedReport, bound: Day) -> bool {
    report.is_news && Span::between(report.claimed_on, bound) > TOLERANCE
}

/// A corroboration that is itself impossible corroborates nothing.
fn corroborated(report: &DatedReport, bound: Day) -> Option<Day> {
    report.corroborated_on.filter(|day| *day >= bound)
}

fn anachronism(report: &DatedReport, lower_bound: Day) -> Anachronism {
    let after = report.tells_of.iter().filter(|told| Span::between(report.claimed_on, told.on) > TOLERANCE);
    Anachronism {
        claimed_on: report.claimed_on,
        lower_bound,
        grounds: after.map(|told| told.fact.clone()).collect(),
        is_corroborated: corroborated(report, lower_bound).is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> Day {
        Day::from_ymd_opt(2025, month, day).unwrap()
    }

    fn verdict(claimed_on: Day, is_news: bool, corroborated_on: Option<Day>) -> DateVerdict {
        let told = |name: &str, on| PastFact { fact: FactId::new(name).unwrap(), on };
        let tells_of = [told("premiere", day(1, 24)), told("award", day(9, 16))];
        lint_date(&DatedReport { claimed_on, is_news, tells_of: &tells_of, corroborated_on })
    }

    #[test]
    fn thirty_days_are_a_slip_and_one_more_is_a_contradiction() {
        assert_eq!(verdict(day(8, 17), true, None).contradiction, None);
        let found = verdict(day(8, 16), true, None);
        assert_eq!(found.effective_on, day(9, 16));
        assert_eq!(found.contradiction.unwrap().grounds, [FactId::new("award").unwrap()]);
    }

    #[test]
    fn looking_back_is_no_contradiction() {
        let found = verdict(day(5, 23), false, None);
        assert_eq!((found.effective_on, found.contradiction), (day(5, 23), None));
        assert_eq!(found.lower_bound, Some(day(9, 16)));
    }

    #[test]
    fn an_impossible_corroboration_is_not_used() {
        let found = verdict(day(5, 23), true, Some(day(6, 1)));
        assert_eq!(found.effective_on, day(9, 16));
        assert!(!found.contradiction.unwrap().is_corroborated);
    }
}
