//! Scores elsewhere: readings over time, of which the latest counts.

use std::collections::HashMap;
use std::sync::Arc;

use ::entity::{rating, show};
use chrono::NaiveDate;
use sea_orm::sea_query::{
    Expr, ExprTrait as _, Func, Order, OverStatement as _, Query, SelectStatement, WindowStatement,
};
use sea_orm::{
    ColumnTrait as _, DatabaseConnection, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    QueryTrait as _,
};

use crate::store::loader::Relation;
use crate::store::subject::subject;

subject! {
    /// A thing that is rated.
    Rated of rating {
        Show(ShowId) ShowId show_id
        Season(SeasonId) SeasonId season_id
        Episode(EpisodeId) EpisodeId episode_id
    }
}

/// The latest reading of each source on or before a day, by source.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RatingsOn(pub NaiveDate);

impl Relation for RatingsOn {
    type Key = Rated;
    type Answer = Vec<Arc<rating::Model>>;

    async fn load(
        &self,
        db: &DatabaseConnection,
        keys: &[Rated],
    ) -> Result<HashMap<Rated, Vec<Arc<rating::Model>>>, DbErr> {
        let latest = rating::Entity::find().filter(rating::Column::Id.in_subquery(self.latest(keys)));
        let mut rows_of: HashMap<Rated, Vec<Arc<rating::Model>>> = HashMap::new();
        for row in latest.order_by_asc(rating::Column::Id).all(db).await? {
            if let Some(rated) = Rated::referred(&row) {
                rows_of.entry(rated).or_default().push(Arc::new(row));
            }
        }
        for rows in rows_of.values_mut() {
            rows.sort_by(|one, other| one.source.cmp(&other.source));
        }
        Ok(rows_of)
    }
}

impl RatingsOn {
    /// The keys of the latest readings.
    fn latest(&self, keys: &[Rated]) -> SelectStatement {
        use rating::Column;
        let parts = [Column::ShowId, Column::SeasonId, Column::EpisodeId, Column::Source];
        let mut window = WindowStatement::new();
        window.partition_by_columns(parts.map(|part| (rating::Entity, part)));
        window.order_by_expr(Column::RatedOn.into_expr(), Order::Desc);
        window.order_by_expr(Column::Id.into_expr(), Order::Desc);
        let readings = rating::Entity::find().filter(Rated::refers_to_any(keys)).filter(Column::RatedOn.lte(self.0));
        let mut ranked = readings.into_query();
        ranked.clear_selects().expr_as(Column::Id.into_expr(), "key");
        ranked.expr_window_as(Func::cust("ROW_NUMBER"), window, "rank");
        Query::select().column("key").from_subquery(ranked, "ranked").and_where(Expr::col("rank").eq(1)).take()
    }
}

/// The latest reading of `source` of the show in the row around, as `column`; null where there is none.
pub(super) fn latest_of_show(source: &str, column: rating::Column) -> Expr {
    use rating::Column;
    let latest = rating::Entity::find()
        .select_only()
        .column(column)
        .filter(Column::ShowId.into_expr().equals((show::Entity, show::Column::Id)))
        .filter(Column::Source.eq(source))
        .order_by_desc(Column::RatedOn)
        .order_by_desc(Column::Id)
        .limit(1);
    latest.into_query().into()
}
