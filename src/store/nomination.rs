//! Nominations and wins: of the catalog, of a show, of a ceremony, of a person.

use std::marker::PhantomData;
use std::sync::Arc;

use ::entity::ids::{AwardCeremonyId, NominationId, PersonId, ShowId};
use ::entity::{award, award_category, award_ceremony, nomination, nomination_recipient};
use sea_orm::{
    ColumnTrait as _, DatabaseConnection, DbErr, EntityTrait as _, QueryFilter as _, QuerySelect as _, QueryTrait as _,
    Select, Value,
};

use crate::store::award::{CategoryRow, CeremonyRow};
use crate::store::key::Keyed;
use crate::store::list::List;
use crate::store::loader::Key;
use crate::store::nomination_filter::NominationFilter;
use crate::store::nomination_order::{self, NominationOrder};
use crate::store::page::Term;

/// A nomination with its ceremony, its category and their award body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NominationRow {
    /// The nomination.
    pub nomination: nomination::Model,
    /// At which edition.
    pub ceremony: Arc<CeremonyRow>,
    /// In which category; it is one of the ceremony's award body.
    pub category: Arc<CategoryRow>,
    /// The recipient under whom it is listed; null = it is not listed under a person.
    pub under: Option<PersonId>,
}

impl NominationRow {
    /// Puts together what was joined; null = a row refers to nothing, which foreign keys rule out.
    fn of(
        nomination: nomination::Model,
        ceremony: Option<award_ceremony::Model>,
        category: Option<award_category::Model>,
        award: Option<award::Model>,
    ) -> Option<Self> {
        let award = Arc::new(award?);
        let ceremony = Arc::new(CeremonyRow { ceremony: ceremony?, award: award.clone() });
        Some(Self { nomination, ceremony, category: Arc::new(CategoryRow { category: category?, award }), under: None })
    }
}

/// The column that names a holder, and the value for a given one.
pub type HolderColumn<H> = (nomination::Column, fn(H) -> Value);

/// Under what nominations stand in their own table.
pub trait Holder: Key {
    /// Its column; null for the whole catalog.
    fn column() -> Option<HolderColumn<Self>>;
    /// The holder of a row; null = it has none, and is not listed under any.
    fn of(row: &nomination::Model) -> Option<Self>;
}

impl Holder for () {
    fn column() -> Option<HolderColumn<Self>> {
        None
    }

    fn of(_: &nomination::Model) -> Option<Self> {
        Some(())
    }
}

impl Holder for ShowId {
    fn column() -> Option<HolderColumn<Self>> {
        Some((nomination::Column::ShowId, Value::from))
    }

    fn of(row: &nomination::Model) -> Option<Self> {
        row.show_id
    }
}

impl Holder for AwardCeremonyId {
    fn column() -> Option<HolderColumn<Self>> {
        Some((nomination::Column::AwardCeremonyId, Value::from))
    }

    fn of(row: &nomination::Model) -> Option<Self> {
        Some(row.award_ceremony_id)
    }
}

/// The nominations under a holder: those of a show are those that were for it, whoever was honoured.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Nominations<H> {
    /// Which of them.
    pub filter: NominationFilter,
    /// In which order; ties stand latest first.
    pub order: Vec<NominationOrder>,
    holder: PhantomData<fn() -> H>,
}

impl<H> Nominations<H> {
    /// Those that fit, in that order.
    pub fn new(filter: NominationFilter, order: Vec<NominationOrder>) -> Self {
        Self { filter, order, holder: PhantomData }
    }
}

impl<H: Holder> List for Nominations<H> {
    type Parent = H;
    type Entity = nomination::Entity;
    type Row = NominationRow;

    fn key(&self) -> nomination::Column {
        nomination::Column::Id
    }

    fn parent(&self) -> Option<(nomination::Column, fn(H) -> Value)> {
        H::column()
    }

    fn parent_of(&self, row: &NominationRow) -> H {
        #[expect(clippy::expect_used, reason = "rows are selected by their holder")]
        H::of(&row.nomination).expect("a listed row has a holder")
    }

    fn rows(&self) -> Select<nomination::Entity> {
        nomination::Entity::find().filter(self.filter.condition())
    }

    fn order(&self) -> Vec<Term<NominationRow>> {
        nomination_order::of_nominations(&self.order)
    }

    async fn read(
        &self,
        select: Select<nomination::Entity>,
        db: &DatabaseConnection,
    ) -> Result<Vec<NominationRow>, DbErr> {
        nomination::Entity::read(select, db).await
    }
}

/// The nominations that honour a person, alone or with others.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NominationsOfPerson {
    /// Which of them.
    pub filter: NominationFilter,
    /// In which order; ties stand latest first.
    pub order: Vec<NominationOrder>,
}

impl List for NominationsOfPerson {
    type Parent = PersonId;
    type Entity = nomination_recipient::Entity;
    type Row = NominationRow;

    fn key(&self) -> nomination_recipient::Column {
        nomination_recipient::Column::Id
    }

    fn parent(&self) -> Option<(nomination_recipient::Column, fn(PersonId) -> Value)> {
        Some((nomination_recipient::Column::PersonId, Value::from))
    }

    fn parent_of(&self, row: &NominationRow) -> PersonId {
        #[expect(clippy::expect_used, reason = "`read` sets it, and rows are selected by their person")]
        row.under.expect("a row listed under a person names them")
    }

    fn rows(&self) -> Select<nomination_recipient::Entity> {
        let all = nomination_recipient::Entity::find();
        if self.filter == NominationFilter::default() {
            return all;
        }
        let fitting = nomination::Entity::find().select_only().column(nomination::Column::Id);
        let fitting = fitting.filter(self.filter.condition()).into_query();
        all.filter(nomination_recipient::Column::NominationId.in_subquery(fitting))
    }

    fn order(&self) -> Vec<Term<NominationRow>> {
        nomination_order::of_recipients(&self.order)
    }

    async fn read(
        &self,
        select: Select<nomination_recipient::Entity>,
        db: &DatabaseConnection,
    ) -> Result<Vec<NominationRow>, DbErr> {
        let nominations = select.find_also_related(nomination::Entity);
        let ceremonies = nominations.find_also(nomination::Entity, award_ceremony::Entity);
        let categories = ceremonies.find_also(nomination::Entity, award_category::Entity);
        let rows = categories.find_also(award_ceremony::Entity, award::Entity).all(db).await?;
        let whole =
            |(recipient, nomination, ceremony, category, award): (nomination_recipient::Model, Option<_>, _, _, _)| {
                let row = NominationRow::of(nomination?, ceremony, category, award)?;
                Some(NominationRow { under: recipient.person_id, ..row })
            };
        Ok(rows.into_iter().filter_map(whole).collect())
    }
}

impl Keyed for nomination::Entity {
    type Id = NominationId;
    type Row = NominationRow;

    fn id(row: &NominationRow) -> NominationId {
        row.nomination.id
    }

    async fn read(select: Select<Self>, db: &DatabaseConnection) -> Result<Vec<NominationRow>, DbErr> {
        let ceremonies = select.find_also_related(award_ceremony::Entity);
        let categories = ceremonies.find_also_related(award_category::Entity);
        let rows = categories.find_also(award_ceremony::Entity, award::Entity).all(db).await?;
        let whole = |(nomination, ceremony, category, award)| NominationRow::of(nomination, ceremony, category, award);
        Ok(rows.into_iter().filter_map(whole).collect())
    }
}
