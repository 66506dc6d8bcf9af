//! A small catalog that proposes candidates as the databases do: by whole keys and beginnings, then by letter pairs in common.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use greenlight::names::Candidate;
use greenlight::names::Match;
use greenlight::names::NameKind;
use greenlight::names::Query;
use greenlight::names::grams;
use greenlight::names::index_keys;

/// So few that a bad proposal is noticed; a database proposes 200.
const PROPOSALS: usize = 20;

/// Something with names. The later in its catalog, the less popular.
pub struct Entry {
    pub label: &'static str,
    pub is_person: bool,
    pub names: Vec<(String, NameKind)>,
}

impl Entry {
    /// A person with the Hangul name and spellings in Latin letters, the first for display.
    pub fn person(hangul: &'static str, latin: &[&str]) -> Self {
        let mut names = vec![(hangul.to_owned(), NameKind::Original)];
        let kinds = std::iter::once(NameKind::Display).chain(std::iter::repeat(NameKind::Romanization));
        names.extend(latin.iter().map(|text| (*text).to_owned()).zip(kinds));
        Self { label: hangul, is_person: true, names }
    }

    /// A show with its original title.
    pub fn show(title: &'static str) -> Self {
        Self { label: title, is_person: false, names: vec![(title.to_owned(), NameKind::Original)] }
    }

    /// The same with one name more.
    pub fn named(mut self, text: &str, kind: NameKind) -> Self {
        self.names.push((text.to_owned(), kind));
        self
    }
}

/// What the catalog answers, best and most popular first.
pub fn search(catalog: &[Entry], text: &str) -> Vec<(&'static str, Match)> {
    let Some(query) = Query::new(text) else { return Vec::new() };
    let mut hits: Vec<(usize, Match)> = Vec::new();
    for (entry, name) in proposals(catalog, &query) {
        let Entry { is_person, names, .. } = &catalog[entry];
        let (text, kind) = &names[name];
        let Some(found) = query.matches(&Candidate { text, kind: *kind, is_person: *is_person }) else { continue };
        match hits.iter_mut().find(|(known, _)| *known == entry) {
            Some((_, best)) if best.score < found.score => *best = found,
            Some(_) => {}
            None => hits.push((entry, found)),
        }
    }
    hits.sort_by_key(|(entry, found)| (Reverse(found.score), *entry));
    hits.into_iter().map(|(entry, found)| (catalog[entry].label, found)).collect()
}

/// The names that a database would propose.
fn proposals(catalog: &[Entry], query: &Query) -> BTreeSet<(usize, usize)> {
    let (keys, pairs) = (query.keys(), query.grams());
    let mut rows = Vec::new();
    for (entry, Entry { is_person, names, .. }) in catalog.iter().enumerate() {
        for (name, (text, _)) in names.iter().enumerate() {
            for stored in index_keys(text, *is_person) {
                let begins = keys.iter().any(|key| stored.key.starts_with(key));
                let common = grams(&stored.key).iter().filter(|pair| pairs.contains(pair)).count();
                rows.push((Reverse(begins), Reverse(common), stored.key.len(), (entry, name)));
            }
        }
    }
    rows.retain(|(begins, common, ..)| begins.0 || common.0 > 0);
    rows.sort();
    rows.into_iter().map(|(.., row)| row).take(PROPOSALS).collect()
}
