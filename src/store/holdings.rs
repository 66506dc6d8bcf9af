//! What this server holds: how many of each, and from whom.

use ::entity::{change, dataset, show};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Alias, Asterisk, Expr, ExprTrait as _, Query, SelectStatement};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait as _, DatabaseConnection, DbErr, EntityTrait as _, FromQueryResult,
    QueryOrder as _,
};

macro_rules! counted {
    ($($(#[$doc:meta])* $field:ident $table:ident)*) => {
        /// Rows held, exact.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromQueryResult)]
        pub struct Counts {
            $($(#[$doc])* pub $field: i64,)*
        }

        /// Counts the rows of the catalog and of the evidence, in one statement.
        pub async fn counts(db: &DatabaseConnection) -> Result<Counts, DbErr> {
            let rows = |table| {
                let count = Query::select().expr(Expr::col(Asterisk).count()).from(table).take();
                Expr::SubQuery(None, Box::new(count.into()))
            };
            let mut all = SelectStatement::new();
            $(all.expr_as(rows(Alias::new(stringify!($table))), stringify!($field));)*
            let row = db.query_one(&all).await?;
            row.map(|row| Counts::from_query_result(&row, "")).transpose().map(Option::unwrap_or_default)
        }
    };
}

counted! {
    /// Shows.
    shows show
    /// Seasons, specials included.
    seasons season
    /// Episodes.
    episodes episode
    /// People.
    people person
    /// Credits, expected ones included.
    credits credit
    /// Nominations and wins.
    nominations nomination
    /// Rows of charts.
    chart_entries chart_entry
    /// Outlets.
    outlets outlet
    /// Reports, withdrawn ones included.
    reports report
    /// Claims, withdrawn ones included.
    claims claim
    /// Utterances that claims go back to.
    origins origin
    /// Target seasons whose question has been answered.
    resolved_questions resolution
}

/// The suppliers of facts, by code.
pub async fn datasets(db: &DatabaseConnection) -> Result<Vec<dataset::Model>, DbErr> {
    dataset::Entity::find().order_by_asc(dataset::Column::Id).all(db).await
}

/// When anything last changed: the latest change, else the latest touch of a show; null = nothing is held.
pub async fn last_change_at(db: &DatabaseConnection) -> Result<Option<DateTime<Utc>>, DbErr> {
    let latest = |column: Expr, table: &'static str| {
        let select = Query::select().expr(column.max()).from(Alias::new(table)).take();
        Expr::SubQuery(None, Box::new(select.into()))
    };
    let mut both = SelectStatement::new();
    both.expr_as(latest(change::Column::ChangedAt.into_expr(), "change"), "changed");
    both.expr_as(latest(show::Column::UpdatedAt.into_expr(), "show"), "touched");
    let Some(row) = db.query_one(&both).await? else { return Ok(None) };
    let moments: [Option<DateTime<Utc>>; 2] = [row.try_get("", "changed")?, row.try_get("", "touched")?];
    Ok(moments.into_iter().flatten().max())
}
