//! How shows were made from source works.

use std::sync::Arc;

use ::entity::ids::ShowId;
use async_graphql::{Context, Description, Object, Result};

use crate::graphql::plan::{Planned, Selection, loader};
use crate::graphql::provenance::{Provenance, provenance};
use crate::graphql::source_work::SourceWork;
use crate::store::loader::Wave;
use crate::store::provenance::Sourced;
use crate::store::source_work::{AdaptationRow, SourcesOfShow};

/// That a show was adapted from a work.
#[derive(Clone, Debug, Description)]
pub(super) struct Adaptation(Arc<AdaptationRow>);

impl From<Arc<AdaptationRow>> for Adaptation {
    fn from(row: Arc<AdaptationRow>) -> Self {
        Self(row)
    }
}

impl Planned for Adaptation {
    type Row = AdaptationRow;

    fn plan(rows: &[Arc<AdaptationRow>], asked: &Selection, wave: &mut Wave) {
        let works: Vec<_> = rows.iter().map(|row| row.work.clone()).collect();
        SourceWork::plan(&works, &asked.under("work"), wave);
        asked.provenance(rows.iter().map(|row| Sourced::ShowSource(row.adaptation.id)), wave);
    }
}

#[Object(use_type_description)]
impl Adaptation {
    /// The work.
    async fn work(&self) -> SourceWork {
        SourceWork(self.0.work.clone())
    }

    /// Whether story is left to adapt; null = unknown.
    async fn has_material_left(&self) -> Option<bool> {
        self.0.adaptation.has_material_left
    }

    /// Where it was taken from, prevailing first.
    pub(super) async fn provenance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only these GraphQL fields, e.g. [\"hasMaterialLeft\"]; default all.")] fields: Option<
            Vec<String>,
        >,
    ) -> Result<Vec<Provenance>> {
        provenance(ctx, Sourced::ShowSource(self.0.adaptation.id), fields).await
    }
}

impl Selection {
    /// Plans what shows were adapted from.
    pub(super) fn adaptations(&self, shows: &[ShowId], wave: &mut Wave) {
        if !self.has("sourceWorks") {
            return;
        }
        let below = self.under("sourceWorks");
        wave.want(SourcesOfShow, shows.to_vec(), move |sources, wave| {
            let rows: Vec<_> = sources.iter().flat_map(|rows| rows.iter().cloned()).collect();
            Adaptation::plan(&rows, &below, wave);
        });
    }
}

/// What a show was adapted from, as planned.
pub(super) async fn adaptations(ctx: &Context<'_>, show: ShowId) -> Result<Vec<Adaptation>> {
    let sources = loader(ctx)?.fetch(&SourcesOfShow, show).await?;
    Ok(sources.iter().cloned().map(Adaptation).collect())
}
