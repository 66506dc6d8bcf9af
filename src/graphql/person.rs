//! People.

use std::sync::Arc;

use ::entity::ids::PersonId;
use ::entity::person;
use async_graphql::{Context, Description, ID, Object, OneofObject, Result};

use crate::graphql::as_of::as_of as until;
use crate::graphql::award_summary::{AwardSummary, award_summary};
use crate::graphql::by::ExternalIdInput;
use crate::graphql::claim::Claim;
use crate::graphql::claim_filter::{ClaimFilter, ClaimOrder, claims, planned_claims};
use crate::graphql::credit::{Credit, CreditFilter, CreditOrder};
use crate::graphql::external_id::{ExternalId, external_ids};
use crate::graphql::id;
use crate::graphql::image::{Image, ImageKind, image};
use crate::graphql::name::{NameSet, names, printed};
use crate::graphql::nomination::{Nomination, nominations_of_person, planned_nominations_of_person};
use crate::graphql::nomination_filter::{NominationFilter, NominationOrder};
use crate::graphql::page::{Connection, PageArgs, connection, root_connection};
use crate::graphql::person_filter::{PersonFilter, PersonOrder};
use crate::graphql::plan::{Planned, Selection, loader, prepare};
use crate::graphql::provenance::{Provenance, provenance};
use crate::graphql::reliability::{Reliability, reliability};
use crate::graphql::scalars::{Date, DateTime, Locale, PartialDate};
use crate::store::address::{Address, find};
use crate::store::credit::CreditsOfPerson;
use crate::store::external_id::Identified;
use crate::store::image::Pictured;
use crate::store::loader::Wave;
use crate::store::merged::Survivor;
use crate::store::name::Named;
use crate::store::person::People;
use crate::store::provenance::Sourced;
use crate::store::reliability::Judged;
use crate::store::subject::RowsOf;

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
        asked.external_ids(people.iter().copied().map(Identified::Person), wave);
        asked.belongings(&["mergedIds"], people.iter().copied().map(Survivor::Person), wave);
        asked.pages::<Credit, _>("credits", &people, wave, |with| {
            Some(credits(with.get("filter"), with.get("orderBy")))
        });
        asked.pages::<Claim, _>("statements", &people, wave, planned_claims);
        asked.reliabilities(&people.iter().copied().map(Judged::Person).collect::<Vec<_>>(), wave);
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

    /// Global ids of people that were merged into this one; they lead here.
    async fn merged_ids(&self, ctx: &Context<'_>) -> Result<Vec<ID>> {
        let merged = loader(ctx)?.fetch(&RowsOf::<Survivor>::new(), Survivor::Person(self.0.id)).await?;
        Ok(merged.iter().map(|row| id::global("Person", row.old_id)).collect())
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

    /// All credits, latest first.
    async fn credits(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which credits; by default those of state CREDITED.")] filter: Option<CreditFilter>,
        #[graphql(desc = "In which order, e.g. [{field: POSITION, direction: ASC}]; default [{field: DATE}].")]
        order_by: Option<Vec<CreditOrder>>,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Credit>> {
        let args = PageArgs::new(first, after, last, before);
        connection(ctx, credits(filter, order_by), self.0.id, args).await
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
        let wanted = nominations_of_person(filter, order_by)?;
        connection(ctx, wanted, self.0.id, PageArgs::new(first, after, last, before)).await
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

    /// What this person said or vouched for; plot claims only with `includeSpoilers`.
    #[expect(clippy::too_many_arguments, reason = "each is an argument of the field")]
    async fn statements(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which of them, e.g. {topics: [RENEWAL]}; default all.")] filter: Option<ClaimFilter>,
        #[graphql(desc = "Only what was knowable by that day, e.g. \"2025-09-24\"; default today, UTC.")] as_of: Option<
            Date,
        >,
        #[graphql(default, desc = "Whether claims that give away the plot are among them.")] include_spoilers: bool,
        #[graphql(desc = "In which order; default latest said first.")] order_by: Option<Vec<ClaimOrder>>,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Claim>> {
        let list = claims(filter, as_of, include_spoilers, order_by)?;
        connection(ctx, list, self.0.id, PageArgs::new(first, after, last, before)).await
    }

    /// How often this person was right about whether seasons come.
    async fn reliability(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What had turned out by that day counts, e.g. \"2025-09-24\"; default today, UTC.")]
        as_of: Option<Date>,
    ) -> Result<Reliability> {
        reliability(ctx, Judged::Person(self.0.id), until(as_of)).await
    }

    /// The same thing elsewhere.
    async fn external_ids(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only these sites, e.g. [\"imdb\"]; default all.")] sources: Option<Vec<String>>,
    ) -> Result<Vec<ExternalId>> {
        external_ids(ctx, Identified::Person(self.0.id), sources).await
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

fn credits(filter: Option<CreditFilter>, order_by: Option<Vec<CreditOrder>>) -> CreditsOfPerson {
    let order = order_by.unwrap_or_default().into_iter().map(CreditOrder::into_store).collect();
    CreditsOfPerson { filter: filter.unwrap_or_default().into_store(), order }
}

/// One way to name a person.
#[derive(Debug, OneofObject)]
pub(super) enum PersonBy {
    /// Their global id, or one that was merged into theirs.
    Id(ID),
    /// Their readable address part, old or new, e.g. choo-young-woo.
    Slug(String),
    /// Their id in another catalog, e.g. {source: "imdb", value: "nm5725047"}.
    ExternalId(ExternalIdInput),
}

impl PersonBy {
    fn address(self) -> Result<Address> {
        Ok(match self {
            Self::Id(global) => Address::Key(id::key("Person", &global)?),
            Self::Slug(slug) => Address::Slug(slug),
            Self::ExternalId(foreign) => foreign.address(),
        })
    }
}

/// Root fields about people.
#[derive(Debug, Default)]
pub struct PersonQuery;

#[Object]
impl PersonQuery {
    /// One person; null = nobody by that id, slug or foreign id. A merged id answers with the survivor.
    async fn person(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How the person is named, e.g. {slug: \"choo-young-woo\"}.")] by: PersonBy,
    ) -> Result<Option<Person>> {
        let found = find::<person::Entity>(loader(ctx)?.db(), &by.address()?).await?;
        let rows: Vec<_> = found.into_iter().map(Arc::new).collect();
        prepare::<Person>(ctx, &rows).await?;
        Ok(rows.into_iter().next().map(Person))
    }

    /// People.
    async fn people(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which people; default all.")] filter: Option<PersonFilter>,
        #[graphql(desc = "In which order, e.g. [{field: NAME, direction: ASC}]; default [{field: POPULARITY}].")]
        order_by: Option<Vec<PersonOrder>>,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Person>> {
        let filter = filter.unwrap_or_default().into_store()?;
        let order = order_by.unwrap_or_default().into_iter().map(PersonOrder::into_store).collect();
        root_connection(ctx, People { filter, order }, PageArgs::new(first, after, last, before)).await
    }
}
