//! The flows of a project.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::contact::QueueRef;
use crate::flow::Flow;

/// All flows and modules of a project, and the queues they name.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Library {
    flows: BTreeMap<String, Entry>,
    queues: BTreeMap<String, String>,
    /// Outbound whisper flows, by ARN of the queue.
    outbound_whispers: BTreeMap<String, String>,
}

/// A flow or module in a [`Library`].
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// ARN or id that other flows name it with.
    pub arn: String,
    /// Which of the two it is.
    pub kind: FlowKind,
    /// Its name.
    pub name: String,
    /// What it does.
    pub flow: Flow,
    /// ARN and name once more, for every trail to share.
    pub(crate) shared: (Arc<str>, Arc<str>),
}

/// Whether something is a flow or a module.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FlowKind {
    /// A flow: contacts are sent to it.
    Flow,
    /// A module: flows invoke it and go on.
    Module,
}

impl Entry {
    /// Whether a contact can be sent to it.
    pub(crate) fn is_enterable(&self) -> bool {
        self.kind == FlowKind::Flow && self.flow.start().is_some()
    }
}

impl Library {
    /// An empty library.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a flow under the text that other flows name it with; gives back what was there.
    pub fn insert(
        &mut self,
        arn: impl Into<String>,
        kind: FlowKind,
        name: impl Into<String>,
        flow: Flow,
    ) -> Option<Entry> {
        let arn = arn.into();
        let name = name.into();
        let shared = (arn.as_str().into(), name.as_str().into());
        self.flows.insert(arn.clone(), Entry { arn, kind, name, flow, shared })
    }

    /// Finds a flow by ARN, or by the id at the end of its ARN.
    pub fn get(&self, text: &str) -> Option<&Entry> {
        by_arn_or_id(&self.flows, text).map(|(_, entry)| entry)
    }

    /// All flows, by ARN.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.flows.values()
    }

    /// Adds a queue, so that `$.Queue.Name` can be read and a queue that is not there is noticed.
    ///
    /// A library without queues takes every queue that a flow names.
    pub fn insert_queue(&mut self, arn: impl Into<String>, name: impl Into<String>) {
        self.queues.insert(arn.into(), name.into());
    }

    /// Sets the flow that customers hear when a callback or a call out of this queue reaches them,
    /// before they talk to the agent. Both are named by ARN.
    pub fn set_outbound_whisper(&mut self, queue: impl Into<String>, flow: impl Into<String>) {
        self.outbound_whispers.insert(queue.into(), flow.into());
    }

    pub(crate) fn outbound_whisper(&self, queue: &str) -> Option<&str> {
        self.outbound_whispers.get(queue).map(String::as_str)
    }

    /// Finds a queue by ARN or id; `None` when queues are known and it is not among them.
    pub(crate) fn queue(&self, text: &str) -> Option<QueueRef> {
        if self.queues.is_empty() {
            return Some(QueueRef { arn: text.to_owned(), name: String::new() });
        }
        let (arn, name) = by_arn_or_id(&self.queues, text)?;
        Some(QueueRef { arn: arn.clone(), name: name.clone() })
    }
}

/// Looks a thing up by ARN, or by the id after the ARN's last slash.
fn by_arn_or_id<'a, T>(map: &'a BTreeMap<String, T>, text: &str) -> Option<(&'a String, &'a T)> {
    map.get_key_value(text).or_else(|| {
        let is_id = |arn: &str| !text.is_empty() && arn.rsplit('/').next() == Some(text);
        map.iter().find(|(arn, _)| is_id(arn))
    })
}
