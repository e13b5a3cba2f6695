//! One file: reads it, judges it, walks through its calls.

use std::collections::BTreeMap;
use std::path::Path;

use connect_flow::explore::{self, Options, Promise, Report};
use connect_flow::lint::{self, Finding, Severity, Subject, Surroundings};
use connect_flow::{Action, Entry, Flow, FlowKind, FlowType, Library, ParseFlowError};
use serde_json::Value;

use super::document::{Document, Repeated};
use super::project::{Member, Project};
use super::text::Text;
use super::{
    Candidate, Checked, Diagnostic, Judged, Place, Settings, Spot, Unreadable, Walk, graph,
    promises, settle,
};
use crate::render;

/// What the flow is, and what is around it.
struct Around<'a> {
    root: Option<&'a Path>,
    library: &'a Library,
    entry: &'a Entry,
    surroundings: &'a Surroundings,
    is_complete: bool,
    flow_type: Option<FlowType>,
}

/// Checks one file; `None` when it was found in a folder and is plainly no flow.
pub(super) fn check(
    file: &Candidate,
    project: Option<(&Project, &Member)>,
    settings: &Settings,
) -> Option<Checked> {
    let Some((project, member)) = project else { return alone(file, settings) };
    let text = member.text.clone();
    let Some(entry) = project.library.get(&member.arn) else {
        return member.unreadable.as_ref().map(|error| refused(file, text, error));
    };
    let around = Around {
        root: Some(&project.root),
        library: &project.library,
        entry,
        surroundings: &project.surroundings,
        is_complete: true,
        flow_type: Some(member.flow_type(&entry.flow)),
    };
    let obstacles =
        member.obstacles.iter().map(|it| finding(it.rule, &it.path, it.message.clone()));
    Some(judged(file, text, &around, obstacles.collect(), settings))
}

/// Checks a file that belongs to no project.
fn alone(file: &Candidate, settings: &Settings) -> Option<Checked> {
    let text = match Text::read(&file.path) {
        Ok(text) => text,
        Err(error) => {
            return Some(unreadable(file, format!("failed to read the file: {error}")));
        }
    };
    let flow = match Flow::read(text.as_str()) {
        Ok(flow) => flow,
        Err(error) => {
            let is_wanted = file.is_named || may_be_flow(text.as_str());
            return is_wanted.then(|| refused(file, text, &error));
        }
    };
    let flow_type = flow.flow_type();
    let kind = match flow_type {
        Some(FlowType::Module) => FlowKind::Module,
        Some(_) | None => FlowKind::Flow,
    };
    let mut library = Library::new();
    let arn = file.path.to_string_lossy();
    let name = file.path.file_stem().unwrap_or_default().to_string_lossy();
    library.insert(arn.as_ref(), kind, name, flow);
    let surroundings = Surroundings::default();
    let around = Around {
        root: None,
        library: &library,
        entry: library.get(&arn)?,
        surroundings: &surroundings,
        is_complete: false,
        flow_type,
    };
    Some(judged(file, text, &around, Vec::new(), settings))
}

/// Whether a text that cannot be read as a flow was meant to be one.
fn may_be_flow(text: &str) -> bool {
    match serde_json::from_str::<Value>(text) {
        Ok(json) => {
            let has = |key| json.get(key).is_some();
            let is_legacy = json.get("modules").is_some_and(Value::is_array)
                && (has("start") || has("metadata"));
            has("Actions") || has("StartAction") || is_legacy
        }
        Err(_) => ["\"Actions\"", "\"StartAction\""].iter().any(|it| text.contains(it)),
    }
}

/// A file that cannot be read, with nothing to point at.
fn unreadable(file: &Candidate, message: String) -> Checked {
    let outcome = Err(Unreadable { message, help: None, at: None });
    Checked { path: file.path.clone(), text: Text::default(), promises: None, outcome }
}

/// A file that is no flow, and where that shows.
fn refused(file: &Candidate, checked: Text, error: &ParseFlowError) -> Checked {
    let message = crate::chain(error);
    let text = checked.as_str();
    let (message, help, at) = match error {
        ParseFlowError::NotJson(it) => {
            // The place is shown; it need not be told.
            let told = message.rsplit_once(" at line ").map_or(message.as_str(), |(it, _)| it);
            (told.to_owned(), None, offset(text, it.line(), it.column()).map(|it| it..it))
        }
        ParseFlowError::Legacy => {
            let (what, help) = message.split_once(": ").unwrap_or((&message, ""));
            (what.to_owned(), Some(help.to_owned()), place(text, "modules"))
        }
        ParseFlowError::Answer { key } => {
            let (what, help) = message.split_once(": ").unwrap_or((&message, ""));
            (what.to_owned(), Some(help.to_owned()), place(text, key))
        }
        ParseFlowError::Fault(it) => (message, None, place(text, &it.path)),
        ParseFlowError::Defect(it) => (message, None, place(text, it.path())),
    };
    let outcome = Err(Unreadable { message, help, at });
    Checked { path: file.path.clone(), text: checked, promises: None, outcome }
}

fn place(text: &str, path: &str) -> Option<std::ops::Range<usize>> {
    Document::read(text)?.find(path)
}

/// The byte at a line and a column (in bytes) as `serde_json` counts them.
fn offset(text: &str, line: usize, column: usize) -> Option<usize> {
    let before: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let at = before.saturating_add(column.saturating_sub(1)).min(text.len());
    (0..=at).rev().find(|it| text.is_char_boundary(*it))
}

/// Judges a flow of a library and walks through its calls.
fn judged(
    file: &Candidate,
    text: Text,
    around: &Around<'_>,
    obstacles: Vec<Finding>,
    settings: &Settings,
) -> Checked {
    let promise_file = promises::beside(&file.path);
    let (arn, flow) = (&around.entry.arn, &around.entry.flow);
    let told = settings.flow_type.filter(|_| file.is_named).or(around.flow_type);
    let flow_type = told.unwrap_or(FlowType::ContactFlow);
    let subject = Subject {
        flow,
        flow_type,
        flow_type_known: told.is_some(),
        characters: Some(render::minify(text.as_str()).chars().count()),
        library: around.library,
        library_is_complete: around.is_complete,
        surroundings: around.surroundings,
    };
    let document = Document::read(text.as_str());
    let in_flow = |finding: Finding| {
        let at = document.as_ref().and_then(|it| it.find(&finding.path));
        Diagnostic { finding, place: Place::Flow(at), story: None }
    };

    let mut found: Vec<_> = document.iter().flat_map(|it| repeated_keys(flow, it)).collect();
    found.extend(obstacles.into_iter().map(|it| {
        let action = action_at(flow, &it.path);
        in_flow(Finding { action, ..it })
    }));
    found.extend(lint::lint(&subject).into_iter().map(in_flow));
    let spots = spots(flow, document.as_ref());
    let read = promises::read(promise_file.as_ref(), around.library);
    found.extend(read.wrong);
    let report = settings.explores.then(|| walk_through(around, &read.promises));
    let promises = promises::held(&read.promises, report.as_ref());
    if let Some(file) = &promise_file {
        found.extend(promises::undecided(&promises, file));
    }
    let walk = report.map(|report| {
        found.extend(promises::broken(&report.broken, &read.promises, promise_file.as_ref()));
        let own = report.endings.iter().filter(|it| it.kind.is_bad() && it.flow == *arn);
        found.extend(own.map(|it| {
            let path = spots.get(&it.action).map_or("", |it| it.path.as_str());
            Diagnostic { story: Some(it.story.clone()), ..in_flow(settle::bad_end(it, path)) }
        }));
        walked(around.entry, report)
    });

    let allowances = lint::allowed(flow);
    let n_found = found.len();
    let mut diagnostics: Vec<_> = found
        .into_iter()
        .filter(|it| !allowances.covers(&it.finding))
        .filter_map(|it| it.judged(&settings.levels))
        .collect();
    let n_allowed = n_found.saturating_sub(diagnostics.len());
    diagnostics.sort_by(Diagnostic::by_place);
    let judged = Judged {
        root: around.root.map(Path::to_owned),
        arn: arn.clone(),
        name: around.entry.name.clone(),
        flow_type,
        type_is_known: told.is_some(),
        n_actions: flow.actions().count(),
        n_reachable: graph::reachable(flow).len(),
        spots,
        walk,
        promises,
        diagnostics,
        n_allowed,
        allowances,
    };
    Checked { path: file.path.clone(), text, promises: promise_file, outcome: Ok(judged) }
}

/// Walks through every call that begins with a flow. Through one that does not begin, there is none.
fn walk_through(around: &Around<'_>, promises: &[(usize, Promise)]) -> Report {
    let promises = promises.iter().map(|(_, it)| it.clone()).collect();
    let options = Options { promises, ..Options::default() };
    let Entry { arn, name, .. } = around.entry;
    explore::explore(around.library, arn, &options).unwrap_or_else(|_| Report {
        flow: arn.clone(),
        flow_name: name.clone(),
        reached: BTreeMap::new(),
        branches: BTreeMap::new(),
        endings: Vec::new(),
        states: 0,
        complete: true,
        broken: Vec::new(),
    })
}

/// What a walk says of the flow it began with.
fn walked(entry: &Entry, mut report: Report) -> Walk {
    let (arn, flow) = (&entry.arn, &entry.flow);
    let reached = report.reached.remove(arn).unwrap_or_default();
    let taken = report.branches.remove(arn).unwrap_or_default();
    let reachable = graph::reachable(flow);
    let is_missed = |it: &&str| reachable.contains(it) && !reached.contains(*it);
    let missed = flow.actions().map(Action::identifier).filter(is_missed).map(str::to_owned);
    let (mut n_taken, mut n_branches) = (0, 0);
    for action in flow.actions() {
        let exits = action.exits();
        n_branches += exits.len();
        n_taken += taken
            .get(action.identifier())
            .map_or(0, |taken| exits.iter().filter(|it| taken.contains(it)).count());
    }
    Walk {
        missed: missed.collect(),
        reached,
        n_taken,
        n_branches,
        endings: report.endings,
        n_states: report.states,
        is_complete: report.complete,
    }
}

/// Findings for keys that their object has already.
fn repeated_keys(flow: &Flow, document: &Document<'_>) -> Vec<Diagnostic> {
    let diagnostic = |it: Repeated| {
        let message = format!("the key `{}` is there twice, and the last one counts", it.key);
        let action = action_at(flow, &it.path);
        let finding = Finding { action, ..finding("duplicate-key", &it.path, message) };
        Diagnostic { finding, place: Place::Flow(Some(it.at)), story: None }
    };
    document.repeated_keys().into_iter().map(diagnostic).collect()
}

/// A finding with the severity of its rule.
pub(super) fn finding(rule: &'static str, path: &str, message: String) -> Finding {
    let severity = lint::rule(rule).map_or(Severity::Error, |it| it.severity);
    Finding { rule, severity, action: None, path: path.to_owned(), message, help: None }
}

/// Where each action is; of those with one identifier, the first.
fn spots(flow: &Flow, document: Option<&Document<'_>>) -> BTreeMap<String, Spot> {
    let mut spots = BTreeMap::new();
    for action in flow.actions() {
        spots.entry(action.identifier().to_owned()).or_insert_with(|| {
            let path = action.path();
            let at = document.and_then(|it| it.find(&path));
            Spot { path, at }
        });
    }
    spots
}

/// The action that a path leads into.
fn action_at(flow: &Flow, path: &str) -> Option<String> {
    let (position, _) = path.strip_prefix("Actions[")?.split_once(']')?;
    let action = flow.actions().nth(position.parse().ok()?)?;
    Some(action.identifier().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_plainly_no_flow_is_told_from_what_was_meant_to_be_one() {
        for text in [
            r#"{ "Actions": 1 }"#,
            r#"{ "StartAction": "" }"#,
            r#"{ "modules": [], "start": "x" }"#,
            r#"{ "Actions": [ }"#,
        ] {
            assert!(may_be_flow(text), "{text}");
        }
        for text in [r#"{ "name": "p", "modules": "./m" }"#, "[1]", "7", "{", "", "// a note"] {
            assert!(!may_be_flow(text), "{text}");
        }
    }

    #[test]
    fn an_offset_is_never_inside_a_character_or_past_the_end() {
        let text = "ab\nä€";
        assert_eq!(offset(text, 1, 1), Some(0));
        assert_eq!(offset(text, 2, 2), Some(3));
        assert_eq!(offset(text, 2, 99), Some(text.len()));
        assert_eq!(offset(text, 0, 0), None);
    }
}
