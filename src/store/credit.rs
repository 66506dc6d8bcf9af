//! Credits: who did what on which show.

use std::sync::Arc;

use ::entity::ids::{CreditId, ShowId};
use ::entity::kinds::{Billing, CreditState};
use ::entity::{character, credit, person, term};
use sea_orm::{
    ColumnTrait as _, Condition, DatabaseConnection, DbErr, EntityTrait as _, QueryFilter as _, QuerySelect as _,
    QueryTrait as _, Select, Value,
};

use crate::store::key::Keyed;
use crate::store::list::List;
use crate::store::page::{Direction, SortValue, Term};

/// The job of those who play; every other job is crew.
pub const CAST: &str = "cast";

/// A credit with whom and what it names.
#[derive(Clone, Debug, PartialEq)]
pub struct CreditRow {
    /// The credit.
    pub credit: credit::Model,
    /// Who.
    pub person: Arc<person::Model>,
    /// The job.
    pub job: Arc<term::Model>,
    /// Whom they play; null = unknown or not cast.
    pub character: Option<Arc<character::Model>>,
}

/// Which credits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct CreditFilter {
    /// Job codes; empty = any.
    pub jobs: Vec<String>,
    /// Billings; empty = any.
    pub billings: Vec<Billing>,
    /// States; empty = any.
    pub states: Vec<CreditState>,
    /// Target seasons; empty = any.
    pub seasons: Vec<i32>,
}

/// Cast or crew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Who plays whom.
    Cast,
    /// Who made it.
    Crew,
}

/// The credits of a show, by job and position.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CreditsOfShow {
    /// Cast or crew.
    pub part: Part,
    /// Which of them.
    pub filter: CreditFilter,
}

impl List for CreditsOfShow {
    type Parent = ShowId;
    type Entity = credit::Entity;
    type Row = CreditRow;

    fn key(&self) -> credit::Column {
        credit::Column::Id
    }

    fn parent(&self) -> Option<(credit::Column, fn(ShowId) -> Value)> {
        Some((credit::Column::ShowId, Value::from))
    }

    fn parent_of(&self, row: &CreditRow) -> ShowId {
        row.credit.show_id
    }

    fn rows(&self) -> Select<credit::Entity> {
        let job = term::Column::Code;
        let part = if self.part == Part::Cast { job.eq(CAST) } else { job.ne(CAST) };
        credit::Entity::find().filter(with_job(part.into())).filter(self.filter.condition())
    }

    fn order(&self) -> Vec<Term<CreditRow>> {
        vec![
            Term::new(credit::Column::Position.into_expr(), Direction::Asc, |row| {
                SortValue::Int(row.credit.position.into())
            }),
            Term::new(credit::Column::Id.into_expr(), Direction::Asc, |row| SortValue::Int(row.credit.id.0)),
        ]
    }

    async fn read(&self, select: Select<credit::Entity>, db: &DatabaseConnection) -> Result<Vec<CreditRow>, DbErr> {
        credit::Entity::read(select, db).await
    }
}

impl CreditFilter {
    fn condition(&self) -> Condition {
        let one_of = |column: credit::Column, values: Vec<Value>| (!values.is_empty()).then(|| column.is_in(values));
        Condition::all()
            .add_option((!self.jobs.is_empty()).then(|| with_job(term::Column::Code.is_in(self.jobs.clone()).into())))
            .add_option(one_of(credit::Column::Billing, self.billings.iter().map(|kind| (*kind).into()).collect()))
            .add_option(one_of(credit::Column::State, self.states.iter().map(|kind| (*kind).into()).collect()))
            .add_option(one_of(
                credit::Column::SeasonNumber,
                self.seasons.iter().map(|number| (*number).into()).collect(),
            ))
    }
}

/// Credits whose job fits.
fn with_job(fits: Condition) -> Condition {
    let jobs = term::Entity::find().select_only().column(term::Column::Id).filter(fits).into_query();
    Condition::all().add(credit::Column::JobId.in_subquery(jobs))
}

impl Keyed for credit::Entity {
    type Id = CreditId;
    type Row = CreditRow;

    fn id(row: &CreditRow) -> CreditId {
        row.credit.id
    }

    async fn read(select: Select<Self>, db: &DatabaseConnection) -> Result<Vec<CreditRow>, DbErr> {
        let people = select.find_also_related(person::Entity);
        let jobs = people.find_also_related(term::Entity);
        let rows = jobs.find_also(credit::Entity, character::Entity).all(db).await?;
        let whole = |(credit, person, job, character): (_, Option<_>, Option<_>, Option<_>)| {
            Some(CreditRow {
                credit,
                person: Arc::new(person?),
                job: Arc::new(job?),
                character: character.map(Arc::new),
            })
        };
        Ok(rows.into_iter().filter_map(whole).collect())
    }
}
