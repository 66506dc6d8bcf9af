//! The entities and the migrations describe the same tables.

use sea_orm::{DatabaseConnection, Schema};

use super::tables::{differences, tables};
use crate::support::world::{With, World, another, on_both, sqlite};

/// Creates every table as its entity describes it.
async fn create_from_entities(db: &DatabaseConnection) {
    let mut schema = Schema::new(sea_orm::ConnectionTrait::get_database_backend(db)).builder();
    macro_rules! register {
        ($($table:ident)*) => { $(schema = schema.register(::entity::$table::Entity);)* };
    }
    ::entity::each_table!(register);
    schema.apply(db).await.unwrap();
}

#[test]
fn the_migrations_create_what_the_entities_describe() {
    on_both(With::NoTables, async |world| {
        create_from_entities(world.write()).await;
        let described = tables(world.write()).await;
        let migrated = tables(another(With::Nothing, &world).await.write()).await;
        assert!(migrated.len() > 400, "the comparator read only {} lines", migrated.len());
        assert_eq!(differences(&described, &migrated), Vec::<String>::new(), "- entity, + migration");
    });
}

/// What the comparator says about `change`, done to a migrated database.
async fn noticed(world: World, change: &str) -> Vec<String> {
    let before = tables(world.write()).await;
    world.sql(change).await;
    differences(&before, &tables(world.write()).await)
}

#[test]
fn a_lost_column_is_noticed() {
    on_both(With::Nothing, async |world| {
        let seen = noticed(world, "ALTER TABLE outlet DROP COLUMN country").await;
        assert_eq!(seen.len(), 1, "{seen:?}");
        assert!(seen[0].starts_with("- outlet column country"), "{seen:?}");
    });
}

#[test]
fn an_added_column_is_noticed() {
    on_both(With::Nothing, async |world| {
        let seen = noticed(world, "ALTER TABLE outlet ADD COLUMN motto text").await;
        assert_eq!(seen, ["+ outlet column motto text"]);
    });
}

#[test]
fn a_lost_index_is_noticed() {
    on_both(With::Nothing, async |world| {
        let seen = noticed(world, r#"DROP INDEX "idx-credit-person_id""#).await;
        assert_eq!(seen.len(), 1, "{seen:?}");
        assert!(seen[0].starts_with('-') && seen[0].contains("idx-credit-person_id"), "{seen:?}");
    });
}

#[test]
fn a_changed_null_is_noticed() {
    on_both(With::NoTables, async |world| {
        world.sql("CREATE TABLE outlet (id bigint PRIMARY KEY, country text NOT NULL)").await;
        let seen = noticed(world, "DROP TABLE outlet; CREATE TABLE outlet (id bigint PRIMARY KEY, country text)").await;
        assert_eq!(seen, ["- outlet column country text not null", "+ outlet column country text"]);
    });
}

#[test]
fn a_lost_reference_is_noticed() {
    on_both(With::NoTables, async |world| {
        world.sql("CREATE TABLE a (id bigint PRIMARY KEY); CREATE TABLE b (a_id bigint REFERENCES a (id))").await;
        let seen = noticed(world, "DROP TABLE b; CREATE TABLE b (a_id bigint)").await;
        assert_eq!(seen.len(), 1, "{seen:?}");
        assert!(seen[0].to_lowercase().contains("foreign key"), "{seen:?}");
    });
}

#[test]
fn every_test_has_a_database_of_its_own() {
    assert_ne!(sqlite(With::NoTables).url, sqlite(With::NoTables).url);
}
