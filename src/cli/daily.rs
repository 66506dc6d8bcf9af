//! The work of the day, beside a server that answers.

use std::time::Duration;

use chrono::Utc;

use crate::ledger::daily;

/// How often is looked whether a day has begun.
const WATCH: Duration = Duration::from_mins(1);

/// At once, and whenever a UTC day has begun, brings the outlooks up to it. Never ends; what fails is said once, and tried again.
pub(super) async fn watch(url: String) {
    let (mut done, mut is_failing) = (None, false);
    loop {
        let now = Utc::now();
        if done != Some(now.date_naive()) {
            match daily::run(&url, now).await {
                Ok(Some(outlooks)) => {
                    tracing::info!(outlooks, day = %now.date_naive(), "the outlooks answer for today");
                    (done, is_failing) = (Some(now.date_naive()), false);
                }
                Ok(None) => tracing::debug!("another server brings the outlooks up to date"),
                Err(error) if is_failing => tracing::debug!(%error, "the outlooks are still of an earlier day"),
                Err(error) => {
                    tracing::warn!(%error, "the outlooks stay those of an earlier day; trying again every minute");
                    is_failing = true;
                }
            }
        }
        tokio::time::sleep(WATCH).await;
    }
}
