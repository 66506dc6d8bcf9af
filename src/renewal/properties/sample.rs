//! Random cases, and cases that differ from them in one thing.

use crate::renewal::case::Case;
use crate::renewal::case::Term;
use crate::renewal::claim::Claim;
use crate::renewal::claim::Voucher;
use crate::renewal::claim::VoucherClass;
use crate::renewal::record::Record;
use crate::renewal::said::Certainty;
use crate::renewal::said::Kind;
use crate::renewal::said::Reply;
use crate::renewal::said::Said;
use crate::renewal::said::Stance;
use crate::renewal::scale::Fidelity;
use crate::renewal::scale::LogOdds;
use crate::renewal::scale::Probability;
use crate::renewal::scale::Sd;
use crate::renewal::scale::Share;
use crate::renewal::span::Day;
use crate::renewal::span::Span;
use crate::renewal::text::ClaimId;
use crate::renewal::text::OriginKey;
use crate::renewal::text::TermCode;
use crate::renewal::text::VoucherId;
use crate::renewal::window::Milestone;
use crate::renewal::window::Window;
use proptest::prelude::*;

/// A random case with a few random choices for what a property adds to it.
#[derive(Clone, Debug)]
pub(super) struct Sample {
    pub(super) case: Case,
    pub(super) pick: prop::sample::Index,
    pub(super) claim: Claim,
    pub(super) many: usize,
    pub(super) later: i32,
}

pub(super) const COMPLETE: (i32, u32, u32) = (2024, 1, 1);

pub(super) fn day(offset: i32) -> Day {
    Span::days(offset).after(Day::from_ymd_opt(COMPLETE.0, COMPLETE.1, COMPLETE.2).unwrap())
}

pub(super) fn fidelity() -> impl Strategy<Value = Fidelity> {
    prop::sample::select(vec![0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 1.0]).prop_map(|f| Fidelity::new(f).unwrap())
}

pub(super) fn voucher() -> impl Strategy<Value = Voucher> {
    let id = (0..3_u8).prop_map(|id| VoucherId::new(&format!("v{id}")).unwrap());
    (prop::sample::select(VoucherClass::ALL), id).prop_map(|(class, id)| Voucher { class, id })
}

pub(super) fn said() -> impl Strategy<Value = Said> {
    let statement =
        (prop::sample::select(Stance::ALL), prop::sample::select(Kind::ALL), prop::sample::select(Certainty::ALL));
    prop_oneof![
        5 => statement.prop_map(|(stance, kind, certainty)| Said::Statement { stance, kind, certainty }),
        1 => prop::sample::select(Reply::ALL).prop_map(Said::Reply),
    ]
}

pub(super) fn claim(id: impl Strategy<Value = String>) -> impl Strategy<Value = Claim> {
    let dates =
        (-60..1100_i32, 0..20_i32, prop::option::of((prop::sample::select(Milestone::ALL), 0..300_i32, 0..90_i32)));
    (id, 0..6_u8, voucher(), said(), fidelity(), dates).prop_map(
        |(id, origin, voucher, said, fidelity, (on, lag, window))| {
            let window = window.filter(|_| matches!(said, Said::Statement { .. })).map(|(milestone, from, length)| {
                Window::new(milestone, Some(day(on + from)), day(on + from + length)).unwrap()
            });
            let (id, origin) = (ClaimId::new(&id).unwrap(), OriginKey::new(&format!("o{origin}")).unwrap());
            Claim::new(id, origin, voucher, said, fidelity, day(on), day(on + lag), window).unwrap()
        },
    )
}

pub(super) fn term() -> impl Strategy<Value = (f64, f64, i32)> {
    (-2.0..2.0, 0.0..0.8, 0..400_i32)
}

pub(super) fn record() -> impl Strategy<Value = Record> {
    (voucher(), -900..1100_i32, any::<bool>(), 0.0..=1.0, prop::sample::select(Stance::ALL), any::<bool>()).prop_map(
        |(voucher, on, right, prior, stance, whole)| Record {
            voucher,
            resolved_on: day(on),
            right,
            prior_probability: Probability::new(prior).unwrap(),
            stance,
            weight: Share::new(if whole { 1.0 } else { 0.5 }).unwrap(),
        },
    )
}

pub(super) fn case() -> impl Strategy<Value = Case> {
    let claims = prop::collection::vec(claim(Just("x".to_owned())), 0..9);
    let (terms, records) = (prop::collection::vec(term(), 0..4), prop::collection::vec(record(), 0..12));
    (0..1200_i32, prop::option::of(0..1300_i32), terms, claims, records).prop_map(
        |(as_of, checked, terms, claims, records)| {
            let name = |at: usize| format!("c{at}");
            let terms = terms.into_iter().enumerate().map(|(at, (log_odds, sd, known))| Term {
                code: TermCode::new(&name(at)).unwrap(),
                log_odds: LogOdds::new(log_odds).unwrap(),
                sd: Sd::new(sd).unwrap(),
                known_at: day(known),
                facts: Vec::new(),
            });
            let claims = claims
                .iter()
                .enumerate()
                .map(|(at, claim)| Change { id: Some(name(at)), ..Change::default() }.of(claim));
            Case::new(day(as_of), day(0), checked.map(day), terms.collect(), claims.collect(), records).unwrap()
        },
    )
}

prop_compose! {
    pub(super) fn sample()(
        case in case(),
        pick in any::<prop::sample::Index>(),
        claim in claim(Just("new".to_owned())),
        many in 1..30_usize,
        later in 1..400_i32,
    ) -> Sample {
        Sample { case, pick, claim, many, later }
    }
}

/// A claim that differs from another in some of its facts.
#[derive(Default)]
pub(super) struct Change {
    pub(super) id: Option<String>,
    pub(super) origin: Option<String>,
    pub(super) voucher: Option<Voucher>,
    pub(super) said: Option<Said>,
    pub(super) fidelity: Option<Fidelity>,
    pub(super) on: Option<Day>,
    pub(super) without_window: bool,
}

impl Change {
    pub(super) fn of(self, claim: &Claim) -> Claim {
        let id = self.id.map_or_else(|| claim.id().clone(), |id| ClaimId::new(&id).unwrap());
        let origin = self.origin.map_or_else(|| claim.origin().clone(), |key| OriginKey::new(&key).unwrap());
        let voucher = self.voucher.unwrap_or_else(|| claim.voucher().clone());
        let window = claim.window().filter(|_| !self.without_window);
        let (on, known) = self.on.map_or((claim.claimed_on(), claim.known_at()), |on| (on, on));
        let (said, fidelity) = (self.said.unwrap_or(claim.said()), self.fidelity.unwrap_or(claim.fidelity()));
        Claim::new(id, origin, voucher, said, fidelity, on, known, window).unwrap()
    }
}

pub(super) fn rebuilt(case: &Case, terms: Vec<Term>, claims: Vec<Claim>, records: Vec<Record>) -> Case {
    let checked_until = Some(case.last_check());
    Case::new(case.as_of(), case.complete_on(), checked_until, terms, claims, records).unwrap()
}

pub(super) fn claims_of(case: &Case, change: impl Fn(&Claim) -> Claim) -> Case {
    rebuilt(case, case.terms().to_vec(), case.claims().iter().map(change).collect(), case.records().to_vec())
}

pub(super) fn keeping(case: &Case, keep: impl Fn(&Claim) -> bool) -> Case {
    let claims = case.claims().iter().filter(|claim| keep(claim)).cloned().collect();
    rebuilt(case, case.terms().to_vec(), claims, case.records().to_vec())
}

pub(super) fn adding(case: &Case, claims: impl IntoIterator<Item = Claim>) -> Case {
    let claims = case.claims().iter().cloned().chain(claims).collect();
    rebuilt(case, case.terms().to_vec(), claims, case.records().to_vec())
}

pub(super) fn known_claims(case: &Case) -> Vec<&Claim> {
    case.claims().iter().filter(|claim| claim.known_at() <= case.as_of()).collect()
}

pub(super) fn stance_of(claim: &Claim, stance: Stance) -> Said {
    match claim.said() {
        Said::Statement { kind, certainty, .. } => Said::Statement { stance, kind, certainty },
        Said::Reply(_) => Said::Statement { stance, kind: Kind::Decision, certainty: Certainty::Confirmed },
    }
}

/// The platform itself says so, in its own words, on a day.
pub(super) fn by_platform(said: Said, on: Day, id: &str) -> Claim {
    let voucher = Voucher { class: VoucherClass::Platform, id: VoucherId::new("platform").unwrap() };
    let (id, origin) = (ClaimId::new(id).unwrap(), OriginKey::new(id).unwrap());
    Claim::new(id, origin, voucher, said, Fidelity::FIRST_HAND, on, on, None).unwrap()
}

pub(super) fn official(stance: Stance, on: Day, id: &str) -> Claim {
    by_platform(Said::Statement { stance, kind: Kind::Decision, certainty: Certainty::Confirmed }, on, id)
}
