//! Whether what a flow names is there, and is of the right kind.

use std::collections::BTreeSet;

use super::Finding;
use super::case::Case;
use super::parameters::text;
use super::rule::{MALFORMED_REFERENCE, UNDEFINED_REFERENCE, WRONG_ARN};
use crate::action::{Action, ActionKind};
use crate::library::FlowKind;
use crate::value::Field;

/// What a parameter names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Thing {
    Queue,
    Flow,
    Module,
    Function,
    Bot,
    Prompt,
    Hours,
}

impl Thing {
    /// What people call one of them.
    fn as_str(self) -> &'static str {
        match self {
            Self::Queue => "a queue",
            Self::Flow => "a flow",
            Self::Module => "a module",
            Self::Function => "a function",
            Self::Bot => "a bot alias",
            Self::Prompt => "a prompt",
            Self::Hours => "hours of operation",
        }
    }

    /// The service and the kind of resource in its ARNs.
    fn in_arn(self) -> (&'static str, &'static str) {
        match self {
            Self::Queue => ("connect", "/queue/"),
            Self::Flow => ("connect", "/contact-flow/"),
            Self::Module => ("connect", "/flow-module/"),
            Self::Function => ("lambda", "function:"),
            Self::Bot => ("lex", "bot-alias/"),
            Self::Prompt => ("connect", "/prompt/"),
            Self::Hours => ("connect", "/operating-hours/"),
        }
    }
}

/// The parameters that name something.
const NAMES: [(&str, &str, Thing); 16] = [
    ("CheckHoursOfOperation", "HoursOfOperationId", Thing::Hours),
    ("CheckMetricData", "QueueId", Thing::Queue),
    ("ConnectParticipantWithLexBot", "LexV2Bot.AliasArn", Thing::Bot),
    ("ConnectParticipantWithLexBot", "PromptId", Thing::Prompt),
    ("CreateCallbackContact", "ContactFlowId", Thing::Flow),
    ("CreateCallbackContact", "QueueId", Thing::Queue),
    ("CreateTask", "ContactFlowId", Thing::Flow),
    ("DequeueContactAndTransferToQueue", "QueueId", Thing::Queue),
    ("GetMetricData", "QueueId", Thing::Queue),
    ("GetParticipantInput", "PromptId", Thing::Prompt),
    ("InvokeFlowModule", "FlowModuleId", Thing::Module),
    ("InvokeLambdaFunction", "LambdaFunctionARN", Thing::Function),
    ("MessageParticipant", "PromptId", Thing::Prompt),
    ("StartOutboundChatContact", "ContactFlowArn", Thing::Flow),
    ("TransferToFlow", "ContactFlowId", Thing::Flow),
    ("UpdateContactTargetQueue", "QueueId", Thing::Queue),
];

/// What an action names by fixed text: place, kind and text.
fn names(action: &Action) -> Vec<(String, Thing, String)> {
    let mut names: Vec<_> = NAMES
        .iter()
        .filter(|(type_name, _, _)| *type_name == action.type_name())
        .filter_map(|(_, key, thing)| {
            Some((format!("Parameters.{key}"), *thing, text(action, key)?))
        })
        .collect();
    if let ActionKind::UpdateContactEventHooks(hooks) = action.kind() {
        names.extend(hooks.hooks.keys().filter_map(|event| {
            let key = format!("EventHooks.{event}");
            Some((format!("Parameters.{key}"), Thing::Flow, text(action, &key)?))
        }));
    }
    names.retain(|(_, _, text)| matches!(Field::parse(text), Field::Static(_)));
    names
}

/// ARNs of another kind of thing.
pub(super) fn kinds(_: &Case<'_>, action: &Action, findings: &mut Vec<Finding>) {
    for (place, thing, text) in names(action) {
        if text.starts_with("$.") {
            let message = format!("found `{text}`, expected one reference and nothing else");
            findings.push(Finding::of(&MALFORMED_REFERENCE, action, &place, message));
        }
        let (service, resource) = thing.in_arn();
        let Some(arn) = text.strip_prefix("arn:") else { continue };
        let mut parts = arn.splitn(5, ':').skip(1);
        let (Some(found), Some(rest)) = (parts.next(), parts.nth(2)) else {
            findings.push(Finding::of(
                &WRONG_ARN,
                action,
                &place,
                format!(
                    "found `{text}`, which is only the beginning of an ARN, expected that of {}",
                    thing.as_str()
                ),
            ));
            continue;
        };
        // An agent's own queue has an ARN of its own form.
        if found != service || !rest.contains(resource) {
            findings.push(Finding::of(&WRONG_ARN, action, &place, format!(
                "found `{text}`, expected the ARN of {}, which has `{service}` and `{resource}` in it",
                thing.as_str()
            )));
        }
    }
}

/// Things that the project does not define.
pub(super) fn defined(case: &Case<'_>, action: &Action, findings: &mut Vec<Finding>) {
    let around = case.subject.surroundings;
    // What has a reference in it is known only when the flow runs.
    let fixed = |(_, _, text): &(String, Thing, String)| !text.contains("$.");
    for (place, thing, text) in names(action).into_iter().filter(fixed) {
        let missing = match thing {
            Thing::Queue => around.queues.as_ref().is_some_and(|it| !has(it, &text)),
            Thing::Function => around.functions.as_ref().is_some_and(|it| !has(it, &text)),
            Thing::Bot => {
                around.bots.as_ref().is_some_and(|it| !it.keys().any(|it| is_same(it, &text)))
            }
            Thing::Flow | Thing::Module => match case.named(&text) {
                None => case.subject.library_is_complete,
                Some(entry) => {
                    let (found, wanted) = match entry.kind {
                        FlowKind::Flow => ("flow", Thing::Flow),
                        FlowKind::Module => ("module", Thing::Module),
                    };
                    if wanted != thing {
                        let expected = thing.as_str();
                        findings.push(Finding::of(
                            &UNDEFINED_REFERENCE,
                            action,
                            &place,
                            format!("found the {found} `{}`, expected {expected}", entry.name),
                        ));
                    }
                    false
                }
            },
            Thing::Prompt | Thing::Hours => false,
        };
        if missing {
            findings.push(Finding::of(
                &UNDEFINED_REFERENCE,
                action,
                &place,
                format!("found `{text}`, expected {} that the project defines", thing.as_str()),
            ));
        }
    }
}

fn has(known: &BTreeSet<String>, text: &str) -> bool {
    known.iter().any(|it| is_same(it, text))
}

/// Whether text names a thing: by its ARN, by the id at the end of it, or by either with a version
/// or an alias after it.
fn is_same(arn: &str, text: &str) -> bool {
    let by_id = |text: &str| !text.is_empty() && arn.rsplit(['/', ':']).next() == Some(text);
    let same = |text: &str| arn == text || by_id(text);
    same(text) || text.rsplit_once(':').is_some_and(|(text, _)| arn == text)
}

#[cfg(test)]
mod tests {
    use super::is_same;

    #[test]
    fn things_are_named_by_arn_or_id() {
        let arn = "arn:aws:lambda:us-east-1:000000000000:function:greeting";
        for text in [arn, "greeting", &format!("{arn}:live")] {
            assert!(is_same(arn, text), "{text}");
        }
        for text in ["", "greetin", "arn:aws:lambda:us-east-1:000000000000:function"] {
            assert!(!is_same(arn, text), "{text}");
        }
    }
}
