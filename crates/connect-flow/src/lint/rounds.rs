//! Circles that a caller who does nothing never leaves.

use super::Finding;
use super::case::Case;
use super::graph::{By, Way, parts, shortest};
use super::parameters::{at, text};
use super::rule::ENDLESS_LOOP;
use crate::action::Action;
use crate::root::Root;
use crate::transitions::Operator;
use crate::value::{Field, Reference};

/// Types whose business it is to go on until something else happens.
const GO_ON: [&str; 2] = ["MessageParticipantIteratively", "Wait"];

/// A circle in which nothing counts and that goes on without the caller's doing.
pub(super) fn endless(case: &Case<'_>, findings: &mut Vec<Finding>) {
    if !case.caller_listens() {
        return;
    }
    let graph = &case.graph;
    let goes_on = |at: usize| graph.action(at).is_none_or(|it| GO_ON.contains(&it.type_name()));
    let mut cut: Vec<bool> = (0..graph.len()).map(goes_on).collect();
    // What ends a circle may leave smaller circles inside of it, so look again until none ends.
    loop {
        let circles = circles(case, &cut);
        let ends: Vec<_> = circles.iter().flat_map(|it| ends(case, it)).collect();
        if ends.is_empty() {
            findings.extend(circles.iter().filter_map(|it| told(case, &cut, it)));
            return;
        }
        for at in ends {
            if let Some(cut) = cut.get_mut(at) {
                *cut = true;
            }
        }
    }
}

/// Where a contact gets to from an action, whatever the caller does, but for what is cut out.
fn on<'a>(case: &'a Case<'_>, cut: &'a [bool], at: usize) -> impl Iterator<Item = usize> + 'a {
    let is_cut = |at: usize| cut.get(at).copied().unwrap_or(true);
    let action = case.graph.action(at).filter(|_| !is_cut(at));
    let without_caller =
        move |it: &&Way<'_>| action.is_some_and(|action| is_without_caller(action, it.by));
    let ways = case.graph.ways(at).iter().filter(without_caller);
    ways.map(|it| it.to).filter(move |it| !is_cut(*it))
}

/// The circles of what is not cut out.
fn circles(case: &Case<'_>, cut: &[bool]) -> Vec<Vec<usize>> {
    let mut parts = parts(case.graph.len(), |at| on(case, cut, at));
    parts.retain(|part| match part.as_slice() {
        [one] => on(case, cut, *one).any(|it| it == *one),
        several => several.len() > 1,
    });
    parts
}

/// The actions at which a circle ends by itself.
fn ends(case: &Case<'_>, circle: &[usize]) -> Vec<usize> {
    let graph = &case.graph;
    let inside = |it: usize| circle.binary_search(&it).is_ok();
    let ends = |at: &usize| match graph.action(*at) {
        Some(action) if action.type_name() == "Loop" => is_done_outside(graph.ways(*at), inside),
        Some(action) if action.type_name() == "Compare" => {
            tests_number(action)
                && graph.ways(*at).iter().any(|it| !inside(it.to))
                && circle.iter().filter_map(|it| graph.action(*it)).any(|it| writes(it, action))
        }
        _ => false,
    };
    circle.iter().copied().filter(ends).collect()
}

/// Whether a loop that has counted to its end leads out of a circle.
fn is_done_outside(ways: &[Way<'_>], inside: impl Fn(usize) -> bool) -> bool {
    let is_done = |by: By<'_>| match by {
        By::Condition(it) => it.operands.iter().any(|it| it.to_string() == "DoneLooping"),
        By::Next | By::Error => false,
    };
    let mut done = ways.iter().filter(|it| is_done(it.by)).peekable();
    if done.peek().is_some() {
        return done.all(|it| !inside(it.to));
    }
    ways.iter().filter(|it| matches!(it.by, By::Next)).all(|it| !inside(it.to))
}

/// Tells of a circle that has no end.
fn told(case: &Case<'_>, cut: &[bool], circle: &[usize]) -> Option<Finding> {
    let graph = &case.graph;
    let first = circle.iter().copied().find(|it| graph.is_reached(*it))?;
    let inside = |it: &usize| circle.binary_search(it).is_ok();
    let within = |at: usize| on(case, cut, at).filter(inside).collect::<Vec<_>>();
    let mut way = vec![first];
    way.extend(shortest(within(first), within, |_| false, |it| it == first).unwrap_or_default());
    let message = format!(
        "the way {} comes back to where it began for as long as the caller does nothing",
        graph.shown(&way)
    );
    Some(Finding::of(&ENDLESS_LOOP, graph.action(first)?, "", message))
}

/// Whether a branch is taken without the caller choosing it.
fn is_without_caller(action: &Action, by: By<'_>) -> bool {
    let By::Condition(condition) = by else { return true };
    // What nobody has understood or entered nobody has chosen.
    let nothing = |words: &[&str]| {
        let mut operands = condition.operands.iter().map(ToString::to_string);
        operands.any(|it| it.is_empty() || words.iter().any(|word| it.contains(word)))
    };
    match action.type_name() {
        "GetParticipantInput" => false,
        "ConnectParticipantWithLexBot" => nothing(&["Fallback"]),
        "Compare" => match compared(action).map(|it| it.root) {
            Some(Root::StoredCustomerInput) => nothing(&["Timeout", "NoInput"]),
            Some(Root::Lex) => nothing(&["Fallback", "Failed"]),
            _ => true,
        },
        _ => true,
    }
}

/// What a `Compare` looks at.
fn compared(action: &Action) -> Option<Reference> {
    match Field::parse(&text(action, "ComparisonValue")?) {
        Field::Reference(reference) => Some(reference),
        Field::Static(_) => None,
    }
}

/// Whether a `Compare` asks how large a number is.
fn tests_number(action: &Action) -> bool {
    let is_number = |it: &Field| match it {
        Field::Static(text) => text.trim().parse::<f64>().is_ok(),
        Field::Reference(_) => false,
    };
    action.transitions().conditions.iter().any(|it| {
        let compares = matches!(
            it.operator,
            Operator::NumberGreaterThan
                | Operator::NumberGreaterOrEqualTo
                | Operator::NumberLessThan
                | Operator::NumberLessOrEqualTo
        );
        compares || it.operands.iter().any(is_number)
    })
}

/// Whether an action may change what a `Compare` looks at.
///
/// What callers enter and where they call from is written by nobody, so it never counts.
fn writes(action: &Action, compare: &Action) -> bool {
    let Some(reference) = compared(compare) else { return false };
    let is_named = |key: &str| {
        let names = at(action, key).and_then(serde_json::Value::as_object);
        names.is_some_and(|it| reference.path.first().is_some_and(|name| it.contains_key(name)))
    };
    match (action.type_name(), &reference.root) {
        ("UpdateContactAttributes", Root::Attributes) => is_named("Attributes"),
        ("UpdateFlowAttributes", Root::FlowAttributes) => is_named("FlowAttributes"),
        ("InvokeLambdaFunction", Root::External)
        | ("GetMetricData", Root::Metrics)
        // Nobody knows what a module does with what all of the call's flows share.
        | ("InvokeFlowModule", Root::Attributes | Root::External | Root::Modules) => true,
        ("Loop", Root::Other(name)) => name == "Loop",
        _ => false,
    }
}
