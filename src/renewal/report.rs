//! One report: how far what somebody says moves the odds.
//!
//! Between the truth and the page stand several noisy links: the source may be wrong, the chain of retellings unfaithful, the wording
//! hedged. Each is a binary symmetric channel, and along channels correlations multiply:
//!
//! > δ = (2r̄ − 1) · (2f − 1) · certainty · κ,  LLR = ± ln((1 + δ)/(1 − δ))
//!
//! This is the *exact* likelihood ratio, marginal over the Beta of the source's reliability; no approximation is made. κ = .75 takes the
//! edge off a claim worded "confirmed" that the platform answered within 60 days without confirming. An official statement is judged
//! without κ: what the platform itself said, it said.
//!
//! How unsure the LLR is follows from how unsure the reliability and the wording are (the delta method): with v the variance of 2r − 1, m
//! its mean, g = (2f − 1)κ and s the sd of the wording,
//!
//! > Var δ = (v + m²)·g²·(certainty² + s²) − δ²,  Var LLR = Var δ · (2/(1 − δ²))²
//!
//! A platform's reply has a worth in place of stance and certainty, from −.60 (no plans) to +.45 (positive talks).
//!
//! ```
//! use greenlight::renewal::{Certainty, Fidelity, Parameters, VoucherClass, report_strength};
//!
//! // An outlet's insiders "confirm" it, read in an aggregator: odds not quite doubled.
//! let outlet = Parameters::rc1().reliability_of(VoucherClass::OutletInsider);
//! let strength = report_strength(outlet, Fidelity::new(0.95)?, Certainty::Confirmed, Parameters::rc1());
//! assert!((strength.odds_multiplier().value() - 2.115).abs() < 0.001);
//! // A coin, retold faithfully, says nothing.
//! let coin = Fidelity::new(0.5)?;
//! assert_eq!(report_strength(outlet, coin, Certainty::Confirmed, Parameters::rc1()).value(), 0.0);
//! # Ok::<(), greenlight::renewal::OutOfRange>(())
//! ```

use crate::renewal::case::Known;
use crate::renewal::claim::Claim;
use crate::renewal::parameters::Parameters;
use crate::renewal::record::reliability;
use crate::renewal::reliability::Reliability;
use crate::renewal::said::Certainty;
use crate::renewal::said::Said;
use crate::renewal::scale::Fidelity;
use crate::renewal::scale::LogOdds;
use crate::renewal::span::Span;

/// What one claim is worth in the direction that it speaks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Strength {
    /// The correlation with the truth; negative when its source is mostly wrong.
    pub(super) delta: f64,
    /// ln((1 + δ)/(1 − δ)).
    pub(super) log_ratio: f64,
    /// Of the log ratio.
    pub(super) variance: f64,
}

impl Strength {
    /// Reliability × retelling (fidelity and κ) × wording (worth and its sd).
    pub(super) fn of(source: Reliability, carried: f64, worth: f64, worth_sd: f64) -> Self {
        let mean = source.correlation();
        let delta = mean * carried * worth;
        let second_moment =
            (source.variance() + mean * mean) * carried * carried * (worth * worth + worth_sd * worth_sd);
        let slope = 2.0 / (1.0 - delta * delta);
        Self {
            delta,
            log_ratio: ((1.0 + delta) / (1.0 - delta)).ln(),
            variance: (second_moment - delta * delta) * slope * slope,
        }
    }
}

/// How far a statement of such a source, retold so faithfully and worded so firmly, moves the odds.
pub fn report_strength(
    source: Reliability,
    fidelity: Fidelity,
    certainty: Certainty,
    parameters: &Parameters,
) -> LogOdds {
    let worth = parameters.wording.of(certainty).value();
    LogOdds::nearest(Strength::of(source, fidelity.correlation().value(), worth, 0.0).log_ratio)
}

/// A claim with its worth, before the platform's later replies are held against it, and after.
pub(super) struct Weighed<'a> {
    pub(super) claim: &'a Claim,
    /// As said; what decides whether a platform's statement is official.
    pub(super) plain: Strength,
    /// With κ where it applies.
    pub(super) dampened: Strength,
}

/// Every known claim that takes a side or is a platform's reply, with its worth.
pub(super) fn weigh<'a>(known: &Known<'a>, parameters: &Parameters) -> Vec<Weighed<'a>> {
    let counts = |claim: &&Claim| claim.stance().is_some() || claim.platform_reply().is_some();
    known.claims.iter().copied().filter(counts).map(|claim| weigh_one(claim, known, parameters)).collect()
}

fn weigh_one<'a>(claim: &'a Claim, known: &Known<'a>, parameters: &Parameters) -> Weighed<'a> {
    let source = reliability(claim.voucher(), known.records.iter().copied(), known.as_of, parameters);
    let (worth, worth_sd) = match claim.said() {
        Said::Statement { certainty, .. } => {
            (parameters.wording.of(certainty).value(), parameters.wording.sd(certainty))
        }
        Said::Reply(reply) => (parameters.replies.of(reply), parameters.replies.sd.value()),
    };
    let carried = claim.fidelity().correlation().value();
    let plain = Strength::of(source, carried, worth, worth_sd);
    let dampened = if is_answered_without_confirming(claim, known, parameters) {
        Strength::of(source, carried * parameters.dampening.factor.value(), worth, worth_sd)
    } else {
        plain
    };
    Weighed { claim, plain, dampened }
}

/// Whether a platform's reply followed a claim worded "confirmed" within the days of κ.
fn is_answered_without_confirming(claim: &Claim, known: &Known, parameters: &Parameters) -> bool {
    matches!(claim.said(), Said::Statement { certainty: Certainty::Confirmed, .. })
        && known.replies().any(|reply| {
            let days = Span::between(claim.claimed_on(), reply.claimed_on()).count();
            (0..=parameters.dampening.within_days).contains(&days)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::renewal::claim::VoucherClass;

    /// The closed form against numbers: the likelihood ratio with the Beta integrated out by the midpoint rule.
    #[test]
    fn the_closed_form_equals_quadrature_over_the_beta() {
        for (alpha, beta, carried, worth) in
            [(5.8, 2.5, 0.9, 1.0), (6.0, 4.0, 1.0, 0.45), (10.6, 9.4, 0.675, 0.75), (2.0, 7.0, 0.9, 1.0)]
        {
            let closed = Strength::of(Reliability::try_from((alpha, beta)).unwrap(), carried, worth, 0.0).log_ratio;
            let density = |r: f64| r.powf(alpha - 1.0) * (1.0 - r).powf(beta - 1.0);
            let integral =
                |f: &dyn Fn(f64) -> f64| -> f64 { (0..200_000).map(|i| f((f64::from(i) + 0.5) / 200_000.0)).sum() };
            let says_so_if_true = integral(&|r| density(r) * (1.0 + (2.0 * r - 1.0) * carried * worth));
            let says_so_if_false = integral(&|r| density(r) * (1.0 - (2.0 * r - 1.0) * carried * worth));
            assert!((closed - (says_so_if_true / says_so_if_false).ln()).abs() < 1e-4);
        }
    }

    #[test]
    fn only_a_first_hand_or_verbatim_statement_of_a_platform_is_strong_enough_to_be_official() {
        let platform = Parameters::rc1().reliability_of(VoucherClass::Platform);
        let delta = |fidelity: f64| Strength::of(platform, 2.0 * fidelity - 1.0, 1.0, 0.0).delta;
        assert!(delta(0.99) >= 0.95 && delta(0.98) < 0.95);
    }
}
