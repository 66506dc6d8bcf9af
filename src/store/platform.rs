//! Platforms, and the shows of each.

use std::sync::Arc;

use ::entity::ids::PlatformId;
use ::entity::{platform, show, show_platform};
use sea_orm::sea_query::{Expr, ExprTrait as _, Query, SelectStatement};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait as _, DatabaseConnection, DbErr, EntityTrait as _, FromQueryResult as _,
    QueryFilter as _, QueryResult, QuerySelect as _, QueryTrait as _, Select, Value,
};

use crate::store::list::List;
use crate::store::page::{Direction, SortValue, Term};
use crate::store::show::{Figures, ListedShow};
use crate::store::show_filter::ShowFilter;
use crate::store::show_order::{ShowOrder, terms};

/// All platforms, in the order in which they came.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Platforms;

impl List for Platforms {
    type Parent = ();
    type Entity = platform::Entity;
    type Row = platform::Model;

    fn key(&self) -> platform::Column {
        platform::Column::Id
    }

    fn parent(&self) -> Option<(platform::Column, fn(()) -> Value)> {
        None
    }

    fn parent_of(&self, _: &platform::Model) {}

    fn rows(&self) -> Select<platform::Entity> {
        platform::Entity::find()
    }

    fn order(&self) -> Vec<Term<platform::Model>> {
        vec![Term::new(platform::Column::Id.into_expr(), Direction::Asc, |row| SortValue::Int(row.id.0))]
    }

    async fn read(
        &self,
        select: Select<platform::Entity>,
        db: &DatabaseConnection,
    ) -> Result<Vec<platform::Model>, DbErr> {
        select.all(db).await
    }
}

/// The shows of a platform, each once, in whatever roles and countries it runs there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ShowsOfPlatform {
    /// Which of them.
    pub filter: ShowFilter,
    /// In which order; empty = most popular first.
    pub order: Vec<ShowOrder>,
}

impl List for ShowsOfPlatform {
    type Parent = PlatformId;
    type Entity = show_platform::Entity;
    type Row = ListedShow<PlatformId>;

    fn key(&self) -> show_platform::Column {
        show_platform::Column::Id
    }

    fn parent(&self) -> Option<(show_platform::Column, fn(PlatformId) -> Value)> {
        Some((show_platform::Column::PlatformId, Value::from))
    }

    fn parent_of(&self, row: &ListedShow<PlatformId>) -> PlatformId {
        row.parent
    }

    fn rows(&self) -> Select<show_platform::Entity> {
        use show_platform::Column;
        let shows = show::Entity::find().select_only().column(show::Column::Id).filter(self.filter.condition());
        show_platform::Entity::find()
            .filter(Column::Id.in_subquery(first_of_each()))
            .filter(Column::ShowId.in_subquery(shows.into_query()))
    }

    fn order(&self) -> Vec<Term<ListedShow<PlatformId>>> {
        terms(&self.order).into_iter().map(|term| Term { by: of_its_show(term.by), ..term }).collect()
    }

    async fn read(
        &self,
        select: Select<show_platform::Entity>,
        db: &DatabaseConnection,
    ) -> Result<Vec<ListedShow<PlatformId>>, DbErr> {
        let mut statement = select.find_also_related(show::Entity).into_query();
        Figures::select(&self.order, &mut statement, of_its_show);
        let rows = db.query_all(&statement).await?;
        let listed = |row: &QueryResult| {
            let parent = PlatformId(row.try_get("A_", "platform_id")?);
            let show = Arc::new(show::Model::from_query_result(row, "B_")?);
            Ok(ListedShow { parent, show, figures: Figures::read(&self.order, row)? })
        };
        rows.iter().map(listed).collect()
    }
}

/// One row of `show_platform` for each pair of show and platform.
fn first_of_each() -> SelectStatement {
    use show_platform::Column;
    let mut rows = show_platform::Entity::find().into_query();
    rows.clear_selects()
        .expr(Column::Id.min())
        .add_group_by([Column::PlatformId.into_expr(), Column::ShowId.into_expr()]);
    rows
}

/// An expression on `show`, for the show of a row of `show_platform`.
fn of_its_show(expression: Expr) -> Expr {
    let same =
        Expr::col((show::Entity, show::Column::Id)).equals((show_platform::Entity, show_platform::Column::ShowId));
    Query::select().expr(expression).from(show::Entity).and_where(same).take().into()
}
