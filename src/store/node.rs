//! Keys of anything that has a global id.

use ::entity::ids;

macro_rules! node_keys {
    ($($node:ident $id:ident)*) => {
        /// The key of an object of the API, with its type.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum NodeKey {
            $(
                #[doc = concat!("The row under a `", stringify!($id), "`.")]
                $node(ids::$id),
            )*
        }

        impl NodeKey {
            /// The key under its type's published name; null = no object has such a name.
            pub fn new(kind: &str, key: i64) -> Option<Self> {
                match kind {
                    $(stringify!($node) => Some(Self::$node(ids::$id(key))),)*
                    _ => None,
                }
            }

            /// The published name of the type, and the key.
            pub fn parts(self) -> (&'static str, i64) {
                match self {
                    $(Self::$node(id) => (stringify!($node), id.0),)*
                }
            }
        }
    };
}

node_keys! {
    Award AwardId
    AwardCategory AwardCategoryId
    AwardCeremony AwardCeremonyId
    Character CharacterId
    Chart ChartId
    ChartEntry ChartEntryId
    Claim ClaimId
    Contradiction ContradictionId
    Credit CreditId
    Episode EpisodeId
    ForecastSnapshot ForecastId
    Nomination NominationId
    Origin OriginId
    Outlet OutletId
    Person PersonId
    Platform PlatformId
    PlatformCheck PlatformCheckId
    Report ReportId
    Season SeasonId
    Show ShowId
    SourceWork SourceWorkId
}
