//! The spellings of things, and which of them to print.

use std::sync::Arc;

use ::entity::kinds::NameKind;
use ::entity::name;
use sea_orm::{Condition, QueryOrder as _, Select};

use crate::names::romanize;
use crate::store::subject::{Subject, subject};

subject! {
    /// A thing that has names.
    Named of name {
        Show(ShowId) ShowId show_id
        Season(SeasonId) SeasonId season_id
        Episode(EpisodeId) EpisodeId episode_id
        Person(PersonId) PersonId person_id
        Character(CharacterId) CharacterId character_id
        SourceWork(SourceWorkId) SourceWorkId source_work_id
        Award(AwardId) AwardId award_id
        AwardCategory(AwardCategoryId) AwardCategoryId award_category_id
    }
}

impl Subject for Named {
    type Entity = name::Entity;
    /// One statement reads the names of everything in an answer.
    const LAST: bool = true;

    fn of(row: &name::Model) -> Option<Self> {
        Self::referred(row)
    }

    fn any(keys: &[Self]) -> Condition {
        Self::refers_to_any(keys)
    }

    /// Primary spellings first.
    fn order(select: Select<name::Entity>) -> Select<name::Entity> {
        select.order_by_desc(name::Column::IsPrimary).order_by_asc(name::Column::Id)
    }
}

/// The spelling to print for readers of `locales`, best first; falls back to English, then the original, then any.
pub fn display<'a>(names: &'a [Arc<name::Model>], locales: &[String]) -> Option<&'a Arc<name::Model>> {
    let mut wanted = locales.iter().map(String::as_str).chain(["en"]);
    wanted
        .find_map(|locale| best(names, |name| name.locale.as_deref().is_some_and(|has| speaks(has, locale))))
        .or_else(|| original(names))
        .or_else(|| best(names, |_| true))
}

/// The spelling in the original language.
pub fn original(names: &[Arc<name::Model>]) -> Option<&Arc<name::Model>> {
    names.iter().find(|name| name.kind == NameKind::Original)
}

/// The original in Latin letters, as somebody wrote it.
pub fn romanization(names: &[Arc<name::Model>]) -> Option<&Arc<name::Model>> {
    names.iter().find(|name| name.kind == NameKind::Romanization)
}

/// The original in Latin letters by the rules; null where it is missing or has no Hangul.
pub fn computed_romanization(names: &[Arc<name::Model>]) -> Option<String> {
    let name = original(names)?;
    let is_person = name.person_id.is_some() || name.character_id.is_some();
    romanize::name(&name.text, is_person)
}

/// The first printable spelling, by kind and then in the given order, among those that `fits`.
fn best(names: &[Arc<name::Model>], fits: impl Fn(&name::Model) -> bool) -> Option<&Arc<name::Model>> {
    let rank = |kind| match kind {
        NameKind::Display => Some(0),
        NameKind::Original => Some(1),
        NameKind::Translation => Some(2),
        NameKind::Romanization => Some(3),
        NameKind::Pseudonym => Some(4),
        NameKind::Working | NameKind::Abbreviation | NameKind::Misspelling => None,
    };
    let printable = names.iter().filter_map(|name| rank(name.kind).map(|rank| (rank, name)));
    printable.filter(|(_, name)| fits(name)).min_by_key(|(rank, name)| (*rank, !name.is_primary)).map(|(_, name)| name)
}

/// Whether a name in language `has` serves a reader of `wanted`: `ko-KR` is served by `ko`, `en` by `en-US`;
/// `ko-Latn` only where it is asked for.
pub(super) fn speaks(has: &str, wanted: &str) -> bool {
    let is_script = |tag: &str| tag.split('-').nth(1).is_some_and(|part| part.len() == 4);
    let language = |tag: &str| tag.split('-').next().unwrap_or_default().to_lowercase();
    has.eq_ignore_ascii_case(wanted) || (!is_script(has) && !is_script(wanted) && language(has) == language(wanted))
}
