//! `nomination_recipient`: who is honoured by a nomination.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{NominationId, NominationRecipientId, PersonId, ShowId};

/// Who is honoured by a nomination.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "nomination_recipient")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: NominationRecipientId,
    /// The nomination.
    #[sea_orm(unique_key = "nomination_position")]
    pub nomination_id: NominationId,
    /// From 1, as announced.
    #[sea_orm(unique_key = "nomination_position")]
    pub position: i32,
    /// Set when it is a show.
    pub show_id: Option<ShowId>,
    /// Set when it is a person.
    pub person_id: Option<PersonId>,
    /// The nomination of `nomination_id`.
    #[sea_orm(belongs_to, from = "nomination_id", to = "id")]
    pub nomination: BelongsTo<super::nomination::Entity>,
    /// The show of `show_id`.
    #[sea_orm(belongs_to, from = "show_id", to = "id")]
    pub show: BelongsTo<Option<super::show::Entity>>,
    /// The person of `person_id`.
    #[sea_orm(belongs_to, from = "person_id", to = "id")]
    pub person: BelongsTo<Option<super::person::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
