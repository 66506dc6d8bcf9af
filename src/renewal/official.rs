//! Official statements: the platform's own word.
//!
//! Only the platform that holds the rights can order the season, so its own word outweighs everything else together. A statement is official
//! when the platform takes a side and its words reached us whole: δ ≥ .95, which takes its own page or a verbatim quote. Less than
//! that is hearsay, and is weighed like any report.
//!
//! - The latest decisive day governs: everything is revocable. Opposite statements of one day cancel each other, and the day decides nothing.
//! - A confirmation discards earlier unofficial denials and the silence; a cancellation discards earlier unofficial support and keeps
//!   the silence. What is reported later counts again.
//! - A confirmation that names a date is doubted when the date passes: see [`overdue`](crate::renewal::overdue()).
//! - A retelling of an official statement has voted with it, and is not heard again as hearsay.
//!
//! ```
//! use greenlight::renewal::{ItemCode, Parameters, RenewalStatus, examples};
//!
//! let case = examples::case(r#"{"as_of": "2025-10-31", "complete_on": "2025-01-24", "claims": [
//!     {"id": "order", "origin": "page", "voucher": {"class": "platform", "id": "netflix"}, "stance": 1, "kind": "decision",
//!      "certainty": "confirmed", "fidelity": 1, "claimed_on": "2025-10-01", "known_at": "2025-10-01"}]}"#);
//! let answer = greenlight::renewal::assess(&case, Parameters::rc1());
//! assert_eq!(answer.status(), RenewalStatus::OfficiallyRenewed);
//! assert!((answer.item(&ItemCode::Official).unwrap().log_odds().value() - f64::ln(99.0)).abs() < 1e-9); // 99 to 1
//! ```

use crate::renewal::claim::Claim;
use crate::renewal::item::Item;
use crate::renewal::item::ItemCode;
use crate::renewal::item::Source;
use crate::renewal::overdue;
use crate::renewal::parameters::Parameters;
use crate::renewal::report::Strength;
use crate::renewal::report::Weighed;
use crate::renewal::said::Stance;
use crate::renewal::span::Day;

/// The statement that governs.
pub(super) struct Governing<'a> {
    pub(super) claim: &'a Claim,
    pub(super) stance: Stance,
    strength: Strength,
}

/// What the platform's own word leaves to be weighed.
pub(super) struct Hearing<'a, 'w> {
    pub(super) governing: Option<Governing<'a>>,
    /// What unofficial claims may still vote.
    pub(super) unofficial: Vec<&'w Weighed<'a>>,
    /// What the official word silenced.
    pub(super) discarded: Vec<&'a Claim>,
}

/// Sorts official statements from the rest, finds the one that governs, and drops what it silences.
pub(super) fn hear<'a, 'w>(weighed: &'w [Weighed<'a>], parameters: &Parameters) -> Hearing<'a, 'w> {
    let statements = weighed.iter().filter(|one| one.claim.stance().is_some());
    let (official, rest): (Vec<_>, Vec<_>) = statements.partition(|one| is_official(one, parameters));
    let governing = governing(&official);
    let (unofficial, silenced): (Vec<_>, Vec<_>) =
        rest.into_iter().partition(|one| !has_voted(one, &official) && !is_silenced(one, governing.as_ref()));
    Hearing { governing, unofficial, discarded: silenced.into_iter().map(|one| one.claim).collect() }
}

fn is_official(one: &Weighed, parameters: &Parameters) -> bool {
    one.claim.is_by_platform() && one.plain.delta >= parameters.official_delta.value()
}

fn governing<'a>(official: &[&Weighed<'a>]) -> Option<Governing<'a>> {
    let mut days: Vec<Day> = official.iter().map(|one| one.claim.claimed_on()).collect();
    days.dedup();
    days.iter().rev().find_map(|&day| decisive(official.iter().copied().filter(|one| one.claim.claimed_on() == day)))
}

/// The best-kept statement of a day; `None` when statements of that day contradict each other.
fn decisive<'a: 'w, 'w>(of_the_day: impl Iterator<Item = &'w Weighed<'a>>) -> Option<Governing<'a>> {
    let mut of_the_day: Vec<_> = of_the_day.collect();
    of_the_day.sort_by(|a, b| b.claim.fidelity().value().total_cmp(&a.claim.fidelity().value()));
    let best = of_the_day.first()?;
    let stance = best.claim.stance()?;
    let agree = of_the_day.iter().all(|one| one.claim.stance() == Some(stance));
    agree.then_some(Governing { claim: best.claim, stance, strength: best.plain })
}

/// Whether an official statement of the same origin says the same, no earlier.
fn has_voted(one: &Weighed, official: &[&Weighed]) -> bool {
    official.iter().any(|voted| {
        voted.claim.origin() == one.claim.origin()
            && voted.claim.stance() == one.claim.stance()
            && voted.claim.claimed_on() >= one.claim.claimed_on()
    })
}

fn is_silenced(one: &Weighed, governing: Option<&Governing>) -> bool {
    governing.is_some_and(|official| {
        one.claim.stance() != Some(official.stance) && one.claim.claimed_on() < official.claim.claimed_on()
    })
}

impl Governing<'_> {
    /// The item `official`; it stays, at 0, when its date has long passed.
    pub(super) fn item(&self, last_check: Day, parameters: &Parameters) -> Item {
        let left = overdue::left_of(self.claim.window(), last_check, parameters);
        let faded = overdue::fade(self.strength.log_ratio, self.strength.variance, left);
        let sources = vec![Source::Claim(self.claim.id().clone())];
        Item::new(ItemCode::Official, self.stance.sign() * faded.log_odds, faded.variance, sources)
    }
}

#[cfg(test)]
mod tests {
    use crate::renewal::assess::Assessment;
    use crate::renewal::assess::assess;
    use crate::renewal::examples;
    use crate::renewal::item::ItemCode;
    use crate::renewal::parameters::Parameters;
    use crate::renewal::status::RenewalStatus;

    /// A case with statements of a platform: id, origin, stance, fidelity, day.
    fn told(statements: &[(&str, &str, i8, f64, &str)]) -> Assessment {
        let claim = |(id, origin, stance, fidelity, on): &(&str, &str, i8, f64, &str)| {
            format!(
                r#"{{"id": "{id}", "origin": "{origin}", "voucher": {{"class": "platform", "id": "p"}}, "stance": {stance}, "kind": "decision",
                "certainty": "confirmed", "fidelity": {fidelity}, "claimed_on": "{on}", "known_at": "{on}"}}"#
            )
        };
        let claims: Vec<_> = statements.iter().map(claim).collect();
        let case =
            format!(r#"{{"as_of": "2025-10-31", "complete_on": "2025-01-24", "claims": [{}]}}"#, claims.join(","));
        assess(&examples::case(&case), Parameters::rc1())
    }

    #[test]
    fn opposite_statements_of_one_day_decide_nothing_and_the_day_before_governs() {
        let both = [("a", "x", 1, 1.0, "2025-06-02"), ("b", "y", -1, 1.0, "2025-06-02")];
        assert_eq!(told(&both).status(), RenewalStatus::NoNews);
        let with_earlier = [both[0], both[1], ("c", "z", -1, 1.0, "2025-06-01")];
        assert_eq!(told(&with_earlier).status(), RenewalStatus::OfficiallyCancelled);
    }

    #[test]
    fn hearsay_of_an_official_statement_is_not_heard_again() {
        let order = ("a", "page", 1, 1.0, "2025-06-02");
        let retold = told(&[order, ("b", "page", 1, 0.9, "2025-06-02")]);
        assert_eq!(retold.log_odds(), told(&[order]).log_odds());
        assert_eq!(retold.origins(), []);
    }

    #[test]
    fn hearsay_alone_is_a_report() {
        let hearsay = told(&[("a", "page", 1, 0.98, "2025-06-02")]);
        assert_eq!(hearsay.status(), RenewalStatus::ReportedRenewed);
        assert!(hearsay.item(&ItemCode::Official).is_none());
    }

    #[test]
    fn a_confirmation_ends_the_silence_and_a_cancellation_keeps_it() {
        let silence = |answer: &Assessment| answer.item(&ItemCode::Silence).unwrap().log_odds().value();
        assert!(silence(&told(&[("a", "page", 1, 1.0, "2025-06-02")])).abs() < 1e-15);
        assert!(silence(&told(&[("a", "page", -1, 1.0, "2025-06-02")])) < -0.1);
    }
}
