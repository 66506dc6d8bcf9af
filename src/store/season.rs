//! Seasons.

use ::entity::ids::ShowId;
use ::entity::season;
use sea_orm::{ColumnTrait as _, DatabaseConnection, DbErr, EntityTrait as _, Select, Value};

use crate::store::list::List;
use crate::store::page::{Direction, SortValue, Term};

/// The seasons of a show by number; 0 = specials.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SeasonsOfShow;

impl List for SeasonsOfShow {
    type Parent = ShowId;
    type Entity = season::Entity;
    type Row = season::Model;

    fn key(&self) -> season::Column {
        season::Column::Id
    }

    fn parent(&self) -> Option<(season::Column, fn(ShowId) -> Value)> {
        Some((season::Column::ShowId, Value::from))
    }

    fn parent_of(&self, row: &season::Model) -> ShowId {
        row.show_id
    }

    fn rows(&self) -> Select<season::Entity> {
        season::Entity::find()
    }

    fn order(&self) -> Vec<Term<season::Model>> {
        vec![Term::new(season::Column::Number.into_expr(), Direction::Asc, |season| {
            SortValue::Int(season.number.into())
        })]
    }

    async fn read(&self, select: Select<season::Entity>, db: &DatabaseConnection) -> Result<Vec<season::Model>, DbErr> {
        select.all(db).await
    }
}
