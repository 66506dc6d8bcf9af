//! Lets rows change places.
//!
//! Neither database waits with a unique index until the statement ends: where two credits swap their positions, the first would
//! meet the second. So every changed row of a batch first leaves its place.

use sea_orm::ConnectionTrait as _;
use sea_orm::DatabaseTransaction;
use sea_orm::DbErr;
use sea_orm::EntityTrait;
use sea_orm::ExprTrait as _;
use sea_orm::IdenStatic as _;
use sea_orm::Iterable as _;
use sea_orm::sea_query::Expr;
use sea_orm::sea_query::Query;

use crate::importers::jsonl::key::Key;

/// Columns that count places, from 0 or 1; below that nothing is stored, so there is room.
const PLACES: [&str; 3] = ["position", "rank", "number"];

/// Moves the rows with these keys out of the way of one another; they are about to be overwritten.
pub(super) async fn make_way<E: EntityTrait>(db: &DatabaseTransaction, changed: &[Key]) -> Result<(), DbErr> {
    let keys: Vec<i64> = changed.iter().filter(|key| key.0.len() == 1).filter_map(Key::first).collect();
    let places = E::Column::iter().filter(|column| PLACES.contains(&column.as_str()));
    for place in places.filter(|_| !keys.is_empty()) {
        let mut update = Query::update();
        update.table(E::default()).value(place, Expr::val(-1).sub(Expr::col(place)));
        db.execute(update.and_where(Expr::col("id").is_in(keys.iter().copied()))).await?;
    }
    Ok(())
}
