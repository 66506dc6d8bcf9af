//! People, shows and characters whose names are easily confused, stored and indexed; and how to search them.

use ::entity::ids::{CharacterId, NameId, PersonId, ShowId};
use ::entity::kinds::{NameKind, ShowFormat};
use ::entity::{character, name, person, show};
use chrono::{DateTime, Utc};
use greenlight::ledger::search_index;
use greenlight::names;
use sea_orm::{EntityTrait as _, IntoActiveModel as _, Set};
use serde_json::{Value, json};

use crate::names::ranking::{people, shows};
use crate::support::ask::Answer;
use crate::support::world::{With, World, on_both};

/// Everything that a search says.
const EVERYTHING: &str =
    "query Search($query: String!, $types: [SearchType!], $first: Int, $after: String, $last: Int, $before: String) {
    search(query: $query, types: $types, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        edges { cursor label matchedName reason score node { __typename id slug } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
}";

/// What the API answered, the statements it took, and what its plan had not foreseen.
pub(crate) struct Asked {
    pub(crate) answer: Value,
    pub(crate) statements: Vec<String>,
    pub(crate) unplanned: usize,
}

impl Asked {
    /// The first hit as label, what matched and why.
    pub(crate) fn first(&self) -> Option<(&str, &str, &str)> {
        let edge = self.answer.pointer("/data/search/edges/0")?;
        Some((edge["label"].as_str()?, edge["matchedName"].as_str()?, edge["reason"].as_str()?))
    }

    /// The labels of all hits.
    pub(crate) fn labels(&self) -> Vec<&str> {
        let edges = self.answer.pointer("/data/search/edges").and_then(Value::as_array);
        edges.into_iter().flatten().filter_map(|edge| edge["label"].as_str()).collect()
    }

    /// The message of the only error.
    pub(crate) fn error(&self) -> (&str, &str) {
        let error = &self.answer["errors"][0];
        (error["message"].as_str().unwrap(), error["extensions"]["code"].as_str().unwrap())
    }
}

/// Runs `body` on both databases, each with the catalog.
pub(crate) fn on_catalog(body: impl AsyncFn(World)) {
    on_both(With::Nothing, async |world| {
        fill(&world).await;
        body(world).await;
    });
}

/// Asks the API.
pub(crate) async fn ask(world: &World, document: &str, variables: Value) -> Asked {
    let Answer { json: answer, statements, unplanned } = world.ask(document, variables).await;
    Asked { answer, statements, unplanned }
}

/// Searches everything for a text.
pub(crate) async fn search(world: &World, query: &str) -> Asked {
    search_with(world, query, json!({})).await
}

/// Searches with more arguments.
pub(crate) async fn search_with(world: &World, query: &str, mut arguments: Value) -> Asked {
    arguments["query"] = query.into();
    ask(world, EVERYTHING, arguments).await
}

/// A thing with names.
enum Of {
    Show(ShowId),
    Person(PersonId),
    Character(CharacterId),
}

/// Stores the catalog and its index. The later a person stands in the list, the less popular.
async fn fill(world: &World) {
    let mut names = Names::default();
    let popularity = |place: usize| 0.9 - 0.01 * f64::from(u16::try_from(place).unwrap());
    let (mut stored_people, mut stored_shows) = (Vec::new(), Vec::new());
    for (place, entry) in people().into_iter().enumerate() {
        let id = PersonId(i64::try_from(place).unwrap() + 1);
        stored_people.push(person(id, &entry.label, popularity(place)));
        names.add(&Of::Person(id), &entry.names);
    }
    for (place, entry) in shows().into_iter().enumerate() {
        let id = ShowId(i64::try_from(place).unwrap() + 1);
        stored_shows.push(show(id, &entry.label, popularity(place)));
        names.add(&Of::Show(id), &entry.names);
    }
    person::Entity::insert_many(stored_people).exec(world.write()).await.unwrap();
    show::Entity::insert_many(stored_shows).exec(world.write()).await.unwrap();
    for (id, hangul, latin) in [(1, "백강혁", "Baek Kang-hyuk"), (2, "양재원", "Yang Jae-won")] {
        let id = CharacterId(id);
        let row = character::Model { id, slug: names::slug(latin, "x"), show_id: ShowId(10) };
        character::Entity::insert(row.into_active_model()).exec(world.write()).await.unwrap();
        let spellings = [(hangul.to_owned(), names::NameKind::Original), (latin.to_owned(), names::NameKind::Display)];
        names.add(&Of::Character(id), &spellings);
    }
    name::Entity::insert_many(names.0).exec(world.write()).await.unwrap();
    search_index::rebuild(world.write()).await.unwrap();
}

fn person(id: PersonId, label: &str, popularity: f64) -> person::ActiveModel {
    let then = DateTime::<Utc>::UNIX_EPOCH;
    person::ActiveModel {
        id: Set(id),
        slug: Set(names::slug(label, "person")),
        sort_key: Set(names::sort_key(label)),
        popularity: Set(popularity),
        created_at: Set(then),
        updated_at: Set(then),
        ..Default::default()
    }
}

fn show(id: ShowId, label: &str, popularity: f64) -> show::ActiveModel {
    let then = DateTime::<Utc>::UNIX_EPOCH;
    show::ActiveModel {
        id: Set(id),
        slug: Set(names::slug(label, "show")),
        sort_key: Set(names::sort_key(label)),
        format: Set(ShowFormat::Series),
        popularity: Set(popularity),
        created_at: Set(then),
        updated_at: Set(then),
        ..Default::default()
    }
}

/// Names to be stored, in order.
#[derive(Default)]
struct Names(Vec<name::ActiveModel>);

impl Names {
    fn add(&mut self, of: &Of, spellings: &[(String, names::NameKind)]) {
        for (text, kind) in spellings {
            let kind = kind_of(*kind);
            let row = name::Model {
                id: NameId(i64::try_from(self.0.len()).unwrap() + 1),
                show_id: if let Of::Show(id) = of { Some(*id) } else { None },
                season_id: None,
                episode_id: None,
                person_id: if let Of::Person(id) = of { Some(*id) } else { None },
                character_id: if let Of::Character(id) = of { Some(*id) } else { None },
                source_work_id: None,
                award_id: None,
                award_category_id: None,
                text: text.clone(),
                sort_key: names::sort_key(text),
                locale: Some(if kind == NameKind::Original { "ko" } else { "en" }.to_owned()),
                kind,
                is_primary: true,
                family_name_first: None,
            };
            self.0.push(row.into_active_model());
        }
    }
}

fn kind_of(kind: names::NameKind) -> NameKind {
    match kind {
        names::NameKind::Display => NameKind::Display,
        names::NameKind::Original => NameKind::Original,
        names::NameKind::Translation => NameKind::Translation,
        names::NameKind::Romanization => NameKind::Romanization,
        names::NameKind::Working => NameKind::Working,
        names::NameKind::Abbreviation => NameKind::Abbreviation,
        names::NameKind::Pseudonym => NameKind::Pseudonym,
        names::NameKind::Misspelling => NameKind::Misspelling,
    }
}
