//! What a walk through every way needs beside the interpreter itself.

use std::collections::BTreeSet;

use super::{Execution, Frame, Pending, State, StepError, known};
use crate::action::MAX_LOOPS;
use crate::contact::{Contact, Results};
use crate::library::Entry;
use crate::value::Reference;

impl Execution {
    /// Puts a contact at the beginning of a module that nobody invoked.
    pub(crate) fn in_module(module: &Entry, contact: Contact) -> Result<Self, StepError> {
        let Some(first) = module.flow.start() else {
            return Err(StepError::NoStart { flow: module.arn.clone() });
        };
        let mut frame = Frame::new(&module.arn, first.identifier());
        frame.caller_results = Some(Box::new(Results::default()));
        let pending = Pending::default();
        Ok(Self {
            contact,
            frames: vec![frame],
            state: State::New,
            pending,
            failing: BTreeSet::new(),
            life: None,
        })
    }

    /// The running flow last, the callers of modules before it.
    pub(crate) fn frames(&self) -> &[Frame] {
        &self.frames
    }

    /// The text a reference leads to; `None` when nothing is there.
    pub(crate) fn lookup_text(&self, reference: &Reference) -> Option<String> {
        known(&self.contact, self.frames.last()).lookup_text(reference)
    }

    pub(crate) fn set_flow_attribute(&mut self, name: &str, value: String) {
        if let Some(frame) = self.frames.last_mut() {
            frame.attributes.insert(name.to_owned(), value);
        }
    }

    /// After some rounds of a loop, skips the rest but the last.
    pub(crate) fn skip_rounds(&mut self, action: &str, rounds: u64) {
        let gone = self.frames.last_mut().and_then(|it| it.loops.get_mut(action));
        if let Some(gone) = gone.filter(|it| **it >= rounds) {
            *gone = MAX_LOOPS;
        }
    }

    /// The contact, and its frames with the running flow last.
    pub(crate) fn parts_mut(&mut self) -> (&mut Contact, &mut [Frame]) {
        self.pending.notes.clear();
        (&mut self.contact, &mut self.frames)
    }
}
