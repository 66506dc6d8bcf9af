//! Charts: weeks, runs of seasons, and the countries they reached.

use serde_json::{Value, json};

use crate::support::ask::Answer;
use crate::support::world::{With, World, on_both};

const ROWS: &str = r#"
INSERT INTO platform (id, slug, name) VALUES (1, 'netflix', 'Netflix');
INSERT INTO "show" (id, slug, sort_key, format, popularity, created_at, updated_at) VALUES
    (1, 'trauma', 'trauma', 'series', 0.9, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'),
    (2, 'squid', 'squid', 'series', 0.8, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'),
    (3, 'unseen', 'unseen', 'series', 0.7, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z');
INSERT INTO season (show_id, number) VALUES (1, 1), (1, 2), (2, 2), (3, 1);
INSERT INTO chart (id, slug, name, platform_id, country, stratum, metric) VALUES
    (1, 'global', 'Top 10', 1, NULL, 'non_english', 'views'), (2, 'kr', 'Top 10 in Korea', 1, 'KR', NULL, 'unstated'),
    (3, 'jp', 'Top 10 in Japan', 1, 'JP', NULL, 'unstated'), (4, 'empty', 'Top 10 of nowhere', 1, NULL, NULL, 'hours');
INSERT INTO chart_entry (chart_id, week, rank, show_id, season_number, hours_viewed, views, runtime_minutes, weeks_on_chart, days_available, label) VALUES
    (1, '2025-01-20', 3, 1, 1, 32600000, 4700000, 416, 1, 3, 'Trauma'), (1, '2025-01-27', 1, 1, 1, 82700000, 11900000, 416, 2, 7, 'Trauma'),
    (1, '2025-02-10', 1, 1, 1, 19500000, NULL, 416, 3, 7, 'Trauma'), (1, '2025-01-20', 1, 2, 2, 2400000000, NULL, NULL, NULL, 7, 'Squid'),
    (1, '2025-01-27', 2, 2, 2, 2400000000, NULL, NULL, NULL, 7, 'Squid'), (1, '2025-02-10', 9, 2, NULL, 1000, NULL, NULL, NULL, 7, 'Squid'),
    (2, '2025-01-20', 1, 1, 1, NULL, NULL, NULL, NULL, NULL, 'Trauma'), (3, '2025-01-27', 2, 1, 1, NULL, NULL, NULL, NULL, NULL, 'Trauma');
"#;

fn with_charts(body: impl AsyncFn(World)) {
    on_both(With::Nothing, async |world: World| {
        world.sql(ROWS).await;
        body(world).await;
    });
}

/// Asks what must be answered without error and as planned.
async fn ask(world: &World, document: &str) -> Answer {
    ask_with(world, document, json!({})).await
}

/// The same with variables.
async fn ask_with(world: &World, document: &str, variables: Value) -> Answer {
    let answer = world.ask(document, variables).await;
    assert_eq!(answer.unplanned, 0, "asks for something that no plan foresaw: {document}\n{:#}", answer.data());
    answer
}

#[test]
fn a_run_has_its_first_of_best_weeks_and_totals_only_where_every_week_is_published() {
    with_charts(async |world| {
        let query = r#"{ show(by: {slug: "trauma"}) { chartRuns(charts: ["global"]) {
            weeks peakRank totalHours totalViews season { number } chart { slug }
            firstEntry { week { from to } rank daysAvailable } peakEntry { week { from } hoursViewed } } } }"#;
        let answer = ask(&world, query).await;
        assert_eq!(
            answer.at("/show/chartRuns"),
            &json!([{
                "weeks": 3, "peakRank": 1, "totalHours": 134_800_000.0, "totalViews": null,
                "season": {"number": 1}, "chart": {"slug": "global"},
                "firstEntry": {"week": {"from": "2025-01-20", "to": "2025-01-26"}, "rank": 3, "daysAvailable": 3},
                "peakEntry": {"week": {"from": "2025-01-27"}, "hoursViewed": 82_700_000},
            }])
        );
    });
}

#[test]
fn hours_of_a_long_run_pass_the_largest_int() {
    with_charts(async |world| {
        let query = r#"{ show(by: {slug: "squid"}) { chartRuns { season { number } weeks totalHours } } }"#;
        let answer = ask(&world, query).await;
        let runs = json!([
            {"season": {"number": 2}, "weeks": 2, "totalHours": 4_800_000_000.0},
            {"season": null, "weeks": 1, "totalHours": 1000.0},
        ]);
        assert_eq!(answer.at("/show/chartRuns"), &runs);
    });
}

#[test]
fn runs_stand_by_best_rank_and_then_by_length_and_can_be_narrowed() {
    with_charts(async |world| {
        let query = r#"{ show(by: {slug: "trauma"}) {
            all: chartRuns { chart { slug } } second: chartRuns(seasons: [2]) { weeks } korea: chartRuns(charts: ["kr", "none"], seasons: [1]) { weeks }
            seasons { nodes { number chartRuns(charts: ["global"]) { weeks } } } } }"#;
        let answer = ask(&world, query).await;
        assert_eq!(answer.each("/show/all", "/chart/slug"), ["global", "kr", "jp"]);
        assert_eq!((answer.at("/show/second"), answer.at("/show/korea")), (&json!([]), &json!([{"weeks": 1}])));
        let seasons = json!([{"number": 1, "chartRuns": [{"weeks": 3}]}, {"number": 2, "chartRuns": []}]);
        assert_eq!(answer.at("/show/seasons/nodes"), &seasons);
    });
}

#[test]
fn runs_of_many_shows_and_their_rows_are_each_read_by_one_statement() {
    with_charts(async |world| {
        let query = "{ shows { nodes { slug chartRuns { chart { slug } entries(last: 1) { totalCount nodes { week { from } season { number } chart { slug } } pageInfo { hasPreviousPage } } } } } }";
        let answer = ask(&world, query).await;
        assert_eq!(answer.statements.len(), 4, "shows, runs, charts, rows: {:#?}", answer.statements);
        let entries = json!({
            "totalCount": 3, "pageInfo": {"hasPreviousPage": true},
            "nodes": [{"week": {"from": "2025-02-10"}, "season": {"number": 1}, "chart": {"slug": "global"}}],
        });
        assert_eq!(answer.at("/shows/nodes/0/chartRuns/0/entries"), &entries);
        assert_eq!(answer.at("/shows/nodes/1/chartRuns/1/entries/totalCount"), 1, "of no stated season");
        assert_eq!(answer.at("/shows/nodes/2/chartRuns"), &json!([]));
    });
}

#[test]
fn pages_of_a_run_and_of_a_chart_lose_and_double_nothing() {
    let lists = [
        ("show/chartRuns/0/entries", r#"show(by: {slug: "trauma"}) { chartRuns(charts: ["global"]) { ENTRIES } }"#, 3),
        ("chart/entries", r#"chart(by: {slug: "global"}) { ENTRIES }"#, 6),
    ];
    with_charts(async |world| {
        for (path, root, total) in lists {
            let (mut found, mut after) = (Vec::new(), Value::Null);
            loop {
                let entries =
                    "entries(first: 2, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } }";
                let query = format!("query Page($after: String) {{ {} }}", root.replace("ENTRIES", entries));
                let answer = ask_with(&world, &query, json!({"after": after})).await;
                let page = answer.at(&format!("/{path}"));
                assert_eq!(page["totalCount"], total, "{path}");
                found.extend(page["nodes"].as_array().unwrap().iter().map(|node| node["id"].to_string()));
                if page["pageInfo"]["hasNextPage"] == false {
                    break;
                }
                after = page["pageInfo"]["endCursor"].clone();
                assert!(found.len() < 10, "{path} does not end");
            }
            let whole = found.len();
            found.sort_unstable();
            found.dedup();
            assert_eq!((whole, found.len()), (total, total), "{path}");
        }
    });
}

#[test]
fn any_day_of_a_week_leads_to_its_rows() {
    with_charts(async |world| {
        let query = r#"{ chart(by: {slug: "global"}) { firstWeek latestWeek
            sunday: entries(week: "2025-01-26") { nodes { rank show { slug } } } gap: entries(week: "2025-02-03") { totalCount } }
            empty: chart(by: {slug: "empty"}) { firstWeek latestWeek } }"#;
        let answer = ask(&world, query).await;
        assert_eq!(
            (answer.at("/chart/firstWeek"), answer.at("/chart/latestWeek")),
            (&json!("2025-01-20"), &json!("2025-02-10"))
        );
        assert_eq!(answer.each("/chart/sunday/nodes", "/show/slug"), ["squid", "trauma"]);
        assert_eq!(answer.at("/chart/gap/totalCount"), 0);
        assert_eq!(answer.at("/empty"), &json!({"firstWeek": null, "latestWeek": null}));
    });
}

#[test]
fn reach_counts_the_countries_of_one_week_or_of_all() {
    with_charts(async |world| {
        let query = r#"{ show(by: {slug: "trauma"}) { seasons { nodes { ever: chartReach { week countries count }
            then: chartReach(week: "2025-01-26") { week countries count } } } } }"#;
        let answer = ask(&world, query).await;
        assert_eq!(
            answer.at("/show/seasons/nodes/0/ever"),
            &json!({"week": null, "countries": ["JP", "KR"], "count": 2})
        );
        assert_eq!(
            answer.at("/show/seasons/nodes/0/then"),
            &json!({"week": "2025-01-20", "countries": ["KR"], "count": 1})
        );
        assert_eq!(answer.at("/show/seasons/nodes/1/ever/count"), 0);
    });
}
