//! The prior: how often comparable seasons come back, before anything is said.
//!
//! Where a show runs and where it was made say most: of Netflix's Korean first seasons few get a second (odds e^−1.6), of its English ones a
//! third. What is known of this season moves that: how many hours it was watched in its first 35 days, whether it was sold as a limited
//! series, whether its source has story left, what it won. Each feature is a named term
//!
//! > β·φ, with sd |φ|·sd β; a feature nobody knows counts as the market's mean, and adds (β·sd φ)² to the variance
//!
//! Features must be as they were *then*: a series relabelled "limited" after the fact would leak the answer (AUC .72 → .82). Each
//! term carries the day from which it could be known, and an assessment takes only terms of its past.
//!
//! Fitted on 302 first seasons that entered the global Netflix Top 10 between 2021-07 and 2023-07.
//!
//! ```
//! use greenlight::renewal::{Award, AwardWeight, Chart, Day, Features, Market, Parameters, prior_terms};
//!
//! let day = |y, m, d| Day::from_ymd_opt(y, m, d).unwrap();
//! let features = Features {
//!     market: Market::NetflixKorea,
//!     season: 1,
//!     complete_on: day(2025, 1, 24),
//!     chart: Some(Chart::WeekOne { known_at: day(2025, 2, 4), facts: vec![] }),
//!     labelled_limited: None,
//!     serial_source: Some(vec![]),
//!     awards: vec![Award { announced_on: day(2025, 5, 5), weight: AwardWeight::Lead, fact: None }],
//! };
//! let terms = prior_terms(&features, Parameters::rc1());
//! let printed: Vec<_> = terms.iter().map(|term| format!("{} {:+.3}", term.code, term.log_odds.value())).collect();
//! assert_eq!(printed, ["base -1.623", "chart_hours +0.512", "serial_source +0.641", "awards:2025-05-05 +0.103"]);
//! ```

use std::collections::BTreeMap;

use crate::renewal::case::Term;
use crate::renewal::chart::Chart;
use crate::renewal::parameters::Parameters;
use crate::renewal::rules::ChartFit;
use crate::renewal::rules::Estimate;
use crate::renewal::scale::LogOdds;
use crate::renewal::scale::Sd;
use crate::renewal::span::Day;
use crate::renewal::text::FactId;
use crate::renewal::text::TermCode;
use crate::renewal::vocabulary::vocabulary;

vocabulary! {
    /// Where a season is compared: platform × origin, of scripted series.
    Market {
        /// Netflix, made in Korea, scripted.
        NetflixKorea = "netflix_korea",
        /// Netflix, any other that is not in English.
        NetflixOtherNonEnglish = "netflix_other_non_english",
        /// Netflix, in English.
        NetflixEnglish = "netflix_english",
        /// Any other platform, where no chart is held.
        Elsewhere = "elsewhere",
    }
}

vocabulary! {
    /// How much a win weighs.
    AwardWeight {
        /// The series itself: 1 point.
        Series = "series",
        /// A lead, the director or the writer: ½.
        Lead = "lead",
        /// A newcomer: ¼.
        Newcomer = "newcomer",
    }
}

impl AwardWeight {
    const fn points(self) -> f64 {
        match self {
            Self::Series => 1.0,
            Self::Lead => 0.5,
            Self::Newcomer => 0.25,
        }
    }
}

/// One win.
#[derive(Clone, Debug, PartialEq)]
pub struct Award {
    /// When it was announced, which may be before it is handed over.
    pub announced_on: Day,
    /// How much it weighs.
    pub weight: AwardWeight,
    /// The nomination it rests on.
    pub fact: Option<FactId>,
}

/// What is known of a season, each with the facts that it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Features {
    /// Where it is compared.
    pub market: Market,
    /// Its number; from the second on the base is less sure.
    pub season: u16,
    /// When it was complete.
    pub complete_on: Day,
    /// How it charted; `None` = unknown.
    pub chart: Option<Chart>,
    /// Since when it was labelled a limited series; `None` = it was not.
    pub labelled_limited: Option<(Day, Vec<FactId>)>,
    /// The serial (novel, webtoon) that it was made from and that has material left; `None` = none is known.
    pub serial_source: Option<Vec<FactId>>,
    /// What it won.
    pub awards: Vec<Award>,
}

/// The terms of the prior, each from the day on which it could be known.
pub fn prior_terms(features: &Features, parameters: &Parameters) -> Vec<Term> {
    let prior = &parameters.prior;
    let complete_on = features.complete_on;
    let base = match features.market {
        Market::NetflixKorea => prior.base.netflix_korea,
        Market::NetflixOtherNonEnglish => prior.base.netflix_other_non_english,
        Market::NetflixEnglish => prior.base.netflix_english,
        Market::Elsewhere => prior.base.elsewhere,
    };
    let korean = features.market == Market::NetflixKorea;
    let serial = if korean { prior.serial_source.korea } else { prior.serial_source.elsewhere };
    let limited = features.labelled_limited.as_ref();
    let mut terms = vec![present("base", base, complete_on, &[])];
    terms.extend((features.season >= 2).then(|| present("later_season", prior.later_season, complete_on, &[])));
    terms.extend(chart_term(features, parameters));
    terms.extend(limited.map(|(since, facts)| present("limited_label", prior.limited_label, *since, facts)));
    terms.extend(features.serial_source.as_ref().map(|facts| present("serial_source", serial, complete_on, facts)));
    terms.extend(award_terms(&features.awards, prior.awards));
    terms
}

fn present(code: &str, estimate: Estimate, known_at: Day, facts: &[FactId]) -> Term {
    term(code, estimate.log_odds.value(), estimate.sd.value(), known_at, facts)
}

fn term(code: &str, log_odds: f64, sd: f64, known_at: Day, facts: &[FactId]) -> Term {
    #[expect(clippy::expect_used, reason = "every code of this file has letters")]
    let code = TermCode::new(code).expect("a code has letters");
    Term { code, log_odds: LogOdds::nearest(log_odds), sd: Sd::nearest(sd), known_at, facts: facts.to_vec() }
}

/// How it charted; outside Netflix there is no chart term.
fn chart_term(features: &Features, parameters: &Parameters) -> Option<Term> {
    let fits = &parameters.prior.chart;
    let fit = match features.market {
        Market::NetflixKorea => fits.korea,
        Market::NetflixOtherNonEnglish => fits.other_non_english,
        Market::NetflixEnglish => fits.english,
        Market::Elsewhere => return None,
    };
    let week_one = parameters.prior.week_one;
    let mean = fit.mean.value();
    Some(match &features.chart {
        Some(Chart::Hours { z, known_at, facts }) => hours(fit, z.value(), 0.0, *known_at, facts),
        Some(Chart::WeekOne { known_at, facts }) => {
            hours(fit, week_one.mean.value(), week_one.sd.value(), *known_at, facts)
        }
        Some(Chart::Uncharted { known_at }) => {
            let uncharted = parameters.prior.uncharted;
            let log_odds = uncharted.log_odds.value() + fit.beta.log_odds.value() * mean;
            term("uncharted", log_odds, uncharted.sd.value(), *known_at, &[])
        }
        None => hours(fit, mean, fit.sd.value(), features.complete_on, &[]),
    })
}

/// β·z; what is not known of z adds to the variance.
fn hours(fit: ChartFit, z: f64, sd_of_z: f64, known_at: Day, facts: &[FactId]) -> Term {
    let beta = fit.beta;
    let sd = (z * beta.sd.value()).hypot(beta.log_odds.value() * sd_of_z);
    term("chart_hours", beta.log_odds.value() * z, sd, known_at, facts)
}

/// One term for each announcement day: what it adds to 1 − ½^points.
fn award_terms(awards: &[Award], estimate: Estimate) -> Vec<Term> {
    let mut by_day: BTreeMap<Day, Vec<&Award>> = BTreeMap::new();
    for award in awards {
        by_day.entry(award.announced_on).or_default().push(award);
    }
    let mut points = 0.0;
    let increment = |(day, won): (Day, Vec<&Award>)| {
        let before = 1.0 - f64::exp2(-points);
        points += won.iter().map(|award| award.weight.points()).sum::<f64>();
        let phi = 1.0 - f64::exp2(-points) - before;
        let facts: Vec<_> = won.iter().filter_map(|award| award.fact.clone()).collect();
        term(&format!("awards:{day}"), estimate.log_odds.value() * phi, estimate.sd.value() * phi, day, &facts)
    };
    by_day.into_iter().map(increment).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> Day {
        Day::from_ymd_opt(2025, month, day).unwrap()
    }

    fn features(market: Market) -> Features {
        let (chart, labelled_limited, serial_source) = (None, None, None);
        Features { market, season: 1, complete_on: day(1, 24), chart, labelled_limited, serial_source, awards: vec![] }
    }

    fn found(features: &Features) -> Vec<(String, f64, f64)> {
        let terms = prior_terms(features, Parameters::rc1());
        terms.iter().map(|term| (term.code.to_string(), term.log_odds.value(), term.sd.value())).collect()
    }

    #[test]
    fn unknown_hours_count_as_the_mean_of_the_market_and_widen() {
        let terms = found(&features(Market::NetflixEnglish));
        let (code, log_odds, sd) = &terms[1];
        assert_eq!((code.as_str(), terms.len()), ("chart_hours", 2));
        assert!((log_odds - 0.963 * 0.233).abs() < 1e-12);
        assert!((sd * sd - ((0.233_f64 * 0.237).powi(2) + (0.963_f64 * 1.01).powi(2))).abs() < 1e-12);
    }

    #[test]
    fn never_charted_stands_in_place_of_the_hours() {
        let chart = Some(Chart::Uncharted { known_at: day(3, 4) });
        let terms = found(&Features { chart, ..features(Market::NetflixKorea) });
        assert_eq!(terms[1].0, "uncharted");
        assert!((terms[1].1 - (-1.15 + 0.443 * 0.887)).abs() < 1e-12 && (terms[1].2 - 0.35).abs() < 1e-12);
        assert_eq!(terms.len(), 2);
    }

    #[test]
    fn other_platforms_have_no_chart_and_later_seasons_are_less_sure() {
        let chart = Some(Chart::Uncharted { known_at: day(3, 4) });
        let terms = found(&Features { chart, season: 2, ..features(Market::Elsewhere) });
        assert_eq!(terms, [("base".into(), -1.14, 0.84), ("later_season".into(), 0.0, 0.4)]);
    }

    #[test]
    fn awards_add_less_and_less_and_sum_to_the_whole() {
        let award = |month, weight| Award { announced_on: day(month, 5), weight, fact: None };
        let awards = vec![award(7, AwardWeight::Series), award(5, AwardWeight::Lead), award(7, AwardWeight::Newcomer)];
        let terms = found(&Features { awards, ..features(Market::Elsewhere) });
        assert_eq!([terms[1].0.as_str(), terms[2].0.as_str()], ["awards:2025-05-05", "awards:2025-07-05"]);
        let sum = terms[1].1 + terms[2].1;
        assert!((sum - 0.35 * (1.0 - f64::exp2(-1.75))).abs() < 1e-12);
        assert!(terms.iter().skip(1).all(|(_, log_odds, sd)| (log_odds - sd).abs() < 1e-12));
    }
}
