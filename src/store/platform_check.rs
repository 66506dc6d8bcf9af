//! Platform checks: somebody looked for an announcement.

use ::entity::ids::ShowId;
use ::entity::platform_check;
use sea_orm::{ColumnTrait as _, DatabaseConnection, DbErr, EntityTrait as _, Select, Value};

use crate::store::list::List;
use crate::store::page::{Direction, SortValue, Term};

/// The checks for news of a show, latest first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ChecksOfShow;

impl List for ChecksOfShow {
    type Parent = ShowId;
    type Entity = platform_check::Entity;
    type Row = platform_check::Model;

    fn key(&self) -> platform_check::Column {
        platform_check::Column::Id
    }

    fn parent(&self) -> Option<(platform_check::Column, fn(ShowId) -> Value)> {
        Some((platform_check::Column::ShowId, Value::from))
    }

    fn parent_of(&self, row: &platform_check::Model) -> ShowId {
        // A row is only read under the show that it names.
        row.show_id.unwrap_or(ShowId(0))
    }

    fn rows(&self) -> Select<platform_check::Entity> {
        platform_check::Entity::find()
    }

    fn order(&self) -> Vec<Term<platform_check::Model>> {
        vec![
            Term::new(
                platform_check::Column::CheckedAt.into_expr(),
                Direction::Desc,
                |check: &platform_check::Model| SortValue::Instant(check.checked_at),
            ),
            Term::new(platform_check::Column::Id.into_expr(), Direction::Desc, |check| SortValue::Int(check.id.0)),
        ]
    }

    async fn read(
        &self,
        select: Select<platform_check::Entity>,
        db: &DatabaseConnection,
    ) -> Result<Vec<platform_check::Model>, DbErr> {
        select.all(db).await
    }
}
