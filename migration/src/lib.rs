//! One change per file, applied in order; imports nothing of ours.
#![cfg_attr(not(test), expect(clippy::wildcard_imports, reason = "the framework publishes its vocabulary as preludes"))]
#![expect(clippy::too_many_lines, reason = "a migration is a list of statements")]

mod m20261120_000001_vocabulary;
mod m20261120_000002_person;
mod m20261120_000003_show;
mod m20261120_000004_source_work;
mod m20261120_000005_season;
mod m20261120_000006_character;
mod m20261120_000007_award;
mod m20261120_000008_chart;
mod m20261120_000009_name;
mod m20261120_000010_search;
mod m20261120_000011_outlet;
mod m20261120_000012_catalog_detail;
mod m20261120_000013_claim;
mod m20261120_000014_contradiction;
mod m20261120_000015_fact_source;
mod m20261120_000016_renewal;
mod m20261120_000017_operation;
mod shape;

pub use sea_orm_migration::IntoSchemaManagerConnection;
use sea_orm_migration::MigrationTrait;
pub use sea_orm_migration::MigratorTrait;

/// All migrations, oldest first.
#[derive(Debug)]
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261120_000001_vocabulary::Migration),
            Box::new(m20261120_000002_person::Migration),
            Box::new(m20261120_000003_show::Migration),
            Box::new(m20261120_000004_source_work::Migration),
            Box::new(m20261120_000005_season::Migration),
            Box::new(m20261120_000006_character::Migration),
            Box::new(m20261120_000007_award::Migration),
            Box::new(m20261120_000008_chart::Migration),
            Box::new(m20261120_000009_name::Migration),
            Box::new(m20261120_000010_search::Migration),
            Box::new(m20261120_000011_outlet::Migration),
            Box::new(m20261120_000012_catalog_detail::Migration),
            Box::new(m20261120_000013_claim::Migration),
            Box::new(m20261120_000014_contradiction::Migration),
            Box::new(m20261120_000015_fact_source::Migration),
            Box::new(m20261120_000016_renewal::Migration),
            Box::new(m20261120_000017_operation::Migration),
        ]
    }
}
