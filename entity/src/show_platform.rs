//! `show_platform`: where a show runs or ran.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{PlatformId, ShowId, ShowPlatformId};
use crate::kinds::PlatformRole;

/// Where a show runs or ran.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "show_platform")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: ShowPlatformId,
    /// The show.
    #[sea_orm(indexed)]
    pub show_id: ShowId,
    /// The platform.
    #[sea_orm(indexed)]
    pub platform_id: PlatformId,
    /// Its role.
    pub role: PlatformRole,
    /// ISO 3166-1 alpha-2; null = everywhere.
    pub country: Option<String>,
    /// The show's page there; null = unknown.
    pub url: Option<String>,
    /// The show of `show_id`.
    #[sea_orm(belongs_to, from = "show_id", to = "id")]
    pub show: BelongsTo<super::show::Entity>,
    /// The platform of `platform_id`.
    #[sea_orm(belongs_to, from = "platform_id", to = "id")]
    pub platform: BelongsTo<super::platform::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
