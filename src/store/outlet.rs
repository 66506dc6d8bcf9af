//! Outlets, and the names by which they are found.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use ::entity::ids::OutletId;
use ::entity::kinds::OutletKind;
use ::entity::{outlet, outlet_alias, report};
use chrono::NaiveDate;
use sea_orm::sea_query::{Expr, ExprTrait as _, Func, SimpleExpr};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait as _, DatabaseConnection, DbErr, EntityTrait as _,
    FromQueryResult as _, QueryFilter as _, QueryOrder as _, QueryResult, QuerySelect as _, QueryTrait as _, Select,
    Value,
};

use crate::names::search_key;
use crate::store::as_of::AsOf;
use crate::store::filter::{IntFilter, known_one_of, one_of};
use crate::store::list::{Brings, List, any_of};
use crate::store::loader::Relation;
use crate::store::page::{Direction, SortValue, Term};
use crate::store::reliability::{ranked, resolved};

/// An outlet of a list with what it is ordered by; each is read only where the list is ordered by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedOutlet {
    /// The outlet.
    pub outlet: Arc<outlet::Model>,
    /// Its reports.
    pub reports: i64,
    /// How reliable it is, in millionths.
    pub reliability: i64,
    /// Its utterances that have turned out.
    pub resolved: i64,
}

impl Brings<outlet::Model> for CountedOutlet {
    fn brought(self: &Arc<Self>) -> Arc<outlet::Model> {
        self.outlet.clone()
    }
}

/// Which outlets; all that is given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct OutletFilter {
    /// Part of a name, alias or known misprint; null = any.
    pub search: Option<String>,
    /// Kinds; empty = any.
    pub kinds: Vec<OutletKind>,
    /// Countries, ISO 3166-1 alpha-2; empty = any.
    pub countries: Vec<String>,
    /// How many of their utterances have turned out.
    pub resolved_claims: IntFilter,
}

/// By what outlets are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OutletOrderField {
    /// Their names.
    Name,
    /// How many reports of theirs are held.
    Reports,
    /// How reliable they are.
    Reliability,
    /// How many of their utterances have turned out.
    ResolvedClaims,
}

impl OutletOrderField {
    /// What is counted for it on a day, and its name in a row; null = it stands in the table.
    fn counted(self, day: NaiveDate) -> Option<(&'static str, Expr)> {
        match self {
            Self::Name => None,
            Self::Reports => Some(("reports", reports())),
            Self::Reliability => Some(("reliability", ranked(day))),
            Self::ResolvedClaims => Some(("resolved", resolved(day))),
        }
    }

    fn term(self, direction: Direction, day: NaiveDate) -> Term<CountedOutlet> {
        let by = self.counted(day).map_or_else(|| outlet::Column::SortKey.into_expr(), |(_, by)| by);
        let of: fn(&CountedOutlet) -> SortValue = match self {
            Self::Name => |row| SortValue::Text(row.outlet.sort_key.clone()),
            Self::Reports => |row| SortValue::Int(row.reports),
            Self::Reliability => |row| SortValue::Int(row.reliability),
            Self::ResolvedClaims => |row| SortValue::Int(row.resolved),
        };
        Term::new(by, direction, of)
    }
}

/// Outlets of the catalog.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Outlets {
    /// Which of them.
    pub filter: OutletFilter,
    /// In which order; empty = by name.
    pub order: Vec<(OutletOrderField, Direction)>,
    /// What had turned out by then counts.
    pub as_of: AsOf,
}

impl List for Outlets {
    type Parent = ();
    type Entity = outlet::Entity;
    type Row = CountedOutlet;

    fn key(&self) -> outlet::Column {
        outlet::Column::Id
    }

    fn parent(&self) -> Option<(outlet::Column, fn(()) -> Value)> {
        None
    }

    fn parent_of(&self, _: &CountedOutlet) {}

    fn rows(&self) -> Select<outlet::Entity> {
        let OutletFilter { search, kinds, countries, resolved_claims } = &self.filter;
        let is_asked = *resolved_claims != IntFilter::default();
        outlet::Entity::find().filter(
            Condition::all()
                .add_option(search.as_deref().map(|text| called(&search_key(text), true)))
                .add_option(one_of(outlet::Column::Kind.into_expr(), kinds.iter().copied()))
                .add_option(known_one_of(outlet::Column::Country.into_expr(), countries.iter().cloned()))
                .add_option(is_asked.then(|| resolved_claims.condition(&resolved(self.as_of.day())))),
        )
    }

    fn order(&self) -> Vec<Term<CountedOutlet>> {
        let by = |(field, direction): &(OutletOrderField, Direction)| field.term(*direction, self.as_of.day());
        let order =
            if self.order.is_empty() { &[(OutletOrderField::Name, Direction::Asc)] } else { self.order.as_slice() };
        let mut terms: Vec<_> = order.iter().map(by).collect();
        let last = terms.last().map_or(Direction::Asc, |term| term.direction);
        terms.push(Term::new(outlet::Column::Id.into_expr(), last, |row| SortValue::Int(row.outlet.id.0)));
        terms
    }

    async fn read(&self, select: Select<outlet::Entity>, db: &DatabaseConnection) -> Result<Vec<CountedOutlet>, DbErr> {
        let mut query = select.into_query();
        let counted: BTreeMap<_, _> =
            self.order.iter().filter_map(|(field, _)| field.counted(self.as_of.day())).collect();
        for (name, value) in &counted {
            query.expr_as(value.clone(), *name);
        }
        let read = |row: &QueryResult| {
            let count = |name| if counted.contains_key(name) { row.try_get("", name) } else { Ok(0) };
            Ok(CountedOutlet {
                outlet: Arc::new(outlet::Model::from_query_result(row, "")?),
                reports: count("reports")?,
                reliability: count("reliability")?,
                resolved: count("resolved")?,
            })
        };
        db.query_all(&query).await?.iter().map(read).collect()
    }
}

/// How many reports of an outlet are held.
fn reports() -> SimpleExpr {
    let of_outlet = Expr::col((report::Entity, report::Column::OutletId)).equals((outlet::Entity, outlet::Column::Id));
    let count = report::Entity::find().select_only().expr(report::Column::Id.into_expr().count()).filter(of_outlet);
    Expr::SubQuery(None, Box::new(count.into_query().into()))
}

/// Outlets whose name or alias has these letters and digits: all of them, or a part of them.
fn called(key: &str, in_part: bool) -> Condition {
    let name = Expr::expr(Func::cust("REPLACE").arg(outlet::Column::SortKey.into_expr()).arg(" ").arg(""));
    let alias = outlet_alias::Column::MatchKey.into_expr();
    // The key holds letters and digits only, so nothing in it means anything to LIKE.
    let fits = |text: Expr| if in_part { text.like(format!("%{key}%")) } else { text.eq(key) };
    let aliases = outlet_alias::Entity::find().select_only().column(outlet_alias::Column::OutletId).filter(fits(alias));
    let any = Condition::any().add(fits(name)).add(outlet::Column::Id.in_subquery(aliases.into_query()));
    if key.is_empty() { Condition::all().add(outlet::Column::Id.is_null()) } else { any }
}

/// The outlet of that name, alias or known misprint, whatever its case, spaces and punctuation; its own name comes first.
pub async fn by_name(db: &DatabaseConnection, name: &str) -> Result<Option<outlet::Model>, DbErr> {
    let key = search_key(name);
    let mut called =
        outlet::Entity::find().filter(called(&key, false)).order_by_asc(outlet::Column::Id).all(db).await?;
    let own = called.iter().position(|outlet| search_key(&outlet.name) == key).unwrap_or(0);
    Ok((own < called.len()).then(|| called.swap_remove(own)))
}

/// Other names of an outlet, known misprints last.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AliasesOfOutlet;

impl Relation for AliasesOfOutlet {
    type Key = OutletId;
    type Answer = Vec<Arc<outlet_alias::Model>>;

    async fn load(&self, db: &DatabaseConnection, keys: &[OutletId]) -> Result<HashMap<OutletId, Self::Answer>, DbErr> {
        let of_outlets = any_of(outlet_alias::Column::OutletId.into_expr(), keys.iter().map(|key| (*key).into()));
        let select = outlet_alias::Entity::find()
            .filter(of_outlets)
            .order_by_asc(outlet_alias::Column::IsMisprint)
            .order_by_asc(outlet_alias::Column::Id);
        let mut aliases: HashMap<_, Vec<_>> = HashMap::new();
        for alias in select.all(db).await? {
            aliases.entry(alias.outlet_id).or_default().push(Arc::new(alias));
        }
        Ok(aliases)
    }
}
