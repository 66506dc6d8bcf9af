//! The tracker's one word: of the shows of the starter catalog, and the same in the database as in the rule.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use chrono::NaiveDate;
use entity::ids::ShowId;
use entity::show;
use greenlight::store::decision::RulingsOf;
use greenlight::store::loader::Relation as _;
use greenlight::store::show_detail::SeasonsOf;
use greenlight::store::status::{Facts, ShowStatus, history, status};
use greenlight::store::status_filter::has_status;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use serde_json::{Value, json};

use crate::support::world::{With, World, on_both};

const WORDS: [ShowStatus; 7] = [
    ShowStatus::Announced,
    ShowStatus::Upcoming,
    ShowStatus::Airing,
    ShowStatus::Renewed,
    ShowStatus::InLimbo,
    ShowStatus::Cancelled,
    ShowStatus::Ended,
];
/// The key of the first show that is made up.
const FIRST: i64 = 5000;
/// How many are made up.
const MADE: i64 = 400;

/// A small generator, so that every run makes up the same shows.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn one_of<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.roll(of.len())]
    }

    /// A day out of few, so that many things fall together.
    fn day(&mut self) -> &'static str {
        self.one_of(&[
            "2022-06-12",
            "2022-06-13",
            "2022-08-17",
            "2022-09-30",
            "2023-01-01",
            "2023-02-28",
            "2024-12-31",
            "2025-01-30",
        ])
    }

    /// A day with its precision, or neither, as SQL.
    fn date(&mut self) -> String {
        match self.one_of(&["", "day", "day", "day", "month", "year"]) {
            "" => "NULL, NULL".to_owned(),
            precision => format!("'{}', '{precision}'", self.day()),
        }
    }
}

/// Shows with any facts, sensible and not; their deciding claims are those of the starter catalog.
fn made_up() -> String {
    let (mut dice, mut sql) = (Dice(7), String::new());
    for show in FIRST..FIRST + MADE {
        let format = dice.one_of(&["series", "series", "limited", "anthology"]);
        let (premiered, ended) = (dice.date(), if dice.roll(3) == 0 { dice.date() } else { "NULL, NULL".into() });
        write!(
            sql,
            "INSERT INTO show (id, slug, sort_key, format, premiered_on, premiered_on_precision, ended_on, ended_on_precision, \
             popularity, created_at, updated_at) VALUES ({show}, 'made-{show}', 'made {show}', '{format}', {premiered}, {ended}, 0, \
             '2026-01-01T00:00:00+00:00', '2026-01-01T00:00:00+00:00');"
        )
        .unwrap();
        for number in (0..4).filter(|_| dice.roll(2) == 0).collect::<Vec<_>>() {
            let (begun, complete) = (dice.date(), dice.date());
            write!(
                sql,
                "INSERT INTO season (id, show_id, number, premiered_on, premiered_on_precision, completed_on, \
                 completed_on_precision) VALUES ({}, {show}, {number}, {begun}, {complete});",
                show * 10 + number
            )
            .unwrap();
        }
        for number in (1..5).filter(|_| dice.roll(3) == 0).collect::<Vec<_>>() {
            let (outcome, on) =
                (dice.one_of(&["renewed", "renewed", "not_renewed", "not_renewed", "void"]), dice.day());
            let claim = dice.one_of(&["NULL", "186", "201", "203", "207"]);
            let reversed = if dice.roll(3) == 0 { format!("'{}'", dice.day()) } else { "NULL".into() };
            write!(
                sql,
                "INSERT INTO resolution (id, show_id, season_number, outcome, resolved_on, reason, claim_id, reversed_on) \
                 VALUES ({}, {show}, {number}, '{outcome}', '{on}', 'Made up.', {claim}, {reversed});",
                show * 10 + number
            )
            .unwrap();
        }
    }
    sql
}

async fn with_made_up(world: &World) {
    for statement in made_up().split_inclusive(';') {
        world.sql(statement).await;
    }
}

#[test]
fn the_database_finds_the_same_word_as_the_rule_for_any_facts_on_any_day() {
    on_both(With::Starter, async |world| {
        with_made_up(&world).await;
        let db = &world.store.read;
        let shows = show::Entity::find().all(db).await.unwrap();
        let keys: Vec<ShowId> = shows.iter().map(|show| show.id).collect();
        let (seasons, rulings) = (SeasonsOf.load(db, &keys).await.unwrap(), RulingsOf.load(db, &keys).await.unwrap());
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for day in ["2022-06-11", "2022-06-12", "2022-08-31", "2022-12-31", "2023-06-01", "2025-01-29", "2025-01-31"] {
            let day: NaiveDate = day.parse().unwrap();
            let word = |show: &show::Model| {
                let seasons = seasons.get(&show.id).map_or(&[][..], Vec::as_slice);
                let rulings = rulings.get(&show.id).map_or(&[][..], Vec::as_slice);
                status(&Facts { show, seasons, rulings }, day)
            };
            for asked in WORDS {
                let expected: BTreeSet<ShowId> =
                    shows.iter().filter(|show| word(show) == Some(asked)).map(|show| show.id).collect();
                let found = show::Entity::find().filter(has_status(&[asked], day)).all(db).await.unwrap();
                let found: BTreeSet<ShowId> = found.into_iter().map(|show| show.id).collect();
                assert_eq!(found, expected, "{asked:?} on {day}");
                *seen.entry(format!("{asked:?}")).or_default() += found.len();
            }
            let none = shows.iter().filter(|show| word(show).is_none()).count();
            let unknown = show::Entity::find().filter(has_status(&WORDS, day).not()).all(db).await.unwrap();
            assert_eq!(unknown.len(), none, "no word on {day}");
            *seen.entry("none".into()).or_default() += none;
        }
        assert!(seen.len() == 8 && seen.values().all(|shows| *shows > 30), "too few to prove anything: {seen:?}");
    });
}

#[test]
fn a_history_leads_to_the_word_of_every_day() {
    on_both(With::Starter, async |world| {
        with_made_up(&world).await;
        let db = &world.store.read;
        let shows = show::Entity::find().filter(show::Column::Id.gte(FIRST)).all(db).await.unwrap();
        let keys: Vec<ShowId> = shows.iter().map(|show| show.id).collect();
        let (seasons, rulings) = (SeasonsOf.load(db, &keys).await.unwrap(), RulingsOf.load(db, &keys).await.unwrap());
        let last: NaiveDate = "2025-02-01".parse().unwrap();
        let mut told = 0;
        for show in &shows {
            let seasons = seasons.get(&show.id).map_or(&[][..], Vec::as_slice);
            let rulings = rulings.get(&show.id).map_or(&[][..], Vec::as_slice);
            let facts = Facts { show, seasons, rulings };
            let changes = history(&facts, last);
            for change in &changes {
                assert_eq!(change.from, status(&facts, change.on.pred_opt().unwrap()), "{}: {change:?}", show.slug);
            }
            let Some(first) = changes.first() else { continue };
            for day in first.on.iter_days().take_while(|day| *day <= last) {
                let latest = changes.iter().rev().find(|change| change.on <= day).map(|change| change.to);
                let word = status(&facts, day);
                assert!(word.is_none() || latest == word, "{} on {day}: {word:?}, {changes:?}", show.slug);
            }
            told += changes.len();
        }
        assert!(told > 500, "only {told} changes prove nothing");
    });
}

#[test]
fn the_shows_of_the_starter_catalog_have_sensible_words() {
    on_both(With::Starter, async |world| {
        let document = "query W { shows(first: 100, orderBy: [{field: TITLE, direction: ASC}]) { nodes { slug status(asOf: \"2026-11-20\") \
                        decisionStatus(asOf: \"2026-11-20\") } } }";
        let answer = world.ask(document, json!({})).await;
        assert_eq!(answer.unplanned, 0);
        assert_eq!(answer.statements.len(), 3, "shows, seasons, answers: {:#?}", answer.statements);
        let row = |node: &Value| {
            let text = |field: &str| node[field].as_str().map(ToOwned::to_owned);
            (text("slug").unwrap(), text("status"), text("decisionStatus"))
        };
        let found: Vec<_> = answer.at("/shows/nodes").as_array().unwrap().iter().map(row).collect();
        let found: Vec<_> =
            found.iter().map(|(slug, word, decision)| (&**slug, word.as_deref(), decision.as_deref())).collect();
        assert_eq!(
            found,
            [
                ("a-shop-for-killers", Some("RENEWED"), Some("RENEWED")),
                ("bloodhounds", Some("RENEWED"), Some("RENEWED")),
                ("descendants-of-the-sun", None, None),
                ("extraordinary-attorney-woo", Some("IN_LIMBO"), Some("LAPSED")),
                ("greys-anatomy", None, None),
                ("gyeongseong-creature", Some("IN_LIMBO"), Some("UNDECIDED")),
                ("hellbound", Some("IN_LIMBO"), Some("UNDECIDED")),
                ("juvenile-justice", Some("IN_LIMBO"), Some("LAPSED")),
                ("love-scout", None, None),
                ("signal", Some("IN_LIMBO"), Some("LAPSED")),
                ("singles-inferno", Some("AIRING"), None),
                ("squid-game", Some("ENDED"), Some("CONCLUDED")),
                ("sweet-home", Some("ENDED"), Some("CONCLUDED")),
                ("the-trauma-code-heroes-on-call", Some("IN_LIMBO"), Some("UNDECIDED")),
                ("when-life-gives-you-tangerines", None, None),
            ]
        );
    });
}

#[test]
fn the_filter_agrees_with_the_field_for_every_show() {
    on_both(With::Starter, async |world| {
        let mut counted = 0;
        for (filter, word) in [
            ("statuses: [RENEWED]", json!("RENEWED")),
            ("statuses: [IN_LIMBO]", json!("IN_LIMBO")),
            ("statuses: [AIRING]", json!("AIRING")),
            ("statuses: [ENDED]", json!("ENDED")),
            ("not: {statuses: [ANNOUNCED, UPCOMING, AIRING, RENEWED, IN_LIMBO, CANCELLED, ENDED]}", Value::Null),
        ] {
            let document =
                format!("query F {{ shows(first: 100, filter: {{{filter}}}) {{ nodes {{ slug status }} }} }}");
            let answer = world.ask(&document, json!({})).await;
            let words = answer.each("/shows/nodes", "/status");
            assert!(!words.is_empty(), "{filter} finds nothing, and so proves nothing");
            assert!(words.iter().all(|found| *found == word), "{filter}: {words:?}");
            counted += words.len();
        }
        assert_eq!(counted, 15, "every show has one word or none");
    });
}
