//! What can be wrong with a line.

use std::io;

use sea_orm::DbErr;
use sea_orm::SqlErr;

use crate::store::StoreError;
use crate::store::error::driver_error;

/// An import that wrote nothing.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// A line is wrong.
    #[error("{source_name}, line {line}{}: {problem}; nothing was imported", field_of(field.as_deref()))]
    Line {
        /// The file's name.
        source_name: String,
        /// From 1.
        line: u64,
        /// The column, where one is to blame.
        field: Option<String>,
        /// What is wrong.
        problem: Problem,
    },
    /// A file cannot be read.
    #[error("{source_name} cannot be read: {error}; nothing was imported")]
    Unreadable {
        /// The file's name.
        source_name: String,
        /// Why.
        error: io::Error,
    },
    /// The database failed.
    #[error("{0}; nothing was imported")]
    Store(#[from] StoreError),
}

impl From<DbErr> for ImportError {
    fn from(error: DbErr) -> Self {
        Self::Store(error.into())
    }
}

fn field_of(field: Option<&str>) -> String {
    field.map(|name| format!(", field {name}")).unwrap_or_default()
}

/// What is wrong with one line.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Not JSON, or cut off.
    #[error("not one JSON object: {0}")]
    NotJson(String),
    /// Longer than any row.
    #[error("longer than {0} bytes")]
    TooLong(u64),
    /// Not `{"table":{…}}`.
    #[error(r#"a row is {{"table":{{"column":value,…}}}}, with one table"#)]
    NotARow,
    /// No such table.
    #[error("there is no table `{0}`")]
    UnknownTable(String),
    /// A table of this server's own.
    #[error("the table `{0}` is not imported: every server keeps its own")]
    OwnTable(String),
    /// No such column.
    #[error("the table `{0}` has no such column")]
    UnknownColumn(String),
    /// The same column a second time.
    #[error("given twice")]
    GivenTwice,
    /// A column that must be there is not.
    #[error("missing")]
    Missing,
    /// Another type, or a word that is not of the vocabulary.
    #[error("{0}")]
    BadValue(String),
    /// `PostgreSQL` cannot store it.
    #[error("a text must not contain U+0000")]
    Nul,
    /// The key of an earlier line of this import.
    #[error("an earlier line of this import has the same key")]
    SameKey,
    /// Something that must be unique is taken by another row.
    #[error("another row has that already ({0})")]
    Taken(String),
    /// A reference to nothing.
    #[error("it refers to a row that does not exist, or stands in a later line ({0})")]
    NoSuchRow(String),
    /// A rule of the table.
    #[error("the table refuses it ({0})")]
    Refused(String),
}

impl Problem {
    /// What a failed write says about the row, when it says something about the row at all.
    pub(super) fn of(error: &DbErr) -> Option<Self> {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => Some(Self::Taken(said(error))),
            Some(SqlErr::ForeignKeyConstraintViolation(_)) => Some(Self::NoSuchRow(said(error))),
            _ => is_refusal(error).then(|| Self::Refused(said(error))),
        }
    }
}

/// A violated CHECK, or a value that the database's type cannot hold.
fn is_refusal(error: &DbErr) -> bool {
    let Some(code) = driver_error(error).and_then(|error| error.as_database_error()?.code()) else { return false };
    code == "275" || (code.len() == 5 && (code.starts_with("23") || code.starts_with("22")))
}

/// The driver's sentence.
fn said(error: &DbErr) -> String {
    let sentence = driver_error(error).and_then(|error| Some(error.as_database_error()?.message().to_owned()));
    sentence.unwrap_or_else(|| error.to_string())
}
