//! Track records: who was right before.
//!
//! A voucher's reliability is a Beta distribution (Jøsang & Ismail 2002): α counts what it got right, β what it got wrong, and every class
//! starts from a record of its own. Being right about the obvious teaches nothing, so each outcome is weighed by its *surprise*: with q
//! the chance that the model gave the claim without this voucher, being right adds 2(1 − q) to α and being wrong adds 2q to β. That
//! recovers the true reliability at any base rate; an outlet that repeats the obvious stays where it began. Old outcomes
//! halve in two years.
//!
//! A claim resolves when the question does, or when its own window has lapsed by more than 180 days (wrong, at half weight, for filming and
//! release). Entries are written once, by the side that holds the claims; an assessment only reads them.
//!
//! ```
//! use greenlight::renewal::{Day, Parameters, Record, Share, Stance, Probability, Voucher, VoucherClass, VoucherId, reliability};
//!
//! let day = Day::from_ymd_opt(2025, 1, 1).unwrap();
//! let outlet = Voucher { class: VoucherClass::OutletInsider, id: VoucherId::new("newsen")? };
//! let unknown = reliability(&outlet, &[], day, Parameters::rc1());
//! let right_when_unlikely = Record {
//!     voucher: outlet.clone(),
//!     resolved_on: day,
//!     right: true,
//!     prior_probability: Probability::new(0.2)?,
//!     stance: Stance::Supports,
//!     weight: Share::ALL,
//! };
//! let proven = reliability(&outlet, &[right_when_unlikely], day, Parameters::rc1());
//! assert!((proven.alpha() - unknown.alpha() - 2.0 * 0.8).abs() < 1e-12);
//! assert!(proven.mean() > unknown.mean());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::cmp::Ordering;

use serde::Deserialize;
use serde::Serialize;

use crate::renewal::assess::assess;
use crate::renewal::case::Case;
use crate::renewal::claim::Claim;
use crate::renewal::claim::Voucher;
use crate::renewal::parameters::Parameters;
use crate::renewal::reliability::Reliability;
use crate::renewal::said::Stance;
use crate::renewal::scale::Probability;
use crate::renewal::scale::Share;
use crate::renewal::span::Day;
use crate::renewal::span::Span;
use crate::renewal::window::Milestone;

/// One resolved claim of a voucher; at most one for each origin.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Whose.
    pub voucher: Voucher,
    /// When it turned out.
    pub resolved_on: Day,
    /// How.
    pub right: bool,
    /// The model's probability on the day before the claim, without this voucher.
    pub prior_probability: Probability,
    /// What the claim said.
    pub stance: Stance,
    /// 1, or ½ for a window that lapsed.
    pub weight: Share,
}

impl Record {
    /// A total order, so that sums do not depend on how records came in.
    pub(super) fn order(a: &Self, b: &Self) -> Ordering {
        (&a.voucher, a.resolved_on, a.right, a.stance)
            .cmp(&(&b.voucher, b.resolved_on, b.right, b.stance))
            .then(a.prior_probability.value().total_cmp(&b.prior_probability.value()))
            .then(a.weight.value().total_cmp(&b.weight.value()))
    }

    /// What it teaches on the day on which it turned out, 0 … 2: 2(1 − q) where it was right and 2q where it was wrong, by its weight.
    pub fn surprise(&self, parameters: &Parameters) -> f64 {
        let floor = parameters.record.floor.value();
        let supported = self.prior_probability.value();
        let said = if self.stance == Stance::Supports { supported } else { 1.0 - supported };
        let expected = said.clamp(floor, 1.0 - floor);
        2.0 * self.weight.value() * if self.right { 1.0 - expected } else { expected }
    }

    /// What it adds to (α, β) on a day.
    fn lesson(&self, as_of: Day, parameters: &Parameters) -> (f64, f64) {
        let age = Span::between(self.resolved_on, as_of);
        let learnt = self.surprise(parameters) * age.decay(parameters.record.half_life_days.value());
        if self.right { (learnt, 0.0) } else { (0.0, learnt) }
    }
}

/// What is left on one day of what was learnt on another: it halves in two years, and so doubles when it is traced backwards.
///
/// Because all lessons age alike, their sum can be kept for one day and read for any other.
pub fn remembered(learnt_on: Day, as_of: Day, parameters: &Parameters) -> f64 {
    let age = Span::between(learnt_on, as_of).as_f64();
    (-age / parameters.record.half_life_days.value()).exp2()
}

/// How reliable a voucher is on a day, from its class and what of its record had turned out by then.
pub fn reliability<'a>(
    voucher: &Voucher,
    records: impl IntoIterator<Item = &'a Record>,
    as_of: Day,
    parameters: &Parameters,
) -> Reliability {
    let own = records.into_iter().filter(|record| record.voucher == *voucher && record.resolved_on <= as_of);
    let (right, wrong) = own.fold((0.0, 0.0), |(right, wrong), record| {
        let (more_right, more_wrong) = record.lesson(as_of, parameters);
        (right + more_right, wrong + more_wrong)
    });
    parameters.reliability.of(voucher.class).learning(right, wrong)
}

/// How a claim turned out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// When that was clear.
    pub resolved_on: Day,
    /// Whether it was right.
    pub right: bool,
    /// 1, or ½ for a window that lapsed.
    pub weight: Share,
}

/// How the question was answered, if it was: on which day, and whether the season came.
pub type Resolution = (Day, bool);

/// How a claim had turned out by a day; `None` = that is open, or it takes no side.
///
/// What comes first counts: a window of filming or release that lapsed by more than 180 days before the answer was a wrong claim
/// at half weight, whatever the answer.
pub fn claim_outcome(
    claim: &Claim,
    resolution: Option<Resolution>,
    today: Day,
    parameters: &Parameters,
) -> Option<Outcome> {
    let stance = claim.stance()?;
    let answered = resolution.filter(|(day, _)| *day <= today).map(|(resolved_on, came)| Outcome {
        resolved_on,
        right: came == (stance == Stance::Supports),
        weight: Share::ALL,
    });
    let lapsed = lapse(claim, parameters).filter(|lapsed| stance == Stance::Supports && lapsed.resolved_on <= today);
    match (answered, lapsed) {
        (Some(answered), Some(lapsed)) if lapsed.resolved_on < answered.resolved_on => Some(lapsed),
        (Some(answered), _) => Some(answered),
        (None, lapsed) => lapsed,
    }
}

fn lapse(claim: &Claim, parameters: &Parameters) -> Option<Outcome> {
    let window =
        claim.window().filter(|window| matches!(window.milestone(), Milestone::Filming | Milestone::Release))?;
    let rules = &parameters.record;
    let resolved_on = Span::days(rules.lapse_days + 1).after(window.to());
    Some(Outcome { resolved_on, right: false, weight: rules.lapse_weight })
}

/// The entry that a resolved claim leaves in its voucher's record.
///
/// The case is the one in which the claim stands; it is assessed as of the day before the claim, without the voucher.
pub fn record_entry(case: &Case, claim: &Claim, outcome: Outcome, parameters: &Parameters) -> Option<Record> {
    let stance = claim.stance()?;
    let before = case.without_voucher(claim.voucher()).on(Span::days(-1).after(claim.claimed_on()));
    Some(Record {
        voucher: claim.voucher().clone(),
        resolved_on: outcome.resolved_on,
        right: outcome.right,
        prior_probability: assess(&before, parameters).probability(),
        stance,
        weight: outcome.weight,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::renewal::examples;

    const CLAIM: &str = r#"{"as_of": "2027-06-01", "complete_on": "2025-01-24", "prior": [],
        "claims": [{"id": "a", "origin": "o", "voucher": {"class": "outlet_insider", "id": "xports"}, "stance": 1, "kind": "production",
        "certainty": "confirmed", "fidelity": 1, "claimed_on": "2025-09-23", "known_at": "2025-09-23",
        "window": {"milestone": "filming", "from": "2026-06-01", "to": "2026-08-31"}}]}"#;

    fn day(year: i32, month: u32, day: u32) -> Day {
        Day::from_ymd_opt(year, month, day).unwrap()
    }

    fn turned_out(resolution: Option<Resolution>, today: Day) -> Option<(Day, bool, f64)> {
        let case = examples::case(CLAIM);
        let found = claim_outcome(&case.claims()[0], resolution, today, Parameters::rc1());
        found.map(|outcome| (outcome.resolved_on, outcome.right, outcome.weight.value()))
    }

    #[test]
    fn a_claim_is_right_when_the_season_comes_and_open_until_then() {
        let ordered = Some((day(2026, 3, 1), true));
        assert_eq!(turned_out(ordered, day(2026, 3, 1)), Some((day(2026, 3, 1), true, 1.0)));
        assert_eq!(turned_out(ordered, day(2026, 2, 28)), None);
    }

    #[test]
    fn a_filming_window_lapses_after_180_days_as_half_a_mistake() {
        assert_eq!(turned_out(None, day(2027, 2, 27)), None);
        assert_eq!(turned_out(None, day(2027, 2, 28)), Some((day(2027, 2, 28), false, 0.5)));
        let ordered_later = Some((day(2027, 5, 1), true));
        assert_eq!(turned_out(ordered_later, day(2027, 6, 1)), Some((day(2027, 2, 28), false, 0.5)));
    }

    #[test]
    fn an_entry_remembers_the_number_of_the_day_before_without_the_voucher() {
        let case = examples::trauma_code();
        let claim = case.claims().iter().find(|claim| claim.id().as_str() == "A1-report").unwrap();
        let outcome = Outcome { resolved_on: day(2026, 3, 1), right: true, weight: Share::ALL };
        let entry = record_entry(&case, claim, outcome, Parameters::rc1()).unwrap();
        let before = assess(&case.on(day(2025, 9, 22)).without_voucher(claim.voucher()), Parameters::rc1());
        assert_eq!((entry.prior_probability, entry.stance), (before.probability(), Stance::Supports));
    }

    #[test]
    fn lessons_may_be_summed_on_any_day_and_read_on_another() {
        let (first, later, read) = (day(2000, 1, 1), day(2025, 3, 1), day(2027, 1, 1));
        let parameters = Parameters::rc1();
        let there = remembered(later, first, parameters);
        assert!(there > 1.0, "it grows backwards");
        let straight = remembered(later, read, parameters);
        assert!((there * remembered(first, read, parameters) / straight - 1.0).abs() < 1e-12);
        assert!((remembered(day(2025, 1, 1), read, parameters) - 0.5).abs() < 1e-12);
    }

    #[test]
    fn repeating_the_obvious_teaches_little_and_old_lessons_fade() {
        let lesson = |p: f64, right, on| {
            let voucher = examples::case(CLAIM).claims()[0].voucher().clone();
            let (prior_probability, stance) = (Probability::new(p).unwrap(), Stance::Supports);
            let record = Record { voucher, resolved_on: on, right, prior_probability, stance, weight: Share::ALL };
            record.lesson(day(2027, 1, 1), Parameters::rc1())
        };
        assert!((lesson(0.99, true, day(2027, 1, 1)).0 - 0.1).abs() < 1e-12, "certainty stops at .95");
        assert!((lesson(0.99, false, day(2027, 1, 1)).1 - 1.9).abs() < 1e-12);
        assert!((lesson(0.5, true, day(2025, 1, 1)).0 - 0.5).abs() < 1e-12, "730 days halve it");
    }
}
