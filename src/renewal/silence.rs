//! Silence: what it means that the platform has said nothing.
//!
//! A platform that means to renew usually says so: half of the orders come within a year. So every watched day without news
//! makes renewal a little less likely. How long an order takes follows a Weibull distribution (k = 1.3, λ = 420 days), cut at
//! the horizon of 1,095 days; G(t) is the part of all orders that would have come by day t, and c = .95 of orders are noticed at once:
//!
//! > S = ln(1 − c·G(t))
//!
//! A platform that says "we are considering it" explains its silence: half of what it counted until then is forgiven, and the clock
//! starts again from the orders that are still to come. News never lowers: the larger of both readings counts. After a
//! confirmation there is no silence.
//!
//! "Nothing was said" and "nobody looked" differ. The clock stops on the last day on which somebody looked; each year
//! after that adds variance .25 and no evidence: the answer is *stale*.
//!
//! ```
//! use greenlight::renewal::{Parameters, Span, silence_after};
//!
//! let odds = |days| silence_after(Span::days(days), Parameters::rc1()).odds_multiplier().value();
//! assert_eq!(odds(0), 1.0);
//! assert!(odds(180) > 0.6 && odds(365) < 0.5 && odds(1095) < 0.06); // ×0.68 after half a year, ×0.05 at the horizon
//! assert_eq!(odds(2000), odds(1095));
//! ```

use crate::renewal::case::Known;
use crate::renewal::item::Item;
use crate::renewal::item::ItemCode;
use crate::renewal::item::Source;
use crate::renewal::parameters::Parameters;
use crate::renewal::rules::Silence;
use crate::renewal::said::Reply;
use crate::renewal::scale::LogOdds;
use crate::renewal::span::Span;

/// A share of 1 would leave no orders to come.
const NEARLY_ALL: f64 = 1.0 - 1e-9;

/// The evidence of so many watched days without a word, from a platform that never said it was deciding.
pub fn silence_after(days: Span, parameters: &Parameters) -> LogOdds {
    LogOdds::nearest(parameters.silence.unbroken(days.as_f64()))
}

impl Silence {
    /// The share of orders that would have come by day t, 0 … 1.
    fn come(&self, t: f64) -> f64 {
        let horizon = f64::from(self.horizon_days);
        self.weibull(t.clamp(0.0, horizon)) / self.weibull(horizon)
    }

    fn weibull(&self, t: f64) -> f64 {
        1.0 - (-(t / self.scale_days.value()).powf(self.shape.value())).exp()
    }

    fn unbroken(&self, t: f64) -> f64 {
        (1.0 - self.coverage.value() * self.come(t)).ln()
    }

    /// Silence until day t of a platform that said on day `said` that it was deciding.
    fn explained(&self, t: f64, said: f64) -> f64 {
        let before = self.come(said).min(NEARLY_ALL);
        let since = (self.come(t) - before) / (1.0 - before);
        let remembered = 1.0 - self.forgiven.value();
        remembered * (1.0 - self.coverage.value() * before).ln() + (1.0 - self.coverage.value() * since).ln()
    }
}

/// The item `silence`, and `staleness` where nobody has looked for a while.
pub(super) fn items(known: &Known, is_confirmed: bool, parameters: &Parameters) -> Vec<Item> {
    let rules = &parameters.silence;
    let horizon = f64::from(rules.horizon_days);
    let watched = Span::between(known.complete_on, known.last_check).as_f64().clamp(0.0, horizon);
    let deliberation = known.replies().rfind(|claim| claim.platform_reply().is_some_and(Reply::is_deliberating));
    let said =
        deliberation.map_or(0.0, |claim| Span::between(known.complete_on, claim.claimed_on()).as_f64().min(watched));
    let value = match (is_confirmed, said > 0.0) {
        (true, _) => 0.0,
        (false, false) => rules.unbroken(watched),
        (false, true) => rules.unbroken(watched).max(rules.explained(watched, said)),
    };
    let sd = rules.relative_sd.value() * value;
    let sources = deliberation.map(|claim| Source::Claim(claim.id().clone())).into_iter().collect();
    let silence = Item::new(ItemCode::Silence, value, sd * sd, sources);
    [Some(silence), staleness(known, rules)].into_iter().flatten().collect()
}

fn staleness(known: &Known, rules: &Silence) -> Option<Item> {
    let unchecked = Span::between(known.last_check, known.as_of).as_f64();
    let variance = rules.staleness_variance_per_year.value() * unchecked / 365.25;
    (unchecked > 0.0).then(|| Item::new(ItemCode::Staleness, 0.0, variance, Vec::new()))
}
