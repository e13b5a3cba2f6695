//! Callbacks: contacts that Connect makes, whose customer is yet to be reached.

use std::collections::BTreeSet;

use serde::Serialize;

use super::stage::{Life, Turning, beginning};
use super::{Execution, Frame, Pending, State, StepError};
use crate::action::ActionKind;
use crate::contact::Contact;
use crate::effect::{Callback, Effect, End, Outcome, Stage};
use crate::library::Library;

/// A customer whom a callback is still to reach.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Dial {
    number: Option<String>,
    caller_id: Option<String>,
    /// How often it may still be tried.
    left: u64,
    agent_first: bool,
    /// Where a callback that calls the customer first goes on when they answer.
    then: Option<Frame>,
}

impl Execution {
    /// Puts the contact of a callback where it begins: in the callback's own flow, or in its
    /// queue. `contact` is the new contact, with what it keeps of the one that asked for it; its
    /// initiation method and its queue are set here.
    ///
    /// An agent who answers hears the agent whisper flow before the customer is called, and the
    /// customer hears the outbound whisper flow of the queue, see
    /// [`Library::set_outbound_whisper`].
    ///
    /// # Errors
    ///
    /// [`StepError`] when the callback's flow is not there or cannot be entered.
    pub fn call_back(
        library: &Library,
        callback: &Callback,
        contact: Contact,
    ) -> Result<Self, StepError> {
        let frame = callback.flow.as_deref().map(|it| beginning(library, it)).transpose()?;
        let (frames, then) = match frame {
            Some(frame) if callback.agent_first => (vec![frame], None),
            then => (Vec::new(), then),
        };
        let dial = Dial {
            number: callback.number.clone(),
            caller_id: callback.caller_id.clone(),
            left: callback.attempts.max(1),
            agent_first: callback.agent_first,
            then,
        };
        let stage = match (callback.agent_first, frames.is_empty()) {
            (true, false) => Stage::Flow,
            (true, true) => Stage::Queue,
            (false, _) => Stage::Dialling,
        };
        let queue = Some(callback.queue.clone());
        let contact = Contact {
            initiation_method: "CALLBACK".to_owned(),
            target_queue: queue.clone(),
            ..contact
        };
        let life = Life { stage, queue, dial: Some(dial), ..Life::default() };
        Ok(Self {
            contact,
            frames,
            state: State::New,
            pending: Pending::default(),
            failing: BTreeSet::new(),
            life: Some(Box::new(life)),
        })
    }

    /// Whether this is a callback whose customer is not on the line yet.
    pub(super) fn is_to_be_reached(&self) -> bool {
        self.life.as_ref().is_some_and(|it| it.dial.is_some())
    }

    /// Calls the customer, unless the outbound whisper flow does.
    pub(super) fn dial(&mut self, library: &Library) -> Option<Effect> {
        let dials = |it: &ActionKind| matches!(it, ActionKind::CompleteOutboundCall(_));
        let queue = self.life_mut().queue.as_ref().map(|it| it.arn.clone()).unwrap_or_default();
        let flow = library.outbound_whisper(&queue).and_then(|it| library.get(it));
        let life = self.life_mut();
        let agent_first = life.dial.as_ref().is_none_or(|it| it.agent_first);
        if agent_first && flow.is_some_and(|it| it.flow.actions().any(|it| dials(it.kind()))) {
            return self.reached(library);
        }
        life.stage = Stage::Dialling;
        let (number, caller_id) = match &life.dial {
            Some(dial) => (dial.number.clone(), dial.caller_id.clone()),
            None => (None, None),
        };
        Some(Effect::CallCustomer { number, caller_id })
    }

    /// What comes of calling the customer.
    pub(super) fn dialled(
        &mut self,
        library: &Library,
        outcome: &Outcome,
    ) -> Result<Turning, StepError> {
        let failed = matches!(outcome, Outcome::CallFailed | Outcome::TimedOut | Outcome::Failed);
        if self.stage() != Stage::Dialling || !(failed || *outcome == Outcome::Done) {
            let effect = self.state.name();
            return Err(StepError::UnexpectedOutcome { effect, outcome: outcome.name() });
        }
        if !failed {
            return Ok(self.reached(library).into());
        }
        let Some(dial) = self.life_mut().dial.as_mut() else {
            return Ok(Turning::Comes(Effect::End(End::NotReached)));
        };
        dial.left = dial.left.saturating_sub(1);
        let (left, agent_first) = (dial.left, dial.agent_first);
        if left == 0 {
            return Ok(Turning::Comes(Effect::End(End::NotReached)));
        }
        if !agent_first {
            return Ok(self.dial(library).into());
        }
        self.forget_agent();
        self.life_mut().stage = Stage::Queue;
        Ok(self.proceed(library).into())
    }

    /// The customer has answered.
    pub(super) fn reached(&mut self, library: &Library) -> Option<Effect> {
        let life = self.life_mut();
        let queue = life.queue.clone();
        match life.dial.take() {
            Some(dial) if !dial.agent_first => {
                life.stage = Stage::Flow;
                match (dial.then, queue) {
                    (Some(frame), _) => {
                        self.frames = vec![frame];
                        None
                    }
                    (None, Some(queue)) => self.enter_queue(library, queue),
                    (None, None) => self.proceed(library),
                }
            }
            Some(_) | None => {
                life.stage = Stage::OutboundWhisper;
                let queue = queue.map(|it| it.arn).unwrap_or_default();
                let flow = library.outbound_whisper(&queue);
                match flow.and_then(|it| beginning(library, it).ok()) {
                    Some(frame) => {
                        self.frames = vec![frame];
                        None
                    }
                    None => self.proceed(library),
                }
            }
        }
    }
}
