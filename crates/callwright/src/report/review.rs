//! What a review of a conversation says.

use std::fmt::Write as _;
use std::path::PathBuf;

use serde_json::{Value, json};
use store::Failure;

use super::check::{BOLD, ERROR, GOOD, QUIET, WARNING, count};
use super::plain;
use crate::review::{Check, Conversation, Figures, Turn, Verdict};

/// A review for people, with ANSI styles.
pub(crate) fn told(conversation: &Conversation, figures: &Figures, checks: &[Check]) -> String {
    let mut out = format!("{BOLD}{}{BOLD:#}\n\n", plain(&conversation.contact));
    for words in conversation.greeting.iter().flatten() {
        line(&mut out, "greeting", words);
    }
    for turn in &conversation.turns {
        told_turn(&mut out, turn);
    }
    for words in conversation.farewell.iter().flatten() {
        line(&mut out, "farewell", words);
    }
    out.push('\n');
    line(&mut out, "turns", &counted(figures));
    line(&mut out, "resolved", &resolution(figures));
    let mut ended = conversation.outcome.clone();
    if let Some(reason) = &conversation.reason {
        let _ = write!(ended, " ({reason})");
    }
    line(&mut out, "ended", &ended);
    out.push('\n');
    for Check { point, verdict } in checks {
        // Writing to a `String` cannot fail.
        let _ = match verdict {
            Verdict::Met => writeln!(out, "{GOOD}met{GOOD:#}        {point}"),
            Verdict::Missed(why) => {
                writeln!(out, "{ERROR}missed{ERROR:#}     {point}: {}", plain(why))
            }
            Verdict::NotShown(why) => {
                writeln!(out, "{QUIET}not shown{QUIET:#}  {point}: {why}")
            }
        };
    }
    out
}

/// What was missed in many calls, with ANSI styles: a line for each point of each call, and how many
/// calls met each point.
pub(crate) fn table(reviewed: &[(PathBuf, Conversation, Vec<Check>)]) -> String {
    let mut out = String::new();
    let mut points: Vec<(&str, [usize; 3])> = Vec::new();
    for (script, _, checks) in reviewed {
        for Check { point, verdict } in checks {
            let at = points.iter().position(|it| it.0 == *point);
            let at = at.unwrap_or_else(|| {
                points.push((*point, [0; 3]));
                points.len().saturating_sub(1)
            });
            let column = match verdict {
                Verdict::Met => 0,
                Verdict::Missed(why) => {
                    let script = script.display().to_string();
                    let (script, why) = (plain(&script), plain(why));
                    let _ = writeln!(out, "{ERROR}missed{ERROR:#}  {script}  {point}: {why}");
                    1
                }
                Verdict::NotShown(_) => 2,
            };
            if let Some(n) = points.get_mut(at).and_then(|it| it.1.get_mut(column)) {
                *n = n.saturating_add(1);
            }
        }
    }
    if !out.is_empty() {
        out.push('\n');
    }
    let _ = writeln!(
        out,
        "{:<30}{:>6}{:>8}{:>11}",
        count(reviewed.len(), "call"),
        "met",
        "missed",
        "not shown"
    );
    for (point, [met, missed, not_shown]) in points {
        let _ = writeln!(out, "{point:<30}{met:>6}{missed:>8}{not_shown:>11}");
    }
    out
}

fn line(out: &mut String, head: &str, text: &str) {
    let _ = writeln!(out, "{QUIET}{head:<10}{QUIET:#} {}", plain(text));
}

fn told_turn(out: &mut String, turn: &Turn) {
    let said = if turn.said.is_empty() { "(nothing that is kept)" } else { &turn.said };
    let _ = writeln!(
        out,
        "{QUIET}{:<10}{QUIET:#} {}  {QUIET}{}{QUIET:#}{}",
        format!("turn {}", turn.number),
        plain(said),
        plain(&turn.intent),
        turn.failure.map_or(String::new(), |it| format!("  {WARNING}{}{WARNING:#}", word(it))),
    );
    line(out, "", &turn.reply);
}

fn word(failure: Failure) -> &'static str {
    match failure {
        Failure::NotUnderstood => "not understood",
        Failure::Silence => "silence",
        Failure::Denied => "denied",
    }
}

fn counted(figures: &Figures) -> String {
    let Figures { turns, not_understood, silences, denials, .. } = *figures;
    format!(
        "{turns}, {} ({not_understood} not understood, {silences} silent), {}",
        count(figures.reprompts(), "reprompt"),
        count(denials, "correction"),
    )
}

fn resolution(figures: &Figures) -> String {
    match (figures.turns_to_resolution, figures.seconds_to_resolution) {
        (Some(turns), Some(seconds)) => {
            format!(
                "{} in all, the first after {} and {seconds:.0} s",
                figures.served,
                count(turns, "turn")
            )
        }
        (Some(turns), None) => {
            format!("{} in all, the first after {}", figures.served, count(turns, "turn"))
        }
        (None, _) => "nothing".to_owned(),
    }
}

/// A review for machines.
pub(crate) fn json(conversation: &Conversation, figures: &Figures, checks: &[Check]) -> Value {
    let turns = conversation.turns.iter().map(|it| {
        json!({
            "number": it.number, "at": it.at.to_string(), "intent": it.intent, "said": it.said,
            "reply": it.reply, "messages": it.messages, "requests": it.requests,
            "failure": it.failure, "served": it.served,
        })
    });
    json!({
        "contact_id": conversation.contact,
        "language": conversation.language.code(),
        "greeting": conversation.greeting,
        "turns": turns.collect::<Vec<_>>(),
        "farewell": conversation.farewell,
        "ended": conversation.outcome,
        "reason": conversation.reason,
        "figures": figures,
        "checks": checks,
    })
}
