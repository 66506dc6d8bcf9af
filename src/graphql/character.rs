//! Characters.

use std::sync::Arc;

use ::entity::{character, show};
use async_graphql::{Context, Description, ID, Object, Result};

use crate::graphql::by::EntityBy;
use crate::graphql::claim::Claim;
use crate::graphql::claim_filter::{ClaimFilter, ClaimOrder, claims, planned_claims};
use crate::graphql::credit::{Credit, CreditFilter};
use crate::graphql::id;
use crate::graphql::image::{Image, ImageKind, image};
use crate::graphql::localized_text::LocalizedText;
use crate::graphql::name::{NameSet, codes, names, printed};
use crate::graphql::page::{Connection, PageArgs, connection};
use crate::graphql::plan::{Planned, Selection, loader, prepare, row};
use crate::graphql::provenance::{Provenance, provenance};
use crate::graphql::scalars::{Date, Locale};
use crate::graphql::show::Show;
use crate::store::address::find;
use crate::store::character::TextsOfCharacter;
use crate::store::credit::CreditsOfCharacter;
use crate::store::image::Pictured;
use crate::store::loader::Wave;
use crate::store::name::Named;
use crate::store::provenance::Sourced;
use crate::store::text;

/// Someone in a story.
#[derive(Clone, Debug, Description)]
pub(super) struct Character(pub(super) Arc<character::Model>);

impl From<Arc<character::Model>> for Character {
    fn from(row: Arc<character::Model>) -> Self {
        Self(row)
    }
}

impl Planned for Character {
    type Row = character::Model;

    fn plan(rows: &[Arc<character::Model>], asked: &Selection, wave: &mut Wave) {
        asked.names(&["name", "names"], rows.iter().map(|character| Named::Character(character.id)), wave);
        asked.one::<Show, show::Entity>("show", rows.iter().map(|character| character.show_id), wave);
        asked.pictures(rows.iter().map(|row| Pictured::Character(row.id)), wave);
        let characters = || rows.iter().map(|character| character.id);
        if asked.has("description") {
            wave.want_leaf(TextsOfCharacter, characters().collect());
        }
        let parents: Vec<_> = characters().map(Some).collect();
        asked.pages::<Credit, _>("credits", &parents, wave, |with| Some(credits(with.get("filter"))));
        let ids: Vec<_> = rows.iter().map(|character| character.id).collect();
        asked.pages::<Claim, _>("claims", &ids, wave, planned_claims);
        asked.provenance(rows.iter().map(|row| Sourced::Character(row.id)), wave);
    }
}

#[Object(use_type_description)]
impl Character {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("Character", self.0.id.0)
    }

    /// Readable address part, unique among characters, e.g. baek-kang-hyuk; old ones keep resolving.
    pub(super) async fn slug(&self) -> &str {
        &self.0.slug
    }

    /// Its show.
    async fn show(&self, ctx: &Context<'_>) -> Result<Show> {
        Ok(Show(row::<show::Entity>(ctx, self.0.show_id).await?))
    }

    /// Name to print.
    async fn name(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Languages of the reader, best first, e.g. [\"ko\", \"en\"]; default English.")]
        locales: Option<Vec<Locale>>,
    ) -> Result<String> {
        printed(ctx, Named::Character(self.0.id), locales, &self.0.slug).await
    }

    /// Every spelling.
    async fn names(&self, ctx: &Context<'_>) -> Result<NameSet> {
        names(ctx, Named::Character(self.0.id)).await
    }

    /// In our own words, free of spoilers; null = none written.
    async fn description(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Languages of the reader, best first, e.g. [\"ko\", \"en\"]; default English.")]
        locales: Option<Vec<Locale>>,
    ) -> Result<Option<LocalizedText>> {
        let texts = loader(ctx)?.fetch(&TextsOfCharacter, self.0.id).await?;
        let text = text::printed(&texts, |text| &text.locale, &codes(locales));
        Ok(text.map(|text| LocalizedText { text: text.text.clone(), locale: Locale(text.locale.clone()) }))
    }

    /// Who plays or played it, by position.
    async fn credits(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which credits; by default those of state CREDITED.")] filter: Option<CreditFilter>,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Credit>> {
        connection(ctx, credits(filter), Some(self.0.id), PageArgs::new(first, after, last, before)).await
    }

    /// Best picture; null = none known.
    pub(super) async fn image(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which kind; default PORTRAIT, else the next best.")] kind: Option<ImageKind>,
        #[graphql(desc = "Languages of the lettering, best first, e.g. [\"ko\", \"en\"]; default none, then English.")]
        locales: Option<Vec<Locale>>,
    ) -> Result<Option<Image>> {
        image(ctx, Pictured::Character(self.0.id), kind, locales).await
    }

    /// What reports say of this character; plot claims only with `includeSpoilers`.
    #[expect(clippy::too_many_arguments, reason = "each is an argument of the field")]
    async fn claims(
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

    /// Where it was taken from, prevailing first.
    pub(super) async fn provenance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only these GraphQL fields, e.g. [\"premieredOn\"]; default all.")] fields: Option<
            Vec<String>,
        >,
    ) -> Result<Vec<Provenance>> {
        provenance(ctx, Sourced::Character(self.0.id), fields).await
    }
}

fn credits(filter: Option<CreditFilter>) -> CreditsOfCharacter {
    CreditsOfCharacter { filter: filter.unwrap_or_default().into_store() }
}

/// Root fields about characters.
#[derive(Debug, Default)]
pub struct CharacterQuery;

#[Object]
impl CharacterQuery {
    /// One character; null = nothing by that id or slug.
    async fn character(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How it is named, e.g. {slug: \"baek-kang-hyuk\"}.")] by: EntityBy,
    ) -> Result<Option<Character>> {
        let found = find::<character::Entity>(loader(ctx)?.db(), &by.address("Character")?).await?;
        let rows: Vec<_> = found.into_iter().map(Arc::new).collect();
        prepare::<Character>(ctx, &rows).await?;
        Ok(rows.into_iter().next().map(Character))
    }
}
