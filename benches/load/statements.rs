//! How many statements an operation takes: asked of the schema itself, because a server does not tell.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::anyhow;
use greenlight::config::Limits;
use greenlight::gate::Gate;
use greenlight::graphql::schema::{self, Schema};
use greenlight::graphql::server::About;
use greenlight::store::Store;
use greenlight::store::loader::Loader;

use crate::catalog::Catalog;
use crate::operations::Operation;

/// The schema on a database, as a server asks it.
pub struct Counter {
    store: Store,
    schema: Schema,
    gate: Gate,
}

impl Counter {
    /// Counts on the database at `url`.
    pub async fn open(url: &str) -> anyhow::Result<Self> {
        let schema = schema::build(About::default());
        let gate = Gate::new(&schema::sdl(&schema), Limits::default())?;
        Ok(Self { store: Store::open(url, 1).await?, schema, gate })
    }

    /// The statements of one request.
    pub async fn count(&self, operation: Operation, catalog: Catalog) -> anyhow::Result<usize> {
        let variables = serde_json::from_value(operation.variables(1, catalog))?;
        let plan = self.gate.plan(operation.document()).map_err(|refusal| anyhow!("refused: {refusal:?}"))?;
        let admitted = self.gate.admit(&plan, None, &variables).map_err(|refusal| anyhow!("refused: {refusal:?}"))?;
        let seen = Arc::new(AtomicUsize::new(0));
        let counting = seen.clone();
        let mut db = self.store.read.clone();
        db.set_metric_callback(move |_| {
            counting.fetch_add(1, Ordering::Relaxed);
        });
        let answer = self.schema.execute(admitted.request.data(Arc::new(Loader::new(db)))).await;
        anyhow::ensure!(answer.errors.is_empty(), "{:?}", answer.errors);
        Ok(seen.load(Ordering::Relaxed))
    }

    /// Closes the database.
    pub async fn close(self) -> anyhow::Result<()> {
        Ok(self.store.close().await?)
    }
}
