//! People: how they are named in questions, filtered and ordered, and what they are credited for.

use serde_json::{Value, json};

use crate::search::world::ask;
use crate::support::world::{With, World, on_both};

async fn answer(world: &World, document: &str, variables: Value) -> Value {
    let asked = ask(world, document, variables).await;
    assert!(asked.answer["errors"].is_null(), "{:#}", asked.answer);
    assert_eq!(asked.unplanned, 0, "{document}");
    asked.answer["data"].clone()
}

#[test]
fn old_addresses_merged_ids_and_foreign_ids_lead_to_the_person() {
    on_both(With::Starter, async |world| {
        world
            .sql(
                "insert into slug_alias (slug, person_id) values ('chu-yeong-u', 2), ('ju-ji-hoon', 2);
                 insert into merged_into (old_id, merged_at, person_id) values (999, '2026-01-01T00:00:00Z', 2);
                 insert into external_id (source, value, person_id) values ('imdb', 'nm0000002', 2);",
            )
            .await;
        for (by, slug) in [
            (json!({"slug": "choo-young-woo"}), json!("choo-young-woo")),
            (json!({"slug": "chu-yeong-u"}), json!("choo-young-woo")),
            (json!({"slug": "ju-ji-hoon"}), json!("ju-ji-hoon")),
            (json!({"id": "UGVyc29uOjI"}), json!("choo-young-woo")),
            (json!({"id": "UGVyc29uOjk5OQ"}), json!("choo-young-woo")),
            (json!({"externalId": {"source": "imdb", "value": "nm0000002"}}), json!("choo-young-woo")),
            (json!({"slug": "nobody"}), Value::Null),
        ] {
            let data = answer(
                &world,
                "query Named($by: PersonBy!) { person(by: $by) { slug mergedIds } }",
                json!({"by": by.clone()}),
            )
            .await;
            assert_eq!(data["person"]["slug"], slug, "{by}");
            if slug == "choo-young-woo" {
                assert_eq!(data["person"]["mergedIds"], json!(["UGVyc29uOjk5OQ"]));
            }
        }
        let of_a_show = ask(&world, "query Wrong { person(by: {id: \"U2hvdzox\"}) { slug } }", json!({})).await;
        assert_eq!(of_a_show.error().1, "BAD_USER_INPUT");
    });
}

/// Walks a connection in pages of three, forwards and backwards, and compares it with itself in one page.
async fn assert_pages(world: &World, field: &str, node: &str, order: &str) {
    let connection =
        format!("nodes {{ {node} }} pageInfo {{ endCursor startCursor hasNextPage hasPreviousPage }} totalCount");
    let (open, close) = if field.contains('{') { (field.to_owned(), " }") } else { (field.to_owned(), "") };
    let document = format!(
        "query Pages($first: Int, $after: String, $last: Int, $before: String) {{ {open}(orderBy: {order}, first: $first, after: $after, last: $last, before: $before) {{ {connection} }}{close} }}"
    );
    let path = if close.is_empty() { format!("/{field}") } else { "/person/credits".to_owned() };
    let page = async |with: Value| answer(world, &document, with).await.pointer(&path).unwrap().clone();
    let nodes = |page: &Value| page["nodes"].as_array().unwrap().clone();
    let all = nodes(&page(json!({"first": 100})).await);
    assert!(all.len() > 1, "{field} {order}");
    for (size, beyond, cursor, more) in
        [("first", "after", "endCursor", "hasNextPage"), ("last", "before", "startCursor", "hasPreviousPage")]
    {
        let (mut seen, mut from) = (Vec::new(), Value::Null);
        loop {
            let next = page(json!({size: 3, beyond: from})).await;
            seen = if size == "first" { [seen, nodes(&next)].concat() } else { [nodes(&next), seen].concat() };
            from = next["pageInfo"][cursor].clone();
            if next["pageInfo"][more] == false {
                break;
            }
        }
        assert_eq!(seen, all, "{field} {order} by {size}");
    }
}

#[test]
fn every_order_of_people_holds_each_once_in_pages() {
    on_both(With::Starter, async |world| {
        world.sql("update person set popularity = 0.5 where id in (3, 4, 5)").await;
        for field in ["POPULARITY", "NAME", "WINS", "UPDATED_AT"] {
            for direction in ["ASC", "DESC"] {
                assert_pages(&world, "people", "slug", &format!("[{{field: {field}, direction: {direction}}}]")).await;
            }
        }
        let mixed = "[{field: WINS}, {field: NAME, direction: ASC}]";
        assert_pages(&world, "people", "slug", mixed).await;
    });
}

#[test]
fn credits_of_a_person_stand_latest_first_and_unknown_days_last() {
    on_both(With::Starter, async |world| {
        world
            .sql(
                "insert into credit (show_id, season_number, person_id, job_id, position, state) values
                     (2, null, 2, 13, 1, 'credited'), (3, 1, 2, 13, 1, 'credited'), (4, 7, 2, 13, 1, 'credited'), (5, null, 2, 13, 1, 'credited');
                 update show set premiered_on = null, premiered_on_precision = null where id = 2;",
            )
            .await;
        for direction in ["ASC", "DESC"] {
            for field in ["DATE", "POSITION"] {
                let order = format!("[{{field: {field}, direction: {direction}}}]");
                assert_pages(&world, "person(by: {slug: \"choo-young-woo\"}) { credits", "id show { slug }", &order)
                    .await;
            }
            let order = format!("[{{field: DATE, direction: {direction}}}]");
            let document = format!(
                "query Last {{ person(by: {{slug: \"choo-young-woo\"}}) {{ credits(orderBy: {order}, last: 1) {{ nodes {{ show {{ id }} }} }} }} }}"
            );
            let data = answer(&world, &document, json!({})).await;
            assert_eq!(data["person"]["credits"]["nodes"][0]["show"]["id"], "U2hvdzoy", "{direction}");
        }
    });
}

#[test]
fn who_was_credited_on_an_earlier_season_returns() {
    on_both(With::Starter, async |world| {
        world.sql("insert into credit (show_id, season_number, person_id, job_id, position, state) values (1, 0, 13, 13, 90, 'credited'), (1, null, 13, 13, 91, 'credited')").await;
        let document = "query Returning($is: Boolean) { show(by: {slug: \"the-trauma-code-heroes-on-call\"}) {
            cast(filter: {states: [CREDITED, EXPECTED, SUPERSEDED], isReturning: $is}, first: 100) { totalCount nodes { isReturning forSeason } } } }";
        let cast = async |is: Value| answer(&world, document, json!({"is": is})).await["show"]["cast"].clone();
        let (all, returning, new) = (cast(Value::Null).await, cast(json!(true)).await, cast(json!(false)).await);
        let count = |cast: &Value| cast["totalCount"].as_i64().unwrap();
        assert_eq!((count(&returning), count(&new)), (8, count(&all) - 8));
        assert!(
            returning["nodes"]
                .as_array()
                .unwrap()
                .iter()
                .all(|node| node["isReturning"] == true && node["forSeason"] == 2)
        );
        assert!(new["nodes"].as_array().unwrap().iter().all(|node| node["isReturning"] == false));
    });
}

#[test]
fn filters_of_people_nest_and_negate() {
    on_both(With::Starter, async |world| {
        let count = async |filter: &str| {
            let document =
                format!("query Count {{ people(filter: {filter}, first: 100) {{ totalCount nodes {{ slug }} }} }}");
            let people = answer(&world, &document, json!({})).await["people"].clone();
            assert_eq!(people["totalCount"], people["nodes"].as_array().unwrap().len(), "{filter}");
            people["totalCount"].as_i64().unwrap()
        };
        let all = count("{}").await;
        for filter in [
            "{jobs: [\"cast\"]}",
            "{jobs: [\"cast\"], shows: [\"U2hvdzox\"]}",
            "{wins: {gte: 1}}",
            "{wins: {eq: 0}}",
            "{wins: {in: [0, 1]}}",
            "{birthDate: {exists: true}}",
            "{birthDate: {gte: \"1990-01-01\"}}",
            "{externalIdSources: [\"imdb\"]}",
            "{search: \"추영우\"}",
            "{any: [{search: \"추영우\"}, {search: \"주지훈\"}]}",
            "{all: [{jobs: [\"cast\"]}, {not: {shows: [\"U2hvdzox\"]}}]}",
            "{updatedAt: {gte: \"2026-11-20T00:00:00Z\"}}",
        ] {
            let (fits, other) = (count(filter).await, count(&format!("{{not: {filter}}}")).await);
            assert_eq!(fits + other, all, "{filter}");
        }
        assert_eq!(count("{any: [{search: \"추영우\"}, {search: \"Ju Ji-hoon\"}]}").await, 2);
        assert_eq!(count("{any: [], all: [], ids: [], jobs: []}").await, all);
        let deep = (0..9).fold("{wins: {gte: 1}}".to_owned(), |filter, _| format!("{{not: {filter}}}"));
        let refused =
            ask(&world, &format!("query Deep {{ people(filter: {deep}) {{ totalCount }} }}"), json!({})).await;
        assert_eq!(refused.error().1, "BAD_USER_INPUT");
    });
}
