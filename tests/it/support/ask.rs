//! Asking the schema as the server does, and seeing the statements that it took.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use apollo_compiler::response::JsonMap;
use greenlight::config::Limits;
use greenlight::gate::{Gate, Reason};
use greenlight::graphql::schema::{self, Schema};
use greenlight::graphql::server::About;
use greenlight::store::loader::Loader;
use regex::Regex;

use crate::support::world::World;

/// What a document was answered with.
pub(crate) struct Answer {
    /// The response, as JSON.
    pub(crate) json: serde_json::Value,
    /// The statements that it took, in order, without column lists and values.
    pub(crate) statements: Vec<String>,
    /// How many times a resolver asked for something that was not planned.
    pub(crate) unplanned: usize,
}

impl Answer {
    /// The data; errors fail the test.
    pub(crate) fn data(&self) -> &serde_json::Value {
        assert!(self.json.get("errors").is_none(), "{:#}", self.json);
        &self.json["data"]
    }

    /// The value under a JSON pointer below the data.
    pub(crate) fn at(&self, pointer: &str) -> &serde_json::Value {
        self.data().pointer(pointer).unwrap_or_else(|| panic!("no {pointer} in {:#}", self.json))
    }

    /// What `field`, a JSON pointer, is of each object of the list under another.
    pub(crate) fn each(&self, list: &str, field: &str) -> Vec<serde_json::Value> {
        let rows = self.at(list).as_array().unwrap_or_else(|| panic!("{list} is no list in {:#}", self.json));
        rows.iter().map(|row| row.pointer(field).cloned().unwrap_or_default()).collect()
    }

    /// The code of the first error.
    pub(crate) fn code(&self) -> &str {
        self.json["errors"][0]["extensions"]["code"].as_str().unwrap_or_default()
    }
}

impl World {
    /// Asks a document with variables.
    pub(crate) async fn ask(&self, document: &str, variables: serde_json::Value) -> Answer {
        let (schema, gate) = served();
        let variables: JsonMap = serde_json::from_value(variables).unwrap();
        let admitted = gate.plan(document).and_then(|plan| gate.admit(&plan, None, &variables));
        let admitted = admitted.unwrap_or_else(|refusal| panic!("refused: {refusal:?}\n{document}"));
        let statements = Arc::new(Mutex::new(Vec::new()));
        let sink = statements.clone();
        let mut db = self.store.read.clone();
        db.set_metric_callback(move |info| {
            sink.lock().unwrap_or_else(PoisonError::into_inner).push(shortened(&info.statement.sql));
        });
        let loader = Arc::new(Loader::new(db));
        let mut response = schema.execute(admitted.request.data(loader.clone())).await;
        admitted.shape.give(&mut response);
        let statements = statements.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Answer { json: serde_json::to_value(&response).unwrap(), statements, unplanned: loader.unplanned() }
    }
}

/// Why the gate refuses a document with variables; null = it admits them.
pub(crate) fn refused(document: &str, variables: serde_json::Value) -> Option<Reason> {
    let (_, gate) = served();
    let variables: JsonMap = serde_json::from_value(variables).unwrap();
    let admitted = gate.plan(document).and_then(|plan| gate.admit(&plan, None, &variables).map(|_| ()));
    admitted.err().map(|refusal| refusal.reason)
}

/// The schema and what stands before it, built once.
fn served() -> &'static (Schema, Gate) {
    static SERVED: OnceLock<(Schema, Gate)> = OnceLock::new();
    SERVED.get_or_init(|| {
        let schema = schema::build(About::default());
        let gate = Gate::new(&schema::sdl(&schema), Limits::default()).unwrap();
        (schema, gate)
    })
}

/// A statement without what differs between databases or changes with a new column: column lists, values, their number,
/// the parentheses of a union.
fn shortened(sql: &str) -> String {
    let column = r#"("\w+"\."\w+"|'\w+'|CAST\(NULL AS [\w ]+\))( AS "\w+")?"#;
    let columns = Regex::new(&format!("SELECT {column}(, {column})+ FROM")).unwrap();
    let sql = columns.replace_all(sql, "SELECT … FROM");
    let sql = Regex::new(r"\$\d+|\?").unwrap().replace_all(&sql, "?");
    let sql = without_parentheses("UNION ALL ", sql.into_owned());
    Regex::new(r"\(\?(, \?)+\)").unwrap().replace_all(&sql, "(…)").into_owned()
}

/// The text without the parentheses that open right behind each `mark`.
fn without_parentheses(mark: &str, mut text: String) -> String {
    let opening = format!("{mark}(");
    while let Some(found) = text.find(&opening) {
        let open = found + mark.len();
        let mut depth = 0;
        let closes = |(_, letter): &(usize, char)| {
            depth += i32::from(*letter == '(') - i32::from(*letter == ')');
            depth == 0
        };
        let Some((length, _)) = text[open..].char_indices().find(closes) else { break };
        text.remove(open + length);
        text.remove(open);
    }
    text
}
