//! `character_text`: description of a character, in our own words and free of spoilers.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{CharacterId, CharacterTextId};

/// Description of a character, in our own words and free of spoilers.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "character_text")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: CharacterTextId,
    /// The character.
    #[sea_orm(unique_key = "character_locale")]
    pub character_id: CharacterId,
    /// BCP 47 language of the text.
    #[sea_orm(unique_key = "character_locale")]
    pub locale: String,
    /// The description.
    pub text: String,
    /// The character of `character_id`.
    #[sea_orm(belongs_to, from = "character_id", to = "id")]
    pub character: BelongsTo<super::character::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
