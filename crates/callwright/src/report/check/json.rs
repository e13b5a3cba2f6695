//! One line of JSON a flow.

use std::borrow::Cow;
use std::collections::BTreeMap;

use connect_flow::FlowType;
use connect_flow::explore::{Ending, Story, StoryStep};
use connect_flow::lint::Severity;
use serde::Serialize;

use crate::check::{Checked, Diagnostic, Place, Unreadable, Verdict};
use crate::coverage;

/// A file that was checked. What is not known, because the file is no flow or calls were not walked
/// through, is null.
#[derive(Debug, Serialize)]
pub(crate) struct Line<'a> {
    /// What is not UTF-8 in it is replaced.
    file: Cow<'a, str>,
    #[serde(rename = "type")]
    flow_type: Option<FlowType>,
    /// Whether the type is only assumed.
    type_assumed: bool,
    actions: Option<usize>,
    graph_reachable: Option<usize>,
    explored: Option<usize>,
    branches: Option<Branches>,
    /// At how many places calls end, by how.
    ends: BTreeMap<&'static str, usize>,
    findings: Vec<Finding<'a>>,
    allowed: usize,
    endings: Vec<Call<'a>>,
    promises: Vec<Held<'a>>,
    states: Option<usize>,
    complete: Option<bool>,
    error: Option<String>,
}

#[derive(Debug, Serialize)]
struct Branches {
    taken: usize,
    total: usize,
}

#[derive(Debug, Serialize)]
struct Finding<'a> {
    rule: &'static str,
    severity: Severity,
    action: Option<&'a str>,
    path: &'a str,
    message: &'a str,
    help: Option<&'a str>,
    /// From 1, in characters; null for the file as a whole.
    line: Option<usize>,
    column: Option<usize>,
    /// The file that line and column are of, when it is not the flow.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    call: Option<Vec<Step<'a>>>,
}

#[derive(Debug, Serialize)]
struct Call<'a> {
    end: &'static str,
    flow: &'a str,
    action: &'a str,
    why: Option<&'a str>,
    /// Left out where there is no story, such as of callers who hang up.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    path: Vec<Step<'a>>,
}

/// A step of a call, with the words of recorded calls for the branch.
#[derive(Debug, Serialize)]
struct Step<'a> {
    flow: &'a str,
    action: &'a str,
    branch: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    happened: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct Held<'a> {
    line: usize,
    promise: &'a str,
    /// Null when that is not known, since not all calls were walked through.
    kept: Option<bool>,
}

/// The line of a file.
pub(crate) fn line(file: &Checked) -> Line<'_> {
    let judged = file.outcome.as_ref().ok();
    let walk = judged.and_then(|it| it.walk.as_ref());
    let endings = walk.into_iter().flat_map(|it| &it.endings).map(end);
    let promises = judged.into_iter().flat_map(|it| &it.promises);
    Line {
        file: file.path.to_string_lossy(),
        flow_type: judged.map(|it| it.flow_type),
        type_assumed: judged.is_some_and(|it| !it.type_is_known),
        actions: judged.map(|it| it.n_actions),
        graph_reachable: judged.map(|it| it.n_reachable),
        explored: walk.map(|it| it.reached.len()),
        branches: walk.map(|it| Branches { taken: it.n_taken, total: it.n_branches }),
        ends: walk
            .map(|it| it.ends().into_iter().map(|(kind, n)| (kind.as_str(), n)).collect())
            .unwrap_or_default(),
        findings: judged
            .into_iter()
            .flat_map(|it| &it.diagnostics)
            .map(|it| finding(file, it))
            .collect(),
        allowed: judged.map_or(0, |it| it.n_allowed),
        endings: endings.collect(),
        promises: promises
            .map(|it| Held { line: it.line, promise: &it.text, kept: kept(it.verdict) })
            .collect(),
        states: walk.map(|it| it.n_states),
        complete: walk.map(|it| it.is_complete),
        error: file.outcome.as_ref().err().map(Unreadable::told),
    }
}

fn kept(verdict: Verdict) -> Option<bool> {
    match verdict {
        Verdict::Kept => Some(true),
        Verdict::Broken => Some(false),
        Verdict::NotDecided | Verdict::NotChecked => None,
    }
}

fn finding<'a>(file: &'a Checked, diagnostic: &'a Diagnostic) -> Finding<'a> {
    let it = &diagnostic.finding;
    let (place, of) = match (&diagnostic.place, &file.promises) {
        (Place::Flow(at), _) => (at.as_ref().map(|at| file.text.position(at.start)), None),
        (Place::Promises(at), Some(promises)) => {
            (Some(promises.text.position(at.start)), Some(promises.path.to_string_lossy()))
        }
        (Place::Promises(_), None) => (None, None),
    };
    Finding {
        rule: it.rule,
        severity: it.severity,
        action: it.action.as_deref(),
        path: &it.path,
        message: &it.message,
        help: it.help.as_deref(),
        line: place.map(|(line, _)| line),
        column: place.map(|(_, column)| column),
        of,
        call: diagnostic.story.as_ref().map(steps),
    }
}

fn end(ending: &Ending) -> Call<'_> {
    Call {
        end: ending.kind.as_str(),
        flow: &ending.flow_name,
        action: &ending.action,
        why: ending.why.as_deref(),
        path: steps(&ending.story),
    }
}

fn steps(story: &Story) -> Vec<Step<'_>> {
    story.steps.iter().map(step).collect()
}

fn step(step: &StoryStep) -> Step<'_> {
    Step {
        flow: &step.flow,
        action: &step.action,
        branch: coverage::name(&step.branch),
        happened: step.happened.as_deref(),
    }
}
