//! So many clients that ask one after another, for so long.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Bytes;
use hyper::header::CONTENT_TYPE;
use hyper::{Request, Uri};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;

use crate::catalog::Catalog;
use crate::operations::Operation;

/// How long answers took.
#[derive(Debug)]
pub struct Measured {
    /// How many came.
    pub requests: u32,
    /// In how many seconds.
    pub seconds: f64,
    taken: Vec<Duration>,
}

impl Measured {
    /// Answers in a second.
    pub fn rate(&self) -> f64 {
        f64::from(self.requests) / self.seconds
    }

    /// Milliseconds within which that part of them came, 0..1.
    pub fn within(&self, part: f64) -> f64 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of a short list")]
        let place = (f64::from(self.requests) * part) as usize;
        let place = place.min(self.taken.len().saturating_sub(1));
        self.taken.get(place).copied().unwrap_or_default().as_secs_f64() * 1_000.0
    }
}

/// One server as it is asked.
#[derive(Clone, Debug)]
pub struct Target {
    connections: Client<HttpConnector, Full<Bytes>>,
    url: Uri,
}

impl Target {
    /// The server that answers at `url`; only on this machine.
    pub fn new(url: &str) -> anyhow::Result<Self> {
        let url: Uri = url.parse()?;
        let host = url.host().context("an address has a host")?;
        ensure!(["127.0.0.1", "localhost", "[::1]"].contains(&host), "{host} is not this machine");
        Ok(Self { connections: Client::builder(TokioExecutor::new()).build_http(), url })
    }

    /// Asks once; an answer with errors is none.
    pub async fn ask(&self, body: String) -> anyhow::Result<()> {
        let request =
            Request::post(self.url.clone()).header(CONTENT_TYPE, "application/json").body(Full::from(body))?;
        let answer = self.connections.request(request).await?;
        let status = answer.status();
        let body = answer.into_body().collect().await?.to_bytes();
        let is_good = status.is_success() && !body.windows(9).any(|text| text == b"\"errors\":");
        ensure!(is_good, "{status}: {}", String::from_utf8_lossy(&body));
        Ok(())
    }

    /// Asks by `clients` at once for a time.
    pub async fn measure(
        &self,
        operation: Operation,
        catalog: Catalog,
        clients: u32,
        time: Duration,
    ) -> anyhow::Result<Measured> {
        let begun = Instant::now();
        let target = Arc::new(self.clone());
        let all = (0..clients).map(|client| {
            let target = target.clone();
            tokio::spawn(async move { target.one_client(operation, catalog, client, begun + time).await })
        });
        let mut taken = Vec::new();
        for client in all.collect::<Vec<_>>() {
            taken.extend(client.await??);
        }
        taken.sort_unstable();
        Ok(Measured { requests: u32::try_from(taken.len())?, seconds: begun.elapsed().as_secs_f64(), taken })
    }

    async fn one_client(
        &self,
        operation: Operation,
        catalog: Catalog,
        client: u32,
        until: Instant,
    ) -> anyhow::Result<Vec<Duration>> {
        let mut taken = Vec::new();
        for turn in (u64::from(client)..).step_by(37) {
            let asked = Instant::now();
            if asked >= until {
                break;
            }
            self.ask(operation.body(turn, catalog)).await?;
            taken.push(asked.elapsed());
        }
        Ok(taken)
    }
}
