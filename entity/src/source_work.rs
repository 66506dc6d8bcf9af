//! `source_work`: a novel, webtoon, film … that shows are adapted from.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{SourceWorkId, TermId};

/// A novel, webtoon, film … that shows are adapted from.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "source_work")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: SourceWorkId,
    /// Readable address part.
    #[sea_orm(unique)]
    pub slug: String,
    /// What it is, a term.
    #[sea_orm(indexed)]
    pub medium_id: TermId,
    /// The work it was itself made from; null = none or unknown.
    #[sea_orm(indexed)]
    pub derived_from_id: Option<SourceWorkId>,
    /// The term of `medium_id`.
    #[sea_orm(belongs_to, from = "medium_id", to = "id")]
    pub medium: BelongsTo<super::term::Entity>,
    /// The source work of `derived_from_id`.
    #[sea_orm(self_ref, relation_enum = "DerivedFrom", from = "derived_from_id", to = "id")]
    pub derived_from: BelongsTo<Option<Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
