//! Lists of rows under parents: paged and counted the same way everywhere.

use std::collections::HashMap;
use std::fmt::Debug;
use std::hash::Hash;
use std::sync::Arc;

use sea_orm::sea_query::{Expr, ExprTrait as _, Func, Query, SelectStatement, WindowStatement};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait as _, DatabaseConnection, DbErr, EntityTrait, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, QueryTrait as _, Select, Value,
};

use crate::store::loader::{Key, Relation};
use crate::store::page::{Page, PageRequest, Term};

/// The column that refers to a parent, and the value it has for one.
pub type Reference<Column, Parent> = (Column, fn(Parent) -> Value);

/// A list: which rows, under which parent, in which order. Its fields are its filter and its order.
pub trait List: Clone + Debug + Eq + Hash + Send + Sync + 'static {
    /// Under what the rows stand; `()` for a list of the whole catalog.
    type Parent: Key;
    /// The table that is paged.
    type Entity: EntityTrait;
    /// What one row brings along.
    type Row: Send + Sync + 'static;

    /// The column that names a row of the table.
    fn key(&self) -> <Self::Entity as EntityTrait>::Column;
    /// The column of the parent and the value for a given one; null for a list of the whole catalog.
    fn parent(&self) -> Option<Reference<<Self::Entity as EntityTrait>::Column, Self::Parent>>;
    /// The parent of a row.
    fn parent_of(&self, row: &Self::Row) -> Self::Parent;
    /// The rows of all parents, filtered, not ordered.
    fn rows(&self) -> Select<Self::Entity>;
    /// The order, complete with a tie-break.
    fn order(&self) -> Vec<Term<Self::Row>>;
    /// Reads the rows of a select, with what they bring along, keeping its order.
    fn read(
        &self,
        select: Select<Self::Entity>,
        db: &DatabaseConnection,
    ) -> impl Future<Output = Result<Vec<Self::Row>, DbErr>> + Send;
}

/// Under what rows of a table may be read; under `()` all of them are.
pub trait ParentOf<E: EntityTrait, Row>: Key {
    /// The column that refers to it; null = rows are read under nothing.
    fn column() -> Option<Reference<E::Column, Self>>;
    /// The parent of a row that was read under one.
    fn of(row: &Row) -> Self;
}

impl<E: EntityTrait, Row> ParentOf<E, Row> for () {
    fn column() -> Option<Reference<E::Column, ()>> {
        None
    }

    fn of(_: &Row) {}
}

/// `parents! { claim Model { ShowId ShowId |row| Some(row.show_id); } }`: under which keys rows of a table are read, by which
/// column, and the key that such a row has.
macro_rules! parents {
    ($table:ident $row:ty { $($(#[$doc:meta])* $id:ident $column:ident $of:expr;)* }) => {$(
        $(#[$doc])*
        impl $crate::store::list::ParentOf<::entity::$table::Entity, $row> for ::entity::ids::$id {
            fn column() -> Option<$crate::store::list::Reference<::entity::$table::Column, Self>> {
                Some((::entity::$table::Column::$column, ::sea_orm::Value::from))
            }

            fn of(row: &$row) -> Self {
                let of: fn(&$row) -> Option<Self> = $of;
                // A row is only read under a parent that its column names.
                of(row).unwrap_or(Self(0))
            }
        }
    )*};
}
pub(super) use parents;

/// A row that is, or brings along, what an object of the API is made of: the show of a junction, the person with what they are ordered by.
pub trait Brings<R> {
    /// What the object is made of.
    fn brought(self: &Arc<Self>) -> Arc<R>;
}

impl<R> Brings<R> for R {
    fn brought(self: &Arc<Self>) -> Arc<R> {
        self.clone()
    }
}

/// One page of a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Paged<L> {
    /// Which list.
    pub list: L,
    /// Which rows of it.
    pub page: PageRequest,
}

impl<L: List> Relation for Paged<L> {
    type Key = L::Parent;
    type Answer = Page<L::Row>;

    async fn load(
        &self,
        db: &DatabaseConnection,
        keys: &[L::Parent],
    ) -> Result<HashMap<L::Parent, Page<L::Row>>, DbErr> {
        let terms = self.list.order();
        let mut select = self.of_parents(&terms, keys);
        for (by, order) in self.page.order(&terms) {
            select = select.order_by(by, order);
        }
        let mut rows_of: HashMap<L::Parent, Vec<Arc<L::Row>>> = HashMap::new();
        for row in self.list.read(select, db).await? {
            rows_of.entry(self.list.parent_of(&row)).or_default().push(Arc::new(row));
        }
        Ok(rows_of.into_iter().map(|(key, rows)| (key, Page::of(rows, &self.page, &terms))).collect())
    }
}

impl<L: List> Paged<L> {
    /// The rows of the page: of one parent by a limit, of several by their rank under each.
    fn of_parents(&self, terms: &[Term<L::Row>], keys: &[L::Parent]) -> Select<L::Entity> {
        let rows = under(&self.list, keys).filter(self.page.between(terms));
        match self.list.parent() {
            Some((parent, _)) if keys.len() > 1 => {
                let ranked = self.ranked(rows, parent, terms);
                <L::Entity as EntityTrait>::find().filter(self.list.key().in_subquery(ranked))
            }
            _ => rows.limit(self.page.limit()),
        }
    }

    /// The keys of the rows whose rank under their parent is within the page.
    fn ranked(
        &self,
        rows: Select<L::Entity>,
        parent: <L::Entity as EntityTrait>::Column,
        terms: &[Term<L::Row>],
    ) -> SelectStatement {
        let key = self.list.key();
        let mut window = WindowStatement::partition_by(parent.as_column_ref());
        for (by, order) in self.page.order(terms) {
            window.order_by_expr(by, order);
        }
        let rank = Func::cust("ROW_NUMBER");
        let mut ranked = rows.into_query();
        ranked.clear_selects().expr_as(key.into_expr(), "key").expr_window_as(rank, window, "rank");
        Query::select()
            .column("key")
            .from_subquery(ranked, "ranked")
            .and_where(Expr::col("rank").lte(self.page.limit()))
            .take()
    }
}

/// All rows of a list that is short under every parent, in its order.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Whole<L>(pub L);

impl<L: List> Relation for Whole<L> {
    type Key = L::Parent;
    type Answer = Vec<Arc<L::Row>>;

    async fn load(
        &self,
        db: &DatabaseConnection,
        keys: &[L::Parent],
    ) -> Result<HashMap<L::Parent, Vec<Arc<L::Row>>>, DbErr> {
        let mut select = under(&self.0, keys);
        for term in self.0.order() {
            select = select.order_by(term.by, term.direction.order());
        }
        let mut rows_of: HashMap<L::Parent, Vec<Arc<L::Row>>> = HashMap::new();
        for row in self.0.read(select, db).await? {
            rows_of.entry(self.0.parent_of(&row)).or_default().push(Arc::new(row));
        }
        Ok(rows_of)
    }
}

/// How many rows a list has.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Total<L>(pub L);

impl<L: List> Relation for Total<L> {
    type Key = L::Parent;
    type Answer = i64;

    async fn load(&self, db: &DatabaseConnection, keys: &[L::Parent]) -> Result<HashMap<L::Parent, i64>, DbErr> {
        let mut count = under(&self.0, keys).into_query();
        count.clear_selects().expr_as(Expr::col(self.0.key().as_column_ref()).count(), "total");
        let Some((parent, value)) = self.0.parent() else {
            let row = db.query_one(&count).await?;
            let total = row.map(|row| row.try_get("", "total")).transpose()?.unwrap_or(0);
            return Ok(keys.iter().map(|key| (*key, total)).collect());
        };
        count.expr_as(parent.into_expr(), "parent").add_group_by([parent.into_expr()]);
        let mut totals = HashMap::new();
        for row in db.query_all(&count).await? {
            totals.insert(row.try_get::<i64>("", "parent")?, row.try_get("", "total")?);
        }
        let of = |key: &L::Parent| match value(*key) {
            Value::BigInt(Some(id)) => totals.get(&id).copied(),
            _ => None,
        };
        Ok(keys.iter().map(|key| (*key, of(key).unwrap_or(0))).collect())
    }
}

/// The rows of a list that stand under `keys`.
fn under<L: List>(list: &L, keys: &[L::Parent]) -> Select<L::Entity> {
    let Some((column, value)) = list.parent() else { return list.rows() };
    list.rows().filter(any_of(column.into_expr(), keys.iter().map(|key| value(*key))))
}

/// `column` is one of `values`; the list is padded to a power of two, so that few statements serve any number.
pub fn any_of(column: Expr, values: impl IntoIterator<Item = Value>) -> Condition {
    let mut values: Vec<_> = values.into_iter().collect();
    if let Some(last) = values.last().cloned() {
        values.resize(values.len().next_power_of_two(), last);
    }
    let condition = if let [one] = values.as_slice() { column.eq(one.clone()) } else { column.is_in(values) };
    Condition::all().add(condition)
}
