//! Connections of short lists that are read whole: the reports that retell a report, the conflicts of a claim.

use async_graphql::{Context, OutputType, Result};
use std::sync::Arc;

use crate::graphql::page::{Connection, PageArgs, connection_of};
use crate::graphql::plan::{Arguments, Planned, Selection, loader, row};
use crate::store::key::Keyed;
use crate::store::links::page_of;
use crate::store::loader::{Relation, Wave};
use crate::store::page::Page;

impl Selection {
    /// Plans such a connection: the keys under `parents`, and what is asked of the rows of each page.
    pub(super) fn links<N, E, R>(
        &self,
        field: &str,
        parents: &[R::Key],
        wave: &mut Wave,
        relation: impl Fn(&Arguments) -> R,
    ) where
        N: Planned<Row = E::Row>,
        E: Keyed,
        R: Relation<Answer = Vec<E::Id>>,
    {
        for (arguments, below) in self.uses(field) {
            let relation = relation(arguments);
            let Ok(page) = arguments.page().request(&relation) else { continue };
            let rows_asked = below.rows();
            wave.want(relation, parents.to_vec(), move |lists, wave| {
                let keys = lists.iter().flat_map(|keys| page_of(keys, &page).keys).map(|(_, key)| key);
                rows_asked.rows_by_key::<N, E>(keys.collect(), wave);
            });
        }
    }
}

/// A page of such a list, as planned.
pub(super) async fn links<N, E, R>(
    ctx: &Context<'_>,
    relation: R,
    parent: R::Key,
    args: PageArgs,
) -> Result<Connection<N>>
where
    N: From<Arc<E::Row>> + Planned<Row = E::Row> + OutputType,
    E: Keyed,
    R: Relation<Answer = Vec<E::Id>>,
{
    let request = args.request(&relation)?;
    let keys = loader(ctx)?.fetch(&relation, parent).await?;
    let cut = page_of(&keys, &request);
    let mut rows = Vec::with_capacity(cut.keys.len());
    for (position, key) in cut.keys {
        rows.push((position, row::<E>(ctx, key).await?));
    }
    let page = Page { rows, has_next: cut.has_next, has_previous: cut.has_previous };
    Ok(connection_of(&relation, &page, Some(i64::try_from(keys.len())?)))
}
