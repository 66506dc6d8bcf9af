//! A line that is no case: refused, with the field where the fault stands.

use greenlight::renewal::read_case;
use serde_json::Value;
use serde_json::json;

/// A case in which everything is said.
fn whole() -> Value {
    json!({
        "as_of": "2025-10-31", "complete_on": "2025-01-24", "checked_until": "2025-10-31",
        "prior": [{"code": "base", "log_odds": -1.6, "sd": 0.4, "known_at": "2025-01-24"}],
        "claims": [
            {"id": "a", "origin": "x", "voucher": {"class": "outlet_insider", "id": "o"}, "stance": 1, "kind": "decision",
             "certainty": "confirmed", "noncommittal": null, "fidelity": 0.95, "claimed_on": "2025-09-23", "known_at": "2025-09-24",
             "window": {"milestone": "filming", "from": "2026-06-01", "to": "2026-08-31"}},
            {"id": "b", "origin": "y", "voucher": {"class": "platform", "id": "n"}, "stance": 0, "kind": "noncommittal",
             "certainty": null, "noncommittal": "under_review", "fidelity": 1, "claimed_on": "2025-09-23", "known_at": "2025-09-23", "window": null}
        ],
        "records": [{"voucher": {"class": "outlet_insider", "id": "o"}, "resolved_on": "2024-02-01", "right": true,
                     "prior_probability": 0.4, "stance": -1, "weight": 0.5}]
    })
}

/// The field that is blamed when one value of a whole case is replaced; null = it is not there.
fn blamed(pointer: &str, value: Value) -> String {
    let mut case = whole();
    *case.pointer_mut(pointer).unwrap() = value;
    read_case(&case.to_string()).expect_err(pointer).field().to_owned()
}

#[test]
fn a_whole_case_is_read_bare_and_under_its_key() {
    assert_eq!(
        read_case(&whole().to_string()).unwrap(),
        read_case(&json!({"name": "mine", "case": whole()}).to_string()).unwrap()
    );
}

#[test]
fn what_may_be_left_out_may_be_left_out() {
    let bare = read_case(r#"{"as_of": "2025-10-31", "complete_on": "2025-01-24"}"#).unwrap();
    assert_eq!((bare.claims().len(), bare.last_check()), (0, bare.as_of()));
}

#[test]
fn numbers_off_their_scale_are_blamed_where_they_stand() {
    assert_eq!(blamed("/claims/0/fidelity", json!(2)), "claims[0].fidelity");
    assert_eq!(blamed("/claims/0/fidelity", json!(0.49)), "claims[0].fidelity");
    assert_eq!(blamed("/prior/0/sd", json!(-0.1)), "prior[0].sd");
    assert_eq!(blamed("/prior/0/log_odds", json!("1")), "prior[0].log_odds");
    assert_eq!(blamed("/records/0/prior_probability", json!(1.1)), "records[0].prior_probability");
    assert_eq!(blamed("/records/0/weight", json!(-1)), "records[0].weight");
    assert_eq!(blamed("/claims/0/stance", json!(2)), "claims[0].stance");
}

#[test]
fn days_that_cannot_be_are_blamed_where_they_stand() {
    assert_eq!(blamed("/as_of", json!("2025-02-30")), "as_of");
    assert_eq!(blamed("/complete_on", json!(20_250_124)), "complete_on");
    assert_eq!(blamed("/checked_until", json!("2025-1-1")), "checked_until");
    assert_eq!(blamed("/claims/0/known_at", json!("2025-09-22")), "claims[0].known_at");
    assert_eq!(blamed("/claims/0/window/to", json!("2026-05-31")), "claims[0].window.to");
}

#[test]
fn a_stance_needs_its_kind_and_its_certainty_or_its_reply() {
    assert_eq!(blamed("/claims/0/certainty", Value::Null), "claims[0].certainty");
    assert_eq!(blamed("/claims/0/kind", Value::Null), "claims[0].kind");
    assert_eq!(blamed("/claims/0/kind", json!("noncommittal")), "claims[0].kind");
    assert_eq!(blamed("/claims/0/noncommittal", json!("no_plans")), "claims[0].noncommittal");
    assert_eq!(blamed("/claims/1/kind", Value::Null), "claims[1].kind");
    assert_eq!(blamed("/claims/1/kind", json!("decision")), "claims[1].kind");
    assert_eq!(blamed("/claims/1/noncommittal", Value::Null), "claims[1].noncommittal");
    assert_eq!(blamed("/claims/1/certainty", json!("confirmed")), "claims[1].certainty");
    assert_eq!(blamed("/records/0/stance", json!(0)), "records[0].stance");
}

#[test]
fn ids_name_one_thing_and_are_not_empty() {
    assert_eq!(blamed("/claims/1/id", json!("a")), "claims[1].id");
    assert_eq!(blamed("/claims/0/origin", json!("")), "claims[0].origin");
    assert_eq!(blamed("/claims/0/voucher", json!({"class": "neighbour", "id": "n"})), "claims[0].voucher.class");
    let mut twice = whole();
    let term = twice["prior"][0].clone();
    twice["prior"].as_array_mut().unwrap().push(term);
    assert_eq!(read_case(&twice.to_string()).unwrap_err().field(), "prior[1].code");
}

#[test]
fn misspelt_and_misshapen_fields_are_not_passed_over() {
    let mut case = whole();
    case["checked_untill"] = json!("2025-01-01");
    assert_eq!(read_case(&case.to_string()).unwrap_err().field(), "checked_untill");
    assert_eq!(blamed("/claims", json!({})), "claims");
    assert_eq!(blamed("/claims/1", json!([])), "claims[1]");
    assert_eq!(blamed("/records/0/right", json!("yes")), "records[0].right");
}

#[test]
fn what_is_no_json_object_is_blamed_as_a_whole() {
    let line = whole().to_string();
    for broken in ["", "   ", "null", "[]", "7", "{}x", &line[..line.len() / 2], "{\"case\": null}"] {
        assert_eq!(read_case(broken).expect_err(broken).field(), "case", "{broken}");
    }
}

#[test]
fn nan_and_infinity_are_named_although_json_has_no_word_for_them() {
    for word in ["NaN", "Infinity", "-Infinity"] {
        let line = whole().to_string().replace("-1.6", word);
        let fault = read_case(&line).unwrap_err();
        assert_eq!(fault.to_string(), format!("prior[0].log_odds: must be a finite number, not \"{word}\""));
    }
    let named_nan = whole().to_string().replace("\"x\"", "\"NaN \\\" Infinity\"").replace("0.95", "NaN");
    assert_eq!(read_case(&named_nan).unwrap_err().field(), "claims[0].fidelity");
    assert_eq!(read_case(&whole().to_string().replace("0.95", "1e999")).unwrap_err().field(), "case");
}
