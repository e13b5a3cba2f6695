//! What a check of wording found.

use std::borrow::Cow;
use std::fmt::Write as _;

use annotate_snippets::Level;
use serde::Serialize;
use wording::check::{Rule, Severity};

use super::check::{BOLD, ERROR, GOOD, QUIET, WARNING, count, excerpt};
use super::plain;
use crate::words::{File, Finding, Report, Tally};

/// What was found in a file, with ANSI styles; hints only when they are wanted.
pub(crate) fn findings(file: &File, hints: bool) -> String {
    let wanted = file.findings.iter().filter(|it| it.severity > Severity::Hint || hints);
    wanted.fold(String::new(), |out, it| out + &told(file, it) + "\n")
}

/// A finding as a compiler shows it.
fn told(file: &File, finding: &Finding) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::HELP.with_name("hint"),
    };
    let path = file.path.display().to_string();
    let place = Some((&file.text, Some(finding.at.clone())));
    let (id, hint) = (finding.rule.as_str(), finding.hint.as_deref());
    excerpt::told(level, id, &finding.told, &path, place, &finding.of, hint)
}

/// The report on each language.
pub(crate) fn reports(reports: &[Report]) -> String {
    let mut out = String::new();
    for it in reports {
        let parts = [
            count(it.n_files, "file"),
            count(it.n_messages, "message"),
            count(it.n_wordings, "wording"),
        ];
        // Writing to a `String` cannot fail.
        let _ = writeln!(out, "{BOLD}{}{BOLD:#}  {}", it.language, parts.join(", "));
        if let Some((message, seconds)) = &it.longest {
            let longest = format!("longest   {seconds:.1} seconds, {}", plain(message));
            let _ = writeln!(out, "  {QUIET}{longest}{QUIET:#}");
        }
    }
    out.push('\n');
    out
}

/// The last line: how much was found.
pub(crate) fn summary(tally: Tally, hints_shown: bool) -> String {
    let Tally { files, errors, warnings, hints } = tally;
    let style = match (errors, warnings) {
        (0, 0) => GOOD,
        (0, _) => WARNING,
        _ => ERROR,
    };
    let shown = if hints > 0 && !hints_shown { " (shown with --hints)" } else { "" };
    format!(
        "{style}{}, {}, {}, {}{style:#}{shown}\n",
        count(files, "file"),
        count(errors, "error"),
        count(warnings, "warning"),
        count(hints, "hint"),
    )
}

/// A file that was checked, as JSON.
#[derive(Debug, Serialize)]
pub(crate) struct Line<'a> {
    /// What is not UTF-8 in it is replaced.
    file: Cow<'a, str>,
    /// Null for the file of a line.
    language: Option<&'static str>,
    findings: Vec<LineFinding<'a>>,
}

#[derive(Debug, Serialize)]
struct LineFinding<'a> {
    rule: Rule,
    severity: Severity,
    message: &'a str,
    help: Option<&'a str>,
    /// The message with its attribute, or the key of a line; empty for what is neither.
    of: &'a str,
    /// From 1, in characters.
    line: usize,
    column: usize,
}

/// The line of a file.
pub(crate) fn json(file: &File) -> Line<'_> {
    let findings = file.findings.iter().map(|it| {
        let (line, column) = file.text.position(it.at.start);
        LineFinding {
            rule: it.rule,
            severity: it.severity,
            message: &it.told,
            help: it.hint.as_deref(),
            of: &it.of,
            line,
            column,
        }
    });
    Line {
        file: file.path.to_string_lossy(),
        language: file.language.map(wording::Language::code),
        findings: findings.collect(),
    }
}
