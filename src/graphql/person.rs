//! People.

use std::sync::Arc;

use ::entity::ids::PersonId;
use ::entity::person;
use async_graphql::{Context, Description, ID, Object, Result};

use crate::graphql::award_summary::{AwardSummary, award_summary};
use crate::graphql::id;
use crate::graphql::image::{Image, ImageKind, image};
use crate::graphql::name::{NameSet, names, printed};
use crate::graphql::nomination::{Nomination, nominations_of_person, planned_nominations_of_person};
use crate::graphql::nomination_filter::{NominationFilter, NominationOrder};
use crate::graphql::page::{Connection, PageArgs, connection};
use crate::graphql::plan::{Planned, Selection};
use crate::graphql::provenance::{Provenance, provenance};
use crate::graphql::scalars::{Date, DateTime, Locale, PartialDate};
use crate::store::image::Pictured;
use crate::store::loader::Wave;
use crate::store::name::Named;
use crate::store::provenance::Sourced;

/// One person, however spelt.
#[derive(Clone, Debug, Description)]
pub(super) struct Person(pub(super) Arc<person::Model>);

impl From<Arc<person::Model>> for Person {
    fn from(row: Arc<person::Model>) -> Self {
        Self(row)
    }
}

impl Planned for Person {
    type Row = person::Model;

    fn plan(rows: &[Arc<person::Model>], asked: &Selection, wave: &mut Wave) {
        asked.names(&["name", "names"], rows.iter().map(|person| Named::Person(person.id)), wave);
        let people: Vec<PersonId> = rows.iter().map(|person| person.id).collect();
        asked.pages::<Nomination, _>("nominations", &people, wave, planned_nominations_of_person);
        asked.award_summaries(&people, wave);
        asked.pictures(rows.iter().map(|row| Pictured::Person(row.id)), wave);
        asked.provenance(rows.iter().map(|row| Sourced::Person(row.id)), wave);
    }
}

#[Object(use_type_description)]
impl Person {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("Person", self.0.id.0)
    }

    /// Readable address part, unique among people, e.g. choo-young-woo; old ones keep resolving.
    pub(super) async fn slug(&self) -> &str {
        &self.0.slug
    }

    /// Name to print.
    async fn name(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Languages of the reader, best first, e.g. [\"ko\", \"en\"]; default English.")]
        locales: Option<Vec<Locale>>,
    ) -> Result<String> {
        printed(ctx, Named::Person(self.0.id), locales, &self.0.slug).await
    }

    /// Every spelling.
    async fn names(&self, ctx: &Context<'_>) -> Result<NameSet> {
        names(ctx, Named::Person(self.0.id)).await
    }

    /// Day of birth, as exact as it is known; null = unknown.
    async fn birth_date(&self) -> Option<PartialDate> {
        PartialDate::known(self.0.birth_date, self.0.birth_date_precision)
    }

    /// Best picture; null = none known.
    pub(super) async fn image(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which kind; default PORTRAIT, else the next best.")] kind: Option<ImageKind>,
        #[graphql(desc = "Languages of the lettering, best first, e.g. [\"ko\", \"en\"]; default none, then English.")]
        locales: Option<Vec<Locale>>,
    ) -> Result<Option<Image>> {
        image(ctx, Pictured::Person(self.0.id), kind, locales).await
    }

    /// Own nominations and those shared with others.
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
        let list = nominations_of_person(filter, order_by)?;
        connection(ctx, list, self.0.id, PageArgs::new(first, after, last, before)).await
    }

    /// Awards in figures and a sentence.
    async fn award_summary(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What was announced by this day counts, e.g. 2025-09-23; default today (UTC).")] as_of: Option<
            Date,
        >,
    ) -> Result<AwardSummary> {
        award_summary(ctx, self.0.id, as_of).await
    }

    /// Last change of anything shown here.
    async fn updated_at(&self) -> DateTime {
        DateTime(self.0.updated_at)
    }

    /// Where it was taken from, prevailing first.
    pub(super) async fn provenance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only these GraphQL fields, e.g. [\"premieredOn\"]; default all.")] fields: Option<
            Vec<String>,
        >,
    ) -> Result<Vec<Provenance>> {
        provenance(ctx, Sourced::Person(self.0.id), fields).await
    }
}
