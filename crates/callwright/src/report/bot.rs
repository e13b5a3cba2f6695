//! What a check of bots found, and what a bot makes of some words.

use std::borrow::Cow;
use std::fmt::Write as _;

use annotate_snippets::Level;
use serde::Serialize;

use super::check::{BOLD, ERROR, GOOD, QUIET, WARNING, count, excerpt};
use super::plain;
use crate::bots::{Asked, Checked, Finding, Judged, JudgedLocale, Reading, Rule, Severity, Tally};

/// What was found of one bot, with ANSI styles; `reports` asks for a report on it as well.
pub(crate) fn checked(bot: &Checked, reports: bool) -> String {
    let mut out = String::new();
    for finding in &bot.findings {
        out.push_str(&told(bot, finding));
        out.push('\n');
    }
    if let Some(judged) = bot.bot.as_ref().filter(|_| reports) {
        out.push_str(&report(bot, judged));
        out.push('\n');
    }
    out
}

/// A finding as a compiler shows it.
fn told(bot: &Checked, finding: &Finding) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let id = finding.rule.to_string();
    let help = finding.help.as_deref();
    let Some(spot) = &finding.spot else {
        let path = bot.path.display().to_string();
        return excerpt::told(level, &id, &finding.message, &path, None, "", help);
    };
    let path = spot.file.display().to_string();
    let place = Some((&spot.text, spot.at.clone()));
    excerpt::told(level, &id, &finding.message, &path, place, &spot.path, help)
}

/// The report on a bot.
fn report(bot: &Checked, judged: &Judged) -> String {
    let path = bot.path.display().to_string();
    let mut out = format!("{BOLD}{}{BOLD:#}  {}\n", plain(&path), plain(&judged.name));
    for it in &judged.locales {
        let parts = [
            count(it.intents, "intent"),
            count(it.slots, "slot"),
            count(it.slot_types, "slot type"),
            count(it.samples, "sample utterance"),
        ];
        // Writing to a `String` cannot fail.
        let _ = writeln!(out, "  {QUIET}{:<10}{QUIET:#} {}", plain(&it.locale), parts.join(", "));
        if it.tried > 0 {
            let style = if it.understood == it.tried { GOOD } else { WARNING };
            let tried = count(it.tried, "sample utterance");
            let _ = writeln!(
                out,
                "  {:<10} {style}{} of {tried} understood{style:#}",
                "", it.understood
            );
        }
    }
    out
}

/// The last line: how much was found.
pub(crate) fn summary(tally: Tally) -> String {
    let Tally { bots, errors, warnings } = tally;
    let style = match (errors, warnings) {
        (0, 0) => GOOD,
        (0, _) => WARNING,
        _ => ERROR,
    };
    let (bots, errors) = (count(bots, "bot"), count(errors, "error"));
    format!("{style}{bots}, {errors}, {}{style:#}\n", count(warnings, "warning"))
}

/// What a bot makes of some words, with ANSI styles.
pub(crate) fn asked(asked: &Asked<'_>) -> String {
    let mut out = format!("{BOLD}\"{}\"{BOLD:#}\n", plain(asked.utterance));
    let width = asked.intents.iter().map(|it| it.intent.chars().count()).max().unwrap_or(0);
    for (position, reading) in asked.intents.iter().enumerate() {
        let style = if position == 0 { GOOD } else { QUIET };
        let Reading { intent, confidence, slots } = reading;
        let confidence = confidence.map_or(String::new(), |it| format!("{it:.2}"));
        let line = format!("  {intent:<width$}  {confidence}");
        let _ = writeln!(out, "{style}{}{style:#}", plain(line.trim_end()));
        for it in slots {
            let mut value = format!("    {} = {}", it.slot, it.interpreted);
            if it.original != it.interpreted {
                let _ = write!(value, ", said \"{}\"", it.original);
            }
            if it.resolved.iter().any(|other| *other != it.interpreted) {
                let _ = write!(value, ", resolved {}", it.resolved.join(", "));
            }
            let _ = writeln!(out, "{}", plain(&value));
        }
    }
    out.push('\n');
    out
}

/// A bot that was checked, as JSON. What is not known, because it cannot be executed, is null.
#[derive(Debug, Serialize)]
pub(crate) struct Line<'a> {
    /// What is not UTF-8 in it is replaced.
    file: Cow<'a, str>,
    /// Logical id in a template.
    id: Option<&'a str>,
    name: Option<&'a str>,
    locales: &'a [JudgedLocale],
    findings: Vec<LineFinding<'a>>,
}

#[derive(Debug, Serialize)]
struct LineFinding<'a> {
    rule: Rule,
    severity: Severity,
    message: &'a str,
    help: Option<&'a str>,
    /// The file that it is about, and the path in it.
    of: Option<Cow<'a, str>>,
    path: Option<&'a str>,
    /// From 1, in characters; null for the file as a whole.
    line: Option<usize>,
    column: Option<usize>,
}

/// The line of a bot.
pub(crate) fn json(bot: &Checked) -> Line<'_> {
    let findings = bot.findings.iter().map(|it| {
        let at = it.spot.as_ref().and_then(|it| Some(it.text.position(it.at.as_ref()?.start)));
        LineFinding {
            rule: it.rule,
            severity: it.severity,
            message: &it.message,
            help: it.help.as_deref(),
            of: it.spot.as_ref().map(|it| it.file.to_string_lossy()),
            path: it.spot.as_ref().map(|it| it.path.as_str()),
            line: at.map(|(line, _)| line),
            column: at.map(|(_, column)| column),
        }
    });
    Line {
        file: bot.path.to_string_lossy(),
        id: bot.id.as_deref(),
        name: bot.bot.as_ref().map(|it| it.name.as_str()),
        locales: bot.bot.as_ref().map_or(&[], |it| &it.locales),
        findings: findings.collect(),
    }
}
