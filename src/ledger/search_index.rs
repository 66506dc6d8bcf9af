//! What search looks names up in: the keys of every spelling, and their pairs of letters.
//!
//! Shows, people and characters are found by name; the names of anything else are not indexed.

use std::collections::HashMap;

use sea_orm::ActiveValue::NotSet;
use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait as _;
use sea_orm::Condition;
use sea_orm::ConnectionTrait;
use sea_orm::DbErr;
use sea_orm::EntityTrait as _;
use sea_orm::QueryFilter as _;
use sea_orm::QuerySelect as _;
use sea_orm::QueryTrait as _;
use sea_orm::sea_query::Expr;

use ::entity::character;
use ::entity::ids::CharacterId;
use ::entity::ids::NameId;
use ::entity::ids::PersonId;
use ::entity::ids::ShowId;
use ::entity::name;
use ::entity::person;
use ::entity::search_gram;
use ::entity::search_key;
use ::entity::show;

use crate::names::Via;
use crate::names::grams;
use crate::names::index_keys;

/// Rows that one statement writes: few enough values for SQLite.
const ROWS_PER_STATEMENT: usize = 5_000;

/// Brings the index up to date after rows of a table were written, of which those in `changed` were there before.
pub async fn follow<C: ConnectionTrait>(db: &C, table: &str, written: &[i64], changed: &[i64]) -> Result<(), DbErr> {
    let changed = || changed.iter().copied();
    match table {
        "name" => index(db, written, &changed().collect::<Vec<_>>()).await,
        "show" if changed().len() > 0 => {
            index_again(db, name::Column::ShowId.is_in(changed())).await?;
            index_again(db, of_characters(character::Column::ShowId.is_in(changed()))).await
        }
        "person" if changed().len() > 0 => index_again(db, name::Column::PersonId.is_in(changed())).await,
        "character" if changed().len() > 0 => {
            index_again(db, of_characters(character::Column::Id.is_in(changed()))).await
        }
        _ => Ok(()),
    }
}

/// The names of the characters that `condition` selects.
fn of_characters(condition: Expr) -> Expr {
    let characters = character::Entity::find().select_only().column(character::Column::Id).filter(condition);
    name::Column::CharacterId.in_subquery(characters.into_query())
}

/// Builds the whole index anew; returns how many names are in it.
pub async fn rebuild<C: ConnectionTrait>(db: &C) -> Result<usize, DbErr> {
    search_gram::Entity::delete_many().exec(db).await?;
    search_key::Entity::delete_many().exec(db).await?;
    let names: Vec<i64> = name::Entity::find().select_only().column(name::Column::Id).into_tuple().all(db).await?;
    index(db, &names, &[]).await?;
    Ok(names.len())
}

/// Names of shows, people and characters that no search can find, of those that have letters.
pub async fn missing<C: ConnectionTrait>(db: &C) -> Result<Vec<NameId>, DbErr> {
    let indexed = search_key::Entity::find().select_only().column(search_key::Column::NameId);
    let names = name::Entity::find()
        .filter(name::Column::Id.not_in_subquery(indexed.into_query()))
        .filter(
            Condition::any()
                .add(name::Column::ShowId.is_not_null())
                .add(name::Column::PersonId.is_not_null())
                .add(name::Column::CharacterId.is_not_null()),
        )
        .all(db)
        .await?;
    Ok(names
        .into_iter()
        .filter(|name| !index_keys(&name.text, is_of_a_person(name)).is_empty())
        .map(|name| name.id)
        .collect())
}

/// Whether a name is read as a person's: characters are named like people.
fn is_of_a_person(name: &name::Model) -> bool {
    name.person_id.is_some() || name.character_id.is_some()
}

/// Puts names into the index, in the place of what is there of those in `known`.
async fn index<C: ConnectionTrait>(db: &C, written: &[i64], known: &[i64]) -> Result<(), DbErr> {
    for some in known.chunks(ROWS_PER_STATEMENT) {
        forget(db, some).await?;
    }
    for some in written.chunks(ROWS_PER_STATEMENT) {
        let names = name::Entity::find().filter(name::Column::Id.is_in(some.iter().copied())).all(db).await?;
        insert(db, &names).await?;
    }
    Ok(())
}

async fn insert<C: ConnectionTrait>(db: &C, names: &[name::Model]) -> Result<(), DbErr> {
    let popularity = Popularity::of(db, names).await?;
    let searched = names.iter().filter_map(|name| Some((name, popularity.get(name)?)));
    let keys: Vec<_> = searched.flat_map(|(name, popularity)| keys_of(name, popularity)).collect();
    for some in keys.chunks(ROWS_PER_STATEMENT) {
        let stored = search_key::Entity::insert_many(some.to_vec()).exec_with_returning(db).await?;
        let grams: Vec<_> = stored.iter().flat_map(grams_of).collect();
        for some in grams.chunks(ROWS_PER_STATEMENT) {
            search_gram::Entity::insert_many(some.to_vec()).exec_without_returning(db).await?;
        }
    }
    Ok(())
}

fn keys_of(name: &name::Model, popularity: f64) -> Vec<search_key::ActiveModel> {
    let keys = index_keys(&name.text, is_of_a_person(name)).into_iter();
    keys.map(|found| search_key::ActiveModel {
        id: NotSet,
        name_id: Set(name.id),
        is_romanized: Set(found.via != Via::Written),
        key: Set(found.key),
        popularity: Set(popularity),
    })
    .collect()
}

fn grams_of(key: &search_key::Model) -> Vec<search_gram::ActiveModel> {
    let grams = grams(&key.key).into_iter();
    grams.map(|gram| search_gram::ActiveModel { gram: Set(gram), search_key_id: Set(key.id) }).collect()
}

/// Takes names out of the index.
async fn forget<C: ConnectionTrait>(db: &C, names: &[i64]) -> Result<(), DbErr> {
    let of_them = || search_key::Column::NameId.is_in(names.iter().copied());
    let keys = search_key::Entity::find().select_only().column(search_key::Column::Id).filter(of_them());
    search_gram::Entity::delete_many()
        .filter(search_gram::Column::SearchKeyId.in_subquery(keys.into_query()))
        .exec(db)
        .await?;
    search_key::Entity::delete_many().filter(of_them()).exec(db).await?;
    Ok(())
}

/// Indexes the names that `condition` selects again, because their subjects are better or less known now.
async fn index_again<C: ConnectionTrait>(db: &C, condition: Expr) -> Result<(), DbErr> {
    let names = name::Entity::find().select_only().column(name::Column::Id).filter(condition);
    let names: Vec<i64> = names.into_tuple().all(db).await?;
    index(db, &names, &names).await
}

/// How well known the subjects of some names are, 0..1.
struct Popularity {
    shows: HashMap<ShowId, f64>,
    people: HashMap<PersonId, f64>,
    /// As well known as their shows.
    characters: HashMap<CharacterId, f64>,
}

impl Popularity {
    async fn of<C: ConnectionTrait>(db: &C, names: &[name::Model]) -> Result<Self, DbErr> {
        let characters: HashMap<CharacterId, ShowId> = character::Entity::find()
            .select_only()
            .columns([character::Column::Id, character::Column::ShowId])
            .filter(character::Column::Id.is_in(names.iter().filter_map(|name| name.character_id)))
            .into_tuple()
            .all(db)
            .await?
            .into_iter()
            .collect();
        let shows = names.iter().filter_map(|name| name.show_id).chain(characters.values().copied());
        let shows: HashMap<ShowId, f64> = show::Entity::find()
            .select_only()
            .columns([show::Column::Id, show::Column::Popularity])
            .filter(show::Column::Id.is_in(shows))
            .into_tuple()
            .all(db)
            .await?
            .into_iter()
            .collect();
        let people = person::Entity::find()
            .select_only()
            .columns([person::Column::Id, person::Column::Popularity])
            .filter(person::Column::Id.is_in(names.iter().filter_map(|name| name.person_id)))
            .into_tuple()
            .all(db)
            .await?
            .into_iter()
            .collect();
        let of_show = |(character, show)| Some((character, *shows.get(&show)?));
        let characters = characters.into_iter().filter_map(of_show).collect();
        Ok(Self { shows, people, characters })
    }

    /// None when names of this kind are not searched.
    fn get(&self, name: &name::Model) -> Option<f64> {
        let show = name.show_id.and_then(|id| self.shows.get(&id));
        let person = name.person_id.and_then(|id| self.people.get(&id));
        let character = name.character_id.and_then(|id| self.characters.get(&id));
        show.or(person).or(character).copied()
    }
}
