//! Search: one question over shows, people and characters.

use std::sync::Arc;

use ::entity::{character, person, show};
use async_graphql::{Context, Enum, Object, Result};

use crate::graphql::character::Character;
use crate::graphql::error::bad_input;
use crate::graphql::name::codes;
use crate::graphql::page::{PageArgs, PageInfo, encode, scope};
use crate::graphql::person::Person;
use crate::graphql::plan::{Selection, loader, row};
use crate::graphql::scalars::Locale;
use crate::graphql::search_hit::SearchHit;
use crate::graphql::show::Show;
use crate::names;
use crate::store::loader::Wave;
use crate::store::name::{Named, display};
use crate::store::page::{Page, Position};
use crate::store::search::{Found, Hit, Searched, hits, page};
use crate::store::subject::RowsOf;

/// Most characters of a search.
const LONGEST: usize = 200;

/// What can be searched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "Searched")]
pub(super) enum SearchType {
    /// Shows by title.
    Show,
    /// People by name.
    Person,
    /// Characters by name.
    Character,
}

/// Why something was found, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "names::MatchReason")]
pub(super) enum MatchReason {
    /// It is the name, case, accents, spaces and punctuation aside.
    Exact,
    /// The name, or one of its words, starts with it.
    Prefix,
    /// It is another name: a pen name, a working title, a short form, a misspelling in use.
    Alias,
    /// It is the name in Latin letters, by the rules or as newspapers spell it.
    Romanization,
    /// It differs in one or two letters, or stands inside the name.
    Fuzzy,
}

/// The search, prepared; refuses what cannot be searched.
fn prepared(query: &str) -> Result<names::Query> {
    let letters = query.chars().count();
    if letters > LONGEST {
        return Err(bad_input(format!("A search has at most {LONGEST} characters; this one has {letters}.")));
    }
    names::Query::new(query).ok_or_else(|| bad_input("A search needs a letter or a digit, e.g. \"choo young woo\"."))
}

/// The kinds that are searched, each once; all where none is named.
fn kinds(types: Option<Vec<SearchType>>) -> Vec<Searched> {
    let mut types: Vec<Searched> = types.unwrap_or_default().into_iter().map(Into::into).collect();
    types.sort_unstable();
    types.dedup();
    if types.is_empty() { Searched::ALL.into() } else { types }
}

/// A page of what a search found.
pub(super) struct SearchConnection {
    scope: u64,
    hits: Vec<(Position, Answer)>,
    has_next: bool,
    has_previous: bool,
    total: usize,
}

/// A page of what a search found, best and most popular first.
#[Object]
impl SearchConnection {
    /// What was found, with cursors and why.
    async fn edges(&self) -> Vec<SearchEdge<'_>> {
        self.hits.iter().map(|(position, answer)| SearchEdge { scope: self.scope, position, answer }).collect()
    }

    /// What was found, nothing else, e.g. `nodes { id }`.
    async fn nodes(&self, ctx: &Context<'_>) -> Result<Vec<SearchHit>> {
        let mut nodes = Vec::with_capacity(self.hits.len());
        for (_, answer) in &self.hits {
            nodes.push(node(ctx, answer.hit.found).await?);
        }
        Ok(nodes)
    }

    /// Where this page lies.
    async fn page_info(&self) -> Result<PageInfo> {
        PageInfo::of(self.scope, &self.hits, self.has_next, self.has_previous)
    }

    /// How many things all pages of this search hold, e.g. 3. It is no count of the catalog: a search looks at the 200 names that
    /// come nearest and keeps those that answer.
    async fn total_count(&self) -> Result<i32> {
        Ok(i32::try_from(self.total)?)
    }
}

/// A hit with what to print for it.
struct Answer {
    hit: Arc<Hit>,
    label: Option<String>,
}

/// Something found.
pub(super) struct SearchEdge<'a> {
    scope: u64,
    position: &'a Position,
    answer: &'a Answer,
}

/// Something found, with why.
#[Object]
impl SearchEdge<'_> {
    /// Where it stands; opaque, bound to query and types, for `after` and `before`.
    async fn cursor(&self) -> Result<String> {
        encode(self.scope, self.position)
    }

    /// What was found.
    async fn node(&self, ctx: &Context<'_>) -> Result<SearchHit> {
        node(ctx, self.answer.hit.found).await
    }

    /// To print, in the asked language, e.g. Choo Young-woo.
    async fn label(&self) -> &str {
        self.answer.label.as_deref().unwrap_or(&self.answer.hit.matched.spelling)
    }

    /// The spelling that matched, as written, e.g. 추영우; where its romanization did, that, e.g. Chu Yeong-u.
    async fn matched_name(&self) -> &str {
        &self.answer.hit.matched.spelling
    }

    /// Why it was found.
    async fn reason(&self) -> MatchReason {
        self.answer.hit.matched.reason.into()
    }

    /// How well the name answers, 0..1, e.g. 0.94; what answers equally well stands by popularity.
    async fn score(&self) -> f64 {
        self.answer.hit.matched.score.as_f64()
    }
}

/// Root field of search.
#[derive(Debug, Default)]
pub struct SearchQuery;

#[Object]
impl SearchQuery {
    /// Shows, people and characters by any spelling in any script, best match first. Case, accents, spaces and punctuation do not
    /// count; beginnings, press spellings of Korean names and one or two typos are understood.
    #[expect(clippy::too_many_arguments, reason = "the four of every connection, and what a search needs")]
    async fn search(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Free text with a letter or digit in it, 1..200 characters, e.g. \"추영우\".")] query: String,
        #[graphql(desc = "Only these kinds, e.g. [SHOW]; default all.")] types: Option<Vec<SearchType>>,
        #[graphql(desc = "Languages for labels, best first, e.g. [\"ko\", \"en\"]; default English.")] locales: Option<
            Vec<Locale>,
        >,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<SearchConnection> {
        let search = prepared(&query)?;
        let bound_to = ("search", query, kinds(types));
        let request = PageArgs::new(first, after, last, before).request(&bound_to)?;
        let all = hits(loader(ctx)?.db(), &search, &bound_to.2).await?;
        let total = all.len();
        let page = page(all, &request);
        plan(ctx, &page).await?;
        let hits = answers(ctx, &page, &codes(locales)).await?;
        Ok(SearchConnection {
            scope: scope(&bound_to),
            hits,
            has_next: page.has_next,
            has_previous: page.has_previous,
            total,
        })
    }
}

/// Loads what is selected of the hits: one statement per type, and one for all names.
async fn plan(ctx: &Context<'_>, page: &Page<Hit>) -> Result<()> {
    let asked = Selection::of(ctx);
    let found = || page.rows.iter().map(|(_, hit)| hit.found);
    let mut wave = Wave::default();
    if asked.has("nodes") || asked.under("edges").has("node") {
        let keys = found().filter_map(|found| if let Found::Show(id) = found { Some(id) } else { None });
        asked.rows().rows_by_key::<Show, show::Entity>(keys.collect(), &mut wave);
        let keys = found().filter_map(|found| if let Found::Person(id) = found { Some(id) } else { None });
        asked.rows().rows_by_key::<Person, person::Entity>(keys.collect(), &mut wave);
        let keys = found().filter_map(|found| if let Found::Character(id) = found { Some(id) } else { None });
        asked.rows().rows_by_key::<Character, character::Entity>(keys.collect(), &mut wave);
    }
    asked.under("edges").names(&["label"], found().map(named), &mut wave);
    Ok(loader(ctx)?.run(wave).await?)
}

/// The hits with their labels, where these are selected.
async fn answers(ctx: &Context<'_>, page: &Page<Hit>, locales: &[String]) -> Result<Vec<(Position, Answer)>> {
    let labelled = ctx.look_ahead().field("edges").field("label").exists();
    let mut answers = Vec::with_capacity(page.rows.len());
    for (position, hit) in &page.rows {
        let label = if labelled {
            let names = loader(ctx)?.fetch(&RowsOf::<Named>::new(), named(hit.found)).await?;
            display(&names, locales).map(|name| name.text.clone())
        } else {
            None
        };
        answers.push((position.clone(), Answer { hit: hit.clone(), label }));
    }
    Ok(answers)
}

/// Whose names label a hit.
fn named(found: Found) -> Named {
    match found {
        Found::Show(id) => Named::Show(id),
        Found::Person(id) => Named::Person(id),
        Found::Character(id) => Named::Character(id),
    }
}

/// What was found, as planned.
async fn node(ctx: &Context<'_>, found: Found) -> Result<SearchHit> {
    Ok(match found {
        Found::Show(id) => SearchHit::Show(Show(row::<show::Entity>(ctx, id).await?)),
        Found::Person(id) => SearchHit::Person(Person(row::<person::Entity>(ctx, id).await?)),
        Found::Character(id) => SearchHit::Character(Character(row::<character::Entity>(ctx, id).await?)),
    })
}
