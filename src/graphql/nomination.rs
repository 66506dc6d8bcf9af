//! Nominations and wins.

use std::sync::Arc;

use ::entity::ids::NominationId;
use ::entity::kinds;
use ::entity::show;
use async_graphql::{Context, Description, Enum, ID, Object, Result, Union};

use crate::graphql::award_category::AwardCategory;
use crate::graphql::award_ceremony::AwardCeremony;
use crate::graphql::id;
use crate::graphql::nomination_filter::{NominationFilter, NominationOrder};
use crate::graphql::page::{Connection, PageArgs, root_connection};
use crate::graphql::person::Person;
use crate::graphql::plan::{Arguments, Planned, Selection, loader, row_if};
use crate::graphql::provenance::{Provenance, provenance};
use crate::graphql::show::Show;
use crate::store;
use crate::store::loader::Wave;
use crate::store::nomination::{NominationRow, Nominations, NominationsOfPerson};
use crate::store::provenance::Sourced;
use crate::store::recipient::{Recipients, Winners};

/// How a nomination ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "::entity::kinds::NominationResult")]
pub(super) enum NominationResult {
    /// Not won, or not yet decided.
    Nominated,
    /// Won.
    Won,
}

/// Who is honoured.
#[derive(Clone, Debug, Union)]
pub(super) enum Recipient {
    /// A show, e.g. for Best Drama.
    Show(Show),
    /// A person, e.g. for Best New Actor.
    Person(Person),
}

/// One nomination and its result.
#[derive(Clone, Debug, Description)]
pub(super) struct Nomination(pub(super) Arc<NominationRow>);

impl From<Arc<NominationRow>> for Nomination {
    fn from(row: Arc<NominationRow>) -> Self {
        Self(row)
    }
}

impl Planned for Nomination {
    type Row = NominationRow;

    fn plan(rows: &[Arc<NominationRow>], asked: &Selection, wave: &mut Wave) {
        let nominations = || rows.iter().map(|row| row.nomination.id);
        asked.one::<Show, show::Entity>("forShow", rows.iter().filter_map(|row| row.nomination.show_id), wave);
        asked.recipients(nominations().collect(), wave);
        asked.winners(rows, wave);
        let ceremonies: Vec<_> = rows.iter().map(|row| row.ceremony.clone()).collect();
        AwardCeremony::plan(&ceremonies, &asked.under("ceremony"), wave);
        let categories: Vec<_> = rows.iter().map(|row| row.category.clone()).collect();
        AwardCategory::plan(&categories, &asked.under("category"), wave);
        asked.provenance(nominations().map(Sourced::Nomination), wave);
    }
}

impl Selection {
    /// Plans who is honoured by nominations.
    fn recipients(&self, nominations: Vec<NominationId>, wave: &mut Wave) {
        if !self.has("recipients") {
            return;
        }
        let below = self.under("recipients");
        wave.want(Recipients, nominations, move |recipients, wave| {
            let (mut shows, mut people) = (Vec::new(), Vec::new());
            for one in recipients.iter().flat_map(|of_one| of_one.iter()) {
                match one {
                    store::recipient::Recipient::Show(show) => shows.push(show.clone()),
                    store::recipient::Recipient::Person(person) => people.push(person.clone()),
                }
            }
            Show::plan(&shows, &below, wave);
            Person::plan(&people, &below, wave);
        });
    }

    /// Plans who won the categories that nominations won.
    fn winners(&self, rows: &[Arc<NominationRow>], wave: &mut Wave) {
        if !self.has("isShared") && !self.has("sharedWith") {
            return;
        }
        let below = self.under("sharedWith");
        let categories = rows.iter().filter_map(|row| won_category(row)).collect();
        wave.want(Winners, categories, move |winners, wave| {
            // A winner stands among the others of another winner only.
            let shared = winners.iter().filter(|winners| winners.len() > 1);
            let rows: Vec<_> = shared.flat_map(|winners| winners.iter().cloned()).collect();
            Nomination::plan(&rows, &below, wave);
        });
    }
}

/// What names the category of a ceremony that a nomination won; null = it did not win.
fn won_category(row: &NominationRow) -> Option<<Winners as store::loader::Relation>::Key> {
    let won = row.nomination.result == kinds::NominationResult::Won;
    won.then_some((row.nomination.award_ceremony_id, row.nomination.award_category_id))
}

#[Object(use_type_description)]
impl Nomination {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("Nomination", self.0.nomination.id.0)
    }

    /// At which edition.
    async fn ceremony(&self) -> AwardCeremony {
        AwardCeremony(self.0.ceremony.clone())
    }

    /// In which category.
    async fn category(&self) -> AwardCategory {
        AwardCategory(self.0.category.clone())
    }

    /// Nominated or won.
    async fn result(&self) -> NominationResult {
        self.0.nomination.result.into()
    }

    /// Won, and others won the same category of the same edition too.
    async fn is_shared(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(!self.others(ctx).await?.is_empty())
    }

    /// The other winners; empty = it did not win, or it won alone.
    async fn shared_with(&self, ctx: &Context<'_>) -> Result<Vec<Nomination>> {
        self.others(ctx).await
    }

    /// Who is honoured, as announced: shows, people or both.
    async fn recipients(&self, ctx: &Context<'_>) -> Result<Vec<Recipient>> {
        let rows = loader(ctx)?.fetch(&Recipients, self.0.nomination.id).await?;
        let recipient = |row: &store::recipient::Recipient| match row {
            store::recipient::Recipient::Show(show) => Recipient::Show(Show(show.clone())),
            store::recipient::Recipient::Person(person) => Recipient::Person(Person(person.clone())),
        };
        Ok(rows.iter().map(recipient).collect())
    }

    /// The show it was for; null = none of the catalog.
    async fn for_show(&self, ctx: &Context<'_>) -> Result<Option<Show>> {
        Ok(row_if::<show::Entity>(ctx, self.0.nomination.show_id).await?.map(Show))
    }

    /// Where it was taken from, prevailing first.
    pub(super) async fn provenance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only these GraphQL fields, e.g. [\"premieredOn\"]; default all.")] fields: Option<
            Vec<String>,
        >,
    ) -> Result<Vec<Provenance>> {
        provenance(ctx, Sourced::Nomination(self.0.nomination.id), fields).await
    }
}

impl Nomination {
    /// Other nominations that won the same category.
    async fn others(&self, ctx: &Context<'_>) -> Result<Vec<Self>> {
        let Some(category) = won_category(&self.0) else { return Ok(Vec::new()) };
        let winners = loader(ctx)?.fetch(&Winners, category).await?;
        let is_other = |row: &&Arc<NominationRow>| row.nomination.id != self.0.nomination.id;
        Ok(winners.iter().filter(is_other).cloned().map(Self).collect())
    }
}

/// The nominations that are asked for, under any holder.
pub(super) fn nominations<H>(
    filter: Option<NominationFilter>,
    order: Option<Vec<NominationOrder>>,
) -> Result<Nominations<H>> {
    Ok(Nominations::new(filter.unwrap_or_default().into_store()?, NominationOrder::into_store(order)))
}

/// The same, read off a selection.
pub(super) fn planned_nominations<H>(with: &Arguments) -> Option<Nominations<H>> {
    nominations(with.get("filter"), with.get("orderBy")).ok()
}

/// The nominations of a person that are asked for.
pub(super) fn nominations_of_person(
    filter: Option<NominationFilter>,
    order: Option<Vec<NominationOrder>>,
) -> Result<NominationsOfPerson> {
    let filter = filter.unwrap_or_default().into_store()?;
    Ok(NominationsOfPerson { filter, order: NominationOrder::into_store(order) })
}

/// The same, read off a selection.
pub(super) fn planned_nominations_of_person(with: &Arguments) -> Option<NominationsOfPerson> {
    nominations_of_person(with.get("filter"), with.get("orderBy")).ok()
}

/// Root fields about nominations.
#[derive(Debug, Default)]
pub struct NominationQuery;

#[Object]
impl NominationQuery {
    /// Nominations and wins, the latest announced first.
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
        root_connection(ctx, nominations::<()>(filter, order_by)?, PageArgs::new(first, after, last, before)).await
    }
}
