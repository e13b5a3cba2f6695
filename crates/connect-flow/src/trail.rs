//! What happened on the way to an effect.

use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;

use crate::effect::Effect;

/// What one step of an execution gives.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    /// The actions left behind, in order.
    pub trail: Vec<Trail>,
    /// What the host must do next.
    pub effect: Effect,
}

/// One action left behind.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Trail {
    /// The flow or module, as the library knows it.
    pub flow: Arc<str>,
    /// Its name.
    pub flow_name: Arc<str>,
    /// The modules around the action, outermost first, as the library knows them; empty in a flow.
    pub modules: Vec<Arc<str>>,
    /// Identifier of the action.
    pub action: Arc<str>,
    /// Type of the action.
    pub type_name: Arc<str>,
    /// Parameters of the action with every reference resolved.
    pub parameters: Arc<Value>,
    /// The value its conditions were tested on, where it has conditions.
    pub result: Option<String>,
    /// The branch taken.
    pub branch: Branch,
    /// The action that the branch leads to; `None` when the flow ends or is left here.
    pub next: Option<String>,
    /// Whether the flow has no such branch, or left it unconnected: the contact is stuck.
    pub missing: bool,
    /// What the flow's author should know: why it failed, what was not set.
    pub notes: Vec<String>,
}

/// A way out of an action.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Branch {
    /// `NextAction`.
    Next,
    /// The error of this type.
    Error(String),
    /// The condition with this operator and operand, such as `Equals 1`, references as written.
    Condition(String),
    /// The module that it invokes begins; the branch taken after it follows when it returns.
    Entered,
    /// None: the flow ends or is left here.
    Terminal,
}
