//! `slug_alias`: an old readable address that keeps resolving.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{AwardId, CharacterId, ChartId, OutletId, PersonId, PlatformId, ShowId, SlugAliasId, SourceWorkId};

/// An old readable address that keeps resolving.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "slug_alias")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: SlugAliasId,
    /// The old slug.
    pub slug: String,
    /// Set when it is a show.
    pub show_id: Option<ShowId>,
    /// Set when it is a person.
    pub person_id: Option<PersonId>,
    /// Set when it is a character.
    pub character_id: Option<CharacterId>,
    /// Set when it is a source work.
    pub source_work_id: Option<SourceWorkId>,
    /// Set when it is a award.
    pub award_id: Option<AwardId>,
    /// Set when it is a platform.
    pub platform_id: Option<PlatformId>,
    /// Set when it is a chart.
    pub chart_id: Option<ChartId>,
    /// Set when it is a outlet.
    pub outlet_id: Option<OutletId>,
    /// The show of `show_id`.
    #[sea_orm(belongs_to, from = "show_id", to = "id")]
    pub show: BelongsTo<Option<super::show::Entity>>,
    /// The person of `person_id`.
    #[sea_orm(belongs_to, from = "person_id", to = "id")]
    pub person: BelongsTo<Option<super::person::Entity>>,
    /// The character of `character_id`.
    #[sea_orm(belongs_to, from = "character_id", to = "id")]
    pub character: BelongsTo<Option<super::character::Entity>>,
    /// The source work of `source_work_id`.
    #[sea_orm(belongs_to, from = "source_work_id", to = "id")]
    pub source_work: BelongsTo<Option<super::source_work::Entity>>,
    /// The award of `award_id`.
    #[sea_orm(belongs_to, from = "award_id", to = "id")]
    pub award: BelongsTo<Option<super::award::Entity>>,
    /// The platform of `platform_id`.
    #[sea_orm(belongs_to, from = "platform_id", to = "id")]
    pub platform: BelongsTo<Option<super::platform::Entity>>,
    /// The chart of `chart_id`.
    #[sea_orm(belongs_to, from = "chart_id", to = "id")]
    pub chart: BelongsTo<Option<super::chart::Entity>>,
    /// The outlet of `outlet_id`.
    #[sea_orm(belongs_to, from = "outlet_id", to = "id")]
    pub outlet: BelongsTo<Option<super::outlet::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
