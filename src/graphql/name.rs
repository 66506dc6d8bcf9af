//! Spellings: one name, and all names of a thing.

use std::sync::Arc;

use ::entity::name;
use async_graphql::{Context, Description, Enum, Object, Result};

use crate::graphql::plan::{Selection, loader};
use crate::graphql::provenance::{Provenance, provenance};
use crate::graphql::scalars::Locale;
use crate::store::loader::Wave;
use crate::store::name::{Named, computed_romanization, display, original, romanization};
use crate::store::provenance::Sourced;
use crate::store::subject::RowsOf;

/// What kind of spelling a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "::entity::kinds::NameKind")]
pub(super) enum NameKind {
    /// Preferred in its language, e.g. Choo Young-woo.
    Display,
    /// In the language of the work or person, e.g. 추영우.
    Original,
    /// Of another language, e.g. トラウマコード.
    Translation,
    /// In Latin letters, by rule or custom, e.g. Chu Yeong-u.
    Romanization,
    /// Used before release, e.g. Severe Trauma Center.
    Working,
    /// Short form, e.g. The Trauma Code.
    Abbreviation,
    /// Pen or stage name, e.g. Hansanleega.
    Pseudonym,
    /// Wrong, but in use, e.g. Joo Young-woo.
    Misspelling,
}

/// One spelling of a name or title.
#[derive(Clone, Debug, Description)]
pub(super) struct Name(Spelling);

/// Where a spelling stands.
#[derive(Clone, Debug)]
enum Spelling {
    /// In the catalog.
    Stored(Arc<name::Model>),
    /// Nowhere: the Revised Romanization of a Korean name.
    Computed { text: String, family_name_first: Option<bool> },
}

impl From<Arc<name::Model>> for Name {
    fn from(row: Arc<name::Model>) -> Self {
        Self(Spelling::Stored(row))
    }
}

#[Object(use_type_description)]
impl Name {
    /// As written, e.g. 중증외상센터.
    async fn text(&self) -> &str {
        match &self.0 {
            Spelling::Stored(name) => &name.text,
            Spelling::Computed { text, .. } => text,
        }
    }

    /// Language and script, e.g. ko or ko-Latn; null = unknown.
    async fn locale(&self) -> Option<Locale> {
        match &self.0 {
            Spelling::Stored(name) => name.locale.clone().map(Locale),
            Spelling::Computed { .. } => Some(Locale("ko-Latn".to_owned())),
        }
    }

    /// What kind of spelling.
    async fn kind(&self) -> NameKind {
        match &self.0 {
            Spelling::Stored(name) => name.kind.into(),
            Spelling::Computed { .. } => NameKind::Romanization,
        }
    }

    /// The first choice of its language and kind.
    async fn is_primary(&self) -> bool {
        match &self.0 {
            Spelling::Stored(name) => name.is_primary,
            Spelling::Computed { .. } => true,
        }
    }

    /// People only: the family name stands first; null = not a person, or unknown.
    async fn family_name_first(&self) -> Option<bool> {
        match &self.0 {
            Spelling::Stored(name) => name.family_name_first,
            Spelling::Computed { family_name_first, .. } => *family_name_first,
        }
    }

    /// Where it was taken from, prevailing first; empty for a spelling that this server computed.
    pub(super) async fn provenance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only these GraphQL fields, e.g. [\"premieredOn\"]; default all.")] fields: Option<
            Vec<String>,
        >,
    ) -> Result<Vec<Provenance>> {
        match &self.0 {
            Spelling::Stored(name) => provenance(ctx, Sourced::Name(name.id), fields).await,
            Spelling::Computed { .. } => Ok(Vec::new()),
        }
    }
}

/// All spellings of one thing.
#[derive(Clone, Debug, Description)]
pub(super) struct NameSet(Arc<Vec<Arc<name::Model>>>);

#[Object(use_type_description)]
impl NameSet {
    /// The one to print.
    async fn display(
        &self,
        #[graphql(desc = "Languages of the reader, best first, e.g. [\"ko\", \"en\"]; default English.")]
        locales: Option<Vec<Locale>>,
    ) -> Result<Name> {
        let name = display(&self.0, &codes(locales)).ok_or("a name set is never empty")?;
        Ok(name.clone().into())
    }

    /// In the original language; null = unknown.
    async fn original(&self) -> Option<Name> {
        original(&self.0).cloned().map(Name::from)
    }

    /// The original in Latin letters: as somebody wrote it, else by the Revised Romanization of Korean, e.g. Chu Yeong-u;
    /// null = the original is unknown, is Latin already, or is in a script that is not romanised here.
    async fn romanized(&self) -> Option<Name> {
        let written = romanization(&self.0).cloned().map(Name::from);
        written.or_else(|| {
            let text = computed_romanization(&self.0)?;
            let family_name_first = original(&self.0).and_then(|name| name.family_name_first);
            Some(Name(Spelling::Computed { text, family_name_first }))
        })
    }

    /// Every spelling, primary first.
    async fn all(
        &self,
        #[graphql(desc = "Only these kinds, e.g. [MISSPELLING]; default all.")] kinds: Option<Vec<NameKind>>,
        #[graphql(desc = "Only these languages, e.g. [\"ko\"]; default all.")] locales: Option<Vec<Locale>>,
    ) -> Vec<Name> {
        let of_kind = |name: &name::Model| kinds.as_ref().is_none_or(|kinds| kinds.contains(&name.kind.into()));
        let of_locale = |name: &name::Model| {
            let is = |locale: &Locale| name.locale.as_ref() == Some(&locale.0);
            locales.as_ref().is_none_or(|locales| locales.iter().any(is))
        };
        self.0.iter().filter(|name| of_kind(name) && of_locale(name)).cloned().map(Name::from).collect()
    }
}

impl Selection {
    /// Plans names where one of `fields` is asked, and where single spellings were taken from.
    pub(super) fn names(&self, fields: &[&str], named: impl Iterator<Item = Named>, wave: &mut Wave) {
        if !fields.iter().any(|field| self.has(field)) {
            return;
        }
        let spellings = self.under_any(fields).under_any(&["display", "original", "romanized", "all"]);
        wave.want(RowsOf::<Named>::new(), named.collect(), move |sets, wave| {
            let names = sets.iter().flat_map(|names| names.iter());
            spellings.provenance(names.map(|name| Sourced::Name(name.id)), wave);
        });
    }
}

/// The names of a thing, as planned.
pub(super) async fn names(ctx: &Context<'_>, of: Named) -> Result<NameSet> {
    Ok(NameSet(loader(ctx)?.fetch(&RowsOf::<Named>::new(), of).await?))
}

/// The names of a thing that may have none of its own.
pub(super) async fn own_names(ctx: &Context<'_>, of: Named) -> Result<Option<NameSet>> {
    Ok(Some(names(ctx, of).await?).filter(|names| !names.0.is_empty()))
}

/// The spelling of a thing to print; `otherwise` where it has no name.
pub(super) async fn printed(
    ctx: &Context<'_>,
    of: Named,
    locales: Option<Vec<Locale>>,
    otherwise: &str,
) -> Result<String> {
    let names = names(ctx, of).await?;
    Ok(display(&names.0, &codes(locales)).map_or_else(|| otherwise.to_owned(), |name| name.text.clone()))
}

/// The tags of languages.
pub(super) fn codes(locales: Option<Vec<Locale>>) -> Vec<String> {
    locales.unwrap_or_default().into_iter().map(|locale| locale.0).collect()
}
