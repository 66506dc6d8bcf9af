//! Where facts came from.

use std::sync::Arc;

use ::entity::{claim, dataset, fact_source};
use async_graphql::{Context, Description, Object, Result};

use crate::graphql::claim::Claim;
use crate::graphql::dataset::Dataset;
use crate::graphql::plan::{Planned, Selection, loader, row_if};
use crate::graphql::scalars::{DateTime, Url};
use crate::store::loader::Wave;
use crate::store::provenance::Sourced;
use crate::store::subject::RowsOf;

/// One place from which a fact was taken: a claim, or a record of a data set.
#[derive(Clone, Debug, Description)]
pub(super) struct Provenance(Arc<fact_source::Model>);

impl Planned for Provenance {
    type Row = fact_source::Model;

    fn plan(rows: &[Arc<fact_source::Model>], asked: &Selection, wave: &mut Wave) {
        asked.one::<Claim, claim::Entity>("claim", rows.iter().filter_map(|source| source.claim_id), wave);
        asked.one::<Dataset, dataset::Entity>("dataset", rows.iter().filter_map(|source| source.dataset_id), wave);
    }
}

#[Object(use_type_description)]
impl Provenance {
    /// Field it speaks of, e.g. premieredOn; null = the whole object.
    async fn field(&self) -> Option<&str> {
        self.0.field.as_deref()
    }

    /// The claim that says so; null = it came from a data set.
    async fn claim(&self, ctx: &Context<'_>) -> Result<Option<Claim>> {
        Ok(row_if::<claim::Entity>(ctx, self.0.claim_id).await?.map(Claim::from))
    }

    /// The data set; null = it came from a report.
    async fn dataset(&self, ctx: &Context<'_>) -> Result<Option<Dataset>> {
        Ok(row_if::<dataset::Entity>(ctx, self.0.dataset_id).await?.map(Dataset::from))
    }

    /// The record there, or the report's address; null = none.
    async fn url(&self) -> Option<Url> {
        self.0.url.clone().map(Url)
    }

    /// When this server took it.
    async fn recorded_at(&self) -> DateTime {
        DateTime(self.0.recorded_at)
    }

    /// False = kept beside a value that was preferred.
    async fn prevails(&self) -> bool {
        self.0.prevails
    }
}

impl Selection {
    /// Plans the provenance of things.
    pub(super) fn provenance(&self, things: impl Iterator<Item = Sourced>, wave: &mut Wave) {
        if !self.has("provenance") {
            return;
        }
        let below = self.under("provenance");
        wave.want(RowsOf::<Sourced>::new(), things.collect(), move |sources, wave| {
            let rows: Vec<_> = sources.iter().flat_map(|rows| rows.iter().cloned()).collect();
            Provenance::plan(&rows, &below, wave);
        });
    }
}

/// The provenance of a thing, narrowed to `fields`, as planned.
pub(super) async fn provenance(ctx: &Context<'_>, of: Sourced, fields: Option<Vec<String>>) -> Result<Vec<Provenance>> {
    let sources = loader(ctx)?.fetch(&RowsOf::<Sourced>::new(), of).await?;
    let speaks = |source: &fact_source::Model| match (&fields, &source.field) {
        (Some(fields), Some(field)) => fields.contains(field),
        _ => true,
    };
    Ok(sources.iter().filter(|source| speaks(source)).cloned().map(Provenance).collect())
}
