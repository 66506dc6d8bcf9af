//! Who is honoured by nominations, and who else won.

use std::collections::HashMap;
use std::sync::Arc;

use ::entity::ids::{AwardCategoryId, AwardCeremonyId, NominationId};
use ::entity::kinds::NominationResult;
use ::entity::{nomination, nomination_recipient, person, show};
use sea_orm::{ColumnTrait as _, DatabaseConnection, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use crate::store::key::Keyed;
use crate::store::list::any_of;
use crate::store::loader::Relation;
use crate::store::nomination::NominationRow;

/// One who is honoured.
#[derive(Clone, Debug, PartialEq)]
pub enum Recipient {
    /// A show.
    Show(Arc<show::Model>),
    /// A person.
    Person(Arc<person::Model>),
}

/// Who is honoured by a nomination, as announced.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Recipients;

impl Relation for Recipients {
    type Key = NominationId;
    type Answer = Vec<Recipient>;

    async fn load(
        &self,
        db: &DatabaseConnection,
        keys: &[NominationId],
    ) -> Result<HashMap<NominationId, Self::Answer>, DbErr> {
        let of_nominations =
            any_of(nomination_recipient::Column::NominationId.into_expr(), keys.iter().map(|key| (*key).into()));
        let select = nomination_recipient::Entity::find()
            .filter(of_nominations)
            .order_by_asc(nomination_recipient::Column::NominationId)
            .order_by_asc(nomination_recipient::Column::Position);
        let rows = select.find_also_related(show::Entity).find_also_related(person::Entity).all(db).await?;
        let mut recipients: HashMap<NominationId, Self::Answer> = HashMap::new();
        for (row, show, person) in rows {
            let show = show.map(|show| Recipient::Show(Arc::new(show)));
            let one = show.or(person.map(|person| Recipient::Person(Arc::new(person))));
            recipients.entry(row.nomination_id).or_default().extend(one);
        }
        Ok(recipients)
    }
}

/// The nominations that won a category of a ceremony, in the order in which they were entered.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Winners;

impl Relation for Winners {
    type Key = (AwardCeremonyId, AwardCategoryId);
    type Answer = Vec<Arc<NominationRow>>;

    async fn load(
        &self,
        db: &DatabaseConnection,
        keys: &[Self::Key],
    ) -> Result<HashMap<Self::Key, Self::Answer>, DbErr> {
        let ceremonies = keys.iter().map(|(ceremony, _)| (*ceremony).into());
        let categories = keys.iter().map(|(_, category)| (*category).into());
        let select = nomination::Entity::find()
            .filter(nomination::Column::Result.eq(NominationResult::Won))
            .filter(any_of(nomination::Column::AwardCeremonyId.into_expr(), ceremonies))
            .filter(any_of(nomination::Column::AwardCategoryId.into_expr(), categories))
            .order_by_asc(nomination::Column::Id);
        let mut winners: HashMap<Self::Key, Self::Answer> = HashMap::new();
        for row in nomination::Entity::read(select, db).await? {
            let key = (row.nomination.award_ceremony_id, row.nomination.award_category_id);
            winners.entry(key).or_default().push(Arc::new(row));
        }
        Ok(winners)
    }
}
