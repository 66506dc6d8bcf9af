//! From what was said to the claims of a case.

use std::collections::HashMap;

use ::entity::claim;
use ::entity::ids::{OriginId, OutletId, PersonId, PlatformId};
use ::entity::kinds::{self, ClaimKind, ClaimTopic, MilestoneKind, PlatformReply};
use chrono::NaiveDate;

use crate::renewal::{
    Certainty, Claim, ClaimId, Fidelity, Kind, Milestone, OriginKey, Reply, Said, Stance, Voucher, VoucherClass,
    VoucherId, Window, retold,
};
use crate::store::evidence::rows::ClaimRows;
use crate::store::evidence::{Trust, key};
use crate::store::milestone::is_withdrawn;
use crate::store::node::NodeKey;

/// About what a claim must be to bear on whether a season comes; who plays and who makes it, because that says that it is made.
const TOPICS: [ClaimTopic; 5] =
    [ClaimTopic::Renewal, ClaimTopic::Schedule, ClaimTopic::Release, ClaimTopic::Cast, ClaimTopic::Credit];

/// What stood on a day, with how firmly each utterance was worded by those nearest to it.
pub(super) struct Standing<'a> {
    claims: Vec<&'a ClaimRows>,
    roots: HashMap<OriginId, (usize, Certainty)>,
}

impl<'a> Standing<'a> {
    /// Of `claims`, what was known on a day and neither taken back nor replaced by then.
    pub(super) fn on(as_of: NaiveDate, claims: &'a [ClaimRows]) -> Self {
        let known: Vec<_> = claims.iter().filter(|rows| rows.claim.known_at <= as_of).collect();
        let is_replaced = |rows: &ClaimRows| {
            let next = rows.claim.superseded_by_id;
            next.is_some_and(|next| known.iter().any(|other| other.claim.id == next && !is_out(other, as_of)))
        };
        let claims: Vec<_> = known.iter().copied().filter(|rows| !is_out(rows, as_of) && !is_replaced(rows)).collect();
        let roots = roots(&claims);
        Self { claims, roots }
    }

    /// Those that speak of a season, as the model weighs them.
    pub(super) fn about(
        &self,
        season: i32,
        next: Option<i32>,
        heard: impl Fn(&ClaimRows) -> bool,
    ) -> Vec<(&'a ClaimRows, Claim)> {
        let bears = |rows: &&&ClaimRows| bears_on(rows, season, next) && heard(rows);
        self.claims.iter().filter(bears).filter_map(|rows| Some((*rows, self.weighed(rows)?))).collect()
    }

    /// One of them as the model weighs it; null = it did not stand then, or takes no side on whether seasons come.
    pub(super) fn voice(&self, rows: &ClaimRows) -> Option<Claim> {
        let stood = self.claims.iter().any(|other| other.claim.id == rows.claim.id);
        let said = self.weighed(rows).filter(|_| stood && TOPICS.contains(&rows.claim.topic))?;
        said.stance().is_some().then_some(said)
    }

    fn weighed(&self, rows: &ClaimRows) -> Option<Claim> {
        let claim = &rows.claim;
        let id = ClaimId::new(&key(NodeKey::Claim(claim.id))).ok()?;
        let origin = OriginKey::new(&rows.origin.code).ok()?;
        let known_at = claim.known_at.max(claim.said_on);
        Claim::new(
            id,
            origin,
            voucher(claim)?,
            self.said(claim)?,
            fidelity(rows),
            claim.said_on,
            known_at,
            window(claim),
        )
        .ok()
    }

    /// A reply where the words decide nothing, else the side that they take; null = neither.
    fn said(&self, claim: &claim::Model) -> Option<Said> {
        if let Some(answered) = claim.platform_reply {
            return Some(Said::Reply(reply(answered)));
        }
        let stance = match claim.stance {
            kinds::Stance::Supports => Stance::Supports,
            kinds::Stance::Denies => Stance::Denies,
            kinds::Stance::Neutral => return None,
        };
        let kind = match claim.kind {
            ClaimKind::Decision => Kind::Decision,
            ClaimKind::Production => Kind::Production,
            ClaimKind::Intent => Kind::Intent,
            ClaimKind::Noncommittal | ClaimKind::Fact | ClaimKind::Opinion => return None,
        };
        let worded = certainty(claim);
        let certainty = self.roots.get(&claim.origin_id).map_or(worded, |(_, root)| retold(*root, worded));
        Some(Said::Statement { stance, kind, certainty })
    }
}

/// The firmest wording among the claims of each utterance that came through the fewest mouths.
fn roots(claims: &[&ClaimRows]) -> HashMap<OriginId, (usize, Certainty)> {
    let mut roots: HashMap<OriginId, (usize, Certainty)> = HashMap::new();
    for rows in claims.iter().filter(|rows| rows.claim.stance != kinds::Stance::Neutral) {
        let found = (rows.hops.len(), certainty(&rows.claim));
        // The firmer wording is the lesser in the order of the vocabulary.
        roots.entry(rows.claim.origin_id).and_modify(|root| *root = (*root).min(found)).or_insert(found);
    }
    roots
}

/// Whether it was taken back by then, alone or with its report.
fn is_out(rows: &ClaimRows, as_of: NaiveDate) -> bool {
    is_withdrawn(&rows.claim, as_of) || rows.report_withdrawn_at.is_some_and(|at| at.date_naive() <= as_of)
}

/// Whether it speaks of the season: who asserts a later one asserts it; a denial or a reply must name it, because the seasons before
/// it have come whatever was said of them. A claim that names none speaks of the next one.
fn bears_on(rows: &ClaimRows, season: i32, next: Option<i32>) -> bool {
    let names = |named: &i32| match rows.claim.stance {
        kinds::Stance::Supports => *named >= season,
        kinds::Stance::Denies | kinds::Stance::Neutral => *named == season,
    };
    let of_season = if rows.seasons.is_empty() { next == Some(season) } else { rows.seasons.iter().any(names) };
    of_season && TOPICS.contains(&rows.claim.topic)
}

/// Whether it is heard: not left out, and by somebody who is believed.
pub(super) fn is_heard(rows: &ClaimRows, without: &[NodeKey], trust: &Trust) -> bool {
    let claim = &rows.claim;
    let by = [
        claim.voucher_outlet_id.map(NodeKey::Outlet),
        claim.voucher_person_id.map(NodeKey::Person),
        claim.voucher_platform_id.map(NodeKey::Platform),
    ];
    let through = [
        Some(NodeKey::Claim(claim.id)),
        Some(NodeKey::Origin(claim.origin_id)),
        claim.report_id.map(NodeKey::Report),
        rows.reported_by.map(NodeKey::Outlet),
    ];
    let named = |keys: &[NodeKey], of: &[Option<NodeKey>]| of.iter().flatten().any(|key| keys.contains(key));
    !named(without, &through)
        && !named(without, &by)
        && !named(&trust.exclude_vouchers, &by)
        && !trust.exclude_classes.contains(&claim.voucher_class)
        && (!trust.official_only || claim.voucher_class == kinds::VoucherClass::Platform)
        && trust.minimum_fidelity.is_none_or(|bits| fidelity(rows).value() >= f64::from_bits(bits))
}

/// How faithful the chain of its retellings is.
fn fidelity(rows: &ClaimRows) -> Fidelity {
    // A hop below one half would be a liar; a coin is the least that a hop can be.
    let hops = rows.hops.iter().map(|hop| Fidelity::new(hop.clamp(0.5, 1.0)).unwrap_or(Fidelity::FIRST_HAND));
    Fidelity::of_chain(hops)
}

fn window(claim: &claim::Model) -> Option<Window> {
    let milestone = match claim.milestone? {
        MilestoneKind::Preparation => Milestone::Prep,
        MilestoneKind::Filming => Milestone::Filming,
        MilestoneKind::Production => Milestone::Production,
        MilestoneKind::Release => Milestone::Release,
        MilestoneKind::Decision => Milestone::Decision,
    };
    Window::new(milestone, claim.window_from, claim.window_to?).ok()
}

/// As it is worded; words without a hedge are flat.
fn certainty(claim: &claim::Model) -> Certainty {
    match claim.certainty {
        Some(kinds::Certainty::Confirmed) | None => Certainty::Confirmed,
        Some(kinds::Certainty::Probable) => Certainty::Probable,
        Some(kinds::Certainty::Possible) => Certainty::Possible,
        Some(kinds::Certainty::Speculative) => Certainty::Speculative,
    }
}

fn reply(reply: PlatformReply) -> Reply {
    match reply {
        PlatformReply::NoPlans => Reply::NoPlans,
        PlatformReply::PositiveTalks => Reply::PositiveTalks,
        PlatformReply::UnderReview => Reply::UnderReview,
        PlatformReply::NoDecision => Reply::NoDecision,
        PlatformReply::NoComment => Reply::NoComment,
    }
}

fn voucher(claim: &claim::Model) -> Option<Voucher> {
    let who = (claim.voucher_outlet_id, claim.voucher_person_id, claim.voucher_platform_id);
    vouching(claim.voucher_class, who, &claim.voucher_name)
}

/// Who vouches: by key where the catalog has them, else by the printed name.
pub(in crate::store) fn vouching(
    class: kinds::VoucherClass,
    who: (Option<OutletId>, Option<PersonId>, Option<PlatformId>),
    name: &str,
) -> Option<Voucher> {
    let node = match who {
        (Some(outlet), ..) => Some(NodeKey::Outlet(outlet)),
        (None, Some(person), _) => Some(NodeKey::Person(person)),
        (None, None, platform) => platform.map(NodeKey::Platform),
    };
    let id = VoucherId::new(&node.map_or_else(|| name.to_owned(), key)).ok()?;
    let class = match class {
        kinds::VoucherClass::Platform => VoucherClass::Platform,
        kinds::VoucherClass::ProductionCompany => VoucherClass::ProductionCompany,
        kinds::VoucherClass::Creator => VoucherClass::Creator,
        kinds::VoucherClass::Director => VoucherClass::Director,
        kinds::VoucherClass::Cast => VoucherClass::Cast,
        kinds::VoucherClass::OutletInsider => VoucherClass::OutletInsider,
        kinds::VoucherClass::Unsourced => VoucherClass::Unsourced,
    };
    Some(Voucher { class, id })
}
