//! What each action does.

use super::scene::{Failure, Move, Scene, Turn};
use super::{ask::ask, call, decide, dial, label, media, route, speak, update, waiting};
use crate::action::{Action, ActionKind};
use crate::effect::{End, Outcome};
use crate::request::RequestKind;

/// Runs an action, or its second half when the host has answered: what each action does is one
/// line here and one function in the module of its family.
pub(super) fn perform(scene: &mut Scene<'_>, action: &Action, answer: Option<&Outcome>) -> Turn {
    use ActionKind as Kind;
    match action.kind() {
        Kind::AssociateContactToCustomerProfile(_) => {
            ask(scene, action, RequestKind::AssociateContactToCustomerProfile, answer)
        }
        Kind::AuthenticateParticipant(_) => {
            ask(scene, action, RequestKind::AuthenticateParticipant, answer)
        }
        Kind::CheckHoursOfOperation(it) => decide::check_hours(scene, it.as_ref(), answer),
        Kind::CheckMetricData(it) => decide::check_metric(scene, it, answer),
        Kind::CheckOutboundCallStatus => dial::call_status(answer),
        Kind::CheckSegmentMembershipForCustomerProfile(_) => {
            ask(scene, action, RequestKind::CheckSegmentMembershipForCustomerProfile, answer)
        }
        Kind::CheckVoiceId(_) => ask(scene, action, RequestKind::CheckVoiceId, answer),
        Kind::Compare(it) => Ok(decide::compare(scene, it)),
        Kind::CompleteOutboundCall(it) => dial::complete(scene, it, answer),
        Kind::ConnectParticipantWithLexBot(it) => speak::converse(scene, it, answer),
        Kind::CreateCallbackContact(it) => dial::callback(scene, it, answer),
        Kind::CreateCase(_) => ask(scene, action, RequestKind::CreateCase, answer),
        Kind::CreateContact(_) => ask(scene, action, RequestKind::CreateContact, answer),
        Kind::CreateCustomerProfile(_) => {
            ask(scene, action, RequestKind::CreateCustomerProfile, answer)
        }
        Kind::CreatePersistentContactAssociation(_) => {
            ask(scene, action, RequestKind::CreatePersistentContactAssociation, answer)
        }
        Kind::CreateTask(_) => ask(scene, action, RequestKind::CreateTask, answer),
        Kind::CreateWisdomSession(_) => {
            ask(scene, action, RequestKind::CreateWisdomSession, answer)
        }
        Kind::DisconnectParticipant => Ok(Move::End(End::Disconnected)),
        Kind::DistributeByPercentage => Ok(decide::distribute(scene)),
        Kind::EndFlowExecution => Ok(Move::End(End::FlowEnded)),
        Kind::EndFlowModuleExecution(it) => route::end_module(scene, it),
        Kind::EvaluateDataTableValues(_) => {
            ask(scene, action, RequestKind::EvaluateDataTableValues, answer)
        }
        Kind::GetCalculatedAttributesForCustomerProfile(_) => {
            ask(scene, action, RequestKind::GetCalculatedAttributesForCustomerProfile, answer)
        }
        Kind::GetCase(_) => ask(scene, action, RequestKind::GetCase, answer),
        Kind::GetCustomerProfile(_) => ask(scene, action, RequestKind::GetCustomerProfile, answer),
        Kind::GetCustomerProfileObject(_) => {
            ask(scene, action, RequestKind::GetCustomerProfileObject, answer)
        }
        Kind::GetMetricData(it) => decide::get_metrics(scene, it.as_ref(), answer),
        Kind::GetParticipantInput(it) => speak::collect(scene, it, answer),
        Kind::InvokeFlowModule(it) => route::invoke_module(scene, it),
        Kind::InvokeLambdaFunction(it) => call::invoke(scene, it, answer),
        Kind::ListDataTableValues(_) => {
            ask(scene, action, RequestKind::ListDataTableValues, answer)
        }
        Kind::LoadContactContent => ask(scene, action, RequestKind::LoadContactContent, answer),
        Kind::Loop(it) => decide::go_round(scene, it, action.identifier()),
        Kind::MessageParticipant(it) => speak::play(scene, it, answer),
        Kind::MessageParticipantIteratively(it) => waiting::play_repeatedly(scene, it, answer),
        Kind::RenderMessageTemplate(_) => {
            ask(scene, action, RequestKind::RenderMessageTemplate, answer)
        }
        Kind::ResumeContact => ask(scene, action, RequestKind::ResumeContact, answer),
        Kind::RouteContactToAgent(it) => dial::offer(scene, it, answer),
        Kind::ShowView(_) => ask(scene, action, RequestKind::ShowView, answer),
        Kind::StartExistingMessageProcessing(_) => {
            ask(scene, action, RequestKind::StartExistingMessageProcessing, answer)
        }
        Kind::StartOutboundChatContact(_) => {
            ask(scene, action, RequestKind::StartOutboundChatContact, answer)
        }
        Kind::StartOutboundEmailContact(_) => {
            ask(scene, action, RequestKind::StartOutboundEmailContact, answer)
        }
        Kind::StartVoiceIdStream => ask(scene, action, RequestKind::StartVoiceIdStream, answer),
        Kind::TagContact(it) => label::tag(scene, it),
        Kind::TransferContactToAgent => dial::to_agent(scene, answer),
        Kind::TransferContactToQueue(it) | Kind::DequeueContactAndTransferToQueue(it) => {
            route::to_queue(scene, it.as_ref(), answer)
        }
        Kind::TransferParticipantToThirdParty(it) => dial::third_party(scene, it, answer),
        Kind::TransferToFlow(it) => route::to_flow(scene, it),
        Kind::UntagContact(it) => Ok(label::untag(scene, it)),
        Kind::UpdateCase(_) => ask(scene, action, RequestKind::UpdateCase, answer),
        Kind::UpdateContactAttributes(it) => update::attributes(scene, it),
        Kind::UpdateContactCallbackNumber(it) => dial::callback_number(scene, it, answer),
        Kind::UpdateContactData(it) => update::data(scene, it),
        Kind::UpdateContactEventHooks(it) => update::event_hooks(scene, it),
        Kind::UpdateContactMediaProcessing(_) => {
            ask(scene, action, RequestKind::UpdateContactMediaProcessing, answer)
        }
        Kind::UpdateContactMediaStreamingBehavior(it) => {
            media::streaming(scene, action, *it, answer)
        }
        Kind::UpdateContactRecordingAndAnalyticsBehavior(it) => {
            media::recording_and_analytics(scene, action, it, answer)
        }
        Kind::UpdateContactRecordingBehavior(it) => media::recording(scene, it, answer),
        Kind::UpdateContactRoutingBehavior(it) => update::routing(scene, it),
        Kind::UpdateContactRoutingCriteria(it) => label::routing_criteria(scene, it),
        Kind::UpdateContactTargetQueue(it) => route::target_queue(scene, it),
        Kind::UpdateContactTextToSpeechVoice(it) => update::voice(scene, it),
        Kind::UpdateCustomerProfile(_) => {
            ask(scene, action, RequestKind::UpdateCustomerProfile, answer)
        }
        Kind::UpdateFlowAttributes(it) => Ok(update::flow_attributes(scene, it)),
        Kind::UpdateFlowLoggingBehavior(it) => Ok(update::flow_logging(scene, *it)),
        Kind::UpdatePreviousContactParticipantState(it) => dial::hold(scene, *it, answer),
        Kind::UpsertDataTableValues(_) => {
            ask(scene, action, RequestKind::UpsertDataTableValues, answer)
        }
        Kind::Wait(it) => waiting::wait(scene, it, answer),
        Kind::Faulty(faults) => {
            let faults: Vec<_> = faults.iter().map(ToString::to_string).collect();
            Err(Failure::new(faults.join("; ")))
        }
        Kind::Unknown => Err(Failure::new(format!("`{}` is not simulated", action.type_name()))),
    }
}
