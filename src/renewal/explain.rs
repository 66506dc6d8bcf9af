//! The answer in words that a newsroom could print.
//!
//! Rules of the house: the number is always given, the word of the band beside it, the evidence grade in a sentence of its own; "confirmed"
//! is never said unless the status is officially renewed; "the platform has not announced it" is not "it will not happen". Beside every text
//! stands a code, so that nobody has to read prose to act. Explaining only prints: nothing is computed here.
//!
//! ```
//! use greenlight::renewal::{Naming, Parameters, Prose, assess, examples};
//!
//! let answer = assess(&examples::trauma_code(), Parameters::rc1());
//! let naming = Naming { title: Prose::new("The Trauma Code"), season: 2, platform: Some(Prose::new("Netflix")), ..Naming::default() };
//! assert_eq!(naming.headline(&answer).as_str(), "The Trauma Code, season 2: 63 %, likely to return. The evidence is thin.");
//! assert_eq!(naming.citation(&answer, Parameters::rc1()).as_str(), "Greenlight rc-1, 31 October 2025: 63 % (35–84 %)");
//! ```

use std::collections::BTreeMap;

use crate::renewal::assess::Assessment;
use crate::renewal::item::Item;
use crate::renewal::item::ItemCode;
use crate::renewal::item::ItemGroup;
use crate::renewal::labels::capital;
use crate::renewal::labels::grade_sentence;
use crate::renewal::labels::print;
use crate::renewal::labels::reply_label;
use crate::renewal::labels::reply_words;
use crate::renewal::labels::term_label;
use crate::renewal::parameters::Parameters;
use crate::renewal::scale::LogOdds;
use crate::renewal::span::Day;
use crate::renewal::status::RenewalStatus;
use crate::renewal::text::OriginKey;
use crate::renewal::text::Prose;

/// How things are called in print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naming {
    /// The show.
    pub title: Prose,
    /// The target season.
    pub season: u16,
    /// Who holds the rights; `None` = unknown.
    pub platform: Option<Prose>,
    /// The origins, e.g. "Xports News exclusive, 23 September 2025"; others are called by their keys.
    pub origins: BTreeMap<OriginKey, Prose>,
}

impl Default for Naming {
    fn default() -> Self {
        Self { title: Prose::new("The show"), season: 2, platform: None, origins: BTreeMap::new() }
    }
}

/// One reason as it is shown: an item, or the whole prior.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// The item's code; `prior` for the whole prior.
    pub code: Prose,
    /// To print.
    pub label: Prose,
    /// What it adds.
    pub log_odds: LogOdds,
}

impl Naming {
    fn platform(&self) -> &str {
        self.platform.as_ref().map_or("the platform", Prose::as_str)
    }

    /// The question, with its horizon and what counts.
    pub fn question(&self, complete_on: Day, parameters: &Parameters) -> Prose {
        let horizon = print(parameters.horizon().after(complete_on));
        self.asking(&format!("by {horizon}"))
    }

    /// The question while the season before is not complete.
    pub fn question_to_come(&self, parameters: &Parameters) -> Prose {
        let (days, before) = (parameters.horizon().count(), self.season.saturating_sub(1));
        self.asking(&format!("within {days} days of the day on which season {before} is complete"))
    }

    fn asking(&self, when: &str) -> Prose {
        let (title, season) = (&self.title, self.season);
        let holder = match &self.platform {
            Some(platform) => format!("{platform}, which holds the rights,"),
            None => "the platform that holds the rights".to_owned(),
        };
        Prose::new(format!("Will season {season} of {title} be officially ordered by {holder} or be released {when}?"))
    }

    /// What counts as yes and as no.
    pub fn resolves_when(&self, complete_on: Day, parameters: &Parameters) -> Prose {
        self.resolving(&format!("{} passes", print(parameters.horizon().after(complete_on))))
    }

    /// The same while the season before is not complete.
    pub fn resolves_when_to_come(&self, parameters: &Parameters) -> Prose {
        let (days, before) = (parameters.horizon().count(), self.season.saturating_sub(1));
        self.resolving(&format!("{days} days have passed since the day on which season {before} is complete"))
    }

    fn resolving(&self, lapse: &str) -> Prose {
        let platform = self.platform();
        Prose::new(format!(
            "Yes on the day on which {platform} officially orders the season or it is released. No when {platform} says that the show \
             has ended and that stands for 180 days, or when {lapse}. Filming without an order is evidence, not an answer."
        ))
    }

    /// One line: number, words, grade.
    pub fn headline(&self, answer: &Assessment) -> Prose {
        let (title, season, percent) = (&self.title, self.season, answer.probability().percent());
        let (band, grade) = (answer.band().label(), grade_sentence(answer.evidence_grade()));
        Prose::new(format!("{title}, season {season}: {percent} %, {band}. {grade}"))
    }

    /// The explanation, fit to print.
    pub fn sentence(&self, answer: &Assessment) -> Prose {
        let interval = answer.interval80();
        let number = format!(
            "As of {}, the chance of a season {} of {} is {} % (80 % range {}–{} %): {}.",
            print(answer.as_of()),
            self.season,
            self.title,
            answer.probability().percent(),
            interval.low().percent(),
            interval.high().percent(),
            answer.band().label(),
        );
        let parts = [
            Some(number),
            Some(self.status_sentence(answer)),
            self.most(answer),
            self.stale(answer),
            Some(grade_sentence(answer.evidence_grade())),
        ];
        Prose::new(parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
    }

    /// The status as a sentence; it claims no more than is known.
    fn status_sentence(&self, answer: &Assessment) -> String {
        let platform = capital(self.platform());
        match answer.status() {
            RenewalStatus::OfficiallyRenewed => format!("{platform} has officially confirmed it."),
            RenewalStatus::OfficiallyCancelled => format!("{platform} has officially said that it will not come."),
            RenewalStatus::ConflictingReports => "Reports contradict each other.".to_owned(),
            RenewalStatus::ReportedNotConfirmed => {
                format!("A new season is reported; {} {}.", self.platform(), reply_words(answer))
            }
            RenewalStatus::UnderConsideration => format!("{platform} {}.", reply_words(answer)),
            RenewalStatus::ReportedRenewed => {
                format!("A new season is reported; {} has not commented.", self.platform())
            }
            RenewalStatus::ReportedCancelled => {
                format!("Its end is reported; {} has not announced it.", self.platform())
            }
            RenewalStatus::StatementsOnly => {
                "People of the show have spoken of it; nobody reports an order.".to_owned()
            }
            RenewalStatus::NoNews => "There is no news of it.".to_owned(),
        }
    }

    /// What speaks most for it and most against it.
    fn most(&self, answer: &Assessment) -> Option<String> {
        let reasons = self.reasons(answer);
        let told = |reason: &Reason| format!("{} ({})", reason.label, reason.log_odds.odds_multiplier());
        let for_it = reasons.iter().find(|reason| reason.log_odds.value() > 0.0).map(told);
        let against = reasons.iter().find(|reason| reason.log_odds.value() < 0.0).map(told);
        match (for_it, against) {
            (Some(for_it), Some(against)) => Some(format!("Most speaks for it: {for_it}; against it: {against}.")),
            (Some(for_it), None) => Some(format!("Most speaks for it: {for_it}.")),
            (None, Some(against)) => Some(format!("Most speaks against it: {against}.")),
            (None, None) => None,
        }
    }

    fn stale(&self, answer: &Assessment) -> Option<String> {
        let day = print(answer.last_check());
        answer.is_stale().then(|| format!("Nobody has looked for an announcement by {} since {day}.", self.platform()))
    }

    /// The reasons, the largest first, the terms of the prior as one.
    pub fn reasons(&self, answer: &Assessment) -> Vec<Reason> {
        let (prior, others): (Vec<_>, Vec<_>) =
            answer.items().partition(|item| item.code().group() == ItemGroup::Prior);
        let whole = LogOdds::nearest(prior.iter().map(|item| item.log_odds().value()).sum());
        let comparable = Reason { code: Prose::new("prior"), label: Prose::new("comparable seasons"), log_odds: whole };
        let mut reasons: Vec<_> = others.into_iter().map(|item| self.reason(item)).collect();
        reasons.extend((!prior.is_empty()).then_some(comparable));
        reasons.sort_by(|a, b| b.log_odds.value().abs().total_cmp(&a.log_odds.value().abs()));
        reasons
    }

    fn reason(&self, item: &Item) -> Reason {
        Reason {
            code: Prose::new(item.code().to_string()),
            label: self.item_label(item.code()),
            log_odds: item.log_odds(),
        }
    }

    /// What an item is called in print.
    pub fn item_label(&self, code: &ItemCode) -> Prose {
        let platform = self.platform();
        Prose::new(match code {
            ItemCode::Prior(term) => term_label(term),
            ItemCode::Silence => format!("no announcement by {platform} so far"),
            ItemCode::Staleness => "nobody has looked for news lately".to_owned(),
            ItemCode::Official => format!("the official word of {platform}"),
            ItemCode::Platform(reply) => format!("{platform} {}", reply_label(*reply)),
            ItemCode::Origin(key) => {
                self.origins.get(key).map_or_else(|| format!("independent voice “{key}”"), Prose::to_string)
            }
            ItemCode::Calibration => "correction learnt from past forecasts".to_owned(),
            ItemCode::Limit => "no forecast goes beyond 99.75 %".to_owned(),
        })
    }

    /// Every step as lines of text.
    pub fn steps(&self, answer: &Assessment) -> Vec<Prose> {
        let mut lines = Vec::new();
        for step in answer.steps() {
            lines.push(Prose::new(step.name.code()));
            lines.extend(step.items.iter().map(|item| Prose::new(self.line(item))));
            lines.extend(step.set_aside.iter().map(|claim| Prose::new(format!("  set aside: {claim}"))));
        }
        let (log_odds, sd) = (answer.log_odds().value(), answer.sd().value());
        lines.push(Prose::new(format!("  Λ = {log_odds:+.3} ± {sd:.3}; p = {:.3}", answer.probability().value())));
        lines
    }

    fn line(&self, item: &Item) -> String {
        let (log_odds, times) = (item.log_odds().value(), item.log_odds().odds_multiplier().to_string());
        format!(
            "  {log_odds:+.3} ± {:.3}  {times:>7}  {} [{}]",
            item.sd().value(),
            self.item_label(item.code()),
            item.code()
        )
    }

    /// How a published number is cited.
    pub fn citation(&self, answer: &Assessment, parameters: &Parameters) -> Prose {
        let (day, interval) = (print(answer.as_of()), answer.interval80());
        let (p, low, high) = (answer.probability().percent(), interval.low().percent(), interval.high().percent());
        Prose::new(format!("Greenlight {}, {day}: {p} % ({low}–{high} %)", parameters.version()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::renewal::assess::assess;
    use crate::renewal::examples;
    use crate::renewal::text::TermCode;

    fn naming() -> Naming {
        let key = OriginKey::new("xports-exclusive").unwrap();
        let origins = [(key, Prose::new("Xports News exclusive, 23 September 2025"))].into();
        Naming { title: Prose::new("The Trauma Code"), season: 2, platform: Some(Prose::new("Netflix")), origins }
    }

    #[test]
    fn the_launch_case_reads_like_a_newspaper() {
        let answer = assess(&examples::trauma_code(), Parameters::rc1());
        assert_eq!(
            naming().sentence(&answer).as_str(),
            "As of 31 October 2025, the chance of a season 2 of The Trauma Code is 63 % (80 % range 35–84 %): likely to return. A new season \
             is reported; Netflix says that it is considering it. Most speaks for it: Xports News exclusive, 23 September 2025 (×1.7); \
             against it: no announcement by Netflix so far (×0.71). The evidence is thin."
        );
        assert_eq!(
            naming().question(Day::from_ymd_opt(2025, 1, 24).unwrap(), Parameters::rc1()).as_str(),
            "Will season 2 of The Trauma Code be officially ordered by Netflix, which holds the rights, or be released by 24 January 2028?"
        );
    }

    #[test]
    fn what_counts_is_said_with_the_day_or_with_how_long_it_counts() {
        let complete_on = Day::from_ymd_opt(2025, 1, 24).unwrap();
        let known = naming().resolves_when(complete_on, Parameters::rc1());
        assert!(known.as_str().contains("or when 24 January 2028 passes."), "{known}");
        let to_come = Naming { season: 3, ..naming() }.resolves_when_to_come(Parameters::rc1());
        assert!(
            to_come.as_str().contains("1095 days have passed since the day on which season 2 is complete"),
            "{to_come}"
        );
    }

    #[test]
    fn reasons_stand_by_size_with_the_prior_as_one() {
        let answer = assess(&examples::trauma_code(), Parameters::rc1());
        let reasons = naming().reasons(&answer);
        let codes: Vec<_> = reasons.iter().map(|reason| reason.code.as_str()).collect();
        assert_eq!(
            codes,
            [
                "origin:xports-exclusive",
                "platform:under_review",
                "silence",
                "prior",
                "origin:lee-nakjun-intent",
                "origin:cast-willing"
            ]
        );
        let sum: f64 = reasons.iter().map(|reason| reason.log_odds.value()).sum();
        assert!((sum - answer.log_odds().value()).abs() < 1e-9);
    }

    #[test]
    fn every_step_is_printed_with_its_items() {
        let answer = assess(&examples::trauma_code(), Parameters::rc1());
        let lines: Vec<String> = naming().steps(&answer).into_iter().map(String::from).collect();
        assert!(
            lines.contains(&"  -0.340 ± 0.102    ×0.71  no announcement by Netflix so far [silence]".to_owned()),
            "{lines:#?}"
        );
        assert_eq!(lines.iter().filter(|line| !line.starts_with(' ')).count(), 7);
    }

    #[test]
    fn unnamed_things_are_still_called_something() {
        let code = ItemCode::Prior(TermCode::new("awards:2025-09-16").unwrap());
        assert_eq!(Naming::default().item_label(&code).as_str(), "awards announced on 16 September 2025");
        assert_eq!(Naming::default().item_label(&ItemCode::Silence).as_str(), "no announcement by the platform so far");
    }
}
