//! References of a table to itself, which may point to a later line.

use sea_orm::ConnectionTrait as _;
use sea_orm::DatabaseTransaction;
use sea_orm::DbErr;
use sea_orm::ExprTrait as _;
use sea_orm::sea_query::Expr;
use sea_orm::sea_query::Query;

/// Column by which rows of `table` refer to others of the same table.
pub(super) fn link_column(table: &str) -> Option<&'static str> {
    match table {
        "claim" | "credit" => Some("superseded_by_id"),
        "source_work" => Some("derived_from_id"),
        _ => None,
    }
}

/// One such reference, to be set when every row is there.
#[derive(Debug)]
pub(super) struct Link {
    /// The table.
    pub(super) table: &'static str,
    /// The column.
    pub(super) column: &'static str,
    /// The row that refers.
    pub(super) from: i64,
    /// The row referred to.
    pub(super) to: i64,
    /// The file it was read from.
    pub(super) source: usize,
    /// The line there.
    pub(super) line: u64,
}

impl Link {
    /// Sets the reference.
    pub(super) async fn set(&self, db: &DatabaseTransaction) -> Result<(), DbErr> {
        let mut update = Query::update();
        update.table(self.table).value(self.column, self.to).and_where(Expr::col("id").eq(self.from));
        db.execute(&update).await.map(drop)
    }
}
