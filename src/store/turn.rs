//! Turns: work that one server of several does while the others let it.

use sea_orm::sqlx::{self, Connection as _, PgConnection};

use crate::store::connection::{connect_postgres, is_sqlite};
use crate::store::error::StoreError;

/// A turn that is held until it ends, or until the process that holds it does.
///
/// On `PostgreSQL` it is an advisory lock of a connection of its own. A SQLite file has one writer, who needs no other turn.
#[derive(Debug)]
pub struct Turn(Option<(PgConnection, i64)>);

impl Turn {
    /// The turn named by a number, for the database at `url`; null = another holds it.
    pub async fn take(url: &str, number: i64) -> Result<Option<Self>, StoreError> {
        if is_sqlite(url) {
            return Ok(Some(Self(None)));
        }
        let mut connection = connect_postgres(url).await?;
        let lock = sqlx::query_scalar("SELECT pg_try_advisory_lock($1)").bind(number);
        if lock.fetch_one(&mut connection).await? {
            return Ok(Some(Self(Some((connection, number)))));
        }
        connection.close().await?;
        Ok(None)
    }

    /// Lets others have it.
    pub async fn end(self) -> Result<(), StoreError> {
        let Some((mut connection, number)) = self.0 else { return Ok(()) };
        // At once: the server may notice only later that the connection was closed.
        sqlx::query("SELECT pg_advisory_unlock($1)").bind(number).execute(&mut connection).await?;
        Ok(connection.close().await?)
    }
}
