//! Scalars, and the small values made of them.

use async_graphql::{Description, Enum, InputValueError, InputValueResult, Scalar, ScalarType, SimpleObject, Value};
use chrono::{Datelike as _, Days, Months, NaiveDate, SecondsFormat, Utc};

/// The first day that a filter may name: moving pictures are not older.
const FIRST_DAY: NaiveDate = NaiveDate::from_ymd_opt(1888, 1, 1).expect("a real day");

/// Calendar day, ISO 8601, from 1888-01-01 on, e.g. 2025-09-23.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Description)]
pub(super) struct Date(pub(super) NaiveDate);

#[Scalar(name = "Date", specified_by_url = "https://www.rfc-editor.org/rfc/rfc3339#section-5.6", use_type_description)]
impl ScalarType for Date {
    fn parse(value: Value) -> InputValueResult<Self> {
        let Value::String(text) = &value else { return Err(InputValueError::expected_type(value)) };
        let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| text.len() == 10);
        match day {
            Some(day) if day < FIRST_DAY => Err(InputValueError::custom("A date is not before 1888-01-01.")),
            Some(day) => Ok(Self(day)),
            None => Err(InputValueError::custom("A date is written like 2025-09-23.")),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.format("%Y-%m-%d").to_string())
    }
}

impl Date {
    /// The UTC day that it is now.
    pub(super) fn today() -> Self {
        Self(Utc::now().date_naive())
    }
}

/// Instant in UTC, RFC 3339, e.g. 2025-09-23T08:53:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Description)]
pub(super) struct DateTime(pub(super) chrono::DateTime<Utc>);

#[Scalar(
    name = "DateTime",
    specified_by_url = "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
    use_type_description
)]
impl ScalarType for DateTime {
    fn parse(value: Value) -> InputValueResult<Self> {
        let Value::String(text) = &value else { return Err(InputValueError::expected_type(value)) };
        let instant = chrono::DateTime::parse_from_rfc3339(text);
        let instant =
            instant.map_err(|_| InputValueError::custom("An instant is written like 2025-09-23T08:53:00Z."))?;
        Ok(Self(instant.with_timezone(&Utc)))
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}

macro_rules! text_scalar {
    ($(#[doc = $doc:literal])* $name:ident as $published:literal, $url:literal, $fits:expr, $says:literal) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Description)]
        pub(super) struct $name(pub(super) String);

        #[Scalar(name = $published, specified_by_url = $url, use_type_description)]
        impl ScalarType for $name {
            fn parse(value: Value) -> InputValueResult<Self> {
                let fits: fn(&str) -> bool = $fits;
                match value {
                    Value::String(text) if fits(&text) => Ok(Self(text)),
                    Value::String(_) => Err(InputValueError::custom($says)),
                    other => Err(InputValueError::expected_type(other)),
                }
            }

            fn to_value(&self) -> Value {
                Value::String(self.0.clone())
            }
        }
    };
}

text_scalar! {
    /// Absolute http(s) address of at most 2,048 characters, e.g. https://example.org/a.
    Url as "URL", "https://url.spec.whatwg.org/",
    |text| (text.starts_with("https://") || text.starts_with("http://")) && text.len() <= 2_048 && !text.contains(char::is_whitespace),
    "An address starts with https:// or http:// and is at most 2,048 characters long."
}

text_scalar! {
    /// BCP 47 language tag of at most 35 characters, e.g. ko, en-US or ko-Latn.
    Locale as "Locale", "https://www.rfc-editor.org/info/bcp47",
    |text| (2..=35).contains(&text.len()) && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'),
    "A language is written like ko, en-US or ko-Latn."
}

text_scalar! {
    /// ISO 3166-1 alpha-2 country code in capitals, e.g. KR.
    CountryCode as "CountryCode", "https://www.iso.org/iso-3166-country-codes.html",
    |text| text.len() == 2 && text.chars().all(|c| c.is_ascii_uppercase()),
    "A country is written as two capitals, like KR."
}

/// How exact a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enum)]
#[graphql(remote = "::entity::kinds::DatePrecision")]
pub(super) enum DatePrecision {
    /// A day, e.g. 2025-09-23.
    Day,
    /// A month, e.g. 2025-09.
    Month,
    /// A year, e.g. 2025.
    Year,
}

/// A day, month or year, as exact as the source was.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct PartialDate {
    /// As exact as it is known: 2025, 2025-09 or 2025-09-23.
    iso: String,
    /// How exact.
    precision: DatePrecision,
    /// First day it can be, e.g. 2025-09-01.
    from: Date,
    /// Last day it can be, e.g. 2025-09-30.
    to: Date,
}

impl PartialDate {
    /// A stored day with its precision.
    pub(super) fn new(day: NaiveDate, precision: ::entity::kinds::DatePrecision) -> Self {
        let precision = DatePrecision::from(precision);
        let (format, from, next) = match precision {
            DatePrecision::Day => ("%Y-%m-%d", Some(day), day.checked_add_days(Days::new(1))),
            DatePrecision::Month => {
                ("%Y-%m", day.with_day(1), day.with_day(1).and_then(|day| day.checked_add_months(Months::new(1))))
            }
            DatePrecision::Year => {
                ("%Y", day.with_ordinal(1), day.with_ordinal(1).and_then(|day| day.checked_add_months(Months::new(12))))
            }
        };
        let to = next.and_then(|day| day.pred_opt()).unwrap_or(day);
        Self { iso: day.format(format).to_string(), precision, from: Date(from.unwrap_or(day)), to: Date(to) }
    }

    /// A stored day that may be unknown; day and precision are set together.
    pub(super) fn known(day: Option<NaiveDate>, precision: Option<::entity::kinds::DatePrecision>) -> Option<Self> {
        Some(Self::new(day?, precision?))
    }
}

/// A stretch of days; a single day has from = to.
#[derive(Clone, Debug, SimpleObject)]
pub(super) struct DateWindow {
    /// First day, inclusive; null = open, as in "by next summer".
    pub(super) from: Option<Date>,
    /// Last day, inclusive; null = open.
    pub(super) to: Option<Date>,
    /// As it was said, e.g. "around next summer"; null = exact.
    pub(super) text: Option<String>,
}
