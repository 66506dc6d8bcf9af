//! The launch case as the starter catalog holds it: from rows to a number, on both databases.

use std::process::{Command, Output};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::NaiveDate;
use entity::ids::{ClaimId, OriginId, ReportId, ShowId};
use entity::kinds::VoucherClass;
use greenlight::renewal::{Assessment, Fidelity, Parameters, RenewalStatus, assess};
use greenlight::store::as_of::AsOf;
use greenlight::store::evidence::{Evidence, EvidenceOf, Question, ShowEvidence, ShowRows, Trust};
use greenlight::store::loader::Relation as _;
use greenlight::store::node::NodeKey;

use crate::support::world::{With, World, on_both};

/// Season 2 of the launch show.
const LAUNCH: Question = Question { show: ShowId(1), season: 2 };
const XPORTS: NodeKey = NodeKey::Origin(OriginId(1));
const REPLY: NodeKey = NodeKey::Origin(OriginId(2));
const A1: NodeKey = NodeKey::Report(ReportId(2));

fn on(day: &str) -> EvidenceOf {
    EvidenceOf { as_of: AsOf::Day(date(day)), without: Vec::new(), trust: Trust::default() }
}

fn without(day: &str, keys: &[NodeKey]) -> EvidenceOf {
    EvidenceOf { without: keys.to_vec(), ..on(day) }
}

fn date(day: &str) -> NaiveDate {
    day.parse().unwrap()
}

async fn evidence(world: &World, how: &EvidenceOf, question: Question) -> Option<Evidence> {
    held(world, question.show).await.evidence(question, how).unwrap()
}

async fn held(world: &World, show: ShowId) -> ShowRows {
    ShowEvidence.load(&world.store.read, &[show]).await.unwrap().remove(&show).unwrap_or_default()
}

async fn answer(world: &World, how: &EvidenceOf) -> Assessment {
    assess(&evidence(world, how, LAUNCH).await.unwrap().case, Parameters::rc1())
}

async fn p(world: &World, how: &EvidenceOf) -> f64 {
    answer(world, how).await.probability().value()
}

/// Everything that an answer says, as lines.
fn told(answer: &Assessment) -> String {
    let interval = answer.interval80();
    let head = format!(
        "{} p {:.6} ({:.3}..{:.3}) {} looked {}\n",
        answer.as_of(),
        answer.probability().value(),
        interval.low().value(),
        interval.high().value(),
        answer.status().code(),
        answer.last_check()
    );
    let line = |item: &greenlight::renewal::Item| {
        format!("  {:+.6} ± {:.6} {}\n", item.log_odds().value(), item.sd().value(), item.code())
    };
    head + &answer.items().map(line).collect::<String>()
}

#[test]
fn the_launch_show_on_four_days() {
    let days = [
        ("2025-05-24", RenewalStatus::StatementsOnly, 0.30..0.55),
        ("2025-09-24", RenewalStatus::ReportedNotConfirmed, 0.50..0.80),
        ("2026-06-23", RenewalStatus::ReportedNotConfirmed, 0.50..0.85),
        ("2026-09-24", RenewalStatus::ReportedNotConfirmed, 0.40..0.85),
    ];
    on_both(With::Starter, async |world| {
        let mut told_of_all = String::new();
        for (day, status, range) in &days {
            let answer = answer(&world, &on(day)).await;
            told_of_all += &told(&answer);
            assert_eq!(answer.status(), *status, "{told_of_all}");
            assert!(range.contains(&answer.probability().value()), "{told_of_all}");
        }
        insta::assert_snapshot!("launch_on_four_days", told_of_all);
    });
}

#[test]
fn the_reply_and_the_exclusive_matter_and_one_retelling_does_not() {
    on_both(With::Starter, async |world| {
        let day = "2025-09-24";
        let whole = answer(&world, &on(day)).await;
        assert!(p(&world, &without(day, &[REPLY])).await < whole.probability().value());
        assert!(p(&world, &without(day, &[XPORTS])).await < whole.probability().value());
        assert_eq!(told(&answer(&world, &without(day, &[A1])).await), told(&whole));
    });
}

#[test]
fn the_two_articles_are_one_origin() {
    on_both(With::Starter, async |world| {
        let evidence = evidence(&world, &on("2025-09-24"), LAUNCH).await.unwrap();
        let sources = &evidence.sources["origin:xports-exclusive"];
        for claim in [108, 131].map(|id| NodeKey::Claim(ClaimId(id))) {
            assert!(sources.contains(&claim), "{claim:?} is not among {sources:?}");
        }
        let answer = assess(&evidence.case, Parameters::rc1());
        assert_eq!(answer.origins().iter().filter(|origin| origin.is_report).count(), 1);
        for item in answer.items() {
            assert!(!evidence.sources[&item.code().to_string()].is_empty(), "{} rests on nothing", item.code());
        }
    });
}

#[test]
fn who_withdraws_the_order_of_a_later_season_says_nothing_of_an_earlier_one() {
    on_both(With::Starter, async |world| {
        world
            .sql(
                "INSERT INTO resolution (id, show_id, season_number, outcome, resolved_on, reason, reversed_on) \
                 VALUES (999, 1, 3, 'renewed', '2025-10-01', 'test', '2025-11-01')",
            )
            .await;
        for day in ["2025-10-02", "2025-12-01"] {
            assert_eq!(answer(&world, &on(day)).await.status(), RenewalStatus::OfficiallyRenewed, "{day}");
        }
    });
}

#[test]
fn what_came_later_does_not_matter() {
    let day = "2025-09-24";
    on_both(With::Starter, async |world| {
        let before = evidence(&world, &on(day), LAUNCH).await.unwrap();
        for later in [
            "DELETE FROM platform_check WHERE checked_at > '2025-09-25'",
            "UPDATE claim SET withdrawn_at = '2025-09-25T00:00:00Z', withdrawal_reason = 'test' WHERE show_id = 1",
            "UPDATE chart_entry SET hours_viewed = 1 WHERE week > '2025-09-24'",
            "UPDATE claim SET stance = 'denies', certainty = 'confirmed' WHERE known_at > '2025-09-24'",
            "INSERT INTO resolution (id, show_id, season_number, outcome, resolved_on, reason) VALUES (900, 1, 2, 'renewed', '2026-10-01', 'test')",
            "UPDATE award_ceremony SET announced_on = '2027-01-01' WHERE announced_on > '2025-09-24'",
        ] {
            world.sql(later).await;
            assert_eq!(evidence(&world, &on(day), LAUNCH).await.unwrap().case, before.case, "{later}");
        }
        let after = evidence(&world, &on("2025-09-25"), LAUNCH).await.unwrap();
        assert_eq!(after.case.claims(), [], "all were taken back on that day");
    });
}

#[test]
fn a_season_is_asked_about_once_the_one_before_is_complete() {
    on_both(With::Starter, async |world| {
        let third = Question { season: 3, ..LAUNCH };
        assert_eq!(evidence(&world, &on("2026-09-24"), third).await, None);
        assert_eq!(evidence(&world, &on("2025-01-23"), LAUNCH).await, None);
        assert!(evidence(&world, &on("2025-01-24"), LAUNCH).await.is_some());
        assert_eq!(evidence(&world, &on("2026-09-24"), Question { show: ShowId(99), season: 2 }).await, None);
        for season in [i32::MIN, 0, 1] {
            assert_eq!(evidence(&world, &on("2026-09-24"), Question { season, ..LAUNCH }).await, None);
        }
    });
}

#[test]
fn who_trusts_less_hears_less() {
    on_both(With::Starter, async |world| {
        let trusting = |trust: Trust| EvidenceOf { trust, ..on("2025-09-24") };
        let official = evidence(&world, &trusting(Trust { official_only: true, ..Trust::default() }), LAUNCH).await;
        let official = official.unwrap();
        assert!(official.case.claims().iter().all(greenlight::renewal::claim::Claim::is_by_platform));
        assert_ne!(official.case.claims(), []);
        let classes = Trust { exclude_classes: vec![VoucherClass::Platform], ..Trust::default() };
        let others = evidence(&world, &trusting(classes), LAUNCH).await.unwrap();
        assert!(others.case.claims().iter().all(|claim| !claim.is_by_platform()));
        let faithful = Trust { minimum_fidelity: Some(0.96_f64.to_bits()), ..Trust::default() };
        let faithful = evidence(&world, &trusting(faithful), LAUNCH).await.unwrap();
        assert!(faithful.case.claims().iter().all(|claim| claim.fidelity() >= Fidelity::new(0.96).unwrap()));
        assert_ne!(faithful.case.claims(), []);
    });
}

#[test]
fn an_order_is_the_platforms_word_and_a_lapse_says_nothing() {
    on_both(With::Starter, async |world| {
        let ask = async |show, day: &str| {
            let question = Question { show: ShowId(show), season: 2 };
            assess(&evidence(&world, &on(day), question).await.unwrap().case, Parameters::rc1())
        };
        assert_eq!(ask(2, "2022-06-11").await.status(), RenewalStatus::UnderConsideration);
        assert_eq!(ask(2, "2022-06-12").await.status(), RenewalStatus::OfficiallyRenewed);
        let lapsed = ask(7, "2025-03-01").await;
        assert!(lapsed.items().all(|item| item.code().to_string() != "official"), "{}", told(&lapsed));
    });
}

#[test]
fn who_is_not_in_the_catalog_has_the_record_of_the_printed_name() {
    on_both(With::Starter, async |world| {
        let records = async || evidence(&world, &on("2025-09-24"), LAUNCH).await.unwrap().case.records().len();
        world.sql("DELETE FROM track_record").await;
        for (claim, outlet) in [(1, "NULL"), (2, "64")] {
            world
                .sql(&format!(
                    "INSERT INTO track_record (id, voucher_class, voucher_name, voucher_outlet_id, origin_id, claim_id, resolved_on, is_right,
                     weight, prior_probability, lesson, model_version) VALUES ({claim}, 'outlet_insider', 'insiders close to the production',
                     {outlet}, 1, {claim}, '2025-01-01', TRUE, 1, 0.5, 0.5, '{}')",
                    Parameters::rc1().version().as_str()
                ))
                .await;
        }
        assert_eq!(records().await, 0, "nobody who vouches is called that and has no key");
        world.sql("UPDATE claim SET voucher_outlet_id = NULL WHERE id = 1").await;
        assert_eq!(records().await, 1, "a record of the same name with a key is somebody else's");
    });
}

#[test]
fn questions_about_any_number_of_shows_take_the_same_statements() {
    on_both(With::Starter, async |world| {
        let one = statements(&world, &[LAUNCH.show]).await;
        let many: Vec<_> = (1..=15).map(ShowId).collect();
        assert_eq!(statements(&world, &many).await, one);
        assert_eq!(one, 7);
    });
}

async fn statements(world: &World, shows: &[ShowId]) -> usize {
    let seen = Arc::new(AtomicUsize::new(0));
    let counting = seen.clone();
    let mut db = world.store.read.clone();
    db.set_metric_callback(move |_| {
        counting.fetch_add(1, Ordering::Relaxed);
    });
    ShowEvidence.load(&db, shows).await.unwrap();
    seen.load(Ordering::Relaxed)
}

fn explain(world: &World, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_greenlight"));
    command.args(["explain", "the-trauma-code-heroes-on-call"]).args(arguments);
    command.env("DATABASE_URL", &world.url).output().unwrap()
}

#[test]
fn the_command_line_explains_the_same_number() {
    on_both(With::Starter, async |world| {
        let whole = answer(&world, &on("2025-09-24")).await;
        let json = explain(&world, &["--as-of", "2025-09-24", "--json"]);
        let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
        assert_eq!(json["probability"], whole.probability().value());
        assert_eq!(json["season"], 2);
        assert_eq!(json["sources"]["prior:serial_source"], serde_json::json!(["SourceWork:1", "SourceWork:2"]));
        let text = explain(&world, &["--as-of", "2025-09-24", "--without", "Origin:1"]);
        let text = String::from_utf8(text.stdout).unwrap();
        assert!(
            text.starts_with("Will season 2 of The Trauma Code: Heroes on Call be officially ordered by Netflix"),
            "{text}"
        );
        assert!(!text.contains("xports-exclusive") && text.contains("platform:under_review"), "{text}");
    });
}

#[test]
fn the_command_line_says_why_it_cannot_explain() {
    on_both(With::Starter, async |world| {
        let said = |arguments: &[&str]| {
            let output = explain(&world, arguments);
            assert!(!output.status.success());
            String::from_utf8(output.stderr).unwrap()
        };
        assert!(said(&["--season", "3", "--as-of", "2026-09-24"]).contains("was not open on 2026-09-24"));
        assert!(said(&["--as-of", "2020-01-01"]).contains("no next one to ask about"));
        assert!(said(&["--without", "nonsense"]).contains("names nothing that can be left out"));
        assert!(said(&["--case", "-"]).contains("cannot be used with"));
    });
}

#[test]
fn a_history_tells_on_each_day_what_was_told_then() {
    on_both(With::Starter, async |world| {
        let (held, until) = (held(&world, LAUNCH.show).await, on("2026-09-24"));
        let days = held.until(LAUNCH, &until).unwrap();
        let on_day = |day: &str| days.iter().find(|evidence| evidence.case.as_of() == date(day));
        for day in ["2025-01-24", "2025-05-05", "2025-09-23", "2026-06-22", "2026-08-01", "2026-09-24"] {
            let then = evidence(&world, &on(day), LAUNCH).await;
            assert_eq!(on_day(day), then.as_ref(), "{day}");
        }
        assert_eq!(on_day("2026-09-25"), None);
        assert!(days.is_sorted_by_key(|evidence| evidence.case.as_of()));
        let third = Question { season: 3, ..LAUNCH };
        assert_eq!(held.until(third, &until).unwrap(), []);
    });
}
