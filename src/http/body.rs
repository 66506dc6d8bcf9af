//! Receives a body: its type and length are judged before it is read, its chunks are counted while it is.

use actix_web::{
    dev::Payload,
    http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, HeaderName},
    web::BytesMut,
};
use futures_util::StreamExt as _;

use super::code::Code;
use crate::config::Limits;

/// The whole body, or why it is refused; then the rest of it is still unread.
pub async fn receive(headers: &HeaderMap, payload: &mut Payload, limits: &Limits) -> Result<BytesMut, Code> {
    judge(headers, limits)?;
    tokio::time::timeout(limits.body_timeout(), collect(payload, limits)).await.unwrap_or(Err(Code::RequestTimeout))
}

/// What the headers alone decide.
fn judge(headers: &HeaderMap, limits: &Limits) -> Result<(), Code> {
    let encoding = text(headers, CONTENT_ENCODING).unwrap_or("identity");
    if !encoding.eq_ignore_ascii_case("identity") || !text(headers, CONTENT_TYPE).is_some_and(is_json) {
        return Err(Code::UnsupportedMediaType);
    }
    match text(headers, CONTENT_LENGTH).map(str::parse::<u64>) {
        Some(Ok(length)) if length > u64::from(limits.max_body) => Err(Code::PayloadTooLarge),
        Some(Err(_)) => Err(Code::BadRequest),
        _ => Ok(()),
    }
}

fn is_json(content_type: &str) -> bool {
    let mut parts = content_type.split(';').map(str::trim);
    let utf8 = |parameter: &str| match parameter.split_once('=') {
        Some((name, value)) if name.eq_ignore_ascii_case("charset") => {
            value.trim_matches('"').eq_ignore_ascii_case("utf-8")
        }
        _ => true,
    };
    parts.next().is_some_and(|name| name.eq_ignore_ascii_case("application/json")) && parts.all(utf8)
}

async fn collect(payload: &mut Payload, limits: &Limits) -> Result<BytesMut, Code> {
    let mut body = BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Code::BadRequest)?;
        if body.len() + chunk.len() > limits.max_body as usize {
            return Err(Code::PayloadTooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name).map(|value| value.to_str().unwrap_or_default())
}
