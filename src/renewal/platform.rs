//! The platform's reply that decides nothing.
//!
//! Asked about a second season, a platform that answers "we are considering it" has told something, and so has one that calls the report
//! groundless. Its *latest* reply counts, and of several on one day the most cautious. A reply fades with a half-life of a
//! year, and is silent while anything official stands.
//!
//! It is weighed like a report whose wording has a worth of −.60 (no plans), +.45 (positive talks), +.25 (under review) or 0
//! (nothing decided, no comment), with an sd of .15: how such words were meant is never sure.
//!
//! ```
//! use greenlight::renewal::{Parameters, Reply};
//!
//! let worth = |reply| Parameters::rc1().reply_worth(reply).value();
//! assert!(worth(Reply::NoPlans) < worth(Reply::NoComment) && worth(Reply::UnderReview) < worth(Reply::PositiveTalks));
//! ```

use crate::renewal::claim::Claim;
use crate::renewal::item::Item;
use crate::renewal::item::ItemCode;
use crate::renewal::item::Source;
use crate::renewal::parameters::Parameters;
use crate::renewal::report::Strength;
use crate::renewal::report::Weighed;
use crate::renewal::said::Reply;
use crate::renewal::span::Day;
use crate::renewal::span::Span;

/// The reply that counts.
pub(super) struct Standing<'a> {
    pub(super) claim: &'a Claim,
    pub(super) reply: Reply,
    strength: Strength,
}

/// The latest reply; of one day the most cautious, then the best kept, then the first by id.
pub(super) fn latest<'a>(weighed: &[Weighed<'a>], parameters: &Parameters) -> Option<Standing<'a>> {
    let mut replies: Vec<Standing> = weighed.iter().filter_map(standing).collect();
    replies.sort_by(|a, b| {
        let caution = parameters.replies.of(a.reply).total_cmp(&parameters.replies.of(b.reply));
        let fidelity = b.claim.fidelity().value().total_cmp(&a.claim.fidelity().value());
        b.claim
            .claimed_on()
            .cmp(&a.claim.claimed_on())
            .then(caution)
            .then(fidelity)
            .then(a.claim.id().cmp(b.claim.id()))
    });
    replies.into_iter().next()
}

fn standing<'a>(weighed: &Weighed<'a>) -> Option<Standing<'a>> {
    let reply = weighed.claim.platform_reply()?;
    Some(Standing { claim: weighed.claim, reply, strength: weighed.plain })
}

impl Standing<'_> {
    /// The item `platform:<reply>`.
    pub(super) fn item(&self, as_of: Day, parameters: &Parameters) -> Item {
        let left = Span::between(self.claim.claimed_on(), as_of).decay(parameters.reply_half_life_days.value());
        let sources = vec![Source::Claim(self.claim.id().clone())];
        Item::new(
            ItemCode::Platform(self.reply),
            self.strength.log_ratio * left,
            self.strength.variance * left * left,
            sources,
        )
    }
}
