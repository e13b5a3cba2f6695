//! Walking: ways with fewer failures first, then shorter ones, so that what is told of how something
//! comes about is the likeliest way to it.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

use super::Options;
use super::circle::Circles;
use super::live::Live;
use super::promise::{Kind, Promise};
use super::report::{Broken, EndKind, Ending, Report};
use super::state::State;
use super::story::{Story, StoryStep};
use crate::action::Action;
use crate::contact::{Contact, QueueRef};
use crate::effect::{Effect, End, Stage};
use crate::flow::FlowType;
use crate::library::{Entry, FlowKind, Library};
use crate::run::{Execution, StepError, find};
use crate::trail::Branch;
use crate::transitions::{
    INPUT_TIME_LIMIT_EXCEEDED, INVALID_PHONE_NUMBER, NO_MATCHING_CONDITION, QUEUE_AT_CAPACITY,
};

/// Most promises that are checked in one walk; each has a bit of its own.
const MOST_PROMISES: usize = u128::BITS as usize;

/// A walk through everything that can happen.
#[derive(Debug)]
pub(super) struct Walk<'a> {
    pub(super) library: &'a Library,
    pub(super) live: Live,
    entry: &'a Entry,
    options: &'a Options,
    /// Every step that led to a new state or an end; each knows the one before it.
    steps: Vec<Step<'a>>,
    circles: Circles,
    /// The state that is walked on from, and where each of them is.
    current: usize,
    places: HashMap<usize, Here<'a>>,
    /// Ways yet to be walked on, by how many failures they have behind them.
    queue: BTreeMap<u32, VecDeque<(State, Option<usize>)>>,
    reached: BTreeMap<&'a str, BTreeSet<&'a str>>,
    branches: BTreeMap<&'a str, BTreeMap<&'a str, BTreeSet<Branch>>>,
    endings: BTreeMap<(EndKind, &'a str, &'a str), Found>,
    broken: BTreeMap<usize, Found>,
    /// Whether there were too many states.
    pub(super) is_coarse: bool,
}

/// Something that was found, and the best way to it so far.
#[derive(Debug)]
struct Found {
    what: Option<String>,
    cost: Cost,
    step: Option<usize>,
}

/// How much has to happen for a way: failures first, then actions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Cost {
    failures: u32,
    actions: u32,
}

/// One action run on some way.
#[derive(Debug)]
struct Step<'a> {
    before: Option<usize>,
    cost: Cost,
    entry: &'a Entry,
    action: &'a Action,
    happened: Option<String>,
    branch: Branch,
}

/// The place that a way has come to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Here<'a> {
    pub(super) entry: &'a Entry,
    pub(super) action: &'a Action,
    step: Option<usize>,
}

impl<'a> Walk<'a> {
    /// A walk that begins with a contact of which nothing is known.
    pub(super) fn new(
        library: &'a Library,
        entry: &str,
        options: &'a Options,
    ) -> Result<Self, StepError> {
        let Some(found) = library.get(entry) else {
            return Err(StepError::UnknownFlow { flow: entry.to_owned() });
        };
        let live = Live::of(library);
        let is_module = found.kind == FlowKind::Module;
        let contact = Contact {
            // A queue may have been set before the flow was entered.
            target_queue: Some(QueueRef { arn: String::new(), name: String::new() }),
            ..Contact::default()
        };
        let execution = if is_module {
            Execution::in_module(found, contact)?
        } else {
            Execution::start(library, &found.arn, contact)?
        };
        let state = State::new(execution, &live, is_module);
        Ok(Self {
            library,
            live,
            entry: found,
            options,
            steps: Vec::new(),
            circles: Circles::default(),
            current: 0,
            places: HashMap::new(),
            queue: BTreeMap::from([(0, VecDeque::from([(state, None)]))]),
            reached: BTreeMap::new(),
            branches: BTreeMap::new(),
            endings: BTreeMap::new(),
            broken: BTreeMap::new(),
            is_coarse: false,
        })
    }

    /// Walks until there is nothing new.
    pub(super) fn run(mut self) -> Result<Report, StepError> {
        while let Some((mut state, step)) = self.pop() {
            if self.circles.len() >= self.options.most_states {
                self.is_coarse = true;
            }
            self.current = self.circles.number(state.key(self.is_coarse));
            if !self.circles.walk(self.current) {
                continue;
            }
            let Some(frame) = state.execution.frames().last() else { continue };
            let (flow, action) = (frame.flow.clone(), find(self.library, frame)?.identifier());
            // Both are there: the action was just found in it.
            let Some(entry) = self.library.get(&flow) else { continue };
            let Some(action) = entry.flow.action(action) else { continue };
            self.reached.entry(&entry.arn).or_default().insert(action.identifier());
            self.arrive(&mut state, entry, action, step);
            let here = Here { entry, action, step };
            self.places.insert(self.current, here);
            self.ways(state, here);
        }
        self.find_trap();
        Ok(self.report())
    }

    /// Holds the action that a way comes to against the promises.
    fn arrive(&mut self, state: &mut State, entry: &Entry, action: &Action, step: Option<usize>) {
        for (number, promise) in self.promises() {
            let bit = 1 << number;
            let has_passed = state.passed & bit != 0;
            let is_at = |it: &super::promise::Place| it.is_at(&entry.name, action);
            let what = match &promise.kind {
                Kind::NeverEnds(_) | Kind::Ends(_) => None,
                Kind::Passes { place, before } => {
                    if is_at(place) {
                        state.passed |= bit;
                    }
                    let too_early = before.as_ref().is_some_and(|it| is_at(it) && !is_at(place));
                    (too_early && !has_passed)
                        .then(|| format!("`{}` comes before `{place}`", action.identifier()))
                }
                Kind::NeverPasses { place, after } => {
                    let forbidden = is_at(place) && (after.is_none() || has_passed);
                    if after.as_ref().is_some_and(is_at) {
                        state.passed |= bit;
                    }
                    forbidden.then(|| format!("a call passes `{}`", action.identifier()))
                }
            };
            if let Some(what) = what {
                let cost = self.cost(step);
                let found = Found { what: Some(what), cost, step };
                if self.broken.get(&number).is_none_or(|it| cost < it.cost) {
                    self.broken.insert(number, found);
                }
            }
        }
    }

    fn promises(&self) -> impl Iterator<Item = (usize, &'a Promise)> + use<'a> {
        let promises = self.options.promises.iter().take(MOST_PROMISES).enumerate();
        let library = self.library;
        promises.filter(move |(_, it)| it.missing(library).is_empty())
    }

    /// An action was left by a branch, and the way goes on or is over.
    pub(super) fn leave(
        &mut self,
        here: Here<'a>,
        state: State,
        happened: Option<String>,
        branch: Branch,
        effect: Option<Effect>,
    ) {
        let taken = self.branches.entry(&here.entry.arn).or_default();
        taken.entry(here.action.identifier()).or_default().insert(branch.clone());
        if let Some(Effect::End(end)) = effect {
            return self.end(here, &state, happened, branch, &end);
        }
        if let Some(why) = self.leads_nowhere(&state) {
            return self.end_as(here, &state, happened, branch, EndKind::Stuck, Some(why));
        }
        let mut state = state;
        state.forget(&self.live);
        // The same state may be waiting already, but with more failures behind it.
        let number = self.circles.number(state.key(self.is_coarse));
        self.circles.lead(self.current, number);
        if !self.circles.is_walked(number) {
            let step = self.step(here, happened, branch);
            let failures = self.cost(Some(step)).failures;
            self.queue.entry(failures).or_default().push_back((state, Some(step)));
        }
    }

    /// The next way to be walked on.
    fn pop(&mut self) -> Option<(State, Option<usize>)> {
        let mut first = self.queue.first_entry()?;
        let next = first.get_mut().pop_front();
        if first.get().is_empty() {
            first.remove();
        }
        next
    }

    fn cost(&self, step: Option<usize>) -> Cost {
        step.and_then(|it| self.steps.get(it)).map(|it| it.cost).unwrap_or_default()
    }

    /// The invocation that a module gives back to.
    pub(super) fn after(&mut self, here: Here<'a>, state: &State) -> Option<Here<'a>> {
        let frame = state.execution.frames().last()?;
        let entry = self.library.get(&frame.flow)?;
        let action = entry.flow.action(&frame.action)?;
        let step = self.step(here, None, Branch::Terminal);
        Some(Here { entry, action, step: Some(step) })
    }

    /// Why a way cannot go on, if the flow has no action where it leads.
    fn leads_nowhere(&self, state: &State) -> Option<String> {
        let frame = state.execution.frames().last()?;
        let is_there = find(self.library, frame).is_ok();
        (!is_there).then(|| format!("the flow has no action `{}`", frame.action))
    }

    /// A call that can only go round for ever is stuck, unless it waits for somebody.
    fn find_trap(&mut self) {
        let waits = [FlowType::CustomerHold, FlowType::AgentHold];
        let is_hold = self.entry.flow.flow_type().is_some_and(|it| waits.contains(&it));
        if is_hold || self.is_coarse {
            return;
        }
        let Some(here) = self.circles.trap().and_then(|it| self.places.get(&it)).copied() else {
            return;
        };
        let why = "from here it goes round for ever".to_owned();
        let step = self.step(here, Some(why.clone()), Branch::Next);
        // Whatever a call must pass before it ends, this one never ends.
        self.note_ending(here, step, EndKind::Stuck, Some(why), u128::MAX);
    }

    fn step(&mut self, here: Here<'a>, happened: Option<String>, branch: Branch) -> usize {
        let Here { entry, action, step } = here;
        let before = self.cost(step);
        let cost = Cost {
            failures: before.failures.saturating_add(u32::from(is_failure(&branch))),
            actions: before.actions.saturating_add(1),
        };
        self.steps.push(Step { before: step, cost, entry, action, happened, branch });
        self.steps.len().saturating_sub(1)
    }

    /// A way is over.
    pub(super) fn end(
        &mut self,
        here: Here<'a>,
        state: &State,
        happened: Option<String>,
        branch: Branch,
        end: &End,
    ) {
        let past = state.past;
        let kind = match end {
            End::Queue { .. } | End::Agent { .. } | End::AgentHungUp => EndKind::Person,
            End::ThirdParty { .. } => EndKind::External,
            End::Stuck { .. } => EndKind::Stuck,
            // Who waits in a queue goes on waiting.
            End::FlowEnded if is_waiting(state, here.entry) => EndKind::Person,
            End::FlowEnded => EndKind::Returned,
            End::HungUp | End::Disconnected if past.has_message => EndKind::Voicemail,
            End::HungUp | End::Disconnected if past.has_callback => EndKind::Callback,
            End::HungUp | End::NotReached => EndKind::HungUp,
            End::Disconnected if past.was_outside => EndKind::External,
            End::Disconnected if past.has_spoken => EndKind::Goodbye,
            End::Disconnected => EndKind::Dropped,
        };
        let why = match end {
            End::Stuck { why, .. } => Some(why.clone()),
            End::Disconnected if kind == EndKind::Dropped => {
                Some("the flow hangs up without a word".to_owned())
            }
            _ => None,
        };
        self.end_as(here, state, happened, branch, kind, why);
    }

    /// A way is over, in a way that the interpreter has no word for.
    pub(super) fn end_as(
        &mut self,
        here: Here<'a>,
        state: &State,
        happened: Option<String>,
        branch: Branch,
        kind: EndKind,
        why: Option<String>,
    ) {
        if kind != EndKind::HungUp {
            self.circles.end(self.current);
        }
        let step = self.step(here, happened, branch);
        self.note_ending(here, step, kind, why, state.passed);
    }

    /// Notes an ending down, if it is the likeliest of its kind and place, and holds it against the
    /// promises.
    fn note_ending(
        &mut self,
        here: Here<'a>,
        step: usize,
        kind: EndKind,
        why: Option<String>,
        passed: u128,
    ) {
        let cost = self.cost(Some(step));
        for (number, promise) in self.promises() {
            let what = match &promise.kind {
                Kind::NeverEnds(kinds) if kinds.contains(&kind) => format!("a call ends: {kind}"),
                Kind::Ends(kinds) if kind != EndKind::HungUp && !kinds.contains(&kind) => {
                    format!("a call ends: {kind}")
                }
                Kind::Passes { place, before: None }
                    if kind != EndKind::HungUp && passed & (1 << number) == 0 =>
                {
                    format!("a call ends ({kind}) without passing `{place}`")
                }
                _ => continue,
            };
            if self.broken.get(&number).is_none_or(|it| cost < it.cost) {
                self.broken.insert(number, Found { what: Some(what), cost, step: Some(step) });
            }
        }
        let place = (kind, here.entry.arn.as_str(), here.action.identifier());
        if self.endings.get(&place).is_none_or(|it| cost < it.cost) {
            self.endings.insert(place, Found { what: why, cost, step: Some(step) });
        }
    }

    fn report(self) -> Report {
        let owned = |set: &BTreeSet<&str>| set.iter().map(|it| (*it).to_owned()).collect();
        let mut endings: Vec<_> = self.endings.iter().collect();
        // The worst first, then the likeliest.
        endings.sort_by_key(|((kind, ..), found)| (!kind.is_bad(), *kind, found.cost));
        let ending = |(place, found): (&(EndKind, &str, &str), &Found)| {
            let (kind, flow, action) = *place;
            Ending {
                kind,
                flow: flow.to_owned(),
                flow_name: self.library.get(flow).map(|it| it.name.clone()).unwrap_or_default(),
                action: action.to_owned(),
                why: found.what.clone(),
                failures: found.cost.failures,
                // Callers hang up anywhere; telling each way would be more than anybody reads.
                story: match kind {
                    EndKind::HungUp => Story::default(),
                    _ => self.story(found.step),
                },
            }
        };
        let mut broken: Vec<_> = self
            .promises()
            .filter_map(|(number, promise)| {
                let found = self.broken.get(&number)?;
                let what = found.what.clone().unwrap_or_default();
                Some(Broken { promise: promise.to_string(), what, story: self.story(found.step) })
            })
            .collect();
        for promise in &self.options.promises {
            let missing = promise.missing(self.library);
            if !missing.is_empty() {
                let what = format!("no flow has `{}`", missing.join("` or `"));
                broken.push(Broken { promise: promise.to_string(), what, story: Story::default() });
            }
        }
        for promise in self.options.promises.iter().skip(MOST_PROMISES) {
            let what = format!("not checked: {MOST_PROMISES} promises are checked at once");
            broken.push(Broken { promise: promise.to_string(), what, story: Story::default() });
        }
        Report {
            flow: self.entry.arn.clone(),
            flow_name: self.entry.name.clone(),
            reached: self.reached.iter().map(|(k, v)| ((*k).to_owned(), owned(v))).collect(),
            branches: self
                .branches
                .iter()
                .map(|(flow, of)| {
                    let of = of.iter().map(|(k, v)| ((*k).to_owned(), v.clone())).collect();
                    ((*flow).to_owned(), of)
                })
                .collect(),
            endings: endings.into_iter().map(ending).collect(),
            states: self.circles.len(),
            complete: !self.is_coarse,
            broken,
        }
    }

    /// The way to a step.
    fn story(&self, last: Option<usize>) -> Story {
        let before = |step: &usize| self.steps.get(*step).and_then(|it| it.before);
        let numbers = std::iter::successors(last, before);
        let mut steps: Vec<_> = numbers
            .filter_map(|it| self.steps.get(it))
            .map(|it| StoryStep {
                flow: it.entry.name.clone(),
                action: it.action.identifier().to_owned(),
                type_name: it.action.type_name().to_owned(),
                happened: it.happened.clone(),
                branch: it.branch.clone(),
            })
            .collect();
        steps.reverse();
        Story { steps }
    }
}

/// Whether the caller waits in a queue.
pub(super) fn is_waiting(state: &State, entry: &Entry) -> bool {
    state.execution.stage() == Stage::Queue
        || entry.flow.flow_type() == Some(FlowType::CustomerQueue)
}

/// Whether a branch is taken because something went wrong, rather than because of what a caller did
/// or what a value was.
fn is_failure(branch: &Branch) -> bool {
    match branch {
        Branch::Error(error) => ![
            NO_MATCHING_CONDITION,
            INPUT_TIME_LIMIT_EXCEEDED,
            INVALID_PHONE_NUMBER,
            QUEUE_AT_CAPACITY,
        ]
        .contains(&error.as_str()),
        Branch::Next | Branch::Condition(_) | Branch::Entered | Branch::Terminal => false,
    }
}
