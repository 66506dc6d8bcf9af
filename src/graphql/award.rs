//! Award bodies, and what can be asked about awards.

use std::sync::Arc;

use ::entity::award;
use ::entity::ids::AwardId;
use async_graphql::{Context, Description, ID, InputObject, Object, OneofObject, Result};

use crate::graphql::award_category::AwardCategory;
use crate::graphql::award_ceremony::AwardCeremony;
use crate::graphql::by::EntityBy;
use crate::graphql::id;
use crate::graphql::name::{NameSet, names, printed};
use crate::graphql::page::{Connection, PageArgs, connection, root_connection};
use crate::graphql::plan::{Planned, Selection, loader, prepare};
use crate::graphql::scalars::{CountryCode, Locale};
use crate::store::address;
use crate::store::award::{Awards, CategoriesOfAward, CeremoniesOfAward, ceremony_by_edition, ceremony_by_id};
use crate::store::loader::Wave;
use crate::store::name::Named;

/// An award body, e.g. the Baeksang Arts Awards.
#[derive(Clone, Debug, Description)]
pub(super) struct Award(pub(super) Arc<award::Model>);

impl From<Arc<award::Model>> for Award {
    fn from(row: Arc<award::Model>) -> Self {
        Self(row)
    }
}

impl Planned for Award {
    type Row = award::Model;

    fn plan(rows: &[Arc<award::Model>], asked: &Selection, wave: &mut Wave) {
        let awards: Vec<AwardId> = rows.iter().map(|award| award.id).collect();
        asked.names(&["name", "names"], awards.iter().copied().map(Named::Award), wave);
        asked.pages::<AwardCeremony, _>("ceremonies", &awards, wave, |_| Some(CeremoniesOfAward));
        if asked.has("categories") {
            let below = asked.under("categories");
            wave.want(CategoriesOfAward, awards, move |categories, wave| {
                let rows: Vec<_> = categories.iter().flat_map(|rows| rows.iter().cloned()).collect();
                AwardCategory::plan(&rows, &below, wave);
            });
        }
    }
}

#[Object(use_type_description)]
impl Award {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("Award", self.0.id.0)
    }

    /// Readable address part, unique among awards, e.g. baeksang-arts-awards; old ones keep resolving.
    async fn slug(&self) -> &str {
        &self.0.slug
    }

    /// Name to print, e.g. Baeksang Arts Awards.
    async fn name(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Languages of the reader, best first, e.g. [\"ko\", \"en\"]; default English.")]
        locales: Option<Vec<Locale>>,
    ) -> Result<String> {
        printed(ctx, Named::Award(self.0.id), locales, &self.0.slug).await
    }

    /// Every spelling.
    async fn names(&self, ctx: &Context<'_>) -> Result<NameSet> {
        names(ctx, Named::Award(self.0.id)).await
    }

    /// Where it is at home, e.g. KR; null = unknown or international.
    async fn country(&self) -> Option<CountryCode> {
        self.0.country.clone().map(CountryCode)
    }

    /// Editions, latest first.
    async fn ceremonies(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<AwardCeremony>> {
        connection(ctx, CeremoniesOfAward, self.0.id, PageArgs::new(first, after, last, before)).await
    }

    /// Its categories, by code.
    async fn categories(&self, ctx: &Context<'_>) -> Result<Vec<AwardCategory>> {
        let rows = loader(ctx)?.fetch(&CategoriesOfAward, self.0.id).await?;
        Ok(rows.iter().cloned().map(AwardCategory).collect())
    }
}

/// One way to name a ceremony.
#[derive(Debug, OneofObject)]
pub(super) enum AwardCeremonyBy {
    /// Its global id.
    Id(ID),
    /// Its award body and number.
    Edition(AwardEditionInput),
}

/// An award body with the number of a ceremony.
#[derive(Debug, InputObject)]
pub(super) struct AwardEditionInput {
    /// Readable address part of the award body, e.g. baeksang-arts-awards.
    award: String,
    /// Number of the ceremony, e.g. 61.
    edition: i32,
}

/// Root fields about awards.
#[derive(Debug, Default)]
pub struct AwardQuery;

#[Object]
impl AwardQuery {
    /// One award body; null = nothing by that id or slug.
    async fn award(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How it is named, e.g. {slug: \"baeksang-arts-awards\"}.")] by: EntityBy,
    ) -> Result<Option<Award>> {
        let row = address::find::<award::Entity>(loader(ctx)?.db(), &by.address("Award")?).await?;
        let rows: Vec<_> = row.into_iter().map(Arc::new).collect();
        prepare::<Award>(ctx, &rows).await?;
        Ok(rows.into_iter().next().map(Award))
    }

    /// Award bodies, in the order in which they were added.
    async fn awards(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Award>> {
        root_connection(ctx, Awards, PageArgs::new(first, after, last, before)).await
    }

    /// One edition of an award; null = nothing by that id or number.
    async fn award_ceremony(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How it is named, e.g. {edition: {award: \"baeksang-arts-awards\", edition: 61}}.")]
        by: AwardCeremonyBy,
    ) -> Result<Option<AwardCeremony>> {
        let db = loader(ctx)?.db();
        let row = match by {
            AwardCeremonyBy::Id(global) => ceremony_by_id(db, id::key("AwardCeremony", &global)?).await?,
            AwardCeremonyBy::Edition(of) => ceremony_by_edition(db, &of.award, of.edition).await?,
        };
        let rows: Vec<_> = row.into_iter().map(Arc::new).collect();
        prepare::<AwardCeremony>(ctx, &rows).await?;
        Ok(rows.into_iter().next().map(AwardCeremony))
    }
}
