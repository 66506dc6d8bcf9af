//! Editions of awards.

use std::sync::Arc;

use ::entity::ids::AwardCeremonyId;
use async_graphql::{Context, Description, ID, Object, Result};

use crate::graphql::award::Award;
use crate::graphql::id;
use crate::graphql::nomination::{Nomination, nominations, planned_nominations};
use crate::graphql::nomination_filter::{NominationFilter, NominationOrder};
use crate::graphql::page::{Connection, PageArgs, connection};
use crate::graphql::plan::{Planned, Selection};
use crate::graphql::provenance::{Provenance, provenance};
use crate::graphql::scalars::Date;
use crate::store::award::CeremonyRow;
use crate::store::loader::Wave;
use crate::store::provenance::Sourced;

/// One edition of an award, e.g. the 61st Baeksang Arts Awards.
#[derive(Clone, Debug, Description)]
pub(super) struct AwardCeremony(pub(super) Arc<CeremonyRow>);

impl From<Arc<CeremonyRow>> for AwardCeremony {
    fn from(row: Arc<CeremonyRow>) -> Self {
        Self(row)
    }
}

impl Planned for AwardCeremony {
    type Row = CeremonyRow;

    fn plan(rows: &[Arc<CeremonyRow>], asked: &Selection, wave: &mut Wave) {
        let ceremonies: Vec<AwardCeremonyId> = rows.iter().map(|row| row.ceremony.id).collect();
        asked.pages::<Nomination, _>("nominations", &ceremonies, wave, planned_nominations);
        let awards: Vec<_> = rows.iter().map(|row| row.award.clone()).collect();
        Award::plan(&awards, &asked.under("award"), wave);
        asked.provenance(ceremonies.into_iter().map(Sourced::AwardCeremony), wave);
    }
}

#[Object(use_type_description)]
impl AwardCeremony {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("AwardCeremony", self.0.ceremony.id.0)
    }

    /// The award body.
    async fn award(&self) -> Award {
        Award(self.0.award.clone())
    }

    /// Number of the edition, e.g. 61; null = not counted.
    async fn edition(&self) -> Option<i32> {
        self.0.ceremony.edition
    }

    /// Calendar year, e.g. 2025.
    async fn year(&self) -> i32 {
        self.0.ceremony.year
    }

    /// Winners made public, maybe before the ceremony, e.g. 2025-09-16; null = unknown.
    async fn announced_on(&self) -> Option<Date> {
        self.0.ceremony.announced_on.map(Date)
    }

    /// Trophies handed over, e.g. 2025-10-02; null = unknown.
    async fn held_on(&self) -> Option<Date> {
        self.0.ceremony.held_on.map(Date)
    }

    /// Nominations and wins.
    #[expect(clippy::too_many_arguments, reason = "each is an argument of the field")]
    async fn nominations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which nominations, e.g. {results: [WON]}; default all.")] filter: Option<NominationFilter>,
        #[graphql(desc = "What they go by, e.g. [{field: RESULT}]; default latest announced first.")] order_by: Option<
            Vec<NominationOrder>,
        >,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Nomination>> {
        let wanted = nominations(filter, order_by)?;
        connection(ctx, wanted, self.0.ceremony.id, PageArgs::new(first, after, last, before)).await
    }

    /// Where it was taken from, prevailing first.
    pub(super) async fn provenance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only these GraphQL fields, e.g. [\"premieredOn\"]; default all.")] fields: Option<
            Vec<String>,
        >,
    ) -> Result<Vec<Provenance>> {
        provenance(ctx, Sourced::AwardCeremony(self.0.ceremony.id), fields).await
    }
}
