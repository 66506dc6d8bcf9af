//! Credits: who did what on which show.

use std::sync::Arc;

use ::entity::ids::CreditId;
use ::entity::{credit, episode};
use async_graphql::{Context, Description, Enum, ID, InputObject, Object, Result};

use crate::graphql::character::Character;
use crate::graphql::episode::Episode;
use crate::graphql::filter::OrderDirection;
use crate::graphql::id;
use crate::graphql::person::Person;
use crate::graphql::plan::{Planned, Selection, loader, row_if};
use crate::graphql::provenance::{Provenance, provenance};
use crate::graphql::season::Season;
use crate::graphql::show::Show;
use crate::graphql::term::Term;
use crate::store;
use crate::store::credit::CreditRow;
use crate::store::credit_order;
use crate::store::loader::Wave;
use crate::store::provenance::Sourced;
use crate::store::returning::{Returning, Supersedes};

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
    /// Whether the person was already credited on an earlier season of the show; default either.
    is_returning: Option<bool>,
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
            is_returning: self.is_returning,
        }
    }

    /// The same for the expected cast of one season; by default in any state.
    pub(super) fn into_store_of(mut self, season: i32) -> store::credit::CreditFilter {
        self.seasons = Some(vec![season]);
        self.states = Some(self.states.unwrap_or_default());
        self.into_store()
    }
}

/// What credits are ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "crate::store::credit_order::CreditOrderField")]
pub(super) enum CreditOrderField {
    /// Premiere of the credited season, else of the show; unknown last.
    Date,
    /// Place within show and job, from 1.
    Position,
}

/// One part of an order of credits.
#[derive(Clone, Copy, Debug, InputObject)]
pub(super) struct CreditOrder {
    /// What it goes by, e.g. DATE.
    field: CreditOrderField,
    /// Which way; default DESC.
    #[graphql(default_with = "OrderDirection::Desc")]
    direction: OrderDirection,
}

impl CreditOrder {
    /// The same for the store.
    pub(super) fn into_store(self) -> credit_order::CreditOrder {
        credit_order::CreditOrder { field: self.field.into(), direction: self.direction.into() }
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
        let credits: Vec<CreditId> = rows.iter().map(|row| row.credit.id).collect();
        let shows: Vec<_> = rows.iter().map(|row| row.show.clone()).collect();
        Show::plan(&shows, &asked.under("show"), wave);
        let seasons: Vec<_> = rows.iter().filter_map(|row| row.season.clone()).collect();
        Season::plan(&seasons, &asked.under("season"), wave);
        asked.one::<Episode, episode::Entity>("episode", rows.iter().filter_map(|row| row.credit.episode_id), wave);
        let people: Vec<_> = rows.iter().map(|row| row.person.clone()).collect();
        Person::plan(&people, &asked.under("person"), wave);
        let jobs: Vec<_> = rows.iter().map(|row| row.job.clone()).collect();
        Term::plan(&jobs, &asked.under("job"), wave);
        let characters: Vec<_> = rows.iter().filter_map(|row| row.character.clone()).collect();
        Character::plan(&characters, &asked.under("character"), wave);
        if asked.has("isReturning") {
            wave.want_leaf(Returning, credits.clone());
        }
        let successors = rows.iter().filter_map(|row| row.credit.superseded_by_id);
        asked.one::<Self, credit::Entity>("supersededBy", successors, wave);
        if asked.has("supersedes") {
            let below = asked.under("supersedes");
            wave.want(Supersedes, credits.clone(), move |found, wave| {
                let rows: Vec<_> = found.iter().filter_map(|row| (**row).clone()).collect();
                Self::plan(&rows, &below, wave);
            });
        }
        asked.provenance(credits.into_iter().map(Sourced::Credit), wave);
    }
}

#[Object(use_type_description)]
impl Credit {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("Credit", self.0.credit.id.0)
    }

    /// Its show.
    async fn show(&self) -> Show {
        Show(self.0.show.clone())
    }

    /// Its season; null = of the whole show, or that season does not exist yet (see forSeason).
    async fn season(&self) -> Option<Season> {
        self.0.season.clone().map(Season)
    }

    /// Target season number, also before that season exists; null = the whole show.
    async fn for_season(&self) -> Option<i32> {
        self.0.credit.season_number
    }

    /// Its episode; null = not of one episode.
    async fn episode(&self, ctx: &Context<'_>) -> Result<Option<Episode>> {
        Ok(row_if::<episode::Entity>(ctx, self.0.credit.episode_id).await?.map(Episode))
    }

    /// Cast, director, screenwriter, original author …
    async fn job(&self) -> Term {
        Term(self.0.job.clone())
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

    /// Was already credited on an earlier season of the show, in any job. Earlier = a smaller season number from 1 on; a credit
    /// for the whole show or for specials is never returning.
    async fn is_returning(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(*loader(ctx)?.fetch(&Returning, self.0.credit.id).await?)
    }

    /// The credit that took its place, e.g. another actor; null = none.
    async fn superseded_by(&self, ctx: &Context<'_>) -> Result<Option<Credit>> {
        Ok(row_if::<credit::Entity>(ctx, self.0.credit.superseded_by_id).await?.map(Self))
    }

    /// The credit whose place it took; null = none.
    async fn supersedes(&self, ctx: &Context<'_>) -> Result<Option<Credit>> {
        Ok((*loader(ctx)?.fetch(&Supersedes, self.0.credit.id).await?).clone().map(Self))
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
