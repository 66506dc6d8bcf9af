//! The model against its test vectors: 400 random cases and the worked ones, to 1e-9.

use greenlight::renewal::Assessment;
use greenlight::renewal::Case;
use greenlight::renewal::Parameters;
use greenlight::renewal::assess;
use greenlight::renewal::examples;
use serde_json::Value;

const RANDOM: &str = include_str!("../../fixtures/renewal/random.jsonl");
const WORKED: &str = include_str!("../../fixtures/renewal/worked.json");

#[test]
fn the_random_cases_are_answered_exactly() {
    let vectors: Vec<Value> = RANDOM.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(vectors.len(), 400);
    let faults: Vec<_> =
        vectors.iter().enumerate().flat_map(|(at, vector)| faults(&format!("case {at}"), vector)).collect();
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_worked_numbers_of_the_launch_case_are_exact() {
    let vectors: Vec<Value> = serde_json::from_str(WORKED).unwrap();
    assert_eq!(vectors.len(), 8);
    let faults: Vec<_> = vectors.iter().flat_map(|vector| faults(vector["name"].as_str().unwrap(), vector)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_case_and_every_answer_is_kept_as_json_bit_for_bit() {
    let worked: Vec<Value> = serde_json::from_str(WORKED).unwrap();
    let random = RANDOM.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let mut kept = 0;
    for vector in random.chain(worked) {
        let case = examples::case(&vector["case"].to_string());
        let answer = assess(&case, Parameters::rc1());
        let text = serde_json::to_string(&(&case, &answer)).unwrap();
        let read: (Case, Assessment) = serde_json::from_str(&text).unwrap();
        // Debug prints the shortest decimals that name exactly these bits, and the sign of a zero.
        assert_eq!(format!("{read:?}"), format!("{:?}", (&case, &answer)));
        assert_eq!(serde_json::to_string(&read).unwrap(), text);
        kept += 1;
    }
    assert_eq!(kept, 408);
}

/// What of an answer differs from what is expected.
fn faults(name: &str, vector: &Value) -> Vec<String> {
    let answer = assess(&examples::case(&vector["case"].to_string()), Parameters::rc1());
    let expected = &vector["expected"];
    let numbers = [
        ("probability", answer.probability().value(), &expected["probability"]),
        ("low", answer.interval80().low().value(), &expected["interval80"]["low"]),
        ("high", answer.interval80().high().value(), &expected["interval80"]["high"]),
        ("log_odds", answer.log_odds().value(), &expected["log_odds"]),
        ("sd", answer.sd().value(), &expected["sd"]),
    ];
    let words = [
        ("status", answer.status().code(), &expected["status"]),
        ("band", answer.band().label(), &expected["band"]),
        ("evidence_grade", answer.evidence_grade().label(), &expected["evidence_grade"]),
    ];
    let numbers = numbers.into_iter().filter(|(_, found, wanted)| !near(*found, wanted));
    let numbers = numbers.map(|(what, found, wanted)| format!("{name}: {what} {found}, not {wanted}"));
    let words = words.into_iter().filter(|(_, found, wanted)| *found != wanted.as_str().unwrap());
    let words = words.map(|(what, found, wanted)| format!("{name}: {what} {found}, not {wanted}"));
    numbers.chain(words).chain(item_faults(name, &answer, expected["items"].as_array().unwrap())).collect()
}

fn item_faults(name: &str, answer: &Assessment, expected: &[Value]) -> Vec<String> {
    let mut found: Vec<_> =
        answer.items().map(|item| (item.code().to_string(), item.log_odds().value(), item.sd().value())).collect();
    found.sort_by(|a, b| a.0.cmp(&b.0));
    let same = found.len() == expected.len()
        && found.iter().zip(expected).all(|((code, log_odds, sd), wanted)| {
            wanted["code"] == code.as_str() && near(*log_odds, &wanted["log_odds"]) && near(*sd, &wanted["sd"])
        });
    if same { Vec::new() } else { vec![format!("{name}: items {found:?}, not {expected:?}")] }
}

fn near(found: f64, wanted: &Value) -> bool {
    (found - wanted.as_f64().unwrap()).abs() <= 1e-9
}
