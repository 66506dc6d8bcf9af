//! From the rows of the catalog to the case of a question: will this season of this show come?
//!
//! [`ShowEvidence`] reads everything that bears on any number of shows by a fixed number of statements; the rest is pure: one
//! reading answers for every season, on every day, without this or that, believing whom one likes.

mod answers;
mod assembly;
mod claims;
mod details;
mod features;
mod history;
mod known;
mod read;
mod records;
mod rows;
mod turned_out;
mod watch;

pub(in crate::store) use claims::vouching;
pub(in crate::store) use records::records_of;
pub use rows::ShowRows;
pub use turned_out::TurnedOut;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use ::entity::ids::{OriginId, ShowId};
use ::entity::kinds::VoucherClass;
use ::entity::season;
use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr};

use crate::renewal::{Case, OriginKey, Prose};
use crate::store::as_of::AsOf;
use crate::store::loader::Relation;
use crate::store::node::NodeKey;
use crate::store::release::is_out;

/// One question: will this season of this show come?
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Question {
    /// The show.
    pub show: ShowId,
    /// Number of the target season, from 2: of the first nobody asks whether it comes *back*.
    pub season: i32,
}

/// Whom to believe; the default believes everybody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Trust {
    /// Only what the platform says.
    pub official_only: bool,
    /// Nothing by these outlets, people and platforms.
    pub exclude_vouchers: Vec<NodeKey>,
    /// Nothing by these classes.
    pub exclude_classes: Vec<VoucherClass>,
    /// The bits of the lowest fidelity of a chain that is still heard, .5..1; null = any. See [`f64::to_bits`].
    pub minimum_fidelity: Option<u64>,
}

/// How to read the evidence.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EvidenceOf {
    /// Only what was knowable by then.
    pub as_of: AsOf,
    /// Claims, reports, origins, outlets and facts that are left out.
    pub without: Vec<NodeKey>,
    /// Whom to believe.
    pub trust: Trust,
}

/// What bears on one question on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The question.
    pub question: Question,
    /// What the model weighs.
    pub case: Case,
    /// The day on which the season before was complete.
    pub complete_on: NaiveDate,
    /// What each item of the answer rests on, by the item's code, e.g. `origin:xports-exclusive`.
    pub sources: BTreeMap<String, Vec<NodeKey>>,
    /// The origins behind the case's keys.
    pub origin_keys: BTreeMap<OriginKey, OriginId>,
    /// What those origins are called, e.g. Xports News exclusive, 23 September 2025.
    pub origin_labels: BTreeMap<OriginKey, Prose>,
    /// The name of the platform that holds the rights; null = unknown.
    pub platform: Option<String>,
}

/// Everything held of a show that bears on whether its seasons come: read once, it answers any question about them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ShowEvidence;

impl Relation for ShowEvidence {
    type Key = ShowId;
    type Answer = ShowRows;

    async fn load(&self, db: &DatabaseConnection, shows: &[ShowId]) -> Result<HashMap<ShowId, ShowRows>, DbErr> {
        Self::read(db, shows).await
    }
}

impl ShowEvidence {
    /// The same, also within a transaction, which sees what it has written.
    pub async fn read(db: &impl ConnectionTrait, shows: &[ShowId]) -> Result<HashMap<ShowId, ShowRows>, DbErr> {
        read::read(db, shows).await
    }
}

/// The season that is asked about when none is named: the one after the last that was complete on that day; null = none was.
pub fn next_season(seasons: &[Arc<season::Model>], as_of: NaiveDate) -> Option<i32> {
    let complete = seasons.iter().filter(|season| is_out(season.completed_on, season.completed_on_precision, as_of));
    complete.map(|season| season.number).filter(|number| *number >= 1).max().map(|last| last + 1)
}

/// A key as text, e.g. `Claim:16`: what names a claim, a fact or a voucher in a case.
pub fn key(node: NodeKey) -> String {
    node.to_string()
}

/// The catalog's key behind the text that names a claim, a fact or a voucher in a case; null = it stands for no such row.
pub fn node(text: &str) -> Option<NodeKey> {
    NodeKey::read(text)
}
