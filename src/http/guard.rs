//! Refuses addresses that are too long, and bodies where none is read.

use actix_web::{
    Error, HttpMessage as _,
    body::{EitherBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{
        Method,
        header::{CONTENT_LENGTH, TRANSFER_ENCODING},
    },
    middleware::Next,
    web::Data,
};

use super::{accept::Media, code::Code, graphql, respond, trace::RequestId};
use crate::config::Settings;

/// Lets a request pass, or answers it and closes its connection.
pub async fn middleware<B: MessageBody>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    let Some(code) = fault(&request) else {
        return Ok(next.call(request).await?.map_into_left_body());
    };
    let id = RequestId::of(request.request());
    let rest = request.take_payload();
    let refused = respond::unread(code, Media::Json, id.as_str(), rest);
    Ok(request.into_response(refused).map_into_right_body())
}

fn fault(request: &ServiceRequest) -> Option<Code> {
    let length = request.uri().path_and_query().map_or(0, |text| text.as_str().len());
    let most = request.app_data::<Data<Settings>>().map_or(u32::MAX, |settings| settings.limits.max_url);
    if length > most as usize {
        return Some(Code::UriTooLong);
    }
    (has_body(request) && !is_read(request)).then_some(Code::UnexpectedBody)
}

/// A handler that ignores a body would leave its connection open for as long as the sender goes on.
fn has_body(request: &ServiceRequest) -> bool {
    let headers = request.headers();
    headers.contains_key(TRANSFER_ENCODING) || headers.get(CONTENT_LENGTH).is_some_and(|length| length != "0")
}

fn is_read(request: &ServiceRequest) -> bool {
    request.path() == graphql::PATH && !matches!(*request.method(), Method::GET | Method::HEAD)
}
