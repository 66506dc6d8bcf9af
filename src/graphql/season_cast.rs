//! The cast of a season: credits on that season and credits on the whole show, which stand for each of its seasons.
//!
//! The cast of a show is short, so that it is read whole, once for all its seasons, and each season's page is cut out.

use std::sync::Arc;

use ::entity::season;
use async_graphql::{Context, Result};

use crate::graphql::credit::{Credit, CreditFilter};
use crate::graphql::page::{Connection, PageArgs, cut};
use crate::graphql::plan::{Planned as _, Selection, loader};
use crate::store::credit::{CreditRow, CreditsOfShow, Part};
use crate::store::list::{List as _, Whole};
use crate::store::loader::Wave;
use crate::store::page::Page;

impl Selection {
    /// Plans the casts of seasons.
    pub(super) fn season_cast(&self, seasons: &[Arc<season::Model>], wave: &mut Wave) {
        for (with, below) in self.uses("cast") {
            let list = cast(with.get("filter"));
            let rows_asked = below.rows();
            let (args, seasons) = (with.page(), seasons.to_vec());
            let shows = seasons.iter().map(|season| season.show_id).collect();
            wave.want(Whole(list.clone()), shows, move |casts, wave| {
                let pages = seasons.iter().zip(casts).filter_map(|(season, cast)| {
                    let request = args.request(&(&list, season.id)).ok()?;
                    Some(Page::cut(of_season(season, cast).into_iter(), &request, &list.order()))
                });
                let rows: Vec<_> = pages.flat_map(|page| page.rows).map(|(_, row)| row).collect();
                Credit::plan(&rows, &rows_asked, wave);
            });
        }
    }
}

/// A page of the cast of a season, as planned.
pub(super) async fn season_cast(
    ctx: &Context<'_>,
    season: &season::Model,
    filter: Option<CreditFilter>,
    args: &PageArgs,
) -> Result<Connection<Credit>> {
    let list = cast(filter);
    let cast = loader(ctx)?.fetch(&Whole(list.clone()), season.show_id).await?;
    cut(&(&list, season.id), args, of_season(season, &cast), &list.order())
}

fn of_season(season: &season::Model, cast: &[Arc<CreditRow>]) -> Vec<Arc<CreditRow>> {
    let counts = |row: &&Arc<CreditRow>| row.credit.season_number.is_none_or(|number| number == season.number);
    cast.iter().filter(counts).cloned().collect()
}

fn cast(filter: Option<CreditFilter>) -> CreditsOfShow {
    CreditsOfShow { part: Part::Cast, filter: filter.unwrap_or_default().into_store() }
}
