//! `show_text`: synopsis of a show, in our own words and free of spoilers.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{ShowId, ShowTextId};

/// Synopsis of a show, in our own words and free of spoilers.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "show_text")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: ShowTextId,
    /// The show.
    #[sea_orm(unique_key = "show_locale")]
    pub show_id: ShowId,
    /// BCP 47 language of the text.
    #[sea_orm(unique_key = "show_locale")]
    pub locale: String,
    /// The synopsis.
    pub text: String,
    /// The show of `show_id`.
    #[sea_orm(belongs_to, from = "show_id", to = "id")]
    pub show: BelongsTo<super::show::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
