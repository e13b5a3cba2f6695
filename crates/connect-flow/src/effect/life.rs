//! Agents: who they are, what they do with a contact, and who hears what.

use serde::Serialize;

/// A person who answers contacts; what flows read as `$.Agent`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Agent {
    /// ARN of the user.
    pub arn: String,
    /// Name that the user signs in with.
    pub user_name: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
}

/// Where an agent hands a contact over to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Transfer {
    /// A queue, by ARN or id.
    Queue(String),
    /// A flow, by ARN or id.
    Flow(String),
}

/// Who hears what a flow plays, and may answer it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Party {
    /// The caller, or whoever is called back.
    Customer,
    /// The agent.
    Agent,
    /// Nobody: a callback runs before anybody is called.
    Nobody,
}

/// Where a contact is between its flow and its end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub enum Stage {
    /// In a flow that no agent has been found for.
    #[default]
    Flow,
    /// In a queue, with its customer queue flow until that ends.
    Queue,
    /// An agent has answered and hears the agent whisper flow.
    AgentWhisper,
    /// The caller hears the customer whisper flow.
    CustomerWhisper,
    /// The customer of a callback is called.
    Dialling,
    /// The customer of a callback has answered and hears the outbound whisper flow.
    OutboundWhisper,
    /// Agent and customer talk.
    Talk,
    /// The agent holds the call; it is the turn of the customer hold flow.
    CustomerHold,
    /// The agent holds the call; it is the turn of the agent hold flow.
    AgentHold,
    /// The agent has left, and the caller is in the disconnect flow.
    Remaining,
}
