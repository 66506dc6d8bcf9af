//! Words that columns and the model have in common.

use ::entity::kinds;

use crate::renewal;

/// Words that a column and the model have in common.
macro_rules! alike {
    ($($name:ident { $($member:ident)* })*) => {$(
        impl From<kinds::$name> for renewal::$name {
            fn from(stored: kinds::$name) -> Self {
                match stored {
                    $(kinds::$name::$member => Self::$member,)*
                }
            }
        }

        impl From<renewal::$name> for kinds::$name {
            fn from(told: renewal::$name) -> Self {
                match told {
                    $(renewal::$name::$member => Self::$member,)*
                }
            }
        }
    )*};
}

alike! {
    RenewalBand { AlmostCertain VeryLikely Likely TossUp LessLikelyThanNot VeryUnlikely AlmostNoChance }
    RenewalStatus {
        OfficiallyRenewed OfficiallyCancelled ConflictingReports ReportedNotConfirmed UnderConsideration ReportedRenewed
        ReportedCancelled StatementsOnly NoNews
    }
    EvidenceGrade { WellSupported Moderate Thin }
}
