//! What can be wrong with a database, and what to do about it.

use std::path::PathBuf;

use sea_orm::DbErr;
use sea_orm::RuntimeErr;
use sea_orm::sqlx;

/// A database that cannot be used, in words for the person who runs the server.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// `DATABASE_URL` says nothing we know.
    #[error("DATABASE_URL is not a database address ({0}): write sqlite://FILE?mode=rwc or postgres://USER@HOST/NAME")]
    Address(String),
    /// SQLite creates files, never folders.
    #[error("the folder {} does not exist: create it, or correct DATABASE_URL", .0.display())]
    MissingFolder(PathBuf),
    /// The address does not allow to create the file.
    #[error(
        "the database file cannot be opened: check its path and permissions, or add ?mode=rwc to DATABASE_URL to create it"
    )]
    MissingFile,
    /// A write was refused.
    #[error(
        "the database is read-only: let this user write to the file and its folder, and take mode=ro and immutable out of DATABASE_URL"
    )]
    ReadOnly,
    /// Someone else writes, and longer than we wait.
    #[error(
        "another program holds a lock on the database: stop it or let it finish, then try again; nothing was changed"
    )]
    Locked,
    /// Some other file.
    #[error("the file is not a SQLite database, or is damaged: correct DATABASE_URL, or restore a backup")]
    NotADatabase,
    /// No space.
    #[error("the disk is full: make room, then try again; nothing was changed")]
    Full,
    /// Nobody listens.
    #[error("PostgreSQL does not answer ({0}): start it, or correct the host and port in DATABASE_URL")]
    Unreachable(String),
    /// No such database.
    #[error("PostgreSQL has no such database ({0}): create it with `createdb --encoding=UTF8 NAME`")]
    MissingDatabase(String),
    /// Wrong user or password.
    #[error("PostgreSQL refuses this user ({0}): correct the user and password in DATABASE_URL")]
    Denied(String),
    /// Older than we are tested with.
    #[error("PostgreSQL {0} is too old: Greenlight needs 15 or newer")]
    TooOld(String),
    /// Letters outside ASCII have no case there.
    #[error(
        "the database has LC_CTYPE={0}, where only ASCII has letters: create one with \
         `createdb --template=template0 --encoding=UTF8 --locale=C.UTF-8 NAME` and correct DATABASE_URL"
    )]
    CharacterType(String),
    /// Not Unicode.
    #[error(
        "the database has the encoding {0}: create one with \
         `createdb --template=template0 --encoding=UTF8 --locale=C.UTF-8 NAME` and correct DATABASE_URL"
    )]
    Encoding(String),
    /// Anything else.
    #[error("the database failed: {0}")]
    Failed(DbErr),
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        explained(&error).unwrap_or(Self::Failed(error))
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        DbErr::Conn(RuntimeErr::SqlxError(error.into())).into()
    }
}

fn explained(error: &DbErr) -> Option<StoreError> {
    match driver_error(error)? {
        sqlx::Error::Configuration(reason) => Some(StoreError::Address(reason.to_string())),
        sqlx::Error::Io(reason) => Some(StoreError::Unreachable(reason.to_string())),
        sqlx::Error::PoolTimedOut => Some(StoreError::Unreachable("no connection in time".into())),
        sqlx::Error::Database(reason) => {
            let code = reason.code()?;
            // SQLite's codes are numbers whose low byte is the kind; PostgreSQL's have five characters.
            if code.len() == 5 { postgres(&code, reason.message()) } else { sqlite(code.parse().ok()?) }
        }
        _ => None,
    }
}

/// The driver's own error in what SeaORM reports.
pub(crate) fn driver_error(error: &DbErr) -> Option<&sqlx::Error> {
    match error {
        DbErr::Conn(RuntimeErr::SqlxError(inner))
        | DbErr::Exec(RuntimeErr::SqlxError(inner))
        | DbErr::Query(RuntimeErr::SqlxError(inner)) => Some(inner),
        _ => None,
    }
}

fn sqlite(code: u32) -> Option<StoreError> {
    match code & 0xff {
        5 | 6 => Some(StoreError::Locked),
        8 => Some(StoreError::ReadOnly),
        13 => Some(StoreError::Full),
        14 => Some(StoreError::MissingFile),
        11 | 26 => Some(StoreError::NotADatabase),
        _ => None,
    }
}

fn postgres(code: &str, message: &str) -> Option<StoreError> {
    let message = message.to_owned();
    match code {
        "3D000" => Some(StoreError::MissingDatabase(message)),
        "25006" => Some(StoreError::ReadOnly),
        "53100" => Some(StoreError::Full),
        "55P03" => Some(StoreError::Locked),
        "57P03" => Some(StoreError::Unreachable(message)),
        _ if code.starts_with("28") || code == "42501" => Some(StoreError::Denied(message)),
        _ if code.starts_with("08") => Some(StoreError::Unreachable(message)),
        _ => None,
    }
}
