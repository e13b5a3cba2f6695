//! One environment: a process and its Runtime API, one invocation at a time.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use bytes::Bytes;
use jiff::Timestamp;
use serde_json::Value;
use tokio::process::Child;
use tokio::sync::{mpsc, oneshot};
use tokio::time::{Instant, Sleep, timeout};

use super::logs::Logs;
use super::outcome::{Failure, FunctionError};
use super::process;
use super::runtime_api::{Event, Known, RuntimeApi, Work};
use crate::ids::Ids;
use crate::template::Function;

/// How long a function may take until it asks for work.
///
/// Source: AWS Lambda Developer Guide, "Understanding the Lambda execution environment lifecycle",
/// init phase.
const INIT_TIMEOUT: Duration = Duration::from_secs(10);

/// How long the output of an ended process is read.
const LAST_WORDS: Duration = Duration::from_millis(100);

/// A running process that serves invocations. Dropping it kills the process.
#[derive(Debug)]
pub(super) struct Environment {
    child: Child,
    events: mpsc::Receiver<Event>,
    logs: Logs,
    /// The request for work that waits for an answer.
    next: Option<oneshot::Sender<Work>>,
    /// How long the start took; taken by the first invocation.
    pub(super) cold: Option<Duration>,
    _api: RuntimeApi,
}

/// How one invocation of an environment ended.
#[derive(Debug)]
pub(super) struct Ended {
    pub(super) outcome: Result<Value, Failure>,
    pub(super) duration: Duration,
    pub(super) logs: Vec<String>,
    pub(super) memory_kib: Option<u64>,
}

/// The invocation was never handed over, so that another environment can have it.
#[derive(Debug)]
pub(super) struct Unserved;

/// What may happen while a function is waited for.
#[derive(Debug)]
enum Happening {
    Event(Event),
    Exited(String),
    TimeIsUp,
}

impl Environment {
    /// Starts a process and waits until it asks for work; on failure gives its logs, too.
    pub(super) async fn start(
        function: &Function,
        binary: &Path,
        endpoints: &BTreeMap<String, String>,
        at: Timestamp,
        ids: &Ids,
    ) -> Result<Self, (Failure, Vec<String>)> {
        let cannot_start =
            |source| (Failure::CannotStart { binary: binary.to_owned(), source }, Vec::new());
        let (api, events) = RuntimeApi::listen().await.map_err(cannot_start)?;
        let started = Instant::now();
        let mut child = process::start(function, binary, endpoints, api.address(), at, ids)
            .map_err(cannot_start)?;
        let logs = Logs::of(&mut child);
        let mut environment = Self { child, events, logs, next: None, cold: None, _api: api };

        let timer = std::pin::pin!(tokio::time::sleep(INIT_TIMEOUT));
        let failure = match environment.happening(timer).await {
            Happening::Event(Event::Next(next)) => {
                environment.next = Some(next);
                environment.cold = Some(started.elapsed());
                return Ok(environment);
            }
            Happening::Event(Event::InitError(error)) => Failure::Init(error),
            // Answers to invocations that were never made: the runtime is broken.
            Happening::Event(Event::Answer(id, ..) | Event::Error(id, ..)) => {
                Failure::Init(FunctionError {
                    error_type: "InvalidRequestID".to_owned(),
                    error_message: format!("answered `{id}` before it asked for work"),
                })
            }
            Happening::Exited(status) => Failure::Exited { init: true, status },
            Happening::TimeIsUp => Failure::InitTimedOut { after: INIT_TIMEOUT },
        };
        let logs = environment.logs.take();
        environment.kill().await;
        Err((failure, logs))
    }

    /// Whether the process still runs.
    pub(super) fn is_alive(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Hands over an event and waits for the answer, at most until the timeout.
    pub(super) async fn invoke(&mut self, work: &Work, limit: Duration) -> Result<Ended, Unserved> {
        let mut timer = std::pin::pin!(tokio::time::sleep(limit));
        while !self.hand_over(work) {
            match self.happening(timer.as_mut()).await {
                Happening::Event(Event::Next(next)) => self.next = Some(next),
                Happening::Event(event) => refuse(event),
                Happening::Exited(_) | Happening::TimeIsUp => return Err(Unserved),
            }
        }
        let begun = Instant::now();
        timer.as_mut().reset(begun + limit);
        let outcome = self.answer(&work.request_id, timer, limit).await;
        let duration = begun.elapsed();
        let memory_kib = process::memory_kib(&self.child);
        let logs = self.logs.take();
        if matches!(outcome, Err(Failure::TimedOut { .. })) {
            self.kill().await;
        }
        Ok(Ended { outcome, duration, logs, memory_kib })
    }

    /// Answers the waiting request for work; `false` when there is none any more.
    fn hand_over(&mut self, work: &Work) -> bool {
        self.next.take().is_some_and(|next| next.send(work.clone()).is_ok())
    }

    async fn answer(
        &mut self,
        request_id: &str,
        mut timer: std::pin::Pin<&mut Sleep>,
        limit: Duration,
    ) -> Result<Value, Failure> {
        loop {
            match self.happening(timer.as_mut()).await {
                Happening::Event(Event::Answer(id, body, known)) if id == request_id => {
                    // The function may be gone by now; its answer counts all the same.
                    let _outcome = known.send(Known::Yes);
                    return read_answer(body);
                }
                Happening::Event(Event::Error(id, error, known)) if id == request_id => {
                    let _outcome = known.send(Known::Yes);
                    return Err(Failure::Function(error));
                }
                Happening::Event(Event::Next(next)) => {
                    // Asking for work without an answer: Lambda waits for the timeout, too.
                    self.next = Some(next);
                }
                Happening::Event(event) => refuse(event),
                Happening::Exited(status) => return Err(Failure::Exited { init: false, status }),
                Happening::TimeIsUp => return Err(Failure::TimedOut { after: limit }),
            }
        }
    }

    /// Waits for whatever comes first, reading the logs meanwhile.
    async fn happening(&mut self, mut timer: std::pin::Pin<&mut Sleep>) -> Happening {
        loop {
            tokio::select! {
                // What the function managed to say counts before its end, and its end before time.
                biased;
                Some(event) = self.events.recv() => return Happening::Event(event),
                status = self.child.wait() => {
                    // Children of the function could hold its pipes open for ever.
                    let _outcome = timeout(LAST_WORDS, self.logs.read_to_end()).await;
                    return Happening::Exited(process::describe(status));
                }
                () = timer.as_mut() => return Happening::TimeIsUp,
                () = self.logs.read() => {}
            }
        }
    }

    /// Ends the process and waits until it is gone.
    pub(super) async fn kill(&mut self) {
        // It fails only when the process has ended, which is what we want.
        let _outcome = self.child.kill().await;
    }
}

/// Tells a function that its answer belongs to no invocation.
fn refuse(event: Event) {
    match event {
        Event::Answer(_, _, known) | Event::Error(_, _, known) => {
            let _outcome = known.send(Known::No);
        }
        Event::Next(_) | Event::InitError(_) => {}
    }
}

fn read_answer(body: Option<Bytes>) -> Result<Value, Failure> {
    let body = body.ok_or(Failure::AnswerTooLarge)?;
    serde_json::from_slice(&body).map_err(|source| Failure::AnswerNotJson { source })
}
