//! The first page: what this server is, what it holds, how to ask it and how to fill it.

use ::entity::dataset;
use actix_web::HttpRequest;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header;
use actix_web::web;
use askama::Template;
use sea_orm::DbErr;

use crate::config::Settings;
use crate::pages::questions::{self, Question};
use crate::store::Store;
use crate::store::holdings;

/// No script, nothing from elsewhere; the one style sheet is in the page.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What this server holds.
#[derive(Clone, Debug, Default)]
pub struct Holdings {
    /// Rows by kind, in the order to print them.
    pub counts: Vec<Count>,
    /// Where the facts come from, in the order to print them.
    pub datasets: Vec<Dataset>,
}

/// How many there are of one kind.
#[derive(Clone, Debug)]
pub struct Count {
    /// Plural, lower case, e.g. `shows`.
    pub label: &'static str,
    /// How many, exact.
    pub n: u64,
}

/// A supplier of facts and what it asks of those who print them.
#[derive(Clone, Debug)]
pub struct Dataset {
    /// As printed, e.g. `TVmaze`.
    pub name: String,
    /// Terms of use in a word, e.g. `CC BY-SA 4.0`; none = unknown.
    pub licence: Option<String>,
    /// The line that the terms ask pages to print; none = none asked.
    pub attribution: Option<String>,
    /// Its site.
    pub url: Option<String>,
}

impl Holdings {
    /// Nothing has been loaded yet.
    pub fn is_empty(&self) -> bool {
        self.counts.iter().all(|count| count.n == 0)
    }
}

impl Count {
    /// The number with its thousands apart, e.g. `1,234,567`.
    pub fn grouped(&self) -> String {
        let digits = self.n.to_string();
        let breaks = |at: usize| at > 0 && (digits.len() - at).is_multiple_of(3);
        digits.char_indices().flat_map(|(at, digit)| breaks(at).then_some(',').into_iter().chain([digit])).collect()
    }
}

impl Dataset {
    /// Its site, if a browser may safely follow the address: http or https.
    pub fn link(&self) -> Option<&str> {
        self.url.as_deref().filter(|url| url.starts_with("https://") || url.starts_with("http://"))
    }
}

impl From<dataset::Model> for Dataset {
    fn from(row: dataset::Model) -> Self {
        Self { name: row.name, licence: row.licence, attribution: row.attribution, url: row.url }
    }
}

#[derive(Template)]
#[template(path = "landing.html", config = "src/pages/askama.toml")]
struct Landing {
    /// None = the database cannot be read.
    holdings: Option<Holdings>,
    questions: Vec<Question>,
    origin: String,
    version: &'static str,
}

/// `/`: the page, also when the database cannot be read; then it says so, with status 503.
pub async fn page(request: HttpRequest, store: web::Data<Store>) -> HttpResponse {
    let holdings = holdings(&store)
        .await
        .inspect_err(|error| tracing::error!(%error, "the first page cannot read the database"))
        .ok();
    let status = if holdings.is_some() { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    match render(holdings, origin(&request)) {
        Ok(page) => HttpResponse::build(status)
            .content_type("text/html; charset=utf-8")
            .insert_header((header::CACHE_CONTROL, "no-cache"))
            .insert_header((header::CONTENT_SECURITY_POLICY, POLICY))
            .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
            .body(page),
        Err(error) => {
            tracing::error!(%error, "the first page could not be rendered");
            HttpResponse::InternalServerError().finish()
        }
    }
}

/// The page for these holdings; `origin` is the server's address as its reader wrote it, e.g. `http://localhost:8080`.
pub fn render(holdings: Option<Holdings>, origin: String) -> askama::Result<String> {
    Landing { holdings, questions: questions::all(), origin, version: env!("CARGO_PKG_VERSION") }.render()
}

/// The address under which this very reader reaches the server: the one that is set, else the one that was asked.
fn origin(request: &HttpRequest) -> String {
    let settings = request.app_data::<web::Data<Settings>>();
    if let Some(set) = settings.and_then(|settings| settings.public_url.as_deref()) {
        return set.trim_end_matches('/').to_owned();
    }
    let connection = request.connection_info();
    format!("{}://{}", connection.scheme(), connection.host())
}

/// Reads what this server holds.
async fn holdings(store: &Store) -> Result<Holdings, DbErr> {
    let counts = holdings::counts(&store.read).await?;
    let shown = [
        ("shows", counts.shows),
        ("seasons", counts.seasons),
        ("people", counts.people),
        ("credits", counts.credits),
        ("nominations", counts.nominations),
        ("chart rows", counts.chart_entries),
        ("outlets", counts.outlets),
        ("reports", counts.reports),
        ("claims", counts.claims),
    ];
    let datasets = holdings::datasets(&store.read).await?;
    Ok(Holdings {
        counts: shown.into_iter().map(|(label, n)| Count { label, n: n.unsigned_abs() }).collect(),
        datasets: datasets.into_iter().map(Dataset::from).collect(),
    })
}
