//! `greenlight serve`: the server from start to stop.

use std::process;

use actix_web::rt::System;
use chrono::Utc;
use tokio::signal::unix::{Signal, SignalKind, signal};

use super::daily;
use super::logging;
use super::prepare;
use super::prepare::Prepared;
use crate::config::Settings;
use crate::graphql::schema;
use crate::graphql::server::About;
use crate::http::server;

/// Exit code of a process that was told twice to stop.
const INTERRUPTED: i32 = 130;

/// Takes the address, makes the database ready, answers until told to stop.
pub fn run(settings: &Settings) -> anyhow::Result<()> {
    logging::start(settings)?;
    System::new().block_on(async {
        let listener = server::listen(settings)?;
        let address = listener.local_addr()?;
        prepare(settings).await?;
        let schema = schema::build(About { started_at: Utc::now(), limits: settings.limits.clone() });
        let sdl = schema::sdl(&schema);
        let server = server::serve(settings, listener, schema, sdl, told_to_stop()?)?;
        tracing::info!(%address, playground = format!("http://{address}/playground"), "listening");
        let daily = actix_web::rt::spawn(daily::watch(settings.database_url.clone()));
        let served = server.await;
        daily.abort();
        served?;
        tracing::info!("stopped");
        Ok(())
    })
}

/// Creates what is missing in the database.
async fn prepare(settings: &Settings) -> anyhow::Result<()> {
    let Prepared { migrations, starter } = prepare::prepare(&settings.database_url, !settings.no_starter).await?;
    if migrations > 0 {
        tracing::info!(migrations, "migrated the database");
    }
    if let Some(summary) = starter {
        tracing::info!(rows = summary.new, "loaded the starter catalog");
    }
    Ok(())
}

/// Ends with the first SIGTERM or SIGINT; a second one ends the process at once.
fn told_to_stop() -> anyhow::Result<impl Future<Output = ()> + Send + 'static> {
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(async move {
        either(&mut terminate, &mut interrupt).await;
        tokio::spawn(async move {
            either(&mut terminate, &mut interrupt).await;
            process::exit(INTERRUPTED);
        });
    })
}

async fn either(terminate: &mut Signal, interrupt: &mut Signal) {
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
}
