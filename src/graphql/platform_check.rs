//! Platform checks: somebody looked for an announcement.

use std::sync::Arc;

use ::entity::{claim, platform, platform_check, show};
use async_graphql::{Context, Description, ID, Object, Result};

use crate::graphql::claim::Claim;
use crate::graphql::id;
use crate::graphql::plan::{Planned, Selection, row_if};
use crate::graphql::platform::Platform;
use crate::graphql::scalars::DateTime;
use crate::graphql::show::Show;
use crate::store::loader::Wave;

/// Somebody looked for an announcement: "nobody looked" differs from "nothing happened".
#[derive(Clone, Debug, Description)]
pub(super) struct PlatformCheck(pub(super) Arc<platform_check::Model>);

impl From<Arc<platform_check::Model>> for PlatformCheck {
    fn from(row: Arc<platform_check::Model>) -> Self {
        Self(row)
    }
}

impl Planned for PlatformCheck {
    type Row = platform_check::Model;

    fn plan(rows: &[Arc<platform_check::Model>], asked: &Selection, wave: &mut Wave) {
        asked.one::<Show, show::Entity>("aboutShow", rows.iter().filter_map(|check| check.show_id), wave);
        asked.one::<Platform, platform::Entity>(
            "aboutPlatform",
            rows.iter().filter_map(|check| check.platform_id),
            wave,
        );
        asked.one::<Claim, claim::Entity>("found", rows.iter().filter_map(|check| check.found_claim_id), wave);
    }
}

#[Object(use_type_description)]
impl PlatformCheck {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("PlatformCheck", self.0.id.0)
    }

    /// For news of which show; null = of all that the platform has.
    async fn about_show(&self, ctx: &Context<'_>) -> Result<Option<Show>> {
        Ok(row_if::<show::Entity>(ctx, self.0.show_id).await?.map(Show::from))
    }

    /// The platform whose news were looked through as a whole; null = only those of one show.
    async fn about_platform(&self, ctx: &Context<'_>) -> Result<Option<Platform>> {
        Ok(row_if::<platform::Entity>(ctx, self.0.platform_id).await?.map(Platform::from))
    }

    /// Where, e.g. Netflix Tudum.
    async fn channel(&self) -> &str {
        &self.0.channel
    }

    /// When somebody looked.
    async fn checked_at(&self) -> DateTime {
        DateTime(self.0.checked_at)
    }

    /// What was found; null = nothing.
    async fn found(&self, ctx: &Context<'_>) -> Result<Option<Claim>> {
        Ok(row_if::<claim::Entity>(ctx, self.0.found_claim_id).await?.map(Claim::from))
    }
}
