//! Search over all names: the database proposes, [`names::Query`](crate::names::Query) scores and explains.
//!
//! | branch | proposes | order |
//! |---|---|---|
//! | 0 | keys that are the search | the most popular first |
//! | 1 | keys that begin with it | the most popular first |
//! | 2 | keys with pairs of letters in common | most pairs, then the shortest, then the most popular |
//!
//! Both databases compare keys and pairs by code point and break ties by key, so they propose the same names.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use ::entity::ids::{CharacterId, NameId, PersonId, ShowId};
use ::entity::{kinds, name, search_gram, search_key};
use sea_orm::sea_query::{
    CaseStatement, Expr, ExprTrait as _, Func, FunctionCall, Order, Query as Sql, SelectStatement, UnionType,
};
use sea_orm::{ColumnTrait as _, Condition, ConnectionTrait as _, DatabaseConnection, DbErr, FromQueryResult};

use crate::names::Candidate;
use crate::names::Match;
use crate::names::NameKind;
use crate::names::Query;
use crate::store::list::any_of;
use crate::store::page::{End, Page, PageRequest, Position, SortValue};

/// Most names that the database proposes.
const PROPOSALS: u64 = 200;
/// Stands behind every letter, so that a key and this end the range of what begins with the key.
const AFTER_ALL: char = char::MAX;

/// What can be searched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Searched {
    /// Shows by title.
    Show,
    /// People by name.
    Person,
    /// Characters by name.
    Character,
}

impl Searched {
    /// Everything that can be searched for.
    pub const ALL: [Self; 3] = [Self::Show, Self::Person, Self::Character];

    /// The column of the names that is set where they name such a thing.
    pub(super) fn column(self) -> name::Column {
        match self {
            Self::Show => name::Column::ShowId,
            Self::Person => name::Column::PersonId,
            Self::Character => name::Column::CharacterId,
        }
    }
}

/// A thing that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Found {
    /// A show.
    Show(ShowId),
    /// A person.
    Person(PersonId),
    /// A character.
    Character(CharacterId),
}

/// A thing that answers a search, with its name that answers best.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// What was found.
    pub found: Found,
    /// Which of its spellings matched, why, and how well.
    pub matched: Match,
    /// 0..1 within this server.
    pub popularity: f64,
    name: NameId,
}

/// A name that the database proposes.
#[derive(Debug, FromQueryResult)]
struct Proposed {
    id: NameId,
    text: String,
    kind: kinds::NameKind,
    show_id: Option<ShowId>,
    person_id: Option<PersonId>,
    character_id: Option<CharacterId>,
    popularity: f64,
}

/// What answers a search, best and most popular first; each thing once, under its best name.
pub async fn hits(db: &DatabaseConnection, query: &Query, types: &[Searched]) -> Result<Vec<Hit>, DbErr> {
    let mut best: HashMap<Found, Hit> = HashMap::new();
    for row in db.query_all(&proposals(query, types)).await? {
        let Some(hit) = Proposed::from_query_result(&row, "")?.hit(query) else { continue };
        match best.entry(hit.found) {
            Entry::Vacant(vacant) => drop(vacant.insert(hit)),
            Entry::Occupied(mut known) if hit.beats(known.get()) => drop(known.insert(hit)),
            Entry::Occupied(_) => (),
        }
    }
    let mut hits: Vec<Hit> = best.into_values().collect();
    hits.sort_by_key(Place::of);
    Ok(hits)
}

/// The page of hits that is asked for.
pub fn page(hits: Vec<Hit>, request: &PageRequest) -> Page<Hit> {
    let after = request.after.as_ref().and_then(Place::read);
    let before = request.before.as_ref().and_then(Place::read);
    let first = after.map_or(0, |after| hits.partition_point(|hit| Place::of(hit) <= after));
    let end = before.map_or(hits.len(), |before| hits.partition_point(|hit| Place::of(hit) < before)).max(first);
    let size = usize::from(request.size);
    let (first, end) = match request.from {
        End::First => (first, end.min(first + size)),
        End::Last => (first.max(end.saturating_sub(size)), end),
    };
    let (has_previous, has_next) = (first > 0, end < hits.len());
    let rows = hits.into_iter().skip(first).take(end - first);
    let rows = rows.map(|hit| (Place::of(&hit).position(), Arc::new(hit))).collect();
    Page { rows, has_next, has_previous }
}

impl Proposed {
    /// The thing under this name, if the name answers.
    fn hit(self, query: &Query) -> Option<Hit> {
        let found = (self.show_id.map(Found::Show))
            .or(self.person_id.map(Found::Person))
            .or(self.character_id.map(Found::Character))?;
        let is_person = !matches!(found, Found::Show(_));
        let matched = query.matches(&Candidate { text: &self.text, kind: kind(self.kind), is_person })?;
        Some(Hit { found, matched, popularity: self.popularity, name: self.id })
    }
}

impl Hit {
    /// Whether this name of a thing answers better than another of it; of equal ones the first that was stored.
    fn beats(&self, other: &Self) -> bool {
        let rank = |hit: &Self| (Reverse(hit.matched.score), hit.matched.reason, hit.name);
        rank(self) < rank(other)
    }
}

/// Where a hit stands: by score, popularity (as bits, which order like the numbers from 0 on), type and key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place(Reverse<u64>, Reverse<u64>, i64, i64);

impl Place {
    fn of(hit: &Hit) -> Self {
        let (kind, key) = match hit.found {
            Found::Show(id) => (0, id.0),
            Found::Person(id) => (1, id.0),
            Found::Character(id) => (2, id.0),
        };
        let bits = |share: f64| Reverse(share.max(0.0).to_bits());
        Self(bits(hit.matched.score.as_f64()), bits(hit.popularity), kind, key)
    }

    /// The same as a cursor holds it.
    fn position(self) -> Position {
        let Self(Reverse(score), Reverse(popularity), kind, key) = self;
        vec![SortValue::Float(score), SortValue::Float(popularity), SortValue::Int(kind), SortValue::Int(key)]
    }

    /// What a cursor holds; null where it is none of search.
    fn read(position: &Position) -> Option<Self> {
        match *position.as_slice() {
            [SortValue::Float(score), SortValue::Float(popularity), SortValue::Int(kind), SortValue::Int(key)] => {
                Some(Self(Reverse(score), Reverse(popularity), kind, key))
            }
            _ => None,
        }
    }
}

/// The statement that proposes names.
fn proposals(query: &Query, types: &[Searched]) -> SelectStatement {
    let columns = ["name_id", "branch", "shared", "letters", "popularity"];
    let both = Sql::select()
        .columns(columns)
        .from_subquery(beginnings(query, types), "beginning")
        .union(
            UnionType::All,
            Sql::select().columns(columns).from_subquery(likenesses(query, types), "likeness").take(),
        )
        .take();
    let best = Sql::select()
        .column("name_id")
        .expr_as(Expr::col("popularity").max(), "popularity")
        .from_subquery(both, "found")
        .group_by_col("name_id")
        .order_by_expr(Expr::col("branch").min(), Order::Asc)
        .order_by_expr(Expr::col("shared").max(), Order::Desc)
        .order_by_expr(Expr::col("letters").min(), Order::Asc)
        .order_by_expr(Expr::col("popularity").max(), Order::Desc)
        .order_by_expr(Expr::col("name_id"), Order::Asc)
        .limit(PROPOSALS)
        .take();
    let mut named = Sql::select();
    for column in ["id", "text", "kind", "show_id", "person_id", "character_id"] {
        named.column(("name", column));
    }
    let is_it = Expr::col(("name", "id")).equals(("best", "name_id"));
    named.column(("best", "popularity")).from_subquery(best, "best").inner_join(name::Entity, is_it).take()
}

/// Keys that are the search or begin with it.
fn beginnings(query: &Query, types: &[Searched]) -> SelectStatement {
    let keys = query.keys();
    let begins = keys.iter().fold(Condition::any(), |any, key| any.add(begins_with(key)));
    let is_whole = any_of(key_column(), keys.into_iter().map(Into::into));
    let branch = || CaseStatement::new().case(is_whole.clone(), 0).finally(1);
    let mut select = proposing(types);
    select
        .expr_as(branch(), "branch")
        .expr_as(Expr::val(0_i64), "shared")
        .expr_as(Expr::val(0_i64), "letters")
        .cond_where(begins)
        .order_by_expr(branch().into(), Order::Asc);
    best_known(select)
}

/// Keys that have pairs of letters in common with the search.
fn likenesses(query: &Query, types: &[Searched]) -> SelectStatement {
    let shared = Sql::select()
        .column(search_gram::Column::SearchKeyId)
        .expr_as(Expr::col(search_gram::Column::Gram).count(), "shared")
        .from(search_gram::Entity)
        .cond_where(any_of(search_gram::Column::Gram.into_expr(), query.grams().into_iter().map(Into::into)))
        .group_by_col(search_gram::Column::SearchKeyId)
        .take();
    let letters = || letters_of(key_column());
    let is_it = Expr::col((search_key::Entity, search_key::Column::Id)).equals(("common", "search_key_id"));
    let mut select = proposing(types);
    select
        .expr_as(Expr::val(2), "branch")
        .column(("common", "shared"))
        .expr_as(letters(), "letters")
        .join_subquery(sea_orm::JoinType::InnerJoin, shared, "common", is_it)
        .order_by_expr(Expr::col(("common", "shared")), Order::Desc)
        .order_by_expr(letters().into(), Order::Asc);
    best_known(select)
}

/// Keys of the names of such things.
fn proposing(types: &[Searched]) -> SelectStatement {
    let of_type = types.iter().fold(Condition::any(), |any, of| any.add(of.column().into_expr().is_not_null()));
    Sql::select()
        .column(search_key::Column::NameId)
        .column(search_key::Column::Popularity)
        .from(search_key::Entity)
        .inner_join(name::Entity, name::Column::Id.into_expr().equals(search_key::Column::NameId.as_column_ref()))
        .cond_where(of_type)
        .take()
}

/// The best known of them.
fn best_known(mut select: SelectStatement) -> SelectStatement {
    select
        .order_by_expr(search_key::Column::Popularity.into_expr(), Order::Desc)
        .order_by_expr(search_key::Column::Id.into_expr(), Order::Asc)
        .limit(PROPOSALS)
        .take()
}

pub(super) fn key_column() -> Expr {
    search_key::Column::Key.into_expr()
}

/// How many letters a key has: LENGTH counts characters on both databases.
pub(super) fn letters_of(key: Expr) -> FunctionCall {
    Func::cust("LENGTH").arg(key)
}

/// Keys that begin with `key`, itself among them: one range of the index.
pub(super) fn begins_with(key: &str) -> Condition {
    Condition::all().add(key_column().gte(key)).add(key_column().lt(format!("{key}{AFTER_ALL}")))
}

/// The kind of a name in the words of names.
fn kind(kind: kinds::NameKind) -> NameKind {
    match kind {
        kinds::NameKind::Display => NameKind::Display,
        kinds::NameKind::Original => NameKind::Original,
        kinds::NameKind::Translation => NameKind::Translation,
        kinds::NameKind::Romanization => NameKind::Romanization,
        kinds::NameKind::Working => NameKind::Working,
        kinds::NameKind::Abbreviation => NameKind::Abbreviation,
        kinds::NameKind::Pseudonym => NameKind::Pseudonym,
        kinds::NameKind::Misspelling => NameKind::Misspelling,
    }
}
