//! Whether parameters have values that they can have.

use serde_json::{Map, Value as Json};

use super::case::Case;
use super::keys::{self, Value};
use super::near::{has_placeholder, nearest};
use super::rule::{NOT_A_REFERENCE, NUMBER_NOT_TEXT, UNKNOWN_PARAMETER, WRONG_PARAMETER};
use super::{Finding, Severity};
use crate::action::{Action, ActionKind, MAX_SYNC_SECONDS, described, scalar};
use crate::effect::InvocationMode;
use crate::value::Field;

/// What the names of tags of AWS itself begin with.
const SYSTEM_TAG: &str = "aws:";

/// How long a caller may take to begin an entry, in seconds.
///
/// Source: Amazon Connect API Reference, "`GetParticipantInput`".
const LONGEST_INPUT: i64 = 180;

/// The parameters of an action.
pub(super) fn of(action: &Action) -> Option<&Map<String, Json>> {
    action.source().get("Parameters")?.as_object()
}

/// What is at a place under the parameters, such as `LexTimeoutSeconds.Text`.
pub(super) fn at<'a>(action: &'a Action, path: &str) -> Option<&'a Json> {
    let mut steps = path.split('.');
    let first = of(action)?.get(steps.next()?)?;
    steps.try_fold(first, |value, step| value.get(step)).filter(|it| !it.is_null())
}

/// The text at a place; `None` when it is empty or waits to be filled in.
pub(super) fn text(action: &Action, path: &str) -> Option<String> {
    scalar(at(action, path)?).filter(|it| !it.is_empty() && !has_placeholder(it))
}

fn wrong(action: &Action, path: &str, expected: &str) -> Finding {
    let found = at(action, path).map_or_else(|| "nothing".to_owned(), described);
    let message = format!("found {found}, expected {expected}");
    Finding::of(&WRONG_PARAMETER, action, &format!("Parameters.{path}"), message)
}

/// Whether reading the action has refused what is at a place already.
fn is_refused(action: &Action, path: &str) -> bool {
    matches!(action.kind(), ActionKind::Faulty(fault)
        if fault.path == format!("{}.Parameters.{path}", action.path()))
}

/// Values outside of what the type takes.
pub(super) fn values(_: &Case<'_>, action: &Action, findings: &mut Vec<Finding>) {
    for key in keys::of(action.type_name()).unwrap_or_default() {
        let Some(text) = text(action, key.path).filter(|_| !is_refused(action, key.path)) else {
            continue;
        };
        let is_reference = matches!(Field::parse(&text), Field::Reference(_));
        let number = text.trim().parse::<i64>().ok();
        match &key.value {
            Value::Number(range) | Value::NumberOrReference(range) => {
                let dynamic = is_reference && matches!(key.value, Value::NumberOrReference(_));
                if !dynamic && !number.is_some_and(|it| range.contains(&it)) {
                    findings.push(wrong(action, key.path, &whole(*range.start(), *range.end())));
                }
            }
            Value::Word(words) => {
                if !is_reference && !words.iter().any(|it| it.eq_ignore_ascii_case(&text)) {
                    let names: Vec<_> = words.iter().map(|it| format!("`{it}`")).collect();
                    let near = nearest(&text, words.iter().copied());
                    findings.push(wrong(action, key.path, &names.join(" or ")).meant(near));
                }
            }
            Value::Any | Value::Reference => {}
        }
    }
    match action.type_name() {
        "GetParticipantInput" => input_time(action, findings),
        "InvokeLambdaFunction" => time_limit(action, findings),
        "TagContact" => tags(action, findings),
        "UpdateContactRoutingBehavior" => one_of_two(action, findings),
        "MessageParticipantIteratively" => messages(action, findings),
        _ => {}
    }
}

fn whole(low: i64, high: i64) -> String {
    match (low, high) {
        (i64::MIN, i64::MAX) => "a whole number".to_owned(),
        (low, i64::MAX) => format!("a whole number from {low}"),
        (low, high) => format!("a whole number from {low} to {high}"),
    }
}

/// A function that the flow waits for has 8 s, whatever a flow asks for.
fn time_limit(action: &Action, findings: &mut Vec<Finding>) {
    let ActionKind::InvokeLambdaFunction(invocation) = action.kind() else { return };
    let seconds = invocation.time_limit.as_secs();
    if invocation.mode == InvocationMode::Sync && seconds > MAX_SYNC_SECONDS {
        let expected = format!("{} for a function that the flow waits for", whole(1, 8));
        findings.push(wrong(action, "InvocationTimeLimitSeconds", &expected));
    }
}

/// The guide and the console have at most 180 s for a caller to begin; flows with more are
/// published, so how long Connect waits then is not known.
fn input_time(action: &Action, findings: &mut Vec<Finding>) {
    const KEY: &str = "InputTimeLimitSeconds";
    let seconds = text(action, KEY).and_then(|it| it.trim().parse::<i64>().ok());
    if seconds.is_some_and(|it| it > LONGEST_INPUT && it <= keys::SEVEN_DAYS) {
        let expected = format!(
            "{}: Connect publishes more, but its guide knows no longer wait",
            whole(1, LONGEST_INPUT)
        );
        findings.push(wrong(action, KEY, &expected).at_most(Severity::Warning));
    }
}

fn tags(action: &Action, findings: &mut Vec<Finding>) {
    let Some(tags) = at(action, "Tags").and_then(Json::as_object) else { return };
    if is_refused(action, "Tags") {
        return;
    }
    if let Some(name) = tags.keys().find(|it| it.starts_with(SYSTEM_TAG)) {
        let message = format!("found the tag `{name}`, expected no name that begins with `aws:`");
        findings.push(Finding::of(&WRONG_PARAMETER, action, "Parameters.Tags", message));
    }
}

fn one_of_two(action: &Action, findings: &mut Vec<Finding>) {
    if at(action, "QueuePriority").is_some() && at(action, "QueueTimeAdjustmentSeconds").is_some() {
        let expected = "nothing beside `QueuePriority`";
        findings.push(wrong(action, "QueueTimeAdjustmentSeconds", expected));
    }
}

fn messages(action: &Action, findings: &mut Vec<Finding>) {
    let messages = at(action, "Messages").and_then(Json::as_array);
    for (position, message) in messages.into_iter().flatten().enumerate() {
        let kinds = ["Text", "SSML", "PromptId", "Media"];
        let given = kinds.iter().filter(|it| message.get(**it).is_some_and(|it| !it.is_null()));
        if given.count() > 1 {
            let place = format!("Parameters.Messages[{position}]");
            let message = "found two prompts in one message, expected one of `Text`, `SSML`, `PromptId` and `Media`";
            findings.push(Finding::of(&WRONG_PARAMETER, action, &place, message));
        }
    }
}

/// Names that are almost those of parameters that are not given.
pub(super) fn names(_: &Case<'_>, action: &Action, findings: &mut Vec<Finding>) {
    let Some(parameters) = of(action) else { return };
    let Some(known) = keys::of(action.type_name()) else { return };
    let known: Vec<_> = known.iter().map(|it| it.path).filter(|it| !it.contains('.')).collect();
    for name in parameters.keys().filter(|it| !known.contains(&it.as_str())) {
        let free = known.iter().copied().filter(|it| !parameters.contains_key(*it));
        if let Some(near) = nearest(name, free) {
            let message = format!("found `{name}`, which `{}` does not have", action.type_name());
            let place = format!("Parameters.{name}");
            findings.push(
                Finding::of(&UNKNOWN_PARAMETER, action, &place, message)
                    .at_most(Severity::Hint)
                    .meant(Some(near)),
            );
        }
    }
}

/// Parameters whose JSON is free.
const FREE: [&str; 4] =
    ["LambdaInvocationAttributes", "ProfileRequestData", "ViewData", "CaseRequestFields"];

/// Numbers and booleans that are not written as text.
pub(super) fn numbers(_: &Case<'_>, action: &Action, findings: &mut Vec<Finding>) {
    let Some(parameters) = of(action) else { return };
    for (key, value) in parameters.iter().filter(|(key, _)| !FREE.contains(&key.as_str())) {
        bare(action, &format!("Parameters.{key}"), value, findings);
    }
}

fn bare(action: &Action, place: &str, value: &Json, findings: &mut Vec<Finding>) {
    match value {
        Json::Bool(_) | Json::Number(_) => {
            let text = match value {
                Json::Bool(true) => "True".to_owned(),
                Json::Bool(false) => "False".to_owned(),
                other => other.to_string(),
            };
            let message = format!("found {}, expected the text `\"{text}\"`", described(value));
            findings.push(Finding::of(&NUMBER_NOT_TEXT, action, place, message));
        }
        Json::Array(items) => {
            for (position, item) in items.iter().enumerate() {
                bare(action, &format!("{place}[{position}]"), item, findings);
            }
        }
        Json::Object(object) => {
            for (key, value) in object {
                bare(action, &format!("{place}.{key}"), value, findings);
            }
        }
        Json::Null | Json::String(_) => {}
    }
}

/// Fixed text where only a reference can be.
pub(super) fn must_be_references(_: &Case<'_>, action: &Action, findings: &mut Vec<Finding>) {
    let keys = keys::of(action.type_name()).unwrap_or_default().iter();
    let refused = |path: &str| is_refused(action, path);
    for key in keys.filter(|it| matches!(it.value, Value::Reference) && !refused(it.path)) {
        let fixed = text(action, key.path)
            .filter(|it| matches!(Field::parse(it), Field::Static(_)) && !it.starts_with("$."));
        if fixed.is_some() {
            let found = at(action, key.path).map_or_else(String::new, described);
            let message = format!(
                "found {found}, expected one reference and nothing else, such as `$.Attributes.tier`"
            );
            let place = format!("Parameters.{}", key.path);
            findings.push(Finding::of(&NOT_A_REFERENCE, action, &place, message));
        }
    }
}
