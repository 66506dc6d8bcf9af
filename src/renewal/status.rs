//! The words beside the number: status, band and evidence grade.
//!
//! The **status** is a fact, not a forecast: what is known officially, and what is reported. "The platform has not confirmed" is
//! not "it will not happen", so the two are never mixed. The rules are tested in the order of [`RenewalStatus::ALL`]; a *report* is an
//! origin that carries weight and in which insiders, a production company or hearsay of the platform say that something *is* so.
//!
//! The **band** puts the probability in words that readers understand alike (after ICD 203, and how people were found to read it).
//! The **grade** says how much the evidence narrows it, by the width of the 80 % interval.
//!
//! ```
//! use greenlight::renewal::{Probability, RenewalBand};
//!
//! let band = |p| RenewalBand::of(Probability::new(p).unwrap()).label();
//! assert_eq!([band(0.55), band(0.549), band(0.45), band(0.2)], ["likely to return", "toss-up", "toss-up", "less likely than not"]);
//! ```

use crate::renewal::interval::Interval;
use crate::renewal::origins::WeighedOrigin;
use crate::renewal::said::Reply;
use crate::renewal::said::Stance;
use crate::renewal::scale::Probability;
use crate::renewal::vocabulary::vocabulary;

vocabulary! {
    /// What is known, facts first.
    RenewalStatus {
        /// The platform ordered it.
        OfficiallyRenewed = "OFFICIALLY_RENEWED",
        /// The platform ended it.
        OfficiallyCancelled = "OFFICIALLY_CANCELLED",
        /// Reports say both.
        ConflictingReports = "CONFLICTING_REPORTS",
        /// Reported, and the platform answered without deciding.
        ReportedNotConfirmed = "REPORTED_NOT_CONFIRMED",
        /// The platform says that it is deciding.
        UnderConsideration = "UNDER_CONSIDERATION",
        /// Reported, and the platform said nothing.
        ReportedRenewed = "REPORTED_RENEWED",
        /// Its end is reported.
        ReportedCancelled = "REPORTED_CANCELLED",
        /// People of the show spoke of it; nobody reports it.
        StatementsOnly = "STATEMENTS_ONLY",
        /// Nothing.
        NoNews = "NO_NEWS",
    }
}

vocabulary! {
    /// The probability in words.
    RenewalBand {
        /// ≥ .95; in practice this needs an official statement.
        AlmostCertain = "ALMOST_CERTAIN",
        /// .80 – .95.
        VeryLikely = "VERY_LIKELY",
        /// .55 – .80.
        Likely = "LIKELY",
        /// .45 – .55.
        TossUp = "TOSS_UP",
        /// .20 – .45; readers hear "unlikely" as 10–30 %, so it is not said.
        LessLikelyThanNot = "LESS_LIKELY_THAN_NOT",
        /// .05 – .20.
        VeryUnlikely = "VERY_UNLIKELY",
        /// < .05.
        AlmostNoChance = "ALMOST_NO_CHANCE",
    }
}

vocabulary! {
    /// How much the evidence narrows the number.
    EvidenceGrade {
        /// The 80 % interval is at most .20 wide.
        WellSupported = "WELL_SUPPORTED",
        /// At most .40.
        Moderate = "MODERATE",
        /// Wider.
        Thin = "THIN",
    }
}

impl RenewalStatus {
    /// The first rule that fits.
    pub(super) fn of(official: Option<Stance>, reply: Option<Reply>, origins: &[WeighedOrigin]) -> Self {
        let weighty = || origins.iter().filter(|origin| origin.carries_weight());
        let reported = |stance| weighty().any(|origin| origin.is_report && origin.stance == stance);
        let (renewed, cancelled) = (reported(Stance::Supports), reported(Stance::Denies));
        match official {
            Some(Stance::Supports) => Self::OfficiallyRenewed,
            Some(Stance::Denies) => Self::OfficiallyCancelled,
            None if renewed && cancelled => Self::ConflictingReports,
            None if renewed && reply.is_some() => Self::ReportedNotConfirmed,
            None if reply.is_some_and(Reply::is_deliberating) => Self::UnderConsideration,
            None if renewed => Self::ReportedRenewed,
            None if cancelled => Self::ReportedCancelled,
            None if weighty().next().is_some() => Self::StatementsOnly,
            None => Self::NoNews,
        }
    }

    /// To print, e.g. *reported, not confirmed*.
    pub const fn label(self) -> &'static str {
        match self {
            Self::OfficiallyRenewed => "officially renewed",
            Self::OfficiallyCancelled => "officially cancelled",
            Self::ConflictingReports => "reports contradict each other",
            Self::ReportedNotConfirmed => "reported, not confirmed",
            Self::UnderConsideration => "under consideration",
            Self::ReportedRenewed => "reported renewed",
            Self::ReportedCancelled => "reported cancelled",
            Self::StatementsOnly => "statements only",
            Self::NoNews => "no news",
        }
    }
}

impl RenewalBand {
    /// The band of a probability; a border belongs to the band above it.
    pub fn of(probability: Probability) -> Self {
        match probability.value() {
            p if p >= 0.95 => Self::AlmostCertain,
            p if p >= 0.80 => Self::VeryLikely,
            p if p >= 0.55 => Self::Likely,
            p if p >= 0.45 => Self::TossUp,
            p if p >= 0.20 => Self::LessLikelyThanNot,
            p if p >= 0.05 => Self::VeryUnlikely,
            _ => Self::AlmostNoChance,
        }
    }

    /// To print, e.g. *likely to return*.
    pub const fn label(self) -> &'static str {
        match self {
            Self::AlmostCertain => "almost certain to return",
            Self::VeryLikely => "very likely to return",
            Self::Likely => "likely to return",
            Self::TossUp => "toss-up",
            Self::LessLikelyThanNot => "less likely than not",
            Self::VeryUnlikely => "very unlikely to return",
            Self::AlmostNoChance => "almost no chance",
        }
    }
}

impl EvidenceGrade {
    /// The grade of an interval.
    pub fn of(interval: Interval) -> Self {
        match interval.width().value() {
            width if width <= 0.20 => Self::WellSupported,
            width if width <= 0.40 => Self::Moderate,
            _ => Self::Thin,
        }
    }

    /// To print, e.g. *well supported*.
    pub const fn label(self) -> &'static str {
        match self {
            Self::WellSupported => "well supported",
            Self::Moderate => "moderate",
            Self::Thin => "thin",
        }
    }
}
