//! The launch case, *The Trauma Code* season 2, as two articles and their follow-up tell it: the worked numbers, and what must hold of them.

use greenlight::renewal::Assessment;
use greenlight::renewal::Case;
use greenlight::renewal::ClaimId;
use greenlight::renewal::Day;
use greenlight::renewal::EvidenceGrade;
use greenlight::renewal::Parameters;
use greenlight::renewal::RenewalStatus;
use greenlight::renewal::assess;
use greenlight::renewal::examples;
use serde_json::Value;

const WORKED: &str = include_str!("../../fixtures/renewal/worked.json");

/// As of, p, low, high (in thousandths and hundredths as the model's page prints them), status, stale.
type Row = (&'static str, f64, f64, f64, RenewalStatus, bool);

const ROWS: [Row; 7] = [
    ("2025-05-24 dates corrected", 0.405, 0.20, 0.64, RenewalStatus::StatementsOnly, false),
    ("2025-05-24 \"May 23\" taken literally", 0.646, 0.37, 0.85, RenewalStatus::ReportedNotConfirmed, false),
    ("2025-10-31 both articles", 0.627, 0.35, 0.84, RenewalStatus::ReportedNotConfirmed, false),
    ("2026-11-20 watched, nothing since", 0.187, 0.07, 0.41, RenewalStatus::UnderConsideration, false),
    ("2026-11-20 unchecked since 2025-10-31", 0.569, 0.27, 0.83, RenewalStatus::ReportedNotConfirmed, true),
    ("2026-07-01 with the June 2026 follow-up", 0.643, 0.36, 0.85, RenewalStatus::ReportedNotConfirmed, false),
    ("2026-11-20 with the June 2026 follow-up", 0.391, 0.17, 0.66, RenewalStatus::ReportedNotConfirmed, false),
];

fn worked(name: &str) -> Case {
    let vectors: Vec<Value> = serde_json::from_str(WORKED).unwrap();
    let vector = vectors.iter().find(|vector| vector["name"] == name).expect(name);
    examples::case(&vector["case"].to_string())
}

fn answer(case: &Case) -> Assessment {
    assess(case, Parameters::rc1())
}

fn without(case: &Case, ids: &[&str]) -> f64 {
    let ids: Vec<_> = ids.iter().map(|id| ClaimId::new(id).unwrap()).collect();
    answer(&case.without(&ids)).probability().value()
}

#[test]
fn the_rows_of_the_page_are_met() {
    for (name, p, low, high, status, stale) in ROWS {
        let found = answer(&worked(name));
        let interval = found.interval80();
        assert!((found.probability().value() - p).abs() <= 0.0005, "{name}: {}", found.probability().value());
        assert!(
            (interval.low().value() - low).abs() <= 0.005 && (interval.high().value() - high).abs() <= 0.005,
            "{name}"
        );
        assert_eq!((found.status(), found.is_stale()), (status, stale), "{name}");
    }
}

#[test]
fn the_platforms_reply_and_the_exclusive_lift_the_number_and_a_retelling_does_not() {
    let case = examples::trauma_code();
    let p = answer(&case).probability().value();
    assert!(without(&case, &["A0-netflix"]) < p);
    assert!(without(&case, &["A0-report", "A1-report", "A1-prep", "A1-filming"]) < p);
    assert!((without(&case, &["A1-report", "A1-prep", "A1-filming", "A1-creator"]) - p).abs() < 1e-12);
}

#[test]
fn a_year_that_nobody_watched_is_stale_and_wide() {
    let watched = answer(&worked("2026-11-20 watched, nothing since"));
    let unwatched = answer(&worked("2026-11-20 unchecked since 2025-10-31"));
    assert!(unwatched.interval80().width() > watched.interval80().width());
    assert_eq!(unwatched.evidence_grade(), EvidenceGrade::Thin);
}

#[test]
fn a_case_asked_earlier_does_not_know_what_came_later() {
    let before = Day::from_ymd_opt(2025, 9, 22).unwrap();
    let early = answer(&examples::trauma_code().on(before));
    assert_eq!(early.status(), RenewalStatus::StatementsOnly);
    assert!(early.items().all(|item| !item.code().to_string().contains("xports")));
}

#[test]
fn no_feature_and_no_claim_is_no_news_and_wide() {
    let empty = examples::case(
        r#"{"as_of": "2025-03-01", "complete_on": "2025-01-24",
        "prior": [{"code": "base", "log_odds": -1.14, "sd": 0.84, "known_at": "2025-01-24"}]}"#,
    );
    let found = answer(&empty);
    assert_eq!(found.status(), RenewalStatus::NoNews);
    assert!(found.interval80().width().value() > 0.35);
}
