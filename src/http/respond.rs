//! Turns answers into responses, also where a body is not read to its end.

use std::{
    convert::Infallible,
    mem,
    pin::Pin,
    task::{Context, Poll},
};

use actix_web::{
    HttpResponse, HttpResponseBuilder,
    body::{BodySize, MessageBody},
    dev::Payload,
    http::{
        StatusCode,
        header::{CONTENT_TYPE, VARY},
    },
    web::Bytes,
};

use super::{accept::Media, answer::Answer, code::Code};

/// An error answer in this media type.
pub fn response(answer: &Answer, media: Media) -> HttpResponseBuilder {
    builder(answer.status(media == Media::Response), media)
}

/// The answers to a batch: GraphQL errors stand in each, only the server's own failure shows in the status.
pub fn batch(answers: &[Answer], media: Media) -> HttpResponseBuilder {
    let worst = answers.iter().map(|answer| answer.status(false)).max().unwrap_or(StatusCode::OK);
    builder(worst, media)
}

fn builder(status: StatusCode, media: Media) -> HttpResponseBuilder {
    let mut response = HttpResponse::build(status);
    response.insert_header((CONTENT_TYPE, media.content_type())).append_header((VARY, "accept"));
    response
}

/// Refuses and closes the connection; `rest` is what was not read.
///
/// A dropped body would be drained without a deadline, and the connection would stay open as long as its sender
/// likes. Held until the answer is sent, it ends with the connection.
pub fn unread(code: Code, media: Media, request_id: &str, rest: Payload) -> HttpResponse {
    let answer = Answer::failed(code, request_id);
    response(&answer, media).force_close().body(Holding { text: json(&answer), _rest: rest })
}

/// The text of an answer.
pub fn json(answer: &impl serde::Serialize) -> Bytes {
    serde_json::to_vec(answer).map_or_else(
        |error| {
            tracing::error!(error = %error, "an answer could not be written");
            Bytes::from_static(br#"{"errors":[{"message":"The answer could not be written.","extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}"#)
        },
        Bytes::from,
    )
}

/// A short text that keeps the unread payload alive until it is sent.
struct Holding {
    text: Bytes,
    _rest: Payload,
}

impl MessageBody for Holding {
    type Error = Infallible;

    fn size(&self) -> BodySize {
        BodySize::Sized(self.text.len() as u64)
    }

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Poll::Ready(if self.text.is_empty() { None } else { Some(Ok(mem::take(&mut self.text))) })
    }
}
