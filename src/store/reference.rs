//! References to an object of one of several types: one nullable column per type.

/// Declares which columns of a table refer to which types.
macro_rules! references {
    ($(#[$doc:meta])* $name:ident of $table:ident { $($node:ident $column:ident $field:ident)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name;

        impl $name {
            /// What a row refers to.
            pub fn of(row: &::entity::$table::Model) -> Option<$crate::store::node::NodeKey> {
                None $(.or(row.$field.map($crate::store::node::NodeKey::$node)))*
            }

            /// Rows that refer to any of `keys`; keys of other types fit none. Never null.
            pub fn any(keys: &[$crate::store::node::NodeKey]) -> sea_orm::Condition {
                use sea_orm::ColumnTrait as _;
                let none = ::entity::$table::Column::Id.is_null();
                let mut any = sea_orm::Condition::any().add(none);
                $(
                    let of_type = keys.iter().filter_map(|key| {
                        if let $crate::store::node::NodeKey::$node(id) = key { Some(*id) } else { None }
                    });
                    let column = ::entity::$table::Column::$column.into_expr();
                    any = any.add_option($crate::store::filter::known_one_of(column, of_type));
                )*
                any
            }
        }
    };
}

pub(in crate::store) use references;
