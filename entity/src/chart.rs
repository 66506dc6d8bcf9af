//! `chart`: a ranked list that is published regularly.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{ChartId, PlatformId};
use crate::kinds::{ChartMetric, ChartStratum};

/// A ranked list that is published regularly.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "chart")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: ChartId,
    /// Readable address part.
    #[sea_orm(unique)]
    pub slug: String,
    /// As printed.
    pub name: String,
    /// Whose list.
    #[sea_orm(indexed)]
    pub platform_id: PlatformId,
    /// ISO 3166-1 alpha-2; null = worldwide.
    pub country: Option<String>,
    /// Language stratum; null = all languages together.
    pub stratum: Option<ChartStratum>,
    /// What the rank goes by.
    pub metric: ChartMetric,
    /// The platform of `platform_id`.
    #[sea_orm(belongs_to, from = "platform_id", to = "id")]
    pub platform: BelongsTo<super::platform::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
