//! Shows: how they are found, filtered, ordered and walked, on both databases.

use greenlight::gate::Reason;
use serde_json::{Value, json};

use crate::support::ask::refused;
use crate::support::world::{With, World, on_both};

/// What no starter catalog holds: a merge, an old address, pictures, ratings, dates of all exactness.
const MORE: &str = "
    INSERT INTO merged_into (id, old_id, merged_at, show_id) VALUES (900, 999, '2026-01-01T00:00:00+00:00', 1);
    INSERT INTO slug_alias (id, slug, show_id) VALUES (900, 'the-trauma-code', 1), (901, 'squid-game', 1);
    INSERT INTO external_id (id, source, value, person_id) VALUES (900, 'elsewhere', '7', 2);
    INSERT INTO external_id (id, source, value, show_id) VALUES (901, 'elsewhere', '7', 2);
    INSERT INTO rating (id, show_id, source, value, scale, votes, rated_on) VALUES
        (900, 1, 'imdb', 9.1, 10, 100, '2025-01-30'), (901, 1, 'imdb', 8.3, 10, 300, '2025-03-30'),
        (902, 1, 'tmdb', 7.5, 10, NULL, '2025-03-30'), (903, 2, 'imdb', 7.9, 10, 900, '2025-03-30');
    INSERT INTO image (id, show_id, kind, url, width, locale) VALUES
        (900, 1, 'poster', 'https://image.tmdb.org/t/p/original/a.jpg', 2000, 'ko'),
        (901, 1, 'backdrop', 'https://example.org/b.jpg', 3840, NULL);
    INSERT INTO show_platform (id, show_id, platform_id, role, country) VALUES (900, 1, 1, 'distributor', 'FR');
    INSERT INTO show (id, slug, sort_key, format, popularity, created_at, updated_at, premiered_on,
        premiered_on_precision, ended_on, ended_on_precision)
    SELECT 1000 + n, 'made-' || n, 'made ' || n, 'series', 0.1 * (n % 3), '2026-01-01T00:00:00+00:00', '2026-01-01T00:00:00+00:00',
        CASE n % 4 WHEN 0 THEN CAST(NULL AS date) WHEN 1 THEN CAST('2024-01-01' AS date) ELSE CAST('2999-01-01' AS date) END,
        CASE n % 4 WHEN 0 THEN NULL WHEN 1 THEN 'year' ELSE 'day' END, NULL, NULL
    FROM (SELECT 1 AS n UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6 UNION SELECT 7
        UNION SELECT 8) AS numbers;
    INSERT INTO season (id, show_id, number, premiered_on, premiered_on_precision, completed_on, completed_on_precision)
    VALUES
        (1000, 1001, 1, '2024-01-01', 'month', '2024-03-01', 'day'), (1001, 1001, 2, '2024-05-01', 'day', NULL, NULL),
        (1002, 1005, 1, '2024-01-01', 'year', '2024-01-01', 'year'), (1003, 1005, 2, '2999-01-01', 'day', NULL, NULL),
        (1004, 1004, 1, NULL, NULL, NULL, NULL), (1005, 1008, 0, '2024-01-01', 'day', '2024-01-01', 'day');
    INSERT INTO episode (id, season_id, show_id, season_number, number, aired_on, aired_on_precision) VALUES
        (1000, 1001, 1001, 2, 1, '2024-05-01', 'day'), (1001, 1001, 1001, 2, 2, '2998-05-01', 'month'),
        (1002, 1001, 1001, 2, 3, '2998-06-01', 'day'), (1003, 1001, 1001, 2, 4, '2998-06-08', 'day');
";

async fn with_more(world: &World) {
    let statements = if world.backend() == sea_orm::DbBackend::Sqlite {
        // SQLite has no dates: a CAST would make numbers of them.
        MORE.replace("CAST(NULL AS date)", "NULL")
            .replace("CAST('2024-01-01' AS date)", "'2024-01-01'")
            .replace("CAST('2999-01-01' AS date)", "'2999-01-01'")
    } else {
        MORE.to_owned()
    };
    for statement in statements.split(";\n").filter(|text| !text.trim().is_empty()) {
        world.sql(statement).await;
    }
}

async fn data(world: &World, document: &str) -> Value {
    let answer = world.ask(document, json!({})).await;
    assert_eq!(answer.unplanned, 0, "{document}");
    answer.data().clone()
}

fn slugs(list: &Value) -> Vec<&str> {
    list["nodes"].as_array().unwrap().iter().map(|node| node["slug"].as_str().unwrap()).collect()
}

#[test]
fn an_old_id_and_an_old_address_lead_to_the_survivor() {
    on_both(With::Starter, async |world| {
        with_more(&world).await;
        let survivor = json!("the-trauma-code-heroes-on-call");
        let by = |by: &str| format!("query A {{ show(by: {{{by}}}) {{ slug mergedIds }} }}");
        for name in [r#"id: "U2hvdzo5OTk""#, r#"slug: "the-trauma-code""#] {
            let found = data(&world, &by(name)).await;
            assert_eq!(found["show"]["slug"], survivor, "{name}");
            assert_eq!(found["show"]["mergedIds"], json!(["U2hvdzo5OTk"]));
        }
        let current = data(&world, &by(r#"slug: "squid-game""#)).await;
        assert_eq!(current["show"]["slug"], "squid-game", "a current address goes before an old one");
        let nodes = data(&world, r#"query N { nodes(ids: ["U2hvdzo5OTk", "U2hvdzo5OTg", "U2hvdzoy"]) { id } }"#).await;
        assert_eq!(nodes["nodes"], json!([{"id": "U2hvdzox"}, null, {"id": "U2hvdzoy"}]));
    });
}

#[test]
fn a_number_that_a_show_and_a_person_share_is_the_shows() {
    on_both(With::Starter, async |world| {
        with_more(&world).await;
        let found = data(
            &world,
            r#"query L { lookup(externalIds: [{source: "elsewhere", value: "7"}, {source: "elsewhere", value: "8"}]) { __typename } }"#,
        )
        .await;
        assert_eq!(found["lookup"], json!([{"__typename": "Show"}, null]));
    });
}

#[test]
fn a_nul_is_refused_before_it_is_looked_for() {
    for document in [
        r#"query N { show(by: {slug: "a\u0000b"}) { id } }"#,
        r#"query N { lookup(externalIds: [{source: "\u0000", value: "1"}]) { id } }"#,
        r#"query N { search(query: "\u0000") { edges { cursor } } }"#,
        r#"query N { shows(filter: {search: "\u0000"}) { totalCount } }"#,
        r#"query N { claims(filter: {rowCodes: ["a\u0000b"]}) { totalCount } }"#,
        r#"query N { outlet(by: {name: "\u0000"}) { id } }"#,
    ] {
        assert_eq!(refused(document, json!({})), Some(Reason::Input), "{document}");
    }
}

#[test]
fn the_release_filter_agrees_with_the_field_for_every_show() {
    on_both(With::Starter, async |world| {
        with_more(&world).await;
        let mut counted = 0;
        for (filter, status) in [
            ("releaseStatuses: [UNRELEASED]", json!("UNRELEASED")),
            ("releaseStatuses: [RELEASING]", json!("RELEASING")),
            ("releaseStatuses: [RELEASED]", json!("RELEASED")),
            ("not: {releaseStatuses: [UNRELEASED, RELEASING, RELEASED]}", Value::Null),
        ] {
            let document =
                format!("query R {{ shows(first: 100, filter: {{{filter}}}) {{ nodes {{ slug releaseStatus }} }} }}");
            let found = data(&world, &document).await;
            let nodes = found["shows"]["nodes"].as_array().unwrap();
            assert!(!nodes.is_empty(), "{filter} finds nothing, and so proves nothing");
            assert!(nodes.iter().all(|node| node["releaseStatus"] == status), "{filter}: {nodes:?}");
            counted += nodes.len();
        }
        assert_eq!(counted, 23, "every show has exactly one status or none");
    });
}

#[test]
fn the_season_filter_agrees_with_the_field() {
    on_both(With::Starter, async |world| {
        with_more(&world).await;
        let found = data(
            &world,
            "query S { shows(first: 100, filter: {seasonCount: {eq: 2}}) { nodes { slug seasonCount } } }",
        )
        .await;
        let nodes = found["shows"]["nodes"].as_array().unwrap();
        assert!(slugs(&found["shows"]).contains(&"made-1"));
        assert!(nodes.iter().all(|node| node["seasonCount"] == 2), "{nodes:?}");
    });
}

#[test]
fn not_holds_exactly_the_other_shows() {
    on_both(With::Starter, async |world| {
        with_more(&world).await;
        for filter in [
            r#"originalLanguages: ["ko"]"#,
            r#"premieredOn: {gte: "2025-01-01"}"#,
            r#"rating: {source: "imdb", value: {gte: 8}}"#,
            r#"externalIdSources: ["imdb"]"#,
            r#"nextEpisodeOn: {lte: "2999-12-31"}"#,
            r#"any: [{wins: {gte: 1}}, {genres: ["medical"]}]"#,
        ] {
            let document = format!("query C {{ shows(filter: {{{filter}}}) {{ totalCount }} }}");
            let some = data(&world, &document).await["shows"]["totalCount"].as_i64().unwrap();
            let document = format!("query C {{ shows(filter: {{not: {{{filter}}}}}) {{ totalCount }} }}");
            let others = data(&world, &document).await["shows"]["totalCount"].as_i64().unwrap();
            assert!(some > 0, "{filter} finds nothing, and so proves nothing");
            assert_eq!(some + others, 23, "{filter}");
        }
    });
}

#[test]
fn every_order_can_be_walked_to_its_end_without_losing_or_doubling_a_show() {
    on_both(With::Starter, async |world| {
        with_more(&world).await;
        for order in [
            "{field: POPULARITY}, {field: TITLE, direction: ASC}",
            "{field: PREMIERED_ON}",
            "{field: PREMIERED_ON, direction: ASC}",
            "{field: ENDED_ON}, {field: WINS, direction: ASC}",
            "{field: RATING}",
            "{field: RATING, direction: ASC}",
            "{field: NEXT_EPISODE_ON, direction: ASC}, {field: POPULARITY}",
            "{field: UPDATED_AT, direction: ASC}",
        ] {
            let whole =
                data(&world, &format!("query W {{ shows(first: 100, orderBy: [{order}]) {{ nodes {{ slug }} }} }}"))
                    .await;
            let mut walked: Vec<String> = Vec::new();
            let mut after = Value::Null;
            loop {
                let document = format!(
                    "query P {{ shows(first: 4, after: {after}, orderBy: [{order}]) {{ nodes {{ slug }} pageInfo {{ endCursor hasNextPage }} }} }}"
                );
                let page = data(&world, &document).await;
                walked.extend(slugs(&page["shows"]).into_iter().map(str::to_owned));
                after = page["shows"]["pageInfo"]["endCursor"].clone();
                if page["shows"]["pageInfo"]["hasNextPage"] == false || walked.len() > 30 {
                    break;
                }
            }
            assert_eq!(walked, slugs(&whole["shows"]), "{order}");
            assert_eq!(walked.len(), 23, "{order}");
        }
    });
}

#[test]
fn what_is_unknown_stands_last_in_both_directions() {
    on_both(With::Starter, async |world| {
        with_more(&world).await;
        for direction in ["ASC", "DESC"] {
            let document = format!(
                "query O {{ shows(last: 2, orderBy: [{{field: PREMIERED_ON, direction: {direction}}}]) {{ nodes {{ premieredOn {{ iso }} }} }} }}"
            );
            let found = data(&world, &document).await;
            assert_eq!(found["shows"]["nodes"], json!([{"premieredOn": null}, {"premieredOn": null}]), "{direction}");
        }
    });
}

#[test]
fn a_platform_lists_a_show_once_whatever_its_roles_there() {
    on_both(With::Starter, async |world| {
        let count = "query P { platform(by: {slug: \"netflix\"}) { shows(first: 100, orderBy: [{field: WINS}]) { totalCount nodes { slug } } } }";
        let before = data(&world, count).await;
        with_more(&world).await;
        assert_eq!(data(&world, count).await, before);
    });
}

#[test]
fn the_next_episode_is_the_first_whose_day_is_known() {
    on_both(With::Starter, async |world| {
        with_more(&world).await;
        let document = "query E { show(by: {slug: \"made-1\"}) { lastEpisode { number } nextEpisode { number airedOn { iso } } later: nextEpisode(asOf: \"2998-06-01\") { number } } }";
        let found = data(&world, document).await;
        assert_eq!(
            found["show"],
            json!({"lastEpisode": {"number": 1}, "nextEpisode": {"number": 3, "airedOn": {"iso": "2998-06-01"}}, "later": {"number": 4}})
        );
    });
}

#[test]
fn the_latest_reading_on_the_day_counts() {
    on_both(With::Starter, async |world| {
        with_more(&world).await;
        let document = "query R { show(by: {id: \"U2hvdzox\"}) { ratings { source value votes } then: ratings(asOf: \"2025-02-01\") { source value } } }";
        let found = data(&world, document).await;
        assert_eq!(
            found["show"]["ratings"],
            json!([{"source": "imdb", "value": 8.3, "votes": 300}, {"source": "tmdb", "value": 7.5, "votes": null}])
        );
        assert_eq!(found["show"]["then"], json!([{"source": "imdb", "value": 9.1}]));
    });
}

#[test]
fn the_cast_of_a_season_is_cut_from_that_of_its_show() {
    on_both(With::Starter, async |world| {
        let page = |after: Value| {
            format!(
                "query C {{ show(by: {{id: \"U2hvdzox\"}}) {{ season(number: 1) {{ cast(first: 5, after: {after}) {{ totalCount nodes {{ person {{ slug }} }} pageInfo {{ hasNextPage endCursor }} }} }} }} }}"
            )
        };
        let first = data(&world, &page(Value::Null)).await["show"]["season"]["cast"].clone();
        let rest = data(&world, &page(first["pageInfo"]["endCursor"].clone())).await["show"]["season"]["cast"].clone();
        assert_eq!(first["nodes"].as_array().unwrap().len(), 5);
        assert_eq!(first["pageInfo"]["hasNextPage"], true);
        assert_eq!(rest["pageInfo"]["hasNextPage"], false);
        let seen = first["nodes"].as_array().unwrap().len() + rest["nodes"].as_array().unwrap().len();
        assert_eq!(json!(seen), first["totalCount"]);
        assert_ne!(first["nodes"][4], rest["nodes"][0]);
    });
}

#[test]
fn arguments_that_cannot_be_honoured_say_what_to_send() {
    on_both(With::Starter, async |world| {
        for document in [
            "query A { shows(orderBy: [{field: WINS}, {field: WINS}]) { totalCount } }",
            "query A { shows(filter: {ids: [\"UGVyc29uOjE\"]}) { totalCount } }",
            "query A { show(by: {id: \"UGVyc29uOjE\"}) { id } }",
        ] {
            let answer = world.ask(document, json!({})).await;
            assert_eq!(answer.code(), "BAD_USER_INPUT", "{document}");
        }
        with_more(&world).await;
        for width in [15, 3841] {
            let document =
                format!("query A {{ show(by: {{id: \"U2hvdzox\"}}) {{ image {{ sized(width: {width}) }} }} }}");
            assert_eq!(world.ask(&document, json!({})).await.code(), "BAD_USER_INPUT", "{width}");
        }
    });
}
