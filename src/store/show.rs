//! Shows.

use ::entity::ids::ShowId;
use ::entity::show;
use sea_orm::{ColumnTrait as _, DatabaseConnection, DbErr, EntityTrait as _, Select, Value};

use crate::store::list::List;
use crate::store::page::{Direction, SortValue, Term};

/// Shows of the catalog.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Shows {}

impl List for Shows {
    type Parent = ();
    type Entity = show::Entity;
    type Row = show::Model;

    fn key(&self) -> show::Column {
        show::Column::Id
    }

    fn parent(&self) -> Option<(show::Column, fn(()) -> Value)> {
        None
    }

    fn parent_of(&self, _: &show::Model) {}

    fn rows(&self) -> Select<show::Entity> {
        show::Entity::find()
    }

    fn order(&self) -> Vec<Term<show::Model>> {
        vec![
            Term::new(show::Column::Popularity.into_expr(), Direction::Desc, |show| SortValue::float(show.popularity)),
            Term::new(show::Column::Id.into_expr(), Direction::Desc, |show| SortValue::Int(show.id.0)),
        ]
    }

    async fn read(&self, select: Select<show::Entity>, db: &DatabaseConnection) -> Result<Vec<show::Model>, DbErr> {
        select.all(db).await
    }
}

/// The show under a readable address; old addresses keep resolving.
pub async fn by_slug(db: &DatabaseConnection, slug: &str) -> Result<Option<show::Model>, DbErr> {
    show::Entity::find_by_slug(slug).one(db).await
}

/// The show under a key.
pub async fn by_id(db: &DatabaseConnection, id: ShowId) -> Result<Option<show::Model>, DbErr> {
    show::Entity::find_by_id(id).one(db).await
}
