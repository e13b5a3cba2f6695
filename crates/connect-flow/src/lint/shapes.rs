//! Whether parameters with a form of their own have it: events, numbers, media, sizes.

use serde_json::{Map, Value as Json};

use super::case::Case;
use super::parameters::{at, of, text};
use super::rule::{UNFINISHED_PARAMETER, WRONG_PARAMETER};
use super::{Finding, Severity};
use crate::action::Action;
use crate::near::nearest;
use crate::placeholder::has_placeholder;
use crate::value::Field;

/// Most bytes of all attributes of a contact, names and values.
///
/// Source: Amazon Connect Administrator Guide, "Amazon Connect service quotas".
const MOST_ATTRIBUTES: usize = 32_768;

/// Events at which another flow can run.
///
/// Source: Amazon Connect API Reference, "`UpdateContactEventHooks`".
const EVENTS: [&str; 10] = [
    "AgentHold",
    "AgentWhisper",
    "CustomerHold",
    "CustomerQueue",
    "CustomerRemaining",
    "CustomerWhisper",
    "DefaultAgentUI",
    "DisconnectAgentUI",
    "PauseContact",
    "ResumeContact",
];

/// Digits of a telephone number with its country code. Source: ITU-T E.164, clause 6.
const DIGITS: std::ops::RangeInclusive<usize> = 4..=15;

/// Parameters that are not of the form that their type takes.
pub(super) fn of_parameters(_: &Case<'_>, action: &Action, findings: &mut Vec<Finding>) {
    match action.type_name() {
        "TransferParticipantToThirdParty" => number(action, findings),
        "UpdateContactAttributes" => attributes(action, findings),
        "UpdateContactData" => language(action, findings),
        "UpdateContactEventHooks" => events(action, findings),
        "UpdateContactRoutingBehavior" => nothing(action, findings),
        _ => {}
    }
    let Some(parameters) = of(action) else { return };
    media(action, "Parameters", parameters, findings);
    let messages = parameters.get("Messages").and_then(Json::as_array);
    for (position, message) in messages.into_iter().flatten().enumerate() {
        if let Some(message) = message.as_object() {
            media(action, &format!("Parameters.Messages[{position}]"), message, findings);
        }
    }
}

fn wrong(action: &Action, key: &str, message: String) -> Finding {
    Finding::of(&WRONG_PARAMETER, action, &format!("Parameters.{key}"), message)
}

/// Fixed text at a place.
fn fixed(action: &Action, key: &str) -> Option<String> {
    text(action, key).filter(|it| matches!(Field::parse(it), Field::Static(_)))
}

fn number(action: &Action, findings: &mut Vec<Finding>) {
    const KEY: &str = "ThirdPartyPhoneNumber";
    let Some(found) = fixed(action, KEY) else { return };
    let is_number = found.strip_prefix('+').is_some_and(|it| {
        DIGITS.contains(&it.len())
            && it.bytes().all(|it| it.is_ascii_digit())
            && !it.starts_with('0')
    });
    if !is_number {
        let message = format!(
            "found `{found}`, expected `+` with the country code and the number, such as `+12025550100`"
        );
        findings.push(wrong(action, KEY, message));
    }
}

fn attributes(action: &Action, findings: &mut Vec<Finding>) {
    let Some(attributes) = at(action, "Attributes").and_then(Json::as_object) else { return };
    let sizes = attributes.iter().map(|(name, it)| name.len() + it.as_str().map_or(0, str::len));
    let bytes: usize = sizes.sum();
    if bytes > MOST_ATTRIBUTES {
        let message = format!(
            "found {bytes} bytes of names and values, expected at most {MOST_ATTRIBUTES} for all attributes of a contact"
        );
        findings.push(wrong(action, "Attributes", message));
    }
}

/// A language is written as `en-US`; other forms that Connect has are not told from it.
fn language(action: &Action, findings: &mut Vec<Finding>) {
    const KEY: &str = "LanguageCode";
    let Some(found) = fixed(action, KEY) else { return };
    let letters = |it: &str, case: fn(&u8) -> bool| it.len() >= 2 && it.bytes().all(|it| case(&it));
    let is_code = match found.split_once('-') {
        Some((language, region)) => {
            letters(language, u8::is_ascii_lowercase)
                && (letters(region, u8::is_ascii_uppercase) || letters(region, u8::is_ascii_digit))
        }
        None => letters(&found, u8::is_ascii_lowercase) && found.len() <= 3,
    };
    if !is_code {
        let message = format!("found `{found}`, expected a language and a region, such as `en-US`");
        findings.push(wrong(action, KEY, message).at_most(Severity::Warning));
    }
}

fn events(action: &Action, findings: &mut Vec<Finding>) {
    const KEY: &str = "EventHooks";
    let Some(hooks) = at(action, KEY).and_then(Json::as_object) else { return };
    for event in hooks.keys().filter(|it| !EVENTS.contains(&it.as_str()) && !has_placeholder(it)) {
        let near = nearest(event, EVENTS);
        let message = format!("found `{event}`, expected an event that Connect has");
        let finding = wrong(action, &format!("{KEY}.{event}"), message).meant(near);
        // Connect gets new events; only one that is almost a known one is surely wrong.
        findings.push(if near.is_none() { finding.at_most(Severity::Warning) } else { finding });
    }
    if hooks.len() > 1 {
        let message = format!("found {} events, expected one for each action", hooks.len());
        findings.push(wrong(action, KEY, message).at_most(Severity::Warning));
    }
}

fn nothing(action: &Action, findings: &mut Vec<Finding>) {
    let keys = ["QueuePriority", "QueueTimeAdjustmentSeconds"];
    if keys.iter().all(|it| at(action, it).is_none()) {
        let message = "found nothing, expected `QueuePriority` or `QueueTimeAdjustmentSeconds`";
        findings.push(Finding::of(&UNFINISHED_PARAMETER, action, "Parameters", message));
    }
}

/// A recording in a bucket.
///
/// Source: Amazon Connect API Reference, "`MessageParticipant`".
fn media(action: &Action, place: &str, said: &Map<String, Json>, findings: &mut Vec<Finding>) {
    let Some(media) = said.get("Media").and_then(Json::as_object) else { return };
    let mut judge = |key: &str, expected: &str, is_right: fn(&str) -> bool| {
        let found = media.get(key).and_then(Json::as_str).unwrap_or_default();
        if found.is_empty() || found.starts_with("$.") || has_placeholder(found) || is_right(found)
        {
            return;
        }
        let message = format!("found `{found}`, expected {expected}");
        let place = format!("{place}.Media.{key}");
        findings.push(Finding::of(&WRONG_PARAMETER, action, &place, message));
    };
    judge("Uri", "the address of a recording that begins with `s3://`", |it| {
        let scheme = it.split_once("://").map_or("", |(scheme, _)| scheme);
        scheme.eq_ignore_ascii_case("s3")
    });
    judge("SourceType", "`S3`", |it| it == "S3");
    judge("MediaType", "`Audio`", |it| it == "Audio");
}
