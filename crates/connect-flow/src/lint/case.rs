//! A flow on the table: the subject with what most rules want to know of it.

use super::Subject;
use super::graph::Graph;
use crate::action::{Action, ActionKind};
use crate::flow::FlowType;
use crate::library::Entry;
use crate::spec::Spec;
use crate::value::Field;

/// A subject, its ways, and whom it is for.
#[derive(Debug)]
pub(super) struct Case<'a> {
    pub(super) subject: &'a Subject<'a>,
    pub(super) graph: Graph<'a>,
    /// Whether it speaks to callers, rather than to people who write.
    pub(super) voice: bool,
}

impl<'a> Case<'a> {
    pub(super) fn of(subject: &'a Subject<'a>) -> Self {
        Self { subject, graph: Graph::of(subject.flow), voice: speaks(subject) }
    }

    /// Whether a caller listens to this flow, and to nothing else, while it runs.
    pub(super) fn caller_listens(&self) -> bool {
        let listens = match self.subject.flow_type {
            FlowType::ContactFlow
            | FlowType::CustomerQueue
            | FlowType::AgentTransfer
            | FlowType::QueueTransfer
            | FlowType::Module => true,
            FlowType::CustomerHold
            | FlowType::CustomerWhisper
            | FlowType::AgentHold
            | FlowType::AgentWhisper
            | FlowType::OutboundWhisper => false,
        };
        self.voice && listens && !self.assumed_wrongly()
    }

    /// Whether the type of the flow is assumed, and something in it tells that it is another.
    ///
    /// A flow that callers come into ends with a goodbye or a transfer; whispers and the flows of
    /// queues end and leave the caller where they are.
    pub(super) fn assumed_wrongly(&self) -> bool {
        let flow_type = self.subject.flow_type;
        let elsewhere = |it: &Action| {
            *it.kind() == ActionKind::EndFlowExecution
                || Spec::of(it).is_some_and(|it| !it.stands_in(flow_type))
        };
        !self.subject.flow_type_known && self.subject.flow.actions().any(elsewhere)
    }

    /// The flow in its library; `None` when it is not in it.
    pub(super) fn entry(&self) -> Option<&'a Entry> {
        let entries = || self.subject.library.entries();
        entries()
            .find(|it| std::ptr::eq(&raw const it.flow, self.subject.flow))
            .or_else(|| entries().find(|it| it.flow == *self.subject.flow))
    }

    /// The flow or module of the library that text names.
    pub(super) fn named(&self, text: &str) -> Option<&'a Entry> {
        let library = self.subject.library;
        // A module may be named with a version or an alias after its ARN.
        library.get(text).or_else(|| library.get(text.rsplit_once(':')?.0))
    }
}

/// The flow or module an action goes on in, as it is written.
pub(super) fn target(action: &Action) -> Option<&Field> {
    match action.kind() {
        ActionKind::TransferToFlow(field) | ActionKind::InvokeFlowModule(field) => Some(field),
        _ => None,
    }
}

/// Whether an action makes the caller hear something, or lets them speak.
pub(super) fn is_heard(action: &Action) -> bool {
    matches!(
        action.type_name(),
        "MessageParticipant"
            | "MessageParticipantIteratively"
            | "GetParticipantInput"
            | "ConnectParticipantWithLexBot"
    )
}

/// Types that only contacts who write or click have.
const WRITTEN: [&str; 5] = [
    "AuthenticateParticipant",
    "LoadContactContent",
    "ShowView",
    "StartExistingMessageProcessing",
    "Wait",
];

/// Types that only callers have.
const SPOKEN: [&str; 9] = [
    "CheckVoiceId",
    "CreateCallbackContact",
    "GetParticipantInput",
    "StartVoiceIdStream",
    "TransferParticipantToThirdParty",
    "UpdateContactCallbackNumber",
    "UpdateContactMediaStreamingBehavior",
    "UpdateContactRecordingBehavior",
    "UpdateContactTextToSpeechVoice",
];

/// Whether a flow speaks to callers: it says something, and nothing tells that it is only read.
fn speaks(subject: &Subject<'_>) -> bool {
    let mut heard = false;
    let mut written = false;
    let mut spoken = false;
    for action in subject.flow.actions() {
        let type_name = action.type_name();
        heard |= is_heard(action);
        written |= WRITTEN.contains(&type_name);
        spoken |= SPOKEN.contains(&type_name);
        if let Some(parameters) = action.source().get("Parameters") {
            written |= parameters.get("LexTimeoutSeconds").is_some();
            let recorded = |it: &&str| parameters.get(it).is_some();
            spoken |= ["SSML", "PromptId", "Media"].iter().any(recorded);
        }
    }
    heard && (spoken || !written)
}
