//! Gives every request an id, and the log a line about it.

use std::{
    hash::{BuildHasher as _, RandomState},
    sync::atomic::{AtomicU64, Ordering},
    time::Instant,
};

use actix_web::{
    Error, HttpMessage as _, HttpRequest,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    http::header::{HeaderMap, HeaderName, HeaderValue},
    middleware::Next,
};

/// The header that carries the id in and out.
pub const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The longest id taken from a client, in bytes.
const LONGEST: usize = 128;

/// The id of one request: the client's own, or a new one.
#[derive(Clone, Debug)]
pub struct RequestId(HeaderValue);

impl RequestId {
    /// As text.
    pub fn as_str(&self) -> &str {
        self.0.to_str().unwrap_or_default()
    }

    /// The id of this request.
    pub fn of(request: &HttpRequest) -> Self {
        request.extensions().get::<Self>().cloned().unwrap_or_else(Self::new)
    }

    fn given(headers: &HeaderMap) -> Option<Self> {
        let value = headers.get(X_REQUEST_ID)?;
        let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.:+/=".contains(byte);
        let fits = (1..=LONGEST).contains(&value.len()) && value.as_bytes().iter().all(plain);
        fits.then(|| Self(value.clone()))
    }

    fn new() -> Self {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let text = format!("{:016x}", RandomState::new().hash_one(count));
        Self(HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static("unknown")))
    }
}

/// Takes or makes the id, runs the request, sends the id back and logs the request at `debug`.
pub async fn middleware<B: MessageBody>(request: ServiceRequest, next: Next<B>) -> Result<ServiceResponse<B>, Error> {
    let id = RequestId::given(request.headers()).unwrap_or_else(RequestId::new);
    request.extensions_mut().insert(id.clone());
    let start = Instant::now();
    let mut response = next.call(request).await?;
    response.headers_mut().insert(X_REQUEST_ID, id.0.clone());
    tracing::debug!(
        request_id = id.as_str(),
        method = %response.request().method(),
        path = response.request().path(),
        status = response.status().as_u16(),
        duration_s = start.elapsed().as_secs_f64(),
        "answered"
    );
    Ok(response)
}
