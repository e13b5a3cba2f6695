//! What actions do, by their type.

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
use super::tags::{TagContact, UntagContact, UpdateContactRoutingCriteria};
use super::wait::{MessageParticipantIteratively, Wait};
use super::{
    CheckMetricData, ConnectParticipantWithLexBot, EndFlowModuleExecution, Fault,
    GetParticipantInput, InvokeLambdaFunction, Reader, TargetQueue, UpdateContactAttributes,
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
            "AssociateContactToCustomerProfile" => {
                ProfileRequest::read(at, &["ProfileId", "ContactId"])
                    .map(Self::AssociateContactToCustomerProfile)
            }
            "AuthenticateParticipant" => {
                boxed(AuthenticateParticipant::read(at), Self::AuthenticateParticipant)
            }
            "CheckHoursOfOperation" => {
                at.field("HoursOfOperationId").map(Self::CheckHoursOfOperation)
            }
            "CheckMetricData" => CheckMetricData::read(at).map(Self::CheckMetricData),
            "CheckOutboundCallStatus" => Ok(Self::CheckOutboundCallStatus),
            "CheckSegmentMembershipForCustomerProfile" => {
                ProfileRequest::read(at, &["ProfileId", "SegmentName"])
                    .map(Self::CheckSegmentMembershipForCustomerProfile)
            }
            "CheckVoiceId" => VoiceIdCheck::read(at).map(Self::CheckVoiceId),
            "Compare" => decide::read_compare(at).map(Self::Compare),
            "CompleteOutboundCall" => {
                boxed(CompleteOutboundCall::read(at), Self::CompleteOutboundCall)
            }
            "ConnectParticipantWithLexBot" => {
                boxed(ConnectParticipantWithLexBot::read(at), Self::ConnectParticipantWithLexBot)
            }
            "CreateCallbackContact" => {
                boxed(CreateCallbackContact::read(at), Self::CreateCallbackContact)
            }
            "CreateCase" => boxed(CreateCase::read(at), Self::CreateCase),
            "CreateContact" => CreateContact::read(at).map(Self::CreateContact),
            "CreateCustomerProfile" => {
                ProfileRequest::read(at, &[]).map(Self::CreateCustomerProfile)
            }
            "CreatePersistentContactAssociation" => CreatePersistentContactAssociation::read(at)
                .map(Self::CreatePersistentContactAssociation),
            "CreateTask" => boxed(CreateTask::read(at), Self::CreateTask),
            "CreateWisdomSession" => assist::read_wisdom(at).map(Self::CreateWisdomSession),
            "DequeueContactAndTransferToQueue" => {
                TargetQueue::read(at).map(Self::DequeueContactAndTransferToQueue)
            }
            "DisconnectParticipant" => Ok(Self::DisconnectParticipant),
            "DistributeByPercentage" => Ok(Self::DistributeByPercentage),
            "EndFlowExecution" => Ok(Self::EndFlowExecution),
            "EndFlowModuleExecution" => {
                EndFlowModuleExecution::read(at).map(Self::EndFlowModuleExecution)
            }
            "EvaluateDataTableValues" => {
                EvaluateDataTableValues::read(at).map(Self::EvaluateDataTableValues)
            }
            "GetCalculatedAttributesForCustomerProfile" => ProfileRequest::read(at, &["ProfileId"])
                .map(Self::GetCalculatedAttributesForCustomerProfile),
            "GetCase" => boxed(GetCase::read(at), Self::GetCase),
            "GetCustomerProfile" => ProfileRequest::read(at, &[]).map(Self::GetCustomerProfile),
            "GetCustomerProfileObject" => ProfileRequest::read(at, &["ProfileId", "ObjectType"])
                .map(Self::GetCustomerProfileObject),
            "GetMetricData" => TargetQueue::read(at).map(Self::GetMetricData),
            "GetParticipantInput" => {
                boxed(GetParticipantInput::read(at), Self::GetParticipantInput)
            }
            "InvokeFlowModule" => at
                .required_field("FlowModuleId", "the id or ARN of a module")
                .map(Self::InvokeFlowModule),
            "InvokeLambdaFunction" => {
                boxed(InvokeLambdaFunction::read(at), Self::InvokeLambdaFunction)
            }
            "ListDataTableValues" => ListDataTableValues::read(at).map(Self::ListDataTableValues),
            "LoadContactContent" => {
                contacts::read_load_content(at).map(|()| Self::LoadContactContent)
            }
            "Loop" => decide::read_loop(at).map(Self::Loop),
            "MessageParticipant" => speak::read_message(at).map(Self::MessageParticipant),
            "MessageParticipantIteratively" => {
                MessageParticipantIteratively::read(at).map(Self::MessageParticipantIteratively)
            }
            "RenderMessageTemplate" => {
                RenderMessageTemplate::read(at).map(Self::RenderMessageTemplate)
            }
            "ResumeContact" => Ok(Self::ResumeContact),
            "RouteContactToAgent" => at
                .required_field("AgentId", "the id or ARN of an agent")
                .map(Self::RouteContactToAgent),
            "ShowView" => boxed(ShowView::read(at), Self::ShowView),
            "StartExistingMessageProcessing" => {
                contacts::read_processing(at).map(Self::StartExistingMessageProcessing)
            }
            "StartOutboundChatContact" => {
                boxed(StartOutboundChatContact::read(at), Self::StartOutboundChatContact)
            }
            "StartOutboundEmailContact" => {
                boxed(StartOutboundEmailContact::read(at), Self::StartOutboundEmailContact)
            }
            "StartVoiceIdStream" => Ok(Self::StartVoiceIdStream),
            "TagContact" => TagContact::read(at).map(Self::TagContact),
            "TransferContactToAgent" => Ok(Self::TransferContactToAgent),
            "TransferContactToQueue" => TargetQueue::read(at).map(Self::TransferContactToQueue),
            "TransferParticipantToThirdParty" => boxed(
                TransferParticipantToThirdParty::read(at),
                Self::TransferParticipantToThirdParty,
            ),
            "TransferToFlow" => at
                .required_field("ContactFlowId", "the id or ARN of a flow")
                .map(Self::TransferToFlow),
            "UntagContact" => UntagContact::read(at).map(Self::UntagContact),
            "UpdateCase" => boxed(UpdateCase::read(at), Self::UpdateCase),
            "UpdateContactAttributes" => {
                UpdateContactAttributes::read(at).map(Self::UpdateContactAttributes)
            }
            "UpdateContactCallbackNumber" => {
                outbound::read_callback_number(at).map(Self::UpdateContactCallbackNumber)
            }
            "UpdateContactData" => boxed(UpdateContactData::read(at), Self::UpdateContactData),
            "UpdateContactEventHooks" => {
                UpdateContactEventHooks::read(at).map(Self::UpdateContactEventHooks)
            }
            "UpdateContactMediaProcessing" => {
                UpdateContactMediaProcessing::read(at).map(Self::UpdateContactMediaProcessing)
            }
            "UpdateContactMediaStreamingBehavior" => UpdateContactMediaStreamingBehavior::read(at)
                .map(Self::UpdateContactMediaStreamingBehavior),
            "UpdateContactRecordingAndAnalyticsBehavior" => boxed(
                UpdateContactRecordingAndAnalyticsBehavior::read(at),
                Self::UpdateContactRecordingAndAnalyticsBehavior,
            ),
            "UpdateContactRecordingBehavior" => boxed(
                UpdateContactRecordingBehavior::read(at),
                Self::UpdateContactRecordingBehavior,
            ),
            "UpdateContactRoutingBehavior" => {
                UpdateContactRoutingBehavior::read(at).map(Self::UpdateContactRoutingBehavior)
            }
            "UpdateContactRoutingCriteria" | "UpdateRoutingCriteria" => {
                UpdateContactRoutingCriteria::read(at).map(Self::UpdateContactRoutingCriteria)
            }
            "UpdateContactTargetQueue" => {
                TargetQueue::read_required(at).map(Self::UpdateContactTargetQueue)
            }
            "UpdateContactTextToSpeechVoice" => {
                UpdateContactTextToSpeechVoice::read(at).map(Self::UpdateContactTextToSpeechVoice)
            }
            "UpdateCustomerProfile" => {
                ProfileRequest::read(at, &[]).map(Self::UpdateCustomerProfile)
            }
            "UpdateFlowAttributes" => {
                UpdateFlowAttributes::read(at).map(Self::UpdateFlowAttributes)
            }
            "UpdateFlowLoggingBehavior" => {
                data::read_flow_logging(at).map(Self::UpdateFlowLoggingBehavior)
            }
            "UpdatePreviousContactParticipantState" => {
                wait::read_hold(at).map(Self::UpdatePreviousContactParticipantState)
            }
            "UpsertDataTableValues" => {
                UpsertDataTableValues::read(at).map(Self::UpsertDataTableValues)
            }
            "Wait" => Wait::read(at).map(Self::Wait),
            _ => Ok(Self::Unknown),
        }
    }
}

fn boxed<T>(read: Result<T, Fault>, kind: fn(Box<T>) -> ActionKind) -> Result<ActionKind, Fault> {
    read.map(|it| kind(Box::new(it)))
}
