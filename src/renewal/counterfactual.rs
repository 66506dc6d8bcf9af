//! What would change the number.
//!
//! A forecast that cannot say what would change its mind is an opinion. Each event is put into the case as a claim of today, first hand and in
//! plain words, and the case is assessed again; silence is the same case later, watched all the time, with nothing new.
//!
//! ```
//! use greenlight::renewal::{CounterfactualEvent, Parameters, counterfactuals, examples};
//!
//! let would = counterfactuals(&examples::trauma_code(), Parameters::rc1());
//! let p = |event| would.iter().find(|one| one.event == event).unwrap().probability.percent().to_string();
//! assert_eq!(p(CounterfactualEvent::PlatformConfirms), "99");
//! assert_eq!(p(CounterfactualEvent::SecondIndependentOutlet), "74");
//! assert_eq!(p(CounterfactualEvent::NoPlans), "23");
//! assert_eq!(p(CounterfactualEvent::Silent180Days), "42");
//! ```

use crate::renewal::assess::assess;
use crate::renewal::case::Case;
use crate::renewal::claim::Claim;
use crate::renewal::claim::Voucher;
use crate::renewal::claim::VoucherClass;
use crate::renewal::parameters::Parameters;
use crate::renewal::said::Certainty;
use crate::renewal::said::Kind;
use crate::renewal::said::Reply;
use crate::renewal::said::Said;
use crate::renewal::said::Stance;
use crate::renewal::scale::Change;
use crate::renewal::scale::Probability;
use crate::renewal::span::Span;
use crate::renewal::text::ClaimId;
use crate::renewal::text::OriginKey;
use crate::renewal::text::VoucherId;
use crate::renewal::vocabulary::vocabulary;

vocabulary! {
    /// What might happen.
    CounterfactualEvent {
        /// The platform orders the season.
        PlatformConfirms = "PLATFORM_CONFIRMS",
        /// The platform ends the show.
        PlatformCancels = "PLATFORM_CANCELS",
        /// Another outlet reports it from its own sources.
        SecondIndependentOutlet = "SECOND_INDEPENDENT_OUTLET",
        /// The platform says it is positively in talks.
        PositiveTalks = "POSITIVE_TALKS",
        /// The platform says there are no plans.
        NoPlans = "NO_PLANS",
        /// A quarter without a word.
        Silent90Days = "SILENT_90_DAYS",
        /// Half a year without a word.
        Silent180Days = "SILENT_180_DAYS",
        /// A year without a word.
        Silent365Days = "SILENT_365_DAYS",
    }
}

impl CounterfactualEvent {
    /// To print.
    pub const fn label(self) -> &'static str {
        match self {
            Self::PlatformConfirms => "the platform orders the season",
            Self::PlatformCancels => "the platform ends the show",
            Self::SecondIndependentOutlet => "a second outlet reports it from its own sources",
            Self::PositiveTalks => "the platform says that it is positively in talks",
            Self::NoPlans => "the platform says that there are no plans",
            Self::Silent90Days => "90 more days pass without a word",
            Self::Silent180Days => "180 more days pass without a word",
            Self::Silent365Days => "365 more days pass without a word",
        }
    }

    /// What would be said, and by whom; `None` = nothing, for so long.
    fn said(self) -> Result<(VoucherClass, Said), Span> {
        let decision = |stance| Said::Statement { stance, kind: Kind::Decision, certainty: Certainty::Confirmed };
        match self {
            Self::PlatformConfirms => Ok((VoucherClass::Platform, decision(Stance::Supports))),
            Self::PlatformCancels => Ok((VoucherClass::Platform, decision(Stance::Denies))),
            Self::SecondIndependentOutlet => Ok((VoucherClass::OutletInsider, decision(Stance::Supports))),
            Self::PositiveTalks => Ok((VoucherClass::Platform, Said::Reply(Reply::PositiveTalks))),
            Self::NoPlans => Ok((VoucherClass::Platform, Said::Reply(Reply::NoPlans))),
            Self::Silent90Days => Err(Span::days(90)),
            Self::Silent180Days => Err(Span::days(180)),
            Self::Silent365Days => Err(Span::days(365)),
        }
    }
}

/// What the number would be if.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counterfactual {
    /// What would happen.
    pub event: CounterfactualEvent,
    /// What the number would be then.
    pub probability: Probability,
    /// Minus the number now.
    pub change: Change,
}

/// What each event would make of the number.
pub fn counterfactuals(case: &Case, parameters: &Parameters) -> Vec<Counterfactual> {
    let now = assess(case, parameters).probability();
    let would = |event: &CounterfactualEvent| {
        let probability = assess(&case_after(case, *event), parameters).probability();
        Counterfactual { event: *event, probability, change: Change::between(now, probability) }
    };
    CounterfactualEvent::ALL.iter().map(would).collect()
}

/// The case after the event; the platform is one that speaks in the case, if any does.
pub fn case_after(case: &Case, event: CounterfactualEvent) -> Case {
    match event.said() {
        Err(silence) => case.after_silence_until(silence.after(case.as_of())),
        Ok((class, said)) => case.with(imagined(case, class, said)),
    }
}

fn imagined(case: &Case, class: VoucherClass, said: Said) -> Claim {
    let platform = case.claims().iter().map(Claim::voucher).find(|voucher| voucher.class == VoucherClass::Platform);
    let unheard = || Voucher { class, id: VoucherId::unheard() };
    let voucher = platform.filter(|voucher| voucher.class == class).cloned().unwrap_or_else(unheard);
    Claim::today(ClaimId::unheard(), OriginKey::unheard(), voucher, said, case.as_of())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::renewal::examples;

    #[test]
    fn the_worked_counterfactuals_are_met_to_the_third_digit() {
        let would = counterfactuals(&examples::trauma_code(), Parameters::rc1());
        let found = |event| (would.iter().find(|one| one.event == event).unwrap().probability.value() * 1000.0).round();
        for (event, thousandths) in [
            (CounterfactualEvent::PlatformConfirms, 994.0),
            (CounterfactualEvent::PlatformCancels, 6.0),
            (CounterfactualEvent::SecondIndependentOutlet, 741.0),
            (CounterfactualEvent::NoPlans, 226.0),
            (CounterfactualEvent::Silent180Days, 423.0),
        ] {
            assert!((found(event) - thousandths).abs() < 1e-9, "{event:?}: {}", found(event));
        }
    }

    #[test]
    fn without_the_exclusive_it_falls_and_without_its_retellings_nothing_moves() {
        let case = examples::trauma_code();
        let ids = |names: &[&str]| names.iter().map(|name| ClaimId::new(name).unwrap()).collect::<Vec<_>>();
        let p = |case: &Case| assess(case, Parameters::rc1()).probability().value();
        let exclusive = ids(&["A0-report", "A1-report", "A1-prep", "A1-filming"]);
        assert!((p(&case.without(&exclusive)) - 0.508).abs() < 0.0005);
        assert!((p(&case.without(&ids(&["A0-report", "A0-creator"]))) - p(&case)).abs() < 1e-12);
    }
}
