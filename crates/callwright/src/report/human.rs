//! A call as a person reads it, line by line.

use std::fmt::Write as _;
use std::path::Path;

use anstyle::{AnsiColor, Style};
use serde_json::Value;

use crate::call::{Event, Failure, Invoked, Kind, Mail, Sms};
use crate::script::{Hearing, Mood};
use crate::suite::Verdict;

/// Longest line, in characters.
const WIDTH: usize = 100;

/// Where the text of a line begins.
const INDENT: usize = 16;

const PLAIN: Style = Style::new();
pub(super) const BOLD: Style = Style::new().bold();
pub(super) const QUIET: Style = Style::new().dimmed();
const CALLER: Style = AnsiColor::Cyan.on_default();
const AGENT: Style = AnsiColor::Magenta.on_default();
pub(super) const WARNING: Style = AnsiColor::Yellow.on_default();
pub(super) const BAD: Style = AnsiColor::Red.on_default().bold();
const GOOD: Style = AnsiColor::Green.on_default().bold();

/// Attributes of records that say where and how they are kept, not what they hold.
const KEYS: [&str; 10] = [
    "pk",
    "sk",
    "gsi1pk",
    "gsi1sk",
    "gsi2pk",
    "gsi2sk",
    "kind",
    "version",
    "contact_id",
    "expires_at",
];

/// One event as lines of text with ANSI styles; empty for events that people need not see.
pub(crate) fn event(event: &Event) -> String {
    let line = |who, style, text: &str| line(Some(event.seconds), who, style, text);
    match &event.kind {
        Kind::Started { name, caller, dialled, language, .. } => {
            let caller = caller.as_deref().unwrap_or("a withheld number");
            let at = event.at.strftime("%a %-d %b %Y %H:%M UTC");
            format!("{BOLD}{name}{BOLD:#}\n{caller} calls {dialled}, {at}, {language}\n\n")
        }
        Kind::Heard { text, .. } => line("line", BOLD, text),
        Kind::AgentHeard { text } => line("to agent", QUIET, text),
        Kind::Agent { name, does } => line("agent", AGENT, &format!("({name} {does})")),
        Kind::CallsBack { number } => line("line", BOLD, &format!("(calls {number} back)")),
        Kind::Said { text, confidence, heard, mood, lost } => {
            let how = how_heard(*confidence, heard, *mood, *lost);
            line("caller", CALLER, &format!("\"{text}\"{how}"))
        }
        Kind::Pressed { keys, lost } => {
            let how = how_heard(None, &[], None, *lost);
            line("caller", CALLER, &format!("presses {keys}{how}"))
        }
        Kind::Silent => line("caller", CALLER, "(silence)"),
        Kind::LeftMessage { text } => line("caller", CALLER, &format!("(message) \"{text}\"")),
        Kind::HungUp => line("caller", CALLER, "(hangs up)"),
        Kind::Understood { intent, confidence, slots, sentiment } => {
            let mut text = intent.clone();
            if let Some(confidence) = confidence {
                // Writing to a `String` cannot fail.
                let _ = write!(text, " {confidence:.2}");
            }
            for (slot, value) in slots {
                let _ = write!(text, ", {slot} {value}");
            }
            if let Some(sentiment) = sentiment {
                let _ = write!(text, ", {}", sentiment.to_lowercase());
            }
            line("bot", QUIET, &text)
        }
        Kind::BotFailed { why } => line("bot", WARNING, why),
        Kind::Invoked { function, invocation } => {
            let style = if invocation.error.is_some() { WARNING } else { QUIET };
            let mut text = line("lambda", style, &invoked(function, invocation));
            if invocation.error.is_some() {
                for log in &invocation.log {
                    text.push_str(&line("log", QUIET, log));
                }
            }
            text
        }
        // The caller's own event says it already.
        Kind::Branch { note: Some(note), .. } if note == "the caller hung up" => String::new(),
        // The way straight on needs no words.
        Kind::Branch { branch, error: false, note: None, .. }
            if branch == "Next" || branch == "Terminal" =>
        {
            String::new()
        }
        Kind::Branch { flow, action, branch, error, note, .. } => {
            let note = note.as_ref().map_or(String::new(), |it| format!(" ({it})"));
            let style = if *error { WARNING } else { QUIET };
            line("flow", style, &format!("{flow}: {action} → {branch}{note}"))
        }
        Kind::Recording { of } if of.is_empty() => line("flow", QUIET, "recording off"),
        Kind::Recording { of } => line("flow", QUIET, &format!("recording {}", of.join(", "))),
        Kind::Queued { queue } => line("line", BOLD, &format!("(waits in queue {queue})")),
        Kind::Asked { of, what, answer } => {
            line("asks", QUIET, &format!("{of}: {what} → {answer}"))
        }
        Kind::Stored { bucket, key, bytes } => {
            line("s3", QUIET, &format!("{bucket}/{key}, {bytes} bytes"))
        }
        Kind::Delivered { detail_type, function } => {
            line("event", QUIET, &format!("{detail_type} → {function}"))
        }
        Kind::Mailed(mail) => mailed(mail),
        Kind::Texted(Sms { to, text }) => line("text", BOLD, &format!("{text} (to {to})")),
        Kind::Ended { ended, queue, why, attributes } => {
            let mut text = ended.to_string();
            if let Some(queue) = queue {
                let _ = write!(text, " in {queue}");
            }
            if let Some(why) = why {
                let _ = write!(text, ": {why}");
            }
            let mut out = format!("\n{}", line("ended", BOLD, &text));
            for (name, value) in attributes {
                out.push_str(&self::line(None, "attribute", PLAIN, &format!("{name} = {value}")));
            }
            out
        }
        Kind::Record { item } => self::line(None, "record", PLAIN, &record(item)),
        Kind::Failed { script, failure } => failed(script, failure),
        Kind::Took { cold_ms, warm_ms, memory_bytes } => {
            let mut text = format!("{cold_ms:.0} ms with cold functions");
            if let Some(warm_ms) = warm_ms {
                let _ = write!(text, ", {warm_ms:.0} ms with warm ones");
            }
            if let Some(bytes) = memory_bytes {
                let megabytes = bytes / 1_000_000;
                let _ = write!(text, "; the largest function holds {megabytes} MB");
            }
            self::line(None, "took", PLAIN, &text)
        }
    }
}

/// How words or keys arrive, as far as that is not plain.
fn how_heard(confidence: Option<f64>, heard: &[Hearing], mood: Option<Mood>, lost: bool) -> String {
    let sure = |it: Option<f64>| it.map_or(String::new(), |it| format!(" {it:.2}"));
    let mut notes = Vec::new();
    if let Some(mood) = mood {
        let name = Mood::NAMES.iter().find(|(_, it)| *it == mood).map_or("", |(name, _)| name);
        notes.push(name.to_owned());
    }
    if confidence.is_some() {
        notes.push(format!("heard{}", sure(confidence)));
    }
    for it in heard {
        notes.push(format!("heard \"{}\"{}", it.text, sure(it.confidence)));
    }
    if lost {
        notes.push("nobody listens".to_owned());
    }
    if notes.is_empty() { String::new() } else { format!(" ({})", notes.join(", ")) }
}

/// A line of the transcript: when, who, what; long texts are wrapped under themselves.
fn line(seconds: Option<f64>, who: &str, style: Style, text: &str) -> String {
    let when = seconds.map_or(String::new(), minutes);
    let mut out = String::new();
    let mut head = format!("{QUIET}{when:>5}{QUIET:#} {QUIET}{who:<9}{QUIET:#} ");
    for row in wrap(text, WIDTH.saturating_sub(INDENT)) {
        let _ = writeln!(out, "{head}{style}{row}{style:#}");
        head = " ".repeat(INDENT);
    }
    out
}

/// Seconds as `m:ss`.
fn minutes(seconds: f64) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a call is short")]
    let seconds = seconds as u64;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// Breaks a text into rows of at most `width` characters where it has white space.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut rows = Vec::new();
    for paragraph in text.lines() {
        let mut row = String::new();
        for word in paragraph.split_whitespace() {
            let length = row.chars().count() + word.chars().count() + 1;
            if !row.is_empty() && length > width {
                rows.push(std::mem::take(&mut row));
            }
            if !row.is_empty() {
                row.push(' ');
            }
            row.push_str(word);
        }
        rows.push(row);
    }
    if rows.is_empty() {
        rows.push(String::new());
    }
    rows
}

/// An invocation: the function, its durations, what went wrong.
fn invoked(function: &str, invocation: &Invoked) -> String {
    let Invoked { duration_ms, init_ms, tries, error, .. } = invocation;
    let mut text = format!("{function} {duration_ms:.1} ms");
    if let Some(init_ms) = init_ms {
        let _ = write!(text, ", cold start {init_ms:.1} ms");
    }
    if *tries > 1 {
        let _ = write!(text, ", {tries} tries");
    }
    if let Some(error) = error {
        let _ = write!(text, ": {error}");
    }
    text
}

/// A mail, with its text under its head.
fn mailed(mail: &Mail) -> String {
    let Mail { from, to, subject, text } = mail;
    let mut out = line(None, "mail", BOLD, subject);
    out.push_str(&line(None, "", QUIET, &format!("from {from} to {to}")));
    out.push_str(&line(None, "", PLAIN, text));
    out
}

/// A record: its kind and what it holds.
fn record(item: &Value) -> String {
    let kind = item.get("kind").and_then(Value::as_str).unwrap_or("?");
    let mut text = kind.to_owned();
    for (name, value) in item.as_object().into_iter().flatten() {
        if KEYS.contains(&name.as_str()) || value.is_null() {
            continue;
        }
        let value = match value {
            Value::String(value) if value.is_empty() => continue,
            Value::String(value) if value.contains(char::is_whitespace) => format!("{value:?}"),
            Value::String(value) => value.clone(),
            Value::Object(_) | Value::Array(_) => "{…}".to_owned(),
            Value::Null | Value::Bool(_) | Value::Number(_) => value.to_string(),
        };
        let _ = write!(text, "  {name}={value}");
    }
    text
}

/// A difference between script and call.
fn failed(script: &Path, failure: &Failure) -> String {
    let Failure { line: number, expected, found } = failure;
    let mut out = line(None, "FAILED", BAD, &format!("{}:{number}", script.display()));
    out.push_str(&line(None, "", BAD, &format!("expected {expected}")));
    out.push_str(&line(None, "", BAD, &format!("but {found}")));
    out
}

/// The verdict on a scripted call.
pub(crate) fn verdict(verdict: &Verdict, name: &str, place: &str) -> String {
    let word = match verdict {
        Verdict::Passed => format!("{GOOD}PASS{GOOD:#}"),
        Verdict::Failed(_) => format!("{BAD}FAIL{BAD:#}"),
        Verdict::Broken(_) => format!("{BAD}BROKEN{BAD:#}"),
    };
    format!("{word} {name}{QUIET}  {place}{QUIET:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_wrapped_and_short_ones_are_not() {
        assert_eq!(wrap("a bb ccc", 4), ["a bb", "ccc"]);
        assert_eq!(wrap("incomprehensible", 4), ["incomprehensible"]);
        assert_eq!(wrap("", 4), [""]);
        assert_eq!(wrap("one\ntwo", 80), ["one", "two"]);
    }

    #[test]
    fn time_is_minutes_and_seconds() {
        assert_eq!(minutes(0.4), "0:00");
        assert_eq!(minutes(61.9), "1:01");
    }
}
