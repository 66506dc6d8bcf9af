//! How reliable a source is, from what it foretold.
//!
//! An outlet is judged by what it printed on its own sources. A person is judged in one role: that in which they last vouched for
//! something; who never did starts from what they do: makers (creator, screenwriter, author of the original) as creators, else
//! directors as directors, and everybody else from the class that claims least, the cast.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use ::entity::ids::{OutletId, PersonId};
use ::entity::kinds::VoucherClass;
use ::entity::{claim, credit, outlet, term, track_record};
use chrono::NaiveDate;
use sea_orm::sea_query::{Expr, ExprTrait as _, Func};
use sea_orm::{
    ColumnTrait as _, Condition, DatabaseConnection, DbErr, EntityTrait as _, JoinType, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, QueryTrait as _, RelationTrait as _, Value,
};

use crate::renewal::{Parameters, Record, Reliability, reliability, remembered};
use crate::store::as_of::AsOf;
use crate::store::evidence::{records_of, vouching};
use crate::store::list::any_of;
use crate::store::loader::Relation;

/// The day to which stored lessons are traced back, so that the database can sum them.
pub const LESSONS_OF: NaiveDate = NaiveDate::from_ymd_opt(2000, 1, 1).expect("a real day");

/// A mean of 1 in the order of outlets, which compares whole numbers.
const MILLION: f64 = 1e6;

/// Codes of the jobs of those who make up a story.
const MAKERS: [&str; 4] = ["creator", "screenwriter", "original-author", "author"];
const DIRECTOR: &str = "director";

/// Who is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Judged {
    /// An outlet, on its own sources.
    Outlet(OutletId),
    /// A person, in one role.
    Person(PersonId),
}

impl Judged {
    fn outlet(self) -> Option<OutletId> {
        if let Self::Outlet(id) = self { Some(id) } else { None }
    }

    fn person(self) -> Option<PersonId> {
        if let Self::Person(id) = self { Some(id) } else { None }
    }
}

/// How reliable a source was on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judgement {
    /// The class that it starts from.
    pub class: VoucherClass,
    /// What it starts from, with what it learnt.
    pub reliability: Reliability,
    /// What its class starts from.
    pub of_class: Reliability,
    /// Utterances that turned out right.
    pub right: i32,
    /// Utterances that turned out wrong.
    pub wrong: i32,
}

/// How reliable sources were on a day.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct JudgementOf {
    /// What had turned out by then.
    pub as_of: AsOf,
}

impl Relation for JudgementOf {
    type Key = Judged;
    /// Never null where it is asked.
    type Answer = Option<Judgement>;

    async fn load(&self, db: &DatabaseConnection, keys: &[Judged]) -> Result<HashMap<Judged, Self::Answer>, DbErr> {
        let day = self.as_of.day();
        let people: BTreeSet<_> = keys.iter().filter_map(|key| key.person()).collect();
        let roles = roles(db, &people, day).await?;
        let records = records_of(db, keys.iter().filter_map(|key| key.outlet()).collect(), people).await?;
        let class = |key: &Judged| match key {
            Judged::Outlet(_) => VoucherClass::OutletInsider,
            Judged::Person(id) => roles.get(id).copied().unwrap_or(VoucherClass::Cast),
        };
        Ok(keys.iter().map(|key| (*key, judge(*key, class(key), &records, day))).collect())
    }
}

fn judge(key: Judged, class: VoucherClass, records: &[Record], day: NaiveDate) -> Option<Judgement> {
    let voucher = vouching(class, (key.outlet(), key.person(), None), "")?;
    let own = || records.iter().filter(|record| record.voucher == voucher && record.resolved_on <= day);
    let count = |right| i32::try_from(own().filter(|record| record.right == right).count()).unwrap_or(i32::MAX);
    Some(Judgement {
        class,
        reliability: reliability(&voucher, own(), day, Parameters::rc1()),
        of_class: Parameters::rc1().reliability_of(voucher.class),
        right: count(true),
        wrong: count(false),
    })
}

/// Entries of the model of today that were known by a day.
fn turned_out_by(day: NaiveDate) -> Condition {
    Condition::all()
        .add(track_record::Column::ModelVersion.eq(Parameters::rc1().version().as_str()))
        .add(track_record::Column::ResolvedOn.lte(day))
}

/// The role in which each is judged.
async fn roles(
    db: &DatabaseConnection,
    people: &BTreeSet<PersonId>,
    day: NaiveDate,
) -> Result<BTreeMap<PersonId, VoucherClass>, DbErr> {
    if people.is_empty() {
        return Ok(BTreeMap::new());
    }
    let mut roles = spoken_as(db, people, day).await?;
    let silent: BTreeSet<_> = people.iter().copied().filter(|person| !roles.contains_key(person)).collect();
    if !silent.is_empty() {
        roles.extend(credited_as(db, &silent).await?);
    }
    Ok(roles)
}

/// The class in which each last vouched for something.
async fn spoken_as(
    db: &DatabaseConnection,
    people: &BTreeSet<PersonId>,
    day: NaiveDate,
) -> Result<BTreeMap<PersonId, VoucherClass>, DbErr> {
    let by = any_of(claim::Column::VoucherPersonId.into_expr(), people.iter().map(|person| Value::from(*person)));
    let spoken = claim::Entity::find()
        .select_only()
        .columns([claim::Column::VoucherPersonId, claim::Column::VoucherClass])
        .filter(by)
        .filter(claim::Column::KnownAt.lte(day))
        .order_by_asc(claim::Column::SaidOn)
        .order_by_asc(claim::Column::Id);
    Ok(spoken.into_tuple::<(PersonId, VoucherClass)>().all(db).await?.into_iter().collect())
}

/// What those start from who never vouched for anything.
async fn credited_as(
    db: &DatabaseConnection,
    people: &BTreeSet<PersonId>,
) -> Result<BTreeMap<PersonId, VoucherClass>, DbErr> {
    let of_people = any_of(credit::Column::PersonId.into_expr(), people.iter().map(|person| Value::from(*person)));
    let jobs = credit::Entity::find()
        .select_only()
        .distinct()
        .column(credit::Column::PersonId)
        .column(term::Column::Code)
        .join(JoinType::InnerJoin, credit::Relation::Term.def())
        .filter(of_people);
    let mut jobs_of: BTreeMap<PersonId, Vec<String>> = BTreeMap::new();
    for (person, job) in jobs.into_tuple::<(PersonId, String)>().all(db).await? {
        jobs_of.entry(person).or_default().push(job);
    }
    Ok(jobs_of.into_iter().map(|(person, jobs)| (person, working_as(&jobs))).collect())
}

fn working_as(jobs: &[String]) -> VoucherClass {
    if jobs.iter().any(|job| MAKERS.contains(&job.as_str())) {
        VoucherClass::Creator
    } else if jobs.iter().any(|job| job == DIRECTOR) {
        VoucherClass::Director
    } else {
        VoucherClass::Cast
    }
}

/// How many utterances of the outlet around this expression had turned out by a day.
pub(super) fn resolved(day: NaiveDate) -> Expr {
    let count = entries(day, None).expr(track_record::Column::Id.into_expr().count());
    Expr::SubQuery(None, Box::new(count.into_query().into()))
}

/// How reliable the outlet around this expression was on a day: its mean in millionths, as a whole number.
pub(super) fn ranked(day: NaiveDate) -> Expr {
    let parameters = Parameters::rc1();
    let start = parameters.reliability_of(crate::renewal::VoucherClass::OutletInsider);
    let aged = remembered(LESSONS_OF, day, parameters);
    let learnt = |right| {
        let sum = entries(day, Some(right)).expr(track_record::Column::Lesson.into_expr().sum());
        let sum = Expr::SubQuery(None, Box::new(sum.into_query().into()));
        Expr::expr(Func::coalesce([sum, Expr::val(0.0)])).mul(aged)
    };
    let alpha = || learnt(true).add(start.alpha());
    let beta = learnt(false).add(start.beta());
    let mean = alpha().div(alpha().add(beta));
    Expr::expr(Func::round(mean.mul(MILLION))).cast_as("bigint")
}

/// The entries of the outlet around this, on its own sources; null = right or wrong.
fn entries(day: NaiveDate, right: Option<bool>) -> sea_orm::Select<track_record::Entity> {
    let by = Expr::col((track_record::Entity, track_record::Column::VoucherOutletId));
    track_record::Entity::find()
        .select_only()
        .filter(by.equals((outlet::Entity, outlet::Column::Id)))
        .filter(track_record::Column::VoucherClass.eq(VoucherClass::OutletInsider))
        .filter(Condition::all().add_option(right.map(|right| track_record::Column::IsRight.eq(right))))
        .filter(turned_out_by(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_never_spoke_starts_from_what_they_do() {
        let as_of = |jobs: &[&str]| working_as(&jobs.iter().map(|job| (*job).to_owned()).collect::<Vec<_>>());
        assert_eq!(as_of(&["cast", "director", "screenwriter"]), VoucherClass::Creator);
        assert_eq!(as_of(&["cast", "director"]), VoucherClass::Director);
        assert_eq!(as_of(&["cast"]), VoucherClass::Cast);
        assert_eq!(as_of(&["producer"]), VoucherClass::Cast);
        assert_eq!(as_of(&[]), VoucherClass::Cast);
    }
}
