//! `show_genre`: a genre of a show.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{ShowId, TermId};

/// A genre of a show.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "show_genre")]
pub struct Model {
    /// The show.
    #[sea_orm(primary_key, auto_increment = false)]
    pub show_id: ShowId,
    /// The genre, a term.
    #[sea_orm(primary_key, auto_increment = false)]
    pub genre_id: TermId,
    /// The show's, kept here so that one index serves a genre's list.
    pub popularity: f64,
    /// The show of `show_id`.
    #[sea_orm(belongs_to, from = "show_id", to = "id")]
    pub show: BelongsTo<super::show::Entity>,
    /// The term of `genre_id`.
    #[sea_orm(belongs_to, from = "genre_id", to = "id")]
    pub genre: BelongsTo<super::term::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
