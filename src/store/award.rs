//! Awards: bodies, categories, ceremonies.

use std::collections::HashMap;
use std::sync::Arc;

use ::entity::ids::{AwardCategoryId, AwardCeremonyId, AwardId};
use ::entity::{award, award_category, award_ceremony, slug_alias};
use sea_orm::sea_query::Func;
use sea_orm::{
    ColumnTrait as _, Condition, DatabaseConnection, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, QueryTrait as _, Select, Value,
};

use crate::store::key::Keyed;
use crate::store::list::{List, any_of};
use crate::store::loader::Relation;
use crate::store::page::{Direction, SortValue, Term};

/// A category with its award body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CategoryRow {
    /// The category.
    pub category: award_category::Model,
    /// The award body.
    pub award: Arc<award::Model>,
}

/// A ceremony with its award body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CeremonyRow {
    /// The ceremony.
    pub ceremony: award_ceremony::Model,
    /// The award body.
    pub award: Arc<award::Model>,
}

/// The award bodies of the catalog, in the order in which they were added.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Awards;

impl List for Awards {
    type Parent = ();
    type Entity = award::Entity;
    type Row = award::Model;

    fn key(&self) -> award::Column {
        award::Column::Id
    }

    fn parent(&self) -> Option<(award::Column, fn(()) -> Value)> {
        None
    }

    fn parent_of(&self, _: &award::Model) {}

    fn rows(&self) -> Select<award::Entity> {
        award::Entity::find()
    }

    fn order(&self) -> Vec<Term<award::Model>> {
        vec![Term::new(award::Column::Id.into_expr(), Direction::Asc, |award| SortValue::Int(award.id.0))]
    }

    async fn read(&self, select: Select<award::Entity>, db: &DatabaseConnection) -> Result<Vec<award::Model>, DbErr> {
        select.all(db).await
    }
}

/// The ceremonies of an award body, latest first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CeremoniesOfAward;

impl List for CeremoniesOfAward {
    type Parent = AwardId;
    type Entity = award_ceremony::Entity;
    type Row = CeremonyRow;

    fn key(&self) -> award_ceremony::Column {
        award_ceremony::Column::Id
    }

    fn parent(&self) -> Option<(award_ceremony::Column, fn(AwardId) -> Value)> {
        Some((award_ceremony::Column::AwardId, Value::from))
    }

    fn parent_of(&self, row: &CeremonyRow) -> AwardId {
        row.ceremony.award_id
    }

    fn rows(&self) -> Select<award_ceremony::Entity> {
        award_ceremony::Entity::find()
    }

    fn order(&self) -> Vec<Term<CeremonyRow>> {
        let edition = Func::coalesce([award_ceremony::Column::Edition.into_expr(), 0.into()]);
        vec![
            Term::new(award_ceremony::Column::Year.into_expr(), Direction::Desc, |row| {
                SortValue::Int(row.ceremony.year.into())
            }),
            Term::new(edition, Direction::Desc, |row| SortValue::Int(row.ceremony.edition.unwrap_or(0).into())),
            Term::new(award_ceremony::Column::Id.into_expr(), Direction::Desc, |row| SortValue::Int(row.ceremony.id.0)),
        ]
    }

    async fn read(
        &self,
        select: Select<award_ceremony::Entity>,
        db: &DatabaseConnection,
    ) -> Result<Vec<CeremonyRow>, DbErr> {
        award_ceremony::Entity::read(select, db).await
    }
}

/// The categories of an award body, by code.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CategoriesOfAward;

impl Relation for CategoriesOfAward {
    type Key = AwardId;
    type Answer = Vec<Arc<CategoryRow>>;

    async fn load(&self, db: &DatabaseConnection, keys: &[AwardId]) -> Result<HashMap<AwardId, Self::Answer>, DbErr> {
        let of_awards = any_of(award_category::Column::AwardId.into_expr(), keys.iter().map(|key| (*key).into()));
        let select = award_category::Entity::find().filter(of_awards);
        let mut rows = award_category::Entity::read(select, db).await?;
        rows.sort_by(|one, other| one.category.code.cmp(&other.category.code));
        let mut rows_of: HashMap<AwardId, Self::Answer> = HashMap::new();
        for row in rows {
            rows_of.entry(row.category.award_id).or_default().push(Arc::new(row));
        }
        Ok(rows_of)
    }
}

/// The ceremony under a key.
pub async fn ceremony_by_id(db: &DatabaseConnection, id: AwardCeremonyId) -> Result<Option<CeremonyRow>, DbErr> {
    first(award_ceremony::Entity::find_by_id(id), db).await
}

/// The ceremony of an award body, named by its slug, with that number.
pub async fn ceremony_by_edition(
    db: &DatabaseConnection,
    award: &str,
    edition: i32,
) -> Result<Option<CeremonyRow>, DbErr> {
    let awards = award::Entity::find().select_only().column(award::Column::Id).filter(named(award)).into_query();
    let select = award_ceremony::Entity::find()
        .filter(award_ceremony::Column::Edition.eq(edition))
        .filter(award_ceremony::Column::AwardId.in_subquery(awards));
    first(select.order_by_asc(award_ceremony::Column::Id), db).await
}

async fn first(select: Select<award_ceremony::Entity>, db: &DatabaseConnection) -> Result<Option<CeremonyRow>, DbErr> {
    Ok(award_ceremony::Entity::read(select, db).await?.into_iter().next())
}

/// Award bodies that have, or had, that readable address.
fn named(slug: &str) -> Condition {
    let old = slug_alias::Entity::find()
        .select_only()
        .column(slug_alias::Column::AwardId)
        .filter(slug_alias::Column::Slug.eq(slug))
        .filter(slug_alias::Column::AwardId.is_not_null());
    Condition::any().add(award::Column::Slug.eq(slug)).add(award::Column::Id.in_subquery(old.into_query()))
}

impl Keyed for award_category::Entity {
    type Id = AwardCategoryId;
    type Row = CategoryRow;

    fn id(row: &CategoryRow) -> AwardCategoryId {
        row.category.id
    }

    async fn read(select: Select<Self>, db: &DatabaseConnection) -> Result<Vec<CategoryRow>, DbErr> {
        let rows = select.find_also_related(award::Entity).all(db).await?;
        let whole = |(category, award): (_, Option<_>)| Some(CategoryRow { category, award: Arc::new(award?) });
        Ok(rows.into_iter().filter_map(whole).collect())
    }
}

impl Keyed for award_ceremony::Entity {
    type Id = AwardCeremonyId;
    type Row = CeremonyRow;

    fn id(row: &CeremonyRow) -> AwardCeremonyId {
        row.ceremony.id
    }

    async fn read(select: Select<Self>, db: &DatabaseConnection) -> Result<Vec<CeremonyRow>, DbErr> {
        let rows = select.find_also_related(award::Entity).all(db).await?;
        let whole = |(ceremony, award): (_, Option<_>)| Some(CeremonyRow { ceremony, award: Arc::new(award?) });
        Ok(rows.into_iter().filter_map(whole).collect())
    }
}
