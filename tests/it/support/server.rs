//! A server inside the test's process.

use std::{
    net::SocketAddr,
    thread::{self, JoinHandle},
};

use actix_web::rt::System;
use async_graphql::Executor;
use greenlight::{
    config::{Limits, LogFormat, Settings},
    http::server,
};
use tokio::sync::oneshot;

use super::{client::Client, toy};

/// Stops when it is dropped.
pub struct TestServer {
    pub address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// Every setting at its default, except that tests take a free port, an empty database in memory and no pauses.
pub fn settings() -> Settings {
    Settings {
        database_url: "sqlite::memory:".to_owned(),
        host: "127.0.0.1".to_owned(),
        port: 0,
        public_url: None,
        cors_origins: vec!["*".to_owned()],
        workers: Some(1),
        readers_per_worker: 1,
        log: "info".to_owned(),
        log_format: Some(LogFormat::Text),
        no_starter: true,
        limits: Limits { drain_delay_ms: 0, ..Limits::default() },
    }
}

impl TestServer {
    /// Serves the toy schema.
    pub fn toy() -> Self {
        Self::toy_with(|_| ())
    }

    /// Serves the toy schema under other settings.
    pub fn toy_with(change: impl FnOnce(&mut Settings)) -> Self {
        let mut settings = settings();
        change(&mut settings);
        let schema = toy::schema();
        let sdl = schema.sdl();
        Self::start(&settings, schema, sdl)
    }

    pub fn start<E: Executor>(settings: &Settings, executor: E, sdl: String) -> Self {
        let listener = server::listen(settings).unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let settings = settings.clone();
        let thread = thread::spawn(move || {
            System::new().block_on(async {
                let stop = async { drop(stopped.await) };
                server::serve(&settings, listener, executor, sdl, stop).unwrap().await.unwrap();
            });
        });
        Self { address, stop: Some(stop), thread: Some(thread) }
    }

    pub fn client(&self) -> Client {
        Client::new(self.address)
    }

    /// Tells the server to stop, as a signal does.
    pub fn tell_to_stop(&mut self) {
        drop(self.stop.take());
    }

    /// Waits until it has stopped.
    pub fn join(&mut self) {
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }
}

impl Drop for TestServer {
    fn drop(&mut self) {
        self.tell_to_stop();
        if let Some(thread) = self.thread.take() {
            let ended = thread.join();
            assert!(ended.is_ok() || thread::panicking());
        }
    }
}
