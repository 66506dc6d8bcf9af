//! Who was right before: what the rebuilt records say of small worlds and of the starter catalog, on both databases.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Cursor;
use std::process::Command;

use chrono::NaiveDate;
use entity::ids::{ClaimId, ShowId};
use entity::track_record;
use greenlight::importers::jsonl::{Source, import};
use greenlight::ledger::alone;
use greenlight::ledger::track_record::{Rebuilt, rebuild};
use greenlight::renewal::{Parameters, Voucher, VoucherClass, VoucherId, assess};
use greenlight::store::as_of::AsOf;
use greenlight::store::evidence::{EvidenceOf, Question, ShowEvidence, Trust};
use greenlight::store::loader::Relation as _;
use sea_orm::{EntityTrait as _, QueryOrder as _};
use serde_json::{Value, json};

use crate::support::world::{With, World, on_both};

/// A show whose first season was complete on 24 January 2020, two outlets, and a platform.
const SHOW: &str = r#"{"platform":{"id":1,"slug":"netflix","name":"Netflix"}}
{"outlet":{"id":1,"slug":"one","name":"One","sort_key":"one","kind":"trade"}}
{"outlet":{"id":2,"slug":"two","name":"Two","sort_key":"two","kind":"trade"}}
{"show":{"id":1,"slug":"show","sort_key":"show","format":"series","popularity":0,"original_language":"ko","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"}}
{"show_country":{"show_id":1,"country":"KR","position":1}}
{"show_platform":{"id":1,"show_id":1,"platform_id":1,"role":"original"}}
{"season":{"id":1,"show_id":1,"number":1,"premiered_on":"2020-01-24","premiered_on_precision":"day","completed_on":"2020-01-24","completed_on_precision":"day"}}
"#;

fn date(day: &str) -> NaiveDate {
    day.parse().unwrap()
}

async fn take(world: &World, lines: &str) {
    import(world.write(), [Source::reader("rows.jsonl", Cursor::new(lines.to_owned()))]).await.unwrap();
}

/// An outlet's claim about season 2 in an origin of its own, with other columns.
fn said(id: i64, outlet: i64, day: &str, other: Value) -> String {
    said_of(id, id, outlet, day, &[2], other)
}

fn said_of(id: i64, origin: i64, outlet: i64, day: &str, seasons: &[i32], other: Value) -> String {
    let mut claim = json!({"id": id, "show_id": 1, "subject_show_id": 1, "origin_id": origin, "grouping_rule": "alone",
        "grouping_reason": "", "is_grouped_by_editor": false, "topic": "renewal", "kind": "decision", "stance": "supports",
        "certainty": "confirmed", "summary": "s", "voucher_class": "outlet_insider", "voucher_name": "insiders",
        "voucher_outlet_id": outlet, "said_on": day, "said_on_precision": "day", "known_at": day,
        "recorded_at": "2026-01-01T00:00:00Z", "is_spoiler": false});
    let Value::Object(other) = other else { panic!("columns are an object") };
    claim.as_object_mut().unwrap().extend(other);
    claim.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    let origin = json!({"id": origin, "show_id": 1, "code": format!("o{origin}"), "label": "o", "voucher_class": "outlet_insider",
        "voucher_name": "insiders", "said_on": day, "said_on_precision": "day"});
    let season = |number: &i32| json!({"claim_season": {"claim_id": id, "season_number": number}}).to_string() + "\n";
    let seasons: String = seasons.iter().map(season).collect();
    let own_origin =
        if origin["id"] == claim["id"] { json!({"origin": origin}).to_string() + "\n" } else { String::new() };
    format!("{own_origin}{}\n{seasons}", json!({"claim": claim}))
}

fn answered(season: i32, outcome: &str, on: &str) -> String {
    let row = json!({"id": season, "show_id": 1, "season_number": season, "outcome": outcome, "resolved_on": on, "reason": "r"});
    json!({"resolution": row}).to_string() + "\n"
}

async fn records(world: &World) -> Vec<track_record::Model> {
    track_record::Entity::find().order_by_asc(track_record::Column::ClaimId).all(world.write()).await.unwrap()
}

/// Claim, day, right or wrong, weight.
async fn turned_out(world: &World) -> Vec<(i64, String, bool, f64)> {
    let row = |row: track_record::Model| (row.claim_id.0, row.resolved_on.to_string(), row.is_right, row.weight);
    records(world).await.into_iter().map(row).collect()
}

async fn rebuilt(world: &World, shows: Option<&[i64]>, today: &str) -> Rebuilt {
    let shows: Option<BTreeSet<_>> = shows.map(|ids| ids.iter().copied().map(ShowId).collect());
    let transaction = alone::begin(world.write()).await.unwrap();
    let rebuilt = rebuild(&transaction, shows.as_ref(), date(today)).await.unwrap();
    transaction.commit().await.unwrap();
    rebuilt
}

/// The model's number on a day without one outlet's word.
async fn expected(world: &World, day: &str, without: i64) -> f64 {
    let rows = ShowEvidence.load(&world.store.read, &[ShowId(1)]).await.unwrap().remove(&ShowId(1)).unwrap();
    let how = EvidenceOf { as_of: AsOf::Day(date(day)), without: Vec::new(), trust: Trust::default() };
    let case = rows.evidence(Question { show: ShowId(1), season: 2 }, &how).unwrap().unwrap().case;
    let id = VoucherId::new(&format!("Outlet:{without}")).unwrap();
    let voucher = Voucher { class: VoucherClass::OutletInsider, id };
    assess(&case.without_voucher(&voucher), Parameters::rc1()).probability().value()
}

#[test]
fn an_order_proves_who_foretold_it_right_and_who_denied_it_wrong() {
    on_both(With::Nothing, async |world| {
        let denial = json!({"stance": "denies"});
        let lines = [SHOW, &said(1, 1, "2020-03-01", json!({})), &said(2, 2, "2020-04-01", denial)].concat();
        take(&world, &(lines + &answered(2, "renewed", "2020-09-01"))).await;
        let found = turned_out(&world).await;
        assert_eq!(found, [(1, "2020-09-01".into(), true, 1.0), (2, "2020-09-01".into(), false, 1.0)]);
        let records = records(&world).await;
        assert_eq!(records[0].prior_probability.to_bits(), expected(&world, "2020-02-29", 1).await.to_bits());
        assert_eq!(records[1].prior_probability.to_bits(), expected(&world, "2020-03-31", 2).await.to_bits());
        assert!(records[1].prior_probability > records[0].prior_probability, "the second was said after the first");
        assert!(records[1].lesson > records[0].lesson * 0.3 && records[0].lesson > 0.0);
    });
}

#[test]
fn a_refusal_and_a_horizon_that_passes_prove_it_wrong() {
    on_both(With::Nothing, async |world| {
        take(&world, &[SHOW, &said(1, 1, "2020-03-01", json!({}))].concat()).await;
        assert_eq!(turned_out(&world).await, [(1, "2023-01-24".into(), false, 1.0)], "1,095 days end on the 23rd");
        assert_eq!(rebuilt(&world, None, "2023-01-23").await.gone, 1, "the question is still open");
        take(&world, &answered(2, "not_renewed", "2021-01-01")).await;
        assert_eq!(turned_out(&world).await, [(1, "2021-01-01".into(), false, 1.0)]);
        take(&world, &answered(2, "void", "2021-01-01")).await;
        assert_eq!(turned_out(&world).await, [], "a void question proves nothing");
    });
}

#[test]
fn a_filming_window_that_lapsed_is_half_a_mistake_after_180_days() {
    on_both(With::Nothing, async |world| {
        let window =
            json!({"topic": "schedule", "kind": "production", "milestone": "filming", "window_to": "2020-08-31"});
        let order = answered(2, "renewed", "2021-06-01");
        take(&world, &[SHOW, &said(1, 1, "2020-03-01", window), &order].concat()).await;
        assert_eq!(turned_out(&world).await, [(1, "2021-02-28".into(), false, 0.5)]);
        rebuilt(&world, None, "2021-02-27").await;
        assert_eq!(turned_out(&world).await, []);
        take(&world, &answered(2, "renewed", "2021-02-27")).await;
        assert_eq!(turned_out(&world).await, [(1, "2021-02-27".into(), true, 1.0)]);
    });
}

#[test]
fn a_retelling_counts_once_and_every_voucher_for_itself() {
    on_both(With::Nothing, async |world| {
        let claims = [
            said_of(1, 1, 1, "2020-03-01", &[2], json!({})),
            said_of(2, 1, 1, "2020-03-01", &[2], json!({"certainty": "probable", "known_at": "2020-03-09"})),
            said_of(3, 1, 2, "2020-03-02", &[2], json!({})),
        ];
        take(&world, &(SHOW.to_owned() + &claims.concat() + &answered(2, "renewed", "2020-09-01"))).await;
        let day = || "2020-09-01".to_owned();
        assert_eq!(turned_out(&world).await, [(1, day(), true, 1.0), (3, day(), true, 1.0)]);
        // who took his word back in the same utterance is judged by the later one
        take(&world, &said_of(2, 1, 1, "2020-03-05", &[2], json!({"stance": "denies"}))).await;
        assert_eq!(turned_out(&world).await, [(2, day(), false, 1.0), (3, day(), true, 1.0)]);
        take(&world, &said_of(2, 1, 1, "2020-03-01", &[2], json!({"stance": "denies"}))).await;
        assert_eq!(turned_out(&world).await, [(3, day(), true, 1.0)], "opposite words of one day cancel");
    });
}

#[test]
fn the_first_answered_season_judges_and_a_later_answer_rewrites_nothing() {
    on_both(With::Nothing, async |world| {
        let both = said_of(1, 1, 1, "2020-03-01", &[2, 3], json!({}));
        let third = said_of(2, 2, 2, "2020-03-02", &[3], json!({}));
        take(&world, &[SHOW, &both, &third, &answered(2, "renewed", "2020-09-01")].concat()).await;
        let before = records(&world).await;
        assert_eq!(turned_out(&world).await, [(1, "2020-09-01".into(), true, 1.0)], "season 3 is still open");
        take(&world, &answered(3, "not_renewed", "2022-01-01")).await;
        let after = records(&world).await;
        assert_eq!(after[0], before[0]);
        assert_eq!(turned_out(&world).await[1], (2, "2022-01-01".into(), false, 1.0));
    });
}

#[test]
fn what_did_not_stand_or_came_after_the_answer_was_no_forecast() {
    on_both(With::Nothing, async |world| {
        let withdrawn = json!({"withdrawn_at": "2020-08-31T00:00:00Z", "withdrawal_reason": "r"});
        let claims = [
            said(1, 1, "2020-03-01", withdrawn),
            said(2, 2, "2020-09-02", json!({})),
            said(3, 1, "2020-03-02", json!({"known_at": "2020-09-02"})),
            said(4, 1, "2020-03-03", json!({"kind": "fact"})),
            said(5, 1, "2020-03-04", json!({"stance": "neutral", "kind": "noncommittal", "certainty": null})),
        ];
        take(&world, &(SHOW.to_owned() + &claims.concat() + &answered(2, "renewed", "2020-09-01"))).await;
        assert_eq!(turned_out(&world).await, []);
        let late = json!({"withdrawn_at": "2020-09-02T00:00:00Z", "withdrawal_reason": "r"});
        take(&world, &said(1, 1, "2020-03-01", late)).await;
        assert_eq!(turned_out(&world).await, [(1, "2020-09-01".into(), true, 1.0)]);
    });
}

#[test]
fn a_season_that_comes_out_answers_its_question() {
    on_both(With::Nothing, async |world| {
        let second = r#"{"season":{"id":2,"show_id":1,"number":2,"premiered_on":"2021-05-01","premiered_on_precision":"month"}}"#;
        take(&world, &[SHOW, &said(1, 1, "2020-03-01", json!({"stance": "denies"})), second].concat()).await;
        assert_eq!(turned_out(&world).await, [(1, "2021-05-31".into(), false, 1.0)], "the whole month must be over");
    });
}

#[test]
fn what_was_said_before_the_question_was_open_is_weighed_by_what_comparable_seasons_did() {
    on_both(With::Nothing, async |world| {
        take(&world, &[SHOW, &said(1, 1, "2019-06-01", json!({})), &answered(2, "renewed", "2019-09-01")].concat())
            .await;
        let records = records(&world).await;
        assert_eq!((records.len(), records[0].is_right), (1, true));
        // base −1.623 and the mean of the unknown hours, .443 · .887
        let p = 1.0 / (1.0 + f64::exp(1.623 - 0.443 * 0.887));
        assert!((records[0].prior_probability - p).abs() < 1e-9, "{} {p}", records[0].prior_probability);
    });
}

#[test]
fn older_evidence_that_arrives_changes_what_was_expected_after_it() {
    on_both(With::Nothing, async |world| {
        let claims = [said(1, 1, "2020-05-01", json!({})), said(2, 2, "2020-06-01", json!({}))];
        take(&world, &(SHOW.to_owned() + &claims.concat() + &answered(2, "renewed", "2020-09-01"))).await;
        let before = records(&world).await;
        take(&world, &said(3, 2, "2020-02-01", json!({}))).await;
        let after = records(&world).await;
        assert_eq!(after.len(), 3);
        assert!(after[0].prior_probability > before[0].prior_probability, "another had said so before");
        let expected = [&after, &before].map(|records| records[1].prior_probability.to_bits());
        assert_eq!(expected[0], expected[1], "it was the same outlet");
        let ids: Vec<_> = after.iter().map(|row| row.id).collect();
        assert_eq!(ids[..2], before.iter().map(|row| row.id).collect::<Vec<_>>(), "rows stay");
    });
}

#[test]
fn who_was_right_before_is_expected_to_be_right_again() {
    on_both(With::Nothing, async |world| {
        let proved = said(1, 1, "2020-03-01", json!({}));
        let again = said(2, 1, "2020-10-01", json!({"stance": "denies"}));
        let other = said(3, 2, "2020-11-01", json!({"stance": "denies"}));
        let second = r#"{"season":{"id":2,"show_id":1,"number":2,"premiered_on":"2020-09-15","premiered_on_precision":"day","completed_on":"2020-09-15","completed_on_precision":"day"}}"#;
        let third = |text: String| text.replace(r#""season_number":2"#, r#""season_number":3"#);
        let lines = [SHOW, second, "\n", &proved, &third(again), &third(other), &answered(2, "renewed", "2020-09-01")];
        take(&world, &(lines.concat() + &answered(3, "not_renewed", "2021-09-01"))).await;
        let with_record = records(&world).await;
        assert_eq!(with_record.len(), 3);
        // without the first claim nobody knows that outlet 1 was right
        world
            .sql(
                "DELETE FROM track_record; DELETE FROM claim_season WHERE claim_id = 1; DELETE FROM claim WHERE id = 1",
            )
            .await;
        rebuilt(&world, None, "2026-01-01").await;
        let without = records(&world).await;
        assert!(with_record[2].prior_probability < without[1].prior_probability, "its denial weighed more");
    });
}

#[test]
fn a_second_run_changes_nothing_and_says_so() {
    on_both(With::Starter, async |world| {
        let before = records(&world).await;
        let again = rebuilt(&world, None, "2026-11-20").await;
        assert_eq!((again.new, again.changed, again.gone), (0, 0, 0));
        assert!(again.to_string().ends_with("nothing changed"), "{again}");
        assert_eq!(records(&world).await, before);
        world
            .sql("UPDATE track_record SET is_right = NOT is_right WHERE id = (SELECT MIN(id) FROM track_record)")
            .await;
        world.sql("DELETE FROM track_record WHERE id = (SELECT MAX(id) FROM track_record)").await;
        world.sql("UPDATE track_record SET model_version = 'rc-0' WHERE id = (SELECT MAX(id) FROM track_record)").await;
        let mended = rebuilt(&world, Some(&[2]), "2026-11-20").await;
        assert_eq!((mended.new, mended.changed, mended.gone), (2, 1, 1));
        let content = |rows: Vec<track_record::Model>| -> Vec<_> {
            rows.into_iter().map(|row| (row.claim_id, row.is_right, row.lesson, row.model_version)).collect()
        };
        assert_eq!(content(records(&world).await), content(before));
        assert_eq!(
            rebuilt(&world, Some(&[1, 12]), "2026-11-20").await,
            Rebuilt::default(),
            "nothing of them turned out"
        );
    });
}

#[test]
fn the_command_tells_what_it_found() {
    on_both(With::Starter, async |world| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_greenlight"));
        let output = command.args(["model", "records"]).env("DATABASE_URL", &world.url).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && text.contains("times right"), "{text}");
        assert!(text.ends_with("nothing changed\n"), "{text}");
    });
}

#[test]
fn the_starter_catalog_teaches_who_was_right() {
    on_both(With::Starter, async |world| {
        rebuilt(&world, None, "2026-11-20").await;
        let mut told = String::new();
        for row in records(&world).await {
            let ClaimId(claim) = row.claim_id;
            let who = (row.voucher_outlet_id, row.voucher_person_id, row.voucher_platform_id);
            let verdict = if row.is_right { "right" } else { "wrong" };
            writeln!(
                told,
                "{} claim {claim} {:?} {} {who:?} {verdict} {} expected {:.6} lesson {:.6}",
                row.resolved_on, row.voucher_class, row.voucher_name, row.weight, row.prior_probability, row.lesson
            )
            .unwrap();
        }
        insta::assert_snapshot!("starter_records", told);
    });
}

#[test]
fn outlets_come_in_the_order_of_their_reliability_page_by_page() {
    on_both(With::Starter, async |world| {
        let page = async |after: &str| {
            let document = format!(
                "{{ outlets(orderBy: [{{field: RELIABILITY}}], first: 7{after}) {{ \
                 nodes {{ slug reliability {{ mean }} }} pageInfo {{ hasNextPage endCursor }} }} }}"
            );
            world.ask(&document, json!({})).await.at("/outlets").clone()
        };
        let (mut means, mut slugs, mut after) = (Vec::new(), BTreeSet::new(), String::new());
        loop {
            let next = page(&after).await;
            for outlet in next["nodes"].as_array().unwrap() {
                means.push(outlet["reliability"]["mean"].as_f64().unwrap());
                assert!(slugs.insert(outlet["slug"].to_string()), "{outlet} stands on two pages");
            }
            if next["pageInfo"]["hasNextPage"] == json!(false) {
                break;
            }
            after = format!(", after: {}", next["pageInfo"]["endCursor"]);
        }
        assert_eq!(world.number("SELECT COUNT(*) FROM outlet").await, i64::try_from(slugs.len()).unwrap());
        assert!(means.is_sorted_by(|one, other| one + 1e-6 >= *other), "{means:?}");
        assert!(means[0] > means[2], "who was right stands before who was never judged");
    });
}
