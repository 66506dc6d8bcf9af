//! A schema for tests of what stands around a schema.
#![expect(clippy::unused_async, reason = "a resolver is async whether it waits or not")]

use std::{
    sync::{Arc, Mutex, mpsc},
    time::Duration,
};

use async_graphql::{
    ComplexObject, Context, EmptySubscription, Enum, Error, ErrorExtensions as _, ID, InputObject, Object, OneofObject,
    Result, Schema, SchemaBuilder, SimpleObject, ValidationMode,
};
use chrono::NaiveDate;
use tokio::sync::Semaphore;

pub type Toy = Schema<Query, Mutation, EmptySubscription>;

pub fn schema() -> Toy {
    builder().finish()
}

/// A schema whose field `held` says that it runs and waits to be let go.
pub fn held() -> (Toy, mpsc::Receiver<()>, Arc<Semaphore>) {
    let (entered, running) = mpsc::channel();
    let go = Arc::new(Semaphore::new(0));
    let schema = builder().data(Held { entered: Mutex::new(entered), go: go.clone() }).finish();
    (schema, running, go)
}

/// Without limits of its own: those are the gate's.
fn builder() -> SchemaBuilder<Query, Mutation, EmptySubscription> {
    Schema::build(Query, Mutation, EmptySubscription)
        .validation_mode(ValidationMode::Fast)
        .limit_recursive_depth(usize::MAX)
}

struct Held {
    entered: Mutex<mpsc::Sender<()>>,
    go: Arc<Semaphore>,
}

#[derive(Clone, Copy, Enum, PartialEq, Eq)]
enum Colour {
    Red,
    Green,
}

#[derive(OneofObject)]
enum ShowBy {
    Id(ID),
    Slug(String),
}

#[derive(InputObject)]
struct Range {
    from: Option<i32>,
    #[graphql(default = 7)]
    to: i32,
    tags: Option<Vec<String>>,
}

#[derive(SimpleObject, Clone)]
#[graphql(complex)]
struct Show {
    id: ID,
    title: String,
}

#[ComplexObject]
impl Show {
    async fn related(&self, first: Option<i32>, last: Option<i32>) -> ShowConnection {
        ShowConnection::of(first.or(last).unwrap_or(20))
    }

    async fn parent(&self) -> Show {
        self.clone()
    }

    /// Fails for show 1 where null is not allowed.
    async fn sure(&self) -> Result<i32> {
        if self.id == "1" { Err("secret".into()) } else { Ok(1) }
    }

    /// Fails for show 1 where null is allowed.
    async fn maybe(&self) -> Result<Option<i32>> {
        if self.id == "1" { Err("secret".into()) } else { Ok(Some(1)) }
    }

    /// Null is allowed.
    async fn other(&self) -> Option<Show> {
        Some(self.clone())
    }

    /// Comes later than everything beside it.
    async fn late(&self) -> i32 {
        tokio::task::yield_now().await;
        1
    }

    async fn seasons(&self) -> Vec<Show> {
        vec![self.clone()]
    }
}

#[derive(SimpleObject)]
struct ShowConnection {
    nodes: Vec<Show>,
    edges: Vec<ShowEdge>,
    total_count: i32,
}

#[derive(SimpleObject)]
struct ShowEdge {
    node: Show,
}

impl ShowConnection {
    fn of(size: i32) -> Self {
        let show = |at: i32| Show { id: at.into(), title: format!("Show {at}") };
        let edges = (0..size).map(|at| ShowEdge { node: show(at) }).collect();
        Self { nodes: (0..size).map(show).collect(), edges, total_count: size }
    }
}

pub struct Query;

#[Object]
impl Query {
    async fn shows(&self, first: Option<i32>, last: Option<i32>) -> ShowConnection {
        ShowConnection::of(first.or(last).unwrap_or(20))
    }

    async fn show(&self, by: ShowBy) -> Option<Show> {
        let (ShowBy::Slug(id) | ShowBy::Id(ID(id))) = by;
        Some(Show { title: id.clone(), id: id.into() })
    }

    async fn nodes(&self, ids: Vec<ID>) -> Vec<Option<Show>> {
        ids.into_iter().map(|id| Some(Show { title: "One".to_owned(), id })).collect()
    }

    async fn search(
        &self,
        #[graphql(validator(max_length = 200))] query: String,
        first: Option<i32>,
    ) -> ShowConnection {
        let _ = query;
        ShowConnection::of(first.unwrap_or(20))
    }

    /// Comes later than everything beside it.
    async fn late(&self) -> Show {
        tokio::task::yield_now().await;
        Show { id: "2".into(), title: "Two".to_owned() }
    }

    /// The argument as it arrives.
    async fn page(&self, #[graphql(default_with = "Some(20)")] first: Option<i32>) -> Option<i32> {
        first
    }

    async fn range(&self, range: Option<Range>) -> Option<String> {
        range.map(|Range { from, to, tags }| format!("{from:?} {to} {tags:?}"))
    }

    async fn colour(&self, colour: Colour) -> Colour {
        colour
    }

    async fn sum(&self, of: Vec<Option<i32>>) -> i32 {
        of.into_iter().flatten().sum()
    }

    async fn day(&self, day: NaiveDate) -> NaiveDate {
        day
    }

    async fn text(&self, length: usize) -> String {
        "word ".repeat(length)
    }

    async fn missing(&self) -> Result<i32> {
        Err(Error::new("No show has this slug.").extend_with(|_, values| values.set("code", "NOT_FOUND")))
    }

    async fn broken(&self) -> Result<Option<i32>> {
        Err(Error::new("table secret_stuff is locked"))
    }

    async fn converted(&self) -> Result<i32> {
        Ok("secret".parse::<i32>()?)
    }

    async fn panics(&self) -> i32 {
        burst()
    }

    async fn sleeps(&self) -> i32 {
        tokio::time::sleep(Duration::MAX).await;
        1
    }

    async fn held(&self, ctx: &Context<'_>) -> Result<i32> {
        let held = ctx.data::<Held>()?;
        held.entered.lock().unwrap().send(())?;
        held.go.acquire().await?.forget();
        Ok(1)
    }
}

fn burst() -> i32 {
    panic!("secret panic text")
}

pub struct Mutation;

#[Object]
impl Mutation {
    async fn touch(&self) -> i32 {
        1
    }
}
