//! What a check found: to people, to machines, to code hosting.

pub(super) mod excerpt;
mod explain;
mod json;
mod progress;
mod sarif;
mod story;

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use connect_flow::explore::{EndKind, Ending};
use connect_flow::lint::Severity;

pub(crate) use explain::{page, rules};
pub(crate) use json::line as json;
pub(crate) use progress::Progress;
pub(crate) use sarif::log as sarif;

use crate::check::{Checked, Judged, Tally, Verdict, Walk};
use crate::report::plain;

pub(super) const BOLD: Style = Style::new().bold();
pub(super) const QUIET: Style = Style::new().dimmed();
pub(super) const ERROR: Style = AnsiColor::Red.on_default().bold();
pub(super) const WARNING: Style = AnsiColor::Yellow.on_default().bold();
pub(super) const GOOD: Style = AnsiColor::Green.on_default().bold();

/// Most identifiers that are listed.
const MOST_LISTED: usize = 6;

/// What of a check people want to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// Hints among the findings.
    pub(crate) hints: bool,
    /// The report on each flow.
    pub(crate) reports: bool,
}

/// What was found in one file, with ANSI styles; empty when there is nothing to say.
pub(crate) fn file(file: &Checked, wanted: Wanted) -> String {
    let mut out = String::new();
    match &file.outcome {
        Err(why) => {
            out.push_str(&excerpt::unreadable(file, why));
            out.push('\n');
        }
        Ok(judged) => {
            for it in &judged.diagnostics {
                if it.finding.severity > Severity::Hint || wanted.hints {
                    out.push_str(&excerpt::diagnostic(file, it));
                    out.push('\n');
                }
            }
            if wanted.reports {
                out.push_str(&report(file, judged));
                out.push('\n');
            }
        }
    }
    out
}

/// The report on a flow.
fn report(file: &Checked, judged: &Judged) -> String {
    let Judged { flow_type, type_is_known, n_actions, n_reachable, .. } = judged;
    let assumed = if *type_is_known { "" } else { " (assumed)" };
    let path = file.path.display().to_string();
    let path = plain(&path);
    let actions = count(*n_actions, "action");
    let mut out =
        format!("{BOLD}{path}{BOLD:#}  {QUIET}{flow_type}{assumed}, {actions}{QUIET:#}\n");
    let Some(walk) = &judged.walk else {
        row(&mut out, "reached", &format!("{n_reachable} of {n_actions} actions along branches"));
        row(&mut out, "promises", &promises(judged));
        return out;
    };
    let missed =
        if walk.is_complete { "; not by any call: " } else { "; not by the calls walked: " };
    row(
        &mut out,
        "reached",
        &format!(
            "{n_reachable} of {n_actions} actions along branches, {} by calls{}",
            walk.reached.len(),
            listed(missed, &walk.missed)
        ),
    );
    row(&mut out, "branches", &format!("{} of {} taken by calls", walk.n_taken, walk.n_branches));
    row(&mut out, "ends", &ends(walk));
    row(&mut out, "promises", &promises(judged));
    if judged.n_allowed > 0 {
        row(&mut out, "allowed", &count(judged.n_allowed, "finding"));
    }
    if !walk.is_complete {
        let n_states = walk.n_states;
        row(
            &mut out,
            "note",
            &format!("after {n_states} states of calls, only places were told apart"),
        );
    }
    let bad = || walk.endings.iter().filter(|it| it.kind.is_bad());
    for kind in [EndKind::Dropped, EndKind::Stuck] {
        let told = bad().filter(|it| it.kind == kind && !is_untold(judged, it));
        let places: Vec<_> = told.map(|it| place(judged, it)).collect();
        row(&mut out, kind.as_str(), &listed("at ", &places));
    }
    for ending in bad().filter(|it| is_untold(judged, it)) {
        let why = ending.why.as_ref().map_or(String::new(), |it| format!(": {it}"));
        row(&mut out, ending.kind.as_str(), &plain(&format!("at `{}`{why}", ending.action)));
        for line in story::lines(&ending.story) {
            // Writing to a `String` cannot fail.
            let _ = writeln!(out, "            {line}");
        }
    }
    out
}

/// What became of the promises beside a flow; empty when there are none.
fn promises(judged: &Judged) -> String {
    let words = [
        (Verdict::Kept, "kept"),
        (Verdict::Broken, "broken"),
        (Verdict::NotDecided, "not decided"),
        (Verdict::NotChecked, "not checked"),
    ];
    let counted = words.into_iter().filter_map(|(verdict, word)| {
        let n = judged.promises.iter().filter(|it| it.verdict == verdict).count();
        (n > 0).then(|| format!("{n} {word}"))
    });
    counted.collect::<Vec<_>>().join(", ")
}

/// Where a call ends, as promises name places.
fn place(judged: &Judged, ending: &Ending) -> String {
    if judged.owns(ending) {
        ending.action.clone()
    } else {
        format!("{}/{}", ending.flow_name, ending.action)
    }
}

/// Whether no finding tells the story of an ending, since it is allowed. Those in other flows are
/// told there.
fn is_untold(judged: &Judged, ending: &Ending) -> bool {
    let tells = |action: Option<&String>| action == Some(&ending.action);
    let mut diagnostics = judged.diagnostics.iter();
    judged.owns(ending)
        && !diagnostics.any(|it| it.story.is_some() && tells(it.finding.action.as_ref()))
}

/// How calls end, and at how many places.
fn ends(walk: &Walk) -> String {
    let mut ends = Vec::new();
    for (kind, n) in walk.ends() {
        let style = if kind.is_bad() { WARNING } else { Style::new() };
        ends.push(format!("{style}{} {n}{style:#}", kind_name(kind)));
    }
    match (ends.is_empty(), walk.reached.is_empty()) {
        (false, _) => ends.join(", "),
        (true, false) => "no call ends".to_owned(),
        (true, true) => "no call begins".to_owned(),
    }
}

/// The kind of an ending, in words.
fn kind_name(kind: EndKind) -> String {
    kind.as_str().replace('_', " ")
}

/// Adds a row of a report, unless there is nothing in it.
fn row(out: &mut String, name: &str, text: &str) {
    if text.is_empty() {
        return;
    }
    // Writing to a `String` cannot fail.
    let _ = writeln!(out, "  {QUIET}{name:<9}{QUIET:#} {text}");
}

/// A list of identifiers, shortened.
fn listed(before: &str, names: &[String]) -> String {
    if names.is_empty() {
        return String::new();
    }
    let shown: Vec<_> =
        names.iter().take(MOST_LISTED).map(|it| format!("`{}`", plain(it))).collect();
    let rest = match names.len().saturating_sub(MOST_LISTED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("{before}{}{rest}", shown.join(", "))
}

/// The last line: how much was found.
pub(crate) fn summary(tally: Tally, wanted: Wanted) -> String {
    let Tally { flows, errors, warnings, hints } = tally;
    let style = match (errors, warnings) {
        (0, 0) => GOOD,
        (0, _) => WARNING,
        _ => ERROR,
    };
    let shown = if hints > 0 && !wanted.hints { " (shown with --hints)" } else { "" };
    format!(
        "{style}{}, {}, {}, {}{style:#}{shown}\n",
        count(flows, "flow"),
        count(errors, "error"),
        count(warnings, "warning"),
        count(hints, "hint"),
    )
}

/// A number of things.
pub(super) fn count(n: usize, thing: &str) -> String {
    if n == 1 { format!("1 {thing}") } else { format!("{n} {thing}s") }
}
