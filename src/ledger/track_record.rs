//! Track records: who was right before, and how surprising that was.
//!
//! What has turned out is worked out anew from the claims, in the order in which they were said, so that each entry is weighed by the
//! model with the entries known before it. The same rows give the same entries, bit for bit: a second run changes nothing.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt;

use ::entity::ids::{ClaimId, ShowId, TrackRecordId};
use ::entity::kinds::{ClaimKind, Stance};
use ::entity::{claim, track_record};
use chrono::NaiveDate;
use sea_orm::ActiveValue::NotSet;
use sea_orm::sea_query::ExprTrait as _;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait as _,
    IntoActiveModel as _, QueryFilter as _, QuerySelect as _,
};

use crate::renewal::{Case, CaseError, Parameters, Record, Voucher, record_entry, remembered};
use crate::store::evidence::{ShowEvidence, TurnedOut};
use crate::store::reliability::LESSONS_OF;

/// Shows whose evidence is held in memory at once.
const SHOWS_AT_ONCE: usize = 500;
/// Rows that one statement writes or names: few enough values for SQLite.
const ROWS_PER_STATEMENT: usize = 500;

/// What a rebuild found and did, in rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rebuilt {
    /// Claims that take a side on the future of a show.
    pub read: u64,
    /// Entries of those who turned out right.
    pub right: u64,
    /// Entries of those who turned out wrong.
    pub wrong: u64,
    /// Entries that were not there.
    pub new: u64,
    /// Entries that were there and different.
    pub changed: u64,
    /// Entries that were there and are none any more.
    pub gone: u64,
}

impl Rebuilt {
    /// Whether a record is another than before.
    pub fn is_change(&self) -> bool {
        self.new + self.changed + self.gone > 0
    }
}

impl fmt::Display for Rebuilt {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { read, right, wrong, new, changed, gone } = self;
        write!(formatter, "{read} claims read: {right} times right, {wrong} times wrong; ")?;
        if !self.is_change() {
            return write!(formatter, "the records were so already, nothing changed");
        }
        write!(formatter, "{new} new, {changed} changed, {gone} gone")
    }
}

/// Rebuilds the records of everybody, as far as things had turned out by a day.
///
/// With `shows` it does nothing where none of these shows has, or had, a part in the records: what was written about them then
/// cannot matter to any.
pub async fn rebuild(
    db: &DatabaseTransaction,
    shows: Option<&BTreeSet<ShowId>>,
    today: NaiveDate,
) -> Result<Rebuilt, DbErr> {
    let claims = claims_by_show(db).await?;
    if let Some(touched) = shows
        && !have_a_part(db, touched, &claims, today).await?
    {
        return Ok(Rebuilt::default());
    }
    let shows: Vec<_> = claims.keys().copied().collect();
    let entries = entries(turned_out(db, &shows, today).await?)?;
    let rebuilt = Rebuilt { read: claims.values().sum(), ..store(db, &entries).await? };
    Ok(Rebuilt {
        right: count(entries.iter().filter(|entry| entry.is_right)),
        wrong: count(entries.iter().filter(|entry| !entry.is_right)),
        ..rebuilt
    })
}

/// Whether something of these shows has turned out, or is on record as having.
async fn have_a_part(
    db: &DatabaseTransaction,
    shows: &BTreeSet<ShowId>,
    claims: &BTreeMap<ShowId, u64>,
    today: NaiveDate,
) -> Result<bool, DbErr> {
    let recorded = track_record::Entity::find().select_only().distinct().column(claim::Column::ShowId);
    let recorded = recorded.inner_join(claim::Entity).into_tuple::<ShowId>().all(db).await?;
    if recorded.iter().any(|show| shows.contains(show)) {
        return Ok(true);
    }
    let spoken_of: Vec<_> = shows.iter().copied().filter(|show| claims.contains_key(show)).collect();
    for some in spoken_of.chunks(SHOWS_AT_ONCE) {
        if !turned_out(db, some, today).await?.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// How many claims take a side on the future of each show.
async fn claims_by_show(db: &DatabaseTransaction) -> Result<BTreeMap<ShowId, u64>, DbErr> {
    let kinds = [ClaimKind::Decision, ClaimKind::Production, ClaimKind::Intent];
    let counted = claim::Entity::find()
        .select_only()
        .column(claim::Column::ShowId)
        .expr(claim::Column::Id.into_expr().count())
        .filter(claim::Column::Kind.is_in(kinds))
        .filter(claim::Column::Stance.ne(Stance::Neutral))
        .group_by(claim::Column::ShowId);
    let counted = counted.into_tuple::<(ShowId, i64)>().all(db).await?;
    Ok(counted.into_iter().map(|(show, claims)| (show, claims.unsigned_abs())).collect())
}

/// The claims of shows that have turned out, in the order in which they were said.
async fn turned_out(db: &DatabaseTransaction, shows: &[ShowId], today: NaiveDate) -> Result<Vec<TurnedOut>, DbErr> {
    let mut all = Vec::new();
    for some in shows.chunks(SHOWS_AT_ONCE) {
        for (show, evidence) in ShowEvidence::read(db, some).await? {
            all.extend(evidence.turned_out(show, today)?);
        }
    }
    all.sort_by_key(|one| (one.said.claimed_on(), one.claim.id));
    Ok(all)
}

/// The entry of each, weighed with those known before it.
fn entries(turned_out: Vec<TurnedOut>) -> Result<Vec<track_record::Model>, DbErr> {
    let mut records: Vec<Record> = Vec::with_capacity(turned_out.len());
    let mut entries = Vec::with_capacity(turned_out.len());
    for one in turned_out {
        let case = knowing(&one.before, &records).map_err(|error| DbErr::Custom(error.to_string()))?;
        let Some(record) = record_entry(&case, &one.said, one.outcome, Parameters::rc1()) else { continue };
        entries.push(entry(&one.claim, &record));
        records.push(record);
    }
    Ok(entries)
}

/// The case with those of the records that speak of its vouchers and were known on its day.
fn knowing(case: &Case, records: &[Record]) -> Result<Case, CaseError> {
    let vouchers: HashSet<&Voucher> = case.claims().iter().map(crate::renewal::Claim::voucher).collect();
    let known = |record: &&Record| record.resolved_on <= case.as_of() && vouchers.contains(&record.voucher);
    let records = records.iter().filter(known).cloned().collect();
    let (terms, claims) = (case.terms().to_vec(), case.claims().to_vec());
    Case::new(case.as_of(), case.complete_on(), case.checked_until(), terms, claims, records)
}

fn entry(claim: &claim::Model, record: &Record) -> track_record::Model {
    let parameters = Parameters::rc1();
    track_record::Model {
        id: TrackRecordId(0),
        voucher_class: claim.voucher_class,
        voucher_name: claim.voucher_name.clone(),
        voucher_outlet_id: claim.voucher_outlet_id,
        voucher_person_id: claim.voucher_person_id,
        voucher_platform_id: claim.voucher_platform_id,
        origin_id: claim.origin_id,
        claim_id: claim.id,
        resolved_on: record.resolved_on,
        is_right: record.right,
        weight: record.weight.value(),
        prior_probability: record.prior_probability.value(),
        lesson: record.surprise(parameters) * remembered(record.resolved_on, LESSONS_OF, parameters),
        model_version: parameters.version().to_string(),
    }
}

/// Makes the stored entries these, touching only those that differ.
async fn store(db: &DatabaseTransaction, entries: &[track_record::Model]) -> Result<Rebuilt, DbErr> {
    let stored = track_record::Entity::find().all(db).await?;
    let wanted: HashMap<ClaimId, &track_record::Model> = entries.iter().map(|entry| (entry.claim_id, entry)).collect();
    let is_of_model = |row: &track_record::Model, entry: &track_record::Model| row.model_version == entry.model_version;
    let (kept, gone): (Vec<_>, Vec<_>) =
        stored.into_iter().partition(|row| wanted.get(&row.claim_id).is_some_and(|entry| is_of_model(row, entry)));
    remove(db, &gone).await?;
    let mut changed = 0;
    for row in &kept {
        let Some(entry) = wanted.get(&row.claim_id) else { continue };
        let entry = track_record::Model { id: row.id, ..(*entry).clone() };
        if entry != *row {
            entry.into_active_model().reset_all().update(db).await?;
            changed += 1;
        }
    }
    let there: HashSet<_> = kept.iter().map(|row| row.claim_id).collect();
    let new: Vec<_> = entries.iter().filter(|entry| !there.contains(&entry.claim_id)).collect();
    add(db, &new).await?;
    Ok(Rebuilt { new: count(new.iter()), changed, gone: count(gone.iter()), ..Rebuilt::default() })
}

async fn remove(db: &impl ConnectionTrait, gone: &[track_record::Model]) -> Result<(), DbErr> {
    for some in gone.chunks(ROWS_PER_STATEMENT) {
        let of_some = track_record::Column::Id.is_in(some.iter().map(|row| row.id));
        track_record::Entity::delete_many().filter(of_some).exec(db).await?;
    }
    Ok(())
}

async fn add(db: &impl ConnectionTrait, new: &[&track_record::Model]) -> Result<(), DbErr> {
    for some in new.chunks(ROWS_PER_STATEMENT) {
        let rows = some.iter().map(|entry| {
            let row = (*entry).clone().into_active_model().reset_all();
            track_record::ActiveModel { id: NotSet, ..row }
        });
        track_record::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}

fn count<T>(rows: impl Iterator<Item = T>) -> u64 {
    u64::try_from(rows.count()).unwrap_or(u64::MAX)
}
