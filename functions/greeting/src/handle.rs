//! From event to answer.

use std::sync::Arc;
use std::time::Duration;

use aws_events::E164;
use aws_events::connect::FlowEvent;
use dialogue::{Consent, Opening, Remembered};
use jiff::Timestamp;
use line::Line;
use serde::Deserialize;
use serde_json::Value;
use store::{Call, CallerHash, CallerKey, ContactId, Known, Lines, Profile, Table};
use tokio::time::{Instant, sleep, timeout, timeout_at};
use wording::Language;

use crate::words::Speaker;
use crate::{Answer, FetchKeyError, GreetingError};

/// Longest wait for everything that is read, and the same again for what is written.
///
/// The caller hears silence meanwhile. Both together end a second before the function's time limit
/// of 3 seconds, so that whatever hangs, the caller is greeted.
const PATIENCE: Duration = Duration::from_secs(1);

/// The flow's parameter that asks for the words of another language, in the middle of a call.
const LANGUAGE: &str = "language";

/// What is the same at every invocation.
#[derive(Debug)]
pub struct Greeter {
    table: Table,
    lines: Lines,
    basic: Arc<Line>,
    queue: Option<String>,
}

impl Greeter {
    /// `basic` answers numbers without a line, `queue` is the ARN of the queue of lines that name none.
    pub fn new(table: Table, basic: Line, queue: Option<String>) -> Self {
        let lines = Lines::new(table.clone());
        Self { table, lines, basic: Arc::new(basic), queue }
    }

    /// Opens the call's record and greets; asked for a language, it only gives the words of that one.
    ///
    /// `key` gives the caller key; it is asked for only when there is a number to hash. The line is read
    /// while the key is fetched and what is remembered of the caller is read, so the caller waits for one
    /// of them after another only in the first call of an environment. Whatever fails is logged with its
    /// code, and the caller is greeted all the same.
    ///
    /// # Errors
    ///
    /// [`GreetingError`] when the event is not what a flow sends.
    pub async fn handle<'a>(
        &self,
        event: Value,
        now: Timestamp,
        key: impl AsyncFnOnce() -> Result<&'a CallerKey, FetchKeyError>,
    ) -> Result<Answer, GreetingError> {
        let request = Request::try_from(event)?;
        if let Some(language) = request.language {
            let until = sleep(PATIENCE).deadline();
            let line = self.line(request.dialled.as_ref(), now);
            let (line, caller) = tokio::join!(line, hash(request.caller.as_ref(), until, key));
            let spoken = if line.speaks(language) { language } else { line.language() };
            let remembered = Remembered::default();
            let opening = opening(&line, &remembered, now);
            let speaker = speaker(&line, spoken, caller.as_ref(), now);
            return Ok(Answer::new(
                &line,
                spoken,
                &speaker,
                &remembered,
                &opening,
                self.queue.as_deref(),
            ));
        }
        let until = sleep(PATIENCE).deadline();
        let caller = self.caller(&request, now, until, key);
        let line = self.line(request.dialled.as_ref(), now);
        let (line, (caller, profiles)) = tokio::join!(line, caller);
        let profile = profiles.into_iter().find(|it| it.line == line.id);
        let profile = profile.filter(|_| line.memory.returning_callers);
        let spoken = profile.as_ref().and_then(|it| it.language).filter(|it| line.speaks(*it));
        let profile_version = profile.as_ref().map_or(0, |it| it.version);
        let remembered = profile.map(|it| it.remembered).unwrap_or_default();
        let is_known = remembered.consent == Some(Consent::Granted);
        let language = spoken.filter(|_| is_known).unwrap_or_else(|| line.language());
        let opening = opening(&line, &remembered, now);
        let speaker = speaker(&line, language, caller.as_ref(), now);
        let answer =
            Answer::new(&line, language, &speaker, &remembered, &opening, self.queue.as_deref());
        let is_basic = Arc::ptr_eq(&line, &self.basic);
        let own = (!is_basic).then_some(&*line);
        let call = Call {
            number: request.caller,
            arms: speaker.heard(&remembered, &opening),
            caller,
            profile_version,
            session: opening.session,
            ..Call::new(request.contact_id, now, language.code()).dialling(request.dialled, own)
        };
        self.open(&call).await;
        Ok(answer)
    }

    /// The line of a dialled number, or the basic one.
    async fn line(&self, dialled: Option<&E164>, now: Timestamp) -> Arc<Line> {
        let Some(number) = dialled else { return Arc::clone(&self.basic) };
        let read = timeout(PATIENCE, self.lines.line(number, now)).await;
        let line = logged(read, "the number's line stays unknown").flatten();
        line.unwrap_or_else(|| Arc::clone(&self.basic))
    }

    /// Who calls, and what lines remember of them, as far as it comes in time.
    async fn caller<'a>(
        &self,
        request: &Request,
        now: Timestamp,
        until: Instant,
        key: impl AsyncFnOnce() -> Result<&'a CallerKey, FetchKeyError>,
    ) -> (Option<CallerHash>, Vec<Profile>) {
        let number = request.caller.as_ref();
        let Some(hash) = hash(number, until, key).await else { return (None, Vec::new()) };
        let dialled = request.dialled.as_ref();
        let may_remember = match dialled.map(|it| self.lines.known(it, now)) {
            Some(Known::Line(line)) => line.memory.returning_callers,
            // The line is being read at the same time.
            Some(Known::Nothing) => true,
            Some(Known::NoLine) | None => false,
        };
        if !may_remember {
            return (Some(hash), Vec::new());
        }
        let read = timeout_at(until, self.table.profiles(&hash)).await;
        let profiles = logged(read, "the caller is greeted as if for the first time");
        (Some(hash), profiles.unwrap_or_default())
    }

    /// Opens the record, if the table does so in time.
    async fn open(&self, call: &Call) {
        let opened = timeout(PATIENCE, self.table.open_call(call)).await;
        if let Some(opened) = logged(opened, "greeted without a record") {
            tracing::info!(contact_id = call.contact_id.as_str(), ?opened, "greeted");
        }
    }
}

/// Who speaks to a caller, and how.
fn speaker<'a>(
    line: &'a Line,
    language: Language,
    caller: Option<&'a CallerHash>,
    now: Timestamp,
) -> Speaker<'a> {
    let today = now.to_zoned(line.zone()).date();
    Speaker::new(line, language, today, caller.map(CallerHash::as_str))
}

/// How the dialogue opens.
fn opening(line: &Line, remembered: &Remembered, now: Timestamp) -> Opening {
    dialogue::open(line, remembered, now.to_zoned(line.zone()).datetime())
}

/// What the table gave in time; what it did not is logged with its code.
fn logged<T>(
    read: Result<Result<T, store::StoreError>, tokio::time::error::Elapsed>,
    message: &'static str,
) -> Option<T> {
    match read {
        Ok(Ok(it)) => Some(it),
        Ok(Err(error)) => {
            let (code, error) = ("greeting.store-unavailable", wiring::chain(&error));
            tracing::error!(code, error, "{message}");
            None
        }
        Err(_) => {
            tracing::error!(code = "greeting.store-slow", "{message}");
            None
        }
    }
}

/// What is read of the event.
struct Request {
    contact_id: ContactId,
    /// `None` for a number that is withheld, internal or otherwise no E.164.
    caller: Option<E164>,
    /// `None` for a test of the flow that comes from no telephone.
    dialled: Option<E164>,
    /// The language whose words are asked for in the middle of a call.
    language: Option<Language>,
}

impl TryFrom<Value> for Request {
    type Error = GreetingError;

    fn try_from(event: Value) -> Result<Self, Self::Error> {
        let event = FlowEvent::deserialize(event).or(Err(GreetingError::EventMalformed))?;
        let language = event.parameter(LANGUAGE).and_then(|it| it.parse().ok());
        let contact = event.details.contact_data;
        let contact_id = contact
            .contact_id
            .and_then(|it| it.parse().ok())
            .ok_or(GreetingError::ContactIdInvalid)?;
        let caller = contact.customer_endpoint.and_then(|it| it.address.parse().ok());
        let dialled = contact.system_endpoint.and_then(|it| it.address.parse().ok());
        Ok(Self { contact_id, caller, dialled, language })
    }
}

/// The caller's hash, if there is a number and the key is there in time.
async fn hash<'a>(
    number: Option<&E164>,
    until: Instant,
    key: impl AsyncFnOnce() -> Result<&'a CallerKey, FetchKeyError>,
) -> Option<CallerHash> {
    let number = number?;
    match timeout_at(until, key()).await {
        Ok(Ok(key)) => Some(key.hash(number)),
        Ok(Err(error)) => {
            let code = "greeting.caller-key-unavailable";
            tracing::error!(code, error = wiring::chain(&error), "the caller stays unknown");
            None
        }
        Err(_) => {
            let code = "greeting.caller-key-slow";
            tracing::error!(code, "the caller stays unknown");
            None
        }
    }
}
