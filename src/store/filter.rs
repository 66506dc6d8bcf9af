//! Comparisons that filters are made of. Each is either true or false, never unknown, so that its negation holds all
//! other rows.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{Condition, Value};

use crate::store::list::any_of;

/// A whole number; all that is given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct IntFilter {
    /// That number.
    pub eq: Option<i32>,
    /// One of these; empty = any.
    pub any_of: Vec<i32>,
    /// That number or more.
    pub gte: Option<i32>,
    /// That number or less.
    pub lte: Option<i32>,
    /// Whether it is known.
    pub exists: Option<bool>,
}

impl IntFilter {
    /// The condition that `value`, which may be null, fits.
    pub fn condition(&self, value: &Expr) -> Condition {
        let one_of = (!self.any_of.is_empty()).then(|| value.clone().is_in(self.any_of.iter().copied()));
        let compared = [
            self.eq.map(|number| value.clone().eq(number)),
            one_of,
            self.gte.map(|number| value.clone().gte(number)),
            self.lte.map(|number| value.clone().lte(number)),
        ];
        known(value, self.exists, compared)
    }
}

/// A fraction, as its bits, so that it compares and hashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fraction(u64);

impl From<f64> for Fraction {
    fn from(value: f64) -> Self {
        Self(value.to_bits())
    }
}

impl Fraction {
    fn value(self) -> f64 {
        f64::from_bits(self.0)
    }
}

/// A fraction; all that is given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct FloatFilter {
    /// That value or more.
    pub gte: Option<Fraction>,
    /// That value or less.
    pub lte: Option<Fraction>,
    /// Whether it is known.
    pub exists: Option<bool>,
}

impl FloatFilter {
    /// The condition that `value`, which may be null, fits.
    pub fn condition(&self, value: &Expr) -> Condition {
        let compared = [
            self.gte.map(|bound| value.clone().gte(bound.value())),
            self.lte.map(|bound| value.clone().lte(bound.value())),
        ];
        known(value, self.exists, compared)
    }
}

/// Which days; all that is given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct DateFilter {
    /// That day.
    pub eq: Option<NaiveDate>,
    /// That day or later.
    pub gte: Option<NaiveDate>,
    /// That day or earlier.
    pub lte: Option<NaiveDate>,
    /// Whether it is known.
    pub exists: Option<bool>,
}

impl DateFilter {
    /// The condition on a column that may be null.
    pub fn condition(&self, column: &Expr) -> Condition {
        let compared = [
            self.eq.map(|day| column.clone().eq(day)),
            self.gte.map(|day| column.clone().gte(day)),
            self.lte.map(|day| column.clone().lte(day)),
        ];
        known(column, self.exists, compared)
    }
}

/// Which instants; all that is given must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct DateTimeFilter {
    /// Then or later.
    pub gte: Option<DateTime<Utc>>,
    /// Then or earlier.
    pub lte: Option<DateTime<Utc>>,
}

impl DateTimeFilter {
    /// The condition on a column that is never null.
    pub fn condition(&self, column: &Expr) -> Condition {
        Condition::all()
            .add_option(self.gte.map(|instant| column.clone().gte(instant)))
            .add_option(self.lte.map(|instant| column.clone().lte(instant)))
    }
}

/// Comparisons that hold only where the value is known.
fn known(value: &Expr, exists: Option<bool>, compared: impl IntoIterator<Item = Option<Expr>>) -> Condition {
    let compared: Vec<_> = compared.into_iter().flatten().collect();
    let is_known = exists == Some(true) || !compared.is_empty();
    let all = Condition::all()
        .add_option(is_known.then(|| value.clone().is_not_null()))
        .add_option((exists == Some(false)).then(|| value.clone().is_null()));
    compared.into_iter().fold(all, Condition::add)
}

/// `column` is one of `values`; null where there are none to choose from, so that any row fits.
pub fn one_of<V: Into<Value>>(column: Expr, values: impl IntoIterator<Item = V>) -> Option<Condition> {
    let values: Vec<Value> = values.into_iter().map(Into::into).collect();
    (!values.is_empty()).then(|| any_of(column, values))
}

/// The same for a column that may be null: an unknown value is none of them.
pub fn known_one_of<V: Into<Value>>(column: Expr, values: impl IntoIterator<Item = V>) -> Option<Condition> {
    let fits = one_of(column.clone(), values)?;
    Some(Condition::all().add(column.is_not_null()).add(fits))
}
