//! Works that shows are adapted from.

use std::sync::Arc;

use ::entity::source_work;
use async_graphql::{Context, Description, ID, Object, Result};

use crate::graphql::by::EntityBy;
use crate::graphql::id;
use crate::graphql::name::{NameSet, names, printed};
use crate::graphql::page::{Connection, PageArgs, connection};
use crate::graphql::person::Person;
use crate::graphql::plan::{Planned, Selection, loader, prepare, row_if};
use crate::graphql::provenance::{Provenance, provenance};
use crate::graphql::scalars::Locale;
use crate::graphql::show::Show;
use crate::graphql::term::Term;
use crate::store::address::find;
use crate::store::loader::Wave;
use crate::store::name::Named;
use crate::store::provenance::Sourced;
use crate::store::source_work::{AdaptationsOfWork, AuthorRow, AuthorsOfWork, SourceWorkRow};

/// A novel, webtoon, film … that shows are adapted from.
#[derive(Clone, Debug, Description)]
pub(super) struct SourceWork(pub(super) Arc<SourceWorkRow>);

impl From<Arc<SourceWorkRow>> for SourceWork {
    fn from(row: Arc<SourceWorkRow>) -> Self {
        Self(row)
    }
}

impl Planned for SourceWork {
    type Row = SourceWorkRow;

    fn plan(rows: &[Arc<SourceWorkRow>], asked: &Selection, wave: &mut Wave) {
        let works: Vec<_> = rows.iter().map(|row| row.work.id).collect();
        asked.names(&["title", "titles"], works.iter().copied().map(Named::SourceWork), wave);
        let media: Vec<_> = rows.iter().map(|row| row.medium.clone()).collect();
        Term::plan(&media, &asked.under("medium"), wave);
        if asked.has("authors") {
            let below = asked.under("authors");
            wave.want(AuthorsOfWork, works.clone(), move |authors, wave| {
                let rows: Vec<_> = authors.iter().flat_map(|rows| rows.iter().cloned()).collect();
                WorkAuthor::plan(&rows, &below, wave);
            });
        }
        let originals = rows.iter().filter_map(|row| row.work.derived_from_id);
        asked.one::<Self, source_work::Entity>("derivedFrom", originals, wave);
        asked.pages::<Show, _>("adaptations", &works, wave, |_| Some(AdaptationsOfWork));
        asked.provenance(works.into_iter().map(Sourced::SourceWork), wave);
    }
}

#[Object(use_type_description)]
impl SourceWork {
    /// Global id.
    pub(super) async fn id(&self) -> ID {
        id::global("SourceWork", self.0.work.id.0)
    }

    /// Readable address part, unique among source works, e.g. trauma-center-golden-hour-novel; old ones keep resolving.
    async fn slug(&self) -> &str {
        &self.0.work.slug
    }

    /// Title to print.
    async fn title(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Languages of the reader, best first, e.g. [\"ko\", \"en\"]; default English.")]
        locales: Option<Vec<Locale>>,
    ) -> Result<String> {
        printed(ctx, Named::SourceWork(self.0.work.id), locales, &self.0.work.slug).await
    }

    /// Every title.
    async fn titles(&self, ctx: &Context<'_>) -> Result<NameSet> {
        names(ctx, Named::SourceWork(self.0.work.id)).await
    }

    /// What it is: web novel, webtoon, novel, film, format …
    async fn medium(&self) -> Term {
        Term(self.0.medium.clone())
    }

    /// Who made it, as printed.
    async fn authors(&self, ctx: &Context<'_>) -> Result<Vec<WorkAuthor>> {
        let authors = loader(ctx)?.fetch(&AuthorsOfWork, self.0.work.id).await?;
        Ok(authors.iter().cloned().map(WorkAuthor).collect())
    }

    /// The work it was itself made from, e.g. the novel of a webtoon; null = none or unknown.
    async fn derived_from(&self, ctx: &Context<'_>) -> Result<Option<SourceWork>> {
        Ok(row_if::<source_work::Entity>(ctx, self.0.work.derived_from_id).await?.map(Self))
    }

    /// Shows made from it, the most popular first.
    async fn adaptations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Rows from the start, 1..100; 20 when neither end is given.")] first: Option<i32>,
        #[graphql(desc = "Only rows behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Rows from the end, 1..100.")] last: Option<i32>,
        #[graphql(desc = "Only rows before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Show>> {
        connection(ctx, AdaptationsOfWork, self.0.work.id, PageArgs::new(first, after, last, before)).await
    }

    /// Where it was taken from, prevailing first.
    pub(super) async fn provenance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Only these GraphQL fields, e.g. [\"premieredOn\"]; default all.")] fields: Option<
            Vec<String>,
        >,
    ) -> Result<Vec<Provenance>> {
        provenance(ctx, Sourced::SourceWork(self.0.work.id), fields).await
    }
}

/// Someone who made a source work.
#[derive(Clone, Debug, Description)]
pub(super) struct WorkAuthor(Arc<AuthorRow>);

impl Planned for WorkAuthor {
    type Row = AuthorRow;

    fn plan(rows: &[Arc<AuthorRow>], asked: &Selection, wave: &mut Wave) {
        let people: Vec<_> = rows.iter().filter_map(|row| row.person.clone()).collect();
        Person::plan(&people, &asked.under("person"), wave);
        let jobs: Vec<_> = rows.iter().map(|row| row.job.clone()).collect();
        Term::plan(&jobs, &asked.under("job"), wave);
    }
}

#[Object(use_type_description)]
impl WorkAuthor {
    /// Who; null = not in the catalog.
    async fn person(&self) -> Option<Person> {
        self.0.person.clone().map(Person)
    }

    /// As printed on the work, e.g. 한산이가.
    async fn name(&self) -> &str {
        &self.0.author.name
    }

    /// As what: author, artist …
    async fn job(&self) -> Term {
        Term(self.0.job.clone())
    }
}

/// Root fields about source works.
#[derive(Debug, Default)]
pub struct SourceWorkQuery;

#[Object]
impl SourceWorkQuery {
    /// One work that shows were adapted from; null = nothing by that id or slug.
    async fn source_work(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How it is named, e.g. {slug: \"trauma-center-golden-hour-novel\"}.")] by: EntityBy,
    ) -> Result<Option<SourceWork>> {
        let found = find::<source_work::Entity>(loader(ctx)?.db(), &by.address("SourceWork")?).await?;
        let rows: Vec<_> = found.into_iter().map(Arc::new).collect();
        prepare::<SourceWork>(ctx, &rows).await?;
        Ok(rows.into_iter().next().map(SourceWork))
    }
}
