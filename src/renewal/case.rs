//! The case: everything that bears on one question, before anything is weighed.
//!
//! The question, for a show and its season N: *is season N+1 officially ordered by the platform that holds the rights, or released,
//! within 1,095 days after season N became complete?* A case holds what is needed to say how likely that is: prior terms, claims, track
//! records, and until when somebody looked at the platform's channels.
//!
//! A case may hold more than could be known on its day. `Known` is the only door to it, and lets nothing through that came later;
//! so a forecast of May does not know of June.
//!
//! ```
//! use greenlight::renewal::{Case, Day, Parameters, assess};
//!
//! let day = |y, m, d| Day::from_ymd_opt(y, m, d).unwrap();
//! let nothing_known = Case::new(day(2025, 3, 1), day(2025, 1, 24), None, vec![], vec![], vec![])?;
//! let answer = assess(&nothing_known, Parameters::rc1());
//! assert!(answer.probability().value() < 0.5); // only the silence speaks
//! # Ok::<(), greenlight::renewal::CaseError>(())
//! ```

use std::collections::BTreeSet;

use serde::Deserialize;
use serde::Serialize;

use crate::renewal::claim::Claim;
use crate::renewal::claim::Voucher;
use crate::renewal::claim::VoucherClass;
use crate::renewal::kept::KeptCase;
use crate::renewal::record::Record;
use crate::renewal::scale::Fidelity;
use crate::renewal::scale::LogOdds;
use crate::renewal::scale::Sd;
use crate::renewal::span::Day;
use crate::renewal::text::ClaimId;
use crate::renewal::text::FactId;
use crate::renewal::text::TermCode;

/// One named part of the prior.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// Which, e.g. `chart_hours`.
    pub code: TermCode,
    /// What it adds.
    pub log_odds: LogOdds,
    /// How sure that is.
    pub sd: Sd,
    /// First day on which it could be known.
    pub known_at: Day,
    /// Facts that it rests on; empty = none are named.
    pub facts: Vec<FactId>,
}

/// A case that contradicts itself.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CaseError {
    /// An id must name one claim.
    #[error("two claims have the id {0}")]
    DuplicateClaim(ClaimId),
    /// A code must name one term.
    #[error("two terms have the code {0}")]
    DuplicateTerm(TermCode),
}

/// All that bears on one question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "KeptCase")]
pub struct Case {
    as_of: Day,
    complete_on: Day,
    checked_until: Option<Day>,
    terms: Vec<Term>,
    claims: Vec<Claim>,
    records: Vec<Record>,
}

impl Case {
    /// A case on a day; the order of the lists does not matter. Without `checked_until` somebody looked until `as_of`.
    pub fn new(
        as_of: Day,
        complete_on: Day,
        checked_until: Option<Day>,
        mut terms: Vec<Term>,
        mut claims: Vec<Claim>,
        mut records: Vec<Record>,
    ) -> Result<Self, CaseError> {
        let mut ids = BTreeSet::new();
        if let Some(twice) = claims.iter().find(|claim| !ids.insert(claim.id())) {
            return Err(CaseError::DuplicateClaim(twice.id().clone()));
        }
        let mut codes = BTreeSet::new();
        if let Some(twice) = terms.iter().find(|term| !codes.insert(&term.code)) {
            return Err(CaseError::DuplicateTerm(twice.code.clone()));
        }
        terms.sort_by(|a, b| a.code.cmp(&b.code));
        claims.sort_by(Claim::order);
        records.sort_by(Record::order);
        Ok(Self { as_of, complete_on, checked_until, terms, claims, records })
    }

    /// The day of the question.
    pub const fn as_of(&self) -> Day {
        self.as_of
    }

    /// The day on which the season before was complete.
    pub const fn complete_on(&self) -> Day {
        self.complete_on
    }

    /// Every term, known or not yet, by code.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Every claim, known or not yet, by day and id.
    pub fn claims(&self) -> &[Claim] {
        &self.claims
    }

    /// Every track record, known or not yet.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// Until when somebody looked, as recorded; `None` = not recorded, taken as the day of the question.
    pub const fn checked_until(&self) -> Option<Day> {
        self.checked_until
    }

    /// The last day on which somebody looked; at the latest the day of the question.
    pub fn last_check(&self) -> Day {
        self.checked_until.map_or(self.as_of, |day| day.min(self.as_of))
    }

    /// The same case as somebody would have put it on an earlier or later day.
    #[must_use]
    pub fn on(&self, as_of: Day) -> Self {
        Self { as_of, ..self.clone() }
    }

    /// The same case without some claims.
    #[must_use]
    pub fn without(&self, left_out: &[ClaimId]) -> Self {
        self.keeping(|claim| !left_out.contains(claim.id()))
    }

    /// The same case without anything that one voucher said.
    #[must_use]
    pub fn without_voucher(&self, voucher: &Voucher) -> Self {
        self.keeping(|claim| claim.voucher() != voucher)
    }

    /// The same case heard by somebody who trusts less.
    #[must_use]
    pub fn trusting(&self, trust: &Trust) -> Self {
        self.keeping(|claim| trust.accepts(claim))
    }

    fn keeping(&self, keep: impl Fn(&Claim) -> bool) -> Self {
        let mut case = self.clone();
        case.claims.retain(keep);
        case
    }

    /// The same case with one more claim, in place of any with its id.
    pub(super) fn with(&self, claim: Claim) -> Self {
        let mut case = self.without(std::slice::from_ref(claim.id()));
        case.claims.push(claim);
        case.claims.sort_by(Claim::order);
        case
    }

    /// The same case some days later, watched all the time, if nothing new becomes known.
    pub(super) fn after_silence_until(&self, later: Day) -> Self {
        let mut case = self.clone();
        case.terms.retain(|term| term.known_at <= self.as_of);
        case.claims.retain(|claim| claim.known_at() <= self.as_of);
        case.records.retain(|record| record.resolved_on <= self.as_of);
        Self { as_of: later, checked_until: Some(later), ..case }
    }
}

/// Whom somebody is willing to believe.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trust {
    /// Only what the platform says.
    pub official_only: bool,
    /// Nothing by these.
    pub excluded_vouchers: Vec<Voucher>,
    /// Nothing by these classes.
    pub excluded_classes: Vec<VoucherClass>,
    /// Nothing that came through a worse chain; `None` = any chain.
    pub minimum_fidelity: Option<Fidelity>,
}

impl Trust {
    /// Whether a claim is heard.
    pub fn accepts(&self, claim: &Claim) -> bool {
        (claim.is_by_platform() || !self.official_only)
            && !self.excluded_vouchers.contains(claim.voucher())
            && !self.excluded_classes.contains(&claim.voucher().class)
            && self.minimum_fidelity.is_none_or(|least| claim.fidelity() >= least)
    }
}

/// What of a case could be known on its day.
#[derive(Debug)]
pub(super) struct Known<'a> {
    pub(super) as_of: Day,
    pub(super) complete_on: Day,
    pub(super) last_check: Day,
    pub(super) terms: Vec<&'a Term>,
    pub(super) claims: Vec<&'a Claim>,
    pub(super) records: Vec<&'a Record>,
}

impl<'a> Known<'a> {
    /// Whatever became known after the day of the question stays outside: claims, terms and records alike.
    pub(super) fn of(case: &'a Case) -> Self {
        Self::until(case, case.as_of)
    }

    /// What was known on a day; any day but the question's own is a leak, and a mutant in the tests.
    pub(super) fn until(case: &'a Case, day: Day) -> Self {
        Self {
            as_of: case.as_of,
            complete_on: case.complete_on,
            last_check: case.last_check(),
            terms: case.terms.iter().filter(|term| term.known_at <= day).collect(),
            claims: case.claims.iter().filter(|claim| claim.known_at() <= day).collect(),
            records: case.records.iter().filter(|record| record.resolved_on <= day).collect(),
        }
    }

    /// What the platform answered without deciding, by day.
    pub(super) fn replies(&self) -> impl DoubleEndedIterator<Item = &'a Claim> {
        self.claims.iter().copied().filter(|claim| claim.platform_reply().is_some())
    }
}
