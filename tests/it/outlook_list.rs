//! Seasons in play: how they are listed, filtered, ordered and walked, on both databases.

use chrono::{NaiveDate, Utc};
use entity::ids::{OutlookId, PlatformId, ShowId};
use entity::kinds::{DecisionStatus, EvidenceGrade, OutlookPhase, RenewalBand, RenewalStatus};
use entity::outlook;
use sea_orm::{EntityTrait as _, IntoActiveModel as _};
use serde_json::{Value, json};

use crate::support::world::{With, World, on_both};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// An open question of which nothing is known.
fn open(id: i64, show: i64, season_number: i32, probability: f64) -> outlook::Model {
    outlook::Model {
        id: OutlookId(id),
        show_id: ShowId(show),
        season_number,
        platform_id: Some(PlatformId(1)),
        phase: OutlookPhase::Open,
        decision: DecisionStatus::Undecided,
        computed_for: Utc::now().date_naive(),
        horizon: day("2028-01-24"),
        probability,
        log_odds: 0.0,
        sd: 1.0,
        interval_low: probability - 0.25,
        interval_high: probability + 0.25,
        band: RenewalBand::Likely,
        status: RenewalStatus::NoNews,
        evidence_grade: EvidenceGrade::Thin,
        independent_origins: 0,
        change_30_days: None,
        checked_until: None,
        is_stale: true,
        answer: json!({}),
        model_version: "rc-1".into(),
        input_hash: "0".repeat(64),
    }
}

/// A question that an order answered.
fn ordered(id: i64, show: i64, season_number: i32) -> outlook::Model {
    outlook::Model {
        phase: OutlookPhase::Resolved,
        decision: DecisionStatus::Renewed,
        band: RenewalBand::AlmostCertain,
        status: RenewalStatus::OfficiallyRenewed,
        evidence_grade: EvidenceGrade::WellSupported,
        interval_low: 0.9375,
        interval_high: 0.9375,
        is_stale: false,
        ..open(id, show, season_number, 0.9375)
    }
}

/// Three open questions, two of them as probable as each other, and two answered ones.
fn rows() -> [outlook::Model; 5] {
    [
        outlook::Model {
            change_30_days: Some(0.125),
            checked_until: Some(day("2026-11-01")),
            is_stale: false,
            independent_origins: 2,
            status: RenewalStatus::ReportedNotConfirmed,
            ..open(1, 1, 2, 0.625)
        },
        outlook::Model {
            change_30_days: Some(-0.125),
            horizon: day("2027-10-25"),
            band: RenewalBand::LessLikelyThanNot,
            interval_low: 0.125,
            interval_high: 0.25,
            evidence_grade: EvidenceGrade::Moderate,
            ..open(2, 4, 3, 0.1875)
        },
        outlook::Model { checked_until: Some(day("2026-10-01")), horizon: day("2027-09-27"), ..open(3, 5, 3, 0.625) },
        outlook::Model { change_30_days: Some(0.0), ..ordered(4, 6, 2) },
        outlook::Model { platform_id: None, checked_until: Some(day("2026-11-19")), ..ordered(5, 8, 2) },
    ]
}

async fn with_rows(world: &World) {
    outlook::Entity::delete_many().exec(world.write()).await.unwrap();
    let rows = rows().map(outlook::Model::into_active_model);
    outlook::Entity::insert_many(rows).exec(world.write()).await.unwrap();
}

/// The shows of the outlooks that `arguments` find, shortened to their first words.
async fn found(world: &World, arguments: &str) -> Vec<String> {
    let document = format!("query O {{ renewalOutlook({arguments}) {{ totalCount nodes {{ show {{ slug }} }} }} }}");
    let answer = world.ask(&document, json!({})).await;
    assert_eq!(answer.unplanned, 0, "{arguments}");
    let slugs = answer.each("/renewalOutlook/nodes", "/show/slug");
    assert_eq!(*answer.at("/renewalOutlook/totalCount"), json!(slugs.len()), "{arguments}");
    slugs.iter().map(|slug| slug.as_str().unwrap().split('-').find(|word| word.len() > 3).unwrap().to_owned()).collect()
}

#[test]
fn open_questions_are_listed_the_most_probable_first() {
    on_both(With::Starter, async |world| {
        with_rows(&world).await;
        assert_eq!(found(&world, "first: 20").await, ["gyeongseong", "trauma", "hellbound"]);
    });
}

#[test]
fn every_filter_finds_what_fits_and_its_negation_finds_the_others() {
    let filters = [
        ("shows: [\"U2hvdzox\", \"U2hvdzo2\"]", vec!["bloodhounds", "trauma"]),
        ("season: {eq: 3}", vec!["gyeongseong", "hellbound"]),
        ("phases: [RESOLVED]", vec!["bloodhounds", "shop"]),
        ("decisions: [UNDECIDED]", vec!["gyeongseong", "hellbound", "trauma"]),
        ("decisions: [RENEWED, CANCELLED]", vec!["bloodhounds", "shop"]),
        ("bands: [LESS_LIKELY_THAN_NOT]", vec!["hellbound"]),
        ("statuses: [REPORTED_NOT_CONFIRMED, CONFLICTING_REPORTS]", vec!["trauma"]),
        ("evidenceGrades: [MODERATE, WELL_SUPPORTED]", vec!["bloodhounds", "hellbound", "shop"]),
        ("platforms: [\"netflix\"]", vec!["bloodhounds", "gyeongseong", "hellbound", "trauma"]),
        ("genres: [\"medical\"]", vec!["trauma"]),
        ("originCountries: [\"KR\"], genres: [\"medical\"]", vec!["trauma"]),
        ("probability: {gte: 0.625}", vec!["bloodhounds", "gyeongseong", "shop", "trauma"]),
        ("change: {gte: 0.1}", vec!["trauma"]),
        ("change: {exists: false}", vec!["gyeongseong", "shop"]),
        ("independentOrigins: {gte: 1}", vec!["trauma"]),
        ("stale: true", vec!["gyeongseong", "hellbound"]),
        ("checkedUntil: {lte: \"2026-11-01\"}", vec!["gyeongseong", "trauma"]),
        ("horizon: {lte: \"2027-10-25\"}", vec!["gyeongseong", "hellbound"]),
        (
            "any: [{stale: true}, {season: {eq: 2}}], all: [{probability: {lte: 0.7}}]",
            vec!["gyeongseong", "hellbound", "trauma"],
        ),
    ];
    on_both(With::Starter, async |world| {
        with_rows(&world).await;
        for (filter, expected) in &filters {
            let mut fitting = found(&world, &format!("filter: {{phases: [], all: [{{{filter}}}]}}")).await;
            fitting.sort();
            assert_eq!(fitting, *expected, "{filter}");
            let mut others = found(&world, &format!("filter: {{phases: [], not: {{{filter}}}}}")).await;
            others.extend(fitting);
            others.sort();
            assert_eq!(others, ["bloodhounds", "gyeongseong", "hellbound", "shop", "trauma"], "not {filter}");
        }
    });
}

#[test]
fn who_asks_for_a_decision_is_not_limited_to_open_questions() {
    on_both(With::Starter, async |world| {
        with_rows(&world).await;
        assert_eq!(found(&world, "filter: {decisions: [RENEWED]}").await, ["shop", "bloodhounds"]);
        assert!(found(&world, "filter: {decisions: [RENEWED], phases: [OPEN]}").await.is_empty());
        assert_eq!(found(&world, "filter: {season: {eq: 2}}").await, ["trauma"]);
    });
}

#[test]
fn every_order_runs_both_ways_with_the_unknown_last_and_pages_fit_together() {
    let orders = [
        ("PROBABILITY", "DESC", ["shop", "bloodhounds", "gyeongseong", "trauma", "hellbound"]),
        ("PROBABILITY", "ASC", ["hellbound", "trauma", "gyeongseong", "bloodhounds", "shop"]),
        ("CHANGE", "DESC", ["trauma", "bloodhounds", "hellbound", "shop", "gyeongseong"]),
        ("CHANGE", "ASC", ["hellbound", "bloodhounds", "trauma", "gyeongseong", "shop"]),
        ("INTERVAL_WIDTH", "DESC", ["gyeongseong", "trauma", "hellbound", "shop", "bloodhounds"]),
        ("INTERVAL_WIDTH", "ASC", ["bloodhounds", "shop", "hellbound", "trauma", "gyeongseong"]),
        ("CHECKED_UNTIL", "DESC", ["shop", "trauma", "gyeongseong", "bloodhounds", "hellbound"]),
        ("CHECKED_UNTIL", "ASC", ["gyeongseong", "trauma", "shop", "hellbound", "bloodhounds"]),
        ("HORIZON", "DESC", ["shop", "bloodhounds", "trauma", "hellbound", "gyeongseong"]),
        ("HORIZON", "ASC", ["gyeongseong", "hellbound", "trauma", "bloodhounds", "shop"]),
        ("POPULARITY", "DESC", ["trauma", "bloodhounds", "gyeongseong", "hellbound", "shop"]),
        ("POPULARITY", "ASC", ["shop", "hellbound", "gyeongseong", "bloodhounds", "trauma"]),
    ];
    on_both(With::Starter, async |world| {
        with_rows(&world).await;
        for (field, direction, expected) in &orders {
            let order = format!("orderBy: [{{field: {field}, direction: {direction}}}]");
            let whole = found(&world, &format!("filter: {{phases: []}}, {order}")).await;
            assert_eq!(whole, *expected, "{field} {direction}");
            assert_eq!(walked(&world, &order).await, *expected, "{field} {direction}, by pages");
        }
        let two = "orderBy: [{field: PROBABILITY}, {field: CHECKED_UNTIL, direction: ASC}]";
        assert_eq!(walked(&world, two).await, ["shop", "bloodhounds", "gyeongseong", "trauma", "hellbound"]);
    });
}

/// The same, by pages of two.
async fn walked(world: &World, order: &str) -> Vec<String> {
    let (mut shows, mut after) = (Vec::new(), Value::Null);
    loop {
        let document = format!(
            "query W($after: String) {{ renewalOutlook(first: 2, after: $after, filter: {{phases: []}}, {order}) {{ \
             pageInfo {{ endCursor hasNextPage }} nodes {{ show {{ slug }} }} }} }}"
        );
        let answer = world.ask(&document, json!({"after": after})).await;
        let slugs = answer.each("/renewalOutlook/nodes", "/show/slug");
        shows.extend(
            slugs.iter().map(|slug| slug.as_str().unwrap().split('-').find(|word| word.len() > 3).unwrap().to_owned()),
        );
        if *answer.at("/renewalOutlook/pageInfo/hasNextPage") == json!(false) {
            return shows;
        }
        after = answer.at("/renewalOutlook/pageInfo/endCursor").clone();
    }
}

#[test]
fn shows_are_filtered_and_ordered_by_their_next_season() {
    on_both(With::Starter, async |world| {
        with_rows(&world).await;
        let slugs = async |arguments: &str| {
            let answer =
                world.ask(&format!("query S {{ shows({arguments}) {{ nodes {{ slug }} }} }}"), json!({})).await;
            answer
                .each("/shows/nodes", "/slug")
                .iter()
                .map(|slug| slug.as_str().unwrap().to_owned())
                .collect::<Vec<_>>()
        };
        let likely =
            slugs("filter: {nextSeason: {probability: {gte: 0.5}}}, orderBy: [{field: TITLE, direction: ASC}]").await;
        assert_eq!(
            likely,
            ["a-shop-for-killers", "bloodhounds", "gyeongseong-creature", "the-trauma-code-heroes-on-call"],
            "answered ones are among them"
        );
        let others = slugs("first: 100, filter: {not: {nextSeason: {probability: {gte: 0.5}}}}").await;
        assert_eq!(others.len(), 11, "those without a number are the others");
        let falling = slugs("first: 100, orderBy: [{field: RENEWAL_PROBABILITY}]").await;
        assert_eq!(falling.len(), 15);
        assert_eq!(
            falling[..5],
            [
                "a-shop-for-killers",
                "bloodhounds",
                "gyeongseong-creature",
                "the-trauma-code-heroes-on-call",
                "hellbound"
            ]
        );
        let rising = slugs("first: 100, orderBy: [{field: RENEWAL_PROBABILITY, direction: ASC}]").await;
        assert_eq!(rising[0], "hellbound");
        assert!(!falling[..5].contains(&rising[5]), "without a number: last upwards too");
        let there = slugs("filter: {platforms: [\"netflix\"], nextSeason: {season: {eq: 3}}}").await;
        assert_eq!(there, ["gyeongseong-creature", "hellbound"]);
    });
}

#[test]
fn what_cannot_be_honoured_is_refused_with_a_word_on_what_to_send() {
    let deep = "not: {".repeat(9) + "stale: true" + &"}".repeat(9);
    let refused = [
        "orderBy: [{field: CHANGE}, {field: CHANGE, direction: ASC}]".to_owned(),
        "filter: {shows: [\"T3JpZ2luOjE\"]}".to_owned(),
        format!("filter: {{{deep}}}"),
        "first: 0".to_owned(),
        "after: \"nonsense\"".to_owned(),
    ];
    on_both(With::Starter, async |world| {
        for arguments in &refused {
            let document = format!("query R {{ renewalOutlook({arguments}) {{ totalCount }} }}");
            assert_eq!(world.ask(&document, json!({})).await.code(), "BAD_USER_INPUT", "{arguments}");
        }
    });
}

#[test]
fn twenty_seasons_with_their_numbers_are_read_and_not_computed() {
    on_both(With::Starter, async |world| {
        with_many(&world).await;
        let document = "query N { renewalOutlook(first: 20) { totalCount pageInfo { hasNextPage } nodes { \
             seasonNumber show { slug title } phase decision horizon change \
             confidence { asOf probability interval80 { low high } band bandLabel status evidenceGrade stale checkedUntil } } } }";
        let answer = world.ask(document, json!({})).await;
        assert_eq!(answer.unplanned, 0);
        assert_eq!(answer.each("/renewalOutlook/nodes", "/seasonNumber").len(), 20);
        assert!(answer.statements.len() <= 8, "{:#?}", answer.statements);
        let first = answer.at("/renewalOutlook/nodes/0");
        assert_eq!(first["confidence"]["probability"], json!(0.75));
        assert_eq!(first["confidence"]["interval80"], json!({"low": 0.5, "high": 1.0}));
        assert_eq!(first["change"], json!(0.0625));
        assert_eq!(first["confidence"]["asOf"], json!(Utc::now().date_naive().to_string()));
    });
}

/// As many shows with an open question each.
async fn with_many(world: &World) {
    outlook::Entity::delete_many().exec(world.write()).await.unwrap();
    for show in 6000..6030_i64 {
        let statements = format!(
            "INSERT INTO show (id, slug, sort_key, format, premiered_on, premiered_on_precision, popularity, created_at, updated_at) \
             VALUES ({show}, 'many-{show}', 'many {show}', 'series', '2026-10-01', 'day', 0, '2026-01-01T00:00:00+00:00', \
             '2026-01-01T00:00:00+00:00'); \
             INSERT INTO season (id, show_id, number, premiered_on, premiered_on_precision, completed_on, completed_on_precision) \
             VALUES ({show}, {show}, 1, '2026-10-01', 'day', '2026-10-01', 'day')"
        );
        world.sql(&statements).await;
    }
    let row = |show| outlook::Model { change_30_days: Some(0.0625), ..open(show, show, 2, 0.75) };
    let rows = (6000..6030).map(row).map(outlook::Model::into_active_model);
    outlook::Entity::insert_many(rows).exec(world.write()).await.unwrap();
}
