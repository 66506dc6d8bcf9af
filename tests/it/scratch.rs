use greenlight::store::{Store, loader::Loader};
use migration::MigratorTrait;
use sea_orm::ConnectionTrait;
use std::sync::{Arc, Mutex};

#[tokio::test]
async fn it_runs() {
    let store = Store::lazy("sqlite::memory:", 1).unwrap();
    migration::Migrator::up(&store.write, None).await.unwrap();
    for sql in [
        "insert into term values (1,'job','cast','Cast',null)",
        "insert into show (id,slug,sort_key,format,popularity,created_at,updated_at) values (1,'a','a','series',0.5,'2026-01-01T00:00:00Z','2026-01-01T00:00:00Z'),(2,'b','b','series',0.7,'2026-01-01T00:00:00Z','2026-01-01T00:00:00Z')",
        "insert into season (show_id,number) values (1,1),(1,2),(2,1)",
        "insert into person (id,slug,sort_key,popularity,created_at,updated_at) values (1,'p','p',0.5,'2026-01-01T00:00:00Z','2026-01-01T00:00:00Z')",
        "insert into credit (show_id,person_id,job_id,position,state) values (1,1,1,1,'credited'),(2,1,1,1,'credited'),(2,1,1,2,'credited')",
        "insert into name (show_id,text,sort_key,kind,is_primary,locale) values (1,'Aaa','aaa','display',1,'en')",
        "insert into name (person_id,text,sort_key,kind,is_primary,locale) values (1,'Ppp','ppp','display',1,'en')",
    ] {
        store.write.execute_unprepared(sql).await.unwrap();
    }
    let log = Arc::new(Mutex::new(Vec::new()));
    let mut db = store.read.clone();
    let sink = log.clone();
    db.set_metric_callback(move |info| sink.lock().unwrap().push(info.statement.to_string()));
    let schema = greenlight::graphql::schema::build(greenlight::graphql::server::About::default());
    for q in [
        "{ shows(first: 2) { totalCount nodes { title seasons(first:1) { totalCount nodes { title show { title } } } cast(first: 1) { edges { cursor node { person { name } character { name } } } pageInfo { hasNextPage endCursor } } } } }",
        "{ show(by:{slug:\"a\"}) { z: title(locales:[\"ko\"]) a: slug seasons { nodes { number } } cast { nodes { person { name names { original {text} all { text kind } } } } } } }",
        "{ shows(first: 0) { nodes { id } } }",
    ] {
        let loader = Arc::new(Loader::new(db.clone()));
        let answer = schema.execute(async_graphql::Request::new(q).data(loader.clone())).await;
        println!("{}\nunplanned {}", serde_json::to_string_pretty(&answer).unwrap(), loader.unplanned());
        for s in log.lock().unwrap().drain(..) {
            println!("  {s}");
        }
    }
}
