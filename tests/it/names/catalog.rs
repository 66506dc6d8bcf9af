//! A small catalog that proposes candidates as the databases do: by whole keys and beginnings, then by letter pairs in common.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

use greenlight::names::Candidate;
use greenlight::names::Match;
use greenlight::names::NameKind;
use greenlight::names::Query;
use greenlight::names::grams;
use greenlight::names::index_keys;

/// Something with names. The later in its catalog, the less popular.
pub struct Entry {
    pub label: String,
    pub is_person: bool,
    pub names: Vec<(String, NameKind)>,
}

impl Entry {
    /// A person with the Hangul name and spellings in Latin letters, the first for display.
    pub fn person(hangul: &str, latin: &[&str]) -> Self {
        let mut names = vec![(hangul.to_owned(), NameKind::Original)];
        let kinds = std::iter::once(NameKind::Display).chain(std::iter::repeat(NameKind::Romanization));
        names.extend(latin.iter().map(|text| (*text).to_owned()).zip(kinds));
        Self { label: hangul.to_owned(), is_person: true, names }
    }

    /// A show with its original title.
    pub fn show(title: &str) -> Self {
        Self { label: title.to_owned(), is_person: false, names: vec![(title.to_owned(), NameKind::Original)] }
    }

    /// The same with one name more.
    pub fn named(mut self, text: &str, kind: NameKind) -> Self {
        self.names.push((text.to_owned(), kind));
        self
    }
}

/// Entries and the index of their names.
pub struct Catalog {
    entries: Vec<Entry>,
    rows: Vec<Row>,
    /// How many rows of the index are proposed; a database proposes 200.
    proposals: usize,
}

/// A row of the index.
struct Row {
    entry: usize,
    name: usize,
    key: String,
    pairs: Vec<String>,
}

impl Catalog {
    /// So few proposals that a bad one is noticed.
    pub fn new(entries: Vec<Entry>) -> Self {
        Self::proposing(20, entries)
    }

    /// Indexes the entries.
    pub fn proposing(proposals: usize, entries: Vec<Entry>) -> Self {
        let mut rows = Vec::new();
        for (entry, Entry { is_person, names, .. }) in entries.iter().enumerate() {
            for (name, (text, _)) in names.iter().enumerate() {
                let keys = index_keys(text, *is_person).into_iter().map(|stored| stored.key);
                rows.extend(keys.map(|key| Row { entry, name, pairs: grams(&key), key }));
            }
        }
        Self { entries, rows, proposals }
    }

    /// What the catalog answers, best and most popular first.
    pub fn search(&self, text: &str) -> Vec<(&str, Match)> {
        let Some(query) = Query::new(text) else { return Vec::new() };
        let mut best: BTreeMap<usize, Match> = BTreeMap::new();
        for (entry, name) in self.proposed(&query) {
            let Entry { is_person, names, .. } = &self.entries[entry];
            let (text, kind) = &names[name];
            let Some(found) = query.matches(&Candidate { text, kind: *kind, is_person: *is_person }) else { continue };
            if best.get(&entry).is_none_or(|known| known.score < found.score) {
                best.insert(entry, found);
            }
        }
        let mut hits: Vec<(usize, Match)> = best.into_iter().collect();
        hits.sort_by_key(|(entry, found)| (Reverse(found.score), *entry));
        hits.into_iter().map(|(entry, found)| (self.entries[entry].label.as_str(), found)).collect()
    }

    /// The names that a database would propose: equal keys, beginnings, then most pairs in common, shorter keys first.
    fn proposed(&self, query: &Query) -> BTreeSet<(usize, usize)> {
        let (keys, pairs) = (query.keys(), query.grams());
        let rank = |row: &Row| {
            let equal = keys.contains(&row.key);
            let begins = keys.iter().any(|key| row.key.starts_with(key));
            let common = row.pairs.iter().filter(|pair| pairs.contains(pair)).count();
            (equal, begins, common, Reverse(row.key.len()))
        };
        let mut ranked: Vec<_> = self.rows.iter().map(|row| (Reverse(rank(row)), row.entry, row.name)).collect();
        ranked.retain(|(Reverse((_, begins, common, _)), ..)| *begins || *common > 0);
        ranked.sort();
        ranked.into_iter().map(|(_, entry, name)| (entry, name)).take(self.proposals).collect()
    }
}
