//! One import from its first line to its commit.

use std::collections::HashSet;
use std::fmt;

use sea_orm::ActiveModelTrait;
use sea_orm::ConnectionTrait as _;
use sea_orm::DatabaseConnection;
use sea_orm::DatabaseTransaction;
use sea_orm::DbBackend;
use sea_orm::DbErr;
use sea_orm::EntityTrait;
use sea_orm::IdenStatic as _;
use sea_orm::IntoActiveModel;
use sea_orm::Iterable;
use sea_orm::ModelTrait as _;
use sea_orm::Value as Stored;
use serde::de::DeserializeOwned;

use crate::importers::jsonl::batch::Batch;
use crate::importers::jsonl::batch::Incoming;
use crate::importers::jsonl::batch::compare;
use crate::importers::jsonl::key::Key;
use crate::importers::jsonl::key::Seen;
use crate::importers::jsonl::line;
use crate::importers::jsonl::line::Found;
use crate::importers::jsonl::line::Line;
use crate::importers::jsonl::link::Link;
use crate::importers::jsonl::link::link_column;
use crate::importers::jsonl::make_way::make_way;
use crate::importers::jsonl::problem::ImportError;
use crate::importers::jsonl::problem::Problem;
use crate::importers::jsonl::source::Source;
use crate::importers::jsonl::touched::Touched;
use crate::importers::jsonl::write::Failure;
use crate::importers::jsonl::write::rows_per_statement;
use crate::importers::jsonl::write::write;
use crate::ledger::alone;
use crate::ledger::search_index;
use crate::store::normal::normalise;

/// What an import did, in rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Lines that were rows.
    pub read: u64,
    /// Were not there.
    pub new: u64,
    /// Were there and different.
    pub changed: u64,
    /// Were there and equal.
    pub unchanged: u64,
}

impl fmt::Display for Summary {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { read, new, changed, unchanged } = self;
        write!(formatter, "{read} rows read: {new} new, {changed} changed, {unchanged} unchanged")
    }
}

/// Imports all sources, in their order, or nothing.
pub async fn import(
    db: &DatabaseConnection,
    sources: impl IntoIterator<Item = Source>,
) -> Result<Summary, ImportError> {
    let transaction = alone::begin(db).await?;
    let summary = import_in(&transaction, sources).await?;
    transaction.commit().await?;
    Ok(summary)
}

/// Imports all sources, in their order, as part of a transaction.
pub async fn import_in(
    transaction: &DatabaseTransaction,
    sources: impl IntoIterator<Item = Source>,
) -> Result<Summary, ImportError> {
    let mut run = Run::new(transaction);
    for source in sources {
        run.read(source).await?;
    }
    run.finish().await
}

struct Run<'a> {
    db: &'a DatabaseTransaction,
    sources: Vec<String>,
    seen: Seen,
    links: Vec<Link>,
    touched: Touched,
    summary: Summary,
}

impl<'a> Run<'a> {
    fn new(db: &'a DatabaseTransaction) -> Self {
        let (sources, links) = (Vec::new(), Vec::new());
        Self { db, sources, seen: Seen::default(), links, touched: Touched::default(), summary: Summary::default() }
    }

    async fn read(&mut self, source: Source) -> Result<(), ImportError> {
        let source_name = source.name().to_owned();
        self.sources.push(source_name.clone());
        let unreadable = |error| ImportError::Unreadable { source_name: source_name.clone(), error };
        let mut lines = source.lines().map_err(unreadable)?;
        let mut batch: Option<Batch> = None;
        while let Some((number, bytes)) = lines.next().map_err(unreadable)? {
            let Some(line) = Line::read(&bytes).map_err(|found| self.wrong(number, found))? else { continue };
            if batch.as_ref().is_some_and(|batch| batch.table != line.table || batch.lines.len() >= limit(batch.table))
            {
                self.take(batch.take()).await?;
            }
            batch.get_or_insert_with(|| Batch::of(line.table)).lines.push((number, line.columns));
        }
        self.take(batch).await
    }

    /// Hands a batch to the code of its table.
    async fn take(&mut self, batch: Option<Batch>) -> Result<(), ImportError> {
        let Some(batch) = batch else { return Ok(()) };
        macro_rules! by_table {
            ($($table:ident)*) => {
                match batch.table {
                    $(stringify!($table) => Box::pin(self.store::<::entity::$table::Entity>(batch)).await,)*
                    _ => Ok(()),
                }
            };
        }
        ::entity::each_table!(by_table)
    }

    async fn store<E>(&mut self, batch: Batch) -> Result<(), ImportError>
    where
        E: EntityTrait,
        E::Model: DeserializeOwned + PartialEq + IntoActiveModel<E::ActiveModel>,
        E::ActiveModel: ActiveModelTrait + Send,
    {
        let table = batch.table;
        let rows = self.rows::<E>(batch)?;
        self.summary.read += count(&rows);
        let mut difference = compare::<E>(self.db, rows).await?;
        self.unlink::<E>(table, &mut difference.write);
        self.touched.note::<E>(self.db, table, &difference).await?;
        make_way::<E>(self.db, &difference.changed).await?;
        write::<E>(self.db, &difference.write).await.map_err(|failure| self.failed(failure))?;
        self.summary.unchanged += difference.unchanged;
        self.summary.changed += count(&difference.changed);
        self.summary.new += count(&difference.write) - count(&difference.changed);
        let written: Vec<i64> = difference.write.iter().filter_map(|incoming| incoming.key.first()).collect();
        let changed: Vec<i64> = difference.changed.iter().filter_map(Key::first).collect();
        search_index::follow(self.db, table, &written, &changed).await?;
        Ok(())
    }

    /// The lines as rows that this import has not seen.
    fn rows<E>(&mut self, batch: Batch) -> Result<Vec<Incoming<E::Model>>, ImportError>
    where
        E: EntityTrait,
        E::Model: DeserializeOwned,
    {
        let known: HashSet<&'static str> = E::Column::iter().map(|column| column.as_str()).collect();
        let mut rows = Vec::with_capacity(batch.lines.len());
        for (number, columns) in batch.lines {
            if let Some(unknown) = columns.keys().find(|column| !known.contains(column.as_str())) {
                let found = (Some(unknown.clone()), Problem::UnknownColumn(batch.table.to_owned()));
                return Err(self.wrong(number, found));
            }
            let mut row: E::Model = line::row(&columns).map_err(|found| self.wrong(number, found))?;
            normalise(&mut row);
            let key = Key::of(&row);
            if !self.seen.note(batch.table, &key) {
                return Err(self.wrong(number, (None, Problem::SameKey)));
            }
            rows.push(Incoming { line: number, key, row });
        }
        Ok(rows)
    }

    /// Takes out the references of a table to itself, to be set at the end.
    fn unlink<E: EntityTrait>(&mut self, table: &'static str, rows: &mut [Incoming<E::Model>]) {
        let Some(name) = link_column(table) else { return };
        let Some(column) = E::Column::iter().find(|column| column.as_str() == name) else { return };
        for incoming in rows {
            let (Stored::BigInt(Some(to)), Some(from)) = (incoming.row.get(column), incoming.key.first()) else {
                continue;
            };
            incoming.row.set(column, Stored::BigInt(None));
            let source = self.sources.len().saturating_sub(1);
            self.links.push(Link { table, column: name, from, to, source, line: incoming.line });
        }
    }

    /// What is left when every row is there.
    async fn finish(self) -> Result<Summary, ImportError> {
        for link in &self.links {
            link.set(self.db).await.map_err(|error| self.dangling(link, error))?;
        }
        for table in self.seen.tables() {
            count_on_from_here(self.db, table).await?;
        }
        self.touched.refresh(self.db).await?;
        Ok(self.summary)
    }

    fn wrong(&self, line: u64, (field, problem): Found) -> ImportError {
        let source_name = self.sources.last().cloned().unwrap_or_default();
        ImportError::Line { source_name, line, field, problem }
    }

    fn failed(&self, Failure { line, field, error }: Failure) -> ImportError {
        match (line, Problem::of(&error)) {
            (Some(line), Some(problem)) => self.wrong(line, (field, problem)),
            _ => error.into(),
        }
    }

    fn dangling(&self, link: &Link, error: DbErr) -> ImportError {
        let Some(problem) = Problem::of(&error) else { return error.into() };
        let source_name = self.sources.get(link.source).cloned().unwrap_or_default();
        ImportError::Line { source_name, line: link.line, field: Some(link.column.to_owned()), problem }
    }
}

/// How many lines of a table are kept before they are written.
fn limit(table: &str) -> usize {
    macro_rules! by_table {
        ($($table:ident)*) => {
            match table {
                $(stringify!($table) => rows_per_statement::<::entity::$table::Entity>(),)*
                _ => 1,
            }
        };
    }
    ::entity::each_table!(by_table)
}

fn count<T>(items: &[T]) -> u64 {
    u64::try_from(items.len()).unwrap_or(u64::MAX)
}

/// Lets `PostgreSQL` hand out keys above those that were imported; SQLite does so by itself.
async fn count_on_from_here(db: &DatabaseTransaction, table: &str) -> Result<(), DbErr> {
    if db.get_database_backend() == DbBackend::Postgres {
        let sql = format!(
            "SELECT setval(pg_get_serial_sequence('{table}', 'id'), GREATEST((SELECT max(id) FROM {table}), \
             (SELECT last_value FROM pg_sequences WHERE schemaname = current_schema() AND sequencename = '{table}_id_seq'), 1))"
        );
        db.execute_unprepared(&sql).await?;
    }
    Ok(())
}
