//! An answer with all that it rests on: weighed once, kept as JSON, read again bit for bit.

use std::collections::BTreeMap;

use ::entity::ids::{ClaimId, OriginId, ShowId};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::renewal::{
    self, Assessment, Case, Claim, Day, Item, OriginKey, Parameters, Prose, Record, Term, WeighedOrigin, assess,
};
use crate::store::evidence::{Evidence, Question, key, node};
use crate::store::node::NodeKey;

/// What is known of a question, and what the model makes of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Kept", into = "Kept")]
pub struct Weighed {
    /// What is known.
    pub evidence: Evidence,
    /// What follows.
    pub assessment: Assessment,
}

impl Weighed {
    /// Weighs evidence by the model of today.
    pub fn new(evidence: Evidence) -> Self {
        let assessment = assess(&evidence.case, Parameters::rc1());
        Self { evidence, assessment }
    }

    /// SHA-256, in hex, of all that was known of the question, and of the model's version: of compact JSON whose fields stand in the order
    /// of `Inputs`, its lists sorted as a case sorts them.
    ///
    /// The day of the question and the last day on which somebody looked are not in it: they pass whether anything happens or not,
    /// and are told beside it. So answers of different days that rest on the same evidence have the same hash.
    #[expect(clippy::missing_panics_doc, reason = "it never does")]
    pub fn input_hash(&self) -> String {
        let case = &self.evidence.case;
        let mut terms = case.terms().to_vec();
        for term in &mut terms {
            term.facts.sort();
        }
        let inputs = Inputs {
            model: Parameters::rc1().version(),
            show: self.evidence.question.show,
            season: self.evidence.question.season,
            complete_on: case.complete_on(),
            terms: &terms,
            claims: case.claims(),
            records: case.records(),
        };
        #[expect(clippy::expect_used, reason = "a struct of numbers, words and days is written to memory")]
        let canonical = serde_json::to_vec(&inputs).expect("inputs are JSON");
        Sha256::digest(canonical).iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
    }

    /// What an item rests on.
    pub fn sources(&self, item: &Item) -> Vec<NodeKey> {
        self.evidence.sources.get(&item.code().to_string()).cloned().unwrap_or_default()
    }

    /// The origin of the catalog that was weighed.
    pub fn origin(&self, origin: &WeighedOrigin) -> Option<OriginId> {
        self.evidence.origin_keys.get(&origin.key).copied()
    }

    /// Every origin of the catalog that was weighed.
    pub fn origins(&self) -> impl Iterator<Item = OriginId> {
        self.assessment.origins().iter().filter_map(|origin| self.origin(origin))
    }

    /// The claims of the catalog that counted in an origin.
    pub fn claims(origin: &WeighedOrigin) -> impl Iterator<Item = ClaimId> {
        origin.claims.iter().filter_map(claim_key)
    }

    /// Whether a claim is part of the case.
    pub fn hears(&self, claim: ClaimId) -> bool {
        self.evidence.case.claims().iter().any(|heard| claim_key(heard.id()) == Some(claim))
    }
}

/// What an answer follows from, but for its days.
#[derive(Serialize)]
struct Inputs<'a> {
    model: Prose,
    show: ShowId,
    season: i32,
    complete_on: Day,
    terms: &'a [Term],
    claims: &'a [Claim],
    records: &'a [Record],
}

/// The claim of the catalog that a claim of a case is; null = an answered question, which enters a case as a word of the platform.
fn claim_key(id: &renewal::ClaimId) -> Option<ClaimId> {
    match node(id.as_str()) {
        Some(NodeKey::Claim(key)) => Some(key),
        _ => None,
    }
}

/// The same as JSON holds it: rows of the catalog by type and key, e.g. `Claim:16`.
#[derive(Serialize, Deserialize)]
struct Kept {
    show: ShowId,
    season: i32,
    case: Case,
    sources: BTreeMap<String, Vec<String>>,
    origin_keys: BTreeMap<OriginKey, OriginId>,
    origin_labels: BTreeMap<OriginKey, Prose>,
    platform: Option<String>,
    assessment: Assessment,
}

/// A name that no row can have.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} names no row of the catalog, as Claim:16 does")]
struct NotANode(String);

impl From<Weighed> for Kept {
    fn from(Weighed { evidence, assessment }: Weighed) -> Self {
        let named = |(code, nodes): (String, Vec<NodeKey>)| (code, nodes.into_iter().map(key).collect());
        Self {
            show: evidence.question.show,
            season: evidence.question.season,
            case: evidence.case,
            sources: evidence.sources.into_iter().map(named).collect(),
            origin_keys: evidence.origin_keys,
            origin_labels: evidence.origin_labels,
            platform: evidence.platform,
            assessment,
        }
    }
}

impl TryFrom<Kept> for Weighed {
    type Error = NotANode;

    fn try_from(kept: Kept) -> Result<Self, NotANode> {
        let named = |name: String| node(&name).ok_or(NotANode(name));
        let nodes =
            |(code, names): (String, Vec<String>)| Ok((code, names.into_iter().map(named).collect::<Result<_, _>>()?));
        let evidence = Evidence {
            question: Question { show: kept.show, season: kept.season },
            complete_on: kept.case.complete_on(),
            case: kept.case,
            sources: kept.sources.into_iter().map(nodes).collect::<Result<_, _>>()?,
            origin_keys: kept.origin_keys,
            origin_labels: kept.origin_labels,
            platform: kept.platform,
        };
        Ok(Self { evidence, assessment: kept.assessment })
    }
}
