//! Whether a flow holds together: identifiers, branches, size, what may stand where.

use super::case::Case;
use super::rule::{
    DANGLING_BRANCH, DUPLICATE_IDENTIFIER, FLOW_TYPE, ILLEGAL_IDENTIFIER, MALFORMED, NO_START,
    TOO_LARGE, TOO_MANY_ACTIONS, UNFINISHED_PARAMETER, UNKNOWN_ACTION, UNREACHABLE_ACTION,
    WRONG_PARAMETER,
};
use super::{Finding, Severity, parameters};
use crate::action::{Action, Fault};
use crate::flow::{Defect, FlowType};
use crate::near::nearest;
use crate::placeholder::has_placeholder;
use crate::spec::{Spec, TABLE};

/// Most actions of a flow.
///
/// Source: Amazon Connect API Reference, "Flow language: example flow".
const MOST_ACTIONS: usize = 250;

/// Most characters of a flow.
///
/// Source: Amazon Connect API Reference, `CreateContactFlow`, `Content`.
const MOST_CHARACTERS: usize = 256_000;

/// Most characters of an identifier.
///
/// Source: Amazon Connect API Reference, "Actions in the Flow language".
const LONGEST_IDENTIFIER: usize = 50;

/// Characters that an identifier may not have. Source: as above.
const ILLEGAL: &str = "%:(\\/)=$,;[]{}";

/// Words that an identifier may not be. Source: as above.
const RESERVED: [&str; 10] = [
    "__proto__",
    "constructor",
    "__defineGetter__",
    "__defineSetter__",
    "toString",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "toLocaleString",
    "valueOf",
];

/// How many wrong branches of a flow a name is sought for: each is compared with all actions, and
/// who has this many has another trouble than a misspelling.
const MOST_SEARCHES: usize = 10;

/// What the format before the Flow language called actions, and what the console calls their
/// blocks, with the types of today.
const FORMER: [(&str, &str); 46] = [
    ("CheckAttribute", "Compare"),
    ("CheckContactAttributes", "Compare"),
    ("CheckQueueStatus", "CheckMetricData"),
    ("CheckStaffing", "CheckMetricData"),
    ("CreateCallback", "CreateCallbackContact"),
    ("Disconnect", "DisconnectParticipant"),
    ("EndFlow", "EndFlowExecution"),
    ("GetCustomerInput", "GetParticipantInput"),
    ("GetDigits", "GetParticipantInput"),
    ("GetInput", "GetParticipantInput"),
    ("GetUserInput", "GetParticipantInput"),
    ("HangUp", "DisconnectParticipant"),
    ("InvokeAWSLambdaFunction", "InvokeLambdaFunction"),
    ("InvokeExternalResource", "InvokeLambdaFunction"),
    ("InvokeFlow", "TransferToFlow"),
    ("InvokeLambda", "InvokeLambdaFunction"),
    ("InvokeModule", "InvokeFlowModule"),
    ("Lambda", "InvokeLambdaFunction"),
    ("LoopPrompts", "MessageParticipantIteratively"),
    ("PercentileBranching", "DistributeByPercentage"),
    ("PlayPrompt", "MessageParticipant"),
    ("PlayPrompts", "MessageParticipant"),
    ("Return", "EndFlowModuleExecution"),
    ("SendMessage", "MessageParticipant"),
    ("SetAttributes", "UpdateContactAttributes"),
    ("SetCallBackNumber", "UpdateContactCallbackNumber"),
    ("SetCallbackNumber", "UpdateContactCallbackNumber"),
    ("SetContactAttributes", "UpdateContactAttributes"),
    ("SetContactData", "UpdateContactData"),
    ("SetCustomerQueueFlow", "UpdateContactEventHooks"),
    ("SetDisconnectFlow", "UpdateContactEventHooks"),
    ("SetEventHook", "UpdateContactEventHooks"),
    ("SetHoldFlow", "UpdateContactEventHooks"),
    ("SetLoggingBehavior", "UpdateFlowLoggingBehavior"),
    ("SetQueue", "UpdateContactTargetQueue"),
    ("SetRecordingBehavior", "UpdateContactRecordingBehavior"),
    ("SetVoice", "UpdateContactTextToSpeechVoice"),
    ("SetWhisperFlow", "UpdateContactEventHooks"),
    ("Sleep", "Wait"),
    ("StartMediaStreaming", "UpdateContactMediaStreamingBehavior"),
    ("StopMediaStreaming", "UpdateContactMediaStreamingBehavior"),
    ("StoreUserInput", "GetParticipantInput"),
    ("TransferContactToFlow", "TransferToFlow"),
    ("TransferQueue", "TransferContactToQueue"),
    ("TransferToAgent", "TransferContactToAgent"),
    ("TransferToQueue", "TransferContactToQueue"),
];

/// What keeps the flow from meaning anything, and what has yet to be filled in.
pub(super) fn defects(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let flow = case.subject.flow;
    // A place is under the action that its path begins with.
    let about = |path: &str| {
        let position = path.strip_prefix("Actions[")?.split_once(']')?.0.parse().ok()?;
        case.graph.action(position)
    };
    let found = |rule, path: &str, message: String| Finding {
        action: about(path).map(|it| it.identifier().to_owned()),
        ..Finding::of_flow(rule, path, message)
    };
    let mut searches = MOST_SEARCHES;
    let mut near = |identifier: &str| {
        searches = searches.checked_sub(1)?;
        nearest(identifier, flow.actions().map(Action::identifier))
    };
    for defect in flow.defects() {
        findings.push(match &defect {
            Defect::Fault(fault) if fault.path.contains(".Parameters.") => {
                found(&WRONG_PARAMETER, &fault.path, said(about(&fault.path), fault))
            }
            Defect::Fault(fault) => found(&MALFORMED, &fault.path, said(None, fault)),
            Defect::DuplicateIdentifier { path, identifier, first } => found(
                &DUPLICATE_IDENTIFIER,
                path,
                format!("found `{identifier}`, which `{first}` is called already, expected a unique name"),
            ),
            Defect::NoSuchAction { path, identifier } => found(
                &DANGLING_BRANCH,
                path,
                format!("found `{identifier}`, expected the identifier of an action in this flow"),
            )
            .meant(near(identifier)),
        });
    }
    for (action, fault) in flow.unfinished() {
        let place = fault.path.strip_prefix(&format!("{}.", action.path())).unwrap_or_default();
        findings.push(Finding::of(&UNFINISHED_PARAMETER, action, place, said(Some(action), fault)));
    }
    let told = findings.iter().any(|it| it.path == "StartAction");
    if flow.start().is_none() && !told {
        let message = "the entry is not connected, expected the identifier of the first action";
        findings.push(Finding::of_flow(&NO_START, "StartAction", message));
    }
}

/// A fault without its place; of a list of words it tells which they are.
fn said(action: Option<&Action>, fault: &Fault) -> String {
    let list = || {
        let action = action?;
        let prefix = format!("{}.Parameters.", action.path());
        let items = parameters::at(action, fault.path.strip_prefix(&prefix)?)?.as_array()?;
        let words: Option<Vec<_>> = items.iter().map(|it| it.as_str()).collect();
        let words: Vec<_> = words?.iter().map(|it| format!("`{it}`")).collect();
        Some(if words.is_empty() { "an empty list".to_owned() } else { words.join(" and ") })
    };
    let found = list().filter(|_| fault.found == "a list");
    format!("found {}, expected {}", found.as_deref().unwrap_or(&fault.found), fault.expected)
}

/// Too many actions or characters.
pub(super) fn size(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let actions = case.graph.len();
    if actions > MOST_ACTIONS {
        let message = format!("the flow has {actions} actions, expected at most {MOST_ACTIONS}");
        findings.push(Finding::of_flow(&TOO_MANY_ACTIONS, "Actions", message));
    }
    let characters = case.subject.characters.unwrap_or_default();
    if characters > MOST_CHARACTERS {
        let message =
            format!("the flow has {characters} characters, expected at most {MOST_CHARACTERS}");
        findings.push(Finding::of_flow(&TOO_LARGE, "", message));
    }
}

/// Actions that no branch leads to.
pub(super) fn unreachable(case: &Case<'_>, findings: &mut Vec<Finding>) {
    if case.graph.start().is_none() {
        return;
    }
    for action in case.subject.flow.actions() {
        let is_first = case
            .subject
            .flow
            .action(action.identifier())
            .is_some_and(|it| it.position == action.position);
        if is_first && !case.graph.is_reached(action.position) {
            let message = format!("no way from the start leads to this `{}`", action.type_name());
            findings.push(Finding::of(&UNREACHABLE_ACTION, action, "", message));
        }
    }
}

/// An identifier that Connect refuses.
pub(super) fn identifier(_: &Case<'_>, action: &Action, findings: &mut Vec<Finding>) {
    let identifier = action.identifier();
    let mut found = |message: String| {
        findings.push(Finding::of(&ILLEGAL_IDENTIFIER, action, "Identifier", message));
    };
    let length = identifier.chars().count();
    if length > LONGEST_IDENTIFIER {
        found(format!(
            "the identifier has {length} characters, expected at most {LONGEST_IDENTIFIER}"
        ));
    }
    if RESERVED.contains(&identifier) {
        found(format!(
            "found `{identifier}`, which Connect keeps for itself, expected another name"
        ));
    }
    // The placeholder of a template will be something else when the flow is published.
    let illegal = identifier.chars().find(|it| ILLEGAL.contains(*it));
    if let Some(character) = illegal.filter(|_| !has_placeholder(identifier)) {
        found(format!("found `{character}` in `{identifier}`, expected none of `{ILLEGAL}`"));
    }
}

/// A type of action that is not known.
pub(super) fn type_name(case: &Case<'_>, action: &Action, findings: &mut Vec<Finding>) {
    if Spec::of(action).is_some() {
        return;
    }
    let name = action.type_name();
    let near = meant(name);
    let message = format!("found `{name}`, expected a type of action that Connect has");
    let finding = Finding::of(&UNKNOWN_ACTION, action, "Type", message).meant(near);
    // Connect gets new types, and its console writes positions only for blocks that it has.
    let from_console = near.is_none() && is_drawn(case, action);
    findings.push(if from_console { finding.at_most(Severity::Hint) } else { finding });
}

/// The type that a name stood for, or that is most like it, whatever the case.
fn meant(name: &str) -> Option<&'static str> {
    let former = |name: &str| {
        let mut known = FORMER.iter().filter(|(former, _)| former.eq_ignore_ascii_case(name));
        known.next().map(|(_, now)| *now)
    };
    former(name).or_else(|| {
        let types = TABLE.iter().map(|it| it.type_name);
        let near = Spec::nearest_of(name, types.chain(FORMER.iter().map(|(it, _)| *it)))?;
        former(near).or(Some(near))
    })
}

/// Whether the console has noted down where it draws an action.
fn is_drawn(case: &Case<'_>, action: &Action) -> bool {
    let metadata = case.subject.flow.metadata();
    let entry = metadata.and_then(|it| it.get("ActionMetadata")?.get(action.identifier()));
    entry.is_some_and(|it| it.get("position").is_some())
        && metadata.is_some_and(|it| it.contains_key("entryPointPosition"))
}

/// A type of flow in the metadata that Connect does not have.
pub(super) fn metadata_type(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let metadata = case.subject.flow.metadata();
    let Some(key) =
        ["type", "Type"].into_iter().find(|key| metadata.is_some_and(|it| it.contains_key(*key)))
    else {
        return;
    };
    let found = metadata.and_then(|it| it.get(key)?.as_str()).unwrap_or_default();
    if found.is_empty() || has_placeholder(found) || FlowType::named(found).is_some() {
        return;
    }
    let known: Vec<_> = FlowType::ALL.iter().map(|it| it.as_str()).collect();
    let names: Vec<_> = known.iter().map(|it| format!("`{it}`")).collect();
    let message = format!("found a flow of type `{found}`, expected one of {}", names.join(", "));
    let finding = Finding::of_flow(&FLOW_TYPE, &format!("Metadata.{key}"), message);
    // Connect gets new types, and only people and the console read this one.
    findings.push(finding.at_most(Severity::Hint).meant(nearest(found, known)));
}

/// An action in a type of flow where it may not stand.
pub(super) fn flow_type(case: &Case<'_>, action: &Action, findings: &mut Vec<Finding>) {
    let flow_type = case.subject.flow_type;
    let Some(spec) = Spec::of(action).filter(|it| !it.stands_in(flow_type)) else { return };
    let types: Vec<_> = spec.flow_types.iter().map(|it| format!("`{it}`")).collect();
    let message = format!(
        "found `{}` in a flow of type `{flow_type}`, expected it in {} only",
        spec.type_name,
        types.join(", ")
    );
    let finding = Finding::of(&FLOW_TYPE, action, "Type", message);
    if case.subject.flow_type_known {
        findings.push(finding);
    } else {
        let help = "the type of the flow is only assumed: its metadata do not tell";
        findings.push(finding.at_most(Severity::Hint).with_help(help));
    }
}
