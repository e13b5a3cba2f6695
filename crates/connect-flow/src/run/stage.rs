//! The life of a contact beyond its flow: the queue, the agent, hold, and what comes after.
//!
//! A stage has a flow of its own where one is set, and is over when that flow ends or when
//! somebody cuts it off. Where none is set, Connect runs a default flow that plays music, a beep or
//! the queue's name; it decides nothing, so nothing runs here.

use std::collections::VecDeque;

use serde::Serialize;
use serde_json::json;

use super::callback::Dial;
use super::leave::Taken;
use super::{Execution, Frame, Log, Pending, State, StepError, find};
use crate::contact::{QueueRef, Results};
use crate::effect::{Agent, Effect, End, Outcome, Party, Stage, Transfer};
use crate::library::{FlowKind, Library};

/// Most contacts in a chain of transfers from queue to queue.
///
/// Source: Amazon Connect Administrator Guide, "Flow block: Transfer to queue": eleven transfers.
pub(super) const MAX_CHAIN: usize = 12;

/// What an execution knows of its contact beyond the running flow.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub(super) struct Life {
    pub(super) stage: Stage,
    /// The queue that the contact waits in, or came from.
    pub(super) queue: Option<QueueRef>,
    /// Who has answered, until they leave.
    pub(super) agent: Option<Agent>,
    /// The hold flow whose turn it is not.
    pub(super) parked: Option<Lane>,
    /// How many contacts of the chain came before this one.
    pub(super) before: usize,
    /// Ids for further contacts of the chain.
    pub(super) ids: VecDeque<String>,
    /// The customer whom a callback is still to reach.
    pub(super) dial: Option<Dial>,
}

/// A flow that is set aside, with what it may read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Lane {
    frames: Vec<Frame>,
    results: Results,
}

/// What an outcome means to the life of the contact.
pub(super) enum Turning {
    /// Nothing: the action that asked takes it.
    None,
    /// A flow begins.
    Begins,
    /// The host must do this next.
    Comes(Effect),
}

impl From<Option<Effect>> for Turning {
    fn from(effect: Option<Effect>) -> Self {
        effect.map_or(Self::Begins, Self::Comes)
    }
}

impl Execution {
    /// Gives ids to the contacts that come after this one: Connect makes a new contact when an
    /// agent transfers the caller or leaves them to a disconnect flow, and when a queue flow moves
    /// them to another queue. A contact that finds no id left keeps that of the one before.
    pub fn name_contacts(&mut self, ids: impl IntoIterator<Item = String>) {
        self.life_mut().ids.extend(ids);
    }

    /// Where the contact is.
    pub fn stage(&self) -> Stage {
        self.life.as_ref().map_or(Stage::Flow, |it| it.stage)
    }

    /// Who hears what the running flow plays, and answers what it asks.
    pub fn heard_by(&self) -> Party {
        match self.stage() {
            Stage::AgentWhisper | Stage::AgentHold => Party::Agent,
            Stage::Flow | Stage::Queue if self.is_to_be_reached() => Party::Nobody,
            Stage::Flow
            | Stage::Queue
            | Stage::CustomerWhisper
            | Stage::Dialling
            | Stage::OutboundWhisper
            | Stage::Talk
            | Stage::CustomerHold
            | Stage::Remaining => Party::Customer,
        }
    }

    /// The agent who has answered and not left.
    pub fn agent(&self) -> Option<&Agent> {
        self.life.as_ref()?.agent.as_ref()
    }

    pub(super) fn life_mut(&mut self) -> &mut Life {
        self.life.get_or_insert_default()
    }

    /// Sees whether an outcome turns the contact's life, rather than answering an action.
    pub(super) fn turn(
        &mut self,
        library: &Library,
        outcome: &Outcome,
        log: &mut Log,
    ) -> Result<Turning, StepError> {
        let State::Waiting(effect) = &self.state else { return Ok(Turning::None) };
        let is_offered = matches!(**effect, Effect::TransferToAgent { .. });
        let of_action = !effect.is_of_life();
        let stage = self.stage();
        let in_hold = matches!(stage, Stage::CustomerHold | Stage::AgentHold);
        let whispers =
            matches!(stage, Stage::AgentWhisper | Stage::CustomerWhisper | Stage::OutboundWhisper);
        match outcome {
            Outcome::HungUp if !of_action => Ok(Turning::Comes(Effect::End(End::HungUp))),
            Outcome::AgentAnswers(agent) if stage == Stage::Queue || is_offered => {
                self.cut_off(library, "an agent answers", log)?;
                Ok(self.answer(library, agent.as_ref().clone()).into())
            }
            Outcome::Stays if stage == Stage::Queue => {
                self.cut_off(library, "the caller keeps waiting", log)?;
                let queue = self.queue();
                Ok(Turning::Comes(Effect::End(End::Queue { queue })))
            }
            Outcome::Stays if stage == Stage::Talk || in_hold => {
                self.cut_off(library, "the caller stays on hold", log)?;
                let queue = self.contact.target_queue.clone();
                Ok(Turning::Comes(Effect::End(End::Agent { queue })))
            }
            Outcome::AgentHolds if stage == Stage::Talk => Ok(self.hold(library).into()),
            Outcome::AgentResumes if in_hold => {
                self.cut_off(library, "the agent takes the caller off hold", log)?;
                self.life_mut().stage = Stage::Talk;
                Ok(self.proceed(library).into())
            }
            Outcome::AgentTransfers(to) if stage == Stage::Talk || in_hold => {
                let frame = match to {
                    Transfer::Queue(id) => Err(find_queue(library, id)?),
                    Transfer::Flow(id) => Ok(beginning(library, id)?),
                };
                self.cut_off(library, "the agent transfers the caller", log)?;
                self.forget_agent();
                self.next_contact("TRANSFER");
                match frame {
                    Ok(frame) => {
                        self.life_mut().stage = Stage::Flow;
                        self.frames = vec![frame];
                        Ok(Turning::Begins)
                    }
                    Err(queue) => Ok(self.enter_queue(library, queue).into()),
                }
            }
            Outcome::AgentHangsUp if stage == Stage::Talk || in_hold || whispers => {
                self.cut_off(library, "the agent hangs up", log)?;
                self.life_mut().stage = Stage::Remaining;
                if !self.enter_hook(library, "CustomerRemaining") {
                    return Ok(Turning::Comes(Effect::End(End::AgentHungUp)));
                }
                self.next_contact("DISCONNECT");
                Ok(Turning::Begins)
            }
            _ if of_action => Ok(Turning::None),
            _ => self.dialled(library, outcome),
        }
    }

    /// Ends the running flow where it is: the action that waits for the host is left behind.
    fn cut_off(&mut self, library: &Library, why: &str, log: &mut Log) -> Result<(), StepError> {
        let of_action = matches!(&self.state, State::Waiting(effect) if !effect.is_of_life());
        if of_action && let Some(frame) = self.frames.last() {
            let action = find(library, frame)?;
            self.pending.notes.push(why.to_owned());
            self.record(library, action, Taken::terminal(), log);
        }
        self.leave_modules();
        if let Some(lane) = self.life_mut().parked.take()
            && self.stage() == Stage::AgentHold
        {
            // What the agent's flow read is none of the caller's.
            self.frames = lane.frames;
            self.contact.results = lane.results;
            self.leave_modules();
        }
        Ok(())
    }

    /// Gives the results of every module around back.
    fn leave_modules(&mut self) {
        while self.frames.len() > 1 {
            self.leave_module();
        }
    }

    /// An agent answers: the agent hears who it is, the caller that they are put through.
    fn answer(&mut self, library: &Library, agent: Agent) -> Option<Effect> {
        let Agent { arn, user_name, first_name, last_name } = &agent;
        let known = json!({
            "ARN": arn, "UserName": user_name, "FirstName": first_name, "LastName": last_name,
        });
        self.contact.other.insert("Agent".to_owned(), known);
        let life = self.life_mut();
        life.agent = Some(agent);
        life.stage = Stage::AgentWhisper;
        self.begin(library, "AgentWhisper")
    }

    pub(super) fn forget_agent(&mut self) {
        self.life_mut().agent = None;
        self.contact.other.remove("Agent");
    }

    /// The agent holds the call: both sides hear a flow of their own, turn and turn about.
    fn hold(&mut self, library: &Library) -> Option<Effect> {
        let agents = self.enter_hook(library, "AgentHold").then(|| Lane {
            frames: std::mem::take(&mut self.frames),
            results: self.contact.results.clone(),
        });
        let has_flow = self.enter_hook(library, "CustomerHold");
        let life = self.life_mut();
        life.stage = Stage::CustomerHold;
        life.parked = agents;
        if has_flow { None } else { self.proceed(library) }
    }

    /// Lets the other side's hold flow have its turn; whether there is one.
    pub(super) fn take_turns(&mut self) -> bool {
        let Some(life) = self.life.as_mut() else { return false };
        let Some(lane) = life.parked.as_mut().filter(|it| !it.frames.is_empty()) else {
            return false;
        };
        std::mem::swap(&mut self.frames, &mut lane.frames);
        std::mem::swap(&mut self.contact.results, &mut lane.results);
        life.stage = match life.stage {
            Stage::CustomerHold => Stage::AgentHold,
            _ => Stage::CustomerHold,
        };
        self.pending = Pending::default();
        true
    }

    /// Puts the contact in a queue. One that is in a queue already becomes a new contact.
    pub(super) fn enter_queue(&mut self, library: &Library, queue: QueueRef) -> Option<Effect> {
        self.leave_modules();
        if self.stage() == Stage::Queue {
            self.next_contact("QUEUE_TRANSFER");
        }
        self.contact.target_queue = Some(queue.clone());
        let life = self.life_mut();
        life.stage = Stage::Queue;
        life.queue = Some(queue);
        // Nobody is there to listen until a callback has reached its customer.
        if self.is_to_be_reached() {
            self.proceed(library)
        } else {
            self.begin(library, "CustomerQueue")
        }
    }

    /// Begins the flow of an event; without one its stage is over at once.
    pub(super) fn begin(&mut self, library: &Library, event: &str) -> Option<Effect> {
        if self.enter_hook(library, event) { None } else { self.proceed(library) }
    }

    /// Begins the flow that is set for an event; whether there is one. A flow that the library
    /// lacks has been noted when it was set.
    fn enter_hook(&mut self, library: &Library, event: &str) -> bool {
        let flow = self.contact.event_hooks.get(event);
        let frame = flow.and_then(|it| beginning(library, it).ok());
        if let Some(frame) = frame {
            self.frames = vec![frame];
            return true;
        }
        false
    }

    /// The flow of a stage is over; gives the effect that the contact comes to, or `None` when
    /// another flow begins.
    pub(super) fn proceed(&mut self, library: &Library) -> Option<Effect> {
        self.leave_modules();
        match self.stage() {
            Stage::Flow => Some(Effect::End(End::FlowEnded)),
            Stage::Queue => Some(Effect::WaitInQueue { queue: self.queue() }),
            Stage::AgentWhisper if self.is_to_be_reached() => self.dial(library),
            Stage::AgentWhisper => {
                self.life_mut().stage = Stage::CustomerWhisper;
                self.begin(library, "CustomerWhisper")
            }
            Stage::Dialling => self.dial(library),
            Stage::CustomerWhisper | Stage::OutboundWhisper | Stage::Talk => {
                let life = self.life_mut();
                life.stage = Stage::Talk;
                Some(Effect::Talk { agent: life.agent.clone().unwrap_or_default() })
            }
            Stage::CustomerHold | Stage::AgentHold => {
                self.frames.clear();
                if self.take_turns() { None } else { Some(Effect::OnHold) }
            }
            Stage::Remaining => Some(Effect::End(End::AgentHungUp)),
        }
    }

    /// Makes the contact the next of its chain.
    fn next_contact(&mut self, method: &str) {
        let life = self.life.get_or_insert_default();
        life.before = life.before.saturating_add(1);
        if let Some(id) = life.ids.pop_front() {
            let id = std::mem::replace(&mut self.contact.contact_id, id);
            self.contact.previous_contact_id = Some(id);
        }
        method.clone_into(&mut self.contact.initiation_method);
    }

    /// Whether the contact has been moved from queue to queue as often as Connect lets it.
    pub(super) fn is_last_of_chain(&self) -> bool {
        let is_last = |it: &Life| it.stage == Stage::Queue && it.before >= MAX_CHAIN - 1;
        self.life.as_ref().is_some_and(|it| is_last(it))
    }

    /// The queue that the contact waits in.
    fn queue(&self) -> QueueRef {
        // INVARIANT: whoever waits has been put in a queue.
        let queue = self.life.as_ref().and_then(|it| it.queue.clone());
        queue.unwrap_or_else(|| QueueRef { arn: String::new(), name: String::new() })
    }
}

/// The beginning of a flow.
pub(super) fn beginning(library: &Library, id: &str) -> Result<Frame, StepError> {
    let Some(found) = library.get(id) else {
        return Err(StepError::UnknownFlow { flow: id.to_owned() });
    };
    if found.kind == FlowKind::Module {
        return Err(StepError::NotAFlow { flow: found.arn.clone() });
    }
    let Some(first) = found.flow.start() else {
        return Err(StepError::NoStart { flow: found.arn.clone() });
    };
    Ok(Frame::new(&found.arn, first.identifier()))
}

fn find_queue(library: &Library, id: &str) -> Result<QueueRef, StepError> {
    library.queue(id).ok_or_else(|| StepError::UnknownQueue { queue: id.to_owned() })
}
