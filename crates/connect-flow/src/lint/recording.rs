//! Whether callers know that they are recorded, and had a say in it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::Finding;
use super::case::{Case, is_heard, target};
use super::graph::{Graph, shortest};
use super::prompt::is_silent;
use super::rule::{RECORDING_WITHOUT_CONSENT, RECORDING_WITHOUT_DISCLOSURE};
use crate::action::{Action, ActionKind};
use crate::flow::{Flow, FlowType};
use crate::library::{Entry, FlowKind};
use crate::value::Field;

/// What a caller has heard and done by the time of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Caller {
    /// Has heard something.
    heard: bool,
    /// Was asked something after that.
    asked: bool,
}

impl Caller {
    const NEW: Self = Self { heard: false, asked: false };
    /// Nobody knows, and the benefit of the doubt is given.
    const ELSEWHERE: Self = Self { heard: true, asked: true };

    fn after(self, action: &Action) -> Self {
        if !is_heard(action) || is_silent(action) {
            return self;
        }
        let asks =
            matches!(action.type_name(), "GetParticipantInput" | "ConnectParticipantWithLexBot");
        Self { heard: true, asked: self.asked || asks }
    }
}

/// What an action does to recording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Recording {
    /// The automated part is recorded from here.
    at_once: Option<bool>,
    /// The caller is recorded when an agent joins.
    with_agent: Option<bool>,
}

/// How many modules are looked into inside one another.
const DEEPEST: usize = 6;

type Callers = BTreeSet<Caller>;

/// Recording that starts before a caller was told, or before they were asked.
pub(super) fn disclosed(case: &Case<'_>, findings: &mut Vec<Finding>) {
    if !matches!(case.subject.flow_type, FlowType::ContactFlow | FlowType::Module) {
        return;
    }
    if !case.subject.flow.actions().any(starts) {
        return;
    }
    let mut walk = Walk { case, modules: BTreeMap::new() };
    let callers = walk.entering();
    let ways = walk.states(&case.graph, &callers, DEEPEST);
    for action in case.graph.reached().filter(|it| starts(it)) {
        let Some(recording) = recording(action) else { continue };
        let mut missing = None;
        for caller in ways.get(&action.position).into_iter().flatten() {
            let found = if recording.at_once == Some(true) {
                Some((*caller, None))
            } else {
                walk.joined(action.position, *caller)
            };
            // What is worse is told.
            missing = [missing, found].into_iter().flatten().min_by_key(|(caller, _)| *caller);
        }
        let Some((caller, agent)) = missing else { continue };
        let rule = match caller {
            Caller { heard: false, .. } => &RECORDING_WITHOUT_DISCLOSURE,
            Caller { asked: false, .. } => &RECORDING_WITHOUT_CONSENT,
            Caller { heard: true, asked: true } => continue,
        };
        let when = match agent {
            None => "recording starts here".to_owned(),
            Some(at) => format!("recording starts when an agent joins after `{at}`"),
        };
        let what = if caller.heard {
            "without the caller having been asked"
        } else {
            "before the caller has heard anything"
        };
        let way = untold(case, action, caller).map_or_else(String::new, |way| format!(" {way}"));
        findings.push(Finding::of(rule, action, "", format!("on one way{way} {when}, {what}")));
    }
}

/// A way through this flow to an action on which a caller does not hear, or is not asked, more
/// than they know there; `None` when they come to know less elsewhere.
fn untold(case: &Case<'_>, action: &Action, caller: Caller) -> Option<String> {
    let graph = &case.graph;
    let tells = |at: usize| {
        let after = graph.action(at).map(|it| Caller::NEW.after(it));
        after.is_some_and(|it| if caller.heard { it.asked } else { it.heard })
    };
    let ways = |at: usize| graph.ways(at).iter().map(|it| it.to);
    let way = shortest(graph.start(), ways, tells, |it| it == action.position)?;
    // That an action leads to itself tells nothing.
    (way.len() > 1).then(|| graph.shown(&way))
}

struct Walk<'c, 'a> {
    case: &'c Case<'a>,
    /// What callers who leave a module know, by what they knew when they came.
    modules: BTreeMap<(String, Caller, usize), Callers>,
}

impl<'a> Walk<'_, 'a> {
    /// What callers know when they come into the flow.
    fn entering(&mut self) -> Callers {
        let case = self.case;
        let Some(own) = case.entry() else { return self.alone() };
        // Flows that nothing leads into are where calls begin.
        let mut known: BTreeMap<&str, Callers> = BTreeMap::new();
        let entries: Vec<_> = case.subject.library.entries().collect();
        let entered: BTreeSet<_> =
            entries.iter().flat_map(|it| self.leads_into(&it.flow)).map(|it| &it.arn).collect();
        let mut open: VecDeque<(&Entry, Caller)> = entries
            .iter()
            .filter(|it| it.kind == FlowKind::Flow && !entered.contains(&it.arn))
            .map(|it| (*it, Caller::NEW))
            .collect();
        while let Some((entry, caller)) = open.pop_front() {
            if !known.entry(&entry.arn).or_default().insert(caller) {
                continue;
            }
            let graph = Graph::of(&entry.flow);
            let states = self.states(&graph, &BTreeSet::from([caller]), DEEPEST);
            for (at, callers) in states {
                let Some(next) = graph.action(at).and_then(|it| self.entry_of(it)) else {
                    continue;
                };
                open.extend(callers.into_iter().map(|it| (next, it)));
            }
        }
        match known.remove(own.arn.as_str()) {
            Some(callers) => callers,
            None => self.alone(),
        }
    }

    /// What callers know when nothing that is known leads into the flow.
    fn alone(&self) -> Callers {
        // A module is invoked by flows that are not here.
        BTreeSet::from([match self.case.subject.flow_type {
            FlowType::Module => Caller::ELSEWHERE,
            _ if super::person::is_entered(self.case) => Caller::ELSEWHERE,
            _ => Caller::NEW,
        }])
    }

    /// The flows and modules that a flow leads into, events included.
    fn leads_into(&self, flow: &'a Flow) -> Vec<&'a Entry> {
        let mut entries: Vec<_> = flow.actions().filter_map(|it| self.entry_of(it)).collect();
        for action in flow.actions() {
            if let ActionKind::UpdateContactEventHooks(hooks) = action.kind() {
                let named = hooks.hooks.values().filter_map(|it| match it {
                    Field::Static(text) => self.case.named(text),
                    Field::Reference(_) => None,
                });
                entries.extend(named);
            }
        }
        entries
    }

    /// The flow or module that an action goes on in.
    fn entry_of(&self, action: &Action) -> Option<&'a Entry> {
        match target(action)? {
            Field::Static(text) => self.case.named(text),
            Field::Reference(_) => None,
        }
    }

    /// What callers can know when they get to each action.
    fn states(
        &mut self,
        graph: &Graph<'_>,
        callers: &Callers,
        depth: usize,
    ) -> BTreeMap<usize, Callers> {
        let mut states: BTreeMap<usize, Callers> = BTreeMap::new();
        let start = graph.start();
        let mut open: VecDeque<_> =
            callers.iter().filter_map(|caller| Some((start?, *caller))).collect();
        while let Some((at, caller)) = open.pop_front() {
            let Some(action) = graph.action(at) else { continue };
            if !states.entry(at).or_default().insert(caller) {
                continue;
            }
            for after in self.after(action, caller, depth) {
                open.extend(graph.ways(at).iter().map(|it| (it.to, after)));
            }
        }
        states
    }

    /// What a caller can know after an action.
    fn after(&mut self, action: &Action, caller: Caller, depth: usize) -> Callers {
        if action.type_name() != "InvokeFlowModule" {
            return BTreeSet::from([caller.after(action)]);
        }
        let Some(module) = self.entry_of(action).filter(|_| depth > 0) else {
            return BTreeSet::from([Caller::ELSEWHERE]);
        };
        let key = (module.arn.clone(), caller, depth);
        if let Some(known) = self.modules.get(&key) {
            return known.clone();
        }
        let graph = Graph::of(&module.flow);
        let states = self.states(&graph, &BTreeSet::from([caller]), depth - 1);
        let leaves = |at: &usize| {
            graph.action(*at).is_some_and(|it| it.type_name() == "EndFlowModuleExecution")
        };
        let leaving: Callers =
            states.into_iter().filter(|(at, _)| leaves(at)).flat_map(|(_, it)| it).collect();
        self.modules.insert(key, leaving.clone());
        leaving
    }

    /// The least that a caller knows when an agent joins after an action that has it recorded
    /// then, and where that is.
    fn joined(&mut self, from: usize, caller: Caller) -> Option<(Caller, Option<String>)> {
        let graph = &self.case.graph;
        let mut seen = BTreeSet::new();
        let ways = |at: usize, caller: Caller| graph.ways(at).iter().map(move |it| (it.to, caller));
        let mut open: VecDeque<_> = ways(from, caller).collect();
        let mut least: Option<(Caller, Option<String>)> = None;
        while let Some((at, caller)) = open.pop_front() {
            let Some(action) = graph.action(at).filter(|_| seen.insert((at, caller))) else {
                continue;
            };
            if joins(action) && least.as_ref().is_none_or(|(known, _)| caller < *known) {
                least = Some((caller, Some(graph.name(at).to_owned())));
            }
            // Another such action has its own say.
            if recording(action).is_some_and(|it| it.with_agent.is_some()) {
                continue;
            }
            for after in self.after(action, caller, DEEPEST) {
                open.extend(ways(at, after));
            }
        }
        least
    }
}

/// Whether an agent comes to the caller after an action.
fn joins(action: &Action) -> bool {
    matches!(
        action.type_name(),
        "TransferContactToQueue"
            | "TransferContactToAgent"
            | "RouteContactToAgent"
            | "DequeueContactAndTransferToQueue"
    )
}

/// Whether the caller is recorded because of an action, at once or when an agent joins.
pub(crate) fn starts(action: &Action) -> bool {
    recording(action).is_some_and(|it| it.at_once == Some(true) || it.with_agent == Some(true))
}

/// What an action does to recording; `None` when nothing.
fn recording(action: &Action) -> Option<Recording> {
    if let ActionKind::UpdateContactRecordingBehavior(it) = action.kind() {
        return Some(Recording { at_once: it.ivr, with_agent: it.customer });
    }
    if action.type_name() != "UpdateContactRecordingAndAnalyticsBehavior" {
        return None;
    }
    let behavior = super::parameters::at(action, "VoiceBehavior.VoiceRecordingBehavior")?;
    let participants = behavior.get("RecordedParticipants").and_then(serde_json::Value::as_array);
    let ivr = behavior.get("IVRRecordingBehavior").and_then(serde_json::Value::as_str);
    Some(Recording {
        at_once: ivr.map(|it| it.eq_ignore_ascii_case("Enabled")),
        with_agent: participants.map(|it| it.iter().any(|it| it == "Customer")),
    })
}
