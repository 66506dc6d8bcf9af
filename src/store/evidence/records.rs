//! Track records: how those turned out before who vouch for the claims about a show.

use std::collections::BTreeSet;

use ::entity::ids::{OutletId, PersonId, PlatformId};
use ::entity::{claim, kinds, track_record};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _, JoinType, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, RelationTrait as _, Value,
};

use crate::renewal::{Parameters, Probability, Record, Share, Stance};
use crate::store::evidence::claims::vouching;
use crate::store::evidence::rows::Turned;
use crate::store::list::any_of;

/// Those who vouch for claims: by key, or by the printed name where the catalog does not have them.
#[derive(Debug, Default)]
pub(super) struct Vouchers {
    outlets: BTreeSet<OutletId>,
    people: BTreeSet<PersonId>,
    platforms: BTreeSet<PlatformId>,
    names: BTreeSet<String>,
}

impl Vouchers {
    /// Those of `claims`.
    pub(super) fn of<'a>(claims: impl Iterator<Item = &'a claim::Model>) -> Self {
        let mut vouchers = Self::default();
        for claim in claims {
            match (claim.voucher_outlet_id, claim.voucher_person_id, claim.voucher_platform_id) {
                (None, None, None) => {
                    vouchers.names.insert(claim.voucher_name.clone());
                }
                (outlet, person, platform) => {
                    vouchers.outlets.extend(outlet);
                    vouchers.people.extend(person);
                    vouchers.platforms.extend(platform);
                }
            }
        }
        vouchers
    }

    /// Their records, in the order in which they were made.
    pub(super) async fn records(&self, db: &impl ConnectionTrait) -> Result<Vec<Turned>, DbErr> {
        use track_record::Column;
        if self.are_none() {
            return Ok(Vec::new());
        }
        let version = Parameters::rc1().version();
        let select = track_record::Entity::find()
            .select_only()
            .columns([Column::VoucherClass, Column::VoucherName, Column::VoucherOutletId, Column::VoucherPersonId])
            .columns([Column::VoucherPlatformId, Column::ResolvedOn, Column::IsRight, Column::Weight])
            .column(Column::PriorProbability)
            .column(claim::Column::Stance)
            .join(JoinType::InnerJoin, track_record::Relation::Claim.def())
            .filter(Column::ModelVersion.eq(version.as_str()))
            .filter(self.are_behind())
            .order_by_asc(Column::Id);
        select.into_model().all(db).await
    }

    fn are_none(&self) -> bool {
        self.outlets.is_empty() && self.people.is_empty() && self.platforms.is_empty() && self.names.is_empty()
    }

    /// Each way only where somebody goes it, so that an index serves them all.
    fn are_behind(&self) -> Condition {
        use track_record::Column;
        let unknown = [Column::VoucherOutletId, Column::VoucherPersonId, Column::VoucherPlatformId];
        let unknown = unknown.iter().fold(Condition::all(), |all, column| all.add(column.is_null()));
        let named = one_of(Column::VoucherName, &self.names).map(|named| named.add(unknown));
        Condition::any()
            .add_option(one_of(Column::VoucherOutletId, &self.outlets))
            .add_option(one_of(Column::VoucherPersonId, &self.people))
            .add_option(one_of(Column::VoucherPlatformId, &self.platforms))
            .add_option(named)
    }

    /// Whether a record is theirs.
    pub(super) fn have(&self, record: &Turned) -> bool {
        match (record.voucher_outlet_id, record.voucher_person_id, record.voucher_platform_id) {
            (None, None, None) => self.names.contains(&record.voucher_name),
            (outlet, person, platform) => {
                outlet.is_some_and(|outlet| self.outlets.contains(&outlet))
                    || person.is_some_and(|person| self.people.contains(&person))
                    || platform.is_some_and(|platform| self.platforms.contains(&platform))
            }
        }
    }
}

fn one_of<K: Clone + Into<Value>>(column: track_record::Column, keys: &BTreeSet<K>) -> Option<Condition> {
    (!keys.is_empty()).then(|| any_of(column.into_expr(), keys.iter().cloned().map(Into::into)))
}

/// The records of outlets and people, whenever they were made.
pub(in crate::store) async fn records_of(
    db: &impl ConnectionTrait,
    outlets: BTreeSet<OutletId>,
    people: BTreeSet<PersonId>,
) -> Result<Vec<Record>, DbErr> {
    let turned = Vouchers { outlets, people, ..Vouchers::default() }.records(db).await?;
    Ok(turned.iter().filter_map(record).collect())
}

/// The record as the model weighs it; null = it took no side.
pub(super) fn record(turned: &Turned) -> Option<Record> {
    let who = (turned.voucher_outlet_id, turned.voucher_person_id, turned.voucher_platform_id);
    Some(Record {
        voucher: vouching(turned.voucher_class, who, &turned.voucher_name)?,
        resolved_on: turned.resolved_on,
        right: turned.is_right,
        prior_probability: Probability::new(turned.prior_probability).ok()?,
        stance: match turned.stance {
            kinds::Stance::Supports => Stance::Supports,
            kinds::Stance::Denies => Stance::Denies,
            kinds::Stance::Neutral => return None,
        },
        weight: Share::new(turned.weight).ok()?,
    })
}
