//! The server: the list of routes, the list of middleware, start and stop.

use std::{future::Future, io, net::TcpListener, sync::Arc, time::Duration};

use actix_cors::Cors;
use actix_web::{
    App, HttpRequest, HttpResponse, HttpServer, Route,
    dev::Server,
    guard,
    http::{
        Method,
        header::{self, X_CONTENT_TYPE_OPTIONS},
    },
    middleware::{Compress, DefaultHeaders, from_fn},
    web::{self, Data, Payload, ServiceConfig},
};
use async_graphql::Executor;

use super::{
    accept::Media,
    code::Code,
    graphql::{self, Endpoint},
    guard as bounds,
    health::{self, Health},
    respond,
    trace::{self, RequestId, X_REQUEST_ID},
};
use crate::config::Settings;
use crate::gate::{Gate, InvalidSchema};
use crate::pages;
use crate::store::Store;

/// How long a browser remembers the answer to a preflight request, in seconds.
const PREFLIGHT_AGE: usize = 86_400;

/// How long a refused client may go on sending before its connection is cut.
const DISCONNECT: Duration = Duration::from_secs(1);

/// How the address of a database begins.
const DATABASES: &[&str] = &["sqlite:", "postgres:", "postgresql:"];

/// Why the server does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// Another program listens there, or the address is not this machine's.
    #[error("cannot listen on {address} (choose another with --host or --port)")]
    Listen {
        /// Host and port.
        address: String,
        /// What the system said.
        source: io::Error,
    },
    /// The database address is none.
    #[error("DATABASE_URL is not an address of SQLite or PostgreSQL: {0}")]
    Database(String),
    /// The schema is broken.
    #[error(transparent)]
    Schema(#[from] InvalidSchema),
}

/// The list of routes.
fn routes<E: Executor>(config: &mut ServiceConfig) {
    config
        .service(
            web::resource(graphql::PATH)
                .route(web::post().to(graphql::post::<E>))
                .route(web::get().to(graphql::get::<E>))
                .default_service(web::to(graphql::other)),
        )
        .route("/schema.graphql", read().to(schema))
        .route("/livez", read().to(health::live))
        .route("/readyz", read().to(health::ready))
        .configure(pages::configure)
        .default_service(web::to(nothing_here));
}

/// `GET`, and `HEAD` as monitors send it.
fn read() -> Route {
    web::route().guard(guard::Any(guard::Get()).or(guard::Head()))
}

/// Takes the address: the first step of a start, so that a port in use is known before anything else is done.
pub fn listen(settings: &Settings) -> Result<TcpListener, StartError> {
    TcpListener::bind((settings.host.as_str(), settings.port))
        .map_err(|source| StartError::Listen { address: format!("{}:{}", settings.host, settings.port), source })
}

/// Answers on `listener` until `stop` ends; then the server is no longer ready, after a short delay no longer
/// accepts connections, and the answers under way finish. `sdl` is the executor's schema.
///
/// Await the result on actix's runtime.
pub fn serve<E: Executor>(
    settings: &Settings,
    listener: TcpListener,
    executor: E,
    sdl: String,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<Server, StartError> {
    let limits = settings.limits.clone();
    let gate = Arc::new(Gate::new(&sdl, limits.clone())?);
    let endpoint = Data::new(Endpoint { executor, gate, limits: limits.clone() });
    let sdl = Data::new(Sdl(sdl));
    let health = Arc::new(Health::default());
    let announced = announce(health.clone(), Duration::from_millis(limits.drain_delay_ms.into()), stop);
    let health = Data::from(health);
    let stores = Stores::new(settings)?;
    let settings = Data::new(settings.clone());
    let workers = settings.workers;
    let server = HttpServer::new(move || {
        App::new()
            .app_data(endpoint.clone())
            .app_data(sdl.clone())
            .app_data(health.clone())
            .app_data(settings.clone())
            .app_data(Data::new(stores.open()))
            .configure(routes::<E>)
            // The list of middleware; the last one sees a request first.
            .wrap(from_fn(bounds::middleware))
            .wrap(cors(&settings))
            .wrap(Compress::default())
            .wrap(DefaultHeaders::new().add((X_CONTENT_TYPE_OPTIONS, "nosniff")))
            .wrap(from_fn(trace::middleware))
    })
    .keep_alive(Duration::from_millis(limits.keep_alive_ms.into()))
    .client_disconnect_timeout(DISCONNECT)
    .shutdown_timeout(u64::from(limits.drain_timeout_ms).div_ceil(1000))
    .shutdown_signal(announced);
    let server = match workers {
        Some(workers) => server.workers(workers.into()),
        None => server,
    };
    let address = listener.local_addr().map_or_else(|_| "its listener".to_owned(), |address| address.to_string());
    Ok(server.listen(listener).map_err(|source| StartError::Listen { address, source })?.run())
}

/// First not ready, so that nobody sends more; then, a little later, closed.
async fn announce(health: Arc<Health>, delay: Duration, stop: impl Future<Output = ()>) {
    stop.await;
    tracing::info!(delay_s = delay.as_secs_f64(), "stopping");
    health.stop();
    tokio::time::sleep(delay).await;
}

/// Opens one store per worker: a pool lives on the runtime that uses it.
#[derive(Clone)]
struct Stores {
    url: String,
    readers: u32,
}

impl Stores {
    fn new(settings: &Settings) -> Result<Self, StartError> {
        let this = Self { url: settings.database_url.clone(), readers: settings.readers_per_worker };
        if !DATABASES.iter().any(|scheme| this.url.starts_with(scheme)) {
            return Err(StartError::Database(format!("it begins with none of {}", DATABASES.join(", "))));
        }
        match Store::lazy(&this.url, this.readers) {
            Ok(_) => Ok(this),
            Err(error) => Err(StartError::Database(error.to_string())),
        }
    }

    #[expect(clippy::expect_used, reason = "the same address was read when the server was prepared")]
    fn open(&self) -> Store {
        Store::lazy(&self.url, self.readers).expect("an address that was read once")
    }
}

/// Which pages of other origins may ask.
fn cors(settings: &Settings) -> Cors {
    let cors = Cors::default()
        .allowed_methods([Method::GET, Method::POST])
        .allow_any_header()
        .expose_headers([X_REQUEST_ID, header::RETRY_AFTER])
        .max_age(PREFLIGHT_AGE);
    let origins = settings.cors_origins.iter().map(|origin| origin.trim()).filter(|origin| !origin.is_empty());
    origins.fold(cors, |cors, origin| match origin {
        "*" => cors.allow_any_origin().send_wildcard(),
        _ => cors.allowed_origin(origin),
    })
}

/// The schema as text.
struct Sdl(String);

async fn schema(sdl: Data<Sdl>) -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(sdl.0.clone())
}

async fn nothing_here(request: HttpRequest, payload: Payload) -> HttpResponse {
    respond::unread(Code::PathNotFound, Media::Json, RequestId::of(&request).as_str(), payload.into_inner())
}
