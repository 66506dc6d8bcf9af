//! Credits: who did what on which show.

use std::sync::Arc;

use ::entity::ids::{CharacterId, CreditId, PersonId, ShowId};
use ::entity::kinds::{Billing, CreditState};
use ::entity::{character, credit, person, season, show, term};
use chrono::NaiveDate;
use sea_orm::sea_query::{ExprTrait as _, IntoCondition as _};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait as _, DatabaseConnection, DbErr, EntityTrait as _,
    FromQueryResult as _, IdenStatic as _, Iterable as _, JoinType, QueryFilter as _, QueryResult, QuerySelect as _,
    QueryTrait as _, RelationDef, Select, Value,
};

use crate::store::credit_order::{self, CreditOrder};
use crate::store::key::Keyed;
use crate::store::list::List;
use crate::store::page::Term;
use crate::store::returning;

/// The job of those who play; every other job is crew.
pub const CAST: &str = "cast";

/// A credit with whom and what it names.
#[derive(Clone, Debug, PartialEq)]
pub struct CreditRow {
    /// The credit.
    pub credit: credit::Model,
    /// Its show.
    pub show: Arc<show::Model>,
    /// The season of its number; null = of the whole show, or there is no such season yet.
    pub season: Option<Arc<season::Model>>,
    /// Who.
    pub person: Arc<person::Model>,
    /// The job.
    pub job: Arc<term::Model>,
    /// Whom they play; null = unknown or not cast.
    pub character: Option<Arc<character::Model>>,
}

impl CreditRow {
    /// The first day of what it credits: the season's premiere, else the show's; null = unknown.
    pub fn dated_on(&self) -> Option<NaiveDate> {
        self.season.as_ref().and_then(|season| season.premiered_on).or(self.show.premiered_on)
    }
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
    /// Whether the person was credited on an earlier season; null = either.
    pub is_returning: Option<bool>,
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
        credit_order::by_position()
    }

    async fn read(&self, select: Select<credit::Entity>, db: &DatabaseConnection) -> Result<Vec<CreditRow>, DbErr> {
        credit::Entity::read(select, db).await
    }
}

/// The credits of a person.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CreditsOfPerson {
    /// Which of them.
    pub filter: CreditFilter,
    /// In which order; empty = latest first.
    pub order: Vec<CreditOrder>,
}

impl List for CreditsOfPerson {
    type Parent = PersonId;
    type Entity = credit::Entity;
    type Row = CreditRow;

    fn key(&self) -> credit::Column {
        credit::Column::Id
    }

    fn parent(&self) -> Option<(credit::Column, fn(PersonId) -> Value)> {
        Some((credit::Column::PersonId, Value::from))
    }

    fn parent_of(&self, row: &CreditRow) -> PersonId {
        row.credit.person_id
    }

    fn rows(&self) -> Select<credit::Entity> {
        credit::Entity::find().filter(self.filter.condition())
    }

    fn order(&self) -> Vec<Term<CreditRow>> {
        credit_order::terms(&self.order)
    }

    async fn read(&self, select: Select<credit::Entity>, db: &DatabaseConnection) -> Result<Vec<CreditRow>, DbErr> {
        credit::Entity::read(select, db).await
    }
}

/// The credits of those who play a character, by position.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CreditsOfCharacter {
    /// Which of them.
    pub filter: CreditFilter,
}

impl List for CreditsOfCharacter {
    /// Never null where it is asked; the column may be.
    type Parent = Option<CharacterId>;
    type Entity = credit::Entity;
    type Row = CreditRow;

    fn key(&self) -> credit::Column {
        credit::Column::Id
    }

    fn parent(&self) -> Option<(credit::Column, fn(Option<CharacterId>) -> Value)> {
        Some((credit::Column::CharacterId, Value::from))
    }

    fn parent_of(&self, row: &CreditRow) -> Option<CharacterId> {
        row.credit.character_id
    }

    fn rows(&self) -> Select<credit::Entity> {
        credit::Entity::find().filter(self.filter.condition())
    }

    fn order(&self) -> Vec<Term<CreditRow>> {
        credit_order::by_position()
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
            .add_option(self.is_returning.map(|is| if is { returning::returns() } else { returning::returns().not() }))
    }
}

/// Credits whose job fits.
pub(super) fn with_job(fits: Condition) -> Condition {
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
        let select = select.join(JoinType::LeftJoin, of_season());
        let joined = select.find_also_related(show::Entity).find_also_related(person::Entity);
        let mut query =
            joined.find_also(credit::Entity, term::Entity).find_also(credit::Entity, character::Entity).into_query();
        for column in season::Column::iter() {
            let alias = format!("season_{}", column.as_str());
            query.expr_as(column.into_expr(), alias);
        }
        db.query_all(&query).await?.iter().map(CreditRow::of).collect()
    }
}

impl CreditRow {
    /// Reads a row of the joined tables, each under its prefix.
    fn of(row: &QueryResult) -> Result<Self, DbErr> {
        Ok(Self {
            credit: credit::Model::from_query_result(row, "A_")?,
            show: Arc::new(show::Model::from_query_result(row, "B_")?),
            person: Arc::new(person::Model::from_query_result(row, "C_")?),
            job: Arc::new(term::Model::from_query_result(row, "D_")?),
            character: character::Model::from_query_result_optional(row, "E_")?.map(Arc::new),
            season: season::Model::from_query_result_optional(row, "season_")?.map(Arc::new),
        })
    }
}

/// From a credit to the season of its number, which may not exist yet.
fn of_season() -> RelationDef {
    let joined = credit::Entity::belongs_to(season::Entity).from(credit::Column::ShowId).to(season::Column::ShowId);
    let same_number = |_, _| season::Column::Number.into_expr().equals(credit::Column::SeasonNumber.as_column_ref());
    joined.on_condition(move |credit, season| same_number(credit, season).into_condition()).into()
}
