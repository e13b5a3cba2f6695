//! Flows and modules.

mod error;
mod parse;

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

pub use error::ParseFlowError;

use crate::action::{Action, ActionKind, Fault};

/// A flow or module in the Flow language.
///
/// Reading one proves that its actions have unique identifiers and that every branch leads to an
/// action of the flow or is unconnected. What we do not know of is kept, so writing it back loses
/// nothing but the order of keys and spaces.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    start: Option<String>,
    actions: Vec<Action>,
    index: BTreeMap<String, usize>,
    /// Everything but the actions.
    envelope: Map<String, Value>,
}

impl Flow {
    /// The version of the Flow language that is read.
    pub const VERSION: &str = "2019-10-30";

    /// Reads a flow.
    ///
    /// # Errors
    ///
    /// [`ParseFlowError`] with the place, what was found there and what was expected. Actions of
    /// unknown type and actions that have yet to be filled in are no errors: they are kept and
    /// fail when they run.
    pub fn parse(json: &str) -> Result<Self, ParseFlowError> {
        parse::flow(json)
    }

    /// The name in its metadata, where exports put it.
    pub fn name(&self) -> Option<&str> {
        let metadata = self.metadata()?;
        metadata.get("name").or_else(|| metadata.get("Name"))?.as_str()
    }

    /// The first action; `None` in a draft whose entry is not connected.
    pub fn start(&self) -> Option<&Action> {
        self.action(self.start.as_deref()?)
    }

    /// All actions in the order they are written.
    pub fn actions(&self) -> impl Iterator<Item = &Action> {
        self.actions.iter()
    }

    /// An action by its identifier.
    pub fn action(&self, identifier: &str) -> Option<&Action> {
        self.actions.get(*self.index.get(identifier)?)
    }

    /// Actions that have yet to be filled in, and what they lack.
    pub fn unfinished(&self) -> impl Iterator<Item = (&Action, &Fault)> {
        self.actions.iter().filter_map(|action| {
            let ActionKind::Unfinished(fault) = action.kind() else { return None };
            Some((action, fault))
        })
    }

    /// What the console notes down about the flow.
    pub fn metadata(&self) -> Option<&Map<String, Value>> {
        self.envelope.get("Metadata")?.as_object()
    }

    /// Parameters and transitions that a module declares.
    pub fn settings(&self) -> Option<&Map<String, Value>> {
        self.envelope.get("Settings")?.as_object()
    }

    /// The flow as JSON, with everything it was read from.
    pub fn to_json(&self) -> Value {
        let mut object = self.envelope.clone();
        let actions = self.actions.iter().map(|it| Value::Object(it.source().clone()));
        object.insert("Actions".to_owned(), actions.collect());
        Value::Object(object)
    }
}

impl Serialize for Flow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}
