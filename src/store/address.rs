//! Rows by what people and other sites call them: readable addresses and foreign ids, old ones too.

use ::entity::{
    award, character, chart, external_id, merged_into, outlet, person, platform, show, slug_alias, source_work,
};
use sea_orm::sea_query::{Expr, ExprTrait as _, Func, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, DatabaseConnection, DbErr, EntityTrait, QueryFilter as _, QuerySelect as _, QueryTrait as _,
};

use crate::store::key::Keyed;

/// What a row can be asked for by.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Address {
    /// Its key, or one that was merged into it.
    Key(i64),
    /// Its readable address part, or an old one.
    Slug(String),
    /// Its id elsewhere.
    Foreign {
        /// Lower case code of the site, e.g. imdb.
        source: String,
        /// The id, as that site writes it.
        value: String,
    },
}

/// A table whose rows have readable addresses.
pub trait Addressed: Keyed {
    /// The column of its key.
    const KEY: Self::Column;
    /// The column of its address.
    const SLUG: Self::Column;
    /// The column through which old addresses refer to it.
    const ALIAS: slug_alias::Column;
    /// The column through which merged keys refer to it; null = it is never merged.
    const MERGED: Option<merged_into::Column> = None;
    /// The column through which foreign ids refer to it; null = it has none.
    const FOREIGN: Option<external_id::Column> = None;
}

macro_rules! addressed {
    ($($table:ident by $alias:ident $(merged by $merged:ident)? $(foreign by $foreign:ident)?;)*) => {$(
        impl Addressed for $table::Entity {
            const KEY: $table::Column = $table::Column::Id;
            const SLUG: $table::Column = $table::Column::Slug;
            const ALIAS: slug_alias::Column = slug_alias::Column::$alias;
            $(const MERGED: Option<merged_into::Column> = Some(merged_into::Column::$merged);)?
            $(const FOREIGN: Option<external_id::Column> = Some(external_id::Column::$foreign);)?
        }
    )*};
}

addressed! {
    award by AwardId;
    character by CharacterId;
    chart by ChartId;
    outlet by OutletId;
    person by PersonId merged by PersonId foreign by PersonId;
    platform by PlatformId;
    show by ShowId merged by ShowId foreign by ShowId;
    source_work by SourceWorkId;
}

/// The row that `address` leads to: a current name goes before an old one. One statement.
pub async fn find<E: Addressed>(db: &DatabaseConnection, address: &Address) -> Result<Option<E::Row>, DbErr> {
    let Some(key) = key_at::<E>(address) else { return Ok(None) };
    let select = E::find().filter(E::KEY.into_expr().eq(key));
    Ok(E::read(select, db).await?.pop())
}

/// The key at `address`, as an expression; null = no row can have such an address.
fn key_at<E: Addressed>(address: &Address) -> Option<Expr> {
    match address {
        Address::Key(key) => Some(either(
            one::<E>(E::KEY, E::KEY.eq(*key).into()),
            E::MERGED.map(|refers| one::<merged_into::Entity>(refers, merged_into::Column::OldId.eq(*key).into())),
        )),
        Address::Slug(slug) => Some(either(
            one::<E>(E::KEY, E::SLUG.eq(slug.as_str()).into()),
            Some(one::<slug_alias::Entity>(E::ALIAS, slug_alias::Column::Slug.eq(slug.as_str()).into())),
        )),
        Address::Foreign { source, value } => {
            let fits = Condition::all()
                .add(external_id::Column::Source.eq(source.as_str()))
                .add(external_id::Column::Value.eq(value.as_str()));
            Some(one::<external_id::Entity>(E::FOREIGN?, fits).into())
        }
    }
}

/// The first expression, or where it is null the second.
fn either(first: SelectStatement, second: Option<SelectStatement>) -> Expr {
    let choices = [Some(first), second].into_iter().flatten().map(Expr::from);
    Func::coalesce(choices.chain([Expr::val(None::<i64>)])).into()
}

/// The one value of `column` where `fits` holds.
fn one<T: EntityTrait>(column: T::Column, fits: Condition) -> SelectStatement {
    T::find().select_only().column(column).filter(fits).filter(column.is_not_null()).into_query()
}
