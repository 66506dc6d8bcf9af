//! Seasons in play across the catalog.

use async_graphql::{Context, Object, Result};

use crate::graphql::outlook::RenewalOutlook;
use crate::graphql::outlook_filter::{RenewalOutlookFilter, RenewalOutlookOrder, outlooks};
use crate::graphql::page::{Connection, PageArgs, root_connection};

/// Root fields about seasons that may come.
#[derive(Debug, Default)]
pub struct OutlookQuery;

#[Object]
impl OutlookQuery {
    /// Seasons in play, the most probable first by default: of each show the one after its latest complete season, until it is out
    /// or its horizon has passed. Filters and orders go by the answers as they are stored, once a day (UTC).
    async fn renewal_outlook(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "Which of them, e.g. {platforms: [\"netflix\"], change: {gte: 0.1}}; default {phases: [OPEN]}."
        )]
        filter: Option<RenewalOutlookFilter>,
        #[graphql(desc = "In which order, e.g. [{field: CHANGE}]; default [{field: PROBABILITY}].")] order_by: Option<
            Vec<RenewalOutlookOrder>,
        >,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<RenewalOutlook>> {
        root_connection(ctx, outlooks(filter, order_by)?, PageArgs::new(first, after, last, before)).await
    }
}
