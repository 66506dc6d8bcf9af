//! What a search can find.

use async_graphql::{ID, Interface};

use crate::graphql::character::Character;
use crate::graphql::person::Person;
use crate::graphql::show::Show;

/// Something that a search can find: what a row of results needs, without a fragment per type.
#[derive(Clone, Debug, Interface)]
#[graphql(
    field(name = "id", ty = "ID", desc = "Opaque, stable, typed; e.g. U2hvdzox."),
    field(name = "slug", ty = "&str", desc = "Readable address part, unique per type; old ones keep resolving.")
)]
pub(super) enum SearchHit {
    /// A character.
    Character(Character),
    /// A person.
    Person(Person),
    /// A show.
    Show(Show),
}
