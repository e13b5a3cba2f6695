//! What one call can change: records, recordings, mails, running functions.

use std::collections::BTreeSet;
use std::time::Duration;

use aws_events::E164;
use aws_events::connect::FlowEvent;
use aws_events::lex;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;

use super::Line;
use crate::aws::{self, Aws, AwsError, Delivery};
use crate::call::{Mail, Sms};
use crate::ids::Ids;
use crate::lambda::{Invocation, Lambdas, LambdasError};
use crate::script::{Dialled, Placed, Setting, near};

/// Ids of a world follow from this seed: every call lives in a world of its own, so they need not
/// differ from world to world.
const SEED: u64 = 1;

/// The stand-ins and functions of one call.
#[derive(Debug)]
pub struct World {
    aws: Aws,
    lambdas: Lambdas,
    functions_down: BTreeSet<String>,
    dialled: E164,
}

/// Why a world cannot be opened or looked at.
#[derive(Debug, thiserror::Error)]
pub enum WorldError {
    /// Something that is neither a service nor a function is said to be down.
    #[error(
        "line {line}: `down` names `{name}`; it can be a service ({services}) or a function \
         ({functions})"
    )]
    UnknownDown {
        /// Line of the script, counted from 1.
        line: u64,
        /// What is written.
        name: String,
        /// The services there are.
        services: String,
        /// The functions there are.
        functions: String,
    },
    /// Something that is no function is said to be slow.
    #[error("line {line}: `slow` names `{name}`; it can be a function ({functions}){near}")]
    UnknownSlow {
        /// Line of the script, counted from 1.
        line: u64,
        /// What is written.
        name: String,
        /// The functions there are.
        functions: String,
        /// Those that may be meant, as the rest of a sentence; empty when none is like it.
        near: String,
    },
    /// A line is dialled that the project does not have.
    #[error("line {line}: there is no line `{name}` in `lines`; there are {known}{near}")]
    UnknownLine {
        /// Line of the script, counted from 1.
        line: u64,
        /// What is written.
        name: String,
        /// The lines there are.
        known: String,
        /// Those that may be meant, as the rest of a sentence; empty when none is like it.
        near: String,
    },
    /// A stand-in failed.
    #[error("the stand-ins for AWS failed")]
    Aws(#[from] AwsError),
    /// A function has no binary.
    #[error("the functions cannot be hosted")]
    Lambdas(#[from] LambdasError),
}

/// What came of invoking a function.
#[derive(Debug)]
pub struct Answer {
    /// The answer, or why there is none.
    pub reply: Result<Value, String>,
    /// From handing over the event to having the answer, all tries together.
    pub duration: Duration,
    /// How long the environment took to start, where one was started.
    pub init: Option<Duration>,
    /// How often it was tried.
    pub tries: usize,
    /// What the function printed.
    pub log: Vec<String>,
    /// Memory its process holds after the answer, in bytes, where the system tells.
    pub memory: Option<u64>,
}

impl Line {
    /// Opens a world: stand-ins running, records in place, no function started yet.
    ///
    /// # Errors
    ///
    /// [`WorldError`] when the setting names something unknown as down, or a stand-in cannot start.
    pub async fn open(&self, setting: &Setting) -> Result<World, WorldError> {
        for (name, line) in &setting.functions_down {
            if self.project.function(name).is_none() {
                let functions: Vec<_> =
                    self.project.functions.iter().map(|it| it.name.as_str()).collect();
                return Err(WorldError::UnknownDown {
                    line: *line,
                    name: name.clone(),
                    services: aws::Service::names().join(", "),
                    functions: functions.join(", "),
                });
            }
        }
        let functions = || self.project.functions.iter().map(|it| it.name.as_str());
        for (name, at) in &setting.slow {
            if !functions().any(|it| it == name) {
                return Err(WorldError::UnknownSlow {
                    line: at.line,
                    name: name.clone(),
                    functions: functions().collect::<Vec<_>>().join(", "),
                    near: near(name, functions()),
                });
            }
        }
        let dialled = self.dialled(&setting.dialled)?;
        let options = aws::Options {
            down: setting.services_down.clone(),
            dynamodb: self.dynamodb,
            seed: SEED,
        };
        let aws = Aws::start(&self.project, &self.records, options).await?;
        let lambdas = Lambdas::new(
            self.project.functions.iter().cloned(),
            &self.binaries,
            aws.environment(),
            Ids::new(SEED).bits(),
        )?;
        // Flows and bots name functions by ARN, rules by name.
        let functions_down = setting
            .functions_down
            .keys()
            .filter_map(|name| self.project.function(name))
            .flat_map(|it| [it.name.clone(), it.arn.clone()])
            .collect();
        Ok(World { aws, lambdas, functions_down, dialled })
    }
}

impl Line {
    /// The number that is dialled.
    fn dialled(&self, dialled: &Dialled) -> Result<E164, WorldError> {
        let Placed { line, value: name } = match dialled {
            Dialled::Number(number) => return Ok(number.clone()),
            Dialled::Line(name) => name,
        };
        let named = self.lines.iter().find(|it| it.id.as_str() == name);
        let number = named.and_then(|it| it.numbers.first().cloned());
        let known = || self.lines.iter().map(|it| it.id.as_str());
        number.ok_or_else(|| WorldError::UnknownLine {
            line: *line,
            name: name.clone(),
            known: known().collect::<Vec<_>>().join(", "),
            near: near(name, known()),
        })
    }
}

impl World {
    /// The number that is dialled.
    pub(crate) fn dialled(&self) -> &E164 {
        &self.dialled
    }

    /// Puts the records of a line as they were when the world was opened; functions stay as warm as they
    /// are.
    pub(crate) fn refill(&self, line: &Line) -> Result<(), WorldError> {
        Ok(self.aws.refill(&line.records)?)
    }

    /// All records, as plain JSON, in the order of their keys.
    pub(crate) fn records(&self) -> Result<Vec<Value>, WorldError> {
        Ok(self.aws.records()?)
    }

    /// The mails that were sent since they were last taken.
    pub(crate) fn take_mails(&self) -> Vec<Mail> {
        let mails = self.aws.take_mails().into_iter();
        mails
            .map(|it| Mail {
                from: it.from,
                to: it.to.join(", "),
                subject: it.subject,
                text: it.text,
            })
            .collect()
    }

    /// The texts that were sent since they were last taken.
    pub(crate) fn take_texts(&self) -> Vec<Sms> {
        let texts = self.aws.take_texts().into_iter();
        texts.map(|it| Sms { to: it.to, text: it.text }).collect()
    }

    /// Invokes a function as a flow does: again when it fails, within the flow's limit.
    pub(crate) async fn connect(
        &self,
        arn: &str,
        event: &FlowEvent,
        at: Timestamp,
        limit: Duration,
    ) -> Answer {
        let payload = match self.payload(arn, event, at) {
            Ok(payload) => payload,
            Err(why) => return Answer::none(why),
        };
        match self.lambdas.connect_invoke(arn, payload, at, limit).await {
            Ok(tries) => {
                let count = tries.failed.len().saturating_add(1);
                let mut answer = Answer::from(tries.last);
                for earlier in tries.failed.into_iter().rev() {
                    let earlier = Answer::from(earlier);
                    answer.duration = answer.duration.saturating_add(earlier.duration);
                    answer.init = earlier.init.or(answer.init);
                    answer.log.splice(0..0, earlier.log);
                }
                Answer { tries: count, ..answer }
            }
            Err(error) => Answer::none(error.to_string()),
        }
    }

    /// Invokes a code hook as Lex does: once.
    pub(crate) async fn lex(&self, arn: &str, event: &lex::Event, at: Timestamp) -> Answer {
        self.invoke(arn, event, at).await
    }

    /// Invokes a function as EventBridge or a stream does.
    pub(crate) async fn deliver(&self, function: &str, event: &Value, at: Timestamp) -> Answer {
        self.invoke(function, event, at).await
    }

    async fn invoke(&self, function: &str, event: &impl Serialize, at: Timestamp) -> Answer {
        let payload = match self.payload(function, event, at) {
            Ok(payload) => payload,
            Err(why) => return Answer::none(why),
        };
        match self.lambdas.invoke(function, payload, at, None).await {
            Ok(invocation) => invocation.into(),
            Err(error) => Answer::none(error.to_string()),
        }
    }

    /// The event as bytes, for a function that is there.
    fn payload(
        &self,
        function: &str,
        event: &impl Serialize,
        at: Timestamp,
    ) -> Result<Vec<u8>, String> {
        self.aws.set_now(at);
        if self.functions_down.contains(function) {
            return Err("the script says that it is down".to_owned());
        }
        serde_json::to_vec(event).map_err(|error| error.to_string())
    }

    /// Stores a recording, with the words that Transcribe will hear in it.
    pub(crate) async fn store_recording(
        &self,
        bucket: &str,
        key: &str,
        wav: Vec<u8>,
        words: &str,
        at: Timestamp,
    ) -> Result<(), WorldError> {
        Ok(self.aws.store_recording(bucket, key, wav, words, at).await?)
    }

    /// The events that wait to be delivered.
    pub(crate) fn next_deliveries(&self) -> Vec<Delivery> {
        self.aws.next_deliveries()
    }

    /// The changes of items that wait to be delivered.
    pub(crate) fn next_changes(&self) -> Result<Vec<Delivery>, WorldError> {
        Ok(self.aws.next_changes()?)
    }

    /// Ends every function and stand-in.
    pub async fn close(self) {
        self.lambdas.shutdown().await;
        self.aws.close().await;
    }
}

impl Answer {
    /// No answer, and nothing was run.
    fn none(why: String) -> Self {
        Self {
            reply: Err(why),
            duration: Duration::ZERO,
            init: None,
            tries: 1,
            log: Vec::new(),
            memory: None,
        }
    }
}

impl From<Invocation> for Answer {
    fn from(invocation: Invocation) -> Self {
        Self {
            reply: invocation.outcome.map_err(|failure| crate::chain(&failure)),
            duration: invocation.duration,
            init: invocation.cold,
            tries: 1,
            log: invocation.logs,
            memory: invocation.memory_kib.map(|it| it.saturating_mul(1024)),
        }
    }
}
