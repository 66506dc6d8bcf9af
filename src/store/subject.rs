//! Rows that belong to a thing of one of several types: names, pictures, foreign ids, ratings, provenance.
//!
//! Such a table has one nullable column per type, exactly one of them set. `subject!` declares
//! the types once; [`RowsOf`] then reads the rows of any number of things, of whatever types, in one statement.

use std::collections::HashMap;
use std::fmt::Debug;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::sync::Arc;

use sea_orm::{Condition, DatabaseConnection, DbErr, EntityTrait, QueryFilter as _, Select};

use crate::store::key::Keyed;
use crate::store::loader::{Key, Relation};

/// A thing of one of several types, to which rows of one table belong.
pub trait Subject: Key {
    /// The table of those rows.
    type Entity: Keyed;
    /// Whether all levels of a selection share one statement; see [`Relation::LAST`].
    const LAST: bool = false;

    /// The thing that a row belongs to; a CHECK holds that there is exactly one.
    fn of(row: &<Self::Entity as Keyed>::Row) -> Option<Self>;
    /// The rows that belong to any of `keys`.
    fn any(keys: &[Self]) -> Condition;
    /// The order of a thing's rows.
    fn order(select: Select<Self::Entity>) -> Select<Self::Entity>;
}

/// The rows that belong to things.
pub struct RowsOf<S>(PhantomData<fn() -> S>);

impl<S> RowsOf<S> {
    /// Asks for the rows of things `S`.
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<S> Clone for RowsOf<S> {
    fn clone(&self) -> Self {
        Self::new()
    }
}
impl<S> Debug for RowsOf<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RowsOf")
    }
}
impl<S> Default for RowsOf<S> {
    fn default() -> Self {
        Self::new()
    }
}
impl<S> PartialEq for RowsOf<S> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
impl<S> Eq for RowsOf<S> {}
impl<S> Hash for RowsOf<S> {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

impl<S: Subject> Relation for RowsOf<S> {
    type Key = S;
    type Answer = Vec<Arc<<S::Entity as Keyed>::Row>>;
    const LAST: bool = S::LAST;

    async fn load(&self, db: &DatabaseConnection, keys: &[S]) -> Result<HashMap<S, Self::Answer>, DbErr> {
        let select = S::order(S::Entity::find().filter(S::any(keys)));
        let mut rows_of: HashMap<S, Self::Answer> = HashMap::new();
        for row in S::Entity::read(select, db).await? {
            if let Some(subject) = S::of(&row) {
                rows_of.entry(subject).or_default().push(Arc::new(row));
            }
        }
        Ok(rows_of)
    }
}

/// Declares the types of things that the rows of a table belong to, with their keys and columns.
macro_rules! subject {
    ($(#[$doc:meta])* $name:ident of $table:ident $(($row:ident))? { $($variant:ident($id:ident) $column:ident $field:ident)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(
                #[doc = concat!("The row under a `", stringify!($id), "`.")]
                $variant(::entity::ids::$id),
            )*
        }

        impl $name {
            /// The thing that a row refers to.
            pub fn referred(row: &::entity::$table::Model) -> Option<Self> {
                None $(.or(row.$field.map(Self::$variant)))*
            }

            /// The condition that a row refers to any of `keys`.
            pub fn refers_to_any(keys: &[Self]) -> sea_orm::Condition {
                use sea_orm::ColumnTrait as _;
                let mut any = sea_orm::Condition::any();
                $(
                    let of_type: Vec<sea_orm::Value> =
                        keys.iter().filter_map(|key| if let Self::$variant(id) = key { Some((*id).into()) } else { None }).collect();
                    if !of_type.is_empty() {
                        any = any.add($crate::store::list::any_of(::entity::$table::Column::$column.into_expr(), of_type));
                    }
                )*
                any
            }
        }
    };
}

pub(super) use subject;
