//! Which keys were merged into a thing, and which old addresses lead to it.

use std::collections::HashMap;

use ::entity::ids::{PersonId, ShowId};
use ::entity::merged_into;
use sea_orm::sea_query::ExprTrait as _;
use sea_orm::{
    ColumnTrait as _, Condition, DatabaseConnection, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _, Select,
};

use crate::store::evidence::Question;
use crate::store::node::NodeKey;
use crate::store::subject::{Subject, subject};

subject! {
    /// A thing that others can be merged into.
    Survivor of merged_into {
        Show(ShowId) ShowId show_id
        Person(PersonId) PersonId person_id
    }
}

impl Subject for Survivor {
    type Entity = merged_into::Entity;

    fn of(row: &merged_into::Model) -> Option<Self> {
        Self::referred(row)
    }

    fn any(keys: &[Self]) -> Condition {
        Self::refers_to_any(keys)
    }

    /// By the old key.
    fn order(select: Select<merged_into::Entity>) -> Select<merged_into::Entity> {
        select.order_by_asc(merged_into::Column::OldId)
    }
}

/// The things into which those under `keys` were merged, for a question the same about the surviving show; keys that were
/// never merged are left out.
pub async fn survivors(db: &DatabaseConnection, keys: &[NodeKey]) -> Result<HashMap<NodeKey, NodeKey>, DbErr> {
    use merged_into::Column;
    let (mut shows, mut people) = (Vec::new(), Vec::new());
    for key in keys {
        match key {
            NodeKey::Show(id) => shows.push(id.0),
            NodeKey::Person(id) => people.push(id.0),
            NodeKey::RenewalOutlook(asked) => shows.push(asked.show.0),
            _ => {}
        }
    }
    if shows.is_empty() && people.is_empty() {
        return Ok(HashMap::new());
    }
    let was_show = Column::ShowId.is_not_null().and(Column::OldId.is_in(shows));
    let was_person = Column::PersonId.is_not_null().and(Column::OldId.is_in(people));
    let rows = merged_into::Entity::find().filter(was_show.or(was_person)).all(db).await?;
    let pair = |row: merged_into::Model| match (row.show_id, row.person_id) {
        (Some(show), _) => Some((NodeKey::Show(ShowId(row.old_id)), NodeKey::Show(show))),
        (None, person) => Some((NodeKey::Person(PersonId(row.old_id)), NodeKey::Person(person?))),
    };
    let merged: HashMap<_, _> = rows.into_iter().filter_map(pair).collect();
    Ok(keys.iter().filter_map(|key| Some((*key, survivor(&merged, *key)?))).collect())
}

fn survivor(merged: &HashMap<NodeKey, NodeKey>, key: NodeKey) -> Option<NodeKey> {
    match key {
        NodeKey::RenewalOutlook(asked) => match merged.get(&NodeKey::Show(asked.show))? {
            NodeKey::Show(show) => Some(NodeKey::RenewalOutlook(Question { show: *show, ..asked })),
            _ => None,
        },
        other => merged.get(&other).copied(),
    }
}
