//! What each action does.

use super::scene::{Failure, Move, Scene, Turn};
use super::{call, decide, route, speak, update};
use crate::action::{Action, ActionKind};
use crate::effect::{End, Outcome};

/// Runs an action, or its second half when the host has answered: what each action does is one
/// line here and one function in the module of its family.
pub(super) fn perform(scene: &mut Scene<'_>, action: &Action, answer: Option<&Outcome>) -> Turn {
    use ActionKind as Kind;
    match action.kind() {
        Kind::CheckHoursOfOperation(it) => decide::check_hours(scene, it.as_ref(), answer),
        Kind::CheckMetricData(it) => decide::check_metric(scene, it, answer),
        Kind::Compare(it) => Ok(decide::compare(scene, it)),
        Kind::ConnectParticipantWithLexBot(it) => speak::converse(scene, it, answer),
        Kind::DisconnectParticipant => Ok(Move::End(End::Disconnected)),
        Kind::DistributeByPercentage => Ok(decide::distribute(scene)),
        Kind::EndFlowExecution => Ok(Move::End(End::FlowEnded)),
        Kind::EndFlowModuleExecution(it) => route::end_module(scene, it.as_ref()),
        Kind::GetMetricData(it) => decide::get_metrics(scene, it.as_ref(), answer),
        Kind::GetParticipantInput(it) => speak::collect(scene, it, answer),
        Kind::InvokeFlowModule(it) => route::invoke_module(scene, it),
        Kind::InvokeLambdaFunction(it) => call::invoke(scene, it, answer),
        Kind::Loop(it) => decide::go_round(scene, it, action.identifier()),
        Kind::MessageParticipant(it) => speak::play(scene, it, answer),
        Kind::TransferContactToQueue => route::to_queue(scene, answer),
        Kind::TransferToFlow(it) => route::to_flow(scene, it),
        Kind::UpdateContactAttributes(it) => update::attributes(scene, it),
        Kind::UpdateContactData(it) => update::data(scene, it),
        Kind::UpdateContactEventHooks(it) => update::event_hooks(scene, it),
        Kind::UpdateContactRecordingBehavior(it) => update::recording(scene, *it, answer),
        Kind::UpdateContactRoutingBehavior(it) => update::routing(scene, it),
        Kind::UpdateContactTargetQueue(it) => route::target_queue(scene, it),
        Kind::UpdateContactTextToSpeechVoice(it) => update::voice(scene, it),
        Kind::UpdateFlowAttributes(it) => Ok(update::flow_attributes(scene, it)),
        Kind::UpdateFlowLoggingBehavior(it) => Ok(update::flow_logging(scene, *it)),
        Kind::Faulty(fault) => Err(Failure::new(fault.to_string())),
        Kind::Unknown => Err(Failure::new(format!("`{}` is not simulated", action.type_name()))),
    }
}
