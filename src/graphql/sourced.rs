//! Facts that can say where they came from.

use async_graphql::Interface;

use crate::graphql::adaptation::Adaptation;
use crate::graphql::award_ceremony::AwardCeremony;
use crate::graphql::character::Character;
use crate::graphql::chart_entry::ChartEntry;
use crate::graphql::credit::Credit;
use crate::graphql::episode::Episode;
use crate::graphql::external_id::ExternalId;
use crate::graphql::image::Image;
use crate::graphql::name::Name;
use crate::graphql::nomination::Nomination;
use crate::graphql::person::Person;
use crate::graphql::provenance::Provenance;
use crate::graphql::season::Season;
use crate::graphql::show::Show;
use crate::graphql::show_platform::ShowPlatform;
use crate::graphql::source_work::SourceWork;

/// A fact that can say where it came from.
#[derive(Clone, Debug, Interface)]
#[graphql(field(
    name = "provenance",
    ty = "Vec<Provenance>",
    desc = "Where it was taken from, prevailing first.",
    arg(
        name = "fields",
        ty = "Option<Vec<String>>",
        desc = "Only these GraphQL fields, e.g. [\"premieredOn\"]; default all."
    )
))]
pub(super) enum Sourced {
    /// An edition of an award.
    AwardCeremony(AwardCeremony),
    /// That a show was adapted from a work.
    Adaptation(Adaptation),
    /// A character.
    Character(Character),
    /// A row of a chart.
    ChartEntry(ChartEntry),
    /// A credit.
    Credit(Credit),
    /// An episode.
    Episode(Episode),
    /// An id elsewhere.
    ExternalId(ExternalId),
    /// A picture.
    Image(Image),
    /// A spelling.
    Name(Name),
    /// A nomination.
    Nomination(Nomination),
    /// A person.
    Person(Person),
    /// A season.
    Season(Season),
    /// A show.
    Show(Show),
    /// Where a show runs.
    ShowPlatform(ShowPlatform),
    /// A source work.
    SourceWork(SourceWork),
}
