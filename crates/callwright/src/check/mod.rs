//! Checks flows before they are published: are they right, and what can happen to a caller in them?
//!
//! A flow of a project (a file of its `contact-flows/`) is checked with the other flows, queues,
//! functions and bots of that project, placeholders filled in. Any other file is checked by itself.
//!
//! Judging is `connect-flow`'s; here are the files, the places in their text, what the command line
//! allows, and the promises that lie beside a flow.

mod document;
mod find;
mod flow;
mod graph;
mod levels;
mod parallel;
mod project;
mod promises;
mod settle;
mod text;

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::{Path, PathBuf};

use connect_flow::FlowType;
use connect_flow::explore::{EndKind, Ending, Story};
use connect_flow::lint::{Allowances, Finding, Severity};

pub(crate) use find::{Candidate, PASSED_OVER, find};
pub(crate) use levels::{Levels, UnknownRuleError, find as find_rule};
pub(crate) use project::{Project, ProjectError};
pub(crate) use promises::without_flow;
pub(crate) use text::{ReadError, Text};

/// Where to point for a JSON path in a text, in bytes; see [`document::Document::find`].
pub(crate) fn find_in_json(text: &str, path: &str) -> Option<Range<usize>> {
    document::Document::read(text)?.find(path)
}

/// How flows are checked.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    /// What is said of findings.
    pub(crate) levels: Levels,
    /// Whether every call that is possible is walked through.
    pub(crate) explores: bool,
    /// What the files that are named are for, instead of what they say.
    pub(crate) flow_type: Option<FlowType>,
}

/// A file that was checked.
#[derive(Debug, Clone)]
pub(crate) struct Checked {
    /// Its path, as it is shown.
    pub(crate) path: PathBuf,
    /// Its text.
    pub(crate) text: Text,
    /// The promises beside it.
    pub(crate) promises: Option<PromiseFile>,
    /// What came of it.
    pub(crate) outcome: Result<Judged, Unreadable>,
}

/// The file of promises beside a flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PromiseFile {
    pub(crate) path: PathBuf,
    /// Its text; empty when it cannot be read.
    pub(crate) text: Text,
    /// Why it cannot be read.
    unreadable: Option<String>,
}

/// Why a file is no flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unreadable {
    pub(crate) message: String,
    /// What to do about it.
    pub(crate) help: Option<String>,
    /// Where in the text, in bytes.
    pub(crate) at: Option<Range<usize>>,
}

impl Unreadable {
    /// All there is to say, in one line.
    pub(crate) fn told(&self) -> String {
        match &self.help {
            Some(help) => format!("{}: {help}", self.message),
            None => self.message.clone(),
        }
    }
}

/// A flow that was judged.
#[derive(Debug, Clone)]
pub(crate) struct Judged {
    /// The folder of its project, if it has one.
    root: Option<PathBuf>,
    /// What its library knows it by.
    arn: String,
    /// Its name in stories.
    name: String,
    pub(crate) flow_type: FlowType,
    /// Whether the type is known, or only assumed.
    pub(crate) type_is_known: bool,
    /// How many actions it has.
    pub(crate) n_actions: usize,
    /// How many of them branches lead to.
    pub(crate) n_reachable: usize,
    /// Where each action is, by its identifier.
    spots: BTreeMap<String, Spot>,
    /// What a walk through all calls found; `None` when there was none.
    pub(crate) walk: Option<Walk>,
    /// The promises beside it that can be held against calls.
    pub(crate) promises: Vec<Held>,
    /// What is to be said, in the order of the text.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// How many findings are allowed.
    pub(crate) n_allowed: usize,
    /// What notes in the flow allow.
    allowances: Allowances,
}

/// What a walk through all calls found.
#[derive(Debug, Clone)]
pub(crate) struct Walk {
    /// Identifiers of the flow's actions that calls reach.
    pub(crate) reached: BTreeSet<String>,
    /// Identifiers of actions that branches lead to and no call does, in the order of the flow.
    pub(crate) missed: Vec<String>,
    /// Branches of the flow that calls take, of those that it draws.
    pub(crate) n_taken: usize,
    pub(crate) n_branches: usize,
    /// How calls end, here or in flows that they go on to.
    pub(crate) endings: Vec<Ending>,
    /// States that were looked at, and whether those are all.
    pub(crate) n_states: usize,
    pub(crate) is_complete: bool,
}

/// A promise that was to be held against every call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Held {
    /// Line of its file, from 1.
    pub(crate) line: usize,
    pub(crate) text: String,
    pub(crate) verdict: Verdict,
}

/// What became of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Kept,
    Broken,
    /// Not all calls were walked through, and those that were keep it.
    NotDecided,
    /// No call was walked through.
    NotChecked,
}

/// Where an action is in a flow.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Spot {
    /// JSON path.
    path: String,
    /// In the text, in bytes.
    at: Option<Range<usize>>,
}

/// A finding, and where it is.
#[derive(Debug, Clone)]
pub(crate) struct Diagnostic {
    pub(crate) finding: Finding,
    pub(crate) place: Place,
    /// A call that shows it.
    pub(crate) story: Option<Story>,
}

impl Diagnostic {
    /// The finding as the command line has it; `None` when it is allowed.
    fn judged(mut self, levels: &Levels) -> Option<Self> {
        self.finding.severity = levels.judge(&self.finding)?;
        Some(self)
    }

    /// In the order of the text: first what concerns all of it, last the promises.
    fn by_place(one: &Self, other: &Self) -> Ordering {
        let key = |it: &Self| match &it.place {
            Place::Flow(at) => (0, at.as_ref().map_or(0, |it| it.start.saturating_add(1))),
            Place::Promises(at) => (1, at.start),
        };
        key(one).cmp(&key(other)).then_with(|| one.finding.rule.cmp(other.finding.rule))
    }
}

/// A place in a text, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Place {
    /// In the flow; `None` for the flow as a whole.
    Flow(Option<Range<usize>>),
    /// In the file of promises.
    Promises(Range<usize>),
}

/// How much there is to say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) flows: usize,
    /// A file that is no flow is one.
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) hints: usize,
}

impl Tally {
    /// Counts what was found.
    pub(crate) fn of(files: &[Checked]) -> Self {
        let mut tally = Self { flows: files.len(), ..Self::default() };
        for file in files {
            let Ok(judged) = &file.outcome else {
                tally.errors += 1;
                continue;
            };
            for it in &judged.diagnostics {
                match it.finding.severity {
                    Severity::Error => tally.errors += 1,
                    Severity::Warning => tally.warnings += 1,
                    Severity::Hint => tally.hints += 1,
                }
            }
        }
        tally
    }
}

impl Judged {
    /// Where an action is in the text of the flow, in bytes, if the flow has it.
    pub(crate) fn place_of(&self, flow_name: &str, action: &str) -> Option<Range<usize>> {
        let spot = self.spots.get(action).filter(|_| flow_name == self.name)?;
        Some(spot.at.clone().unwrap_or_default())
    }

    /// Whether the flow has an action.
    pub(crate) fn has(&self, action: &str) -> bool {
        self.spots.contains_key(action)
    }

    /// Whether an ending is in this flow, rather than in one that calls go on to.
    pub(crate) fn owns(&self, ending: &Ending) -> bool {
        ending.flow == self.arn
    }
}

impl Walk {
    /// At how many places calls end, by how.
    pub(crate) fn ends(&self) -> BTreeMap<EndKind, usize> {
        let mut ends = BTreeMap::new();
        for it in &self.endings {
            *ends.entry(it.kind).or_default() += 1;
        }
        ends
    }
}

/// The rule that a file breaks that cannot be read as a flow.
pub(crate) const NOT_A_FLOW: &str = "not-a-flow";

/// The projects that some files belong to, each read once.
///
/// # Errors
///
/// [`ProjectError`] for the first that cannot be read.
pub(crate) fn projects(files: &[Candidate]) -> Result<BTreeMap<PathBuf, Project>, ProjectError> {
    let mut projects = BTreeMap::new();
    for file in files {
        let Ok(path) = file.path.canonicalize() else { continue };
        if let Some(root) = project::root_of(&path)
            && !projects.contains_key(root)
        {
            projects.insert(root.to_owned(), Project::read(root)?);
        }
    }
    Ok(projects)
}

/// Checks files, on all cores; what was found comes in their order. A file that was found in a
/// folder and is plainly no flow is left out.
///
/// `notice` hears how many files are done.
pub(crate) fn check(
    files: &[Candidate],
    projects: &BTreeMap<PathBuf, Project>,
    settings: &Settings,
    notice: impl FnMut(usize),
) -> Vec<Checked> {
    let of_project = |path: &Path| {
        let path = path.canonicalize().ok()?;
        let project = projects.get(project::root_of(&path)?)?;
        Some((project, project.member(&path)?))
    };
    let work = |file: &Candidate| flow::check(file, of_project(&file.path), settings);
    let mut checked: Vec<_> = parallel::map(files, work, notice).into_iter().flatten().collect();
    settle::settle(&mut checked, &settings.levels);
    checked
}
