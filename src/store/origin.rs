//! Origins: the utterances that claims go back to.

use std::collections::HashMap;

use ::entity::ids::OriginId;
use ::entity::kinds::OriginRule;
use ::entity::{claim, claim_season};
use sea_orm::{
    ColumnTrait as _, DatabaseConnection, DbErr, EntityTrait as _, FromQueryResult, JoinType, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, RelationTrait as _,
};

use crate::store::list::any_of;
use crate::store::loader::Relation;
use crate::store::reference::references;

references! {
    /// Who answers for an utterance.
    Voucher of origin {
        Outlet VoucherOutletId voucher_outlet_id
        Person VoucherPersonId voucher_person_id
        Platform VoucherPlatformId voucher_platform_id
    }
}

/// How one claim was put into its origin.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Grouping {
    /// The origin.
    pub origin_id: OriginId,
    /// By which rule.
    #[sea_orm(from_alias = "grouping_rule")]
    pub rule: OriginRule,
    /// Why, in a sentence.
    #[sea_orm(from_alias = "grouping_reason")]
    pub reason: String,
    /// An editor overrode the rule.
    #[sea_orm(from_alias = "is_grouped_by_editor")]
    pub is_manual: bool,
}

/// How the claims of an origin were put into it, in the order in which they were recorded.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct GroupingsOfOrigin;

impl Relation for GroupingsOfOrigin {
    type Key = OriginId;
    type Answer = Vec<Grouping>;

    async fn load(
        &self,
        db: &DatabaseConnection,
        keys: &[OriginId],
    ) -> Result<HashMap<OriginId, Vec<Grouping>>, DbErr> {
        let select = claim::Entity::find()
            .select_only()
            .columns([
                claim::Column::OriginId,
                claim::Column::GroupingRule,
                claim::Column::GroupingReason,
                claim::Column::IsGroupedByEditor,
            ])
            .filter(any_of(claim::Column::OriginId.into_expr(), keys.iter().map(|key| (*key).into())))
            .order_by_asc(claim::Column::Id);
        let mut groupings: HashMap<_, Vec<_>> = HashMap::new();
        for grouping in select.into_model::<Grouping>().all(db).await? {
            groupings.entry(grouping.origin_id).or_default().push(grouping);
        }
        Ok(groupings)
    }
}

/// The grouping that speaks for a whole origin: an editor's, where there is one; else the first by the strongest rule that
/// brought a claim in. "Alone" speaks only where no rule did: the claim that an origin begins with stands alone at first.
pub fn grouping(of_claims: &[Grouping]) -> Option<&Grouping> {
    let strength = |rule| match rule {
        OriginRule::Editor => 0,
        OriginRule::SameVoucher => 1,
        OriginRule::SameOutlet => 2,
        OriginRule::SharedDetails => 3,
        OriginRule::CopiedText => 4,
        OriginRule::Alone => 5,
    };
    of_claims.iter().min_by_key(|grouping| (!grouping.is_manual, strength(grouping.rule)))
}

/// The target seasons that the claims of an origin speak of, in order.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SeasonsOfOrigin;

impl Relation for SeasonsOfOrigin {
    type Key = OriginId;
    type Answer = Vec<i32>;

    async fn load(&self, db: &DatabaseConnection, keys: &[OriginId]) -> Result<HashMap<OriginId, Vec<i32>>, DbErr> {
        let select = claim_season::Entity::find()
            .select_only()
            .distinct()
            .column(claim::Column::OriginId)
            .column(claim_season::Column::SeasonNumber)
            .join(JoinType::InnerJoin, claim_season::Relation::Claim.def())
            .filter(any_of(claim::Column::OriginId.into_expr(), keys.iter().map(|key| (*key).into())))
            .order_by_asc(claim_season::Column::SeasonNumber);
        let mut seasons: HashMap<_, Vec<_>> = HashMap::new();
        for (origin, number) in select.into_tuple::<(OriginId, i32)>().all(db).await? {
            seasons.entry(origin).or_default().push(number);
        }
        Ok(seasons)
    }
}

#[cfg(test)]
mod tests {
    use ::entity::ids::OriginId;
    use ::entity::kinds::OriginRule;

    use super::{Grouping, grouping};

    fn by(rule: OriginRule, is_manual: bool) -> Grouping {
        Grouping { origin_id: OriginId(1), rule, reason: format!("{rule:?}"), is_manual }
    }

    #[test]
    fn the_claim_that_an_origin_begins_with_does_not_speak_for_those_that_joined_it() {
        let claims =
            [by(OriginRule::Alone, false), by(OriginRule::CopiedText, false), by(OriginRule::SameOutlet, false)];
        assert_eq!(grouping(&claims).unwrap().rule, OriginRule::SameOutlet);
        assert_eq!(grouping(&claims[..1]).unwrap().rule, OriginRule::Alone);
        assert_eq!(grouping(&[]), None);
    }

    #[test]
    fn an_editor_outranks_every_rule() {
        let claims = [by(OriginRule::SameVoucher, false), by(OriginRule::Alone, true)];
        assert!(grouping(&claims).unwrap().is_manual);
    }
}
