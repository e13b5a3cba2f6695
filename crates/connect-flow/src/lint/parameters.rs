//! Whether parameters have values that they can have.

use serde_json::{Map, Value as Json};

use super::case::Case;
use super::keys::{self, Key, Value};
use super::rule::{NOT_A_REFERENCE, NUMBER_NOT_TEXT, UNKNOWN_PARAMETER, WRONG_PARAMETER};
use super::{Finding, Severity};
use crate::action::{Action, ActionKind, MAX_SYNC_SECONDS, described, scalar, within};
use crate::effect::InvocationMode;
use crate::near::nearest;
use crate::placeholder::has_placeholder;
use crate::value::Field;

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

/// Whether reading the action has refused what is at a place under it already.
fn is_refused(action: &Action, path: &str) -> bool {
    let mut faults = action.parameter_faults().iter();
    faults.any(|it| it.path == format!("{}.{path}", action.path()))
}

/// Values outside of what the type takes.
pub(super) fn values(_: &Case<'_>, action: &Action, findings: &mut Vec<Finding>) {
    for Given { place, key, value, text } in texts(action) {
        let is_reference = matches!(Field::parse(&text), Field::Reference(_));
        let number = text.trim().parse::<i64>().ok();
        let refused = |expected: &str| {
            let message = format!("found {}, expected {expected}", described(value));
            Finding::of(&WRONG_PARAMETER, action, &place, message)
        };
        match &key.value {
            Value::Number(range) | Value::NumberOrReference(range) => {
                let dynamic = is_reference && matches!(key.value, Value::NumberOrReference(_));
                if !dynamic && !number.is_some_and(|it| range.contains(&it)) {
                    findings.push(refused(&whole(*range.start(), *range.end())));
                }
            }
            Value::Word(words) => {
                if !is_reference && !words.iter().any(|it| it.eq_ignore_ascii_case(&text)) {
                    let names: Vec<_> = words.iter().map(|it| format!("`{it}`")).collect();
                    let near = nearest(&text, words.iter().copied());
                    findings.push(refused(&names.join(" or ")).meant(near));
                }
            }
            Value::Any | Value::Reference | Value::Object(_) | Value::Objects(_) => {}
        }
    }
    match action.type_name() {
        "GetParticipantInput" => input_time(action, findings),
        "InvokeLambdaFunction" => time_limit(action, findings),
        "UpdateContactRoutingBehavior" => one_of_two(action, findings),
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
    let place = within("Parameters", KEY);
    let seconds = text(action, KEY).and_then(|it| it.trim().parse::<i64>().ok());
    if seconds.is_some_and(|it| it > LONGEST_INPUT) && !is_refused(action, &place) {
        let expected = format!(
            "{}: Connect publishes more, but its guide knows no longer wait",
            whole(1, LONGEST_INPUT)
        );
        findings.push(wrong(action, KEY, &expected).at_most(Severity::Warning));
    }
}

fn one_of_two(action: &Action, findings: &mut Vec<Finding>) {
    if at(action, "QueuePriority").is_some() && at(action, "QueueTimeAdjustmentSeconds").is_some() {
        let expected = "nothing beside `QueuePriority`";
        findings.push(wrong(action, "QueueTimeAdjustmentSeconds", expected));
    }
}

/// Parameters that are not known: misspelt ones, and those that nothing documents.
pub(super) fn names(_: &Case<'_>, action: &Action, findings: &mut Vec<Finding>) {
    let Some(parameters) = of(action) else { return };
    for place in keys::places(action.type_name(), parameters) {
        let known = |name: &str| place.keys.iter().any(|it| it.name == name);
        for name in place.object.keys().filter(|it| !known(it) && !has_placeholder(it)) {
            let free = place.keys.iter().map(|it| it.name);
            let near = nearest(name, free.filter(|it| !place.object.contains_key(*it)));
            let message = format!("found `{name}`, which `{}` does not have", place.name);
            let path = within(&place.path, name);
            findings.push(Finding::of(&UNKNOWN_PARAMETER, action, &path, message).meant(near));
        }
    }
}

/// Text at a known place that reading the action has taken.
struct Given<'a> {
    /// Under the action, such as `Parameters.LexTimeoutSeconds.Text`.
    place: String,
    key: &'static Key,
    value: &'a Json,
    /// The value as text, neither empty nor waiting to be filled in.
    text: String,
}

fn texts(action: &Action) -> Vec<Given<'_>> {
    let Some(parameters) = of(action) else { return Vec::new() };
    let given = |it: &keys::Place<'_>, key: &'static Key, value| {
        let text = scalar(value).filter(|it| !it.is_empty() && !has_placeholder(it))?;
        let place = within(&it.path, key.name);
        (!is_refused(action, &place)).then_some(Given { place, key, value, text })
    };
    let mut found = Vec::new();
    for place in keys::places(action.type_name(), parameters) {
        found.extend(place.keys.iter().filter_map(|key| given(&place, key, place.get(key)?)));
    }
    found
}

/// Parameters whose JSON is free.
const FREE: [&str; 4] =
    ["LambdaInvocationAttributes", "ProfileRequestData", "ViewData", "CaseRequestFields"];

/// Numbers and booleans that are not written as text.
pub(super) fn numbers(_: &Case<'_>, action: &Action, findings: &mut Vec<Finding>) {
    let Some(parameters) = of(action) else { return };
    for (key, value) in parameters.iter().filter(|(key, _)| !FREE.contains(&key.as_str())) {
        bare(action, &within("Parameters", key), value, findings);
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
                bare(action, &within(place, key), value, findings);
            }
        }
        Json::Null | Json::String(_) => {}
    }
}

/// Fixed text where only a reference can be.
pub(super) fn must_be_references(_: &Case<'_>, action: &Action, findings: &mut Vec<Finding>) {
    for Given { place, key, value, text } in texts(action) {
        let fixed = matches!(Field::parse(&text), Field::Static(_)) && !text.starts_with("$.");
        if fixed && matches!(key.value, Value::Reference) {
            let found = described(value);
            let message = format!(
                "found {found}, expected one reference and nothing else, such as `$.Attributes.tier`"
            );
            findings.push(Finding::of(&NOT_A_REFERENCE, action, &place, message));
        }
    }
}
