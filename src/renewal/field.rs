//! A field of a line: a JSON value that knows where it stands, so that every fault can name its place.

use std::fmt;

use chrono::NaiveDate;
use serde_json::Value;

use crate::renewal::scale::OutOfRange;
use crate::renewal::span::Day;
use crate::renewal::text::Empty;

/// What is wrong with a line, and in which field.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {message}")]
pub struct LineError {
    field: String,
    message: String,
}

impl LineError {
    pub(super) fn new(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self { field: field.into(), message: message.into() }
    }

    /// A line of bytes that are no text.
    pub fn not_text() -> Self {
        Self::new("case", "the line is not UTF-8 text")
    }

    /// Where, e.g. `claims[2].fidelity`; `case` = the line as a whole.
    pub fn field(&self) -> &str {
        &self.field
    }

    /// What is wrong, and what would be right.
    pub fn message(&self) -> &str {
        &self.message
    }
}

/// A value and its place.
pub(super) struct Field<'a> {
    value: &'a Value,
    place: String,
}

impl<'a> Field<'a> {
    pub(super) const fn root(value: &'a Value) -> Self {
        Self { value, place: String::new() }
    }

    /// Whether there is such a member, be it null.
    pub(super) fn has(&self, name: &str) -> bool {
        self.value.get(name).is_some()
    }

    /// The place of a member.
    pub(super) fn path(&self, name: &str) -> String {
        if self.place.is_empty() { name.to_owned() } else { format!("{}.{name}", self.place) }
    }

    /// A member that is a root of its own.
    pub(super) fn within(&self, name: &str) -> Result<Self, LineError> {
        let value = self.required(name)?.value;
        Ok(Self::root(value))
    }

    /// A member; null counts as absent.
    pub(super) fn optional(&self, name: &str) -> Option<Self> {
        let value = self.value.get(name).filter(|value| !value.is_null())?;
        Some(Self { value, place: self.path(name) })
    }

    /// A member that must be there.
    pub(super) fn required(&self, name: &str) -> Result<Self, LineError> {
        self.optional(name).ok_or_else(|| LineError::new(self.path(name), "is missing"))
    }

    /// A member that must not be there.
    pub(super) fn absent(&self, name: &str, why: &str) -> Result<(), LineError> {
        self.optional(name).map_or(Ok(()), |field| Err(field.fault(why)))
    }

    /// Refuses anything but an object with these members.
    pub(super) fn only(&self, names: &[&str]) -> Result<(), LineError> {
        let object = self.value.as_object().ok_or_else(|| self.fault("must be a JSON object"))?;
        match object.keys().find(|key| !names.contains(&key.as_str())) {
            Some(key) => {
                Err(LineError::new(self.path(key), format!("is unknown; the fields are {}", names.join(", "))))
            }
            None => Ok(()),
        }
    }

    /// The elements of a list; absent = none.
    pub(super) fn each<T>(
        &self,
        name: &str,
        read: impl Fn(&Field) -> Result<T, LineError>,
    ) -> Result<Vec<T>, LineError> {
        let Some(list) = self.optional(name) else { return Ok(Vec::new()) };
        let values = list.value.as_array().ok_or_else(|| list.fault("must be a list"))?;
        let element = |(at, value)| read(&Field { value, place: format!("{}[{at}]", list.place) });
        values.iter().enumerate().map(element).collect()
    }

    pub(super) fn fault(&self, message: impl Into<String>) -> LineError {
        LineError::new(if self.place.is_empty() { "case" } else { &self.place }, message)
    }

    pub(super) fn day(&self) -> Result<Day, LineError> {
        let day = self
            .value
            .as_str()
            .filter(|text| text.len() == 10)
            .and_then(|text| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok());
        day.ok_or_else(|| self.fault(format!("a day is written like 2025-09-23, not {}", self.value)))
    }

    /// A number on its scale.
    pub(super) fn number<T: TryFrom<f64, Error = OutOfRange>>(&self) -> Result<T, LineError> {
        let number =
            self.value.as_f64().ok_or_else(|| self.fault(format!("must be a finite number, not {}", self.value)))?;
        T::try_from(number).map_err(|error| self.fault(error.to_string()))
    }

    /// −1, 0 or 1.
    pub(super) fn sign(&self) -> Result<i64, LineError> {
        let sign = self.value.as_i64().filter(|sign| (-1..=1).contains(sign));
        sign.ok_or_else(|| self.fault(format!("a stance is 1, 0 or -1, not {}", self.value)))
    }

    pub(super) fn truth(&self) -> Result<bool, LineError> {
        self.value.as_bool().ok_or_else(|| self.fault(format!("must be true or false, not {}", self.value)))
    }

    pub(super) fn key<T>(&self, make: impl Fn(&str) -> Result<T, Empty>) -> Result<T, LineError> {
        let text = self.value.as_str().ok_or_else(|| self.fault(format!("must be a string, not {}", self.value)))?;
        make(text).map_err(|error| self.fault(error.to_string()))
    }

    /// A member of a vocabulary.
    pub(super) fn word<T: Copy>(
        &self,
        find: impl Fn(&str) -> Option<T>,
        all: &[T],
        code: impl Fn(T) -> &'static str,
    ) -> Result<T, LineError> {
        let codes = || all.iter().map(|member| code(*member)).collect::<Vec<_>>().join(", ");
        let found = self.value.as_str().and_then(find);
        found.ok_or_else(|| self.fault(format!("must be one of {}, not {}", codes(), self.value)))
    }
}

impl fmt::Debug for Field<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} = {}", self.place, self.value)
    }
}
