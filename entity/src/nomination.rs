//! `nomination`: one nomination and its result.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{AwardCategoryId, AwardCeremonyId, NominationId, ShowId};
use crate::kinds::NominationResult;

/// One nomination and its result.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "nomination")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: NominationId,
    /// At which edition.
    #[sea_orm(indexed)]
    pub award_ceremony_id: AwardCeremonyId,
    /// In which category.
    #[sea_orm(indexed)]
    pub award_category_id: AwardCategoryId,
    /// Nominated or won.
    pub result: NominationResult,
    /// The show it was for; null = none of the catalog.
    #[sea_orm(indexed)]
    pub show_id: Option<ShowId>,
    /// The award ceremony of `award_ceremony_id`.
    #[sea_orm(belongs_to, from = "award_ceremony_id", to = "id")]
    pub award_ceremony: BelongsTo<super::award_ceremony::Entity>,
    /// The award category of `award_category_id`.
    #[sea_orm(belongs_to, from = "award_category_id", to = "id")]
    pub award_category: BelongsTo<super::award_category::Entity>,
    /// The show of `show_id`.
    #[sea_orm(belongs_to, from = "show_id", to = "id")]
    pub show: BelongsTo<Option<super::show::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
