//! Origins: independent voices, however often they are repeated.
//!
//! Copies are not corroboration (Dong, Berti-Équille & Srivastava 2009). Claims that go back to one utterance share an origin, and an
//! origin votes once:
//!
//! - its latest stance counts; opposite stances on that day are no vote. Its members are the claims of that stance, whatever their day;
//! - its evidence is the strongest of its members, at most 1.8 (odds × 6): no unofficial voice is worth more;
//! - it ages. Without a window it halves in 540 days (a decision) or 365 (production, intent). With one it stays fresh until its last
//!   window ends, and is then both aged and doubted (see [`overdue`](crate::renewal::overdue())).
//!
//! Nor are different voices quite independent: journalists read each other. So on each side the strongest counts whole, the next half, the
//! next a quarter …; equals share the mean of their weights. One more voice never lowers its side, and a side is never worth more than
//! 3.6, less than any official statement (3.66 or more).
//!
//! ```
//! use greenlight::renewal::{LogOdds, Parameters, dependence_weights};
//!
//! let weights = |strengths: &[f64]| {
//!     let strengths: Vec<_> = strengths.iter().map(|&x| LogOdds::new(x).unwrap()).collect();
//!     dependence_weights(&strengths, Parameters::rc1()).iter().map(|weight| weight.value()).collect::<Vec<_>>()
//! };
//! assert_eq!(weights(&[1.8, 0.9, 0.1]), [1.0, 0.5, 0.25]);
//! assert_eq!(weights(&[1.8, 1.8]), [0.75, 0.75]);
//! ```

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::Serialize;

use crate::renewal::claim::Claim;
use crate::renewal::claim::VoucherClass;
use crate::renewal::item::Item;
use crate::renewal::item::ItemCode;
use crate::renewal::item::Source;
use crate::renewal::overdue;
use crate::renewal::parameters::Parameters;
use crate::renewal::report::Weighed;
use crate::renewal::said::Kind;
use crate::renewal::said::Said;
use crate::renewal::said::Stance;
use crate::renewal::scale::LogOdds;
use crate::renewal::scale::Sd;
use crate::renewal::scale::Share;
use crate::renewal::span::Day;
use crate::renewal::span::Span;
use crate::renewal::text::ClaimId;
use crate::renewal::text::OriginKey;

/// Closer than this, two strengths are equal.
const EQUAL: f64 = 1e-12;

/// An origin as an assessment weighs it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WeighedOrigin {
    /// Which.
    pub key: OriginKey,
    /// For or against.
    pub stance: Stance,
    /// Before dependence, after age and lapsed windows; 0 or more.
    pub strength: LogOdds,
    /// Of the strength.
    pub sd: Sd,
    /// 1, ½, ¼ … by rank on its side; equals share.
    pub weight: Share,
    /// What age has left of its strongest claim; 1 = fresh.
    pub decay: Share,
    /// What lapsed windows have left; 1 = none lapsed.
    pub overdue: Share,
    /// Its claims of the winning stance, by day and id.
    pub claims: Vec<ClaimId>,
    /// Whether it reports that something is or is not so, rather than what somebody wishes.
    pub is_report: bool,
}

impl WeighedOrigin {
    /// Whether it adds anything.
    pub fn carries_weight(&self) -> bool {
        self.strength.value() > 0.0
    }

    /// Its part of the sum; negative when it denies.
    pub fn log_odds(&self) -> LogOdds {
        LogOdds::nearest(self.stance.sign() * self.weight.value() * self.strength.value())
    }

    /// The item `origin:<key>`; an origin without weight has none.
    pub(super) fn item(&self) -> Option<Item> {
        let sd = self.weight.value() * self.sd.value();
        let sources = || self.claims.iter().cloned().map(Source::Claim).collect();
        let item = || Item::new(ItemCode::Origin(self.key.clone()), self.log_odds().value(), sd * sd, sources());
        self.carries_weight().then(item)
    }
}

/// When an assessment is made, and until when somebody looked.
#[derive(Clone, Copy)]
pub(super) struct Today {
    pub(super) as_of: Day,
    pub(super) last_check: Day,
}

/// Every origin with its vote: supporting ones first, each side by strength.
pub(super) fn weigh(unofficial: &[&Weighed], today: Today, parameters: &Parameters) -> Vec<WeighedOrigin> {
    let mut by_origin: BTreeMap<&OriginKey, Vec<&Weighed>> = BTreeMap::new();
    for one in unofficial {
        by_origin.entry(one.claim.origin()).or_default().push(one);
    }
    let votes: Vec<_> = by_origin.values().filter_map(|claims| vote(claims, today, parameters)).collect();
    let (supporting, denying) = votes.into_iter().partition(|vote| vote.stance == Stance::Supports);
    [supporting, denying].into_iter().flat_map(|side| ranked(side, parameters)).collect()
}

/// One side, strongest first, with weights; equals stand by key.
fn ranked(mut side: Vec<WeighedOrigin>, parameters: &Parameters) -> Vec<WeighedOrigin> {
    side.sort_by(|a, b| b.strength.value().total_cmp(&a.strength.value()).then_with(|| a.key.cmp(&b.key)));
    let strengths: Vec<_> = side.iter().map(|origin| origin.strength).collect();
    for (origin, weight) in side.iter_mut().zip(dependence_weights(&strengths, parameters)) {
        origin.weight = weight;
    }
    side
}

/// The weights of strengths in falling order: 1, ½, ¼ …; strengths that are equal share the mean of theirs.
pub fn dependence_weights(strengths: &[LogOdds], parameters: &Parameters) -> Vec<Share> {
    let mut weights = Vec::with_capacity(strengths.len());
    let mut next = 1.0;
    for equals in strengths.chunk_by(|a, b| (a.value() - b.value()).abs() <= EQUAL) {
        let (mut sum, mut count) = (0.0, 0.0);
        for _ in equals {
            sum += next;
            count += 1.0;
            next *= parameters.vote.next_weight.value();
        }
        weights.extend(equals.iter().map(|_| Share::computed(sum / count)));
    }
    weights
}

/// What one origin says, if it says one thing.
fn vote(claims: &[&Weighed], today: Today, parameters: &Parameters) -> Option<WeighedOrigin> {
    let members = members(claims)?;
    let first = members.first()?;
    let left = members.iter().map(|one| overdue::left_of(one.claim.window(), today.last_check, parameters));
    let left = left.fold(Share::ALL, |least, left| if left < least { left } else { least });
    let last_window = members.iter().filter_map(|one| one.claim.window()).map(|window| window.to()).max();
    let aged = members.iter().map(|one| aged(one, last_window, today, parameters));
    let strongest = aged.reduce(stronger)?;
    let faded = overdue::fade(strongest.log_odds, strongest.variance, left);
    Some(WeighedOrigin {
        key: first.claim.origin().clone(),
        stance: first.claim.stance()?,
        strength: LogOdds::nearest(faded.log_odds),
        sd: Sd::nearest(faded.variance.max(0.0).sqrt()),
        weight: Share::ALL,
        decay: Share::nearest(strongest.decay),
        overdue: left,
        claims: members.iter().map(|one| one.claim.id().clone()).collect(),
        is_report: members.iter().any(|one| is_report(one.claim)),
    })
}

/// The claims of the stance that was taken last; `None` when both were taken on that day.
fn members<'w, 'a>(claims: &[&'w Weighed<'a>]) -> Option<Vec<&'w Weighed<'a>>> {
    let last = claims.iter().map(|one| one.claim.claimed_on()).max()?;
    let mut stances = claims.iter().filter(|one| one.claim.claimed_on() == last).map(|one| one.claim.stance());
    let stance = stances.next()?;
    let agree = stances.all(|other| other == stance);
    agree.then(|| claims.iter().copied().filter(|one| one.claim.stance() == stance).collect())
}

#[derive(Clone, Copy)]
struct Aged {
    log_odds: f64,
    variance: f64,
    decay: f64,
}

/// One member's evidence, capped and aged; a source that is mostly wrong counts nothing.
fn aged(one: &Weighed, last_window: Option<Day>, today: Today, parameters: &Parameters) -> Aged {
    let fresh = one.dampened.log_ratio.clamp(0.0, parameters.vote.cap.value());
    let age = match last_window {
        Some(end) => Span::between(end, today.last_check),
        None => Span::between(one.claim.claimed_on(), today.as_of),
    };
    let decay = age.decay(parameters.vote.half_life(kind(one.claim)));
    Aged { log_odds: fresh * decay, variance: one.dampened.variance * decay * decay, decay }
}

/// The stronger of two members; of equals the less sure one.
fn stronger(a: Aged, b: Aged) -> Aged {
    let equal = (a.log_odds - b.log_odds).abs() <= EQUAL;
    let second = if equal { b.variance > a.variance } else { b.log_odds > a.log_odds };
    if second { b } else { a }
}

fn kind(claim: &Claim) -> Kind {
    match claim.said() {
        Said::Statement { kind, .. } => kind,
        Said::Reply(_) => Kind::Intent,
    }
}

/// What counts as a report: not an intent, and by insiders, a production company, or hearsay of the platform.
fn is_report(claim: &Claim) -> bool {
    let reports = matches!(
        claim.voucher().class,
        VoucherClass::OutletInsider | VoucherClass::ProductionCompany | VoucherClass::Platform
    );
    reports && kind(claim) != Kind::Intent
}
