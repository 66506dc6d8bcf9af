//! Credits: who did what on which show.

use std::sync::Arc;

use ::entity::show;
use async_graphql::{Context, Description, Enum, ID, InputObject, Object, Result};

use crate::graphql::character::Character;
use crate::graphql::id;
use crate::graphql::person::Person;
use crate::graphql::plan::{Planned, Selection, row};
use crate::graphql::provenance::{Provenance, provenance};
use crate::graphql::show::Show;
use crate::store;
use crate::store::credit::CreditRow;
use crate::store::loader::Wave;
use crate::store::provenance::Sourced;

/// How prominently a cast member is billed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "::entity::kinds::Billing")]
pub(super) enum Billing {
    /// Leads.
    Main,
    /// Regular support.
    Supporting,
    /// Guests.
    Guest,
}

/// How sure a credit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "::entity::kinds::CreditState")]
pub(super) enum CreditState {
    /// Printed or official.
    Credited,
    /// Announced or reported.
    Expected,
    /// Was expected, is not any more.
    Superseded,
}

/// Which credits; all that is given must hold.
#[derive(Clone, Debug, Default, InputObject)]
pub(super) struct CreditFilter {
    /// Job codes, e.g. ["director"]; default any.
    jobs: Option<Vec<String>>,
    /// Billings, e.g. [MAIN]; default any.
    billings: Option<Vec<Billing>>,
    /// States; default [CREDITED], on expected casts any.
    states: Option<Vec<CreditState>>,
    /// Target seasons, e.g. [2]; default any.
    seasons: Option<Vec<i32>>,
}

impl CreditFilter {
    /// The same filter for the store; by default only what is credited.
    pub(super) fn into_store(self) -> store::credit::CreditFilter {
        let states = self.states.unwrap_or_else(|| vec![CreditState::Credited]);
        store::credit::CreditFilter {
            jobs: self.jobs.unwrap_or_default(),
            billings: self.billings.unwrap_or_default().into_iter().map(Into::into).collect(),
            states: states.into_iter().map(Into::into).collect(),
            seasons: self.seasons.unwrap_or_default(),
        }
    }
}

/// One person in one job on one show, or one season or episode of it.
#[derive(Clone, Debug, Description)]
pub(super) struct Credit(Arc<CreditRow>);

impl From<Arc<CreditRow>> for Credit {
    fn from(row: Arc<CreditRow>) -> Self {
        Self(row)
    }
}

impl Planned for Credit {
    type Row = CreditRow;

    fn plan(rows: &[Arc<CreditRow>], asked: &Selection, wave: &mut Wave) {
        asked.one::<Show, show::Entity>("show", rows.iter().map(|row| row.credit.show_id), wave);
        let people: Vec<_> = rows.iter().map(|row| row.person.clone()).collect();
        Person::plan(&people, &asked.under("person"), wave);
        let characters: Vec<_> = rows.iter().filter_map(|row| row.character.clone()).collect();
        Character::plan(&characters, &asked.under("character"), wave);
        asked.provenance(rows.iter().map(|row| Sourced::Credit(row.credit.id)), wave);
    }
}

#[Object(use_type_description)]
impl Credit {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("Credit", self.0.credit.id.0)
    }

    /// Its show.
    async fn show(&self, ctx: &Context<'_>) -> Result<Show> {
        Ok(Show(row::<show::Entity>(ctx, self.0.credit.show_id).await?))
    }

    /// Target season number, also before that season exists; null = the whole show.
    async fn for_season(&self) -> Option<i32> {
        self.0.credit.season_number
    }

    /// Who.
    async fn person(&self) -> Person {
        Person(self.0.person.clone())
    }

    /// Whom they play; null = unknown or not cast.
    async fn character(&self) -> Option<Character> {
        self.0.character.clone().map(Character)
    }

    /// Spelling used in the credits; null = the display name.
    async fn name_as_printed(&self) -> Option<&str> {
        self.0.credit.credited_as.as_deref()
    }

    /// How prominently; null = not cast, or unknown.
    async fn billing(&self) -> Option<Billing> {
        self.0.credit.billing.map(Into::into)
    }

    /// From 1, within show and job.
    async fn position(&self) -> i32 {
        self.0.credit.position
    }

    /// How sure the credit is.
    async fn state(&self) -> CreditState {
        self.0.credit.state.into()
    }

    /// Where it was taken from, prevailing first.
    pub(super) async fn provenance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only these GraphQL fields, e.g. [\"premieredOn\"]; default all.")] fields: Option<
            Vec<String>,
        >,
    ) -> Result<Vec<Provenance>> {
        provenance(ctx, Sourced::Credit(self.0.credit.id), fields).await
    }
}
