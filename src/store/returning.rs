//! How credits follow each other: who returns, and who took whose place.

use std::collections::HashMap;
use std::sync::Arc;

use ::entity::credit;
use ::entity::ids::CreditId;
use ::entity::kinds::CreditState;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{
    ColumnTrait as _, Condition, DatabaseConnection, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};

use crate::store::credit::CreditRow;
use crate::store::key::Keyed as _;
use crate::store::list::any_of;
use crate::store::loader::Relation;

/// Whether the person of a credit was already credited on an earlier season of the show.
///
/// Earlier means a smaller season number, specials (0) left out; any job counts; only credits that are printed or official do.
/// A credit for the whole show, or for specials, returns from nowhere.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Returning;

impl Relation for Returning {
    type Key = CreditId;
    type Answer = bool;

    async fn load(&self, db: &DatabaseConnection, keys: &[CreditId]) -> Result<HashMap<CreditId, bool>, DbErr> {
        let of_keys = any_of(credit::Column::Id.into_expr(), keys.iter().map(|key| (*key).into()));
        let select = credit::Entity::find().select_only().column(credit::Column::Id).filter(of_keys).filter(returns());
        let returning: Vec<CreditId> = select.into_tuple().all(db).await?;
        Ok(returning.into_iter().map(|id| (id, true)).collect())
    }
}

/// The condition of [`Returning`].
pub(super) fn returns() -> Condition {
    let of = |column: credit::Column| Expr::col((credit::Entity, column));
    let earlier = |column: credit::Column| Expr::col(("earlier", column));
    let same = |column| earlier(column).eq(of(column));
    let credited = Query::select()
        .expr(Expr::val(1))
        .from_as(credit::Entity, "earlier")
        .and_where(same(credit::Column::ShowId))
        .and_where(same(credit::Column::PersonId))
        .and_where(earlier(credit::Column::State).eq(CreditState::Credited))
        .and_where(earlier(credit::Column::SeasonNumber).gte(1))
        .and_where(earlier(credit::Column::SeasonNumber).lt(of(credit::Column::SeasonNumber)))
        .take();
    Condition::all().add(Expr::exists(credited))
}

/// The credit whose place a credit took; the first where there are several.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Supersedes;

impl Relation for Supersedes {
    type Key = CreditId;
    type Answer = Option<Arc<CreditRow>>;

    async fn load(&self, db: &DatabaseConnection, keys: &[CreditId]) -> Result<HashMap<CreditId, Self::Answer>, DbErr> {
        let successor = credit::Column::SupersededById;
        let of_keys = any_of(successor.into_expr(), keys.iter().map(|key| (*key).into()));
        let select = credit::Entity::find().filter(of_keys).order_by_desc(credit::Column::Id);
        let rows = credit::Entity::read(select, db).await?.into_iter();
        Ok(rows.filter_map(|row| Some((row.credit.superseded_by_id?, Some(Arc::new(row))))).collect())
    }
}
