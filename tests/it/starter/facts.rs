//! What the starter catalog must hold: the two articles, row by row, and how their conflicts were settled.

use std::collections::BTreeSet;

use super::{Row, table};

/// The article that dates itself "May 23".
const MISDATED: &str = "https://gonewsi.com/?p=5616";
/// The show that both articles are about.
const LAUNCH_SHOW: &str = "the-trauma-code-heroes-on-call";

fn claim(code: &str) -> Row {
    let found = table("claim").into_iter().find(|claim| claim.text("code") == format!("trauma-code/{code}"));
    found.unwrap_or_else(|| panic!("no claim {code}"))
}

fn of_articles() -> Vec<Row> {
    let mut claims = table("claim");
    claims.retain(|claim| claim.text("code").starts_with("trauma-code/a"));
    claims
}

fn one(name: &str, column: &str, value: &str) -> Row {
    let found = table(name).into_iter().find(|row| row.text(column) == value);
    found.unwrap_or_else(|| panic!("no {name} with {column} {value}"))
}

/// The awards that a claim counts.
fn members(code: &str) -> BTreeSet<Option<i64>> {
    let value = claim(code).number("claim_value_id");
    let counted = table("claim_value_member").into_iter().filter(|member| member.number("claim_value_id") == value);
    counted.map(|member| member.number("nomination_id")).collect()
}

#[test]
fn every_row_of_both_fact_tables_is_a_claim() {
    let codes: BTreeSet<_> = table("claim").iter().map(|claim| claim.text("code").to_owned()).collect();
    let first = (1..=25).map(|row| format!("trauma-code/a0/0.{row}"));
    let second = (1..=53).map(|row| format!("trauma-code/a1/1.{row}"));
    let missing: Vec<_> = first.chain(second).filter(|code| !codes.contains(code)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn two_articles_are_one_independent_report() {
    let reports: BTreeSet<_> = of_articles().iter().map(|claim| claim.number("report_id")).collect();
    let news = of_articles().into_iter().filter(|claim| matches!(claim.text("kind"), "decision" | "production"));
    let origins: BTreeSet<_> = news.map(|claim| claim.number("origin_id")).collect();
    assert_eq!(reports.len(), 2);
    assert_eq!(origins, BTreeSet::from([one("origin", "code", "xports-exclusive").id()]));
}

#[test]
fn the_platform_only_considers_it() {
    assert_eq!(claim("a0/0.6").text("platform_reply"), "under_review");
}

#[test]
fn the_misdated_article_has_its_day_and_the_reason() {
    let article = one("report", "url", MISDATED);
    assert_eq!(article.text("published_on"), "");
    assert_eq!((article.text("not_before"), article.text("effective_on")), ("2025-09-16", "2025-09-23"));
    let contradiction = table("contradiction").into_iter().find(|row| row.number("subject_report_id") == article.id());
    let contradiction = contradiction.expect("a contradiction about the report");
    assert_eq!(contradiction.text("kind"), "chronology");
    assert!(contradiction.text("resolution_reason").contains("16 September 2025"));
}

#[test]
fn the_two_triple_crowns_have_different_members() {
    let (one, other) = (members("a0/0.18"), members("a1/1.21"));
    assert_eq!((one.len(), other.len()), (3, 3));
    assert_ne!(one, other);
}

#[test]
fn a_reported_replacement_supersedes_the_forecast_and_deletes_nothing() {
    let forecast = claim("a1/1.30");
    assert_eq!(forecast.number("superseded_by_id"), claim("w/whats-on-netflix-yein").id());
    let credits = table("credit");
    let credit = credits.iter().find(|credit| credit.id() == forecast.number("subject_credit_id")).unwrap();
    assert_eq!(credit.text("state"), "superseded");
    let successor = credits.iter().find(|other| other.id() == credit.number("superseded_by_id")).unwrap();
    assert_eq!(successor.text("state"), "expected");
    assert_eq!(successor.number("character_id"), credit.number("character_id"));
}

#[test]
fn the_film_of_a_sidebar_stays_out_of_the_show() {
    let show = one("show", "slug", LAUNCH_SHOW).id();
    let sidebar = claim("a1/1.53");
    assert_ne!(sidebar.number("show_id"), show);
    assert!(sidebar.number("subject_outlet_id").is_some());
    assert!(table("claim").iter().all(|row| row.number("show_id") != show || !row.text("summary").contains("Mantis")));
}

#[test]
fn the_first_chart_week_had_three_days() {
    let first =
        table("chart_entry").into_iter().find(|entry| entry.number("hours_viewed") == Some(32_600_000)).unwrap();
    assert_eq!((first.text("week"), first.number("days_available")), ("2025-01-20", Some(3)));
}

#[test]
fn a_quote_without_its_condition_goes_back_to_one_that_has_it() {
    for (stripped, whole) in [("a1/1.36", "w/reeltalks-ju"), ("a1/1.37", "w/reeltalks-choo")] {
        let (stripped, whole) = (claim(stripped), claim(whole));
        assert_eq!(stripped.number("origin_id"), whole.number("origin_id"));
        assert_eq!(stripped.text("condition"), "");
        assert!(!whole.text("condition").is_empty());
    }
}
