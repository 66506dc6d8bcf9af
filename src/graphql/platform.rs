//! Platforms.

use std::sync::Arc;

use ::entity::ids::PlatformId;
use ::entity::platform;
use async_graphql::{Context, Description, ID, Object, Result};

use crate::graphql::by::EntityBy;
use crate::graphql::id;
use crate::graphql::page::{Connection, PageArgs, connection, root_connection};
use crate::graphql::plan::{Planned, Selection, loader, prepare};
use crate::graphql::scalars::{CountryCode, Url};
use crate::graphql::show::Show;
use crate::graphql::show_filter::ShowFilter;
use crate::graphql::show_order::{ShowOrder, listed};
use crate::store::address::find;
use crate::store::loader::Wave;
use crate::store::platform::{Platforms, ShowsOfPlatform};

/// A broadcaster or streaming service, e.g. Netflix.
#[derive(Clone, Debug, Description)]
pub(super) struct Platform(pub(super) Arc<platform::Model>);

impl From<Arc<platform::Model>> for Platform {
    fn from(row: Arc<platform::Model>) -> Self {
        Self(row)
    }
}

impl Planned for Platform {
    type Row = platform::Model;

    fn plan(rows: &[Arc<platform::Model>], asked: &Selection, wave: &mut Wave) {
        let platforms: Vec<PlatformId> = rows.iter().map(|platform| platform.id).collect();
        asked.pages::<Show, _>("shows", &platforms, wave, |with| shows(with.get("filter"), with.get("orderBy")).ok());
    }
}

#[Object(use_type_description)]
impl Platform {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("Platform", self.0.id.0)
    }

    /// Readable address part, unique among platforms, e.g. netflix; old ones keep resolving.
    async fn slug(&self) -> &str {
        &self.0.slug
    }

    /// Name to print, e.g. Netflix.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Seat, e.g. KR; null = unknown or worldwide.
    async fn country(&self) -> Option<CountryCode> {
        self.0.country.clone().map(CountryCode)
    }

    /// Its site; null = unknown.
    async fn homepage(&self) -> Option<Url> {
        self.0.homepage.clone().map(Url)
    }

    /// Its shows, each once, in whatever roles and countries it runs there; the most popular first by default.
    async fn shows(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which shows, e.g. {genres: [\"medical\"]}; default all.")] filter: Option<ShowFilter>,
        #[graphql(desc = "In which order, e.g. [{field: PREMIERED_ON}]; default [{field: POPULARITY}].")]
        order_by: Option<Vec<ShowOrder>>,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Show>> {
        connection(ctx, shows(filter, order_by)?, self.0.id, PageArgs::new(first, after, last, before)).await
    }
}

fn shows(filter: Option<ShowFilter>, order_by: Option<Vec<ShowOrder>>) -> Result<ShowsOfPlatform> {
    let (filter, order) = listed(filter, order_by)?;
    Ok(ShowsOfPlatform { filter, order })
}

/// Root fields about platforms.
#[derive(Debug, Default)]
pub struct PlatformQuery;

#[Object]
impl PlatformQuery {
    /// One platform; null = nothing by that id or slug.
    async fn platform(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How it is named, e.g. {slug: \"netflix\"}.")] by: EntityBy,
    ) -> Result<Option<Platform>> {
        let row = find::<platform::Entity>(loader(ctx)?.db(), &by.address("Platform")?).await?;
        let rows: Vec<_> = row.into_iter().map(Arc::new).collect();
        prepare::<Platform>(ctx, &rows).await?;
        Ok(rows.into_iter().next().map(Platform))
    }

    /// All platforms, in the order in which this server learnt of them.
    async fn platforms(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Platform>> {
        root_connection(ctx, Platforms, PageArgs::new(first, after, last, before)).await
    }
}
