//! `character`: someone in a story.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{CharacterId, ShowId};

/// Someone in a story.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "character")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: CharacterId,
    /// Readable address part.
    #[sea_orm(unique)]
    pub slug: String,
    /// Its show.
    #[sea_orm(indexed)]
    pub show_id: ShowId,
    /// The show of `show_id`.
    #[sea_orm(belongs_to, from = "show_id", to = "id")]
    pub show: BelongsTo<super::show::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
