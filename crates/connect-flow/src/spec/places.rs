//! Sets of flow types that several actions may stand in.

use crate::flow::{FlowType, FlowTypes};

/// Flows that a contact runs through before or between agents.
pub(super) const ROUTING: FlowTypes = FlowTypes::of(&[
    FlowType::ContactFlow,
    FlowType::AgentTransfer,
    FlowType::QueueTransfer,
    FlowType::Module,
]);
/// The same, and the flow of a caller who waits.
pub(super) const ROUTING_AND_QUEUE: FlowTypes = FlowTypes::of(&[
    FlowType::ContactFlow,
    FlowType::AgentTransfer,
    FlowType::QueueTransfer,
    FlowType::CustomerQueue,
    FlowType::Module,
]);
/// Flows of somebody who is on hold.
const HOLDS: &[FlowType] = &[FlowType::AgentHold, FlowType::CustomerHold];
/// The same, and what is run before a number is called.
pub(super) const ROUTING_QUEUE_AND_OUTBOUND: FlowTypes = FlowTypes::of(&[
    FlowType::ContactFlow,
    FlowType::AgentTransfer,
    FlowType::QueueTransfer,
    FlowType::CustomerQueue,
    FlowType::OutboundWhisper,
    FlowType::Module,
]);
/// All but those of holds.
pub(super) const NOT_HOLD: FlowTypes = FlowTypes::but(HOLDS);
/// All but those of holds and whispers.
pub(super) const NOT_HOLD_OR_WHISPER: FlowTypes = FlowTypes::but(&[
    FlowType::AgentHold,
    FlowType::CustomerHold,
    FlowType::AgentWhisper,
    FlowType::CustomerWhisper,
    FlowType::OutboundWhisper,
]);
