//! Contradictions: what cannot all be so, with its sides and what decides it.

use std::collections::HashMap;
use std::marker::PhantomData;
use std::sync::Arc;

use ::entity::ids::{ClaimId, ContradictionId, ContradictionSideId, ReportId, ShowId};
use ::entity::kinds::ContradictionKind;
use ::entity::{claim, contradiction, contradiction_ground, contradiction_side, contradiction_side_claim, report};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait as _, DatabaseConnection, DbErr, EntityTrait as _, JoinType,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, QueryTrait as _, RelationTrait as _, Select, Value,
};

use crate::store::as_of::AsOf;
use crate::store::filter::{DateFilter, known_one_of, one_of};
use crate::store::list::{List, ParentOf, any_of, parents};
use crate::store::loader::{Key, Relation};
use crate::store::node::NodeKey;
use crate::store::page::{Direction, SortValue, Term};
use crate::store::reference::references;

references! {
    /// What is in dispute.
    Subject of contradiction {
        Show SubjectShowId subject_show_id
        Season SubjectSeasonId subject_season_id
        Person SubjectPersonId subject_person_id
        Character SubjectCharacterId subject_character_id
        Credit SubjectCreditId subject_credit_id
        Nomination SubjectNominationId subject_nomination_id
        AwardCeremony SubjectAwardCeremonyId subject_award_ceremony_id
        ChartEntry SubjectChartEntryId subject_chart_entry_id
        Outlet SubjectOutletId subject_outlet_id
        SourceWork SubjectSourceWorkId subject_source_work_id
        Report SubjectReportId subject_report_id
    }
}

references! {
    /// A fact that decides.
    Ground of contradiction_ground {
        Show ShowId show_id
        Season SeasonId season_id
        Person PersonId person_id
        Character CharacterId character_id
        Credit CreditId credit_id
        Nomination NominationId nomination_id
        AwardCeremony AwardCeremonyId award_ceremony_id
        ChartEntry ChartEntryId chart_entry_id
        SourceWork SourceWorkId source_work_id
        Report ReportId report_id
        Claim ClaimId claim_id
        PlatformCheck PlatformCheckId platform_check_id
    }
}

/// Which contradictions; all that is given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ContradictionFilter {
    /// Kinds; empty = any.
    pub kinds: Vec<ContradictionKind>,
    /// Their shows; empty = any.
    pub shows: Vec<ShowId>,
    /// Reports that are part of them; empty = any.
    pub reports: Vec<ReportId>,
    /// Whether they are settled; null = either.
    pub is_resolved: Option<bool>,
    /// First day on which they could be seen.
    pub noticed_on: DateFilter,
}

impl ContradictionFilter {
    fn condition(&self) -> Condition {
        let settled = contradiction::Column::ResolvedOn;
        Condition::all()
            .add_option(one_of(contradiction::Column::Kind.into_expr(), self.kinds.iter().copied()))
            .add_option(one_of(contradiction::Column::ShowId.into_expr(), self.shows.iter().copied()))
            .add_option((!self.reports.is_empty()).then(|| with_reports(&self.reports)))
            .add_option(self.is_resolved.map(|is| if is { settled.is_not_null() } else { settled.is_null() }))
            .add(self.noticed_on.condition(&contradiction::Column::NoticedOn.into_expr()))
    }
}

/// Conflicts about one of these reports, or in which a claim of theirs takes a side.
fn with_reports(reports: &[ReportId]) -> Condition {
    let of_conflict = Expr::col((contradiction_side::Entity, contradiction_side::Column::ContradictionId));
    let sides = contradiction_side::Entity::find()
        .select_only()
        .column(contradiction_side::Column::Id)
        .join(JoinType::InnerJoin, contradiction_side_claim::Relation::ContradictionSide.def().rev())
        .join(JoinType::InnerJoin, contradiction_side_claim::Relation::Claim.def())
        .filter(of_conflict.equals((contradiction::Entity, contradiction::Column::Id)))
        .filter(claim::Column::ReportId.is_in(reports.iter().copied()));
    Condition::any()
        .add_option(known_one_of(contradiction::Column::SubjectReportId.into_expr(), reports.iter().copied()))
        .add(Expr::exists(sides.into_query()))
}

parents! { contradiction contradiction::Model {
    /// What contradicts something in the ledger of a show.
    ShowId ShowId |row| Some(row.show_id);
}}

/// Contradictions under a parent, in the order in which they were recorded.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Contradictions<P> {
    /// Which of them.
    pub filter: ContradictionFilter,
    /// Only what could be seen by then.
    pub as_of: AsOf,
    /// Under what.
    pub under: PhantomData<fn() -> P>,
}

impl<P: ParentOf<contradiction::Entity, contradiction::Model>> List for Contradictions<P> {
    type Parent = P;
    type Entity = contradiction::Entity;
    type Row = contradiction::Model;

    fn key(&self) -> contradiction::Column {
        contradiction::Column::Id
    }

    fn parent(&self) -> Option<(contradiction::Column, fn(P) -> Value)> {
        P::column()
    }

    fn parent_of(&self, row: &contradiction::Model) -> P {
        P::of(row)
    }

    fn rows(&self) -> Select<contradiction::Entity> {
        let noticed = contradiction::Column::NoticedOn.lte(self.as_of.day());
        contradiction::Entity::find().filter(noticed).filter(self.filter.condition())
    }

    fn order(&self) -> Vec<Term<contradiction::Model>> {
        vec![Term::new(contradiction::Column::Id.into_expr(), Direction::Asc, |row| SortValue::Int(row.id.0))]
    }

    async fn read(
        &self,
        select: Select<contradiction::Entity>,
        db: &DatabaseConnection,
    ) -> Result<Vec<contradiction::Model>, DbErr> {
        select.all(db).await
    }
}

/// The contradictions in which a claim takes a side, in the order in which they were recorded.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ContradictionsOfClaim {
    /// Only what could be seen by then.
    pub as_of: AsOf,
}

impl Relation for ContradictionsOfClaim {
    type Key = ClaimId;
    type Answer = Vec<ContradictionId>;

    async fn load(&self, db: &DatabaseConnection, keys: &[ClaimId]) -> Result<HashMap<ClaimId, Self::Answer>, DbErr> {
        let select = contradiction_side_claim::Entity::find()
            .select_only()
            .column(contradiction_side_claim::Column::ClaimId)
            .column(contradiction_side::Column::ContradictionId)
            .distinct()
            .join(JoinType::InnerJoin, contradiction_side_claim::Relation::ContradictionSide.def())
            .join(JoinType::InnerJoin, contradiction_side::Relation::Contradiction.def())
            .filter(any_of(contradiction_side_claim::Column::ClaimId.into_expr(), keys.iter().map(|key| (*key).into())))
            .filter(contradiction::Column::NoticedOn.lte(self.as_of.day()))
            .order_by_asc(contradiction_side::Column::ContradictionId);
        Ok(grouped(select.into_tuple().all(db).await?))
    }
}

/// The contradictions about a report, or in which a claim of it takes a side, in the order in which they were recorded.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ContradictionsOfReport {
    /// Only what could be seen by then.
    pub as_of: AsOf,
}

impl Relation for ContradictionsOfReport {
    type Key = ReportId;
    type Answer = Vec<ContradictionId>;

    async fn load(&self, db: &DatabaseConnection, keys: &[ReportId]) -> Result<HashMap<ReportId, Self::Answer>, DbErr> {
        let told = report::Entity::find()
            .select_only()
            .column(report::Column::Id)
            .column(contradiction::Column::Id)
            .distinct()
            .join(JoinType::LeftJoin, claim::Relation::Report.def().rev())
            .join(JoinType::LeftJoin, contradiction_side_claim::Relation::Claim.def().rev())
            .join(JoinType::LeftJoin, contradiction_side_claim::Relation::ContradictionSide.def())
            .filter(any_of(report::Column::Id.into_expr(), keys.iter().map(|key| (*key).into())))
            .filter(contradiction::Column::NoticedOn.lte(self.as_of.day()))
            .order_by_asc(contradiction::Column::Id);
        let side = Expr::col((contradiction_side::Entity, contradiction_side::Column::ContradictionId));
        let subject = Expr::col((contradiction::Entity, contradiction::Column::SubjectReportId));
        let is_part = Condition::any()
            .add(side.equals((contradiction::Entity, contradiction::Column::Id)))
            .add(subject.equals((report::Entity, report::Column::Id)));
        let select = told.into_query().inner_join(contradiction::Entity, is_part).take();
        let mut pairs: Vec<(ReportId, ContradictionId)> = Vec::new();
        for row in db.query_all(&select).await? {
            pairs.push((row.try_get_by_index(0)?, row.try_get_by_index(1)?));
        }
        Ok(grouped(pairs))
    }
}

fn grouped<K: Key, V>(pairs: Vec<(K, V)>) -> HashMap<K, Vec<V>> {
    let mut values: HashMap<K, Vec<V>> = HashMap::new();
    for (key, value) in pairs {
        values.entry(key).or_default().push(value);
    }
    values
}

/// The sides of a contradiction, the prevailing ones first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SidesOf;

impl Relation for SidesOf {
    type Key = ContradictionId;
    type Answer = Vec<Arc<contradiction_side::Model>>;

    async fn load(
        &self,
        db: &DatabaseConnection,
        keys: &[ContradictionId],
    ) -> Result<HashMap<ContradictionId, Self::Answer>, DbErr> {
        let column = contradiction_side::Column::ContradictionId;
        let select = contradiction_side::Entity::find()
            .filter(any_of(column.into_expr(), keys.iter().map(|key| (*key).into())))
            .order_by_desc(contradiction_side::Column::Prevails)
            .order_by_asc(contradiction_side::Column::Position);
        Ok(grouped(select.all(db).await?.into_iter().map(|side| (side.contradiction_id, Arc::new(side))).collect()))
    }
}

/// The claims that take a side, in the order in which they were recorded.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ClaimsOfSide;

impl Relation for ClaimsOfSide {
    type Key = ContradictionSideId;
    type Answer = Vec<Arc<claim::Model>>;

    async fn load(
        &self,
        db: &DatabaseConnection,
        keys: &[ContradictionSideId],
    ) -> Result<HashMap<ContradictionSideId, Self::Answer>, DbErr> {
        let column = contradiction_side_claim::Column::ContradictionSideId;
        let select = contradiction_side_claim::Entity::find()
            .filter(any_of(column.into_expr(), keys.iter().map(|key| (*key).into())))
            .order_by_asc(contradiction_side_claim::Column::ClaimId)
            .find_also_related(claim::Entity);
        let pairs = select.all(db).await?.into_iter();
        let pairs = pairs.filter_map(|(link, claim)| Some((link.contradiction_side_id, Arc::new(claim?))));
        Ok(grouped(pairs.collect()))
    }
}

/// The facts that decide a contradiction, in order.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct GroundsOf;

impl Relation for GroundsOf {
    type Key = ContradictionId;
    type Answer = Vec<NodeKey>;

    async fn load(
        &self,
        db: &DatabaseConnection,
        keys: &[ContradictionId],
    ) -> Result<HashMap<ContradictionId, Vec<NodeKey>>, DbErr> {
        let column = contradiction_ground::Column::ContradictionId;
        let select = contradiction_ground::Entity::find()
            .filter(any_of(column.into_expr(), keys.iter().map(|key| (*key).into())))
            .order_by_asc(contradiction_ground::Column::Position);
        let grounds = select.all(db).await?.into_iter();
        Ok(grouped(grounds.filter_map(|ground| Some((ground.contradiction_id, Ground::of(&ground)?))).collect()))
    }
}
