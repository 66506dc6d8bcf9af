//! Reports: what was published, under whatever it is read.

use std::collections::HashMap;
use std::sync::Arc;

use ::entity::ids::{OriginId, ReportId, ShowId};
use ::entity::{claim, claim_hop, outlet, report};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ColumnTrait, Condition, DatabaseConnection, DbErr, EntityTrait as _, FromQueryResult, JoinType, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, QueryTrait as _, RelationTrait as _, Select, Value,
};

use crate::store::key::Keyed;
use crate::store::list::{Brings, List, ParentOf, any_of, parents};
use crate::store::loader::{Key, Relation};
use crate::store::page::{Direction, SortValue, Term};
use crate::store::report_filter::ReportFilter;

/// A report with who published it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportRow {
    /// The report.
    pub report: report::Model,
    /// Who published it.
    pub outlet: Arc<outlet::Model>,
}

impl ReportRow {
    fn new(report: report::Model, outlet: outlet::Model) -> Self {
        Self { report, outlet: Arc::new(outlet) }
    }
}

impl AsRef<Self> for ReportRow {
    fn as_ref(&self) -> &Self {
        self
    }
}

impl Keyed for report::Entity {
    type Id = ReportId;
    type Row = ReportRow;

    fn id(row: &ReportRow) -> ReportId {
        row.report.id
    }

    async fn read(select: Select<Self>, db: &DatabaseConnection) -> Result<Vec<ReportRow>, DbErr> {
        let rows = select.find_also_related(outlet::Entity).all(db).await?;
        Ok(rows.into_iter().filter_map(|(report, outlet)| Some(ReportRow::new(report, outlet?))).collect())
    }
}

/// By what reports are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReportOrderField {
    /// The day of publication that the ledger uses.
    PublishedOn,
    /// When this server first saw it.
    FirstSeenAt,
}

/// In which order reports come; empty = latest published first.
pub type ReportOrder = Vec<(ReportOrderField, Direction)>;

/// The order of reports, whose columns are reached by `column`.
fn terms<R: AsRef<ReportRow>>(order: &ReportOrder, column: impl Fn(report::Column) -> Expr) -> Vec<Term<R>> {
    let by = |field: &(ReportOrderField, Direction)| match *field {
        (ReportOrderField::PublishedOn, direction) => {
            Term::new(column(report::Column::EffectiveOn), direction, |row: &R| {
                SortValue::Day(row.as_ref().report.effective_on)
            })
        }
        (ReportOrderField::FirstSeenAt, direction) => {
            Term::new(column(report::Column::FirstSeenAt), direction, |row: &R| {
                SortValue::Instant(row.as_ref().report.first_seen_at)
            })
        }
    };
    let latest = [(ReportOrderField::PublishedOn, Direction::Desc)];
    let order = if order.is_empty() { &latest } else { order.as_slice() };
    let mut terms: Vec<_> = order.iter().map(by).collect();
    let last = terms.last().map_or(Direction::Desc, |term| term.direction);
    terms.push(Term::new(column(report::Column::Id), last, |row| SortValue::Int(row.as_ref().report.id.0)));
    terms
}

parents! { report ReportRow {
    /// What an outlet published.
    OutletId OutletId |row| Some(row.report.outlet_id);
}}

/// Reports of an outlet, or all.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reports<P> {
    /// Which of them.
    pub filter: ReportFilter,
    /// In which order.
    pub order: ReportOrder,
    /// Under what.
    pub under: std::marker::PhantomData<fn() -> P>,
}

impl<P: ParentOf<report::Entity, ReportRow>> List for Reports<P> {
    type Parent = P;
    type Entity = report::Entity;
    type Row = ReportRow;

    fn key(&self) -> report::Column {
        report::Column::Id
    }

    fn parent(&self) -> Option<(report::Column, fn(P) -> Value)> {
        P::column()
    }

    fn parent_of(&self, row: &ReportRow) -> P {
        P::of(row)
    }

    fn rows(&self) -> Select<report::Entity> {
        report::Entity::find().filter(self.filter.condition())
    }

    fn order(&self) -> Vec<Term<ReportRow>> {
        terms(&self.order, ColumnTrait::into_expr)
    }

    async fn read(&self, select: Select<report::Entity>, db: &DatabaseConnection) -> Result<Vec<ReportRow>, DbErr> {
        report::Entity::read(select, db).await
    }
}

/// A report that claims something in the ledger of a show.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportOfShow {
    /// The show.
    pub show_id: ShowId,
    /// The report.
    pub report: Arc<ReportRow>,
}

impl AsRef<ReportRow> for ReportOfShow {
    fn as_ref(&self) -> &ReportRow {
        &self.report
    }
}

impl Brings<ReportRow> for ReportOfShow {
    fn brought(self: &Arc<Self>) -> Arc<ReportRow> {
        self.report.clone()
    }
}

/// Reports that claim something in the ledger of a show, each by its first claim there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ReportsOfShow {
    /// Which of them.
    pub filter: ReportFilter,
    /// In which order.
    pub order: ReportOrder,
}

impl List for ReportsOfShow {
    type Parent = ShowId;
    type Entity = claim::Entity;
    type Row = ReportOfShow;

    fn key(&self) -> claim::Column {
        claim::Column::Id
    }

    fn parent(&self) -> Option<(claim::Column, fn(ShowId) -> Value)> {
        Some((claim::Column::ShowId, Value::from))
    }

    fn parent_of(&self, row: &ReportOfShow) -> ShowId {
        row.show_id
    }

    fn rows(&self) -> Select<claim::Entity> {
        let first = "NOT EXISTS (SELECT 1 FROM claim AS earlier WHERE earlier.report_id = claim.report_id \
                     AND earlier.show_id = claim.show_id AND earlier.id < claim.id)";
        let fitting = report::Entity::find().filter(of_claim()).filter(self.filter.condition());
        let fitting = fitting.select_only().column(report::Column::Id).into_query();
        let is_any = self.filter == ReportFilter::default();
        claim::Entity::find()
            .filter(claim::Column::ReportId.is_not_null())
            .filter(Expr::cust(first))
            .filter(Condition::all().add_option((!is_any).then(|| Expr::exists(fitting))))
    }

    fn order(&self) -> Vec<Term<ReportOfShow>> {
        terms(&self.order, |column| {
            let value = report::Entity::find().select_only().column(column).filter(of_claim()).into_query();
            Expr::SubQuery(None, Box::new(value.into()))
        })
    }

    async fn read(&self, select: Select<claim::Entity>, db: &DatabaseConnection) -> Result<Vec<ReportOfShow>, DbErr> {
        let select = select.find_also_related(report::Entity).find_also(report::Entity, outlet::Entity);
        let row = |(claim, report, outlet): (claim::Model, Option<_>, Option<_>)| {
            Some(ReportOfShow { show_id: claim.show_id, report: Arc::new(ReportRow::new(report?, outlet?)) })
        };
        Ok(select.all(db).await?.into_iter().filter_map(row).collect())
    }
}

/// The report of the claim around this condition.
fn of_claim() -> Expr {
    Expr::col((report::Entity, report::Column::Id)).equals((claim::Entity, claim::Column::ReportId))
}

/// The report under a key.
pub async fn by_id(db: &DatabaseConnection, id: ReportId) -> Result<Option<ReportRow>, DbErr> {
    Ok(report::Entity::read(report::Entity::find_by_id(id), db).await?.pop())
}

/// The report at an address.
pub async fn by_url(db: &DatabaseConnection, url: &str) -> Result<Option<ReportRow>, DbErr> {
    Ok(report::Entity::read(report::Entity::find().filter(report::Column::Url.eq(url)), db).await?.pop())
}

/// The shows in whose ledgers a report claims something, in the order of its claims.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ShowsOfReport;

/// The reports in which an utterance is told, in the order of their claims.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ReportsOfOrigin;

/// The reports that a report retells, nearest first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RetoldIn;

/// The reports that retell a report, in the order of their claims.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RetellingsOf;

#[derive(FromQueryResult)]
#[expect(clippy::struct_field_names, reason = "they are the columns that are read")]
struct Place {
    report_id: ReportId,
    show_id: ShowId,
    origin_id: OriginId,
}

/// Which claims of which reports stand where; `of_parents` says of which.
async fn places(db: &DatabaseConnection, of_parents: Condition) -> Result<Vec<Place>, DbErr> {
    let select = claim::Entity::find()
        .select_only()
        .columns([claim::Column::ReportId, claim::Column::ShowId, claim::Column::OriginId])
        .filter(claim::Column::ReportId.is_not_null())
        .filter(of_parents)
        .order_by_asc(claim::Column::Id);
    select.into_model().all(db).await
}

/// Values by key, each once, in the order in which they come.
fn distinct<K: Key, V: PartialEq>(pairs: impl IntoIterator<Item = (K, V)>) -> HashMap<K, Vec<V>> {
    let mut values_of: HashMap<K, Vec<V>> = HashMap::new();
    for (key, value) in pairs {
        let values = values_of.entry(key).or_default();
        if !values.contains(&value) {
            values.push(value);
        }
    }
    values_of
}

impl Relation for ShowsOfReport {
    type Key = ReportId;
    type Answer = Vec<ShowId>;

    async fn load(&self, db: &DatabaseConnection, keys: &[ReportId]) -> Result<HashMap<ReportId, Vec<ShowId>>, DbErr> {
        let of_parents = any_of(claim::Column::ReportId.into_expr(), keys.iter().map(|key| (*key).into()));
        Ok(distinct(places(db, of_parents).await?.into_iter().map(|place| (place.report_id, place.show_id))))
    }
}

impl Relation for ReportsOfOrigin {
    type Key = OriginId;
    type Answer = Vec<ReportId>;

    async fn load(
        &self,
        db: &DatabaseConnection,
        keys: &[OriginId],
    ) -> Result<HashMap<OriginId, Vec<ReportId>>, DbErr> {
        let of_parents = any_of(claim::Column::OriginId.into_expr(), keys.iter().map(|key| (*key).into()));
        Ok(distinct(places(db, of_parents).await?.into_iter().map(|place| (place.origin_id, place.report_id))))
    }
}

#[derive(FromQueryResult)]
struct Retelling {
    claim_id: i64,
    hop: i32,
    told_in: Option<ReportId>,
    retold_in: Option<ReportId>,
}

/// The retellings of claims that have a report.
fn retellings() -> Select<claim_hop::Entity> {
    claim_hop::Entity::find()
        .select_only()
        .columns([claim_hop::Column::ClaimId, claim_hop::Column::Hop])
        .column_as(claim_hop::Column::ReportId, "told_in")
        .column_as(claim::Column::ReportId, "retold_in")
        .join(JoinType::InnerJoin, claim_hop::Relation::Claim.def())
        .order_by_asc(claim_hop::Column::ClaimId)
        .order_by_desc(claim_hop::Column::Hop)
}

impl Relation for RetoldIn {
    type Key = ReportId;
    type Answer = Vec<ReportId>;

    async fn load(
        &self,
        db: &DatabaseConnection,
        keys: &[ReportId],
    ) -> Result<HashMap<ReportId, Vec<ReportId>>, DbErr> {
        let of_reports = any_of(claim::Column::ReportId.into_expr(), keys.iter().map(|key| (*key).into()));
        let hops: Vec<Retelling> = retellings().filter(of_reports).into_model().all(db).await?;
        let mut longest: HashMap<i64, i32> = HashMap::new();
        for hop in &hops {
            let length = longest.entry(hop.claim_id).or_default();
            *length = Ord::max(hop.hop, *length);
        }
        let distance = |hop: &Retelling| longest.get(&hop.claim_id).map_or(0, |length| length - hop.hop);
        let mut steps: Vec<_> = hops
            .iter()
            .filter_map(|hop| Some((hop.retold_in?, hop.told_in?, distance(hop))))
            .filter(|(by, told, _)| by != told)
            .collect();
        steps.sort_by_key(|(_, told, distance)| (*distance, *told));
        Ok(distinct(steps.into_iter().map(|(by, told, _)| (by, told))))
    }
}

impl Relation for RetellingsOf {
    type Key = ReportId;
    type Answer = Vec<ReportId>;

    async fn load(
        &self,
        db: &DatabaseConnection,
        keys: &[ReportId],
    ) -> Result<HashMap<ReportId, Vec<ReportId>>, DbErr> {
        let of_reports = any_of(claim_hop::Column::ReportId.into_expr(), keys.iter().map(|key| (*key).into()));
        let hops: Vec<Retelling> = retellings().filter(of_reports).into_model().all(db).await?;
        let steps = hops.into_iter().filter_map(|hop| Some((hop.told_in?, hop.retold_in?)));
        Ok(distinct(steps.filter(|(told, by)| told != by)))
    }
}
