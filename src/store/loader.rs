//! Loading what a whole selection needs: one statement per relation, whatever the nesting.
//!
//! A [`Relation`] is a question that can be asked of many parents at once. Before a root field answers, its selection is
//! turned into a [`Wave`] of such questions; [`Loader::run`] asks each once for all its parents, and what the answers
//! bring up goes into the next wave. Resolvers then read from memory. What was not foreseen is loaded when it is asked:
//! a wrong plan costs time, never correctness.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::fmt::Debug;
use std::hash::Hash;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures_util::future::BoxFuture;
use indexmap::IndexMap;
use sea_orm::{DatabaseConnection, DbErr};

/// The key of a parent: what a relation is asked of.
pub trait Key: Copy + Debug + Eq + Hash + Ord + Send + Sync + 'static {}
impl<T: Copy + Debug + Eq + Hash + Ord + Send + Sync + 'static> Key for T {}

/// A question with its arguments, asked of many parents at once and answered by one statement.
pub trait Relation: Clone + Debug + Eq + Hash + Send + Sync + 'static {
    /// Whom it is asked of.
    type Key: Key;
    /// What a parent gets; the default is the answer of a parent without rows.
    type Answer: Default + Send + Sync + 'static;
    /// Asked only when nothing else is left to ask, so that all levels of a selection share one statement.
    const LAST: bool = false;

    /// Asks it of all `keys`, which are distinct; parents without rows may be left out of the answer.
    fn load(
        &self,
        db: &DatabaseConnection,
        keys: &[Self::Key],
    ) -> impl Future<Output = Result<HashMap<Self::Key, Self::Answer>, DbErr>> + Send;
}

type Known<R> = HashMap<R, HashMap<<R as Relation>::Key, Arc<<R as Relation>::Answer>>>;

/// What one request has loaded so far, and how it loads more.
#[derive(Debug)]
pub struct Loader {
    db: DatabaseConnection,
    known: Mutex<HashMap<TypeId, Box<dyn Any + Send>>>,
    unplanned: AtomicUsize,
}

impl Loader {
    /// An empty loader that reads from `db`.
    pub fn new(db: DatabaseConnection) -> Self {
        Self { db, known: Mutex::default(), unplanned: AtomicUsize::new(0) }
    }

    /// The connection it reads from.
    pub fn db(&self) -> &DatabaseConnection {
        &self.db
    }

    /// How many times a resolver asked for something that its plan had not foreseen; a test holds it at zero.
    pub fn unplanned(&self) -> usize {
        self.unplanned.load(Ordering::Relaxed)
    }

    /// The answer for one parent: from memory where a plan foresaw it, else by a statement of its own.
    pub async fn fetch<R: Relation>(&self, relation: &R, key: R::Key) -> Result<Arc<R::Answer>, DbErr> {
        if let Some(answer) = self.known(relation, key) {
            return Ok(answer);
        }
        self.unplanned.fetch_add(1, Ordering::Relaxed);
        self.ask(relation, &[key]).await?;
        Ok(self.known(relation, key).unwrap_or_default())
    }

    /// The answer for one parent, where it was loaded already; null = it was not, and is not asked for.
    pub fn held<R: Relation>(&self, relation: &R, key: R::Key) -> Option<Arc<R::Answer>> {
        self.known(relation, key)
    }

    /// Asks everything in the wave and in those that its answers bring up.
    pub async fn run(&self, mut wave: Wave) -> Result<(), DbErr> {
        while let Some(wants) = wave.next() {
            wants.run(self, &mut wave).await?;
            for tell in wave.told.drain(..) {
                tell(self);
            }
        }
        Ok(())
    }

    /// Asks `relation` of those parents that it has not been asked of.
    async fn ask<R: Relation>(&self, relation: &R, keys: &[R::Key]) -> Result<(), DbErr> {
        let mut missing: Vec<_> = keys.iter().copied().filter(|key| self.known(relation, *key).is_none()).collect();
        missing.sort_unstable();
        missing.dedup();
        if missing.is_empty() {
            return Ok(());
        }
        let mut answers = relation.load(&self.db, &missing).await?;
        let mut known = self.lock();
        let of_relation = known_of::<R>(&mut known).entry(relation.clone()).or_default();
        for key in missing {
            of_relation.insert(key, Arc::new(answers.remove(&key).unwrap_or_default()));
        }
        Ok(())
    }

    /// Takes answers that came with others; what was asked before stays.
    fn learn<R: Relation>(&self, relation: R, answers: Vec<(R::Key, R::Answer)>) {
        let mut known = self.lock();
        let of_relation = known_of::<R>(&mut known).entry(relation).or_default();
        for (key, answer) in answers {
            of_relation.entry(key).or_insert_with(|| Arc::new(answer));
        }
    }

    fn known<R: Relation>(&self, relation: &R, key: R::Key) -> Option<Arc<R::Answer>> {
        known_of::<R>(&mut self.lock()).get(relation)?.get(&key).cloned()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<TypeId, Box<dyn Any + Send>>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn known_of<R: Relation>(known: &mut HashMap<TypeId, Box<dyn Any + Send>>) -> &mut Known<R> {
    let slot = known.entry(TypeId::of::<R>()).or_insert_with(|| Box::new(Known::<R>::default()));
    #[expect(clippy::expect_used, reason = "the slot of R's type id is only ever filled here")]
    slot.downcast_mut().expect("a slot holds the answers of its own relation")
}

/// Questions to be asked next, those of one relation together.
#[derive(Default)]
pub struct Wave {
    wants: IndexMap<TypeId, Box<dyn Wants>>,
    told: Vec<Tell>,
}

impl Wave {
    /// Wants `relation` asked of `keys`; `then` sees the answers, in the order of `keys`, and may want more.
    pub fn want<R: Relation>(
        &mut self,
        relation: R,
        keys: Vec<R::Key>,
        then: impl FnOnce(&[Arc<R::Answer>], &mut Self) + Send + 'static,
    ) {
        if keys.is_empty() {
            return;
        }
        let slot = self.wants.entry(TypeId::of::<R>()).or_insert_with(|| Box::new(WantsOf::<R>(Vec::new())));
        if let Some(wants) = slot.as_any().downcast_mut::<WantsOf<R>>() {
            wants.0.push(Want { relation, keys, then: Box::new(then) });
        }
    }

    /// Wants `relation` asked of `keys`, with nothing below it.
    pub fn want_leaf<R: Relation>(&mut self, relation: R, keys: Vec<R::Key>) {
        self.want(relation, keys, |_, _| ());
    }

    /// Knows the answers of `relation` for some keys, because they came with others: nobody needs to ask.
    pub fn know<R: Relation>(&mut self, relation: R, answers: Vec<(R::Key, R::Answer)>) {
        self.told.push(Box::new(move |loader| loader.learn(relation, answers)));
    }

    /// The questions of the relation to be asked next.
    fn next(&mut self) -> Option<Box<dyn Wants>> {
        let place = self.wants.values().position(|wants| !wants.last()).or(if self.wants.is_empty() {
            None
        } else {
            Some(0)
        })?;
        self.wants.shift_remove_index(place).map(|(_, wants)| wants)
    }
}

/// What tells a loader answers that came with others.
type Tell = Box<dyn FnOnce(&Loader) + Send>;

/// What looks at the answers, in the order of the keys, and may want more.
type Then<R> = Box<dyn FnOnce(&[Arc<<R as Relation>::Answer>], &mut Wave) + Send>;

struct Want<R: Relation> {
    relation: R,
    keys: Vec<R::Key>,
    then: Then<R>,
}

struct WantsOf<R: Relation>(Vec<Want<R>>);

trait Wants: Send {
    fn as_any(&mut self) -> &mut dyn Any;
    fn last(&self) -> bool;
    fn run<'a>(self: Box<Self>, loader: &'a Loader, wave: &'a mut Wave) -> BoxFuture<'a, Result<(), DbErr>>;
}

impl<R: Relation> Wants for WantsOf<R> {
    fn as_any(&mut self) -> &mut dyn Any {
        self
    }

    fn last(&self) -> bool {
        R::LAST
    }

    fn run<'a>(self: Box<Self>, loader: &'a Loader, wave: &'a mut Wave) -> BoxFuture<'a, Result<(), DbErr>> {
        Box::pin(async move {
            let mut keys_of: IndexMap<&R, Vec<R::Key>> = IndexMap::new();
            for want in &self.0 {
                keys_of.entry(&want.relation).or_default().extend(&want.keys);
            }
            for (relation, keys) in keys_of {
                loader.ask(relation, &keys).await?;
            }
            for Want { relation, keys, then } in self.0 {
                let answers: Vec<_> =
                    keys.iter().map(|key| loader.known(&relation, *key).unwrap_or_default()).collect();
                then(&answers, wave);
            }
            Ok(())
        })
    }
}
