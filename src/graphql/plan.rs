//! What a selection needs: read once, turned into a wave of relations before the root field answers.

use std::sync::Arc;

use async_graphql::{Context, InputType, Name, SelectionField, Value};

use crate::graphql::page::PageArgs;
use crate::store::key::{ByKey, Keyed};
use crate::store::list::{Brings, List, Paged, Total};
use crate::store::loader::{Loader, Wave};
use crate::store::subject::{RowsOf, Subject};

/// The fields asked of one object: aliases, fragments and repetitions merged.
#[derive(Clone, Debug, Default)]
pub(super) struct Selection(Vec<Arc<Asked>>);

/// One field with its arguments, and what is asked below it.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    field: String,
    arguments: Arguments,
    below: Selection,
}

/// The arguments of one use of a field; variables are resolved, nulls left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Arguments(Vec<(Name, Value)>);

impl Arguments {
    /// The argument as its input type; null where it was not sent or is not one.
    pub(super) fn get<T: InputType>(&self, name: &str) -> Option<T> {
        let (_, value) = self.0.iter().find(|(given, _)| given == name)?;
        T::parse(Some(value.clone())).ok()
    }

    /// The four arguments of a connection.
    pub(super) fn page(&self) -> PageArgs {
        PageArgs {
            first: self.get("first"),
            after: self.get("after"),
            last: self.get("last"),
            before: self.get("before"),
        }
    }
}

impl Selection {
    /// What is asked below the field that is being resolved.
    pub(super) fn of(ctx: &Context<'_>) -> Self {
        Self::below(&ctx.field())
    }

    fn below(field: &SelectionField<'_>) -> Self {
        let mut merged = Self::default();
        for field in field.selection_set() {
            let arguments = field.arguments().unwrap_or_default();
            let arguments = Arguments(arguments.into_iter().filter(|(_, value)| *value != Value::Null).collect());
            merged.add(Asked { field: field.name().to_owned(), arguments, below: Self::below(&field) });
        }
        merged
    }

    fn add(&mut self, asked: Asked) {
        let same = |other: &&mut Arc<Asked>| other.field == asked.field && other.arguments == asked.arguments;
        match self.0.iter_mut().find(same) {
            Some(other) => Arc::make_mut(other).below.merge(&asked.below),
            None => self.0.push(Arc::new(asked)),
        }
    }

    fn merge(&mut self, other: &Self) {
        for asked in &other.0 {
            self.add(Asked::clone(asked));
        }
    }

    /// Whether `field` is asked at all.
    pub(super) fn has(&self, field: &str) -> bool {
        self.0.iter().any(|asked| asked.field == field)
    }

    /// Every distinct use of `field`: its arguments and what is asked below it.
    pub(super) fn uses(&self, field: &str) -> impl Iterator<Item = (&Arguments, &Self)> {
        self.0.iter().filter(move |asked| asked.field == field).map(|asked| (&asked.arguments, &asked.below))
    }

    /// What is asked below `field`, whatever its arguments.
    pub(super) fn under(&self, field: &str) -> Self {
        let mut merged = Self::default();
        for (_, below) in self.uses(field) {
            merged.merge(below);
        }
        merged
    }

    /// What is asked below any of `fields`, whatever their arguments.
    pub(super) fn under_any(&self, fields: &[&str]) -> Self {
        let mut merged = Self::default();
        for field in fields {
            merged.merge(&self.under(field));
        }
        merged
    }

    /// What is asked of the rows of a connection, through `nodes` and through `edges`.
    pub(super) fn rows(&self) -> Self {
        let mut merged = self.under("nodes");
        merged.merge(&self.under("edges").under("node"));
        merged
    }

    /// Plans the rows that belong to things (names, pictures, …) where one of `fields` is asked.
    pub(super) fn belongings<S: Subject>(&self, fields: &[&str], things: impl Iterator<Item = S>, wave: &mut Wave) {
        if fields.iter().any(|field| self.has(field)) {
            wave.want_leaf(RowsOf::<S>::new(), things.collect());
        }
    }

    /// Plans a connection: its pages under `parents`, what is asked of their rows, and the totals.
    pub(super) fn pages<N: Planned, L: List<Row: Brings<N::Row>>>(
        &self,
        field: &str,
        parents: &[L::Parent],
        wave: &mut Wave,
        list: impl Fn(&Arguments) -> Option<L>,
    ) {
        for (arguments, below) in self.uses(field) {
            if let Some(list) = list(arguments) {
                below.page::<N, L>(list, &arguments.page(), parents, wave);
            }
        }
    }

    /// Plans one page of `list`; arguments that cannot be honoured are reported by the resolver.
    pub(super) fn page<N: Planned, L: List<Row: Brings<N::Row>>>(
        &self,
        list: L,
        args: &PageArgs,
        parents: &[L::Parent],
        wave: &mut Wave,
    ) {
        let Ok(page) = args.request(&list) else { return };
        if self.has("totalCount") {
            wave.want_leaf(Total(list.clone()), parents.to_vec());
        }
        let rows_asked = self.rows();
        wave.want(Paged { list, page }, parents.to_vec(), move |pages, wave| {
            let rows: Vec<_> = pages.iter().flat_map(|page| page.rows.iter().map(|(_, row)| row.brought())).collect();
            N::plan(&rows, &rows_asked, wave);
        });
    }

    /// Plans references to single rows by their keys.
    pub(super) fn one<N, E>(&self, field: &str, keys: impl IntoIterator<Item = E::Id>, wave: &mut Wave)
    where
        E: Keyed,
        N: Planned<Row = E::Row>,
    {
        if self.has(field) {
            self.under(field).rows_by_key::<N, E>(keys.into_iter().collect(), wave);
        }
    }

    /// Plans what is asked of the rows under `keys`.
    pub(super) fn rows_by_key<N, E>(self, keys: Vec<E::Id>, wave: &mut Wave)
    where
        E: Keyed,
        N: Planned<Row = E::Row>,
    {
        wave.want(ByKey::<E>::new(), keys, move |rows, wave| {
            let rows: Vec<_> = rows.iter().filter_map(|row| (**row).clone()).collect();
            N::plan(&rows, &self, wave);
        });
    }
}

/// A type whose selections can be planned.
pub(super) trait Planned: Sized {
    /// What an object of the type is made of.
    type Row: Send + Sync + 'static;

    /// Wants what `asked` needs of `rows`.
    fn plan(rows: &[Arc<Self::Row>], asked: &Selection, wave: &mut Wave);
}

/// The loader of this request.
pub(super) fn loader<'a>(ctx: &Context<'a>) -> async_graphql::Result<&'a Loader> {
    ctx.data::<Arc<Loader>>().map(|loader| &**loader)
}

/// The row under `key`, as planned; null where there is none.
pub(super) async fn row_if<E: Keyed>(
    ctx: &Context<'_>,
    key: Option<E::Id>,
) -> async_graphql::Result<Option<Arc<E::Row>>> {
    let Some(key) = key else { return Ok(None) };
    Ok((*loader(ctx)?.fetch(&ByKey::<E>::new(), key).await?).clone())
}

/// The row that a foreign key refers to, as planned.
pub(super) async fn row<E: Keyed>(ctx: &Context<'_>, key: E::Id) -> async_graphql::Result<Arc<E::Row>> {
    row_if::<E>(ctx, Some(key)).await?.ok_or_else(|| format!("{key:?} refers to no row").into())
}

/// Loads what the selection below this field needs of `rows`.
pub(super) async fn prepare<N: Planned>(ctx: &Context<'_>, rows: &[Arc<N::Row>]) -> async_graphql::Result<()> {
    let mut wave = Wave::default();
    N::plan(rows, &Selection::of(ctx), &mut wave);
    Ok(loader(ctx)?.run(wave).await?)
}
