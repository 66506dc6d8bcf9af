//! Claims: what was said, under whatever it is read.

use std::collections::HashMap;
use std::marker::PhantomData;
use std::sync::Arc;

use ::entity::ids::ClaimId;
use ::entity::kinds::ClaimTopic;
use ::entity::{claim, claim_hop, claim_season, outlet};
use sea_orm::{
    ColumnTrait as _, Condition, DatabaseConnection, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    Select, Value,
};

use crate::store::as_of::AsOf;
use crate::store::claim_filter::ClaimFilter;
use crate::store::list::{List, ParentOf, any_of, parents};
use crate::store::loader::Relation;
use crate::store::page::{Direction, SortValue, Term};
use crate::store::reference::references;

references! {
    /// What a claim speaks of.
    Subject of claim {
        Show SubjectShowId subject_show_id
        Season SubjectSeasonId subject_season_id
        Episode SubjectEpisodeId subject_episode_id
        Person SubjectPersonId subject_person_id
        Character SubjectCharacterId subject_character_id
        Credit SubjectCreditId subject_credit_id
        Nomination SubjectNominationId subject_nomination_id
        AwardCeremony SubjectAwardCeremonyId subject_award_ceremony_id
        ChartEntry SubjectChartEntryId subject_chart_entry_id
        Outlet SubjectOutletId subject_outlet_id
        SourceWork SubjectSourceWorkId subject_source_work_id
        Platform SubjectPlatformId subject_platform_id
    }
}

references! {
    /// Who answers for a claim.
    Voucher of claim {
        Outlet VoucherOutletId voucher_outlet_id
        Person VoucherPersonId voucher_person_id
        Platform VoucherPlatformId voucher_platform_id
    }
}

parents! { claim claim::Model {
    /// What stands in the ledger of a show.
    ShowId ShowId |claim| Some(claim.show_id);
    /// What a report claims.
    ReportId ReportId |claim| claim.report_id;
    /// What goes back to an utterance.
    OriginId OriginId |claim| Some(claim.origin_id);
    /// What an outlet says on its own sources.
    OutletId VoucherOutletId |claim| claim.voucher_outlet_id;
    /// What a person said or vouched for.
    PersonId VoucherPersonId |claim| claim.voucher_person_id;
    /// What reports say of a character.
    CharacterId SubjectCharacterId |claim| claim.subject_character_id;
}}

/// By what claims are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClaimOrderField {
    /// The day on which it was said.
    SaidOn,
    /// The first day on which a reader could know it.
    KnownOn,
    /// When this server recorded it.
    RecordedAt,
}

/// Claims under a parent.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Claims<P> {
    /// Which of them.
    pub filter: ClaimFilter,
    /// Only what was knowable by then.
    pub as_of: AsOf,
    /// Whether claims that give away the plot are among them.
    pub include_spoilers: bool,
    /// In which order; empty = latest said first.
    pub order: Vec<(ClaimOrderField, Direction)>,
    /// Under what.
    pub under: PhantomData<fn() -> P>,
}

impl<P: ParentOf<claim::Entity, claim::Model>> List for Claims<P> {
    type Parent = P;
    type Entity = claim::Entity;
    type Row = claim::Model;

    fn key(&self) -> claim::Column {
        claim::Column::Id
    }

    fn parent(&self) -> Option<(claim::Column, fn(P) -> Value)> {
        P::column()
    }

    fn parent_of(&self, row: &claim::Model) -> P {
        P::of(row)
    }

    fn rows(&self) -> Select<claim::Entity> {
        let harmless =
            || Condition::all().add(claim::Column::IsSpoiler.eq(false)).add(claim::Column::Topic.ne(ClaimTopic::Plot));
        claim::Entity::find()
            .filter(claim::Column::KnownAt.lte(self.as_of.day()))
            .filter(Condition::all().add_option((!self.include_spoilers).then(harmless)))
            .filter(self.filter.condition(self.as_of.day()))
    }

    fn order(&self) -> Vec<Term<claim::Model>> {
        let by = |field: &(ClaimOrderField, Direction)| match *field {
            (ClaimOrderField::SaidOn, direction) => {
                Term::new(claim::Column::SaidOn.into_expr(), direction, |claim: &claim::Model| {
                    SortValue::Day(claim.said_on)
                })
            }
            (ClaimOrderField::KnownOn, direction) => {
                Term::new(claim::Column::KnownAt.into_expr(), direction, |claim: &claim::Model| {
                    SortValue::Day(claim.known_at)
                })
            }
            (ClaimOrderField::RecordedAt, direction) => {
                Term::new(claim::Column::RecordedAt.into_expr(), direction, |claim: &claim::Model| {
                    SortValue::Instant(claim.recorded_at)
                })
            }
        };
        let order =
            if self.order.is_empty() { &[(ClaimOrderField::SaidOn, Direction::Desc)] } else { self.order.as_slice() };
        let mut terms: Vec<_> = order.iter().map(by).collect();
        let last = terms.last().map_or(Direction::Desc, |term| term.direction);
        terms.push(Term::new(claim::Column::Id.into_expr(), last, |claim| SortValue::Int(claim.id.0)));
        terms
    }

    async fn read(&self, select: Select<claim::Entity>, db: &DatabaseConnection) -> Result<Vec<claim::Model>, DbErr> {
        select.all(db).await
    }
}

/// The target seasons that a claim speaks of, in order.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SeasonsOfClaim;

impl Relation for SeasonsOfClaim {
    type Key = ClaimId;
    type Answer = Vec<i32>;

    async fn load(&self, db: &DatabaseConnection, keys: &[ClaimId]) -> Result<HashMap<ClaimId, Vec<i32>>, DbErr> {
        let of_claims = any_of(claim_season::Column::ClaimId.into_expr(), keys.iter().map(|key| (*key).into()));
        let select = claim_season::Entity::find().filter(of_claims).order_by_asc(claim_season::Column::SeasonNumber);
        let mut seasons: HashMap<_, Vec<_>> = HashMap::new();
        for row in select.all(db).await? {
            seasons.entry(row.claim_id).or_default().push(row.season_number);
        }
        Ok(seasons)
    }
}

/// One retelling, with who retold it.
#[derive(Clone, Debug, PartialEq)]
pub struct Hop {
    /// The retelling.
    pub hop: claim_hop::Model,
    /// Who retold it.
    pub outlet: Arc<outlet::Model>,
}

/// The retellings between an utterance and the report of a claim, nearest the utterance first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct HopsOfClaim;

impl Relation for HopsOfClaim {
    type Key = ClaimId;
    type Answer = Vec<Hop>;

    async fn load(&self, db: &DatabaseConnection, keys: &[ClaimId]) -> Result<HashMap<ClaimId, Vec<Hop>>, DbErr> {
        let of_claims = any_of(claim_hop::Column::ClaimId.into_expr(), keys.iter().map(|key| (*key).into()));
        let select = claim_hop::Entity::find().filter(of_claims).order_by_asc(claim_hop::Column::Hop);
        let mut hops: HashMap<_, Vec<_>> = HashMap::new();
        for (hop, outlet) in select.find_also_related(outlet::Entity).all(db).await? {
            let Some(outlet) = outlet else { continue };
            hops.entry(hop.claim_id).or_default().push(Hop { hop, outlet: Arc::new(outlet) });
        }
        Ok(hops)
    }
}

/// Chance, 0..1, that a chain of retellings is faithful: each is a binary symmetric channel, so 2f − 1 is the product of
/// theirs; 1 for what we have at first hand.
pub fn fidelity(hops: &[Hop]) -> f64 {
    f64::midpoint(1.0, hops.iter().map(|hop| 2.0f64.mul_add(hop.hop.fidelity, -1.0)).product())
}
