//! Search as a condition, for the filters of lists: it only says whether a name answers, so it is stricter than a search that ranks.

use std::collections::BTreeSet;

use ::entity::{name, search_gram};
use sea_orm::sea_query::{Expr, ExprTrait as _, Query as Sql};
use sea_orm::{ColumnTrait as _, Condition, Value};

use crate::names::grams;
use crate::names::press_key;
use crate::names::romanize;
use crate::names::search_key;
use crate::store::list::any_of;
use crate::store::search::{Searched, begins_with, key_column, letters_of};

/// From how many letters on a slip of the hand is forgiven.
const LETTERS_FOR_A_SLIP: usize = 8;
/// How many pairs of letters one slip changes at most: two swapped letters touch three.
const PAIRS_OF_A_SLIP: usize = 3;

/// The things of a type, by `id`, that have a name which is `text`, as written or as newspapers spell it, begins with it or holds it, in
/// any script; from eight letters on with one slip. A text without letters and digits is found nowhere.
pub(super) fn found_by(text: &str, of: Searched, id: Expr) -> Expr {
    let found = Sql::select()
        .expr(of.column().into_expr())
        .from(::entity::search_key::Entity)
        .inner_join(
            name::Entity,
            name::Column::Id.into_expr().equals(::entity::search_key::Column::NameId.as_column_ref()),
        )
        .and_where(of.column().into_expr().is_not_null())
        .cond_where(spelt(text).unwrap_or_else(|| Expr::val(1).eq(0).into()))
        .take();
    id.in_subquery(found)
}

/// Stored keys that are a spelling of `text`; null where it has no letters.
fn spelt(text: &str) -> Option<Condition> {
    let latin: Vec<String> =
        [true, false].into_iter().filter_map(|is_person| romanize::name(text, is_person)).collect();
    let keys: BTreeSet<String> = latin.iter().map(String::as_str).chain([text]).map(search_key).collect();
    let whole: BTreeSet<String> = latin.iter().map(String::as_str).chain([text]).map(press_key).collect();
    let whole: Vec<Value> = whole.into_iter().filter(|key| !key.is_empty()).map(Into::into).collect();
    let fits = keys.iter().filter(|key| !key.is_empty()).fold(Condition::any(), |any, key| any.add(fits(key)));
    let in_the_press = (!whole.is_empty()).then(|| any_of(key_column(), whole));
    (!fits.is_empty()).then(|| fits.add_option(in_the_press))
}

/// Stored keys that fit one key of the search.
fn fits(key: &str) -> Condition {
    let letters = key.chars().count();
    let slip = (letters >= LETTERS_FOR_A_SLIP).then(|| slipped(key, letters));
    Condition::any().add(begins_with(key)).add_option((letters > 1).then(|| holds(key))).add_option(slip)
}

/// They hold it. The pairs narrow down what is compared; a key holds no sign that LIKE knows.
fn holds(key: &str) -> Condition {
    let inner: Vec<String> = grams(key).into_iter().skip(1).collect();
    let all = inner.len();
    Condition::all().add(shares(inner, all)).add(key_column().like(format!("%{key}%")))
}

/// They differ by one slip: about as long, and nearly all pairs in common.
fn slipped(key: &str, letters: usize) -> Condition {
    let pairs = grams(key);
    let least = pairs.len().saturating_sub(PAIRS_OF_A_SLIP);
    let lengths = [letters - 1, letters, letters + 1].map(|length| i64::try_from(length).unwrap_or(i64::MAX));
    Condition::all().add(shares(pairs, least)).add(Expr::from(letters_of(key_column())).is_in(lengths))
}

/// They have at least so many of the pairs.
fn shares(pairs: Vec<String>, least: usize) -> Expr {
    let least = i64::try_from(least).unwrap_or(i64::MAX);
    let sharing = Sql::select()
        .column(search_gram::Column::SearchKeyId)
        .from(search_gram::Entity)
        .cond_where(any_of(search_gram::Column::Gram.into_expr(), pairs.into_iter().map(Into::into)))
        .group_by_col(search_gram::Column::SearchKeyId)
        .and_having(Expr::col(search_gram::Column::Gram).count().gte(least))
        .take();
    ::entity::search_key::Column::Id.into_expr().in_subquery(sharing)
}
