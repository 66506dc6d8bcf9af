//! Words of growing vocabularies: genres, jobs, media.

use std::sync::Arc;

use ::entity::kinds;
use ::entity::term;
use async_graphql::{Context, Description, Enum, Object, Result};

use crate::graphql::plan::{Planned, Selection, loader, prepare};
use crate::store::loader::Wave;
use crate::store::term::{ShowsWithTerm, of_vocabulary};

/// Which growing vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "kinds::Vocabulary")]
pub(super) enum Vocabulary {
    /// Genres of shows, e.g. medical.
    Genre,
    /// What a person did, e.g. director.
    Job,
    /// What a source work is, e.g. web-novel.
    Medium,
}

/// A word of a growing vocabulary.
#[derive(Clone, Debug, Description)]
pub(super) struct Term(pub(super) Arc<term::Model>);

impl From<Arc<term::Model>> for Term {
    fn from(row: Arc<term::Model>) -> Self {
        Self(row)
    }
}

impl Planned for Term {
    type Row = term::Model;

    fn plan(rows: &[Arc<term::Model>], asked: &Selection, wave: &mut Wave) {
        if !asked.has("showCount") {
            return;
        }
        for vocabulary in [kinds::Vocabulary::Genre, kinds::Vocabulary::Job, kinds::Vocabulary::Medium] {
            let terms = rows.iter().filter(|term| term.vocabulary == vocabulary).map(|term| term.id);
            wave.want_leaf(ShowsWithTerm(vocabulary), terms.collect());
        }
    }
}

#[Object(use_type_description)]
impl Term {
    /// Stable within its vocabulary, lower case, e.g. web-novel.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// English, e.g. Web novel.
    async fn label(&self) -> &str {
        &self.0.label
    }

    /// What it covers; null = the label says it.
    async fn description(&self) -> Option<&str> {
        self.0.description.as_deref()
    }

    /// Shows that carry it, e.g. 12; of a job: on which someone did it; of a medium: that were adapted from one.
    async fn show_count(&self, ctx: &Context<'_>) -> Result<i32> {
        let shows = loader(ctx)?.fetch(&ShowsWithTerm(self.0.vocabulary), self.0.id).await?;
        Ok(i32::try_from(*shows)?)
    }
}

/// Root fields about vocabularies.
#[derive(Debug, Default)]
pub struct TermQuery;

#[Object]
impl TermQuery {
    /// All words of a growing vocabulary by label, for menus.
    async fn terms(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which vocabulary, e.g. GENRE.")] vocabulary: Vocabulary,
    ) -> Result<Vec<Term>> {
        let terms = of_vocabulary(loader(ctx)?.db(), vocabulary.into()).await?;
        let terms: Vec<_> = terms.into_iter().map(Arc::new).collect();
        prepare::<Term>(ctx, &terms).await?;
        Ok(terms.into_iter().map(Term).collect())
    }
}
