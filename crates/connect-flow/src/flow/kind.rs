//! What a flow is for: Connect runs each type at another moment of a contact.

use std::fmt;

use serde::Serialize;

/// What a flow is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum FlowType {
    /// A contact comes in or is sent there.
    ContactFlow,
    /// The caller waits in a queue.
    CustomerQueue,
    /// The caller is on hold.
    CustomerHold,
    /// The caller, just before an agent is connected.
    CustomerWhisper,
    /// The agent has put the caller on hold.
    AgentHold,
    /// The agent, just before the caller is connected.
    AgentWhisper,
    /// The person called, before an agent is connected.
    OutboundWhisper,
    /// An agent transfers the caller to an agent.
    AgentTransfer,
    /// An agent transfers the caller to a queue.
    QueueTransfer,
    /// Other flows invoke it.
    Module,
}

impl FlowType {
    /// Every type.
    pub const ALL: [Self; 10] = [
        Self::ContactFlow,
        Self::CustomerQueue,
        Self::CustomerHold,
        Self::CustomerWhisper,
        Self::AgentHold,
        Self::AgentWhisper,
        Self::OutboundWhisper,
        Self::AgentTransfer,
        Self::QueueTransfer,
        Self::Module,
    ];

    /// As the console writes it in a flow's metadata.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ContactFlow => "contactFlow",
            Self::CustomerQueue => "customerQueue",
            Self::CustomerHold => "customerHold",
            Self::CustomerWhisper => "customerWhisper",
            Self::AgentHold => "agentHold",
            Self::AgentWhisper => "agentWhisper",
            Self::OutboundWhisper => "outboundWhisper",
            Self::AgentTransfer => "agentTransfer",
            Self::QueueTransfer => "queueTransfer",
            Self::Module => "module",
        }
    }

    /// Reads a type, as metadata (`customerQueue`) or the API (`CUSTOMER_QUEUE`) write it.
    pub fn named(name: &str) -> Option<Self> {
        let plain = |text: &str| text.replace(['_', ' '], "").to_ascii_lowercase();
        let name = plain(name);
        Self::ALL.into_iter().find(|it| plain(it.as_str()) == name)
    }
}

impl fmt::Display for FlowType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A set of types of flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FlowTypes(u16);

impl FlowTypes {
    /// All types.
    pub const ALL: Self = Self(u16::MAX);

    /// These types.
    pub const fn of(types: &[FlowType]) -> Self {
        let mut bits = 0;
        let mut rest = types;
        while let [first, others @ ..] = rest {
            bits |= 1 << (*first as u16);
            rest = others;
        }
        Self(bits)
    }

    /// All types but these.
    pub const fn but(types: &[FlowType]) -> Self {
        Self(!Self::of(types).0)
    }

    /// Whether a type is among them.
    pub fn contains(self, flow_type: FlowType) -> bool {
        self.0 & (1 << (flow_type as u16)) != 0
    }

    /// The types, in order.
    pub fn iter(self) -> impl Iterator<Item = FlowType> {
        FlowType::ALL.into_iter().filter(move |it| self.contains(*it))
    }
}
