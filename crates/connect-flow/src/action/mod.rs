//! Actions: the steps of a flow, with typed parameters.

mod data;
mod decide;
mod read;
mod route;
mod speak;

use serde_json::{Map, Value};

pub use data::{
    TargetQueue, UpdateContactAttributes, UpdateContactData, UpdateContactEventHooks,
    UpdateContactRecordingBehavior, UpdateContactRoutingBehavior, UpdateContactTextToSpeechVoice,
    UpdateFlowAttributes,
};
pub(crate) use decide::MAX_LOOPS;
pub use decide::{CheckMetricData, MetricType};
pub use read::Fault;
pub(crate) use read::{Reader, described, scalar};
pub use route::{InvokeLambdaFunction, MAX_ASYNC_SECONDS, MAX_SYNC_SECONDS};
pub use speak::{
    Bot, ConnectParticipantWithLexBot, GetParticipantInput, Input, PhoneFormat, StoredInput,
    Validation,
};

use crate::effect::Prompt;
use crate::transitions::Transitions;
use crate::value::{Field, Template, Tree};

/// A step of a flow.
///
/// It keeps the JSON it was read from, so nothing that we do not know is lost.
#[derive(Debug, Clone, PartialEq)]
pub struct Action {
    pub(crate) identifier: String,
    pub(crate) type_name: String,
    pub(crate) kind: ActionKind,
    pub(crate) transitions: Transitions,
    pub(crate) parameters: Tree,
    /// What is wrong outside of its parameters.
    pub(crate) faults: Vec<Fault>,
    /// Its place in the list of actions.
    pub(crate) position: usize,
    pub(crate) source: Map<String, Value>,
}

impl Action {
    /// Its name within the flow.
    pub fn identifier(&self) -> &str {
        &self.identifier
    }

    /// Its type, as written.
    pub fn type_name(&self) -> &str {
        &self.type_name
    }

    /// What it does.
    pub fn kind(&self) -> &ActionKind {
        &self.kind
    }

    /// Where it leads.
    pub fn transitions(&self) -> &Transitions {
        &self.transitions
    }

    /// Where it is in the flow, such as `Actions[3]`.
    pub fn path(&self) -> String {
        format!("Actions[{}]", self.position)
    }

    /// Every branch with its place under `Transitions`, such as `Errors[0].NextAction`, and the
    /// action it leads to; `None` when unconnected.
    pub fn branches(&self) -> impl Iterator<Item = (String, Option<&str>)> {
        let at = |list: &str, position: usize| format!("{list}[{position}].NextAction");
        let next = ("NextAction".to_owned(), self.transitions.next.as_deref());
        let errors = self.transitions.errors.iter().enumerate();
        let conditions = self.transitions.conditions.iter().enumerate();
        std::iter::once(next)
            .chain(errors.map(move |(i, it)| (at("Errors", i), it.next.as_deref())))
            .chain(conditions.map(move |(i, it)| (at("Conditions", i), it.next.as_deref())))
    }

    /// The JSON it was read from, keys that we do not know included.
    pub fn source(&self) -> &Map<String, Value> {
        &self.source
    }
}

/// What an action does.
#[derive(Debug, Clone, PartialEq)]
pub enum ActionKind {
    /// Counts; see [`Field`] for a count that is known only when it runs.
    Loop(Field),
    /// Branches on a value.
    Compare(Field),
    /// Branches on whether it is within hours: those named, else those of the target queue.
    CheckHoursOfOperation(Option<Field>),
    /// Branches on a metric of a queue.
    CheckMetricData(CheckMetricData),
    /// Reads the metrics of a queue: that named, else the target queue.
    GetMetricData(Option<TargetQueue>),
    /// Branches by chance.
    DistributeByPercentage,
    /// Plays a prompt.
    MessageParticipant(Prompt<Template>),
    /// Plays a prompt and collects keys.
    GetParticipantInput(Box<GetParticipantInput>),
    /// Lets the caller talk to a bot.
    ConnectParticipantWithLexBot(Box<ConnectParticipantWithLexBot>),
    /// Invokes a function.
    InvokeLambdaFunction(Box<InvokeLambdaFunction>),
    /// Sets contact attributes.
    UpdateContactAttributes(UpdateContactAttributes),
    /// Sets attributes of the running flow.
    UpdateFlowAttributes(UpdateFlowAttributes),
    /// Sets what the contact is.
    UpdateContactData(Box<UpdateContactData>),
    /// Sets the voice that speaks prompts.
    UpdateContactTextToSpeechVoice(UpdateContactTextToSpeechVoice),
    /// Turns the flow's log on or off.
    UpdateFlowLoggingBehavior(bool),
    /// Sets what is recorded.
    UpdateContactRecordingBehavior(UpdateContactRecordingBehavior),
    /// Sets which flow runs at an event.
    UpdateContactEventHooks(UpdateContactEventHooks),
    /// Sets how the contact is ranked in a queue.
    UpdateContactRoutingBehavior(UpdateContactRoutingBehavior),
    /// Aims the contact at a queue.
    UpdateContactTargetQueue(TargetQueue),
    /// Puts the contact in the target queue.
    TransferContactToQueue,
    /// Goes on in another flow.
    TransferToFlow(Field),
    /// Runs a module, then goes on.
    InvokeFlowModule(Field),
    /// Goes back to the caller of the module, with a result to branch on if there is one.
    EndFlowModuleExecution(Option<Field>),
    /// Ends the flow.
    EndFlowExecution,
    /// Hangs up.
    DisconnectParticipant,
    /// An action of a known type whose parameters are wrong or have yet to be filled in. It fails
    /// when it runs.
    Faulty(Fault),
    /// An action of a type that is not simulated. It fails when it runs.
    Unknown,
}

impl ActionKind {
    /// Reads the parameters of an action: the one place that knows the types by name.
    pub(crate) fn read(type_name: &str, at: &Reader<'_>) -> Result<Self, Fault> {
        match type_name {
            "CheckHoursOfOperation" => {
                at.field("HoursOfOperationId").map(Self::CheckHoursOfOperation)
            }
            "CheckMetricData" => CheckMetricData::read(at).map(Self::CheckMetricData),
            "Compare" => decide::read_compare(at).map(Self::Compare),
            "ConnectParticipantWithLexBot" => ConnectParticipantWithLexBot::read(at)
                .map(|it| Self::ConnectParticipantWithLexBot(Box::new(it))),
            "DisconnectParticipant" => Ok(Self::DisconnectParticipant),
            "DistributeByPercentage" => Ok(Self::DistributeByPercentage),
            "EndFlowExecution" => Ok(Self::EndFlowExecution),
            "EndFlowModuleExecution" => at.field("Result").map(Self::EndFlowModuleExecution),
            "GetMetricData" => TargetQueue::read(at).map(Self::GetMetricData),
            "GetParticipantInput" => {
                GetParticipantInput::read(at).map(|it| Self::GetParticipantInput(Box::new(it)))
            }
            "InvokeFlowModule" => at
                .required_field("FlowModuleId", "the id or ARN of a module")
                .map(Self::InvokeFlowModule),
            "InvokeLambdaFunction" => {
                InvokeLambdaFunction::read(at).map(|it| Self::InvokeLambdaFunction(Box::new(it)))
            }
            "Loop" => decide::read_loop(at).map(Self::Loop),
            "MessageParticipant" => speak::read_message(at).map(Self::MessageParticipant),
            "TransferContactToQueue" => Ok(Self::TransferContactToQueue),
            "TransferToFlow" => at
                .required_field("ContactFlowId", "the id or ARN of a flow")
                .map(Self::TransferToFlow),
            "UpdateContactAttributes" => {
                UpdateContactAttributes::read(at).map(Self::UpdateContactAttributes)
            }
            "UpdateContactData" => {
                UpdateContactData::read(at).map(|it| Self::UpdateContactData(Box::new(it)))
            }
            "UpdateContactEventHooks" => {
                UpdateContactEventHooks::read(at).map(Self::UpdateContactEventHooks)
            }
            "UpdateContactRecordingBehavior" => {
                UpdateContactRecordingBehavior::read(at).map(Self::UpdateContactRecordingBehavior)
            }
            "UpdateContactRoutingBehavior" => {
                UpdateContactRoutingBehavior::read(at).map(Self::UpdateContactRoutingBehavior)
            }
            "UpdateContactTargetQueue" => {
                TargetQueue::read_required(at).map(Self::UpdateContactTargetQueue)
            }
            "UpdateContactTextToSpeechVoice" => {
                UpdateContactTextToSpeechVoice::read(at).map(Self::UpdateContactTextToSpeechVoice)
            }
            "UpdateFlowAttributes" => {
                UpdateFlowAttributes::read(at).map(Self::UpdateFlowAttributes)
            }
            "UpdateFlowLoggingBehavior" => {
                data::read_flow_logging(at).map(Self::UpdateFlowLoggingBehavior)
            }
            _ => Ok(Self::Unknown),
        }
    }
}
