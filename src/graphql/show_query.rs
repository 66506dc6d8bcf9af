//! The root fields about shows.

use std::sync::Arc;

use ::entity::show;
use async_graphql::{Context, ID, Object, OneofObject, Result};

use crate::graphql::by::ExternalIdInput;
use crate::graphql::id;
use crate::graphql::page::{Connection, PageArgs, root_connection};
use crate::graphql::plan::{loader, prepare};
use crate::graphql::show::Show;
use crate::graphql::show_filter::ShowFilter;
use crate::graphql::show_order::{ShowOrder, listed};
use crate::store::address::{Address, find};
use crate::store::show::Shows;

/// One way to name a show.
#[derive(Debug, OneofObject)]
pub(super) enum ShowBy {
    /// Its global id.
    Id(ID),
    /// Its readable address part, old or new, e.g. the-trauma-code-heroes-on-call.
    Slug(String),
    /// Its id elsewhere, e.g. {source: "imdb", value: "tt28106730"}.
    ExternalId(ExternalIdInput),
}

impl ShowBy {
    fn address(self) -> Result<Address> {
        Ok(match self {
            Self::Id(global) => Address::Key(id::key("Show", &global)?),
            Self::Slug(slug) => Address::Slug(slug),
            Self::ExternalId(id) => id.address(),
        })
    }
}

/// Root fields about shows.
#[derive(Debug, Default)]
pub struct ShowQuery;

#[Object]
impl ShowQuery {
    /// One series; null = nothing by that id, slug or foreign id. A merged id answers with the survivor.
    async fn show(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How it is named, e.g. {slug: \"squid-game\"}.")] by: ShowBy,
    ) -> Result<Option<Show>> {
        let row = find::<show::Entity>(loader(ctx)?.db(), &by.address()?).await?;
        let rows: Vec<_> = row.into_iter().map(Arc::new).collect();
        prepare::<Show>(ctx, &rows).await?;
        Ok(rows.into_iter().next().map(Show))
    }

    /// Series, the most popular first by default.
    async fn shows(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which shows, e.g. {originCountries: [\"KR\"]}; default all.")] filter: Option<ShowFilter>,
        #[graphql(desc = "In which order, e.g. [{field: PREMIERED_ON}]; default [{field: POPULARITY}].")]
        order_by: Option<Vec<ShowOrder>>,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Show>> {
        let (filter, order) = listed(filter, order_by)?;
        root_connection(ctx, Shows { filter, order }, PageArgs::new(first, after, last, before)).await
    }
}
