//! `platform_check`: somebody looked for an announcement.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::ids::{ClaimId, PlatformCheckId, PlatformId, ShowId};

/// Somebody looked for an announcement.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, Deserialize)]
#[sea_orm(table_name = "platform_check")]
pub struct Model {
    /// Its key.
    #[sea_orm(primary_key)]
    pub id: PlatformCheckId,
    /// E.g. Netflix Tudum.
    pub channel: String,
    /// When, UTC.
    pub checked_at: ChronoDateTimeUtc,
    /// Null = nothing was found.
    #[sea_orm(indexed)]
    pub found_claim_id: Option<ClaimId>,
    /// Set when it is a show.
    pub show_id: Option<ShowId>,
    /// Set when it is a platform.
    pub platform_id: Option<PlatformId>,
    /// The claim of `found_claim_id`.
    #[sea_orm(belongs_to, from = "found_claim_id", to = "id")]
    pub found_claim: BelongsTo<Option<super::claim::Entity>>,
    /// The show of `show_id`.
    #[sea_orm(belongs_to, from = "show_id", to = "id")]
    pub show: BelongsTo<Option<super::show::Entity>>,
    /// The platform of `platform_id`.
    #[sea_orm(belongs_to, from = "platform_id", to = "id")]
    pub platform: BelongsTo<Option<super::platform::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
