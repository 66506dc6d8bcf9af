//! Asking how likely a season is: that the reasons add up, and that leaving something out says so.

use greenlight::gate::Reason;
use serde_json::{Value, json};

use crate::support::ask::refused;
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
        for arguments in ["season: 3", "season: 2, asOf: \"2025-01-01\"", "asOf: \"1999-01-01\"", "season: 1"] {
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

/// A document about the launch show.
fn of_launch(fields: &str) -> String {
    format!("{{ show(by: {{slug: \"the-trauma-code-heroes-on-call\"}}) {{ {fields} }} }}")
}

#[test]
fn a_season_that_nobody_asks_about_is_not_found() {
    on_both(With::Starter, async |world| {
        for field in ["renewalConfidence(season: 99) { probability }", "renewalHistory(season: 99) { on }"] {
            let answer = world.ask(&of_launch(field), json!({})).await;
            assert_eq!(answer.code(), "NOT_FOUND", "{field}");
            assert_eq!(answer.unplanned, 0, "{field}");
        }
        let answer = world.ask(&of_launch("outlook(season: 99) { id }"), json!({})).await;
        assert_eq!(answer.at("/show/outlook"), &Value::Null);
    });
}

#[test]
fn a_number_out_of_range_is_refused_by_its_argument() {
    let refused = [
        "renewalConfidence(season: 0) { probability }",
        "renewalConfidence(season: -1) { probability }",
        "renewalHistory(season: 0) { on }",
        "outlook(season: 0) { id }",
        "outlook(season: -2147483648) { id }",
        "nextSeason { change(days: 0) }",
        "nextSeason { change(days: 366) }",
    ];
    on_both(With::Starter, async |world| {
        for field in refused {
            let answer = world.ask(&of_launch(field), json!({})).await;
            // The server tells these words of the executor from its own failures, and gives them the code BAD_USER_INPUT.
            let message = answer.json["errors"][0]["message"].as_str().unwrap_or_default();
            assert!(
                message.starts_with("Invalid value for argument ") || message.starts_with("Failed to parse "),
                "{field}: {message}"
            );
        }
    });
}

#[test]
fn a_season_whose_predecessor_is_not_complete_is_not_open_on_that_day() {
    on_both(With::Starter, async |world| {
        let field =
            "outlook(season: 2) { phase(asOf: \"2025-01-01\") confidence(asOf: \"2025-01-01\") { probability } }";
        let answer = world.ask(&of_launch(field), json!({})).await;
        assert_eq!(answer.at("/show/outlook"), &json!({"phase": "NOT_OPEN", "confidence": null}));
    });
}

#[test]
fn a_season_that_is_out_is_answered_and_resolved() {
    on_both(With::Starter, async |world| {
        let document = "{ show(by: {slug: \"squid-game\"}) { outlook(season: 2) {
            phase(asOf: \"2025-01-10\") decision(asOf: \"2025-01-10\") resolution { outcome on }
            confidence(asOf: \"2025-01-10\") { band status } } } }";
        let answer = world.ask(document, json!({})).await;
        let outlook = answer.at("/show/outlook");
        assert_eq!((&outlook["phase"], &outlook["decision"]), (&json!("RESOLVED"), &json!("RENEWED")));
        assert_eq!(outlook["resolution"], json!({"outcome": "RENEWED", "on": "2022-06-12"}));
        assert_eq!(outlook["confidence"], json!({"band": "ALMOST_CERTAIN", "status": "OFFICIALLY_RENEWED"}));
    });
}

#[test]
fn a_day_behind_the_horizon_is_answered_as_resolved() {
    on_both(With::Starter, async |world| {
        let field = "nextSeason { phase(asOf: \"2040-01-01\") confidence(asOf: \"2040-01-01\") { probability stale } }";
        let answer = world.ask(&of_launch(field), json!({})).await;
        assert_eq!(answer.at("/show/nextSeason/phase"), "RESOLVED");
        assert_eq!(answer.at("/show/nextSeason/confidence/stale"), true);
    });
}

#[test]
fn a_season_of_which_nothing_is_known_has_the_base_rate_and_no_news() {
    on_both(With::Nothing, async |world| {
        world
            .sql(
                "INSERT INTO show (id, slug, sort_key, format, popularity, created_at, updated_at)
                    VALUES (1, 'unknown', 'unknown', 'series', 0, '2026-01-01T00:00:00+00:00', '2026-01-01T00:00:00+00:00');
                 INSERT INTO season (id, show_id, number, completed_on, completed_on_precision) VALUES (1, 1, 1, '2026-01-01', 'day')",
            )
            .await;
        let document = "{ show(by: {slug: \"unknown\"}) { renewalConfidence(asOf: \"2026-01-15\") {
            probability interval80 { low high } status items { code } } } }";
        let answer = world.ask(document, json!({})).await;
        let found = answer.at("/show/renewalConfidence");
        assert_eq!(found["status"], "NO_NEWS", "{found:#}");
        let codes: Vec<_> =
            found["items"].as_array().unwrap().iter().map(|item| item["code"].as_str().unwrap()).collect();
        assert!(codes.iter().all(|code| ["prior:base", "silence", "staleness"].contains(code)), "{found:#}");
        let width = number(&found["interval80"]["high"]) - number(&found["interval80"]["low"]);
        assert!((0.15..0.45).contains(&number(&found["probability"])) && width > 0.35, "{found:#}");
    });
}

#[test]
fn an_utterance_that_is_grouped_with_its_opposite_has_no_vote() {
    on_both(With::Starter, async |world| {
        let fields = "items { code } corroboration { independentOrigins }";
        let before = asked(&world, "asOf: \"2025-10-31\"", fields).await;
        assert!(before.to_string().contains("origin:xports-exclusive"));
        world.sql("UPDATE claim SET stance = 'denies', is_grouped_by_editor = TRUE WHERE id = 131").await;
        let after = asked(&world, "asOf: \"2025-10-31\"", fields).await;
        assert!(!after.to_string().contains("xports-exclusive"), "{after:#}");
        let voices = |answer: &Value| answer["corroboration"]["independentOrigins"].as_i64().unwrap();
        assert_eq!(voices(&before) - voices(&after), 1, "it is no voice in favour either");
    });
}

#[test]
fn the_two_articles_alone_are_two_reports_of_one_voice() {
    on_both(With::Starter, async |world| {
        let reports = world.ask(&of_launch("reports(first: 100) { totalCount nodes { id } }"), json!({})).await;
        let ids = reports.each("/show/reports/nodes", "/id");
        assert_eq!(reports.at("/show/reports/totalCount"), ids.len(), "all reports are on one page");
        let articles = [json!("UmVwb3J0OjE"), json!("UmVwb3J0OjI")];
        let others: Vec<_> = ids.into_iter().filter(|id| !articles.contains(id)).collect();
        let document = "query ($others: [ID!]) { show(by: {slug: \"the-trauma-code-heroes-on-call\"}) {
            renewalConfidence(asOf: \"2025-10-31\", without: $others) { corroboration {
                reports outlets independentOrigins officialPosition officialStatement { rowCode } } } } }";
        let answer = world.ask(document, json!({ "others": others })).await;
        let expected = json!({"reports": 2, "outlets": 2, "independentOrigins": 1, "officialPosition": "UNDER_REVIEW",
            "officialStatement": {"rowCode": "trauma-code/a0/0.6"}});
        assert_eq!(answer.at("/show/renewalConfidence/corroboration"), &expected);
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

#[test]
fn more_than_a_hundred_ids_are_refused_before_anything_is_read() {
    on_both(With::Starter, async |world| {
        let document = "query ($ids: [ID!]) { show(by: {slug: \"the-trauma-code-heroes-on-call\"}) {
            renewalConfidence(asOf: \"2025-10-31\", without: $ids) { probability } } }";
        let ids = |count: usize| json!({ "ids": vec!["Q2xhaW06MQ"; count] });
        assert!(world.ask(document, ids(100)).await.at("/show/renewalConfidence/probability").is_f64());
        assert_eq!(refused(document, ids(101)), Some(Reason::Input));
    });
}
