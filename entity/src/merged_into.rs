//! `merged_into`: an old key that keeps resolving after a merge.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{MergedIntoId, PersonId, ShowId};

/// An old key that keeps resolving after a merge.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "merged_into")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: MergedIntoId,
    /// Key of the row that was merged away.
    pub old_id: i64,
    /// When, UTC.
    pub merged_at: ChronoDateTimeUtc,
    /// Set when it is a show.
    pub show_id: Option<ShowId>,
    /// Set when it is a person.
    pub person_id: Option<PersonId>,
    /// The show of `show_id`.
    #[sea_orm(belongs_to, from = "show_id", to = "id")]
    pub show: BelongsTo<Option<super::show::Entity>>,
    /// The person of `person_id`.
    #[sea_orm(belongs_to, from = "person_id", to = "id")]
    pub person: BelongsTo<Option<super::person::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
