//! How a claim reached us: retelling by retelling.

use ::entity::ids::ClaimId;
use ::entity::report;
use async_graphql::{Context, Description, Object, Result};

use crate::graphql::outlet::Outlet;
use crate::graphql::plan::{Planned, Selection, row_if};
use crate::graphql::report::Report;
use crate::store::claim::{Hop, HopsOfClaim};
use crate::store::loader::Wave;

/// One retelling.
#[derive(Clone, Debug, Description)]
pub(super) struct RelayHop(pub(super) Hop);

#[Object(use_type_description)]
impl RelayHop {
    /// From 1, nearest the utterance first.
    async fn hop(&self) -> i32 {
        self.0.hop.hop
    }

    /// Who retold it.
    async fn outlet(&self) -> Outlet {
        Outlet::from(self.0.outlet.clone())
    }

    /// In which report; null = it is not held.
    async fn report(&self, ctx: &Context<'_>) -> Result<Option<Report>> {
        Ok(row_if::<report::Entity>(ctx, self.0.hop.report_id).await?.map(Report::from))
    }

    /// 0..1, e.g. 0.95: chance that this retelling is faithful.
    async fn fidelity(&self) -> f64 {
        self.0.hop.fidelity
    }
}

impl Selection {
    /// Plans the chains of claims.
    pub(super) fn relay(&self, claims: &[ClaimId], wave: &mut Wave) {
        if self.has("fidelity") {
            wave.want_leaf(HopsOfClaim, claims.to_vec());
        }
        if self.has("relay") {
            let below = self.under("relay");
            wave.want(HopsOfClaim, claims.to_vec(), move |chains, wave| {
                let hops: Vec<_> = chains.iter().flat_map(|hops| hops.iter()).collect();
                let outlets: Vec<_> = hops.iter().map(|hop| hop.outlet.clone()).collect();
                Outlet::plan(&outlets, &below.under("outlet"), wave);
                below.one::<Report, report::Entity>("report", hops.iter().filter_map(|hop| hop.hop.report_id), wave);
            });
        }
    }
}
