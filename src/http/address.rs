//! Refuses addresses that are too long.

use actix_web::{
    Error, HttpMessage as _,
    body::{EitherBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    middleware::Next,
    web::Data,
};

use super::{accept::Media, code::Code, respond, trace::RequestId};
use crate::config::Settings;

/// Answers 414 to an address above the limit, whatever it names.
pub async fn middleware<B: MessageBody>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    let length = request.uri().path_and_query().map_or(0, |text| text.as_str().len());
    let most = request.app_data::<Data<Settings>>().map_or(u32::MAX, |settings| settings.limits.max_url);
    if length <= most as usize {
        return Ok(next.call(request).await?.map_into_left_body());
    }
    let id = RequestId::of(request.request());
    let rest = request.take_payload();
    let refused = respond::unread(Code::UriTooLong, Media::Json, id.as_str(), rest);
    Ok(request.into_response(refused).map_into_right_body())
}
