//! `search_key`: a spelling as search sees it: letters and digits only.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{NameId, SearchKeyId};

/// A spelling as search sees it: letters and digits only.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "search_key")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: SearchKeyId,
    /// The spelling it was made from.
    #[sea_orm(indexed)]
    pub name_id: NameId,
    /// Folded letters and digits.
    pub key: String,
    /// Made by romanization, not written anywhere.
    pub is_romanized: bool,
    /// Of the thing named, 0..1, so that the best known is proposed first.
    pub popularity: f64,
    /// The name of `name_id`.
    #[sea_orm(belongs_to, from = "name_id", to = "id")]
    pub name: BelongsTo<super::name::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
