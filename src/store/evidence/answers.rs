//! What is settled: an answered question enters its case as the platform's own word.

use ::entity::kinds::Outcome;
use ::entity::season;
use chrono::NaiveDate;

use crate::renewal::{
    Certainty, Claim, ClaimId, Fidelity, Kind, OriginKey, Parameters, Said, Span, Stance, Voucher, VoucherClass,
    VoucherId,
};
use crate::store::evidence::key;
use crate::store::evidence::rows::{Answered, ClaimRows, ShowRows};
use crate::store::node::NodeKey;
use crate::store::release::has_begun;

/// The words that the answers of a show are worth for one season, on a day; an answer whose deciding claim is not heard is none.
pub(super) fn answers(
    show: &ShowRows,
    season: i32,
    complete_on: NaiveDate,
    as_of: NaiveDate,
    hears: impl Fn(&ClaimRows) -> bool,
) -> Vec<(Option<NodeKey>, Claim)> {
    let voucher = show.holder().map(|holder| NodeKey::Platform(holder.platform));
    let settled = show.answers.iter().filter(|answer| settles(answer, season, complete_on));
    let deciding = |id| show.claims.iter().find(move |rows| rows.claim.id == id);
    let settled = settled.filter(|answer| answer.claim_id.and_then(deciding).is_none_or(&hears));
    let mut words: Vec<_> = settled.flat_map(|answer| words(answer, season, voucher)).collect();
    if words.is_empty() {
        words.extend(show.season(season).and_then(|released| release(released, as_of, voucher)));
    }
    words.retain(|(_, word)| word.known_at() <= as_of);
    words
}

/// An order of a later season is one of this; the mere passing of the horizon is no word of the platform.
fn settles(answer: &Answered, season: i32, complete_on: NaiveDate) -> bool {
    let lapse = Parameters::rc1().horizon();
    match answer.outcome {
        Outcome::Renewed => answer.season_number >= season,
        Outcome::NotRenewed => answer.season_number == season && Span::between(complete_on, answer.resolved_on) < lapse,
        Outcome::Void => false,
    }
}

/// The answer, and its reversal where there was one: who withdraws the order of a later season says nothing of this one.
fn words(answer: &Answered, season: i32, voucher: Option<NodeKey>) -> Vec<(Option<NodeKey>, Claim)> {
    let source = answer.claim_id.map(NodeKey::Claim);
    let (given, reversed) = match answer.outcome {
        Outcome::Renewed => (Stance::Supports, Stance::Denies),
        Outcome::NotRenewed | Outcome::Void => (Stance::Denies, Stance::Supports),
    };
    let id = answer.id.0;
    let first = word(&format!("Resolution:{id}"), given, answer.resolved_on, voucher);
    let withdrawn_on = answer.reversed_on.filter(|_| answer.season_number == season);
    let second = withdrawn_on.and_then(|on| word(&format!("Resolution:{id}:reversed"), reversed, on, voucher));
    [first, second].into_iter().flatten().map(|claim| (source, claim)).collect()
}

/// A season that can be watched was ordered, whoever recorded that.
fn release(released: &season::Model, as_of: NaiveDate, voucher: Option<NodeKey>) -> Option<(Option<NodeKey>, Claim)> {
    let on = released.premiered_on.filter(|_| has_begun(released, as_of))?;
    let node = NodeKey::Season(released.id);
    Some((Some(node), word(&key(node), Stance::Supports, on, voucher)?))
}

fn word(id: &str, stance: Stance, on: NaiveDate, voucher: Option<NodeKey>) -> Option<Claim> {
    let by = voucher.map_or_else(|| "platform".to_owned(), key);
    Claim::new(
        ClaimId::new(id).ok()?,
        OriginKey::new(id).ok()?,
        Voucher { class: VoucherClass::Platform, id: VoucherId::new(&by).ok()? },
        Said::Statement { stance, kind: Kind::Decision, certainty: Certainty::Confirmed },
        Fidelity::FIRST_HAND,
        on,
        on,
        None,
    )
    .ok()
}
