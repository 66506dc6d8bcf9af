//! Stored outlooks and published numbers: what is stored is what would be computed, and what was said stays said.

use std::collections::BTreeMap;
use std::io::Cursor;

use chrono::{DateTime, Days, NaiveDate, Utc};
use entity::ids::ShowId;
use entity::{forecast, outlook};
use greenlight::importers::jsonl::{Source, import};
use greenlight::ledger::outlook::{catch_up, refresh, refresh_all};
use greenlight::ledger::{alone, daily};
use greenlight::store::answer::Weighed;
use greenlight::store::as_of::AsOf;
use greenlight::store::evidence::{EvidenceOf, Question, ShowEvidence, Trust};
use greenlight::store::figures::Figures;
use greenlight::store::loader::Relation as _;
use greenlight::store::outlook::{OutlookOf, OutlookRow, WholeOutlookOf};
use sea_orm::{DbBackend, EntityTrait as _, QueryOrder as _};
use serde_json::{Value, json};

use crate::support::world::{With, World, on_both, on_postgres};

const LAUNCH: ShowId = ShowId(1);

/// The number and all its reasons, by default of today.
const ASKED: &str = "{ show(by: {slug: \"the-trauma-code-heroes-on-call\"}) { renewalConfidence { \
    seasonNumber question asOf horizon probability logOdds sd interval80 { low high } band status evidenceGrade stale checkedUntil \
    headline sentence items { code label logOdds sd sources { id } } \
    origins { origin { id } stance rawLogOdds weight decay overdue claims { id } } \
    corroboration { reports outlets independentOrigins } whatWouldChange { event probability delta } snapshot { id citation } } } }";

impl World {
    async fn refresh(&self, shows: &[ShowId], now: DateTime<Utc>) {
        let transaction = alone::begin(self.write()).await.unwrap();
        refresh(&transaction, shows, now).await.unwrap();
        transaction.commit().await.unwrap();
    }

    async fn refresh_all(&self, now: DateTime<Utc>) {
        let transaction = alone::begin(self.write()).await.unwrap();
        refresh_all(&transaction, now).await.unwrap();
        transaction.commit().await.unwrap();
    }

    async fn outlooks(&self) -> Vec<outlook::Model> {
        outlook::Entity::find().order_by_asc(outlook::Column::Id).all(self.write()).await.unwrap()
    }

    async fn forecasts(&self) -> Vec<forecast::Model> {
        forecast::Entity::find().order_by_asc(forecast::Column::Id).all(self.write()).await.unwrap()
    }

    async fn stored(&self, show: ShowId) -> (OutlookRow, Weighed) {
        let whole = WholeOutlookOf.load(&self.store.read, &[show]).await.unwrap().remove(&show).flatten().unwrap();
        ((*whole.row).clone(), (*whole.weighed).clone())
    }

    /// What is computed from the same rows for a day.
    async fn computed(&self, question: Question, day: NaiveDate) -> Option<Weighed> {
        let all = EvidenceOf { as_of: AsOf::Today(day), without: Vec::new(), trust: Trust::default() };
        let mut held = ShowEvidence.load(&self.store.read, &[question.show]).await.unwrap();
        held.remove(&question.show)?.evidence(question, &all).unwrap().map(Weighed::new)
    }

    async fn asked(&self, document: &str) -> Value {
        self.ask(document, json!({})).await.data().clone()
    }
}

/// Small numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }

    fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    /// A change of what is known about the shows of the starter catalog.
    fn change(&mut self) -> String {
        let at = self.below(20);
        let kinds = "kind IN ('decision', 'production', 'intent') AND topic = 'renewal'";
        let claim = format!("id = (SELECT id FROM claim WHERE {kinds} ORDER BY id LIMIT 1 OFFSET {at})");
        let day = format!("202{}-0{}-1{}", 5 + self.below(2), 1 + self.below(9), self.below(10));
        match self.below(7) {
            0 => format!("UPDATE claim SET stance = '{}' WHERE {claim}", self.pick(&["supports", "denies"])),
            1 => format!(
                "UPDATE claim SET certainty = '{}' WHERE {claim}",
                self.pick(&["confirmed", "probable", "possible"])
            ),
            2 => format!("UPDATE claim SET known_at = '{day}', said_on = '{day}' WHERE {claim}"),
            3 => format!("UPDATE claim SET withdrawn_at = '{day}T00:00:00Z', withdrawal_reason = 'test' WHERE {claim}"),
            4 => format!("UPDATE platform_check SET checked_at = '{day}T09:00:00Z' WHERE id = {}", 1 + self.below(20)),
            5 => format!(
                "UPDATE claim_hop SET fidelity = {} WHERE claim_id = {}",
                self.pick(&["0.9", "0.99", "0.51"]),
                1 + self.below(10)
            ),
            _ => format!(
                "UPDATE chart_entry SET hours_viewed = {} WHERE id = {}",
                1 + self.below(40_000_000),
                1 + self.below(60)
            ),
        }
    }
}

#[test]
fn what_is_stored_is_what_would_be_computed_bit_for_bit() {
    on_both(With::Starter, async |world| {
        let (mut dice, now) = (Dice(4), Utc::now());
        let mut different = std::collections::BTreeSet::new();
        for round in 0..25 {
            let changes: Vec<_> = (0..=dice.below(3)).map(|_| dice.change()).collect();
            world.sql(&changes.join(";\n")).await;
            world.refresh_all(now).await;
            for row in world.outlooks().await {
                let question = Question { show: row.show_id, season: row.season_number };
                let (columns, stored) = world.stored(row.show_id).await;
                let computed = world.computed(question, now.date_naive()).await.unwrap();
                // Debug prints the shortest decimals that name exactly these bits.
                assert_eq!(format!("{stored:?}"), format!("{computed:?}"), "round {round}: {changes:?}");
                assert_eq!(
                    format!("{:?}", Figures::from(&columns)),
                    format!("{:?}", Figures::from(&computed)),
                    "{changes:?}"
                );
                let month_ago = world.computed(question, now.date_naive() - Days::new(30)).await;
                let moved = month_ago
                    .map(|then| computed.assessment.probability().value() - then.assessment.probability().value());
                assert_eq!(columns.change_30_days, moved);
                different.insert(row.probability.to_bits());
            }
        }
        assert!(different.len() > 8, "the changes changed only {} numbers", different.len());
    });
}

#[test]
fn the_stored_answer_reads_like_the_computed_one() {
    on_both(With::Starter, async |world| {
        let stored = world.ask(ASKED, json!({})).await;
        assert_eq!(stored.unplanned, 0);
        assert!(!stored.statements.iter().any(|sql| sql.contains("track_record")), "{:#?}", stored.statements);
        world.sql("DELETE FROM outlook").await;
        let computed = world.ask(ASKED, json!({})).await;
        assert_eq!(computed.unplanned, 0);
        assert!(computed.statements.iter().any(|sql| sql.contains("track_record")), "{:#?}", computed.statements);
        assert_eq!(stored.data(), computed.data());
        let origins = stored.at("/show/renewalConfidence/corroboration/independentOrigins").as_i64().unwrap();
        world.refresh(&[LAUNCH], Utc::now()).await;
        let (row, _) = world.stored(LAUNCH).await;
        assert_eq!(i64::from(row.independent_origins), origins);
    });
}

#[test]
fn the_number_of_an_earlier_day_or_another_model_is_not_that_of_today() {
    on_both(With::Starter, async |world| {
        let number =
            "{ show(by: {slug: \"the-trauma-code-heroes-on-call\"}) { renewalConfidence { probability asOf } } }";
        let today = world.asked(number).await;
        let second = number.replace("renewalConfidence", "renewalConfidence(season: 2)");
        for (earlier, asked) in [
            ("computed_for = '2026-01-01'", number),
            ("model_version = 'rc-0'", number),
            ("season_number = 9", second.as_str()),
        ] {
            world.sql(&format!("UPDATE outlook SET probability = 0.123, {earlier} WHERE show_id = 1")).await;
            assert_eq!(world.asked(asked).await, today, "{earlier}");
            world.refresh(&[LAUNCH], Utc::now()).await;
        }
        // The stored number is what is asked for, or this test proves nothing.
        world.sql("UPDATE outlook SET probability = 0.123 WHERE show_id = 1").await;
        assert_eq!(world.asked(number).await["show"]["renewalConfidence"]["probability"], json!(0.123));
        let hypothetical = number.replace("renewalConfidence", "renewalConfidence(trust: {officialOnly: true})");
        assert_ne!(world.asked(&hypothetical).await["show"]["renewalConfidence"]["probability"], json!(0.123));
    });
}

#[test]
fn reasons_that_cannot_be_read_are_computed() {
    on_both(With::Starter, async |world| {
        let before = world.asked(ASKED).await;
        world.sql("UPDATE outlook SET answer = '{\"of\": \"another version\"}'").await;
        assert_eq!(world.asked(ASKED).await, before);
    });
}

/// Imports lines.
async fn take(world: &World, lines: &str) {
    import(world.write(), [Source::reader("rows.jsonl", Cursor::new(lines.to_owned()))]).await.unwrap();
}

/// A line of the export, changed.
async fn line(world: &World, like: &str, change: (&str, &str)) -> String {
    let exported = world.exported().await;
    let line = exported.lines().find(|line| line.starts_with(like)).unwrap_or_else(|| panic!("no line {like}"));
    let changed = line.replacen(change.0, change.1, 1);
    assert_ne!(changed, line, "{change:?}");
    changed
}

#[test]
fn an_import_brings_the_outlooks_that_it_touches_up_to_date() {
    on_both(With::Starter, async |world| {
        let changes = [
            line(&world, r#"{"claim":{"id":1,"#, (r#""certainty":"confirmed""#, r#""certainty":"possible""#)).await,
            line(&world, r#"{"platform_check":{"id":9,"#, (r#""checked_at":"2026-09"#, r#""checked_at":"2026-10"#))
                .await,
            line(&world, r#"{"season":{"id":1,"#, (r#""completed_on":"2025-01-24""#, r#""completed_on":"2025-01-20""#))
                .await,
            line(&world, r#"{"origin":{"id":1,"#, (r#""label":""#, r#""label":"The "#)).await,
            line(&world, r#"{"claim_hop":{"claim_id":4,"#, (r#""fidelity":0.9"#, r#""fidelity":0.6"#)).await,
        ];
        for change in changes {
            let before = world.outlooks().await;
            take(&world, &change).await;
            let after = world.outlooks().await;
            for row in &after {
                let question = Question { show: row.show_id, season: row.season_number };
                let computed = world.computed(question, row.computed_for).await.unwrap();
                assert_eq!(world.stored(row.show_id).await.1, computed, "{change}");
            }
            assert_ne!(before, after, "{change} changed nothing");
        }
    });
}

#[test]
fn a_season_leaves_when_it_comes_out_and_the_next_one_enters_when_it_is_complete() {
    on_both(With::Starter, async |world| {
        let seasons = async || {
            let rows = world.outlooks().await;
            rows.iter().filter(|row| row.show_id == LAUNCH).map(|row| row.season_number).collect::<Vec<_>>()
        };
        assert_eq!(seasons().await, [2]);
        let second = |complete: &str| {
            format!(
                r#"{{"season":{{"id":9000,"show_id":1,"number":2,"premiered_on":"2026-10-01","premiered_on_precision":"day"{complete}}}}}"#
            )
        };
        take(&world, &second("")).await;
        assert_eq!(seasons().await, Vec::<i32>::new());
        take(&world, &second(r#","completed_on":"2026-10-01","completed_on_precision":"day""#)).await;
        assert_eq!(seasons().await, [3]);
        let horizon = world.stored(LAUNCH).await.0.horizon;
        let late = |days| horizon.and_hms_opt(12, 0, 0).unwrap().and_utc() + chrono::TimeDelta::days(days);
        world.refresh(&[LAUNCH], late(0)).await;
        assert_eq!(seasons().await, [3]);
        world.refresh(&[LAUNCH], late(1)).await;
        assert_eq!(seasons().await, Vec::<i32>::new());
    });
}

#[test]
fn a_refresh_that_is_cut_off_leaves_whole_rows() {
    on_both(With::Starter, async |world| {
        let before = world.outlooks().await;
        let published = world.forecasts().await;
        let transaction = alone::begin(world.write()).await.unwrap();
        refresh_all(&transaction, Utc::now() + Days::new(200)).await.unwrap();
        drop(transaction);
        assert_eq!(world.outlooks().await, before);
        assert_eq!(world.forecasts().await, published);
    });
}

#[test]
fn of_two_servers_one_brings_the_outlooks_up_to_the_day_and_once() {
    on_both(With::Starter, async |world| {
        let rows = world.outlooks().await.len();
        let now = Utc::now();
        world.sql("UPDATE outlook SET computed_for = '2026-01-01'; DELETE FROM outlook WHERE show_id = 1").await;
        let (one, other) = tokio::join!(daily::run(&world.url, now), daily::run(&world.url, now));
        let written: usize = [one.unwrap(), other.unwrap()].into_iter().flatten().sum();
        assert_eq!(written, rows);
        assert!(world.outlooks().await.iter().all(|row| row.computed_for == now.date_naive()));
        assert_eq!(daily::run(&world.url, now).await.unwrap(), Some(0));
        assert_eq!(
            catch_up(world.write(), now + Days::new(1)).await.unwrap(),
            rows,
            "the next day all are of yesterday"
        );
    });
}

#[test]
fn who_has_the_turn_keeps_it_from_others() {
    on_postgres(With::Nothing, async |world| {
        assert_eq!(world.backend(), DbBackend::Postgres);
        let turn = greenlight::store::turn::Turn::take(&world.url, 7).await.unwrap().unwrap();
        assert!(greenlight::store::turn::Turn::take(&world.url, 7).await.unwrap().is_none());
        assert!(greenlight::store::turn::Turn::take(&world.url, 8).await.unwrap().is_some());
        turn.end().await.unwrap();
        assert!(greenlight::store::turn::Turn::take(&world.url, 7).await.unwrap().is_some());
    });
}

#[test]
fn a_number_is_published_when_it_tells_something_new() {
    on_both(With::Starter, async |world| {
        let now = Utc::now();
        let count = async || world.forecasts().await.into_iter().filter(|row| row.show_id == LAUNCH).count();
        assert_eq!(count().await, 1, "loading the catalog publishes");
        world.refresh(&[LAUNCH], now).await;
        world.refresh(&[LAUNCH], now + Days::new(1)).await;
        assert_eq!(count().await, 1, "another day is no news");
        let first = world.forecasts().await;
        // The same number, on other evidence: a claim that carries no weight in its origin.
        take(&world, &line(&world, r#"{"claim":{"id":131,"#, (r#""known_at":"2025"#, r#""known_at":"2026"#)).await)
            .await;
        assert_eq!(count().await, 2, "other evidence is news");
        let before = world.stored(LAUNCH).await.0.probability;
        let mut day = now;
        while (world.stored(LAUNCH).await.0.probability - before).abs() < 0.01 {
            assert_eq!(count().await, 2, "less than a hundredth is no news");
            day = day + Days::new(5);
            world.refresh(&[LAUNCH], day).await;
        }
        assert_eq!(count().await, 3, "a hundredth is");
        assert_eq!(world.forecasts().await[..first.len()], first, "what was published stays");
    });
}

#[test]
fn the_same_evidence_has_the_same_hash_on_another_day_and_on_the_other_database() {
    let hashes = std::sync::Mutex::new(Vec::new());
    on_both(With::Starter, async |world| {
        let hash = async || world.stored(LAUNCH).await.0.input_hash;
        let today = hash().await;
        assert!(today.len() == 64 && today.chars().all(|digit| digit.is_ascii_hexdigit()), "{today}");
        world.refresh(&[LAUNCH], Utc::now() + Days::new(3)).await;
        assert_eq!(hash().await, today);
        hashes.lock().unwrap().push(today.clone());
        world.sql("UPDATE claim SET certainty = 'possible' WHERE id = 1").await;
        world.refresh(&[LAUNCH], Utc::now()).await;
        assert_ne!(hash().await, today);
    });
    let hashes = hashes.into_inner().unwrap();
    assert!(hashes.iter().all(|hash| *hash == hashes[0]), "{hashes:?}");
}

#[test]
fn a_published_number_can_be_asked_for_ever() {
    on_both(With::Starter, async |world| {
        let list = "{ show(by: {slug: \"the-trauma-code-heroes-on-call\"}) { renewalConfidence { probability snapshot { id } } \
            outlook(season: 2) { snapshots { totalCount nodes { id citation } } } } }";
        let answer = world.asked(list).await;
        let (show, first) = (&answer["show"], &answer["show"]["outlook"]["snapshots"]["nodes"][0]);
        assert_eq!(show["renewalConfidence"]["snapshot"]["id"], first["id"]);
        let citation =
            regex::Regex::new(r"^Greenlight rc-1, \d{1,2} [A-Z][a-z]+ \d{4}: \d{1,2} % \(\d{1,2}–\d{1,2} %\)$")
                .unwrap();
        assert!(citation.is_match(first["citation"].as_str().unwrap()), "{first}");
        let node = format!(
            "{{ node(id: {}) {{ id ... on ForecastSnapshot {{ citation inputsHash outlook {{ id seasonNumber show {{ slug }} }} \
             published {{ probability logOdds band headline items {{ code logOdds }} isHypothetical snapshot {{ id }} }} }} }} }}",
            first["id"]
        );
        let published = world.asked(&node).await;
        assert_eq!(published["node"]["published"]["probability"], show["renewalConfidence"]["probability"]);
        assert_eq!(published["node"]["published"]["snapshot"]["id"], first["id"]);
        world.sql("UPDATE claim SET stance = 'denies' WHERE show_id = 1 AND stance = 'supports'").await;
        world.refresh(&[LAUNCH], Utc::now()).await;
        assert_eq!(world.asked(&node).await, published);
        let later = world.asked(list).await;
        assert_eq!(later["show"]["outlook"]["snapshots"]["totalCount"], json!(2));
        assert_eq!(later["show"]["outlook"]["snapshots"]["nodes"][1]["id"], first["id"]);
        assert_ne!(later["show"]["renewalConfidence"]["snapshot"]["id"], first["id"]);
    });
}

#[test]
fn a_what_if_and_a_day_before_the_first_publication_have_no_published_copy() {
    on_both(With::Starter, async |world| {
        for with in ["trust: {officialOnly: true}", "asOf: \"2025-09-24\""] {
            let asked = format!(
                "{{ show(by: {{slug: \"the-trauma-code-heroes-on-call\"}}) {{ renewalConfidence({with}) {{ snapshot {{ id }} }} }} }}"
            );
            assert_eq!(world.asked(&asked).await["show"]["renewalConfidence"]["snapshot"], Value::Null, "{with}");
        }
    });
}

#[test]
fn every_season_in_play_has_one_row_and_its_phase() {
    on_both(With::Starter, async |world| {
        let rows = OutlookOf.load(&world.store.read, &(1..=20).map(ShowId).collect::<Vec<_>>()).await.unwrap();
        let told: BTreeMap<_, _> = rows
            .into_values()
            .flatten()
            .map(|row| (row.show_id.0, (row.season_number, format!("{:?} {:?}", row.phase, row.decision))))
            .collect();
        let open = |season| (season, "Open Undecided".to_owned());
        assert_eq!(told.get(&1), Some(&open(2)));
        assert_eq!(told.get(&2), Some(&(4, "Resolved Concluded".to_owned())));
        assert_eq!(told.get(&8), Some(&(2, "Resolved Renewed".to_owned())));
    });
}
