//! Rows by their own key.

use std::collections::HashMap;
use std::fmt::Debug;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::sync::Arc;

use ::entity::ids;
use sea_orm::{
    ColumnTrait as _, DatabaseConnection, DbErr, EntityTrait, Iterable as _, PrimaryKeyToColumn as _, QueryFilter as _,
    Select, Value,
};

use crate::store::list::any_of;
use crate::store::loader::{Key, Relation};

/// A table whose rows are asked for by their key.
pub trait Keyed: EntityTrait {
    /// Its key.
    type Id: Key + Into<Value>;
    /// A row with what it brings along.
    type Row: Send + Sync + 'static;
    /// The key of a row.
    fn id(row: &Self::Row) -> Self::Id;
    /// Reads the rows of a select, in its order, by one statement.
    fn read(
        select: Select<Self>,
        db: &DatabaseConnection,
    ) -> impl Future<Output = Result<Vec<Self::Row>, DbErr>> + Send;
}

macro_rules! plain {
    ($($table:ident $id:ident)*) => {$(
        impl Keyed for ::entity::$table::Entity {
            type Id = ids::$id;
            type Row = ::entity::$table::Model;
            fn id(row: &Self::Row) -> ids::$id {
                row.id
            }
            async fn read(select: Select<Self>, db: &DatabaseConnection) -> Result<Vec<Self::Row>, DbErr> {
                select.all(db).await
            }
        }
    )*};
}

// Tables whose rows bring nothing along; the others implement `Keyed` beside their lists.
plain! {
    award AwardId
    character CharacterId
    chart ChartId
    claim ClaimId
    claim_value ClaimValueId
    contradiction ContradictionId
    dataset DatasetId
    episode EpisodeId
    external_id ExternalIdId
    fact_source FactSourceId
    image ImageId
    merged_into MergedIntoId
    name NameId
    origin OriginId
    outlet OutletId
    person PersonId
    platform PlatformId
    platform_check PlatformCheckId
    season SeasonId
    show ShowId
    show_platform ShowPlatformId
    term TermId
}

/// The row under a key, if there is one.
pub struct ByKey<E>(PhantomData<E>);

impl<E> ByKey<E> {
    /// Asks for rows of `E`.
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<E> Default for ByKey<E> {
    fn default() -> Self {
        Self::new()
    }
}
impl<E> Clone for ByKey<E> {
    fn clone(&self) -> Self {
        Self::new()
    }
}
impl<E> Debug for ByKey<E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ByKey")
    }
}
impl<E> PartialEq for ByKey<E> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
impl<E> Eq for ByKey<E> {}
impl<E> Hash for ByKey<E> {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

impl<E: Keyed> Relation for ByKey<E> {
    type Key = E::Id;
    type Answer = Option<Arc<E::Row>>;

    async fn load(&self, db: &DatabaseConnection, keys: &[E::Id]) -> Result<HashMap<E::Id, Self::Answer>, DbErr> {
        let mut select = E::find();
        for key in E::PrimaryKey::iter() {
            select = select.filter(any_of(key.into_column().into_expr(), keys.iter().map(|key| (*key).into())));
        }
        Ok(E::read(select, db).await?.into_iter().map(|row| (E::id(&row), Some(Arc::new(row)))).collect())
    }
}
