//! How long a caller may hear nothing.

use std::collections::BTreeMap;

use super::Finding;
use super::case::{Case, is_heard};
use super::graph::{Graph, parts};
use super::parameters::text;
use super::rule::LONG_SILENCE;
use crate::action::{Action, ActionKind, MAX_SYNC_SECONDS};
use crate::effect::InvocationMode;
use crate::value::Field;

/// Most rounds of a loop. Source: Amazon Connect API Reference, "`Loop`".
const MOST_ROUNDS: u64 = 100;

/// Longest silence, in seconds: what one function may take.
const LONGEST: u64 = MAX_SYNC_SECONDS;

/// Where silence comes from: the longest one up to an action, and the actions in it.
#[derive(Debug, Clone, Default)]
struct Silence {
    seconds: u64,
    /// Each with how often it comes round.
    functions: Vec<(usize, u64)>,
    /// Whether it comes round again, so that it may be longer.
    again: bool,
}

/// How many modules are looked into inside one another.
const DEEPEST: usize = 5;

/// Functions one after another with nothing to be heard between them.
pub(super) fn long(case: &Case<'_>, findings: &mut Vec<Finding>) {
    if !case.caller_listens() {
        return;
    }
    let mut modules = Modules { case, known: BTreeMap::new() };
    let pauses = modules.pauses(&case.graph, DEEPEST);
    walk(&case.graph, &pauses, |silence, was| {
        if silence.seconds > LONGEST && was <= LONGEST {
            findings.extend(told(&case.graph, &pauses, silence));
        }
    });
}

/// Adds silence up along the ways of a flow; `found` gets what has been added to what was before.
fn walk(graph: &Graph<'_>, pauses: &[Option<u64>], mut found: impl FnMut(&Silence, u64)) {
    let pause = |at: usize| pauses.get(at).copied().flatten();
    let leads_to = |at: usize| {
        let from = pause(at).is_some() && graph.is_reached(at);
        let ways = graph.ways(at).iter().map(|it| it.to);
        ways.filter(move |it| from && pause(*it).is_some())
    };
    let mut parts = parts(graph.len(), leads_to);
    // Each part comes after those it leads to; silence adds up the other way round.
    parts.reverse();
    let mut before = vec![Silence::default(); graph.len()];
    for part in parts {
        let circle = match part.as_slice() {
            [one] => leads_to(*one).any(|it| it == *one),
            several => several.len() > 1,
        };
        let entered = part.iter().filter_map(|it| before.get(*it)).max_by_key(|it| it.seconds);
        let mut silence = entered.cloned().unwrap_or_default();
        let was = silence.seconds;
        let rounds =
            if circle { part.iter().filter_map(|it| rounds(graph, *it)).max() } else { None };
        for at in &part {
            let seconds = pause(*at).filter(|_| graph.is_reached(*at)).unwrap_or_default();
            if seconds > 0 {
                silence.seconds += seconds.saturating_mul(rounds.unwrap_or(1));
                silence.functions.push((*at, rounds.unwrap_or(1)));
                silence.again |= circle && rounds.is_none();
            }
        }
        found(&silence, was);
        for to in part.iter().flat_map(|it| leads_to(*it)) {
            if let Some(known) = before.get_mut(to).filter(|it| it.seconds < silence.seconds) {
                known.clone_from(&silence);
            }
        }
    }
}

/// How often a loop comes round, at least once; `None` for any other action.
fn rounds(graph: &Graph<'_>, at: usize) -> Option<u64> {
    let action = graph.action(at).filter(|it| it.type_name() == "Loop")?;
    // A count that is known only when the flow runs is taken for one.
    let count = text(action, "LoopCount").and_then(|it| it.trim().parse().ok()).unwrap_or(1);
    Some(count.clamp(1, MOST_ROUNDS))
}

fn told(graph: &Graph<'_>, pauses: &[Option<u64>], silence: &Silence) -> Option<Finding> {
    let last = graph.action(silence.functions.last()?.0)?;
    let named = |(at, rounds): &(usize, u64)| {
        let seconds = pauses.get(*at).copied().flatten().unwrap_or_default();
        let name = graph.name(*at);
        if *rounds > 1 {
            format!("`{name}` ({rounds} times {seconds} s)")
        } else {
            format!("`{name}` ({seconds} s)")
        }
    };
    let names: Vec<_> = silence.functions.iter().map(named).collect();
    let message = format!(
        "a caller may hear nothing for {} s{}: {} with no prompt between them",
        silence.seconds,
        if silence.again { " and again" } else { "" },
        names.join(", ")
    );
    Some(Finding::of(&LONG_SILENCE, last, "", message))
}

/// The modules of the library, with the longest silence in each.
struct Modules<'c, 'a> {
    case: &'c Case<'a>,
    /// By ARN and by how deep it was looked into; `None` for one in which something is heard.
    known: BTreeMap<(&'a str, usize), Option<u64>>,
}

impl Modules<'_, '_> {
    /// How long a caller may wait for each action, in seconds; `None` where silence ends.
    fn pauses(&mut self, graph: &Graph<'_>, depth: usize) -> Vec<Option<u64>> {
        (0..graph.len()).map(|at| self.pause(graph.action(at)?, depth)).collect()
    }

    fn pause(&mut self, action: &Action, depth: usize) -> Option<u64> {
        match action.kind() {
            _ if is_heard(action) => None,
            ActionKind::InvokeLambdaFunction(it) if it.mode == InvocationMode::Sync => {
                Some(it.time_limit.as_secs().min(MAX_SYNC_SECONDS))
            }
            // Nobody knows what is in one that is not here.
            ActionKind::InvokeFlowModule(Field::Static(module)) => self.inside(module, depth),
            ActionKind::InvokeFlowModule(_) => None,
            _ => Some(0),
        }
    }

    /// The longest silence of a module in which nothing is heard.
    fn inside(&mut self, module: &str, depth: usize) -> Option<u64> {
        let module = self.case.named(module).filter(|_| depth > 0)?;
        let key = (module.arn.as_str(), depth);
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let graph = Graph::of(&module.flow);
        let pauses = self.pauses(&graph, depth - 1);
        let is_broken =
            pauses.iter().enumerate().any(|(at, it)| it.is_none() && graph.is_reached(at));
        let mut longest = 0;
        walk(&graph, &pauses, |silence, _| longest = longest.max(silence.seconds));
        let inside = Some(longest).filter(|_| !is_broken);
        self.known.insert(key, inside);
        inside
    }
}
