//! What the interpreter asks of its host, and what the host answers.

mod life;
mod outcome;
mod terms;

use std::collections::BTreeMap;
use std::time::Duration;

use aws_events::connect::FlowEvent;
use serde::Serialize;
use serde_json::{Map, Value};

pub use life::{Agent, Party, Stage, Transfer};
pub use outcome::{End, Outcome};
pub use terms::{
    BotRef, CallStatus, Callback, CallerId, Hold, HoursRef, InvocationMode, Prompt, ReplyShape,
    WaitEvent,
};

use crate::contact::{Metrics, QueueRef, Recording};
use crate::digits::DigitSpec;
use crate::request::Request;

/// What the host must do before the contact goes on.
///
/// Each variant names the [`Outcome`]s it is answered with. [`Outcome::HungUp`] answers every
/// effect but [`Effect::End`].
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Effect {
    /// Play a prompt to its end. Answered by [`Outcome::Done`] or [`Outcome::Failed`].
    Play(Prompt),
    /// Play a prompt and collect keys; a key interrupts the prompt. Answered by
    /// [`Outcome::Digits`], [`Outcome::NoInput`] or [`Outcome::Failed`].
    CollectDigits {
        /// What the caller hears first.
        prompt: Option<Prompt>,
        /// How long to wait and for how many keys.
        spec: DigitSpec,
    },
    /// Let the caller talk to a bot until the bot is done. Answered by [`Outcome::BotDone`],
    /// [`Outcome::NoInput`] or [`Outcome::Failed`].
    Converse {
        /// What the caller hears first.
        prompt: Option<Prompt>,
        /// The bot.
        bot: BotRef,
        /// Session attributes that the flow hands to the bot.
        session_attributes: BTreeMap<String, String>,
        /// What the caller is taken to have said already.
        initial_message: Option<String>,
    },
    /// Invoke a Lambda function. Answered by [`Outcome::FunctionReply`] or [`Outcome::Failed`];
    /// an asynchronous invocation also by [`Outcome::Done`], and its reply is not read.
    ///
    /// Retries within the time limit are the host's; size and shape of the reply are checked by
    /// the interpreter.
    InvokeFunction {
        /// ARN, or whatever text the flow names the function with.
        arn: String,
        /// How long the flow waits, tries together.
        time_limit: Duration,
        /// Whether the flow waits for the reply.
        mode: InvocationMode,
        /// What the flow expects of the reply.
        reply: ReplyShape,
        /// The event to send.
        event: Box<FlowEvent>,
    },
    /// Say whether it is within hours. Answered by [`Outcome::Open`] or [`Outcome::Failed`].
    CheckHours {
        /// Whose hours.
        hours: HoursRef,
    },
    /// Read the current metrics of a queue. Answered by [`Outcome::Metrics`] or
    /// [`Outcome::Failed`].
    ReadMetrics {
        /// The queue, as the flow names it.
        queue: String,
    },
    /// Recording changes to this. Answered by [`Outcome::Done`].
    SetRecording(Recording),
    /// Put the contact in a queue. Answered by [`Outcome::Done`], which ends the flow and
    /// begins the customer queue flow, by [`Outcome::AtCapacity`] or by [`Outcome::Failed`].
    ///
    /// While the customer queue flow runs, each of its effects is also answered by
    /// [`Outcome::AgentAnswers`], which cuts it off, and by [`Outcome::Stays`].
    TransferToQueue {
        /// The queue.
        queue: QueueRef,
    },
    /// Play prompts one after the other, over and over, while the caller waits. Answered by
    /// [`Outcome::Interrupted`] when it is time to go on, by [`Outcome::Done`] when the caller no
    /// longer waits, which ends the flow, or by [`Outcome::Failed`].
    PlayRepeatedly {
        /// What the caller hears, in order.
        messages: Vec<Prompt>,
        /// How often the flow wants to go on; `None` for never, so that
        /// [`Outcome::Interrupted`] is no answer.
        interrupt_every: Option<Duration>,
        /// Whether the messages play on while the flow does something else.
        continues: bool,
    },
    /// Let time pass. Answered by [`Outcome::Done`] when it is over, by [`Outcome::Happened`], by
    /// [`Outcome::NoParticipant`] or by [`Outcome::Failed`].
    Wait {
        /// How long.
        limit: Duration,
        /// What ends it earlier.
        events: Vec<WaitEvent>,
    },
    /// Call somebody outside and connect the caller. Answered by [`Outcome::Done`] when they have
    /// talked, by [`Outcome::CallFailed`], [`Outcome::TimedOut`] or [`Outcome::Failed`].
    CallThirdParty {
        /// The number.
        number: String,
        /// How long it may ring.
        limit: Duration,
        /// Whether the caller comes back to the flow when the other side hangs up. If not,
        /// [`Outcome::Done`] means that the caller is with the other side, and ends the flow.
        goes_on: bool,
        /// Keys that are pressed once the other side answers; `,` is a pause.
        dtmf: Option<String>,
        /// What the other side sees.
        caller_id: CallerId,
    },
    /// Place the call that an agent or a campaign asked for. Answered by [`Outcome::Done`] or
    /// [`Outcome::Failed`].
    CompleteOutboundCall {
        /// What the person called sees.
        caller_id: CallerId,
        /// How long it may ring; `None` as long as Connect lets it.
        limit: Option<Duration>,
    },
    /// Say what answered an outbound call. Answered by [`Outcome::CallStatus`] or
    /// [`Outcome::Failed`].
    CheckCallStatus,
    /// Say whether callbacks can dial a number, which is a telephone number. Answered by
    /// [`Outcome::Done`], [`Outcome::NotDialable`] or [`Outcome::Failed`].
    SetCallbackNumber {
        /// The number.
        number: String,
    },
    /// Put a callback in a queue. Answered by [`Outcome::Done`] or [`Outcome::Failed`].
    CreateCallback(Box<Callback>),
    /// Offer the waiting contact to an agent, busy or not, while it goes on waiting. Answered by
    /// [`Outcome::Done`] when it is offered, or [`Outcome::Failed`].
    OfferToAgent {
        /// The agent, by ARN, id or name.
        agent: String,
    },
    /// Connect the caller with the agent that the transfer is for. Answered by
    /// [`Outcome::AgentAnswers`], by [`Outcome::Done`], which ends the flow with [`End::Agent`], or
    /// by [`Outcome::CallFailed`], which ends it with [`End::Disconnected`].
    TransferToAgent {
        /// The agent's own queue, where a flow has chosen one.
        queue: Option<QueueRef>,
    },
    /// Put those who talked before the transfer on hold, or bring them back. Answered by
    /// [`Outcome::Done`] or [`Outcome::Failed`].
    SetHold(Hold),
    /// Let the caller wait in a queue, with music. Answered by [`Outcome::AgentAnswers`], or by
    /// [`Outcome::Stays`], which ends with [`End::Queue`].
    WaitInQueue {
        /// The queue.
        queue: QueueRef,
    },
    /// Let agent and customer talk. Answered by [`Outcome::AgentHolds`],
    /// [`Outcome::AgentTransfers`], [`Outcome::AgentHangsUp`], or by [`Outcome::Stays`], which ends
    /// with [`End::Agent`].
    Talk {
        /// The agent.
        agent: Agent,
    },
    /// Keep both sides on hold, with music. Answered by [`Outcome::AgentResumes`],
    /// [`Outcome::AgentTransfers`], [`Outcome::AgentHangsUp`] or [`Outcome::Stays`].
    ///
    /// Before it comes, the customer hold flow and the agent hold flow run, an effect of one and
    /// an effect of the other in turn, and each effect is also answered by these.
    OnHold,
    /// Call the customer of a callback. Answered by [`Outcome::Done`] when they answer, or by
    /// [`Outcome::CallFailed`], [`Outcome::TimedOut`] or [`Outcome::Failed`], which try again as
    /// often as the callback says, after its time, and end with [`End::NotReached`].
    CallCustomer {
        /// The number; `None` when none is known.
        number: Option<String>,
        /// What the customer sees; `None` for the number of the queue.
        caller_id: Option<String>,
    },
    /// Ask a service that is no part of the call. Answered by [`Outcome::Replied`], by
    /// [`Outcome::Done`], which is an empty reply, or by [`Outcome::Failed`].
    Request(Box<Request>),
    /// The flow is over. Every later step gives this again.
    End(End),
}

impl Effect {
    /// The variant's name, for messages.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Play(_) => "Play",
            Self::CollectDigits { .. } => "CollectDigits",
            Self::Converse { .. } => "Converse",
            Self::InvokeFunction { .. } => "InvokeFunction",
            Self::CheckHours { .. } => "CheckHours",
            Self::ReadMetrics { .. } => "ReadMetrics",
            Self::SetRecording(_) => "SetRecording",
            Self::TransferToQueue { .. } => "TransferToQueue",
            Self::PlayRepeatedly { .. } => "PlayRepeatedly",
            Self::Wait { .. } => "Wait",
            Self::CallThirdParty { .. } => "CallThirdParty",
            Self::CompleteOutboundCall { .. } => "CompleteOutboundCall",
            Self::CheckCallStatus => "CheckCallStatus",
            Self::SetCallbackNumber { .. } => "SetCallbackNumber",
            Self::CreateCallback(_) => "CreateCallback",
            Self::OfferToAgent { .. } => "OfferToAgent",
            Self::TransferToAgent { .. } => "TransferToAgent",
            Self::SetHold(_) => "SetHold",
            Self::WaitInQueue { .. } => "WaitInQueue",
            Self::Talk { .. } => "Talk",
            Self::OnHold => "OnHold",
            Self::CallCustomer { .. } => "CallCustomer",
            Self::Request(_) => "Request",
            Self::End(_) => "End",
        }
    }

    /// What sensibly comes of it when nobody says what does, so that a host can always go on.
    ///
    /// What is asked for works: prompts play, calls are answered by a person, it is within hours,
    /// an agent is there and nobody waits, functions reply with an empty object. The caller does
    /// nothing. Services answer as [`Request::default_outcome`] says.
    pub fn default_outcome(&self) -> Outcome {
        match self {
            Self::CollectDigits { .. } | Self::Converse { .. } => Outcome::NoInput,
            Self::InvokeFunction { mode: InvocationMode::Sync, .. } => {
                Outcome::FunctionReply(Value::Object(Map::new()))
            }
            Self::CheckHours { .. } => Outcome::Open(true),
            Self::ReadMetrics { .. } => Outcome::Metrics(Metrics::quiet()),
            Self::PlayRepeatedly { interrupt_every: Some(_), .. } => Outcome::Interrupted,
            Self::CheckCallStatus => Outcome::CallStatus(CallStatus::CallAnswered),
            // Nobody can be called back without a number.
            Self::CreateCallback(it) if it.number.is_none() => Outcome::Failed,
            Self::WaitInQueue { .. } | Self::Talk { .. } | Self::OnHold => Outcome::Stays,
            Self::Request(request) => request.default_outcome(),
            Self::Play(_)
            | Self::InvokeFunction { mode: InvocationMode::Async, .. }
            | Self::SetRecording(_)
            | Self::TransferToQueue { .. }
            | Self::PlayRepeatedly { interrupt_every: None, .. }
            | Self::Wait { .. }
            | Self::CallThirdParty { .. }
            | Self::CompleteOutboundCall { .. }
            | Self::SetCallbackNumber { .. }
            | Self::CreateCallback(_)
            | Self::OfferToAgent { .. }
            | Self::TransferToAgent { .. }
            | Self::SetHold(_)
            | Self::CallCustomer { .. }
            | Self::End(_) => Outcome::Done,
        }
    }

    /// Whether no action asks for it: it is what becomes of the contact.
    pub(crate) fn is_of_life(&self) -> bool {
        matches!(
            self,
            Self::WaitInQueue { .. } | Self::Talk { .. } | Self::OnHold | Self::CallCustomer { .. }
        )
    }

    /// What [`Outcome::Failed`] means for it, for the flow's author.
    pub(crate) fn failure(&self) -> &'static str {
        match self {
            Self::Play(_) => "the prompt could not be played",
            Self::CollectDigits { .. } => "keys could not be collected",
            Self::Converse { .. } => "the bot could not be reached or gave up",
            Self::InvokeFunction { .. } => {
                "the function could not be reached, failed or took too long"
            }
            Self::CheckHours { .. } => "the hours are not known",
            Self::ReadMetrics { .. } => "the metrics could not be read",
            Self::SetRecording(_) => "recording could not be changed",
            Self::TransferToQueue { .. } => "the queue did not take the contact",
            Self::PlayRepeatedly { .. } => "the messages could not be played",
            Self::Wait { .. } | Self::WaitInQueue { .. } => "the contact could not wait",
            Self::CallThirdParty { .. } => "the call could not be placed",
            Self::CompleteOutboundCall { .. } => "the call could not be completed",
            Self::CheckCallStatus => "what answered the call is not known",
            Self::SetCallbackNumber { .. } => "the callback number could not be set",
            Self::CreateCallback(_) => "the callback could not be created",
            Self::OfferToAgent { .. } => "the agent cannot be offered the contact",
            Self::TransferToAgent { .. } => "the agent could not be reached",
            Self::SetHold(_) => "the other participants cannot be put on or off hold",
            Self::Talk { .. } | Self::OnHold => "the agent could not be connected",
            Self::CallCustomer { .. } => "the customer could not be called",
            Self::Request(request) => request.failure(),
            Self::End(_) => "the flow is over",
        }
    }
}
