//! Keys of anything that has a global id, and how they are written: `Claim:16`, `RenewalOutlook:1/2`.

use std::fmt::{Display, Formatter, Result};

use ::entity::ids;

use crate::store::evidence::Question;

macro_rules! node_keys {
    ($($node:ident $id:ident)*) => {
        /// The key of an object of the API, with its type.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum NodeKey {
            $(
                #[doc = concat!("The row under a `", stringify!($id), "`.")]
                $node(ids::$id),
            )*
            /// The question whether a season comes; no row, but the show and the number of the season.
            RenewalOutlook(Question),
        }

        impl NodeKey {
            /// The published name of the type.
            pub fn kind(self) -> &'static str {
                match self {
                    $(Self::$node(_) => stringify!($node),)*
                    Self::RenewalOutlook(_) => "RenewalOutlook",
                }
            }

            /// The key that is written so; null = no object has such a key.
            pub fn read(text: &str) -> Option<Self> {
                let (kind, key) = text.split_once(':')?;
                let read = match kind {
                    $(stringify!($node) => Self::$node(ids::$id(key.parse().ok()?)),)*
                    "RenewalOutlook" => {
                        let (show, season) = key.split_once('/')?;
                        let show = ids::ShowId(show.parse().ok()?);
                        Self::RenewalOutlook(Question { show, season: season.parse().ok()? })
                    }
                    _ => return None,
                };
                // One key has one spelling: `Claim:016` is none.
                (read.to_string() == text).then_some(read)
            }
        }

        impl Display for NodeKey {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                match self {
                    $(Self::$node(id) => write!(f, "{}:{}", self.kind(), id.0),)*
                    Self::RenewalOutlook(asked) => write!(f, "{}:{}/{}", self.kind(), asked.show.0, asked.season),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_reads_back_as_it_is_written() {
        let asked = Question { show: ids::ShowId(1), season: 2 };
        for (key, text) in
            [(NodeKey::Claim(ids::ClaimId(16)), "Claim:16"), (NodeKey::RenewalOutlook(asked), "RenewalOutlook:1/2")]
        {
            assert_eq!(key.to_string(), text);
            assert_eq!(NodeKey::read(text), Some(key));
        }
    }

    #[test]
    fn what_is_no_key_is_none() {
        let none = ["", "Claim", "Claim:", "Claim:x", "Claim:016", "Claim:+16", "Nothing:1", "Claim:1/2"];
        let no_outlook = [
            "RenewalOutlook:1",
            "RenewalOutlook:1/",
            "RenewalOutlook:1/02",
            "RenewalOutlook:1/99999999999",
            "RenewalOutlook:1/2/3",
        ];
        for text in none.into_iter().chain(no_outlook) {
            assert_eq!(NodeKey::read(text), None, "{text}");
        }
    }
}
