//! `api_key`, `change`, `idempotency_key`, `import_run`, `import_reject`.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;

use crate::shape::{drop_tables, index, keyed, kind, reference};

/// `api_key`, `change`, `idempotency_key`, `import_run`, `import_reject`.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                keyed("api_key")
                    .col(string("name"))
                    .col(kind("role", &["reader", "editor", "admin"]))
                    .col(string_uniq("digest"))
                    .col(timestamp_with_time_zone("created_at"))
                    .col(timestamp_with_time_zone_null("expires_at"))
                    .col(timestamp_with_time_zone_null("last_used_at"))
                    .col(timestamp_with_time_zone_null("revoked_at"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                keyed("change")
                    .col(timestamp_with_time_zone("changed_at"))
                    .col(kind("kind", &["created", "updated", "merged", "withdrawn", "superseded", "resolved"]))
                    .col(string("subject_type"))
                    .col(big_integer("subject_id"))
                    .col(big_integer_null("show_id"))
                    .col(json_binary("fields"))
                    .col(string_null("reason"))
                    .col(string_null("actor"))
                    .foreign_key(&mut reference("change", "show_id", "show"))
                    .take(),
            )
            .await?;
        manager.create_index(index("change", "show_id", &["show_id"]).take()).await?;
        for sql in ["CREATE INDEX ix_change_subject ON change (subject_type, subject_id)"] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        manager
            .create_table(
                keyed("idempotency_key")
                    .col(string_uniq("key"))
                    .col(string("request_digest"))
                    .col(json_binary("response"))
                    .col(timestamp_with_time_zone("created_at"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                keyed("import_run")
                    .col(big_integer("dataset_id"))
                    .col(string("fingerprint"))
                    .col(kind("state", &["running", "finished", "failed", "interrupted"]))
                    .col(timestamp_with_time_zone("started_at"))
                    .col(timestamp_with_time_zone_null("finished_at"))
                    .col(big_integer("position"))
                    .col(big_integer("read_count"))
                    .col(big_integer("created_count"))
                    .col(big_integer("changed_count"))
                    .col(big_integer("unchanged_count"))
                    .col(big_integer("skipped_count"))
                    .col(big_integer("rejected_count"))
                    .col(big_integer("review_count"))
                    .foreign_key(&mut reference("import_run", "dataset_id", "dataset"))
                    .take(),
            )
            .await?;
        manager.create_index(index("import_run", "dataset_id", &["dataset_id"]).take()).await?;
        manager
            .create_table(
                keyed("import_reject")
                    .col(big_integer("import_run_id"))
                    .col(big_integer("line"))
                    .col(string_null("field"))
                    .col(string("reason"))
                    .col(string("row"))
                    .foreign_key(&mut reference("import_reject", "import_run_id", "import_run"))
                    .take(),
            )
            .await?;
        manager.create_index(index("import_reject", "import_run_id", &["import_run_id"]).take()).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["import_reject", "import_run", "idempotency_key", "change", "api_key"]).await
    }
}
