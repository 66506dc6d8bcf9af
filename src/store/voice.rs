//! Claims with the utterances that they go back to, at once.

use std::collections::HashMap;
use std::sync::Arc;

use ::entity::ids::ClaimId;
use ::entity::{claim, origin};
use sea_orm::{ColumnTrait as _, DatabaseConnection, DbErr, EntityTrait as _, QueryFilter as _};

use crate::store::list::any_of;
use crate::store::loader::Relation;

/// A claim and its origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ClaimWithOrigin;

impl Relation for ClaimWithOrigin {
    type Key = ClaimId;
    type Answer = Option<(Arc<claim::Model>, Arc<origin::Model>)>;

    async fn load(&self, db: &DatabaseConnection, claims: &[ClaimId]) -> Result<HashMap<ClaimId, Self::Answer>, DbErr> {
        let of_keys = any_of(claim::Column::Id.into_expr(), claims.iter().map(|key| (*key).into()));
        let rows = claim::Entity::find().filter(of_keys).find_also_related(origin::Entity).all(db).await?;
        let both = |(claim, origin): (claim::Model, Option<_>)| {
            (claim.id, origin.map(|origin| (Arc::new(claim), Arc::new(origin))))
        };
        Ok(rows.into_iter().map(both).collect())
    }
}
