//! A file that was built into the binary, and how it is sent.

use std::borrow::Cow;

use actix_web::HttpRequest;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, AcceptEncoding, ContentEncoding, ETag, Encoding, EntityTag, Header, IfNoneMatch};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rust_embed::EmbeddedFile;

/// Built file names under this folder carry a hash of their content, so they never change.
const HASHED: &str = "assets/";

/// One embedded file with its compressed copy.
pub struct Asset {
    /// Path in the bundle, e.g. `assets/index-D6pTx2.js`.
    pub name: String,
    /// The file as built.
    pub plain: EmbeddedFile,
    /// The same in brotli, where that is smaller.
    pub brotli: Option<EmbeddedFile>,
}

impl Asset {
    /// The answer to `request`: brotli when the client takes it, nothing when it already has this version.
    pub fn respond(self, request: &HttpRequest) -> HttpResponse {
        let tag = self.tag();
        let mut response = HttpResponse::Ok();
        response
            .insert_header((header::CONTENT_TYPE, content_type(&self.name)))
            .insert_header((header::CACHE_CONTROL, cache_control(&self.name)))
            .insert_header((header::VARY, "Accept-Encoding"))
            .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
            .insert_header(ETag(tag.clone()));
        if already_has(request, &tag) {
            return response.status(StatusCode::NOT_MODIFIED).finish();
        }
        let chosen = match self.brotli {
            Some(brotli) if takes_brotli(request) => {
                response.insert_header(ContentEncoding::Brotli);
                brotli
            }
            _ => self.plain,
        };
        match chosen.data {
            Cow::Borrowed(bytes) => response.body(bytes),
            Cow::Owned(bytes) => response.body(bytes),
        }
    }

    /// One tag for both encodings, hence weak: the same content, not the same bytes.
    fn tag(&self) -> EntityTag {
        EntityTag::new_weak(URL_SAFE_NO_PAD.encode(self.plain.metadata.sha256_hash()))
    }
}

fn already_has(request: &HttpRequest, tag: &EntityTag) -> bool {
    match IfNoneMatch::parse(request) {
        Ok(IfNoneMatch::Any) => true,
        Ok(IfNoneMatch::Items(known)) => known.iter().any(|known| known.weak_eq(tag)),
        Err(_) => false,
    }
}

fn takes_brotli(request: &HttpRequest) -> bool {
    let offered = [Encoding::brotli(), Encoding::identity()];
    AcceptEncoding::parse(request).is_ok_and(|accepted| accepted.negotiate(offered.iter()) == Some(Encoding::brotli()))
}

fn cache_control(name: &str) -> &'static str {
    if name.starts_with(HASHED) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "json" => "application/json",
        "ttf" => "font/ttf",
        "woff2" => "font/woff2",
        "md" | "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
