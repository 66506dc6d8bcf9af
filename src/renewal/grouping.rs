//! Origin grouping: which claims go back to the same utterance.
//!
//! The rules are tried in order, on claims in order of their day and id, and the first that fits decides:
//!
//! | rule | when |
//! |---|---|
//! | an editor | said so; that is never redone |
//! | (a) same voucher | a *named* voucher said the same kind of thing within 3 days |
//! | (b) same outlet | *anonymous* sources of the same first outlet spoke of the same seasons within 3 days |
//! | (c) shared details | the root is *unnamed* ("reports suggest"), and two or more distinctive details are shared, within 14 days or with conflicting dates |
//! | (d) copied text | of the 5-word shingles of one, .35 or more stand in the other |
//! | (e) alone | otherwise; an unnamed root is then `unsourced` |
//!
//! Days are counted from the first claim of an origin, so that a chain of follow-ups does not grow into one utterance.
//!
//! ```
//! use greenlight::renewal::{Detail, Day, OriginRule, Root, Utterance, group};
//! # use greenlight::renewal::{ClaimId, Kind, Seasons, VoucherId};
//!
//! let day = |m, d| Day::from_ymd_opt(2025, m, d).unwrap();
//! let details = || ["seasons 2+3", "simultaneous"].iter().map(|text| Detail::new(text).unwrap()).collect();
//! # let said = |id: &str, on, root| Utterance { id: ClaimId::new(id).unwrap(), claimed_on: on, root, kind: Kind::Production,
//! #     seasons: [2, 3].into(), details: details(), has_conflicting_date: false, text: None, editor: None };
//! let exclusive = said("a1", day(9, 23), Root::Anonymous(VoucherId::new("xportsnews")?));
//! let reports_suggest = said("b1", day(9, 24), Root::Unnamed);
//! let grouped = group(&[reports_suggest, exclusive]);
//! assert_eq!(grouped[1].rule, OriginRule::SharedDetails);
//! assert_eq!(grouped[0].origin, grouped[1].origin); // two articles, one voice
//! # Ok::<(), greenlight::renewal::Empty>(())
//! ```

use std::collections::BTreeSet;

use crate::renewal::claim::Voucher;
use crate::renewal::said::Kind;
use crate::renewal::shingles::Shingles;
use crate::renewal::span::Day;
use crate::renewal::span::Span;
use crate::renewal::text::ClaimId;
use crate::renewal::text::Detail;
use crate::renewal::text::OriginKey;
use crate::renewal::text::Prose;
use crate::renewal::text::VoucherId;
use crate::renewal::vocabulary::vocabulary;

const SAME_UTTERANCE: i32 = 3;
const SAME_NEWS: i32 = 14;
const DISTINCTIVE: usize = 2;
const COPIED: f64 = 0.35;

/// Target seasons, by number.
pub type Seasons = BTreeSet<u16>;

/// Who stands at the beginning of the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Root {
    /// A person, platform or company by name.
    Named(Voucher),
    /// Anonymous sources of this first outlet.
    Anonymous(VoucherId),
    /// Nobody says who: "reports suggest".
    Unnamed,
}

/// A claim as far as grouping needs it.
#[derive(Clone, Debug)]
pub struct Utterance {
    /// Which claim.
    pub id: ClaimId,
    /// The day on which it says that its root spoke.
    pub claimed_on: Day,
    /// Who stands at the beginning.
    pub root: Root,
    /// About what.
    pub kind: Kind,
    /// Which seasons it speaks of.
    pub seasons: Seasons,
    /// What few others would say alike: the set of seasons, "simultaneous", a window, people by name.
    pub details: BTreeSet<Detail>,
    /// Whether its date cannot be right, by the date lint.
    pub has_conflicting_date: bool,
    /// The fingerprint of its report's text; `None` = not held.
    pub text: Option<Shingles>,
    /// Where an editor put it; `None` = nowhere.
    pub editor: Option<OriginKey>,
}

vocabulary! {
    /// Which rule decided.
    OriginRule {
        /// (a)
        SameVoucher = "SAME_VOUCHER",
        /// (b)
        SameOutlet = "SAME_OUTLET",
        /// (c)
        SharedDetails = "SHARED_DETAILS",
        /// (d)
        CopiedText = "COPIED_TEXT",
        /// (e)
        Alone = "ALONE",
        /// An editor.
        Editor = "EDITOR",
    }
}

/// Where a claim belongs, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grouped {
    /// Which claim.
    pub id: ClaimId,
    /// Its origin: the editor's, or named by the first claim in it.
    pub origin: OriginKey,
    /// Which rule decided.
    pub rule: OriginRule,
    /// Why, in a sentence.
    pub reason: Prose,
}

/// The origins of claims, in order of day and id; the order in which they are given does not matter.
pub fn group(utterances: &[Utterance]) -> Vec<Grouped> {
    let mut sorted: Vec<&Utterance> = utterances.iter().collect();
    sorted.sort_by(|a, b| (a.claimed_on, &a.id).cmp(&(b.claimed_on, &b.id)));
    // What names its root stands before what does not: "reports suggest" joins the exclusive, whichever was dated first.
    let (unnamed, rooted): (Vec<_>, Vec<_>) = sorted.into_iter().partition(|one| one.root == Root::Unnamed);
    let mut origins: Vec<Members> = Vec::new();
    let mut grouped: Vec<(Day, Grouped)> = Vec::new();
    for utterance in rooted.into_iter().chain(unnamed) {
        let (at, rule, reason) = place(utterance, &origins);
        let at = at.unwrap_or(origins.len());
        if at == origins.len() {
            origins.push(Members { key: own_key(utterance), members: Vec::new() });
        }
        if let Some(home) = origins.get_mut(at) {
            home.members.push(utterance);
            let entry =
                Grouped { id: utterance.id.clone(), origin: home.key.clone(), rule, reason: Prose::new(reason) };
            grouped.push((utterance.claimed_on, entry));
        }
    }
    grouped.sort_by(|(a_day, a), (b_day, b)| (a_day, &a.id).cmp(&(b_day, &b.id)));
    grouped.into_iter().map(|(_, entry)| entry).collect()
}

/// An origin while it is put together.
struct Members<'a> {
    key: OriginKey,
    members: Vec<&'a Utterance>,
}

impl Members<'_> {
    /// Days since its first claim.
    fn age(&self, on: Day) -> i32 {
        self.members
            .iter()
            .map(|member| member.claimed_on)
            .min()
            .map_or(0, |first| Span::between(first, on).count().abs())
    }
}

fn own_key(utterance: &Utterance) -> OriginKey {
    utterance.editor.clone().unwrap_or_else(|| utterance.id.as_origin())
}

/// A rule: why a claim joins an origin, if it does.
type Rule = (OriginRule, fn(&Utterance, &Members) -> Option<String>);

/// Which origin a claim joins (`None` = a new one), by which rule, and why.
fn place(utterance: &Utterance, origins: &[Members]) -> (Option<usize>, OriginRule, String) {
    if let Some(key) = &utterance.editor {
        let at = origins.iter().position(|origin| origin.key == *key);
        return (at, OriginRule::Editor, "An editor put it here.".to_owned());
    }
    let rules: [Rule; 4] = [
        (OriginRule::SameVoucher, same_voucher),
        (OriginRule::SameOutlet, same_outlet),
        (OriginRule::SharedDetails, shared_details),
        (OriginRule::CopiedText, copied_text),
    ];
    let joins = |(rule, fits): &Rule| {
        origins
            .iter()
            .enumerate()
            .find_map(|(at, origin)| fits(utterance, origin).map(|reason| (Some(at), *rule, reason)))
    };
    let alone = || (None, OriginRule::Alone, "Nothing ties it to another claim.".to_owned());
    rules.iter().find_map(joins).unwrap_or_else(alone)
}

fn same_voucher(utterance: &Utterance, origin: &Members) -> Option<String> {
    let Root::Named(voucher) = &utterance.root else { return None };
    let same = |member: &&Utterance| member.root == utterance.root && member.kind == utterance.kind;
    (origin.age(utterance.claimed_on) <= SAME_UTTERANCE && origin.members.iter().any(same))
        .then(|| format!("{} said the same kind of thing within {SAME_UTTERANCE} days.", voucher.id))
}

fn same_outlet(utterance: &Utterance, origin: &Members) -> Option<String> {
    let Root::Anonymous(outlet) = &utterance.root else { return None };
    let same = |member: &&Utterance| member.root == utterance.root && !member.seasons.is_disjoint(&utterance.seasons);
    (origin.age(utterance.claimed_on) <= SAME_UTTERANCE && origin.members.iter().any(same))
        .then(|| format!("Sources of {outlet} spoke of the same season within {SAME_UTTERANCE} days."))
}

fn shared_details(utterance: &Utterance, origin: &Members) -> Option<String> {
    let near = origin.age(utterance.claimed_on) <= SAME_NEWS
        || utterance.has_conflicting_date
        || origin.members.iter().any(|member| member.has_conflicting_date);
    if utterance.root != Root::Unnamed || !near {
        return None;
    }
    let told: BTreeSet<_> = origin.members.iter().flat_map(|member| &member.details).collect();
    let shared: Vec<_> = utterance.details.iter().filter(|detail| told.contains(detail)).map(Detail::as_str).collect();
    (shared.len() >= DISTINCTIVE).then(|| format!("It names no source and shares {}.", shared.join(", ")))
}

fn copied_text(utterance: &Utterance, origin: &Members) -> Option<String> {
    let text = utterance.text.as_ref()?;
    let contained = |member: &&Utterance| member.text.as_ref().map(|other| text.containment(other).value());
    let most = origin.members.iter().filter_map(contained).fold(0.0, f64::max);
    (most >= COPIED).then(|| format!("{:.0} % of its text stands in another report of this origin.", most * 100.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::renewal::claim::VoucherClass;

    fn said(id: &str, day: u32, root: Root) -> Utterance {
        Utterance {
            id: ClaimId::new(id).unwrap(),
            claimed_on: Day::from_ymd_opt(2025, 9, day).unwrap(),
            root,
            kind: Kind::Decision,
            seasons: [2].into(),
            details: BTreeSet::new(),
            has_conflicting_date: false,
            text: None,
            editor: None,
        }
    }

    fn person(id: &str) -> Root {
        Root::Named(Voucher { class: VoucherClass::Creator, id: VoucherId::new(id).unwrap() })
    }

    fn outlet(id: &str) -> Root {
        Root::Anonymous(VoucherId::new(id).unwrap())
    }

    fn found(utterances: &[Utterance]) -> Vec<(String, OriginRule)> {
        group(utterances).into_iter().map(|one| (one.origin.to_string(), one.rule)).collect()
    }

    #[test]
    fn a_person_who_repeats_it_within_three_days_is_one_voice() {
        let claims = [
            said("a", 1, person("lee")),
            said("b", 4, person("lee")),
            said("c", 5, person("lee")),
            said("d", 1, person("ju")),
        ];
        let rules: Vec<_> = found(&claims);
        assert_eq!(rules[0], ("a".into(), OriginRule::Alone));
        assert_eq!(rules[1], ("d".into(), OriginRule::Alone));
        assert_eq!(rules[2], ("a".into(), OriginRule::SameVoucher));
        assert_eq!(rules[3], ("c".into(), OriginRule::Alone));
    }

    #[test]
    fn another_kind_of_statement_is_another_utterance() {
        let intent = Utterance { kind: Kind::Intent, ..said("b", 1, person("lee")) };
        assert_eq!(found(&[said("a", 1, person("lee")), intent])[1].1, OriginRule::Alone);
    }

    #[test]
    fn anonymous_sources_count_by_their_outlet_and_season() {
        let other = Utterance { seasons: [3].into(), ..said("c", 1, outlet("xports")) };
        let rules = found(&[said("a", 1, outlet("xports")), said("b", 2, outlet("xports")), other]);
        assert_eq!(
            rules.iter().map(|rule| rule.1).collect::<Vec<_>>(),
            [OriginRule::Alone, OriginRule::Alone, OriginRule::SameOutlet]
        );
    }

    #[test]
    fn an_impossible_date_does_not_keep_a_copy_apart() {
        let details: BTreeSet<_> =
            ["seasons 2+3", "simultaneous"].iter().map(|text| Detail::new(text).unwrap()).collect();
        let exclusive = Utterance { details: details.clone(), ..said("x", 29, outlet("xports")) };
        let copy = |conflict| Utterance {
            details: details.clone(),
            has_conflicting_date: conflict,
            ..said("a", 1, Root::Unnamed)
        };
        assert_eq!(found(&[copy(true), exclusive.clone()])[0], ("x".into(), OriginRule::SharedDetails));
        assert_eq!(found(&[copy(false), exclusive])[0], ("a".into(), OriginRule::Alone));
    }

    #[test]
    fn one_shared_detail_is_chance() {
        let details: BTreeSet<_> = [Detail::new("simultaneous").unwrap()].into();
        let exclusive = Utterance { details: details.clone(), ..said("x", 2, outlet("xports")) };
        assert_eq!(found(&[exclusive, Utterance { details, ..said("a", 2, Root::Unnamed) }])[0].1, OriginRule::Alone);
    }

    #[test]
    fn copied_text_is_one_voice_and_an_editor_decides_first() {
        let text = "sources close to the production say that both seasons will be filmed next summer in one go";
        let with = |id, words: &str| Utterance { text: Some(Shingles::of(words)), ..said(id, 20, outlet(id)) };
        let copy = format!("{text} as a blog wrote");
        let mut claims =
            [with("a", text), with("b", &copy), with("c", "an entirely different piece about other shows of the year")];
        let rules: Vec<_> = found(&claims).into_iter().map(|one| one.1).collect();
        assert_eq!(rules, [OriginRule::Alone, OriginRule::CopiedText, OriginRule::Alone]);
        claims[1].editor = Some(OriginKey::new("mine").unwrap());
        assert_eq!(found(&claims)[1], ("mine".into(), OriginRule::Editor));
    }
}
