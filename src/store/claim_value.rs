//! Typed values of claims.

use std::collections::HashMap;

use ::entity::claim_value_member;
use ::entity::ids::{ClaimValueId, NominationId};
use sea_orm::{ColumnTrait as _, DatabaseConnection, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use crate::store::list::any_of;
use crate::store::loader::Relation;

/// The awards that a number counts, in order.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MembersOfValue;

impl Relation for MembersOfValue {
    type Key = ClaimValueId;
    type Answer = Vec<NominationId>;

    async fn load(
        &self,
        db: &DatabaseConnection,
        keys: &[ClaimValueId],
    ) -> Result<HashMap<ClaimValueId, Vec<NominationId>>, DbErr> {
        let column = claim_value_member::Column::ClaimValueId;
        let select = claim_value_member::Entity::find()
            .filter(any_of(column.into_expr(), keys.iter().map(|key| (*key).into())))
            .order_by_asc(claim_value_member::Column::Position);
        let mut members: HashMap<_, Vec<_>> = HashMap::new();
        for member in select.all(db).await? {
            members.entry(member.claim_value_id).or_default().push(member.nomination_id);
        }
        Ok(members)
    }
}
