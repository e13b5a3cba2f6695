//! What callers hear: how much, how long, and whether it can be spoken.

use serde_json::{Map, Value};

use super::case::Case;
use super::rule::{LONG_PROMPT, PROMPT_TOO_LONG, SSML_NOT_WELL_FORMED, SSML_TAG};
use super::{Finding, parameters, speech, ssml};
use crate::action::Action;
use crate::placeholder::has_placeholder;
use crate::value::{Part, Template};

/// Most characters of a prompt, markup included.
///
/// Source: Amazon Connect Administrator Guide, "Flow block: Play prompt".
const MOST_CHARACTERS: usize = 6_000;

/// Most characters of a prompt that are spoken, and billed. Source: as above.
const MOST_SPOKEN: usize = 3_000;

/// Longest prompt that people listen to, in seconds.
const LONGEST: f64 = 10.0;

/// Types of actions that say something.
const SPEAKERS: [&str; 4] = [
    "ConnectParticipantWithLexBot",
    "GetParticipantInput",
    "MessageParticipant",
    "MessageParticipantIteratively",
];

/// Something that is said.
pub(super) struct Said<'a> {
    place: String,
    text: &'a str,
    is_markup: bool,
}

impl Said<'_> {
    /// How many seconds it takes.
    fn seconds(&self) -> f64 {
        if self.is_markup { speech::of_markup(self.text) } else { speech::of_text(self.text) }
    }

    /// What is spoken of it.
    fn spoken(&self) -> String {
        if self.is_markup { ssml::read(self.text).text } else { self.text.to_owned() }
    }
}

/// What an action says, as far as it is fixed.
fn said(action: &Action) -> Vec<Said<'_>> {
    if !SPEAKERS.contains(&action.type_name()) {
        return Vec::new();
    }
    let Some(object) = parameters::of(action) else { return Vec::new() };
    let mut said = Vec::new();
    collect(object, "Parameters", &mut said);
    let messages = object.get("Messages").and_then(Value::as_array);
    for (position, message) in messages.into_iter().flatten().enumerate() {
        if let Some(message) = message.as_object() {
            collect(message, &format!("Parameters.Messages[{position}]"), &mut said);
        }
    }
    said
}

fn collect<'a>(object: &'a Map<String, Value>, place: &str, said: &mut Vec<Said<'a>>) {
    for (key, is_markup) in [("Text", false), ("SSML", true)] {
        let text = object.get(key).and_then(Value::as_str);
        if let Some(text) = text.filter(|it| !it.is_empty()) {
            said.push(Said { place: format!("{place}.{key}"), text, is_markup });
        }
    }
}

/// Whether everything an action says is silence.
pub(super) fn is_silent(action: &Action) -> bool {
    let said = said(action);
    let speaks = |it: &Said<'_>| it.spoken().chars().any(char::is_alphanumeric);
    !said.is_empty() && !said.iter().any(speaks)
}

/// Prompts with more characters than Connect speaks.
pub(super) fn length(_: &Case<'_>, action: &Action, findings: &mut Vec<Finding>) {
    for said in said(action) {
        let all = said.text.chars().count();
        let spoken = said.spoken().chars().count();
        let message = if all > MOST_CHARACTERS {
            format!("the prompt has {all} characters, expected at most {MOST_CHARACTERS}")
        } else if spoken > MOST_SPOKEN {
            format!(
                "the prompt has {spoken} characters to be spoken, expected at most {MOST_SPOKEN}"
            )
        } else {
            continue;
        };
        findings.push(Finding::of(&PROMPT_TOO_LONG, action, &said.place, message));
    }
}

/// Markup that cannot be spoken, or is ignored.
pub(super) fn markup(_: &Case<'_>, action: &Action, findings: &mut Vec<Finding>) {
    for said in said(action) {
        let fixed = said.text.trim();
        if !said.is_markup {
            if fixed.starts_with("<speak") {
                let message = "found markup, which a caller hears as text, expected it at `SSML`";
                findings.push(Finding::of(&SSML_TAG, action, &said.place, message));
            }
            continue;
        }
        // A reference or the placeholder of a template may bring any markup along.
        let template = Template::parse(fixed);
        let is_reference = matches!(template.parts(), [Part::Reference(_)]);
        if is_reference || has_placeholder(fixed) {
            continue;
        }
        let read = ssml::read(fixed);
        if let Some(broken) = read.broken {
            findings.push(Finding::of(&SSML_NOT_WELL_FORMED, action, &said.place, broken));
            continue;
        }
        if !fixed.starts_with("<speak") && !fixed.starts_with("<?xml") {
            let message = "found text outside of `<speak>`, expected `<speak>…</speak>` around it";
            findings.push(Finding::of(&SSML_TAG, action, &said.place, message));
        }
        for ignored in read.ignored {
            findings.push(Finding::of(&SSML_TAG, action, &said.place, ignored));
        }
    }
}

/// Prompts that take long.
pub(super) fn seconds(case: &Case<'_>, action: &Action, findings: &mut Vec<Finding>) {
    // Waiting callers want to hear something, and what is read takes no time.
    if !case.voice || action.type_name() == "MessageParticipantIteratively" {
        return;
    }
    for said in said(action) {
        let seconds = said.seconds();
        if seconds > LONGEST {
            let message = format!(
                "the prompt takes about {} seconds to be spoken, expected at most {LONGEST:.0}",
                seconds.ceil()
            );
            findings.push(Finding::of(&LONG_PROMPT, action, &said.place, message));
        }
    }
}
