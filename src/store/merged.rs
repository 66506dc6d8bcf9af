//! Which keys were merged into a thing, and which old addresses lead to it.

use ::entity::merged_into;
use sea_orm::{Condition, QueryOrder as _, Select};

use crate::store::subject::Subject;
use crate::subject;

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
