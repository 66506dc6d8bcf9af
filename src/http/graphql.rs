//! GraphQL over HTTP: one path, POST and GET, one operation or a batch.

use std::{panic::AssertUnwindSafe, sync::Arc};

use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        Method,
        header::{ALLOW, HeaderValue, LOCATION},
    },
    web::{Data, Payload},
};
use apollo_compiler::response::JsonMap;
use async_graphql::{Executor, Request, parser::types::OperationType};
use futures_util::FutureExt as _;
use tokio::time::Instant;

use super::{
    accept::{self, Media},
    answer::Answer,
    body,
    code::Code,
    parameters::{Body, Parameters},
    respond,
    trace::RequestId,
};
use crate::config::Limits;
use crate::gate::{Admitted, Gate};
use crate::store::Store;
use crate::store::loader::Loader;

/// Where GraphQL is asked.
pub const PATH: &str = "/graphql";

/// What answers GraphQL: shared by all workers.
#[derive(Debug)]
pub struct Endpoint<E> {
    /// Runs admitted operations.
    pub executor: E,
    /// Judges documents.
    pub gate: Arc<Gate>,
    /// Bounds of a request.
    pub limits: Limits,
}

/// What resolvers find in their context: everything that belongs to one request.
fn request_data(store: &Store, request: Request) -> Request {
    request.data(Arc::new(Loader::new(store.read.clone())))
}

/// `POST /graphql`.
pub async fn post<E: Executor>(
    request: HttpRequest,
    payload: Payload,
    endpoint: Data<Endpoint<E>>,
    store: Data<Store>,
) -> HttpResponse {
    let id = RequestId::of(&request);
    let mut payload = payload.into_inner();
    let Some(media) = Media::wanted(request.headers()) else {
        return respond::unread(Code::NotAcceptable, Media::Json, id.as_str(), payload);
    };
    let bytes = match body::receive(request.headers(), &mut payload, &endpoint.limits).await {
        Ok(bytes) => bytes,
        Err(code) => return respond::unread(code, media, id.as_str(), payload),
    };
    let call = Call::new(&endpoint, &store, media, id.as_str());
    match Body::read(&bytes) {
        Ok(Body::Single(parameters)) => call.single(&parameters, request.method()).await,
        Ok(Body::Batch(all)) => call.batch(&all).await,
        Err(message) => call.malformed(message),
    }
}

/// `GET /graphql`: queries only; a browser without one is shown the playground.
pub async fn get<E: Executor>(request: HttpRequest, endpoint: Data<Endpoint<E>>, store: Data<Store>) -> HttpResponse {
    let id = RequestId::of(&request);
    let parameters = Parameters::of_address(request.query_string());
    if matches!(parameters, Ok(None)) && accept::wants_page(request.headers()) {
        return HttpResponse::SeeOther().insert_header((LOCATION, "playground")).finish();
    }
    let wanted = Media::wanted(request.headers());
    let call = Call::new(&endpoint, &store, wanted.unwrap_or(Media::Json), id.as_str());
    match parameters {
        _ if wanted.is_none() => call.respond(&Answer::failed(Code::NotAcceptable, id.as_str())),
        Ok(Some(parameters)) => call.single(&parameters, request.method()).await,
        Ok(None) => call.malformed("query is missing: send the document in the address, or by POST.".to_owned()),
        Err(message) => call.malformed(message),
    }
}

/// Any other method.
pub async fn other(request: HttpRequest, payload: Payload) -> HttpResponse {
    let id = RequestId::of(&request);
    let mut response = respond::unread(Code::MethodNotAllowed, Media::Json, id.as_str(), payload.into_inner());
    response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, POST"));
    response
}

/// One request under way.
struct Call<'a, E> {
    endpoint: &'a Endpoint<E>,
    store: &'a Store,
    media: Media,
    id: &'a str,
    deadline: Instant,
}

impl<'a, E: Executor> Call<'a, E> {
    fn new(endpoint: &'a Endpoint<E>, store: &'a Store, media: Media, id: &'a str) -> Self {
        Self { endpoint, store, media, id, deadline: Instant::now() + endpoint.limits.request_timeout() }
    }

    async fn single(&self, parameters: &Parameters, method: &Method) -> HttpResponse {
        let admitted = match self.admit(parameters) {
            Ok(admitted) => admitted,
            Err(answer) => return self.respond(&answer),
        };
        if method == Method::GET && admitted.kind != OperationType::Query {
            let answer = Answer::failed(Code::MethodNotAllowed, self.id);
            return respond::response(&answer, self.media).insert_header((ALLOW, "POST")).body(respond::json(&answer));
        }
        self.respond(&self.execute(admitted).await)
    }

    /// All operations are weighed together before the first one runs; a refused one is answered in its place.
    async fn batch(&self, all: &[Parameters]) -> HttpResponse {
        let most = self.endpoint.limits.max_batch;
        if all.is_empty() {
            return self.malformed("The batch is empty.".to_owned());
        } else if all.len() > most as usize {
            let message = format!("Too many operations: {}, and at most {most} are allowed (max_batch).", all.len());
            return self.respond(&Answer::refused(Code::BatchTooLarge, message, self.id));
        }
        let judged: Vec<_> = all.iter().map(|parameters| self.admit(parameters)).collect();
        if let Err(refusal) = self.endpoint.gate.admit_together(judged.iter().flatten()) {
            return self.respond(&Answer::not_admitted(refusal, self.id));
        }
        let mut answers = Vec::with_capacity(judged.len());
        for one in judged {
            answers.push(match one {
                Ok(admitted) => self.execute(admitted).await,
                Err(answer) => answer,
            });
        }
        respond::batch(&answers, self.media).body(respond::json(&answers))
    }

    fn admit(&self, parameters: &Parameters) -> Result<Admitted, Answer> {
        let gate = &self.endpoint.gate;
        let none = JsonMap::new();
        let variables = parameters.variables.as_ref().unwrap_or(&none);
        let admitted = gate
            .plan(&parameters.query)
            .and_then(|plan| gate.admit(&plan, parameters.operation_name.as_deref(), variables))
            .map_err(|refusal| Answer::not_admitted(refusal, self.id))?;
        match admitted.kind {
            OperationType::Subscription => {
                Err(Answer::refused(Code::BadRequest, "Subscriptions are not answered here.", self.id))
            }
            _ => Ok(admitted),
        }
    }

    /// Runs an operation; a panic in a resolver ends the operation and nothing else.
    async fn execute(&self, admitted: Admitted) -> Answer {
        let request = request_data(self.store, admitted.request);
        let run = AssertUnwindSafe(self.endpoint.executor.execute(request)).catch_unwind();
        match tokio::time::timeout_at(self.deadline, run).await {
            Ok(Ok(mut response)) => {
                admitted.shape.give(&mut response);
                Answer::executed(response, self.endpoint.limits.max_errors, self.id)
            }
            Ok(Err(_)) => {
                tracing::error!(request_id = self.id, "a resolver panicked");
                Answer::failed(Code::InternalServerError, self.id)
            }
            Err(_) => {
                tracing::warn!(request_id = self.id, "an operation took too long");
                Answer::failed(Code::Timeout, self.id)
            }
        }
    }

    fn malformed(&self, message: String) -> HttpResponse {
        self.respond(&Answer::refused(Code::BadRequest, message, self.id))
    }

    fn respond(&self, answer: &Answer) -> HttpResponse {
        respond::response(answer, self.media).body(respond::json(answer))
    }
}
