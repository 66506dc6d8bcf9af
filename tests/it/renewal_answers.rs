//! Asking how likely a season is: that the reasons add up, and that leaving something out says so.

use serde_json::{Value, json};

use crate::support::world::{With, World, on_both};

/// The number about the second season of the launch show on a day, with further arguments.
async fn asked(world: &World, arguments: &str, fields: &str) -> Value {
    let document = format!(
        "{{ show(by: {{slug: \"the-trauma-code-heroes-on-call\"}}) {{ renewalConfidence({arguments}) {{ {fields} }} }} }}"
    );
    world.ask(&document, json!({})).await.at("/show/renewalConfidence").clone()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is no number"))
}

#[test]
fn the_items_add_up_to_the_log_odds_and_the_log_odds_are_the_probability() {
    on_both(With::Starter, async |world| {
        for day in ["2025-05-24", "2025-09-24", "2026-06-23", "2026-09-24"] {
            let fields = "probability logOdds items { code logOdds oddsMultiplier } origins { logOdds }";
            let answer = asked(&world, &format!("asOf: \"{day}\""), fields).await;
            let items = answer["items"].as_array().unwrap();
            let sum: f64 = items.iter().map(|item| number(&item["logOdds"])).sum();
            let log_odds = number(&answer["logOdds"]);
            assert!((sum - log_odds).abs() < 1e-9, "{day}: {sum} is not {log_odds}");
            assert!((1.0 / (1.0 + (-log_odds).exp()) - number(&answer["probability"])).abs() < 1e-9, "{day}");
            let voices = items.iter().filter(|item| item["code"].as_str().unwrap().starts_with("origin:"));
            let voices: f64 = voices.map(|item| number(&item["logOdds"])).sum();
            let origins: f64 =
                answer["origins"].as_array().unwrap().iter().map(|origin| number(&origin["logOdds"])).sum();
            assert!((voices - origins).abs() < 1e-9, "{day}: the origins are not the items of voices");
            let sizes: Vec<_> = items.iter().map(|item| number(&item["logOdds"]).abs()).collect();
            assert!(sizes.is_sorted_by(|one, next| one >= next), "{day}: {sizes:?}");
        }
    });
}

#[test]
fn leaving_out_the_exclusive_lowers_the_number_and_says_that_it_is_hypothetical() {
    on_both(With::Starter, async |world| {
        let fields = "probability isHypothetical items { code } corroboration { independentOrigins }";
        let whole = asked(&world, "asOf: \"2025-10-31\"", fields).await;
        let without = asked(&world, "asOf: \"2025-10-31\", without: [\"T3JpZ2luOjE\"]", fields).await;
        assert!(number(&without["probability"]) < number(&whole["probability"]));
        assert_eq!((&whole["isHypothetical"], &without["isHypothetical"]), (&json!(false), &json!(true)));
        let exclusive = json!("origin:xports-exclusive");
        let has = |answer: &Value| answer["items"].as_array().unwrap().iter().any(|item| item["code"] == exclusive);
        assert!(has(&whole) && !has(&without));
        let voices = |answer: &Value| answer["corroboration"]["independentOrigins"].as_i64().unwrap();
        assert!(voices(&without) < voices(&whole), "what is left out is not counted beside the number either");
        let nothing_left_out = asked(&world, "asOf: \"2025-10-31\", without: [], trust: {}", "isHypothetical").await;
        assert_eq!(nothing_left_out["isHypothetical"], json!(false));
    });
}

#[test]
fn a_season_whose_question_is_not_open_has_no_number() {
    on_both(With::Starter, async |world| {
        for arguments in
            ["season: 3", "season: 77", "season: 2, asOf: \"2025-01-01\"", "asOf: \"1999-01-01\"", "season: 1"]
        {
            assert_eq!(asked(&world, arguments, "probability").await, Value::Null, "{arguments}");
        }
    });
}

#[test]
fn a_day_to_come_is_answered_with_what_is_held_and_is_stale() {
    on_both(With::Starter, async |world| {
        let answer = asked(&world, "asOf: \"2027-12-01\"", "probability stale asOf checkedUntil").await;
        assert_eq!((&answer["stale"], &answer["asOf"]), (&json!(true), &json!("2027-12-01")));
        assert!(answer["checkedUntil"].as_str().unwrap() < "2027-12-01");
    });
}

#[test]
fn what_cannot_be_left_out_is_refused_with_a_word_on_what_to_send() {
    let refused = [
        "without: [\"nonsense\"]".to_owned(),
        "without: [\"U2hvdzox\"]".to_owned(),
        "trust: {minimumFidelity: 0.4}".to_owned(),
        "trust: {minimumFidelity: 1.5}".to_owned(),
        "trust: {excludeVouchers: [\"U2hvdzox\"]}".to_owned(),
    ];
    on_both(With::Starter, async |world| {
        for arguments in &refused {
            let document = format!(
                "{{ show(by: {{slug: \"the-trauma-code-heroes-on-call\"}}) {{ renewalConfidence({arguments}) {{ probability }} }} }}"
            );
            assert_eq!(world.ask(&document, json!({})).await.code(), "BAD_USER_INPUT", "{arguments}");
        }
    });
}
