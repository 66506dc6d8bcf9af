//! The few shapes that every table is made of.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::*;
use sea_orm_migration::sea_orm::DatabaseBackend;

/// A table with its surrogate key `id`.
pub(crate) fn keyed(name: &'static str) -> TableCreateStatement {
    table(name).col(big_pk_auto("id")).take()
}

/// A table without columns yet.
pub(crate) fn table(name: &'static str) -> TableCreateStatement {
    Table::create().table(name).take()
}

/// A composite primary key.
pub(crate) fn pk(table: &str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut key = Index::create();
    key.name(format!("pk-{table}")).primary();
    for column in columns {
        key.col(*column);
    }
    key
}

/// A text column that holds one of `values`.
pub(crate) fn kind(name: &'static str, values: &[&'static str]) -> ColumnDef {
    text(name).check(Expr::col(name).is_in(values.iter().copied())).take()
}

/// A text column that holds one of `values` or null.
pub(crate) fn kind_null(name: &'static str, values: &[&'static str]) -> ColumnDef {
    text_null(name).check(Expr::col(name).is_in(values.iter().copied())).take()
}

/// A foreign key from `table.column` to `target.id`.
pub(crate) fn reference(table: &'static str, column: &'static str, target: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().name(format!("fk-{table}-{column}")).from(table, column).to(target, "id").take()
}

/// An index under the name that the entity gives it.
pub(crate) fn index(table: &'static str, key: &str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(format!("idx-{table}-{key}")).table(table);
    for column in columns {
        index.col(*column);
    }
    index
}

/// A CHECK that exactly one of `columns` is set: a reference to one of several types.
pub(crate) fn exactly_one(columns: &[&str]) -> Expr {
    Expr::cust(format!("{} = 1", number_set(columns)))
}

/// A CHECK that no more than one of `columns` is set.
pub(crate) fn at_most_one(columns: &[&str]) -> Expr {
    Expr::cust(format!("{} <= 1", number_set(columns)))
}

fn number_set(columns: &[&str]) -> String {
    let each: Vec<_> = columns.iter().map(|column| format!("CASE WHEN {column} IS NULL THEN 0 ELSE 1 END")).collect();
    each.join(" + ")
}

/// Makes a text column order by code point on `PostgreSQL`, as it does on SQLite.
pub(crate) async fn by_code_point(manager: &SchemaManager<'_>, table: &str, column: &str) -> Result<(), DbErr> {
    if manager.get_database_backend() == DatabaseBackend::Postgres {
        let sql = format!(r#"ALTER TABLE {table} ALTER COLUMN {column} TYPE varchar COLLATE "C""#);
        manager.get_connection().execute_unprepared(&sql).await?;
    }
    Ok(())
}

/// Drops tables in the order given.
pub(crate) async fn drop_tables(manager: &SchemaManager<'_>, tables: &[&'static str]) -> Result<(), DbErr> {
    for table in tables {
        manager.drop_table(Table::drop().table(*table).take()).await?;
    }
    Ok(())
}
