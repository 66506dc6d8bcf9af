//! Writing much at once, while nobody else does.

use sea_orm::ConnectionTrait as _;
use sea_orm::DatabaseConnection;
use sea_orm::DatabaseTransaction;
use sea_orm::DbBackend;
use sea_orm::DbErr;
use sea_orm::SqliteTransactionMode;
use sea_orm::TransactionOptions;
use sea_orm::TransactionTrait as _;

/// Whoever holds this advisory lock of `PostgreSQL` writes in bulk; the bytes of "inthebag".
const LOCK: i64 = 0x696e_7468_6562_6167;

/// A transaction of which there is one at a time; it waits for the one before.
///
/// On SQLite it is the writer from its start: a reader that turns into one later can be refused.
pub async fn begin(db: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    let now =
        TransactionOptions { sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate), ..Default::default() };
    let transaction = db.begin_with_options(now).await?;
    if transaction.get_database_backend() == DbBackend::Postgres {
        transaction.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({LOCK})")).await?;
    }
    Ok(transaction)
}
