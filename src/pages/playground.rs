//! The playground: `GraphiQL` from this binary when `web/` was built, else from its CDN.

use std::sync::LazyLock;

use actix_web::HttpRequest;
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web;
use askama::Template;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rust_embed::RustEmbed;
use sha2::{Digest as _, Sha256};

use crate::pages::asset::Asset;

/// What `npm run build` left in `web/dist`; empty when it never ran.
#[derive(RustEmbed)]
#[folder = "web/dist"]
#[allow_missing = true]
struct Bundle;

const INDEX: &str = "index.html";

/// The bundle's page: nothing from elsewhere. Monaco, the editor, writes style attributes and starts workers.
const OWN_POLICY: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; \
    img-src 'self' data:; worker-src 'self' blob:; connect-src 'self'; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The page for a binary without the bundle.
#[derive(Template)]
#[template(path = "playground_from_cdn.html", config = "src/pages/askama.toml", escape = "none")]
struct FromCdn {
    imports: &'static str,
    script: &'static str,
}

const FROM_CDN: FromCdn =
    FromCdn { imports: include_str!("playground_from_cdn.json"), script: include_str!("playground_from_cdn.js") };

/// That page's policy: its own two scripts by their hash, and the CDN.
static CDN_POLICY: LazyLock<String> = LazyLock::new(|| {
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text));
    format!(
        "default-src 'none'; script-src https://esm.sh data: 'sha256-{}' 'sha256-{}'; \
         style-src https://esm.sh 'unsafe-inline'; font-src https://esm.sh data:; img-src 'self' data:; \
         worker-src blob:; connect-src 'self' https://esm.sh; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        hash(FROM_CDN.imports),
        hash(FROM_CDN.script),
    )
});

/// Whether this binary carries the bundle.
pub fn is_built() -> bool {
    Bundle::get(INDEX).is_some()
}

/// `/playground`: on to the folder, from which every relative address starts.
pub async fn entrance() -> HttpResponse {
    HttpResponse::PermanentRedirect().insert_header((header::LOCATION, "playground/")).finish()
}

/// `/playground/…`: a file of the bundle, and its page when none is named.
pub async fn file(request: HttpRequest, path: web::Path<String>) -> HttpResponse {
    let name = if path.is_empty() { INDEX.to_owned() } else { path.into_inner() };
    let Some(asset) = find(&name) else {
        return if name == INDEX { from_cdn() } else { missing() };
    };
    let mut response = asset.respond(&request);
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, header::HeaderValue::from_static(OWN_POLICY));
    response
}

/// The page of a binary without the bundle, which says so.
pub fn from_cdn() -> HttpResponse {
    match FROM_CDN.render() {
        Ok(page) => HttpResponse::Ok()
            .content_type("text/html; charset=utf-8")
            .insert_header((header::CACHE_CONTROL, "no-cache"))
            .insert_header((header::CONTENT_SECURITY_POLICY, CDN_POLICY.as_str()))
            .body(page),
        Err(error) => {
            tracing::error!(%error, "the playground page could not be rendered");
            HttpResponse::InternalServerError().finish()
        }
    }
}

fn find(name: &str) -> Option<Asset> {
    let plain = Bundle::get(name)?;
    Some(Asset { name: name.to_owned(), plain, brotli: Bundle::get(&format!("{name}.br")) })
}

fn missing() -> HttpResponse {
    HttpResponse::NotFound().content_type("text/plain; charset=utf-8").body("No such file in the playground.\n")
}
