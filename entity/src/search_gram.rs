//! `search_gram`: two neighbouring letters of a search key.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::SearchKeyId;

/// Two neighbouring letters of a search key.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "search_gram")]
pub struct Model {
    /// The letters.
    #[sea_orm(primary_key, auto_increment = false)]
    pub gram: String,
    /// The key that holds them.
    #[sea_orm(primary_key, auto_increment = false, indexed)]
    pub search_key_id: SearchKeyId,
    /// The search key of `search_key_id`.
    #[sea_orm(belongs_to, from = "search_key_id", to = "id")]
    pub search_key: BelongsTo<super::search_key::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
