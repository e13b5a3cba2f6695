//! Sending a request until there is an answer, or none to be had.

use std::sync::PoisonError;
use std::time::Duration;

use bytes::Bytes;
use http::header::{
    ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, RETRY_AFTER,
    USER_AGENT,
};
use http::{Method, Request, StatusCode};
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::time::{Instant, sleep, timeout_at};

use super::breaker::Pass;
use super::contract::{NotFound, Operation, Verb};
use super::settings::ApiSecret;
use super::sign::{self, Signed};
use super::target::Target;
use super::transport::Incoming;
use super::{Api, retry};
use crate::jitter::Jitter;
use crate::{Caller, DirectoryError, OperationKey};

/// Most bytes of an answer. The longest that makes sense, a few articles, has a tenth.
const LIMIT: usize = 64 * 1024;

/// The header that makes a change happen once.
///
/// Source: IETF draft-ietf-httpapi-idempotency-key-header.
const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// A request, ready to be sent as often as it takes.
pub(super) struct Outgoing {
    operation: Operation,
    target: Target,
    key: Option<OperationKey>,
    body: Option<Bytes>,
}

impl Outgoing {
    /// A request without a body.
    pub(super) fn new(operation: Operation, parameters: &[&str]) -> Self {
        let target = Target::new(operation.path, parameters);
        Self { operation, target, key: None, body: None }
    }

    /// Adds a parameter to the query.
    #[must_use]
    pub(super) fn query(mut self, name: &str, value: &str) -> Self {
        self.target = self.target.query(name, value);
        self
    }

    /// Gives it a body.
    #[must_use]
    pub(super) fn body(mut self, body: &impl Serialize) -> Self {
        // What is sent are structs of texts and numbers, which always have a form in JSON.
        self.body = Some(serde_json::to_vec(body).unwrap_or_default().into());
        self
    }

    /// Makes it happen once.
    #[must_use]
    pub(super) fn once(mut self, key: OperationKey) -> Self {
        self.key = Some(key);
        self
    }

    /// Whether the API may deal with it twice.
    fn may_repeat(&self) -> bool {
        !self.operation.changes || self.key.is_some()
    }
}

/// Why there is no answer, and how long the API wants to be left alone.
struct Failure {
    error: DirectoryError,
    after: Option<Duration>,
}

impl From<DirectoryError> for Failure {
    fn from(error: DirectoryError) -> Self {
        Self { error, after: None }
    }
}

impl Api {
    /// What the API answers.
    ///
    /// Up to three requests within the caller's time.
    pub(super) async fn answer<A: DeserializeOwned>(
        &self,
        outgoing: Outgoing,
        caller: &Caller,
    ) -> Result<A, DirectoryError> {
        let missing = DirectoryError::Nonsense { what: "nothing, where there is always something" };
        self.find(outgoing, caller).await?.ok_or(missing)
    }

    /// What the API answers; `None` when it knows of no such thing.
    pub(super) async fn find<A: DeserializeOwned>(
        &self,
        outgoing: Outgoing,
        caller: &Caller,
    ) -> Result<Option<A>, DirectoryError> {
        let deadline = caller.deadline;
        let secret = timeout_at(deadline, self.settings.secret.get()).await;
        let secret = secret.or(Err(DirectoryError::Late))?;
        let secret = secret.map_err(|source| DirectoryError::SecretOutOfReach { source })?;
        let mut jitter = Jitter::new(caller.chance, retry::PAUSES.0, retry::PAUSES.1);
        let mut tries: u32 = 1;
        let mut failed = None;
        loop {
            // What is not sent again has all the time that is left.
            let is_last = tries >= retry::TRIES || !outgoing.may_repeat();
            let most = (!is_last).then_some(retry::TRY);
            let end = most.and_then(|it| Instant::now().checked_add(it));
            let end = end.map_or(deadline, |it| it.min(deadline));
            let watch = match Watch::begin(self, end) {
                Ok(watch) => watch,
                // What went wrong tells more than that it went wrong too often.
                Err(resting) => return Err(failed.unwrap_or(resting)),
            };
            let sent = timeout_at(end, Box::pin(self.exchange(&outgoing, secret, caller))).await;
            let sent = sent.unwrap_or(Err(DirectoryError::Late.into()));
            watch.end(sent.as_ref().err().map(|it| &it.error));
            let Failure { error, after } = match sent {
                Ok(body) => return body.map(|it| parse(&it)).transpose(),
                Err(failure) => failure,
            };
            if tries >= retry::TRIES || !outgoing.may_repeat() || !retry::may_pass(&error) {
                return Err(error);
            }
            tries = tries.saturating_add(1);
            let pause = retry::pause(after, &mut jitter);
            // An answer that comes when nobody waits any more is none.
            if deadline.saturating_duration_since(Instant::now()) <= pause {
                return Err(error);
            }
            failed = Some(error);
            sleep(pause).await;
        }
    }

    /// One request, and its answer's body; `None` when there is no such thing.
    async fn exchange(
        &self,
        outgoing: &Outgoing,
        secret: &ApiSecret,
        caller: &Caller,
    ) -> Result<Option<Bytes>, Failure> {
        let answer = self.transport.send(self.request(outgoing, secret, caller)?).await?;
        let status = answer.status();
        if status.is_success() {
            return Ok(Some(read(answer).await?));
        }
        let error = DirectoryError::Status { status: status.as_u16() };
        if status == StatusCode::NOT_FOUND && outgoing.operation.may_be_missing {
            let body = read(answer).await?;
            let knows = serde_json::from_slice::<NotFound>(&body).is_ok();
            return if knows { Ok(None) } else { Err(error.into()) };
        }
        let after = answer.headers().get(RETRY_AFTER).and_then(|it| it.to_str().ok());
        let after = after.and_then(|it| retry::retry_after(it, caller.now.timestamp()));
        Err(Failure { error, after })
    }

    fn request(
        &self,
        outgoing: &Outgoing,
        secret: &ApiSecret,
        caller: &Caller,
    ) -> Result<Request<Full<Bytes>>, DirectoryError> {
        let method = match outgoing.operation.verb {
            Verb::Get => Method::GET,
            Verb::Post => Method::POST,
        };
        let body = outgoing.body.clone().unwrap_or_default();
        let key = outgoing.key.as_ref().map(ToString::to_string).unwrap_or_default();
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(
            USER_AGENT,
            HeaderValue::from_static(concat!("callwright/", env!("CARGO_PKG_VERSION"))),
        );
        if outgoing.body.is_some() {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        }
        if !key.is_empty() {
            headers.insert(IDEMPOTENCY_KEY, value(&key)?);
        }
        let base = &self.settings.base;
        let target = outgoing.target.as_str();
        let (name, secret) = match secret {
            ApiSecret::Bearer(token) => (AUTHORIZATION, format!("Bearer {token}")),
            ApiSecret::Hmac(secret) => {
                let signed = Signed {
                    method: method.as_str(),
                    target: &base.target(target),
                    key: &key,
                    body: &body,
                };
                let signature = sign::signature(secret, caller.now.timestamp(), &signed);
                (HeaderName::from_static(sign::HEADER), signature)
            }
        };
        let mut secret = value(&secret)?;
        secret.set_sensitive(true);
        headers.insert(name, secret);
        let mut request = Request::new(Full::new(body));
        *request.method_mut() = method;
        *request.uri_mut() = base.at(target).parse().or(Err(UNSENDABLE))?;
        *request.headers_mut() = headers;
        Ok(request)
    }
}

/// What is asked cannot be put into a request.
const UNSENDABLE: DirectoryError =
    DirectoryError::Nonsense { what: "a question that does not fit into a request" };

fn value(text: &str) -> Result<HeaderValue, DirectoryError> {
    HeaderValue::from_str(text).or(Err(UNSENDABLE))
}

/// The body of an answer, as far as any answer goes.
async fn read(answer: Incoming) -> Result<Bytes, DirectoryError> {
    match Limited::new(answer.into_body(), LIMIT).collect().await {
        Ok(body) => Ok(body.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => {
            Err(DirectoryError::TooLong { limit: LIMIT })
        }
        Err(source) => Err(DirectoryError::BrokenOff { source }),
    }
}

/// An answer's meaning. What serde says repeats what was answered, so it is left out.
fn parse<A: DeserializeOwned>(body: &[u8]) -> Result<A, DirectoryError> {
    let what = "JSON that is not what the contract has";
    serde_json::from_slice(body).or(Err(DirectoryError::Nonsense { what }))
}

/// Tells the breaker what came of a request, also when nobody waits for it any more.
struct Watch<'a> {
    api: &'a Api,
    pass: Option<Pass>,
    /// How long the answer is waited for.
    end: Instant,
}

impl<'a> Watch<'a> {
    fn begin(api: &'a Api, end: Instant) -> Result<Self, DirectoryError> {
        let mut breaker = api.breaker.lock().unwrap_or_else(PoisonError::into_inner);
        let pass = breaker.admit(api.started.elapsed()).ok_or(DirectoryError::Resting)?;
        Ok(Self { api, pass: Some(pass), end })
    }

    fn end(mut self, error: Option<&DirectoryError>) {
        self.tell(error.is_some_and(retry::is_failure));
    }

    fn tell(&mut self, failed: bool) {
        let Some(pass) = self.pass.take() else { return };
        let mut breaker = self.api.breaker.lock().unwrap_or_else(PoisonError::into_inner);
        if failed {
            breaker.failed(pass, self.api.started.elapsed());
        } else {
            breaker.succeeded(pass);
        }
    }
}

impl Drop for Watch<'_> {
    fn drop(&mut self) {
        // Nobody waits any more. It was too slow if it had all its time; what was given up for something
        // else, such as a call whose record cannot be read, says nothing of the API.
        if Instant::now() >= self.end {
            self.tell(true);
        }
    }
}
