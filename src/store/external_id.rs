//! What things are called on other sites.

use std::collections::HashMap;

use ::entity::external_id;
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ColumnTrait as _, Condition, DatabaseConnection, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _, Select,
};

use crate::store::node::NodeKey;
use crate::store::subject::{Subject, subject};

subject! {
    /// A thing that other sites know.
    Identified of external_id {
        Show(ShowId) ShowId show_id
        Season(SeasonId) SeasonId season_id
        Episode(EpisodeId) EpisodeId episode_id
        Person(PersonId) PersonId person_id
    }
}

impl Subject for Identified {
    type Entity = external_id::Entity;
    /// One statement reads the foreign ids of everything in an answer.
    const LAST: bool = true;

    fn of(row: &external_id::Model) -> Option<Self> {
        Self::referred(row)
    }

    fn any(keys: &[Self]) -> Condition {
        Self::refers_to_any(keys)
    }

    fn order(select: Select<external_id::Entity>) -> Select<external_id::Entity> {
        select.order_by_asc(external_id::Column::Id)
    }
}

/// A source and the id there.
pub type ForeignId = (String, String);

/// The shows and people under foreign ids, by one statement; a show goes before a person of the same number.
pub async fn look_up(db: &DatabaseConnection, ids: &[ForeignId]) -> Result<HashMap<ForeignId, NodeKey>, DbErr> {
    let pairs: Vec<_> = ids.iter().map(|(source, value)| Expr::tuple([Expr::val(source), Expr::val(value)])).collect();
    if pairs.is_empty() {
        return Ok(HashMap::new());
    }
    let pair = Expr::tuple([external_id::Column::Source.into_expr(), external_id::Column::Value.into_expr()]);
    let of_show_or_person = external_id::Column::ShowId.is_not_null().or(external_id::Column::PersonId.is_not_null());
    let rows = external_id::Entity::find().filter(pair.is_in(pairs)).filter(of_show_or_person).all(db).await?;
    let mut found = HashMap::new();
    for row in rows {
        let id = (row.source, row.value);
        match (row.show_id, row.person_id) {
            (Some(show), _) => drop(found.insert(id, NodeKey::Show(show))),
            (None, Some(person)) => drop(found.entry(id).or_insert(NodeKey::Person(person))),
            (None, None) => {}
        }
    }
    Ok(found)
}
