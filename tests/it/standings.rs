//! What became of claims: the rule and its form in the database say the same of any ledger.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use chrono::{Days, NaiveDate};
use greenlight::importers::jsonl::{Source, import};
use serde_json::{Value, json};

use crate::support::world::{With, World, on_both};

const STANDINGS: [&str; 6] = ["STANDING", "SUPERSEDED", "WITHDRAWN", "LAPSED", "PROVED_RIGHT", "PROVED_WRONG"];
const SHOWS: u64 = 6;
const CLAIMS_OF_SHOW: u64 = 16;

/// Numbers that look random and are always the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn one_of<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[usize::try_from(self.below(u64::try_from(of.len()).unwrap())).unwrap()]
    }

    fn day(&mut self) -> String {
        let first: NaiveDate = "2018-01-01".parse().unwrap();
        first.checked_add_days(Days::new(self.below(2_500))).unwrap().to_string()
    }

    fn seldom(&mut self, value: impl FnOnce(&mut Self) -> Value) -> Value {
        if self.below(4) == 0 { value(self) } else { Value::Null }
    }
}

/// A ledger of several shows, with everything that can become of a claim.
fn ledger() -> String {
    let mut dice = Dice(7);
    let mut rows = vec![json!({"outlet": {"id": 1, "slug": "o", "name": "O", "sort_key": "o", "kind": "trade"}})];
    for id in 1..=4 {
        let withdrawn = (id > 2).then(|| dice.day() + "T12:00:00Z");
        rows.push(json!({"report": {"id": id, "outlet_id": 1, "title": "t", "first_seen_at": "2018-01-01T00:00:00Z",
            "effective_on": "2018-01-01", "summary": "s", "is_exclusive": false, "withdrawn_at": withdrawn,
            "withdrawal_reason": withdrawn.as_ref().map(|_| "r")}}));
    }
    for show in 1..=SHOWS {
        let at = "2026-01-01T00:00:00Z";
        rows.push(json!({"show": {"id": show, "slug": format!("s{show}"), "sort_key": "s", "format": "series", "popularity": 0,
            "created_at": at, "updated_at": at}}));
        rows.push(
            json!({"origin": {"id": show, "show_id": show, "code": "o", "label": "o", "voucher_class": "unsourced",
            "voucher_name": "v", "said_on": "2018-01-01", "said_on_precision": "day"}}),
        );
        for number in 0..=dice.below(4) {
            let (premiered, completed) = (dice.day(), dice.seldom(|_| Value::Null));
            let completed = if dice.below(3) == 0 { completed } else { premiered.clone().into() };
            let precision = dice.one_of(&["day", "day", "month", "year"]);
            rows.push(json!({"season": {"id": show * 10 + number, "show_id": show, "number": number, "premiered_on": premiered,
                "premiered_on_precision": precision, "completed_on": completed,
                "completed_on_precision": completed.as_str().map(|_| precision)}}));
        }
        for season in 2..=4 {
            if dice.below(2) == 0 {
                let outcome = dice.one_of(&["renewed", "not_renewed", "void"]);
                let reversed = dice.seldom(|dice| dice.day().into());
                rows.push(json!({"resolution": {"id": show * 10 + season, "show_id": show, "season_number": season, "outcome": outcome,
                    "resolved_on": dice.day(), "reason": "r", "reversed_on": reversed}}));
            }
        }
        for nth in 0..CLAIMS_OF_SHOW {
            claim(&mut rows, &mut dice, show, nth);
        }
    }
    rows.iter().map(Value::to_string).collect::<Vec<_>>().join("\n")
}

fn claim(rows: &mut Vec<Value>, dice: &mut Dice, show: u64, nth: u64) {
    let id = show * 100 + nth;
    let withdrawn = dice.seldom(|dice| format!("{}T23:59:59Z", dice.day()).into());
    let milestone = dice.seldom(|dice| dice.one_of(&["filming", "release", "decision"]).into());
    let window_to = milestone.as_str().map(|_| dice.day());
    let day = dice.day();
    rows.push(json!({"claim": {"id": id, "show_id": show, "subject_show_id": show, "origin_id": show, "grouping_rule": "alone",
        "grouping_reason": "", "is_grouped_by_editor": false, "summary": "s", "voucher_class": "unsourced", "voucher_name": "v",
        "topic": dice.one_of(&["renewal", "schedule", "release", "cast"]),
        "kind": dice.one_of(&["decision", "production", "intent", "fact"]),
        "stance": dice.one_of(&["supports", "supports", "denies", "neutral"]),
        "said_on": day, "said_on_precision": "day", "known_at": day, "recorded_at": "2026-01-01T00:00:00Z", "is_spoiler": false,
        "report_id": dice.seldom(|dice| (1 + dice.below(4)).into()), "milestone": milestone, "window_to": window_to,
        "withdrawn_at": withdrawn, "withdrawal_reason": withdrawn.as_str().map(|_| "r"),
        "superseded_by_id": dice.seldom(|dice| (show * 100 + dice.below(CLAIMS_OF_SHOW)).into()).as_u64().filter(|next| *next != id)}}));
    let named: BTreeSet<u64> = (0..dice.below(3)).map(|_| dice.below(5)).collect();
    rows.extend(named.iter().map(|season| json!({"claim_season": {"claim_id": id, "season_number": season}})));
}

async fn ids(world: &World, filter: &str, day: &str) -> Vec<(String, String)> {
    let arguments = format!("filter: {{{filter}}}, asOf: \"{day}\", includeSpoilers: true, first: 100");
    let document = format!("{{ claims({arguments}) {{ nodes {{ id standing(asOf: \"{day}\") }} }} }}");
    let answer = world.ask(&document, json!({})).await;
    assert_eq!(answer.unplanned, 0);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let node = |node: &Value| (text(&node["id"]), text(&node["standing"]));
    answer.at("/claims/nodes").as_array().unwrap().iter().map(node).collect()
}

#[test]
fn the_rule_and_the_database_say_the_same_of_any_ledger() {
    on_both(With::Nothing, async |world| {
        import(world.write(), [Source::reader("rows.jsonl", Cursor::new(ledger()))]).await.unwrap();
        let mut met: BTreeMap<String, usize> = BTreeMap::new();
        for day in [
            "2018-06-01",
            "2019-12-31",
            "2020-09-15",
            "2021-11-08",
            "2022-06-30",
            "2023-02-01",
            "2024-11-05",
            "2026-01-01",
        ] {
            let all = ids(&world, "", day).await;
            for (_, standing) in &all {
                *met.entry(standing.clone()).or_default() += 1;
            }
            for wanted in STANDINGS {
                let by_rule: Vec<_> = all.iter().filter(|(_, standing)| standing == wanted).cloned().collect();
                assert_eq!(ids(&world, &format!("standings: [{wanted}]"), day).await, by_rule, "{wanted} on {day}");
                let others = ids(&world, &format!("not: {{standings: [{wanted}]}}"), day).await;
                assert_eq!(others.len() + by_rule.len(), all.len(), "not {wanted} on {day}");
            }
        }
        for wanted in STANDINGS {
            assert!(met.get(wanted).is_some_and(|count| *count > 5), "{wanted} is hardly met: {met:?}");
        }
    });
}
