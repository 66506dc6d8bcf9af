//! From the rows of a show to the case of one question on one day.

use std::collections::BTreeMap;

use ::entity::kinds;
use chrono::NaiveDate;
use sea_orm::DbErr;

use crate::renewal::{Case, Claim, Parameters, Probability, Prose, Record, Said, Share, Stance, Term, prior_terms};
use crate::store::evidence::claims::{Standing, is_heard, vouching};
use crate::store::evidence::rows::{ClaimRows, Rows, ShowRows, Sources};
use crate::store::evidence::{Evidence, Question, Trust, answers, features, next_of, node, watch};
use crate::store::node::NodeKey;
use crate::store::release::is_out;

impl Rows {
    /// The evidence of a question as it stood on a day; null = the season before was not complete.
    pub(super) fn evidence(
        &self,
        question: Question,
        as_of: NaiveDate,
        without: &[NodeKey],
        trust: &Trust,
    ) -> Result<Option<Evidence>, DbErr> {
        let Some(show) = self.shows.get(&question.show) else { return Ok(None) };
        let before = show
            .season(question.season.saturating_sub(1))
            .filter(|season| season.number >= 1 && is_out(season.completed_on, season.completed_on_precision, as_of));
        let Some((before, complete_on)) = before.and_then(|season| Some((season, season.completed_on?))) else {
            return Ok(None);
        };
        let standing = Standing::on(as_of, &show.claims);
        let next = next_of(show.seasons.iter(), as_of);
        let hears = |rows: &ClaimRows| is_heard(rows, without, trust);
        let heard = standing.about(question.season, next, hears);
        let settled = answers::answers(show, question.season, complete_on, as_of, hears);
        let settled = if believes_platform(show, without, trust) { settled } else { Vec::new() };
        let said: Vec<_> = heard.iter().map(|(rows, claim)| (Some(NodeKey::Claim(rows.claim.id)), claim)).collect();
        let spoken: Vec<_> = said.into_iter().chain(settled.iter().map(|(node, claim)| (*node, claim))).collect();
        let of_show = (question.show, show);
        let (checked_until, looks) = watch::last_look(self, of_show, &spoken, complete_on, as_of, without);
        let features = features::features(self, show, before, complete_on, as_of, without);
        let terms: Vec<_> =
            prior_terms(&features, Parameters::rc1()).into_iter().filter(|term| term.known_at <= as_of).collect();
        let claims: Vec<_> = spoken.iter().map(|(_, claim)| (*claim).clone()).collect();
        let sources = sources(&terms, &spoken, &looks, NodeKey::Season(before.id));
        let origins: BTreeMap<_, _> =
            heard.iter().map(|(rows, claim)| (claim.origin().clone(), &rows.origin)).collect();
        let case = Case::new(as_of, complete_on, Some(checked_until), terms, claims, self.records(as_of));
        Ok(Some(Evidence {
            question,
            case: case.map_err(|error| DbErr::Custom(error.to_string()))?,
            complete_on,
            sources,
            origin_keys: origins.iter().map(|(key, origin)| (key.clone(), origin.id)).collect(),
            origin_labels: origins.into_iter().map(|(key, origin)| (key, Prose::new(&origin.label))).collect(),
            platform: show.holder().map(|platform| platform.name.clone()),
        }))
    }

    /// Who was right before, as it was known on a day.
    fn records(&self, as_of: NaiveDate) -> Vec<Record> {
        let record = |(row, claim): &(::entity::track_record::Model, ::entity::claim::Model)| {
            let who = (row.voucher_outlet_id, row.voucher_person_id, row.voucher_platform_id);
            Some(Record {
                voucher: vouching(row.voucher_class, who, &row.voucher_name)?,
                resolved_on: row.resolved_on,
                right: row.is_right,
                prior_probability: Probability::new(row.prior_probability).ok()?,
                stance: match claim.stance {
                    kinds::Stance::Supports => Stance::Supports,
                    kinds::Stance::Denies => Stance::Denies,
                    kinds::Stance::Neutral => return None,
                },
                weight: Share::new(row.weight).ok()?,
            })
        };
        self.records.iter().filter(|(row, _)| row.resolved_on <= as_of).filter_map(record).collect()
    }
}

fn believes_platform(show: &ShowRows, without: &[NodeKey], trust: &Trust) -> bool {
    let holder = show.holder().map(|platform| NodeKey::Platform(platform.id));
    let refused = holder.is_some_and(|node| without.contains(&node) || trust.exclude_vouchers.contains(&node));
    !refused && !trust.exclude_classes.contains(&kinds::VoucherClass::Platform)
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
