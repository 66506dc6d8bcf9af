//! Awards: what was known when, who shares a win, which nominations fit, and in which order.

use serde_json::{Value, json};

use crate::support::ask::Answer;
use crate::support::world::{With, World, on_both};

const ROWS: &str = r#"
INSERT INTO "show" (id, slug, sort_key, format, popularity, created_at, updated_at) VALUES
    (1, 'trauma', 'trauma', 'series', 0.9, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'),
    (2, 'tangerines', 'tangerines', 'limited', 0.8, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z');
INSERT INTO person (id, slug, sort_key, popularity, created_at, updated_at) VALUES
    (1, 'choo', 'choo', 0.9, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'),
    (2, 'ju', 'ju', 0.8, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z');
INSERT INTO award (id, slug, country) VALUES (1, 'blue-dragon', 'KR'), (2, 'seoul', NULL);
INSERT INTO slug_alias (slug, award_id) VALUES ('blue-dragon-film', 1);
INSERT INTO award_category (id, award_id, code, weight_class) VALUES
    (1, 1, 'drama', 'series'), (2, 1, 'newcomer', 'newcomer'), (3, 2, 'k-drama', 'series'), (4, 1, 'actor', 'craft');
INSERT INTO award_ceremony (id, award_id, edition, year, announced_on, held_on) VALUES
    (1, 1, 4, 2025, '2025-07-18', '2025-07-18'), (2, 2, 20, 2025, '2025-09-16', '2025-10-02'),
    (3, 1, 3, 2024, NULL, NULL), (4, 1, NULL, 2023, NULL, '2023-07-19');
INSERT INTO nomination (id, award_ceremony_id, award_category_id, result, show_id) VALUES
    (1, 1, 1, 'won', 1), (2, 1, 2, 'won', 1), (3, 2, 3, 'won', 1), (4, 2, 3, 'won', 2), (5, 1, 1, 'nominated', 2),
    (6, 3, 2, 'nominated', NULL), (7, 4, 4, 'nominated', NULL);
INSERT INTO nomination_recipient (nomination_id, position, show_id, person_id) VALUES
    (1, 1, 1, NULL), (2, 1, NULL, 1), (2, 2, NULL, 2), (3, 1, 1, NULL), (4, 1, 2, NULL), (5, 1, 2, NULL),
    (6, 1, NULL, 1), (7, 1, NULL, 1);
INSERT INTO name (award_id, award_category_id, text, sort_key, kind, is_primary, locale) VALUES
    (1, NULL, 'Blue Dragon Series Awards', 'b', 'display', TRUE, 'en'), (NULL, 1, 'Best Drama', 'b', 'display', TRUE, 'en');
"#;

fn with_awards(body: impl AsyncFn(World)) {
    on_both(With::Nothing, async |world: World| {
        world.sql(ROWS).await;
        body(world).await;
    });
}

/// What tells the seven nominations apart: code, year and show.
const NODES: &str = "{ nodes { category { code } ceremony { year } forShow { slug } } }";

/// Their keys, by what tells them apart.
fn keys(nodes: &Value) -> Vec<i32> {
    let told = [("drama", "trauma"), ("newcomer", "trauma"), ("k-drama", "trauma"), ("k-drama", "tangerines")];
    let key = |node: &Value| {
        let code = node["category"]["code"].as_str().unwrap();
        match (code, node["forShow"]["slug"].as_str()) {
            ("drama", Some("tangerines")) => 5,
            ("newcomer", None) => 6,
            ("actor", None) => 7,
            (code, show) => (1..).zip(told).find(|(_, is)| Some(is.1) == show && is.0 == code).unwrap().0,
        }
    };
    nodes.as_array().unwrap().iter().map(key).collect()
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
fn a_win_counts_from_the_day_of_its_announcement() {
    with_awards(async |world| {
        let ask = async |day: &str| {
            let query = format!(
                r#"{{ show(by: {{slug: "trauma"}}) {{ awardSummary(asOf: "{day}") {{ asOf wins sharedWins }} }} }}"#
            );
            ask(&world, &query).await.at("/show/awardSummary").clone()
        };
        assert_eq!(ask("2025-07-17").await, json!({"asOf": "2025-07-17", "wins": 0, "sharedWins": 0}));
        assert_eq!(ask("2025-07-18").await, json!({"asOf": "2025-07-18", "wins": 2, "sharedWins": 0}));
        assert_eq!(ask("2025-09-15").await, json!({"asOf": "2025-09-15", "wins": 2, "sharedWins": 0}));
        assert_eq!(ask("2025-09-16").await, json!({"asOf": "2025-09-16", "wins": 3, "sharedWins": 1}));
    });
}

#[test]
fn a_ceremony_without_a_day_counts_once_its_year_is_over() {
    with_awards(async |world| {
        let ask = async |day: &str| {
            let query = format!(
                r#"{{ nominations(filter: {{people: ["UGVyc29uOjE"]}}, first: 1) {{ nodes {{ recipients {{ ... on Person {{ awardSummary(asOf: "{day}") {{ nominations }} }} }} }} }} }}"#
            );
            ask(&world, &query).await.at("/nominations/nodes/0/recipients/0/awardSummary/nominations").clone()
        };
        assert_eq!(ask("2023-07-18").await, 0);
        assert_eq!(ask("2023-07-19").await, 1, "held, when nobody knows the day of the announcement");
        assert_eq!(ask("2024-12-31").await, 1);
        assert_eq!(ask("2025-01-01").await, 2);
    });
}

#[test]
fn the_sentence_names_the_weightiest_win_by_its_printed_names() {
    with_awards(async |world| {
        let query = "{ shows { nodes { awardSummary { sentence byAward { award { slug } nominations wins } } } } }";
        let answer = ask(&world, query).await;
        let sentences = answer.each("/shows/nodes", "/awardSummary/sentence");
        assert_eq!(
            sentences,
            [
                "Won 3 of 3 nominations (1 shared), among them Best Drama at the 4th Blue Dragon Series Awards.",
                "Won 1 of 2 nominations (1 shared): k-drama at the 20th seoul.",
            ]
        );
        assert_eq!(
            answer.at("/shows/nodes/0/awardSummary/byAward"),
            &json!([
                {"award": {"slug": "blue-dragon"}, "nominations": 2, "wins": 2},
                {"award": {"slug": "seoul"}, "nominations": 1, "wins": 1},
            ])
        );
        assert_eq!(answer.statements.len(), 3, "shows, summaries, names: {:#?}", answer.statements);
    });
}

#[test]
fn several_winners_share_a_category_but_several_recipients_do_not() {
    with_awards(async |world| {
        let query = "{ nominations { nodes { category { code } ceremony { year } isShared sharedWith { forShow { slug } } forShow { slug } recipients { __typename } } } }";
        let answer = ask(&world, query).await;
        let rows = answer.at("/nominations/nodes").as_array().unwrap();
        let of = |key: i32| &rows[keys(answer.at("/nominations/nodes")).iter().position(|one| *one == key).unwrap()];
        assert_eq!(of(3)["isShared"], true);
        assert_eq!(of(3)["sharedWith"], json!([{"forShow": {"slug": "tangerines"}}]));
        assert_eq!(of(4)["sharedWith"], json!([{"forShow": {"slug": "trauma"}}]));
        assert_eq!(of(1)["isShared"], false, "the other one of its category did not win");
        assert_eq!(of(5)["sharedWith"], json!([]), "who did not win shares nothing");
        assert_eq!(of(2)["isShared"], false);
        assert_eq!(of(2)["recipients"].as_array().unwrap().len(), 2);
    });
}

#[test]
fn every_filter_and_its_negation_part_all_nominations() {
    let filters = [
        (r#"{awards: ["blue-dragon"]}"#, vec![1, 2, 5, 6, 7]),
        ("{editions: [4, 20]}", vec![1, 2, 3, 4, 5]),
        ("{years: {lte: 2024}}", vec![6, 7]),
        (r#"{categories: ["drama", "k-drama"]}"#, vec![1, 3, 4, 5]),
        ("{results: [WON]}", vec![1, 2, 3, 4]),
        ("{isShared: true}", vec![3, 4]),
        ("{isShared: false}", vec![1, 2, 5, 6, 7]),
        (r#"{shows: ["U2hvdzox"]}"#, vec![1, 2, 3]),
        (r#"{people: ["UGVyc29uOjE"]}"#, vec![2, 6, 7]),
        (r#"{announcedOn: {gte: "2025-08-01"}}"#, vec![3, 4]),
        ("{announcedOn: {exists: false}}", vec![6, 7]),
        ("{any: [{isShared: true}, {years: {eq: 2024}}]}", vec![3, 4, 6]),
        (r#"{all: [{results: [WON]}, {not: {shows: ["U2hvdzox"]}}]}"#, vec![4]),
        ("{awards: []}", vec![1, 2, 3, 4, 5, 6, 7]),
    ];
    with_awards(async |world| {
        for (filter, fitting) in &filters {
            let query = format!(
                "{{ fit: nominations(filter: {filter}) {NODES} rest: nominations(filter: {{not: {filter}}}) {NODES} }}"
            );
            let answer = ask(&world, &query).await;
            let sorted = |list: &str| {
                let mut keys = keys(answer.at(list));
                keys.sort_unstable();
                keys
            };
            assert_eq!(&sorted("/fit/nodes"), fitting, "{filter}");
            let rest: Vec<_> = (1..=7).filter(|key| !fitting.contains(key)).collect();
            assert_eq!(sorted("/rest/nodes"), rest, "not {filter}");
        }
    });
}

#[test]
fn unknown_days_stand_last_in_both_directions() {
    with_awards(async |world| {
        let query = format!(
            "{{ latest: nominations(orderBy: [{{field: ANNOUNCED_ON}}, {{field: RESULT}}]) {NODES}
               earliest: nominations(orderBy: [{{field: ANNOUNCED_ON, direction: ASC}}]) {NODES} }}"
        );
        let answer = ask(&world, &query).await;
        assert_eq!(keys(answer.at("/latest/nodes")), [4, 3, 2, 1, 5, 7, 6]);
        assert_eq!(keys(answer.at("/earliest/nodes")), [7, 1, 2, 5, 3, 4, 6]);
    });
}

#[test]
fn pages_of_every_list_of_nominations_lose_and_double_nothing() {
    let lists = [
        ("nominations", "", 7),
        ("show/nominations", r#"show(by: {slug: "trauma"})"#, 3),
        ("person/nominations", r#"person: node(id: "UGVyc29uOjE")"#, 3),
        ("awardCeremony/nominations", r#"awardCeremony(by: {edition: {award: "blue-dragon", edition: 4}})"#, 3),
    ];
    let orders = ["[{field: ANNOUNCED_ON}]", "[{field: RESULT}, {field: ANNOUNCED_ON, direction: ASC}]"];
    with_awards(async |world| {
        for (path, root, total) in lists {
            for order in orders {
                let (mut found, mut after) = (Vec::new(), Value::Null);
                loop {
                    let below = format!(
                        "nominations(first: 1, after: $after, orderBy: {order}) {{ totalCount pageInfo {{ hasNextPage endCursor }} {} }}",
                        &NODES[2..NODES.len() - 2]
                    );
                    let below = match root {
                        "" => below,
                        root if root.contains("node") => format!("{root} {{ ... on Person {{ {below} }} }}"),
                        root => format!("{root} {{ {below} }}"),
                    };
                    let answer =
                        ask_with(&world, &format!("query Page($after: String) {{ {below} }}"), json!({"after": after}))
                            .await;
                    let page = answer.at(&format!("/{path}"));
                    assert_eq!(page["totalCount"], total, "{path}");
                    found.extend(keys(&page["nodes"]));
                    if page["pageInfo"]["hasNextPage"] == false {
                        break;
                    }
                    after = page["pageInfo"]["endCursor"].clone();
                    assert!(found.len() < 10, "{path} does not end");
                }
                let whole = found.len();
                found.sort_unstable();
                found.dedup();
                assert_eq!((whole, found.len()), (total, total), "{path} {order}");
            }
        }
    });
}

#[test]
fn pages_of_several_shows_and_people_are_read_together() {
    with_awards(async |world| {
        let query = "{ shows { nodes { nominations(first: 1) { totalCount nodes { category { code } } } } } }";
        let answer = ask(&world, query).await;
        assert_eq!(answer.each("/shows/nodes", "/nominations/totalCount"), [3, 2]);
        assert_eq!(answer.statements.len(), 3, "shows, totals, pages: {:#?}", answer.statements);
        let query = "{ nominations(filter: {categories: [\"newcomer\"], results: [WON]}) { nodes { recipients { ... on Person { slug nominations(first: 1, orderBy: [{field: RESULT, direction: ASC}]) { totalCount nodes { category { code } } } } } } } }";
        let answer = ask(&world, query).await;
        assert_eq!(
            answer.at("/nominations/nodes/0/recipients"),
            &json!([
                {"slug": "choo", "nominations": {"totalCount": 3, "nodes": [{"category": {"code": "newcomer"}}]}},
                {"slug": "ju", "nominations": {"totalCount": 1, "nodes": [{"category": {"code": "newcomer"}}]}},
            ])
        );
        assert_eq!(
            answer.statements.len(),
            4,
            "nominations, recipients, their totals, their pages: {:#?}",
            answer.statements
        );
    });
}

#[test]
fn an_award_is_found_by_an_old_address_and_its_editions_stand_latest_first() {
    with_awards(async |world| {
        let query = r#"{ award(by: {slug: "blue-dragon-film"}) { slug name country ceremonies { nodes { edition year } } categories { code weightClass } }
            awardCeremony(by: {edition: {award: "blue-dragon-film", edition: 3}}) { year announcedOn award { slug } }
            none: awardCeremony(by: {edition: {award: "seoul", edition: 3}}) { year } }"#;
        let answer = ask(&world, query).await;
        assert_eq!(answer.at("/award/slug"), "blue-dragon");
        assert_eq!(answer.each("/award/ceremonies/nodes", "/edition"), [json!(4), json!(3), Value::Null]);
        assert_eq!(answer.each("/award/categories", "/code"), ["actor", "drama", "newcomer"]);
        let third = json!({"year": 2024, "announcedOn": null, "award": {"slug": "blue-dragon"}});
        assert_eq!((answer.at("/awardCeremony"), answer.at("/none")), (&third, &Value::Null));
    });
}
