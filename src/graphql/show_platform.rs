//! Where shows run.

use std::sync::Arc;

use ::entity::ids::ShowId;
use async_graphql::{Context, Description, Enum, Object, Result};

use crate::graphql::plan::{Planned, Selection, loader};
use crate::graphql::platform::Platform;
use crate::graphql::provenance::{Provenance, provenance};
use crate::graphql::scalars::{CountryCode, Url};
use crate::store::loader::Wave;
use crate::store::provenance::Sourced;
use crate::store::show_detail::{PlatformsOf, ShowPlatformRow};

/// What a platform is to a show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "::entity::kinds::PlatformRole")]
pub(super) enum PlatformRole {
    /// Ordered and owns it.
    Original,
    /// Airs it.
    Broadcaster,
    /// Carries it elsewhere.
    Distributor,
}

/// Where a show runs or ran.
#[derive(Clone, Debug, Description)]
pub(super) struct ShowPlatform(Arc<ShowPlatformRow>);

impl Planned for ShowPlatform {
    type Row = ShowPlatformRow;

    fn plan(rows: &[Arc<ShowPlatformRow>], asked: &Selection, wave: &mut Wave) {
        let platforms: Vec<_> = rows.iter().map(|row| row.platform.clone()).collect();
        Platform::plan(&platforms, &asked.under("platform"), wave);
        asked.provenance(rows.iter().map(|row| Sourced::ShowPlatform(row.link.id)), wave);
    }
}

#[Object(use_type_description)]
impl ShowPlatform {
    /// The platform.
    async fn platform(&self) -> Platform {
        Platform(self.0.platform.clone())
    }

    /// What it is to the show.
    async fn role(&self) -> PlatformRole {
        self.0.link.role.into()
    }

    /// Where, e.g. KR; null = everywhere.
    async fn country(&self) -> Option<CountryCode> {
        self.0.link.country.clone().map(CountryCode)
    }

    /// The show's page there; null = unknown.
    async fn url(&self) -> Option<Url> {
        self.0.link.url.clone().map(Url)
    }

    /// Where it was taken from, prevailing first.
    pub(super) async fn provenance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only these GraphQL fields, e.g. [\"premieredOn\"]; default all.")] fields: Option<
            Vec<String>,
        >,
    ) -> Result<Vec<Provenance>> {
        provenance(ctx, Sourced::ShowPlatform(self.0.link.id), fields).await
    }
}

/// Where a show runs: in one country (with what is everywhere) or in any, in these roles or any; as planned.
pub(super) async fn platforms(
    ctx: &Context<'_>,
    show: ShowId,
    country: Option<CountryCode>,
    roles: Option<Vec<PlatformRole>>,
) -> Result<Vec<ShowPlatform>> {
    let rows = loader(ctx)?.fetch(&PlatformsOf, show).await?;
    let is_there = |row: &ShowPlatformRow| match (&country, &row.link.country) {
        (Some(asked), Some(there)) => asked.0 == *there,
        _ => true,
    };
    let has_role = |row: &ShowPlatformRow| roles.as_ref().is_none_or(|roles| roles.contains(&row.link.role.into()));
    Ok(rows.iter().filter(|row| is_there(row) && has_role(row)).cloned().map(ShowPlatform).collect())
}
