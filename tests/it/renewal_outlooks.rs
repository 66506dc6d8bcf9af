//! Outlooks: their ids, the number over time, and which seasons are asked about.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use crate::support::world::{With, World, on_both};

fn id(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(text)
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is no number"))
}

/// What is asked of the launch show.
async fn launch(world: &World, fields: &str) -> Value {
    let document = format!("{{ show(by: {{slug: \"the-trauma-code-heroes-on-call\"}}) {{ {fields} }} }}");
    let answer = world.ask(&document, json!({})).await;
    assert_eq!(answer.unplanned, 0, "{fields}");
    answer.at("/show").clone()
}

async fn node(world: &World, text: &str) -> Value {
    let document = "query ($id: ID!) { node(id: $id) { id ... on RenewalOutlook { seasonNumber show { slug } } } }";
    world.ask(document, json!({ "id": id(text) })).await.at("/node").clone()
}

#[test]
fn an_outlook_is_found_by_the_id_that_it_gives() {
    on_both(With::Starter, async |world| {
        let given = launch(&world, "nextSeason { id } outlook(season: 3) { id }").await;
        assert_eq!(given["nextSeason"]["id"], id("RenewalOutlook:1/2"));
        let third = node(&world, "RenewalOutlook:1/3").await;
        assert_eq!((&third["id"], &third["seasonNumber"]), (&given["outlook"]["id"], &json!(3)));
        for none in [
            "RenewalOutlook:1/9",
            "RenewalOutlook:1/0",
            "RenewalOutlook:1/-1",
            "RenewalOutlook:4711/2",
            "RenewalOutlook:1",
        ] {
            assert_eq!(node(&world, none).await, Value::Null, "{none}");
        }
    });
}

#[test]
fn an_outlook_of_a_show_that_was_merged_is_that_of_the_survivor() {
    on_both(With::Starter, async |world| {
        world
            .sql("INSERT INTO merged_into (id, old_id, merged_at, show_id) VALUES (900, 999, '2026-01-01T00:00:00+00:00', 1)")
            .await;
        let found = node(&world, "RenewalOutlook:999/2").await;
        assert_eq!(found["id"], id("RenewalOutlook:1/2"));
        assert_eq!(found["show"]["slug"], "the-trauma-code-heroes-on-call");
        assert_eq!(node(&world, "RenewalOutlook:999/77").await, Value::Null);
    });
}

#[test]
fn every_season_that_is_asked_or_talked_about_has_an_outlook_by_number() {
    on_both(With::Starter, async |world| {
        let seasons = async || {
            let of = launch(&world, "outlooks { seasonNumber }").await;
            of["outlooks"]
                .as_array()
                .unwrap()
                .iter()
                .map(|one| one["seasonNumber"].as_i64().unwrap())
                .collect::<Vec<_>>()
        };
        assert_eq!(seasons().await, [2, 3]);
        world.sql("INSERT INTO claim_season (claim_id, season_number) VALUES (2, 7)").await;
        assert_eq!(seasons().await, [2, 3, 7]);
        assert_eq!(launch(&world, "outlook(season: 7) { phase }").await["outlook"]["phase"], "NOT_OPEN");
        world.sql("DELETE FROM claim_season").await;
        assert_eq!(seasons().await, [2], "the catalog itself leads up to it");
    });
}

#[test]
fn a_point_of_a_history_is_the_number_of_its_day_and_its_changes_say_why() {
    on_both(With::Starter, async |world| {
        let history = "renewalHistory(to: \"2026-10-15\") { on probability status changes { code before after } }";
        let points = launch(&world, history).await["renewalHistory"].as_array().unwrap().clone();
        assert_eq!((&points[0]["on"], &points[points.len() - 1]["on"]), (&json!("2025-01-24"), &json!("2026-10-15")));
        assert_eq!(points[0]["changes"], json!([]));
        let log_odds = |point: &Value| (number(&point["probability"]) / (1.0 - number(&point["probability"]))).ln();
        let part = |value: &Value| value.as_f64().unwrap_or(0.0);
        for pair in points.windows(2) {
            assert!(pair[0]["on"].as_str() < pair[1]["on"].as_str());
            let changes = pair[1]["changes"].as_array().unwrap();
            let moved: f64 = changes.iter().map(|change| part(&change["after"]) - part(&change["before"])).sum();
            assert!((log_odds(&pair[1]) - log_odds(&pair[0]) - moved).abs() < 1e-9, "{:#}", pair[1]);
        }
        for day in ["2025-09-23", "2026-06-22", "2026-08-01"] {
            let point = points.iter().find(|point| point["on"] == day).unwrap_or_else(|| panic!("no point on {day}"));
            let then = launch(&world, &format!("renewalConfidence(asOf: \"{day}\") {{ probability status }}")).await;
            assert_eq!(point["probability"], then["renewalConfidence"]["probability"], "{day}");
            assert_eq!(point["status"], then["renewalConfidence"]["status"], "{day}");
        }
    });
}

#[test]
fn a_history_has_no_point_where_only_time_passed_but_on_the_first_of_a_month() {
    on_both(With::Starter, async |world| {
        // A day on which the same was said again: a turn of the ledger that moves nothing.
        world.sql("UPDATE claim SET known_at = '2025-10-07' WHERE id = 134").await;
        let points = launch(&world, "renewalHistory(from: \"2025-10-02\", to: \"2025-11-15\") { on }").await;
        let days: Vec<_> =
            points["renewalHistory"].as_array().unwrap().iter().map(|point| point["on"].clone()).collect();
        assert!(days.contains(&json!("2025-11-01")) && days.last() == Some(&json!("2025-11-15")), "{days:?}");
        assert!(!days.contains(&json!("2025-10-07")), "{days:?}");
    });
}

#[test]
fn a_stretch_of_a_history_is_cut_out_and_does_not_reach_beyond_today() {
    on_both(With::Starter, async |world| {
        let whole = launch(&world, "renewalHistory(to: \"2025-12-31\") { on probability changes { code } }").await;
        let part = "renewalHistory(from: \"2025-09-01\", to: \"2025-12-31\") { on probability changes { code } }";
        let part = launch(&world, part).await["renewalHistory"].as_array().unwrap().clone();
        assert!(!part.is_empty() && whole["renewalHistory"].as_array().unwrap().ends_with(&part));
        let empty = launch(&world, "renewalHistory(from: \"2999-01-01\") { on }").await;
        assert_eq!(empty["renewalHistory"], json!([]));
        let today = launch(&world, "renewalHistory { on }").await;
        let far = launch(&world, "renewalHistory(to: \"9999-12-31\") { on }").await;
        assert_eq!(today, far);
        let document = "{ show(by: {slug: \"the-trauma-code-heroes-on-call\"}) { nextSeason {
            history(from: \"2025-10-01\", to: \"2025-09-30\") { on } } } }";
        assert_eq!(world.ask(document, json!({})).await.code(), "BAD_USER_INPUT");
    });
}

#[test]
fn a_change_is_the_difference_of_two_numbers_and_none_before_the_question_was_open() {
    on_both(With::Starter, async |world| {
        let today = chrono::Utc::now().date_naive();
        let then = today - chrono::TimeDelta::days(30);
        let fields = format!(
            "nextSeason {{ change now: confidence(asOf: \"{today}\") {{ probability }} then: confidence(asOf: \"{then}\") {{ probability }} }}"
        );
        let next = &launch(&world, &fields).await["nextSeason"];
        let moved = number(&next["now"]["probability"]) - number(&next["then"]["probability"]);
        assert!((number(&next["change"]) - moved).abs() < 1e-12, "{next:#}");
        world.sql(&format!("UPDATE season SET completed_on = '{then}' WHERE show_id = 1 AND number = 1")).await;
        let next = &launch(&world, "nextSeason { on: change(days: 30) before: change(days: 31) }").await["nextSeason"];
        assert!(next["on"].is_f64() && next["before"].is_null(), "{next:#}");
    });
}

#[test]
fn the_season_after_an_incomplete_one_or_after_specials_is_not_asked_about() {
    on_both(With::Starter, async |world| {
        let fields = "season(number: 1) { nextSeason { seasonNumber } }";
        assert_eq!(launch(&world, fields).await["season"]["nextSeason"]["seasonNumber"], 2);
        world.sql("UPDATE season SET completed_on = '2999-01-01' WHERE show_id = 1 AND number = 1").await;
        assert_eq!(launch(&world, fields).await["season"]["nextSeason"], Value::Null);
        world.sql("UPDATE season SET number = 0, completed_on = '2025-01-24' WHERE show_id = 1 AND number = 1").await;
        let specials = launch(&world, "season(number: 0) { nextSeason { seasonNumber } }").await;
        assert_eq!(specials["season"]["nextSeason"], Value::Null);
    });
}

#[test]
fn the_question_names_who_holds_the_rights_and_not_who_carries_it() {
    on_both(With::Starter, async |world| {
        world.sql("UPDATE show_platform SET role = 'distributor' WHERE show_id = 1").await;
        let unknown = launch(&world, "nextSeason { question resolvesWhen }").await;
        for field in ["question", "resolvesWhen"] {
            let text = unknown["nextSeason"][field].as_str().unwrap();
            assert!(!text.contains("Netflix") && text.contains("the platform"), "{text}");
        }
        let asked = "question confidence(asOf: \"2025-10-31\") { question }";
        let next = &launch(&world, &format!("nextSeason {{ {asked} }}")).await["nextSeason"];
        assert_eq!(next["question"], next["confidence"]["question"], "one question, one wording");
    });
}
