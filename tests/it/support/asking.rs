//! Asking the schema, and counting what it asks of the database.

use std::sync::{Arc, Mutex};

use async_graphql::{Request, Variables};
use greenlight::graphql::schema;
use greenlight::store::loader::Loader;
use serde_json::Value;

use crate::support::world::World;

/// An answer with what it cost.
pub(crate) struct Answer {
    /// What a client gets: `data` and `errors`.
    pub(crate) body: Value,
    /// The statements, in order.
    pub(crate) statements: Vec<String>,
}

impl Answer {
    /// The value under a JSON pointer below `data`.
    pub(crate) fn at(&self, pointer: &str) -> &Value {
        self.body.pointer(&format!("/data{pointer}")).unwrap_or_else(|| panic!("no {pointer} in {:#}", self.body))
    }

    /// The values of `field` of the objects in the list under a JSON pointer.
    pub(crate) fn each(&self, list: &str, field: &str) -> Vec<Value> {
        let rows = self.at(list).as_array().unwrap_or_else(|| panic!("{list} is no list in {:#}", self.body));
        rows.iter().map(|row| row.pointer(field).cloned().unwrap()).collect()
    }
}

/// Asks `query`, which must be answered without error and without a statement that its plan had not foreseen.
pub(crate) async fn ask(world: &World, query: &str) -> Answer {
    ask_with(world, query, Value::Null).await
}

/// The same with variables.
pub(crate) async fn ask_with(world: &World, query: &str, variables: Value) -> Answer {
    let log = Arc::new(Mutex::new(Vec::new()));
    let sink = log.clone();
    let mut db = world.store.read.clone();
    db.set_metric_callback(move |info| sink.lock().unwrap().push(info.statement.to_string()));
    let loader = Arc::new(Loader::new(db));
    let request = Request::new(query).variables(Variables::from_json(variables)).data(loader.clone());
    let answer = schema::build().execute(request).await;
    assert!(answer.errors.is_empty(), "{query}\n{:#?}", answer.errors);
    assert_eq!(loader.unplanned(), 0, "a statement that the plan had not foreseen: {query}");
    let statements = log.lock().unwrap().clone();
    Answer { body: serde_json::to_value(&answer).unwrap(), statements }
}
