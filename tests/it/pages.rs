//! The pages that people see, over HTTP but without a socket.

use ::migration::{Migrator, MigratorTrait as _};
use actix_web::App;
use actix_web::body::MessageBody;
use actix_web::dev::ServiceResponse;
use actix_web::http::Method;
use actix_web::http::StatusCode;
use actix_web::http::header;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use actix_web::web;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use greenlight::config::Settings;
use greenlight::pages;
use greenlight::pages::asset::Asset;
use greenlight::pages::landing::{Count, Dataset, Holdings, render};
use greenlight::pages::playground;
use greenlight::pages::questions;
use greenlight::store::Store;
use rust_embed::RustEmbed;
use sha2::{Digest as _, Sha256};

use crate::support::server::settings;

/// Any two embedded files, to stand for a file and its compressed copy.
#[derive(RustEmbed)]
#[folder = "examples/queries"]
struct Files;

const MEMORY: &str = "sqlite::memory:";

async fn ask(database: &str, request: TestRequest) -> ServiceResponse<impl MessageBody> {
    let store = Store::lazy(database, 1).unwrap();
    if database == MEMORY {
        Migrator::up(&store.write, None).await.unwrap();
    }
    let store = web::Data::new(store);
    let app = init_service(App::new().app_data(store).configure(pages::configure)).await;
    call_service(&app, request.to_request()).await
}

async fn text(response: ServiceResponse<impl MessageBody>) -> String {
    String::from_utf8(read_body(response).await.to_vec()).unwrap()
}

fn header(response: &ServiceResponse<impl MessageBody>, name: header::HeaderName) -> &str {
    response.headers().get(name).map_or("", |value| value.to_str().unwrap())
}

fn some_holdings() -> Holdings {
    Holdings {
        counts: vec![Count { label: "shows", n: 14 }, Count { label: "claims", n: 1_234_567 }],
        datasets: vec![Dataset {
            name: "A & B".into(),
            licence: Some("CC BY-SA 4.0".into()),
            attribution: Some("Facts by <A & B>".into()),
            url: Some("https://example.org/terms".into()),
        }],
    }
}

#[test]
fn the_first_page_prints_what_is_held_and_the_terms_of_each_data_set() {
    let page = render(Some(some_holdings()), "http://localhost:8080".into()).unwrap();
    for part in ["<dt>claims</dt><dd>1,234,567</dd>", "CC BY-SA 4.0", "href=\"https://example.org/terms\""] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
}

#[test]
fn counts_are_grouped_by_thousands() {
    let grouped = |n| Count { label: "claims", n }.grouped();
    assert_eq!(
        [0, 7, 999, 1_000, 12_345, 100_000, 1_000_000].map(grouped),
        ["0", "7", "999", "1,000", "12,345", "100,000", "1,000,000"]
    );
}

#[test]
fn words_of_a_data_set_cannot_become_markup() {
    let page = render(Some(some_holdings()), String::new()).unwrap();
    assert!(!page.contains("<A & B>"));
}

#[test]
fn only_web_addresses_of_a_data_set_become_links() {
    let mut held = some_holdings();
    held.datasets[0].url = Some("javascript:alert(1)".into());
    assert!(!render(Some(held), String::new()).unwrap().contains("javascript:"));
}

#[test]
fn an_empty_server_says_so_and_shows_how_to_fill_it() {
    let page = render(Some(Holdings::default()), String::new()).unwrap();
    assert!(page.contains("Nothing yet.") && page.contains("greenlight import jsonl"));
}

#[actix_web::test]
async fn the_first_page_runs_no_script_and_shows_how_to_ask_this_very_server() {
    let response = ask(MEMORY, TestRequest::get().uri("/").insert_header((header::HOST, "films.example:9000"))).await;
    assert_eq!(response.status(), StatusCode::OK);
    assert!(header(&response, header::CONTENT_SECURITY_POLICY).starts_with("default-src 'none';"));
    let page = text(response).await;
    assert!(page.contains("curl -G http://films.example:9000/graphql"));
    assert!(!page.contains("<script"));
}

#[actix_web::test]
async fn a_host_name_cannot_become_markup() {
    let page = text(ask(MEMORY, TestRequest::get().uri("/").insert_header((header::HOST, "x<b>y"))).await).await;
    assert!(page.contains("/graphql") && !page.contains("x<b>y"));
}

#[actix_web::test]
async fn the_first_page_links_every_saved_question_into_the_playground() {
    let page = text(ask(MEMORY, TestRequest::get().uri("/")).await).await;
    for question in questions::all() {
        assert!(page.contains(&format!("href=\"playground/#{}\"", question.slug)), "{}", question.title);
    }
}

#[actix_web::test]
async fn without_its_database_the_first_page_says_what_to_do_and_names_no_internals() {
    let response = ask("sqlite:///no/such/folder/here.db", TestRequest::get().uri("/")).await;
    assert_eq!(response.status(), StatusCode::SERVICE_UNAVAILABLE);
    let page = text(response).await;
    assert!(page.contains("greenlight doctor") && !page.contains("/no/such/folder"));
}

#[actix_web::test]
async fn pages_can_be_looked_for_without_being_read_and_cannot_be_written() {
    for page in ["/", "/favicon.svg", "/playground/"] {
        let status = async |method| ask(MEMORY, TestRequest::with_uri(page).method(method)).await.status();
        assert_eq!(status(Method::HEAD).await, StatusCode::OK, "{page}");
        assert_eq!(status(Method::POST).await, StatusCode::METHOD_NOT_ALLOWED, "{page}");
    }
}

#[test]
fn there_are_ten_saved_questions_each_with_a_title_and_a_hint() {
    let questions = questions::all();
    assert_eq!(questions.len(), 10);
    assert_eq!(questions.len(), Files::iter().count(), "a file without its two comment lines");
    assert!(questions.iter().all(|question| !question.title.is_empty() && question.hint.ends_with('.')));
}

#[actix_web::test]
async fn the_playground_without_its_slash_leads_to_the_one_with_it() {
    let response = ask(MEMORY, TestRequest::get().uri("/playground")).await;
    assert_eq!(response.status(), StatusCode::PERMANENT_REDIRECT);
    assert_eq!(header(&response, header::LOCATION), "playground/");
}

#[actix_web::test]
async fn a_built_playground_asks_nobody_else_and_an_unbuilt_one_says_whom() {
    let response = ask(MEMORY, TestRequest::get().uri("/playground/")).await;
    assert_eq!(response.status(), StatusCode::OK);
    let policy = header(&response, header::CONTENT_SECURITY_POLICY).to_owned();
    let page = text(response).await;
    assert_eq!(policy.contains("://"), !playground::is_built());
    assert_eq!(page.contains("loads GraphiQL from the CDN esm.sh"), !playground::is_built());
}

#[actix_web::test]
async fn the_page_from_the_cdn_may_run_its_own_two_scripts_and_no_other() {
    let response = playground::from_cdn();
    let policy = response.headers().get(header::CONTENT_SECURITY_POLICY).unwrap().to_str().unwrap().to_owned();
    let page = String::from_utf8(response.into_body().try_into_bytes().unwrap().to_vec()).unwrap();
    let scripts: Vec<_> = page.split("<script").skip(1).collect();
    assert_eq!(scripts.len(), 2);
    for script in scripts {
        let (_, rest) = script.split_once('>').unwrap();
        let (code, _) = rest.split_once("</script>").unwrap();
        assert!(policy.contains(&format!("'sha256-{}'", STANDARD.encode(Sha256::digest(code)))), "{code}");
    }
    assert!(!policy.contains("script-src 'unsafe-inline'"));
}

#[test]
fn the_cdn_serves_the_versions_that_the_bundle_is_built_from() {
    let package: serde_json::Value = serde_json::from_str(include_str!("../../web/package.json")).unwrap();
    let page = playground::from_cdn().into_body().try_into_bytes().unwrap();
    let page = std::str::from_utf8(&page).unwrap();
    for (name, version) in package["dependencies"].as_object().unwrap() {
        let address = format!("https://esm.sh/{name}@{}", version.as_str().unwrap());
        assert!(page.contains(&address), "{address}");
        assert_eq!(page.matches(&format!("esm.sh/{name}@")).count(), page.matches(&address).count(), "{name}");
    }
}

#[actix_web::test]
async fn a_file_that_the_playground_does_not_have_is_not_found() {
    for name in ["assets/none.js", "../Cargo.toml", "..%2f..%2fCargo.toml"] {
        let response = ask(MEMORY, TestRequest::get().uri(&format!("/playground/{name}"))).await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND, "{name}");
    }
}

fn asset(name: &str) -> Asset {
    let mut files = Files::iter().map(|file| Files::get(&file).unwrap());
    Asset { name: name.into(), plain: files.next().unwrap(), brotli: files.next() }
}

fn send(name: &str, accepts: &str) -> (String, Vec<u8>) {
    let request = TestRequest::get().insert_header((header::ACCEPT_ENCODING, accepts)).to_http_request();
    let response = asset(name).respond(&request);
    let encoding = response.headers().get(header::CONTENT_ENCODING).map_or("", |value| value.to_str().unwrap());
    (encoding.to_owned(), response.into_body().try_into_bytes().unwrap().to_vec())
}

#[test]
fn a_file_is_sent_as_brotli_to_those_who_take_it_and_plain_to_the_others() {
    let built = asset("assets/index-1.js");
    let plain = (String::new(), built.plain.data.into_owned());
    let brotli = ("br".to_owned(), built.brotli.unwrap().data.into_owned());
    for accepts in ["br", "gzip, deflate, br, zstd", "gzip;q=0.5, br;q=1"] {
        assert_eq!(send("assets/index-1.js", accepts), brotli, "{accepts}");
    }
    for accepts in ["gzip", "", "br;q=0", "identity, br;q=0.1"] {
        assert_eq!(send("assets/index-1.js", accepts), plain, "{accepts}");
    }
}

#[test]
fn a_file_with_its_hash_in_its_name_is_kept_for_ever_and_the_page_never() {
    let kept = |name| {
        let response = asset(name).respond(&TestRequest::get().to_http_request());
        response.headers().get(header::CACHE_CONTROL).unwrap().to_str().unwrap().to_owned()
    };
    assert_eq!(kept("assets/index-1.js"), "public, max-age=31536000, immutable");
    assert_eq!(kept("index.html"), "no-cache");
}

#[test]
fn whoever_has_this_version_of_a_file_is_not_sent_it_again() {
    let first = asset("index.html").respond(&TestRequest::get().to_http_request());
    let tag = first.headers().get(header::ETAG).unwrap().to_str().unwrap();
    let again = |tag: &str| {
        let request = TestRequest::get().insert_header((header::IF_NONE_MATCH, tag)).to_http_request();
        asset("index.html").respond(&request).status()
    };
    assert_eq!(again(tag), StatusCode::NOT_MODIFIED);
    assert_eq!(again("W/\"another\""), StatusCode::OK);
}

#[test]
fn a_script_is_sent_as_a_script_and_the_unknown_as_bytes() {
    let kind = |name| {
        let response = asset(name).respond(&TestRequest::get().to_http_request());
        response.headers().get(header::CONTENT_TYPE).unwrap().to_str().unwrap().to_owned()
    };
    assert_eq!(kind("assets/a.js"), "text/javascript; charset=utf-8");
    assert_eq!(kind("index.html"), "text/html; charset=utf-8");
    assert_eq!(kind("assets/strange.xyz"), "application/octet-stream");
}

#[actix_web::test]
async fn the_first_page_shows_the_address_that_is_set() {
    let store = web::Data::new(Store::lazy(MEMORY, 1).unwrap());
    let settings = Settings { public_url: Some("https://films.example/".into()), ..settings() };
    let app = App::new().app_data(store).app_data(web::Data::new(settings)).configure(pages::configure);
    let response = call_service(&init_service(app).await, TestRequest::get().uri("/").to_request()).await;
    assert!(text(response).await.contains("https://films.example/graphql"));
}
