//! What search can find.

use async_graphql::{ID, Interface};

use crate::graphql::character::Character;
use crate::graphql::image::{Image, ImageKind};
use crate::graphql::person::Person;
use crate::graphql::scalars::Locale;
use crate::graphql::show::Show;

/// What a row of search results needs, without a fragment per type.
#[derive(Clone, Debug, Interface)]
#[graphql(
    field(name = "id", ty = "ID", desc = "Opaque, stable, typed; e.g. U2hvdzox."),
    field(
        name = "slug",
        ty = "&str",
        desc = "Readable address part, unique per type, e.g. choo-young-woo; old ones keep resolving."
    ),
    field(
        name = "image",
        ty = "Option<Image>",
        desc = "Best picture to stand for it; null = none known.",
        arg(
            name = "kind",
            ty = "Option<ImageKind>",
            desc = "Which kind; default POSTER or PORTRAIT, else the next best."
        ),
        arg(
            name = "locales",
            ty = "Option<Vec<Locale>>",
            desc = "Languages of the lettering, best first, e.g. [\"ko\", \"en\"]; default none, then English."
        )
    )
)]
pub(super) enum SearchHit {
    /// A character.
    Character(Character),
    /// A person.
    Person(Person),
    /// A show.
    Show(Show),
}
