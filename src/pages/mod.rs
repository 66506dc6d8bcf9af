//! What people see: the landing page and the playground.

pub mod asset;
pub mod landing;
pub mod playground;
pub mod questions;

use actix_web::HttpResponse;
use actix_web::Route;
use actix_web::guard;
use actix_web::http::header;
use actix_web::web;

/// Every page and what it needs. All addresses in them are relative, so a server may stand behind a path prefix.
pub fn configure(routes: &mut web::ServiceConfig) {
    routes
        .service(web::resource("/").route(read().to(landing::page)))
        .service(web::resource(["/favicon.svg", "/favicon.ico"]).route(read().to(favicon)))
        .service(web::resource("/playground").route(read().to(playground::entrance)))
        .service(web::resource("/playground/{file:.*}").route(read().to(playground::file)));
}

fn read() -> Route {
    web::route().guard(guard::Any(guard::Get()).or(guard::Head()))
}

/// The mark, one drawing for every size, also for browsers that ask by the old name.
async fn favicon() -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "image/svg+xml"))
        .insert_header((header::CACHE_CONTROL, "public, max-age=86400"))
        .body(include_str!("favicon.svg"))
}
