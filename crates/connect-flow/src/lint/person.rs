//! Whether a caller can get to a person.

use std::collections::BTreeSet;

use super::case::{Case, target};
use super::rule::NO_WAY_TO_PERSON;
use super::{Finding, Severity};
use crate::action::{Action, ActionKind};
use crate::flow::{Flow, FlowType};
use crate::value::Field;

/// Types that put a caller through to a person, or have a person call back.
const TO_PERSON: [&str; 7] = [
    "CreateCallbackContact",
    "DequeueContactAndTransferToQueue",
    "RouteContactToAgent",
    "TransferContactToAgent",
    "TransferContactToQueue",
    "TransferParticipantToThirdParty",
    "CompleteOutboundCall",
];

/// An entry from which no way leads to a person.
pub(super) fn way(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let subject = case.subject;
    let calls_out = |it: &Action| it.type_name() == "CheckOutboundCallStatus";
    if subject.flow_type != FlowType::ContactFlow
        || !case.caller_listens()
        || case.graph.start().is_none()
        || is_entered(case)
        || subject.flow.actions().any(calls_out)
        || leads_to_person(case)
    {
        return;
    }
    let message = "no way from the start leads to a queue, an agent, a call back or another number";
    let finding = Finding::of_flow(&NO_WAY_TO_PERSON, "", message);
    // A flow on its own may be one that others lead into, after which a caller is done.
    let severity = if subject.library_is_complete { Severity::Warning } else { Severity::Hint };
    findings.push(finding.at_most(severity));
}

/// Whether another flow of the library leads into this one.
pub(super) fn is_entered(case: &Case<'_>) -> bool {
    let Some(own) = case.entry() else { return false };
    let named = |it: &Field| matches!(it, Field::Static(text) if names(case, text, &own.arn));
    let enters = |action: &Action| match action.kind() {
        ActionKind::UpdateContactEventHooks(it) => it.hooks.values().any(named),
        _ => target(action).is_some_and(named),
    };
    let others = case.subject.library.entries().filter(|it| it.arn != own.arn);
    others.flat_map(|it| it.flow.actions()).any(enters)
}

fn names(case: &Case<'_>, text: &str, arn: &str) -> bool {
    case.named(text).is_some_and(|it| it.arn == arn)
}

/// Walks every branch, into other flows and modules too.
fn leads_to_person(case: &Case<'_>) -> bool {
    let mut seen: BTreeSet<&str> = case.entry().map(|it| it.arn.as_str()).into_iter().collect();
    let mut open = vec![case.subject.flow];
    while let Some(flow) = open.pop() {
        for action in reached(flow) {
            if TO_PERSON.contains(&action.type_name()) {
                return true;
            }
            match (target(action), action.type_name()) {
                (Some(Field::Static(text)), _) => match case.named(text) {
                    Some(entry) if seen.insert(&entry.arn) => open.push(&entry.flow),
                    Some(_) => {}
                    // Nobody knows what is there.
                    None => return true,
                },
                (Some(Field::Reference(_)), _) | (None, "TransferToFlow" | "InvokeFlowModule") => {
                    return true;
                }
                (None, _) => {}
            }
        }
    }
    false
}

fn reached(flow: &Flow) -> Vec<&Action> {
    let mut seen = BTreeSet::new();
    let mut open: Vec<_> = flow.start().into_iter().collect();
    let mut reached = Vec::new();
    while let Some(action) = open.pop() {
        if seen.insert(action.position) {
            reached.push(action);
            open.extend(action.transitions().targets().filter_map(|it| flow.action(it)));
        }
    }
    reached
}
