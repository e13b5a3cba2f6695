//! Actions: the steps of a flow, with typed parameters.

mod assist;
mod cases;
mod contacts;
mod customer;
mod data;
mod data_tables;
mod decide;
mod kind;
mod media;
mod outbound;
mod read;
mod route;
mod speak;
mod tags;
mod wait;

use std::sync::Arc;

use serde_json::{Map, Value};

pub use assist::{ShowView, VoiceIdCheck};
pub use cases::{CreateCase, GetCase, UpdateCase};
pub use contacts::{
    Address, CreateContact, CreatePersistentContactAssociation, CreateTask, EmailAddress,
    RenderMessageTemplate, StartOutboundChatContact, StartOutboundEmailContact, TaskBegin,
};
pub use customer::{AuthenticateParticipant, ProfileRequest};
pub(crate) use data::{RESPONSE, SCORES};
pub use data::{
    TargetQueue, UpdateContactAttributes, UpdateContactData, UpdateContactEventHooks,
    UpdateContactRecordingBehavior, UpdateContactRoutingBehavior, UpdateContactTextToSpeechVoice,
    UpdateFlowAttributes, UpdateVoiceId,
};
pub use data_tables::{
    EvaluateDataTableValues, KeyGroup, ListDataTableValues, Query, UpsertDataTableValues,
    WrittenRow,
};
pub(crate) use decide::MAX_LOOPS;
pub use decide::{CheckMetricData, MetricType};
pub use kind::ActionKind;
pub use media::{
    AnalyticsBehavior, UpdateContactMediaProcessing, UpdateContactMediaStreamingBehavior,
    UpdateContactRecordingAndAnalyticsBehavior,
};
pub use outbound::{CompleteOutboundCall, CreateCallbackContact, TransferParticipantToThirdParty};
pub(crate) use outbound::{DEFAULT_RING_SECONDS, MAX_RING_SECONDS, are_keys};
pub use read::Fault;
pub(crate) use read::{Faults, Reader, described, scalar, within};
pub use route::{
    EndFlowModuleExecution, InvokeLambdaFunction, MAX_ASYNC_SECONDS, MAX_SYNC_SECONDS,
};
pub use speak::{
    Bot, ConnectParticipantWithLexBot, GetParticipantInput, Input, PhoneFormat, StoredInput,
    Validation,
};
pub(crate) use tags::{MAX_TAGS, SYSTEM_TAG};
pub use tags::{TagContact, UntagContact, UpdateContactRoutingCriteria};
pub(crate) use wait::MAX_WAIT_SECONDS;
pub use wait::{MessageParticipantIteratively, Wait};

use crate::transitions::Transitions;
use crate::value::Tree;

/// A step of a flow.
///
/// It keeps the JSON it was read from, so nothing that we do not know is lost.
#[derive(Debug, Clone, PartialEq)]
pub struct Action {
    pub(crate) identifier: Arc<str>,
    pub(crate) type_name: Arc<str>,
    pub(crate) kind: ActionKind,
    pub(crate) transitions: Transitions,
    pub(crate) parameters: Tree,
    /// The parameters as they are written, where nothing in them is looked up.
    pub(crate) fixed_parameters: Option<Arc<Value>>,
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

    /// What is wrong with its parameters or has yet to be filled in.
    pub(crate) fn parameter_faults(&self) -> &[Fault] {
        match &self.kind {
            ActionKind::Faulty(faults) => faults,
            _ => &[],
        }
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

/// Whether an identifier is one that the console made up (a UUID), which tells people nothing.
pub(crate) fn is_made_up(identifier: &str) -> bool {
    identifier.bytes().all(|it| it.is_ascii_hexdigit() || it == b'-')
        && identifier.split('-').map(str::len).eq([8, 4, 4, 4, 12])
}
