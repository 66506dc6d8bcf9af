//! Works that shows are adapted from.

use std::collections::HashMap;
use std::sync::Arc;

use ::entity::ids::{ShowId, ShowSourceId, SourceWorkId};
use ::entity::{person, show, show_source, source_work, source_work_author, term};
use sea_orm::sea_query::{ExprTrait as _, Query};
use sea_orm::{
    ColumnTrait as _, DatabaseConnection, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _, Select, Value,
};

use crate::store::key::Keyed;
use crate::store::list::{Brings, List, any_of};
use crate::store::loader::Relation;
use crate::store::page::{Direction, SortValue, Term};

/// A work with its medium.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceWorkRow {
    /// The work.
    pub work: source_work::Model,
    /// What it is.
    pub medium: Arc<term::Model>,
}

impl Keyed for source_work::Entity {
    type Id = SourceWorkId;
    type Row = SourceWorkRow;

    fn id(row: &SourceWorkRow) -> SourceWorkId {
        row.work.id
    }

    async fn read(select: Select<Self>, db: &DatabaseConnection) -> Result<Vec<SourceWorkRow>, DbErr> {
        let rows = select.find_also_related(term::Entity).all(db).await?;
        let whole = |(work, medium): (_, Option<_>)| Some(SourceWorkRow { work, medium: Arc::new(medium?) });
        Ok(rows.into_iter().filter_map(whole).collect())
    }
}

/// Someone who made a work.
#[derive(Clone, Debug, PartialEq)]
pub struct AuthorRow {
    /// What is printed.
    pub author: source_work_author::Model,
    /// Who; null = not in the catalog.
    pub person: Option<Arc<person::Model>>,
    /// As what.
    pub job: Arc<term::Model>,
}

/// Who made a work, as printed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AuthorsOfWork;

impl Relation for AuthorsOfWork {
    type Key = SourceWorkId;
    type Answer = Vec<Arc<AuthorRow>>;

    async fn load(
        &self,
        db: &DatabaseConnection,
        keys: &[SourceWorkId],
    ) -> Result<HashMap<SourceWorkId, Self::Answer>, DbErr> {
        let of_keys =
            any_of(source_work_author::Column::SourceWorkId.into_expr(), keys.iter().map(|key| (*key).into()));
        let select =
            source_work_author::Entity::find().filter(of_keys).order_by_asc(source_work_author::Column::Position);
        let mut authors_of: HashMap<SourceWorkId, Self::Answer> = HashMap::new();
        for (author, person, job) in
            select.find_also_related(person::Entity).find_also_related(term::Entity).all(db).await?
        {
            let job = Arc::new(job.ok_or_else(|| DbErr::RecordNotFound("the job of an author".to_owned()))?);
            let row = AuthorRow { author, person: person.map(Arc::new), job };
            authors_of.entry(row.author.source_work_id).or_default().push(Arc::new(row));
        }
        Ok(authors_of)
    }
}

/// That a show was adapted from a work, with the work.
#[derive(Clone, Debug, PartialEq)]
pub struct AdaptationRow {
    /// The adaptation.
    pub adaptation: show_source::Model,
    /// The work.
    pub work: Arc<SourceWorkRow>,
}

impl Keyed for show_source::Entity {
    type Id = ShowSourceId;
    type Row = AdaptationRow;

    fn id(row: &AdaptationRow) -> ShowSourceId {
        row.adaptation.id
    }

    async fn read(select: Select<Self>, db: &DatabaseConnection) -> Result<Vec<AdaptationRow>, DbErr> {
        let joined = select.find_also_related(source_work::Entity).and_also_related(term::Entity);
        let whole = |(adaptation, work, medium): (_, Option<_>, Option<_>)| {
            let work = Arc::new(SourceWorkRow { work: work?, medium: Arc::new(medium?) });
            Some(AdaptationRow { adaptation, work })
        };
        Ok(joined.all(db).await?.into_iter().filter_map(whole).collect())
    }
}

/// The works that a show was adapted from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SourcesOfShow;

impl Relation for SourcesOfShow {
    type Key = ShowId;
    type Answer = Vec<Arc<AdaptationRow>>;

    async fn load(&self, db: &DatabaseConnection, keys: &[ShowId]) -> Result<HashMap<ShowId, Self::Answer>, DbErr> {
        let of_keys = any_of(show_source::Column::ShowId.into_expr(), keys.iter().map(|key| (*key).into()));
        let select = show_source::Entity::find().filter(of_keys).order_by_asc(show_source::Column::Id);
        let mut sources_of: HashMap<ShowId, Self::Answer> = HashMap::new();
        for row in show_source::Entity::read(select, db).await? {
            sources_of.entry(row.adaptation.show_id).or_default().push(Arc::new(row));
        }
        Ok(sources_of)
    }
}

/// A show made from a work.
#[derive(Clone, Debug, PartialEq)]
pub struct AdaptedRow {
    /// The adaptation.
    pub adaptation: show_source::Model,
    /// The show.
    pub show: Arc<show::Model>,
}

/// The shows made from a work, the most popular first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AdaptationsOfWork;

impl List for AdaptationsOfWork {
    type Parent = SourceWorkId;
    type Entity = show_source::Entity;
    type Row = AdaptedRow;

    fn key(&self) -> show_source::Column {
        show_source::Column::Id
    }

    fn parent(&self) -> Option<(show_source::Column, fn(SourceWorkId) -> Value)> {
        Some((show_source::Column::SourceWorkId, Value::from))
    }

    fn parent_of(&self, row: &AdaptedRow) -> SourceWorkId {
        row.adaptation.source_work_id
    }

    fn rows(&self) -> Select<show_source::Entity> {
        show_source::Entity::find()
    }

    fn order(&self) -> Vec<Term<AdaptedRow>> {
        let popularity = Query::select()
            .column(show::Column::Popularity)
            .from(show::Entity)
            .and_where(show::Column::Id.into_expr().equals(show_source::Column::ShowId.as_column_ref()))
            .take();
        vec![
            Term::new(popularity, Direction::Desc, |row| SortValue::float(row.show.popularity)),
            Term::new(show_source::Column::ShowId.into_expr(), Direction::Desc, |row| SortValue::Int(row.show.id.0)),
        ]
    }

    async fn read(
        &self,
        select: Select<show_source::Entity>,
        db: &DatabaseConnection,
    ) -> Result<Vec<AdaptedRow>, DbErr> {
        let rows = select.find_also_related(show::Entity).all(db).await?;
        let whole = |(adaptation, show): (_, Option<_>)| Some(AdaptedRow { adaptation, show: Arc::new(show?) });
        Ok(rows.into_iter().filter_map(whole).collect())
    }
}

impl Brings<show::Model> for AdaptedRow {
    fn brought(self: &Arc<Self>) -> Arc<show::Model> {
        self.show.clone()
    }
}
