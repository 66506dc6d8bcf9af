//! What people see: the landing page and the playground.

pub mod asset;
pub mod landing;
pub mod playground;
pub mod questions;

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web;

/// Every page and what it needs. All addresses in them are relative, so a server may stand behind a path prefix.
pub fn configure(routes: &mut web::ServiceConfig) {
    routes
        .route("/", web::get().to(landing::page))
        .route("/", web::head().to(landing::page))
        .route("/favicon.svg", web::get().to(favicon))
        .route("/favicon.ico", web::get().to(favicon))
        .route("/playground", web::get().to(playground::entrance))
        .route("/playground/{file:.*}", web::get().to(playground::file))
        .route("/playground/{file:.*}", web::head().to(playground::file));
}

/// The mark, one drawing for every size. Browsers that ask for the old name get it too.
async fn favicon() -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "image/svg+xml"))
        .insert_header((header::CACHE_CONTROL, "public, max-age=86400"))
        .body(include_str!("favicon.svg"))
}
