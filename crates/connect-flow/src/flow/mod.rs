//! Flows and modules.

mod defect;
mod error;
mod exact;
mod kind;
mod parse;

use std::collections::HashMap;

use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

pub use error::{Defect, ParseFlowError};
pub use kind::{FlowType, FlowTypes};

use crate::action::{Action, ActionKind, Fault};
use exact::Exact;

/// A flow or module in the Flow language.
///
/// What we do not know of is kept, so writing it back loses nothing but spaces and how
/// numbers with a point or an exponent are spelt.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    start: Option<String>,
    actions: Vec<Action>,
    index: HashMap<String, usize>,
    /// What is wrong outside of actions.
    faults: Vec<Fault>,
    /// Everything but the actions, for which null stands.
    envelope: Map<String, Value>,
    /// What the values of envelope and actions round.
    exact: Exact,
}

impl Flow {
    /// The version of the Flow language that is read.
    pub const VERSION: &str = "2019-10-30";

    /// Reads a flow that is to run: one without [`Defect`]s.
    ///
    /// # Errors
    ///
    /// [`ParseFlowError`] with the place, what was found there and what was expected. Actions of
    /// unknown type and actions that have yet to be filled in are no errors: they are kept and
    /// fail when they run.
    pub fn parse(json: &str) -> Result<Self, ParseFlowError> {
        let flow = Self::read(json)?;
        match flow.defects().into_iter().next() {
            Some(defect) => Err(ParseFlowError::Defect(defect)),
            None => Ok(flow),
        }
    }

    /// Reads a flow that is to be looked at, whatever is wrong with it, as long as it is a list of
    /// named actions.
    ///
    /// A branch that cannot be read is left out, an action whose parameters cannot be is
    /// [`ActionKind::Faulty`]; [`Flow::defects`] lists them.
    ///
    /// # Errors
    ///
    /// [`ParseFlowError`], but never [`ParseFlowError::Defect`].
    pub fn read(json: &str) -> Result<Self, ParseFlowError> {
        parse::flow(json)
    }

    /// What keeps the flow from meaning anything, in the order of the file.
    pub fn defects(&self) -> Vec<Defect> {
        defect::all(self)
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

    /// Actions that have yet to be filled in, and what they lack; once for each of it.
    pub fn unfinished(&self) -> impl Iterator<Item = (&Action, &Fault)> {
        self.actions.iter().flat_map(|action| {
            let lacks = action.parameter_faults().iter().filter(|it| it.unfinished);
            lacks.map(move |fault| (action, fault))
        })
    }

    /// What the flow is for: as its metadata say, or else a module if it has what only modules
    /// have; `None` when nothing tells.
    pub fn flow_type(&self) -> Option<FlowType> {
        let told = self.metadata().and_then(|it| it.get("type").or_else(|| it.get("Type")));
        told.and_then(Value::as_str).and_then(FlowType::named).or_else(|| {
            let ends = |it: &Action| matches!(it.kind(), ActionKind::EndFlowModuleExecution(_));
            (self.settings().is_some() || self.actions.iter().any(ends)).then_some(FlowType::Module)
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
    ///
    /// A whole number beyond 64 bits is the nearest floating-point number here; serializing the
    /// flow itself writes it as it was.
    pub fn to_json(&self) -> Value {
        let mut object = self.envelope.clone();
        let actions = self.actions.iter().map(|it| Value::Object(it.source().clone()));
        object.insert("Actions".to_owned(), actions.collect());
        Value::Object(object)
    }
}

impl Serialize for Flow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let json = self.to_json();
        if self.exact.is_empty() {
            return json.serialize(serializer);
        }
        self.exact.within(&json).serialize(serializer)
    }
}
