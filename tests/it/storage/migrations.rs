//! The migrations go up, down and up again.

use ::migration::{Migrator, MigratorTrait};

use super::tables::{differences, tables};
use crate::support::world::{With, on_both};

#[test]
fn migrations_go_up_down_and_up_again() {
    on_both(With::Nothing, async |world| {
        let first = tables(world.write()).await;
        Migrator::down(world.write(), None).await.unwrap();
        assert_eq!(tables(world.write()).await.len(), 0);
        Migrator::up(world.write(), None).await.unwrap();
        assert_eq!(differences(&first, &tables(world.write()).await), Vec::<String>::new());
    });
}

#[test]
fn migrating_twice_changes_nothing() {
    on_both(With::Nothing, async |world| {
        let first = tables(world.write()).await;
        Migrator::up(world.write(), None).await.unwrap();
        assert_eq!(differences(&first, &tables(world.write()).await), Vec::<String>::new());
    });
}
