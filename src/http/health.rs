//! Whether this process lives, and whether it should be sent requests.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use actix_web::{HttpResponse, web::Data};
use serde::Serialize;

use crate::store::Store;

/// How long the database may take to say that it is there.
const PATIENCE: Duration = Duration::from_secs(2);

/// What the process knows about itself.
#[derive(Debug, Default)]
pub struct Health {
    stopping: AtomicBool,
}

impl Health {
    /// From now on the server is not ready: a stop has begun.
    pub fn stop(&self) {
        self.stopping.store(true, Ordering::Release);
    }

    /// Whether a stop has begun.
    pub fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::Acquire)
    }
}

#[derive(Serialize)]
struct Report {
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    database: Option<&'static str>,
}

/// `GET /livez`: 200 as long as the process answers.
pub async fn live() -> HttpResponse {
    HttpResponse::Ok().json(Report { status: "alive", database: None })
}

/// `GET /readyz`: 200 while requests are welcome, 503 with the reason otherwise.
pub async fn ready(health: Data<Health>, store: Data<Store>) -> HttpResponse {
    if health.is_stopping() {
        return HttpResponse::ServiceUnavailable().json(Report { status: "stopping", database: None });
    }
    let failure = match tokio::time::timeout(PATIENCE, store.read.ping()).await {
        Ok(Ok(())) => return HttpResponse::Ok().json(Report { status: "ready", database: Some("reachable") }),
        Ok(Err(error)) => error.to_string(),
        Err(_) => "no answer in time".to_owned(),
    };
    tracing::error!(error = failure, "the database cannot be reached");
    HttpResponse::ServiceUnavailable().json(Report { status: "not ready", database: Some("unreachable") })
}
