//! From the rows of a show to the case of one question on one day.

use std::collections::BTreeMap;

use ::entity::{kinds, season};
use chrono::NaiveDate;
use sea_orm::DbErr;

use crate::renewal::{Case, CaseError, Claim, Parameters, Prose, Record, Said, Term, prior_terms};
use crate::store::evidence::claims::{Standing, is_heard};
use crate::store::evidence::records::record;
use crate::store::evidence::rows::{ClaimRows, ShowRows, Sources};
use crate::store::evidence::{Evidence, EvidenceOf, Question, Trust, answers, features, next_season, node, watch};
use crate::store::node::NodeKey;
use crate::store::release::is_out;

impl ShowRows {
    /// The evidence of a question as it stood on the day; null = the season before was not complete.
    pub fn evidence(&self, question: Question, how: &EvidenceOf) -> Result<Option<Evidence>, DbErr> {
        self.evidence_on(how.as_of.day(), question, how)
    }

    /// The same on another day than that which it names.
    pub(super) fn evidence_on(
        &self,
        as_of: NaiveDate,
        question: Question,
        how: &EvidenceOf,
    ) -> Result<Option<Evidence>, DbErr> {
        let before =
            question.season.checked_sub(1).filter(|number| *number >= 1).and_then(|number| self.season(number));
        let complete = before.filter(|season| is_out(season.completed_on, season.completed_on_precision, as_of));
        let Some((before, complete_on)) = complete.and_then(|season| Some((season, season.completed_on?))) else {
            return Ok(None);
        };
        let EvidenceOf { without, trust, .. } = how;
        let reading = Reading { show: self, question, before, complete_on, as_of, without, trust };
        reading.evidence().map(Some).map_err(|error| DbErr::Custom(error.to_string()))
    }

    /// The same before the question is open: as if the latest season before it that is held were complete on that day, all at
    /// once; null = none is held.
    pub(super) fn evidence_ahead(
        &self,
        as_of: NaiveDate,
        question: Question,
        how: &EvidenceOf,
    ) -> Result<Option<Evidence>, DbErr> {
        let earlier = self.seasons.iter().filter(|season| (1..question.season).contains(&season.number));
        let Some(before) = earlier.max_by_key(|season| season.number) else { return Ok(None) };
        let EvidenceOf { without, trust, .. } = how;
        let reading = Reading { show: self, question, before, complete_on: as_of, as_of, without, trust };
        reading.evidence().map(Some).map_err(|error| DbErr::Custom(error.to_string()))
    }

    /// Who was right before, as it was known on a day.
    fn records_by(&self, as_of: NaiveDate) -> Vec<Record> {
        self.records.iter().filter(|turned| turned.resolved_on <= as_of).filter_map(|turned| record(turned)).collect()
    }
}

/// One question on one day, with how it is read.
struct Reading<'a> {
    show: &'a ShowRows,
    question: Question,
    before: &'a season::Model,
    complete_on: NaiveDate,
    as_of: NaiveDate,
    without: &'a [NodeKey],
    trust: &'a Trust,
}

impl Reading<'_> {
    fn evidence(&self) -> Result<Evidence, CaseError> {
        let Self { show, question, complete_on, as_of, without, .. } = *self;
        let standing = Standing::on(as_of, &show.claims);
        let next = next_season(&show.seasons, as_of);
        let heard = standing.about(question.season, next, |rows| self.hears(rows));
        let settled = self.settled();
        let said = heard.iter().map(|(rows, claim)| (Some(NodeKey::Claim(rows.claim.id)), claim));
        let spoken: Vec<_> = said.chain(settled.iter().map(|(node, claim)| (*node, claim))).collect();
        let looked = watch::last_look(show, &spoken, complete_on, as_of, without);
        let terms = self.terms();
        let sources = sources(&terms, &spoken, &looked.1, NodeKey::Season(self.before.id));
        let claims = spoken.into_iter().map(|(_, claim)| claim.clone()).collect();
        let case = Case::new(as_of, complete_on, Some(looked.0), terms, claims, show.records_by(as_of))?;
        let origins: BTreeMap<_, _> =
            heard.iter().map(|(rows, claim)| (claim.origin().clone(), &rows.origin)).collect();
        Ok(Evidence {
            question,
            case,
            complete_on,
            sources,
            origin_keys: origins.iter().map(|(key, origin)| (key.clone(), origin.id)).collect(),
            origin_labels: origins.into_iter().map(|(key, origin)| (key, Prose::new(&origin.label))).collect(),
            platform: show.holder().map(|holder| holder.name.clone()),
        })
    }

    /// The prior, as far as it could be known.
    fn terms(&self) -> Vec<Term> {
        let features = features::features(self.show, self.before, self.complete_on, self.as_of, self.without);
        let mut terms = prior_terms(&features, Parameters::rc1());
        terms.retain(|term| term.known_at <= self.as_of);
        terms
    }

    /// What is settled, where the platform is believed.
    fn settled(&self) -> Vec<(Option<NodeKey>, Claim)> {
        let holder = self.show.holder().map(|holder| NodeKey::Platform(holder.platform));
        let is_refused = |node: NodeKey| self.without.contains(&node) || self.trust.exclude_vouchers.contains(&node);
        if holder.is_some_and(is_refused) || self.trust.exclude_classes.contains(&kinds::VoucherClass::Platform) {
            return Vec::new();
        }
        answers::answers(self.show, self.question.season, self.complete_on, self.as_of, |rows| self.hears(rows))
    }

    fn hears(&self, rows: &ClaimRows) -> bool {
        is_heard(rows, self.without, self.trust)
    }
}

/// What each item that the case can bring about rests on.
fn sources(terms: &[Term], spoken: &[(Option<NodeKey>, &Claim)], looks: &[NodeKey], before: NodeKey) -> Sources {
    let mut sources = Sources::new();
    for term in terms {
        let facts: Vec<_> = term.facts.iter().filter_map(|fact| node(fact.as_str())).collect();
        sources.insert(format!("prior:{}", term.code), if facts.is_empty() { vec![before] } else { facts });
    }
    for code in ["silence", "staleness"] {
        sources.insert(code.to_owned(), looks.to_vec());
    }
    for (node, claim) in spoken {
        for code in codes(claim) {
            sources.entry(code).or_default().extend(*node);
        }
    }
    sources
}

/// The items that a claim can stand behind; a word of the platform that reached us badly is a voice like others.
fn codes(claim: &Claim) -> Vec<String> {
    let voice = format!("origin:{}", claim.origin());
    match claim.said() {
        Said::Reply(reply) if claim.is_by_platform() => vec![format!("platform:{}", reply.code())],
        Said::Reply(_) => Vec::new(),
        Said::Statement { .. } if claim.is_by_platform() => vec!["official".to_owned(), voice],
        Said::Statement { .. } => vec![voice],
    }
}
