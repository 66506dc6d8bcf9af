//! One form for values that the two databases would keep differently.
//!
//! `PostgreSQL` keeps microseconds and reorders the keys of JSON; SQLite keeps what it is given.

use std::collections::BTreeMap;

use chrono::SubsecRound as _;
use sea_orm::ColumnTrait;
use sea_orm::ColumnType;
use sea_orm::EntityTrait;
use sea_orm::Iterable;
use sea_orm::ModelTrait;
use sea_orm::Value as Stored;
use serde_json::Number;
use serde_json::Value;

/// Digits after the second that both databases keep.
const MICROSECONDS: u16 = 6;

/// Cuts every instant of a row to microseconds and puts its JSON in normal form.
pub fn normalise<M: ModelTrait>(row: &mut M) {
    for column in <M::Entity as EntityTrait>::Column::iter() {
        match (column.def().get_column_type(), row.get(column)) {
            (ColumnType::TimestampWithTimeZone, Stored::ChronoDateTimeUtc(Some(instant))) => {
                row.set(column, Stored::ChronoDateTimeUtc(Some(instant.trunc_subsecs(MICROSECONDS))));
            }
            (ColumnType::JsonBinary, Stored::Json(Some(json))) => {
                row.set(column, Stored::Json(Some(Box::new(normal(*json)))));
            }
            _ => {}
        }
    }
}

/// The same JSON with the keys of every object sorted and whole numbers written without a point.
pub fn normal(json: Value) -> Value {
    match json {
        Value::Object(fields) => {
            let sorted: BTreeMap<_, _> = fields.into_iter().map(|(key, value)| (key, normal(value))).collect();
            Value::Object(sorted.into_iter().collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(normal).collect()),
        Value::Number(number) => Value::Number(whole(&number).unwrap_or(number)),
        other => other,
    }
}

/// The number as an integer, where it is one.
fn whole(number: &Number) -> Option<Number> {
    let value = number.as_f64().filter(|value| number.is_f64() && value.fract() == 0.0)?;
    let digits = format!("{value:.0}");
    digits.parse::<i64>().map(Number::from).or_else(|_| digits.parse::<u64>().map(Number::from)).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::normal;

    #[test]
    fn keys_are_sorted_at_every_level() {
        let given: serde_json::Value = serde_json::from_str(r#"{"b":[{"d":1,"c":2}],"a":null}"#).unwrap();
        assert_eq!(normal(given).to_string(), r#"{"a":null,"b":[{"c":2,"d":1}]}"#);
    }

    #[test]
    fn whole_numbers_have_no_point() {
        assert_eq!(
            normal(json!([1.0, -0.0, 1e16, 1.5, 1e300, -2.0])).to_string(),
            "[1,0,10000000000000000,1.5,1e+300,-2]"
        );
    }
}
