//! What actions do, by their type.

use serde_json::{Map, Value};

use super::assist::{ShowView, VoiceIdCheck};
use super::cases::{CreateCase, GetCase, UpdateCase};
use super::contacts::{
    CreateContact, CreatePersistentContactAssociation, CreateTask, RenderMessageTemplate,
    StartOutboundChatContact, StartOutboundEmailContact,
};
use super::customer::{AuthenticateParticipant, ProfileRequest};
use super::data_tables::{EvaluateDataTableValues, ListDataTableValues, UpsertDataTableValues};
use super::media::{
    UpdateContactMediaProcessing, UpdateContactMediaStreamingBehavior,
    UpdateContactRecordingAndAnalyticsBehavior,
};
use super::outbound::{
    CompleteOutboundCall, CreateCallbackContact, TransferParticipantToThirdParty,
};
use super::read::{Faults, Reader};
use super::tags::{TagContact, UntagContact, UpdateContactRoutingCriteria};
use super::wait::{MessageParticipantIteratively, Wait};
use super::{
    CheckMetricData, ConnectParticipantWithLexBot, EndFlowModuleExecution, Fault,
    GetParticipantInput, InvokeLambdaFunction, TargetQueue, UpdateContactAttributes,
    UpdateContactData, UpdateContactEventHooks, UpdateContactRecordingBehavior,
    UpdateContactRoutingBehavior, UpdateContactTextToSpeechVoice, UpdateFlowAttributes, assist,
    contacts, data, decide, outbound, speak, wait,
};
use crate::effect::{Hold, Prompt};
use crate::value::{Field, Template};

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
    UpdateContactRecordingBehavior(Box<UpdateContactRecordingBehavior>),
    /// Sets which flow runs at an event.
    UpdateContactEventHooks(UpdateContactEventHooks),
    /// Sets how the contact is ranked in a queue.
    UpdateContactRoutingBehavior(UpdateContactRoutingBehavior),
    /// Aims the contact at a queue.
    UpdateContactTargetQueue(TargetQueue),
    /// Puts the contact in the target queue, or in the queue that older flows name here.
    TransferContactToQueue(Option<TargetQueue>),
    /// Goes on in another flow.
    TransferToFlow(Field),
    /// Runs a module, then goes on.
    InvokeFlowModule(Field),
    /// Goes back to the caller of the module, with a result to branch on if there is one.
    EndFlowModuleExecution(EndFlowModuleExecution),
    /// Ends the flow.
    EndFlowExecution,
    /// Hangs up.
    DisconnectParticipant,
    /// Links the contact with a customer profile.
    AssociateContactToCustomerProfile(ProfileRequest),
    /// Lets the customer sign in.
    AuthenticateParticipant(Box<AuthenticateParticipant>),
    /// Branches on what answered an outbound call.
    CheckOutboundCallStatus,
    /// Branches on whether a customer is in a segment.
    CheckSegmentMembershipForCustomerProfile(ProfileRequest),
    /// Branches on what Voice ID says.
    CheckVoiceId(VoiceIdCheck),
    /// Places the call that an agent or a campaign asked for.
    CompleteOutboundCall(Box<CompleteOutboundCall>),
    /// Puts a callback in a queue.
    CreateCallbackContact(Box<CreateCallbackContact>),
    /// Opens a case.
    CreateCase(Box<CreateCase>),
    /// Creates a contact of another channel.
    CreateContact(CreateContact),
    /// Creates a customer profile.
    CreateCustomerProfile(ProfileRequest),
    /// Brings an old chat back.
    CreatePersistentContactAssociation(CreatePersistentContactAssociation),
    /// Gives an agent a task.
    CreateTask(Box<CreateTask>),
    /// Lets Amazon Q in Connect, the assistant named, listen along.
    CreateWisdomSession(Field),
    /// Moves a waiting contact to another queue: that named, else the target queue.
    DequeueContactAndTransferToQueue(Option<TargetQueue>),
    /// Reads values of a data table.
    EvaluateDataTableValues(EvaluateDataTableValues),
    /// Reads what is calculated of a customer.
    GetCalculatedAttributesForCustomerProfile(ProfileRequest),
    /// Looks for a case.
    GetCase(Box<GetCase>),
    /// Looks for a customer profile.
    GetCustomerProfile(ProfileRequest),
    /// Reads an object that belongs to a customer profile.
    GetCustomerProfileObject(ProfileRequest),
    /// Lists rows of a data table.
    ListDataTableValues(ListDataTableValues),
    /// Loads the text of an e-mail.
    LoadContactContent,
    /// Plays prompts over and over.
    MessageParticipantIteratively(MessageParticipantIteratively),
    /// Makes a message from a template.
    RenderMessageTemplate(RenderMessageTemplate),
    /// Brings a paused contact back.
    ResumeContact,
    /// Offers the waiting contact to an agent, busy or not.
    RouteContactToAgent(Field),
    /// Shows a view and waits for what is chosen in it.
    ShowView(Box<ShowView>),
    /// Processes the messages that are there, within so many seconds.
    StartExistingMessageProcessing(Option<Field>),
    /// Sends a text message.
    StartOutboundChatContact(Box<StartOutboundChatContact>),
    /// Sends an e-mail.
    StartOutboundEmailContact(Box<StartOutboundEmailContact>),
    /// Lets Voice ID listen.
    StartVoiceIdStream,
    /// Tags the contact.
    TagContact(TagContact),
    /// Connects the caller with the agent that the transfer is for.
    TransferContactToAgent,
    /// Calls somebody outside and connects the caller.
    TransferParticipantToThirdParty(Box<TransferParticipantToThirdParty>),
    /// Takes tags off the contact.
    UntagContact(UntagContact),
    /// Changes a case.
    UpdateCase(Box<UpdateCase>),
    /// Sets the number that callbacks dial.
    UpdateContactCallbackNumber(Field),
    /// Sets the function that sees the messages of a chat.
    UpdateContactMediaProcessing(UpdateContactMediaProcessing),
    /// Streams the call's audio, or stops.
    UpdateContactMediaStreamingBehavior(UpdateContactMediaStreamingBehavior),
    /// Sets what is recorded and analysed.
    UpdateContactRecordingAndAnalyticsBehavior(Box<UpdateContactRecordingAndAnalyticsBehavior>),
    /// Sets whom a queue offers the contact to.
    UpdateContactRoutingCriteria(UpdateContactRoutingCriteria),
    /// Changes a customer profile.
    UpdateCustomerProfile(ProfileRequest),
    /// Puts those who talked before the transfer on hold, or brings them back.
    UpdatePreviousContactParticipantState(Hold),
    /// Writes rows of a data table.
    UpsertDataTableValues(UpsertDataTableValues),
    /// Lets time pass.
    Wait(Wait),
    /// An action of a known type whose parameters are wrong or have yet to be filled in: at least
    /// one fault, each in another place. It fails when it runs.
    Faulty(Vec<Fault>),
    /// An action of a type that is not simulated. It fails when it runs.
    Unknown,
}

impl ActionKind {
    /// Reads the parameters of an action.
    pub(crate) fn read(type_name: &str, parameters: &Map<String, Value>, path: String) -> Self {
        let faults = Faults::default();
        let at = Reader::new(parameters, path, &faults);
        let kind = faults.sound(|| Self::of(type_name, &at));
        kind.unwrap_or_else(|| Self::Faulty(faults.into_vec()))
    }

    /// What an action of a type does: the one place that knows the types by name.
    fn of(type_name: &str, at: &Reader<'_>) -> Self {
        match type_name {
            "AssociateContactToCustomerProfile" => Self::AssociateContactToCustomerProfile(
                ProfileRequest::read(at, &["ProfileId", "ContactId"]),
            ),
            "AuthenticateParticipant" => {
                Self::AuthenticateParticipant(Box::new(AuthenticateParticipant::read(at)))
            }
            "CheckHoursOfOperation" => Self::CheckHoursOfOperation(at.field("HoursOfOperationId")),
            "CheckMetricData" => Self::CheckMetricData(CheckMetricData::read(at)),
            "CheckOutboundCallStatus" => Self::CheckOutboundCallStatus,
            "CheckSegmentMembershipForCustomerProfile" => {
                Self::CheckSegmentMembershipForCustomerProfile(ProfileRequest::read(
                    at,
                    &["ProfileId", "SegmentName"],
                ))
            }
            "CheckVoiceId" => Self::CheckVoiceId(VoiceIdCheck::read(at)),
            "Compare" => Self::Compare(decide::read_compare(at)),
            "CompleteOutboundCall" => {
                Self::CompleteOutboundCall(Box::new(CompleteOutboundCall::read(at)))
            }
            "ConnectParticipantWithLexBot" => {
                Self::ConnectParticipantWithLexBot(Box::new(ConnectParticipantWithLexBot::read(at)))
            }
            "CreateCallbackContact" => {
                Self::CreateCallbackContact(Box::new(CreateCallbackContact::read(at)))
            }
            "CreateCase" => Self::CreateCase(Box::new(CreateCase::read(at))),
            "CreateContact" => Self::CreateContact(CreateContact::read(at)),
            "CreateCustomerProfile" => Self::CreateCustomerProfile(ProfileRequest::read(at, &[])),
            "CreatePersistentContactAssociation" => Self::CreatePersistentContactAssociation(
                CreatePersistentContactAssociation::read(at),
            ),
            "CreateTask" => Self::CreateTask(Box::new(CreateTask::read(at))),
            "CreateWisdomSession" => Self::CreateWisdomSession(assist::read_wisdom(at)),
            "DequeueContactAndTransferToQueue" => {
                Self::DequeueContactAndTransferToQueue(TargetQueue::read(at))
            }
            "DisconnectParticipant" => Self::DisconnectParticipant,
            "DistributeByPercentage" => Self::DistributeByPercentage,
            "EndFlowExecution" => Self::EndFlowExecution,
            "EndFlowModuleExecution" => {
                Self::EndFlowModuleExecution(EndFlowModuleExecution::read(at))
            }
            "EvaluateDataTableValues" => {
                Self::EvaluateDataTableValues(EvaluateDataTableValues::read(at))
            }
            "GetCalculatedAttributesForCustomerProfile" => {
                Self::GetCalculatedAttributesForCustomerProfile(ProfileRequest::read(
                    at,
                    &["ProfileId"],
                ))
            }
            "GetCase" => Self::GetCase(Box::new(GetCase::read(at))),
            "GetCustomerProfile" => Self::GetCustomerProfile(ProfileRequest::read(at, &[])),
            "GetCustomerProfileObject" => Self::GetCustomerProfileObject(ProfileRequest::read(
                at,
                &["ProfileId", "ObjectType"],
            )),
            "GetMetricData" => Self::GetMetricData(TargetQueue::read(at)),
            "GetParticipantInput" => {
                Self::GetParticipantInput(Box::new(GetParticipantInput::read(at)))
            }
            "InvokeFlowModule" => Self::InvokeFlowModule(
                at.required_field("FlowModuleId", "the id or ARN of a module"),
            ),
            "InvokeLambdaFunction" => {
                Self::InvokeLambdaFunction(Box::new(InvokeLambdaFunction::read(at)))
            }
            "ListDataTableValues" => Self::ListDataTableValues(ListDataTableValues::read(at)),
            "LoadContactContent" => {
                contacts::read_load_content(at);
                Self::LoadContactContent
            }
            "Loop" => Self::Loop(decide::read_loop(at)),
            "MessageParticipant" => Self::MessageParticipant(speak::read_message(at)),
            "MessageParticipantIteratively" => {
                Self::MessageParticipantIteratively(MessageParticipantIteratively::read(at))
            }
            "RenderMessageTemplate" => Self::RenderMessageTemplate(RenderMessageTemplate::read(at)),
            "ResumeContact" => Self::ResumeContact,
            "RouteContactToAgent" => {
                Self::RouteContactToAgent(at.required_field("AgentId", "the id or ARN of an agent"))
            }
            "ShowView" => Self::ShowView(Box::new(ShowView::read(at))),
            "StartExistingMessageProcessing" => {
                Self::StartExistingMessageProcessing(contacts::read_processing(at))
            }
            "StartOutboundChatContact" => {
                Self::StartOutboundChatContact(Box::new(StartOutboundChatContact::read(at)))
            }
            "StartOutboundEmailContact" => {
                Self::StartOutboundEmailContact(Box::new(StartOutboundEmailContact::read(at)))
            }
            "StartVoiceIdStream" => Self::StartVoiceIdStream,
            "TagContact" => Self::TagContact(TagContact::read(at)),
            "TransferContactToAgent" => Self::TransferContactToAgent,
            "TransferContactToQueue" => Self::TransferContactToQueue(TargetQueue::read(at)),
            "TransferParticipantToThirdParty" => Self::TransferParticipantToThirdParty(Box::new(
                TransferParticipantToThirdParty::read(at),
            )),
            "TransferToFlow" => {
                Self::TransferToFlow(at.required_field("ContactFlowId", "the id or ARN of a flow"))
            }
            "UntagContact" => Self::UntagContact(UntagContact::read(at)),
            "UpdateCase" => Self::UpdateCase(Box::new(UpdateCase::read(at))),
            "UpdateContactAttributes" => {
                Self::UpdateContactAttributes(UpdateContactAttributes::read(at))
            }
            "UpdateContactCallbackNumber" => {
                Self::UpdateContactCallbackNumber(outbound::read_callback_number(at))
            }
            "UpdateContactData" => Self::UpdateContactData(Box::new(UpdateContactData::read(at))),
            "UpdateContactEventHooks" => {
                Self::UpdateContactEventHooks(UpdateContactEventHooks::read(at))
            }
            "UpdateContactMediaProcessing" => {
                Self::UpdateContactMediaProcessing(UpdateContactMediaProcessing::read(at))
            }
            "UpdateContactMediaStreamingBehavior" => Self::UpdateContactMediaStreamingBehavior(
                UpdateContactMediaStreamingBehavior::read(at),
            ),
            "UpdateContactRecordingAndAnalyticsBehavior" => {
                Self::UpdateContactRecordingAndAnalyticsBehavior(Box::new(
                    UpdateContactRecordingAndAnalyticsBehavior::read(at),
                ))
            }
            "UpdateContactRecordingBehavior" => Self::UpdateContactRecordingBehavior(Box::new(
                UpdateContactRecordingBehavior::read(at),
            )),
            "UpdateContactRoutingBehavior" => {
                Self::UpdateContactRoutingBehavior(UpdateContactRoutingBehavior::read(at))
            }
            "UpdateContactRoutingCriteria" | "UpdateRoutingCriteria" => {
                Self::UpdateContactRoutingCriteria(UpdateContactRoutingCriteria::read(at))
            }
            "UpdateContactTargetQueue" => {
                Self::UpdateContactTargetQueue(TargetQueue::read_required(at))
            }
            "UpdateContactTextToSpeechVoice" => {
                Self::UpdateContactTextToSpeechVoice(UpdateContactTextToSpeechVoice::read(at))
            }
            "UpdateCustomerProfile" => Self::UpdateCustomerProfile(ProfileRequest::read(at, &[])),
            "UpdateFlowAttributes" => Self::UpdateFlowAttributes(UpdateFlowAttributes::read(at)),
            "UpdateFlowLoggingBehavior" => {
                Self::UpdateFlowLoggingBehavior(data::read_flow_logging(at))
            }
            "UpdatePreviousContactParticipantState" => {
                Self::UpdatePreviousContactParticipantState(wait::read_hold(at))
            }
            "UpsertDataTableValues" => Self::UpsertDataTableValues(UpsertDataTableValues::read(at)),
            "Wait" => Self::Wait(Wait::read(at)),
            _ => Self::Unknown,
        }
    }
}
