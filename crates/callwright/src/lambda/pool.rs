//! All functions and their environments.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use jiff::Timestamp;
use tokio::sync::oneshot;
use tokio::task::JoinSet;

use super::environment::{Ended, Environment};
use super::outcome::{Failure, Invocation};
use super::runtime_api::Work;
use crate::ids::Ids;
use crate::template::Function;

/// Why functions cannot be hosted or invoked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LambdasError {
    /// A function has no binary.
    #[error("function `{logical_id}` has no binary `{name}`; build it first")]
    NoBinary {
        /// Logical id in the template.
        logical_id: String,
        /// Name of the binary.
        name: String,
    },
    /// No such function.
    #[error("no function `{name}` in the template; there are {known}")]
    UnknownFunction {
        /// Name or ARN that was asked for.
        name: String,
        /// The names there are.
        known: String,
    },
}

/// The functions of a project, ready to be invoked. Clones share their environments.
///
/// Dropping the last clone kills every process; [`Lambdas::shutdown`] also waits for their end.
#[derive(Debug, Clone)]
pub struct Lambdas {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    functions: Vec<Hosted>,
    endpoints: BTreeMap<String, String>,
    ids: Ids,
    invocations: Mutex<JoinSet<()>>,
}

/// A function and its idle environments.
#[derive(Debug, Clone)]
struct Hosted {
    function: Arc<Function>,
    binary: Arc<Path>,
    idle: Arc<Mutex<Vec<Environment>>>,
}

impl Lambdas {
    /// Hosts functions. Nothing is started until the first invocation.
    ///
    /// `binaries` are the executables by function name, `endpoints` the variables that lead the AWS
    /// SDK to the stand-ins, and ids follow from `seed`.
    ///
    /// # Errors
    ///
    /// [`LambdasError::NoBinary`] when a function has no executable.
    pub fn new(
        functions: impl IntoIterator<Item = Function>,
        binaries: &BTreeMap<String, PathBuf>,
        endpoints: BTreeMap<String, String>,
        seed: u64,
    ) -> Result<Self, LambdasError> {
        let host = |function: Function| match binaries.get(&function.name) {
            Some(binary) => Ok(Hosted {
                function: Arc::new(function),
                binary: Arc::from(binary.as_path()),
                idle: Arc::default(),
            }),
            None => {
                Err(LambdasError::NoBinary { logical_id: function.logical_id, name: function.name })
            }
        };
        let functions = functions.into_iter().map(host).collect::<Result<_, _>>()?;
        let ids = Ids::new(seed);
        let shared = Shared { functions, endpoints, ids, invocations: Mutex::default() };
        Ok(Self { shared: Arc::new(shared) })
    }

    /// Invokes a function, named by its binary, Lambda name or ARN, and waits for its end.
    ///
    /// `at` is the time the function takes for now: it travels in the trace id, and the deadline
    /// counts from it. With a `limit` the
    /// caller stops waiting after it, while the function goes on until its own timeout. Cold starts
    /// count towards the limit.
    ///
    /// # Errors
    ///
    /// [`LambdasError::UnknownFunction`]; a function that fails is an [`Invocation`] like others.
    pub async fn invoke(
        &self,
        function: &str,
        payload: impl Into<Bytes>,
        at: Timestamp,
        limit: Option<Duration>,
    ) -> Result<Invocation, LambdasError> {
        let hosted = self.shared.find(function)?;
        let arn = if function.starts_with("arn:") { function } else { &hosted.function.arn };
        let work = self.shared.work(arn, payload.into(), at, hosted.function.timeout);
        let abandoned = |after| Invocation {
            function: hosted.function.name.clone(),
            request_id: work.request_id.clone(),
            outcome: Err(Failure::Abandoned { after }),
            duration: after,
            cold: None,
            logs: Vec::new(),
            memory_kib: None,
        };
        let finished = self.shared.spawn(hosted.clone(), work.clone(), at);
        let wait = limit.unwrap_or(Duration::MAX);
        match tokio::time::timeout(wait, finished).await {
            Ok(Ok(invocation)) => Ok(invocation),
            // Shut down while at work: nobody waits for the answer any more.
            Ok(Err(_)) => Ok(abandoned(Duration::ZERO)),
            Err(_) => Ok(abandoned(wait)),
        }
    }

    /// Whether two names, of whatever kind, mean the same function.
    pub fn is_same(&self, one: &str, other: &str) -> bool {
        self.shared
            .functions
            .iter()
            .any(|it| it.function.is_named(one) && it.function.is_named(other))
    }

    /// Ends all processes, at work or idle, and waits until they are gone.
    pub async fn shutdown(&self) {
        let mut running = std::mem::take(&mut *lock(&self.shared.invocations));
        running.shutdown().await;
        for hosted in &self.shared.functions {
            let idle = std::mem::take(&mut *lock(&hosted.idle));
            for mut environment in idle {
                environment.kill().await;
            }
        }
    }
}

impl Shared {
    fn find(&self, name: &str) -> Result<&Hosted, LambdasError> {
        self.functions.iter().find(|it| it.function.is_named(name)).ok_or_else(|| {
            let known: Vec<&str> =
                self.functions.iter().map(|it| it.function.name.as_str()).collect();
            LambdasError::UnknownFunction { name: name.to_owned(), known: known.join(", ") }
        })
    }

    fn work(&self, arn: &str, payload: Bytes, at: Timestamp, timeout: Duration) -> Work {
        let ids = &self.ids;
        let request_id = ids.uuid();
        let seconds = u32::try_from(at.as_second()).unwrap_or_default();
        let (root, parent) = (ids.hex(24), ids.hex(16));
        let trace_id = format!("Root=1-{seconds:08x}-{root};Parent={parent};Sampled=0");
        // Every time a function is told is the call's, so that what it stores is the same each run.
        let deadline = at.saturating_add(timeout).unwrap_or(Timestamp::MAX);
        let deadline_ms = deadline.as_millisecond();
        Work { request_id, deadline_ms, trace_id, arn: arn.to_owned(), payload }
    }

    /// Runs an invocation in a task of its own, so that it goes on when nobody waits for it.
    fn spawn(&self, hosted: Hosted, work: Work, at: Timestamp) -> oneshot::Receiver<Invocation> {
        let (sender, receiver) = oneshot::channel();
        let endpoints = self.endpoints.clone();
        let ids = Ids::new(self.ids.bits());
        let mut invocations = lock(&self.invocations);
        while invocations.try_join_next().is_some() {}
        invocations.spawn(async move {
            let invocation = hosted.run(&work, &endpoints, at, &ids).await;
            // The caller may have stopped waiting.
            let _outcome = sender.send(invocation);
        });
        receiver
    }
}

impl Hosted {
    async fn run(
        &self,
        work: &Work,
        endpoints: &BTreeMap<String, String>,
        at: Timestamp,
        ids: &Ids,
    ) -> Invocation {
        loop {
            let mut environment = match self.idle_environment() {
                Some(environment) => environment,
                None => {
                    match Environment::start(&self.function, &self.binary, endpoints, at, ids).await
                    {
                        Ok(environment) => environment,
                        Err((failure, logs)) => return self.not_started(work, failure, logs),
                    }
                }
            };
            let cold = environment.cold.take();
            let served = environment.invoke(work, self.function.timeout).await;
            let Ok(Ended { outcome, duration, logs, memory_kib }) = served else {
                // The process ended while it was idle; Lambda starts another one, too.
                if cold.is_none() {
                    continue;
                }
                let failure =
                    Failure::Exited { init: true, status: "before its first event".into() };
                return self.not_started(work, failure, Vec::new());
            };
            if environment.is_alive() {
                lock(&self.idle).push(environment);
            }
            let request_id = work.request_id.clone();
            let function = self.function.name.clone();
            return Invocation { function, request_id, outcome, duration, cold, logs, memory_kib };
        }
    }

    /// The environment that was idle for the shortest time and still lives.
    fn idle_environment(&self) -> Option<Environment> {
        let mut idle = lock(&self.idle);
        while let Some(mut environment) = idle.pop() {
            if environment.is_alive() {
                return Some(environment);
            }
        }
        None
    }

    fn not_started(&self, work: &Work, failure: Failure, logs: Vec<String>) -> Invocation {
        Invocation {
            function: self.function.name.clone(),
            request_id: work.request_id.clone(),
            outcome: Err(failure),
            duration: Duration::ZERO,
            cold: Some(Duration::ZERO),
            logs,
            memory_kib: None,
        }
    }
}

/// Locks; the data is whole even if another thread panicked, since every change is one call.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
