//! What an answer says in numbers and words, without its reasons: the columns of the stored outlook.

use ::entity::kinds;
use chrono::NaiveDate;

use crate::renewal::{self, EvidenceGrade, RenewalBand, RenewalStatus};
use crate::store::answer::Weighed;
use crate::store::decision::horizon;
use crate::store::outlook::OutlookRow;

/// What an answer says, without its reasons. Those of a stored outlook are those of the answer that it holds, bit for bit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figures {
    /// Target season.
    pub season: i32,
    /// The day of the evidence.
    pub as_of: NaiveDate,
    /// Last day that counts.
    pub horizon: NaiveDate,
    /// 0..1, open at both ends.
    pub probability: f64,
    /// Natural logarithm; sum of the items.
    pub log_odds: f64,
    /// Of the log odds.
    pub sd: f64,
    /// Lower end of the 80 % range.
    pub low: f64,
    /// Upper end of the 80 % range.
    pub high: f64,
    /// The probability in words.
    pub band: RenewalBand,
    /// What is known officially and reported.
    pub status: RenewalStatus,
    /// How much the evidence narrows it.
    pub grade: EvidenceGrade,
    /// Last day on which somebody looked, at the latest the day of the evidence; null = never recorded.
    pub checked_until: Option<NaiveDate>,
    /// Nobody has looked up to the day of the evidence.
    pub is_stale: bool,
}

impl From<&Weighed> for Figures {
    fn from(Weighed { evidence, assessment }: &Weighed) -> Self {
        let interval = assessment.interval80();
        Self {
            season: evidence.question.season,
            as_of: assessment.as_of(),
            horizon: horizon(evidence.complete_on),
            probability: assessment.probability().value(),
            log_odds: assessment.log_odds().value(),
            sd: assessment.sd().value(),
            low: interval.low().value(),
            high: interval.high().value(),
            band: assessment.band(),
            status: assessment.status(),
            grade: assessment.evidence_grade(),
            checked_until: evidence.case.checked_until().map(|_| evidence.case.last_check()),
            is_stale: assessment.is_stale(),
        }
    }
}

impl From<&OutlookRow> for Figures {
    fn from(row: &OutlookRow) -> Self {
        Self {
            season: row.season_number,
            as_of: row.computed_for,
            horizon: row.horizon,
            probability: row.probability,
            log_odds: row.log_odds,
            sd: row.sd,
            low: row.interval_low,
            high: row.interval_high,
            band: row.band.into(),
            status: row.status.into(),
            grade: row.evidence_grade.into(),
            checked_until: row.checked_until,
            is_stale: row.is_stale,
        }
    }
}

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
