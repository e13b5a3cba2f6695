//! The interpreter.

mod ask;
mod call;
mod callback;
mod decide;
mod dial;
mod error;
mod label;
mod leave;
mod media;
mod route;
mod scene;
mod speak;
mod stage;
mod table;
mod trial;
mod update;
mod waiting;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;

use crate::action::Action;
use crate::contact::{Contact, Results};
use crate::effect::{Effect, End, Outcome};
use crate::library::Library;
use crate::resolve::Known;
use crate::trail::{Branch, Step, Trail};
pub use error::StepError;
pub(crate) use leave::{Exit, Taken};
pub(crate) use scene::{Failure, Move, Turn};

use scene::Scene;
use stage::{Life, Turning, beginning};
use table::perform;

/// Most actions between two effects.
///
/// Connect does not say how long it lets a flow spin; four times the actions that a flow may have
/// is more than any flow needs that gets anywhere.
pub const STEP_BUDGET: usize = 1_000;

/// One contact on its way through flows.
///
/// It holds no flow: the library comes with every step, so an execution can be stored and go on
/// elsewhere.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Execution {
    contact: Contact,
    /// The running flow last, the callers of modules before it.
    frames: Vec<Frame>,
    state: State,
    /// What the trail will say of the action that is running.
    pending: Pending,
    /// Actions that fail whenever they run, each with the name of its flow.
    failing: BTreeSet<(String, String)>,
    /// What has become of the contact beyond its first flow, once anything has.
    life: Option<Box<Life>>,
}

/// A flow or module that is running, or waiting for a module it invoked.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Frame {
    /// Its ARN in the library.
    pub(crate) flow: String,
    /// The action it is at.
    pub(crate) action: String,
    /// How often each loop went round.
    pub(crate) loops: BTreeMap<String, u64>,
    /// `$.FlowAttributes`.
    pub(crate) attributes: BTreeMap<String, String>,
    /// In a module: what its caller could read, to be given back.
    pub(crate) caller_results: Option<Box<Results>>,
}

impl Frame {
    fn new(flow: &str, action: &str) -> Self {
        Self {
            flow: flow.to_owned(),
            action: action.to_owned(),
            loops: BTreeMap::new(),
            attributes: BTreeMap::new(),
            caller_results: None,
        }
    }

    fn is_module(&self) -> bool {
        self.caller_results.is_some()
    }
}

#[derive(Debug, Clone, PartialEq, Serialize)]
enum State {
    /// Nothing has run.
    New,
    /// The host owes the outcome of this effect.
    Waiting(Box<Effect>),
    /// It is over.
    Ended(End),
}

impl State {
    /// What is waited for, for messages.
    fn name(&self) -> &'static str {
        match self {
            Self::New => "start",
            Self::Waiting(effect) => effect.name(),
            Self::Ended(_) => "End",
        }
    }

    /// What went wrong when the host says that it could not do what it was asked.
    fn failure(&self) -> &'static str {
        match self {
            Self::Waiting(effect) => effect.failure(),
            Self::New | Self::Ended(_) => "nothing was asked for",
        }
    }
}

/// What is written down of the actions left behind.
pub(crate) struct Log {
    trail: Vec<Trail>,
    /// Whether anything is; nobody reads the trail of a way that is only tried out.
    is_kept: bool,
}

impl Log {
    /// Keeps nothing.
    pub(crate) fn none() -> Self {
        Self { trail: Vec::new(), is_kept: false }
    }
}

#[derive(Debug, Clone, Default, PartialEq, Serialize)]
struct Pending {
    parameters: Arc<Value>,
    notes: Vec<String>,
}

impl Execution {
    /// Puts a contact at the beginning of a flow, named by ARN or id. Nothing runs yet.
    ///
    /// # Errors
    ///
    /// [`StepError`] when there is no such flow, or when it cannot be entered.
    pub fn start(library: &Library, entry: &str, contact: Contact) -> Result<Self, StepError> {
        Ok(Self {
            contact,
            frames: vec![beginning(library, entry)?],
            state: State::New,
            pending: Pending::default(),
            failing: BTreeSet::new(),
            life: None,
        })
    }

    /// Makes an action fail whenever it runs from now on, as if Connect could not do it: it leaves
    /// by its `NoMatchingError` branch. `flow` is the name of its flow in the library.
    pub fn fail(&mut self, flow: impl Into<String>, action: impl Into<String>) {
        self.failing.insert((flow.into(), action.into()));
    }

    /// Runs until the next effect. The first call takes [`Outcome::Done`].
    ///
    /// At most [`STEP_BUDGET`] actions run; then the contact is stuck.
    ///
    /// # Errors
    ///
    /// [`StepError`] when the outcome does not answer the last effect, which changes nothing, or
    /// when the library lacks a flow that is running.
    pub fn step(&mut self, library: &Library, outcome: Outcome) -> Result<Step, StepError> {
        let mut answer = match &self.state {
            State::Ended(end) => {
                return Ok(Step { trail: Vec::new(), effect: Effect::End(end.clone()) });
            }
            State::New if outcome == Outcome::Done => None,
            state @ State::New => {
                let (effect, outcome) = (state.name(), outcome.name());
                return Err(StepError::UnexpectedOutcome { effect, outcome });
            }
            State::Waiting(_) => Some(outcome),
        };
        let mut log = Log { trail: Vec::new(), is_kept: true };
        let turning = match &answer {
            Some(outcome) => self.turn(library, outcome, &mut log)?,
            // A callback may begin without a flow.
            None if self.frames.is_empty() => self.proceed(library).into(),
            None => Turning::None,
        };
        match turning {
            Turning::None => {}
            Turning::Begins => answer = None,
            Turning::Comes(effect) => return Ok(self.comes_to(effect, log)),
        }
        for _ in 0..STEP_BUDGET {
            let is_answered = answer.is_some();
            if let Some(effect) = self.advance(library, answer.take().as_ref(), &mut log)? {
                return Ok(self.comes_to(effect, log));
            }
            if is_answered {
                self.take_turns();
            }
        }
        let end = self.stuck(format!(
            "{STEP_BUDGET} actions ran in a row without asking the host for anything"
        ));
        Ok(self.comes_to(Effect::End(end), log))
    }

    /// Waits for what comes of an effect.
    fn comes_to(&mut self, effect: Effect, log: Log) -> Step {
        self.state = match &effect {
            Effect::End(end) => State::Ended(end.clone()),
            other => State::Waiting(Box::new(other.clone())),
        };
        Step { trail: log.trail, effect }
    }

    /// The contact as it is now.
    pub fn contact(&self) -> &Contact {
        &self.contact
    }

    /// The contact as it is now, for what changes it besides its flow: an application of an agent
    /// that calls Connect's API, or a search that forgets what nothing reads any more.
    pub fn contact_mut(&mut self) -> &mut Contact {
        &mut self.contact
    }

    /// The effect whose outcome the next step takes; `None` before the first step and after the
    /// end.
    pub fn waiting_for(&self) -> Option<&Effect> {
        match &self.state {
            State::Waiting(effect) => Some(effect),
            State::New | State::Ended(_) => None,
        }
    }

    /// How it ended; `None` while it runs.
    pub fn end(&self) -> Option<&End> {
        match &self.state {
            State::Ended(end) => Some(end),
            State::New | State::Waiting(_) => None,
        }
    }

    /// The flow and the action that it is at, as the library and the flow know them.
    pub fn position(&self) -> Option<(&str, &str)> {
        self.frames.last().map(|it| (it.flow.as_str(), it.action.as_str()))
    }

    /// Runs one action, or its second half; gives the effect that it comes to, if any.
    fn advance(
        &mut self,
        library: &Library,
        answer: Option<&Outcome>,
        log: &mut Log,
    ) -> Result<Option<Effect>, StepError> {
        // INVARIANT: there are none only while nothing runs, and then this is not called.
        let Some(frame) = self.frames.last() else {
            return Ok(Some(Effect::End(End::FlowEnded)));
        };
        let action = find(library, frame)?;
        if answer.is_none() {
            self.pending = Pending::begin(&self.contact, frame, action);
        }
        let turn = match answer {
            Some(Outcome::HungUp) => {
                self.pending.notes.push("the caller hung up".to_owned());
                Ok(Move::End(End::HungUp))
            }
            Some(Outcome::Failed) => Err(Failure::new(self.state.failure())),
            None if self.is_failing(library) => Err(Failure::new("it is made to fail")),
            answer => self.decide(library, action, answer),
        };
        match turn {
            Ok(decision) => self.apply(library, action, decision, log),
            Err(Failure::Error { error, why }) => {
                Ok(self.leave(library, action, Exit::Fail { error, why }, log))
            }
            Err(Failure::Unexpected) => {
                let outcome = answer.map_or("", Outcome::name);
                Err(StepError::UnexpectedOutcome { effect: self.state.name(), outcome })
            }
        }
    }

    /// What the action that it is at decides, without going on.
    pub(crate) fn decide(
        &mut self,
        library: &Library,
        action: &Action,
        answer: Option<&Outcome>,
    ) -> Turn {
        let depth = self.frames.len();
        let is_last = self.is_last_of_chain();
        let contact = &mut self.contact;
        let notes = &mut self.pending.notes;
        // INVARIANT: as in `advance`, which comes before.
        let Some(frame) = self.frames.last_mut() else { return Ok(Move::End(End::FlowEnded)) };
        perform(&mut Scene { library, contact, frame, depth, is_last, notes }, action, answer)
    }

    /// Whether the action that it is at is one of those made to fail.
    fn is_failing(&self, library: &Library) -> bool {
        if self.failing.is_empty() {
            return false;
        }
        let Some((flow, action)) = self.position() else { return false };
        let name = library.get(flow).map_or(flow, |it| &it.name);
        self.failing.contains(&(name.to_owned(), action.to_owned()))
    }

    /// Does what an action decided.
    pub(crate) fn apply(
        &mut self,
        library: &Library,
        action: &Action,
        decision: Move,
        log: &mut Log,
    ) -> Result<Option<Effect>, StepError> {
        match decision {
            Move::Await(effect) => Ok(Some(effect)),
            Move::Next => Ok(self.leave(library, action, Exit::Next, log)),
            Move::Choose(value) => Ok(self.leave(library, action, Exit::Choose(value), log)),
            Move::End(End::FlowEnded) => {
                self.record(library, action, Taken::terminal(), log);
                Ok(self.proceed(library))
            }
            Move::End(end) => {
                self.record(library, action, Taken::terminal(), log);
                Ok(Some(Effect::End(end)))
            }
            Move::Queue(queue) => {
                self.record(library, action, Taken::terminal(), log);
                Ok(self.enter_queue(library, queue))
            }
            Move::Transfer(frame) => {
                self.record(library, action, Taken::terminal(), log);
                self.frames = vec![frame];
                Ok(None)
            }
            Move::Enter(mut frame) => {
                let entered = Taken { branch: Branch::Entered, ..Taken::terminal() };
                self.record(library, action, entered, log);
                frame.caller_results = Some(Box::new(std::mem::take(&mut self.contact.results)));
                self.frames.push(frame);
                Ok(None)
            }
            Move::Return(result) => {
                self.record(library, action, Taken::terminal(), log);
                self.leave_module();
                let Some(caller) = self.frames.last() else {
                    return Ok(Some(Effect::End(End::FlowEnded)));
                };
                let invocation = find(library, caller)?;
                if log.is_kept {
                    self.pending = Pending::begin(&self.contact, caller, invocation);
                }
                let exit = match result {
                    Some(result) if !invocation.transitions().conditions.is_empty() => {
                        Exit::Choose(result)
                    }
                    Some(_) | None => Exit::Next,
                };
                Ok(self.leave(library, invocation, exit, log))
            }
        }
    }

    /// Gives the caller of a module its results back; whether there is a caller.
    pub(crate) fn leave_module(&mut self) -> bool {
        if let Some(results) = self.frames.pop().and_then(|it| it.caller_results) {
            self.contact.results = *results;
        }
        !self.frames.is_empty()
    }

    /// The end of a contact that cannot go on from here.
    fn stuck(&self, why: String) -> End {
        let (flow, action) = self.position().unwrap_or_default();
        End::Stuck { flow: flow.to_owned(), action: action.to_owned(), why }
    }
}

impl Pending {
    /// Resolves the parameters of an action that is about to run, as a log would show them.
    fn begin(contact: &Contact, frame: &Frame, action: &Action) -> Self {
        let mut notes = Vec::new();
        let known = known(contact, Some(frame));
        if let Some(parameters) = &action.fixed_parameters {
            return Self { parameters: Arc::clone(parameters), notes };
        }
        let parameters = known.fill(&action.parameters, &mut |reference| {
            let note = format!("`{reference}` is not set");
            if !notes.contains(&note) {
                notes.push(note);
            }
        });
        Self { parameters: Arc::new(parameters), notes }
    }
}

pub(crate) fn known<'a>(contact: &'a Contact, frame: Option<&'a Frame>) -> Known<'a> {
    static NONE: BTreeMap<String, String> = BTreeMap::new();
    Known { contact, flow_attributes: frame.map_or(&NONE, |it| &it.attributes) }
}

/// The action a frame is at.
pub(crate) fn find<'a>(library: &'a Library, frame: &Frame) -> Result<&'a Action, StepError> {
    let Some(entry) = library.get(&frame.flow) else {
        return Err(StepError::UnknownFlow { flow: frame.flow.clone() });
    };
    entry.flow.action(&frame.action).ok_or_else(|| StepError::UnknownAction {
        flow: frame.flow.clone(),
        action: frame.action.clone(),
    })
}
